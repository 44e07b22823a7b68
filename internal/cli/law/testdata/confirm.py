# Takes what the machine read into a workbook, as an official would, with openpyxl:
# confirm.py FILE [procedure] [fresh] [cells=N] [NO=FIGURE…]
# writes name and day once, ticks "tất cả dòng đúng như nguyên văn", chooses for each NO
# the named figure of the drop-down, else a new one, and with "procedure" fills in the
# sheet Thủ tục công nhận with invented values. With "fresh" it has new figures made by one
# cell for all rows where none was chosen; with "cells" it must write into no more than N.
import sys
import openpyxl

NEW = "Số liệu mới (như ghi ở các ô bên phải)"
PROCEDURE = {"arrears": "Có", "satisfaction": "81", "coverage": "61", "security": "Có", "quorum": "71", "proposal": "91",
             "meeting": "91", "revoke.key": "3; 8; 10", "revoke.from": "31", "revoke.all": "51"}


def ids(sheet):
    out = {}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("ntm:") and cell.value not in out:
                out[cell.value] = (cell.row, cell.column)
    return out


file = sys.argv[1]
choices = dict(c.split("=") for c in sys.argv[2:] if "=" in c)
most = int(choices.pop("cells", 0))
written = 0


def put(sheet, row, column, value):
    global written
    sheet.cell(row, column, value)
    written += 1


book = openpyxl.load_workbook(file)
check, add = book["Đối chiếu"], book["Chỉ tiêu mới"]
head = ids(check)
fresh = "fresh" in sys.argv
for name, value in [("by", "Nguyễn Thử"), ("on", "15/02/2026"), ("all", "x")] + [("fresh", "x")] * fresh:
    row, column = head["ntm:head." + name]
    put(check, row + 2, column, value)
at = ids(add)
for row in range(at["ntm:criterion"][0] + 4, add.max_row + 1):
    if (add.cell(row, at["ntm:read"][1]).value or "").startswith("chọn"):
        no = str(add.cell(row, at["ntm:no"][1]).value)
        if not fresh or no in choices:
            put(add, row, at["ntm:figure"][1], choices.get(no, NEW))
    elif "read" in choices and str(add.cell(row, at["ntm:no"][1]).value) in choices["read"].split(","):
        put(add, row, at["ntm:tick"][1], "x")  # read again by the person, and right as it stands
if "procedure" in sys.argv:
    sheet = book["Thủ tục công nhận"]
    at = ids(sheet)
    for name, value in [("decision", "953/2025/QĐ-TTg"), ("date", "31/12/2025")]:
        row, column = at["ntm:head." + name]
        put(sheet, row + 2, column, value)
    for row in range(at["ntm:procedure"][0] + 2, sheet.max_row + 1):
        key = sheet.cell(row, 1).value
        if key in PROCEDURE:
            put(sheet, row, at["ntm:value"][1], PROCEDURE[key])
book.save(file)
if most and written > most:
    sys.exit(f"{written} cells were written, {most} are enough")
