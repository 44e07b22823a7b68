# Ticks one row of an exported workbook as an office would, with openpyxl:
# tick.py FILE KEY_PREFIX YEAR COLUMN_TITLE
import sys
import openpyxl

file, key, year, column = sys.argv[1:5]
book = openpyxl.load_workbook(file)
sheet = book["Đối chiếu"]
head = {}
row_of_keys = 0
for row in sheet.iter_rows():
    for cell in row:
        if isinstance(cell.value, str) and cell.value.startswith("ntm:"):
            head[cell.value] = (cell.row, cell.column)
            if cell.value == "ntm:key":
                row_of_keys = cell.row
for name, value in [("decision", "26/QĐ-THỬ"), ("date", "15/03/2022"), ("article", "Phụ lục II"), ("by", "Nguyễn Thử"), ("on", "20/04/2022")]:
    row, col = head["ntm:head." + name]
    sheet.cell(row + 2, col, value)
ticked = 0
for row in range(row_of_keys + 2, sheet.max_row + 1):
    words = [str(c.value) for c in sheet[row]]
    if words[0].startswith(key) and year in words and column in words:
        sheet.cell(row, head["ntm:tick"][1], "x")
        ticked += 1
book.save(file)
print(ticked)
