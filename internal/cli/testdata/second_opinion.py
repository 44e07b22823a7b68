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


def reported(report, dictionary):
    """The figures by id, exactly, and the ids of those that cannot be."""
    have, impossible = {}, set()

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
    if "arrears" in report:
        have["construction_arrears"] = sum((number(a["owed"]) for a in report["arrears"]), Fraction(0))
    if "satisfaction" in report:
        villages = [[number(v[k]) for k in ("satisfied", "forms_back", "forms_out")] for v in report["satisfaction"]["villages"]]
        rate("satisfaction_rate", sum(v[0] for v in villages), sum(v[1] for v in villages))
        if any(v[0] > v[1] or v[1] > v[2] for v in villages):
            impossible.add("satisfaction_rate")
    if "security" in report:
        have["security_standard"] = report["security"]["met"]
    if "villages" in report.get("smart_village", {}):
        have["smart_villages"] = len(report["smart_village"]["villages"])
    if "outstanding_fields" in report:
        have["outstanding_fields"] = len(report["outstanding_fields"])
    return have, impossible


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
        return "no_figure" if "no_figure" in outcomes else "no_threshold"
    if ask["figure"] not in have:
        return "not_applicable" if ask.get("if_given") else "no_figure"
    got = have[ask["figure"]]
    if ask["op"] == "declared":
        return "met" if got else "not_met"
    if ask["value"] is None:
        return "no_threshold"
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


def below(level, levels, report, today, out):
    """Whether the level that must be held first is: by a cited title of this period, else by this judgement."""
    first = level["prerequisite"]["level"]
    years = next((l["years"] for l in levels if l["level"] == first), level["years"])
    for title in report.get("recognitions", []):
        dated = title.get("decision") and title.get("date")
        since = 0 if level["prerequisite"].get("any_period") else years["from"]
        if (title["level"] == first and since <= title["year"] <= report["year"] and dated
                and f"{title['year']}-01-01" <= title["date"] <= today):
            return "met"
    return {"eligible": "met", "not_eligible": "not_met"}.get(out.get(first), "undetermined")


def opinion(resolved, report, dictionary):
    have, impossible = reported(report, dictionary)
    out = {}
    for level in resolved["levels"]:
        name, gates, criteria, firm = level["level"], [], {}, {}
        for ask in level["indicators"] + level["conditions"]:
            out[f"{name}/{ask['no']}"] = judge(ask, have)
            criteria.setdefault(ask.get("criterion"), []).append(out[f"{name}/{ask['no']}"])
            firm.setdefault(ask.get("criterion"), []).append(firmly(ask, have))
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
