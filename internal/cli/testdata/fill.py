"""Fills a blank form with a report, as a person with another program would.

    fill.py REPORT.json FORM.xlsx

Every cell is found by the form's hidden ids; nothing but entry cells is
written.
"""

import datetime
import json
import sys

import openpyxl

report = json.load(open(sys.argv[1], encoding="utf-8"))
book = openpyxl.load_workbook(sys.argv[2])
WORDS = {
    "central": "Ngân sách trung ương", "province": "Ngân sách tỉnh", "district": "Ngân sách huyện", "commune": "Ngân sách xã",
    "integrated": "Vốn lồng ghép", "credit": "Vốn tín dụng", "enterprise": "Doanh nghiệp, hợp tác xã", "people": "Nhân dân đóng góp",
    "other": "Nguồn khác", "total": "Tổng số theo báo cáo",
    "money": "Tiền", "labour": "Ngày công", "land": "Hiến đất", "goods": "Tài sản, hiện vật",
    "ntm": "Xã nông thôn mới", "nang-cao": "Xã nông thôn mới nâng cao", "kieu-mau": "Xã nông thôn mới kiểu mẫu",
    "btb": "Bắc Trung Bộ", True: "Đạt", False: "Chưa đạt",
}
TRAITS = [
    "specially_difficult", "safe_zone", "poor_district", "left_poverty_district", "no_craft_village", "no_cemetery",
    "area_ii", "area_iii", "difficult_coast", "next_to_urban", "low_agriculture", "planned_urban",
]


def table(sheet, column):
    """The sheet, the row of ids and the column of each id."""
    ws = book[sheet]
    for row in ws.iter_rows():
        ids = {c.value: c.column for c in row if isinstance(c.value, str) and c.value.startswith("ntm:")}
        if "ntm:" + column in ids:
            return ws, row[0].row, ids
    raise KeyError(column)


def put(cell, value):
    if value is None:
        return
    assert not cell.protection.locked, f"{cell.parent.title} {cell.coordinate} is locked"
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        value = datetime.date.fromisoformat(value)
        cell.number_format = "dd/mm/yyyy"
    cell.value = value


def figure(key, **values):
    ws, head, ids = table("Số liệu", "value")
    for row in range(head + 1, ws.max_row + 1):
        if ws.cell(row, ids["ntm:figure"]).value == key:
            for column, value in values.items():
                put(ws.cell(row, ids["ntm:" + column]), value)
            return
    raise KeyError(key)


def answer(sheet, key, value):
    ws, head, ids = table(sheet, "answer")
    for row in range(head + 1, ws.max_row + 1):
        if ws.cell(row, ids["ntm:key"]).value == key:
            put(ws.cell(row, ids["ntm:answer"]), value)
            return
    raise KeyError(key)


def rows(sheet, lines):
    """Writes each line into the next row whose entry cells are open and empty."""
    for line in lines:
        ws, head, ids = table(sheet, list(line)[0])
        row = head + 2
        while any(ws.cell(row, ids["ntm:" + c]).value is not None for c in line):
            row += 1
        for column, value in line.items():
            put(ws.cell(row, ids["ntm:" + column]), value)


def capital(lines):
    """Writes into the row of a source and kind, else into one that is open."""
    ws, head, ids = table("Nguồn lực", "source")
    used = set()
    for line in lines:
        source, kind = WORDS[line["source"]], WORDS.get(line.get("kind"))
        for row in range(head + 2, ws.max_row + 1):
            stands = ws.cell(row, ids["ntm:source"]).value, ws.cell(row, ids["ntm:kind"]).value
            if row not in used and stands[0] == source and (kind is None or stands[1] == kind):
                break
        else:
            row = next(r for r in range(head + 2, ws.max_row + 1) if r not in used and ws.cell(r, ids["ntm:source"]).value is None
                       and not ws.cell(r, ids["ntm:source"]).protection.locked)
            put(ws.cell(row, ids["ntm:source"]), source)
            put(ws.cell(row, ids["ntm:kind"]), kind)
        used.add(row)
        years = line.get("years", {})
        for column, value in [("quantity", line.get("quantity")), ("unit_price", line.get("unit_price")), ("worth", line.get("value")),
                              ("from", years.get("from")), ("to", years.get("to")), ("remark", line.get("note"))]:
            put(ws.cell(row, ids["ntm:" + column]), value)
        if ws.cell(row, ids["ntm:quantity_unit"]).value is None:
            put(ws.cell(row, ids["ntm:quantity_unit"]), line.get("unit"))


def cites(codes):
    return "; ".join(codes) if codes else None


commune = report["commune"]
declared = commune.get("declared", {})
for key in ["code", "name", "district", "province"]:
    answer("Thông tin xã", key, commune.get(key, declared.get(key)))
answer("Thông tin xã", "region", WORDS.get(declared.get("region")))
answer("Thông tin xã", "year", report["year"])
answer("Thông tin xã", "date", report.get("date"))
answer("Thông tin xã", "note", report.get("note"))
if "traits" in report:  # else nobody answered
    ws, head, ids = table("Thông tin xã", "answer")
    for row in range(head + 1, ws.max_row + 1):
        key, cell = ws.cell(row, ids["ntm:key"]).value, ws.cell(row, ids["ntm:answer"])
        if key in TRAITS:
            there = (key in report["traits"]) != key.startswith("no_")  # the form asks for the thing, not for its absence
            put(cell, "Có" if there else "Không")
for f in report.get("figures", []):
    value = f.get("value", WORDS.get(f.get("met")))
    if isinstance(value, str) and value.replace(".", "").isdigit():
        value = float(value) if "." in value else int(value)
    figure(f["id"], value=value, numerator=f.get("numerator"), denominator=f.get("denominator"), year=f.get("year"),
           evidence=cites(f.get("evidence")), note=f.get("note"))

ws, head, ids = table("Minh chứng", "code")
for n, e in enumerate(report.get("evidence", [])):
    for column, key in [("code", "id"), ("number", "number"), ("date", "date"), ("issuer", "issuer"), ("title", "title"), ("file", "file")]:
        put(ws.cell(head + 2 + n, ids["ntm:" + column]), e.get(key))
capital(report.get("capital", []))
if "arrears" in report:
    answer("Nợ đọng", "arrears", "Có" if report["arrears"] else "Không")
    rows("Nợ đọng", [{k: a.get(k) for k in ["work", "decision", "total", "completed", "paid", "owed", "plan"]} for a in report["arrears"]])
if "satisfaction" in report:
    poll = report["satisfaction"]
    rows("Hài lòng", [{"village": v["name"], "households": v.get("households"), "forms_out": v["forms_out"], "forms_back": v["forms_back"],
                       "satisfied": v["satisfied"]} for v in poll["villages"]])
    answer("Hài lòng", "poll_evidence", cites(poll.get("evidence")))
if "security" in report:
    answer("An ninh, trật tự", "security", WORDS[report["security"]["met"]])
    answer("An ninh, trật tự", "security_evidence", cites(report["security"].get("evidence")))
rows("Quyết định công nhận", [{"level": WORDS[t["level"]], "title_year": t["year"], "title_decision": t.get("decision"), "title_date": t.get("date")}
                              for t in report.get("recognitions", [])])
if "smart_village" in report:
    smart = report["smart_village"]
    answer("Thôn thông minh", "smart", "Có" if smart["villages"] else "Không")
    rows("Thôn thông minh", [{"smart_village": v} for v in smart["villages"]])
    answer("Thôn thông minh", "smart_evidence", cites(smart.get("evidence")))
if "outstanding_fields" in report:
    fields = report["outstanding_fields"]
    answer("Lĩnh vực nổi trội", "fields", "Có" if fields else "Không")
    rows("Lĩnh vực nổi trội", [{"field": f["name"], "field_evidence": cites(f.get("evidence"))} for f in fields])
book.save(sys.argv[2])
