"""A second opinion on the verdicts of ntm, for its test only.

Written from what the law says and from what the JSON documents mean, not from
the engine. Reads {"figures": criteria figures --json, "sets": [criteria resolve
--json ...], "cases": [{"set": index, "report": report}]} and writes, for each
case, what comes of each indicator and condition ("ntm/3.1"), of each criterion
("ntm 3") and of each level ("ntm").
"""

import json
import sys
from fractions import Fraction

GRADES = ["chưa đạt", "đạt", "khá", "tốt"]
# Of these there may be a part of one; of people, households, schools there are only whole ones.
DIVISIBLE = {"%", "triệu đồng", "triệu đồng/người/năm", "m2/người", "lít/người/ngày đêm", "lần", "km", "ha", "tấn"}


def number(text):
    return Fraction(GRADES.index(text) if text in GRADES else str(text))


class Figures(dict):
    """The figures by id, exactly; absurd are the ids of those that cannot be by themselves."""
    absurd = frozenset()


def reported(report, dictionary):
    """The figures, and the ids of those that cannot be."""
    have, impossible = Figures(), set()

    def rate(id, part, whole):
        have[id] = 100 * part / whole
        if dictionary[id].get("counted_in") not in DIVISIBLE and (part.denominator > 1 or whole.denominator > 1):
            impossible.add(id)

    last = max(int(report["year"]), int(str(report.get("date") or report["year"])[:4]))
    for f in report.get("figures", []):
        if int(f.get("year") or 0) > last:
            continue  # of a year after that under review: it decides nothing
        id, unit = f["id"], dictionary[f["id"]]["unit"]
        if "met" in f:
            have[id] = f["met"]
        elif "numerator" in f:
            rate(id, number(f["numerator"]), number(f["denominator"]))
        else:
            have[id] = number(f["value"])
            if unit not in DIVISIBLE and have[id].denominator > 1:
                impossible.add(id)
        if "met" not in f and (have[id] < 0 or unit == "%" and have[id] > 100):
            impossible.add(id)
        steps = dictionary[id].get("plausible")
        if unit == "mức độ" and steps and not number(steps["from"]) <= have[id] <= number(steps["to"]):
            impossible.add(id)
    if "arrears" in report:
        have["construction_arrears"] = sum((number(a["owed"]) for a in report["arrears"]), Fraction(0))
    if "satisfaction" in report:
        polled = report["satisfaction"]["villages"]
        villages = [[number(v[k]) for k in ("satisfied", "forms_back", "forms_out")] for v in polled]
        rate("satisfaction_rate", sum(v[0] for v in villages), sum(v[1] for v in villages))
        households = [number(v["households"]) for v in polled if v.get("households") is not None]
        if len(households) == len(polled) and sum(households) > 0:
            have["satisfaction_coverage_rate"] = 100 * sum(v[1] for v in villages) / sum(households)
        if any(v[0] > v[1] or v[1] > v[2] for v in villages) or any(
                v.get("households") is not None and number(v["forms_out"]) > number(v["households"]) for v in polled):
            impossible |= {"satisfaction_rate", "satisfaction_coverage_rate"}
    if "security" in report:
        have["security_standard"] = report["security"]["met"]
    if "villages" in report.get("smart_village", {}):
        have["smart_villages"] = len(report["smart_village"]["villages"])
    if "outstanding_fields" in report:
        have["outstanding_fields"] = len(report["outstanding_fields"])
    have.absurd = frozenset(impossible)
    return have, impossible


class Count:
    """A number and by how much the thing may be off that it was printed for."""

    def __init__(self, value, off=Fraction(0)):
        self.value, self.off = value, off

    def exceeds(self, other):
        return self.value - other.value > self.off + other.off


def printed(text, unit):
    off = Fraction(1, 2 * 10 ** len(str(text).partition(".")[2]))
    return Count(number(text), off if unit in DIVISIBLE else Fraction(0))


def related(report, dictionary, judged, alone):
    """The figures that cannot be beside others of the year, as the dictionary relates them."""
    last = max(int(report["year"]), int(str(report.get("date") or report["year"])[:4]))
    known = set(judged)
    for id in judged:
        known |= {r["to"] for r in dictionary[id].get("relations", [])}
    known |= {id for id, f in dictionary.items() if any(r["to"] in judged for r in f.get("relations", []))}
    given = {}
    for f in report.get("figures", []):
        if int(f.get("year") or 0) <= last:
            given[f["id"]] = (int(f.get("year") or report["year"]), f)
    year = int(report["year"])
    if "villages" in report.get("smart_village", {}):
        given["smart_villages"] = (year, {"value": str(len(report["smart_village"]["villages"]))})
    given = {id: g for id, g in given.items() if id in known and id not in alone}

    def counts(id):
        """What it counts, and of how many; each none where the report does not say."""
        f, d = given[id][1], dictionary[id]
        if "numerator" in f:
            return tuple(printed(f[k], d["counted_in"]) for k in ("numerator", "denominator"))
        if "value" in f and d["unit"] != "%":
            n = printed(f["value"], d["unit"])
            return n, n
        return None, None

    def share(id):
        f, d = given[id][1], dictionary[id]
        if "value" in f:
            return printed(f["value"], "%")
        part, whole = counts(id)
        return Count(100 * part.value / whole.value, 100 * (part.off + whole.off) / whole.value)

    def some(id):
        f = given[id][1]
        return f["met"] if "met" in f else number(f.get("numerator", f.get("value"))) > 0

    def drifts(a, b, drift):
        return 100 * abs(a.value - b.value) <= drift * max(a.value, b.value) and drift > 0

    out, totals = set(), {}
    for id in given:
        for r in dictionary[id].get("relations", []):
            if r["kind"] == "same_total_as" and counts(id)[1]:
                key = (r["to"], r.get("of", "total"), given[id][0])
                says = totals.setdefault(key, {})
                says[id] = (counts(id)[1], r.get("drift", 0))
                if r["to"] in given and given[r["to"]][0] == key[2]:
                    theirs = counts(r["to"])[0 if key[1] == "counted" else 1]
                    if theirs:
                        says[r["to"]] = (theirs, 0)
    agreed = {}
    for (to, of, when), says in totals.items():
        all_of = [s[0] for s in says.values()]
        least, most = min(all_of, key=lambda c: c.value), max(all_of, key=lambda c: c.value)
        if not any(a.exceeds(b) for a in all_of for b in all_of):
            for id in says:
                agreed[id] = least
        elif not drifts(least, most, max(s[1] for s in says.values())):
            out |= set(says)
    for id in given:
        for r in dictionary[id].get("relations", []):
            to, of = r["to"], r.get("of", "counted")
            if to not in given or given[to][0] != given[id][0]:
                continue
            pairs = []
            if r["kind"] == "implies" and some(id) and not some(to):
                out |= {id, to}
            elif r["kind"] == "part_of" and dictionary[id]["unit"] == dictionary[to]["unit"] == "%":
                if not r.get("counts"):
                    pairs = [(share(id), share(to))]
                elif counts(id)[0] and counts(to)[0]:
                    pairs = list(zip(counts(id), counts(to)))
            elif r["kind"] == "part_of" and counts(id)[0]:
                part, whole = counts(to)
                if whole is None and to in agreed:
                    whole, s = agreed[to], share(to)
                    part = Count(s.value * whole.value / 100, s.off * whole.value / 100 + whole.off)
                elif whole is None:  # a total that one figure alone gives
                    for other in dictionary[to].get("relations", []):
                        if other["kind"] == "same_total_as" and other["to"] in given and given[other["to"]][0] == given[to][0]:
                            whole, s = counts(other["to"])[1], share(to)
                            if whole:
                                part = Count(s.value * whole.value / 100, s.off * whole.value / 100 + whole.off)
                if whole is not None and part is not None:
                    rest = Count(whole.value - part.value, whole.off + part.off)
                    pairs = [(counts(id)[0], {"counted": part, "total": whole, "rest": rest}[of])]
            for a, b in pairs:
                if a.exceeds(b) and not drifts(a, b, r.get("drift", 0)):
                    out |= {id, to}
    return out


def judge(ask, have):
    """What comes of it; where several columns may hold, what they agree on."""
    if ask.get("not_applicable"):
        return "not_applicable"
    if ask.get("columns"):
        outcomes = {judge(a, have) for a in [{**ask, "columns": []}] + ask["columns"]}
        return outcomes.pop() if len(outcomes) == 1 else "undetermined"
    if "parts" in ask:
        outcomes = [judge(part, have) for part in ask["parts"]]
        need = {"all_of": len(outcomes), "any_of": 1}.get(ask["op"], ask["need"])
        if outcomes.count("met") >= need:
            return "met"
        if len(outcomes) - outcomes.count("not_met") < need:
            return "not_met"
        if "no_figure" in outcomes:
            return "no_figure"
        return next(o for o in outcomes if o in ("undetermined", "no_threshold"))  # what is said of the first
    if ask["figure"] not in have:
        return "not_applicable" if ask.get("if_given") else "no_figure"
    got = have[ask["figure"]]
    if ask["op"] == "declared":
        return "met" if got else "not_met"
    if ask["value"] is None:
        return "no_threshold"
    if ask["figure"] in have.absurd:
        return "undetermined"
    asked = number(ask["value"])
    holds = {"at_least": got >= asked, "at_most": got <= asked, "exactly": got == asked,
             "more_than": got > asked, "less_than": got < asked}[ask["op"]]
    return "met" if holds else "not_met"


def firmly(ask, have):
    """What comes of it where a threshold that nobody has checked fails nobody."""
    if ask.get("not_applicable"):
        return "not_applicable"
    if ask.get("columns"):
        outcomes = {firmly(a, have) for a in [{**ask, "columns": []}] + ask["columns"]}
        return outcomes.pop() if len(outcomes) == 1 else "undetermined"
    if "parts" in ask:
        outcomes = [firmly(part, have) for part in ask["parts"]]
        need = {"all_of": len(outcomes), "any_of": 1}.get(ask["op"], ask["need"])
        if outcomes.count("met") >= need:
            return "met"
        return "not_met" if len(outcomes) - outcomes.count("not_met") < need else "undetermined"
    outcome = judge(ask, have)
    if outcome == "not_met" and ask["basis"]["status"] not in ("confirmed", "seen"):
        return "undetermined"
    return outcome


def together(outcomes):
    """All must be met: one that fails decides, else one that is unknown."""
    counted = [o for o in outcomes if o != "not_applicable"]
    if "not_met" in counted:
        return "not_met"
    if not outcomes or any(o != "met" for o in counted):
        return "undetermined"
    return "met" if counted else "not_applicable"


def rests_on(ask):
    if ask.get("columns"):
        return set().union(*map(rests_on, [{**ask, "columns": []}] + ask["columns"]))
    if "parts" in ask:
        return set().union(*map(rests_on, ask["parts"]))
    return set() if ask.get("not_applicable") else {ask["figure"]}


def speaks(ask, have):
    """Whether a figure that it asks for says that there is some of what it is about."""
    return any(id in have and (isinstance(have[id], bool) or have[id] > 0) for id in rests_on(ask))


def below(level, levels, report, today, out):
    """Whether the level that must be held first is: by a cited title of this period, else by this judgement."""
    first = level["prerequisite"]["level"]
    years = next((l["years"] for l in levels if l["level"] == first), level["years"])
    for title in report.get("recognitions", []):
        dated = title.get("decision") and title.get("date")
        since = 0 if level["prerequisite"].get("any_period") else years["from"]
        if (title["level"] == first and since <= title["year"] <= report["year"] and dated
                and f"{title['year']}-01-01" <= title["date"] <= today):
            lower = [l["level"] for l in levels[:[l["level"] for l in levels].index(level["level"])]]
            indicators = {f"{l['level']}/{ask['no']}" for l in levels if l["level"] in lower for ask in l["indicators"]}
            missed = any(out[indicator] == "not_met" for indicator in indicators)
            return "undetermined" if missed else "met"  # the results of the year itself count
    return {"eligible": "met", "not_eligible": "not_met"}.get(out.get(first), "undetermined")


def opinion(resolved, report, dictionary):
    have, impossible = reported(report, dictionary)
    out = {}
    asks = [a for level in resolved["levels"] for a in level["indicators"] + level["conditions"]]
    judged = set().union(*(rests_on({**a, "not_applicable": ""}) for a in asks))
    impossible |= related(report, dictionary, judged, impossible)
    for level in resolved["levels"]:
        name, gates, criteria, firm = level["level"], [], {}, {}
        for ask in level["indicators"] + level["conditions"]:
            judged_so, firmly_so = judge(ask, have), firmly(ask, have)
            against = {**ask, "not_applicable": ""}
            if ask.get("not_applicable") and speaks(against, have) and judge(against, have) != "met":
                judged_so = firmly_so = "undetermined"  # the commune says that it has none, and what it is like
                gates.append("undetermined")
            out[f"{name}/{ask['no']}"] = judged_so
            criteria.setdefault(ask.get("criterion"), []).append(judged_so)
            firm.setdefault(ask.get("criterion"), []).append(firmly_so)
            if rests_on(ask) & impossible:
                gates.append("undetermined")  # no title on a figure that cannot be
        gates += firm.pop(None, ["undetermined"])  # without a procedure, nobody knows what else is asked
        criteria.pop(None, None)
        for no, outcomes in criteria.items():
            out[f"{name} {no}"] = together(outcomes)
            gates.append(together(firm[no]))
        if not criteria:
            gates.append("undetermined")
        if level["prerequisite"]:
            out[f"{name}/prerequisite"] = below(level, resolved["levels"], report, resolved["date"], out)
            gates.append(out[f"{name}/prerequisite"])
        out[name] = {"met": "eligible", "not_met": "not_eligible"}.get(together(gates), "undetermined")
    return out


asked = json.load(sys.stdin, parse_float=str)
figures = {f["id"]: f for f in asked["figures"]["figures"]}
json.dump([opinion(asked["sets"][c["set"]], c["report"], figures) for c in asked["cases"]], sys.stdout)
