# Takes what the machine read into a workbook, as an official would, with openpyxl:
# confirm.py FILE [NO=FIGURE_CHOICE…]
# writes name and day once, ticks "tất cả dòng đúng như nguyên văn", and for each NO
# chooses a figure of the cell's drop-down: its number from 1, or "new".
import sys
import openpyxl

file, choices = sys.argv[1], dict(c.split("=") for c in sys.argv[2:])
book = openpyxl.load_workbook(file)


def ids(sheet):
    out = {}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("ntm:") and cell.value not in out:
                out[cell.value] = (cell.row, cell.column)
    return out


check, add = book["Đối chiếu"], book["Chỉ tiêu mới"]
head = ids(check)
for name, value in [("by", "Nguyễn Thử"), ("on", "15/02/2026"), ("all", "x")]:
    row, column = head["ntm:head." + name]
    check.cell(row + 2, column, value)
at = ids(add)
first = at["ntm:criterion"][0] + 4
NEW = "Số liệu mới (như ghi ở các ô bên phải)"
for row in range(first, add.max_row + 1):
    marker = add.cell(row, at["ntm:read"][1]).value or ""
    no = str(add.cell(row, at["ntm:no"][1]).value)
    if marker.startswith("chọn") or no in choices:
        want = choices.get(no, "new")
        if want == "new":
            add.cell(row, at["ntm:figure"][1], NEW)
        else:
            add.cell(row, at["ntm:figure"][1], want)
book.save(file)
