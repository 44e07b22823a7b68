#!/usr/bin/python3
"""Makes the odd and damaged forms of this folder, each as people hand them in.

    make.py NTM         NTM is the program, for the blank forms

Every case is a function whose name is the file's and whose text says what is
odd about it. What the program makes of each file stands in outcomes.txt, which
a person reviews. The commune Quảng Trung is real, and so are its income of 69
and its poverty rate of 1,53 %; every other figure here is invented.
Needs openpyxl and LibreOffice.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

HERE = os.path.dirname(os.path.abspath(__file__))
INCOME, POVERTY, ROADS = "income_per_capita", "multidimensional_poverty_rate", "commune_road_paved_rate"
LANDSCAPE, GRADE, HOUSES = "clean_landscape", "disaster_readiness_grade", "makeshift_houses"
CASES = []


def case(extension="xlsx"):
    def add(make):
        CASES.append((make.__name__.replace("_", "-") + "." + extension, make))
        return make
    return add


class Form:
    """A blank form that is being filled in with openpyxl."""

    def __init__(self):
        self.book = openpyxl.load_workbook(os.path.join(TEMP, "blank.xlsx"))

    def sheet(self, name):
        return self.book[name]

    def spot(self, sheet, key, column):
        """The cell of a row with a hidden key, or of the n-th row of a table."""
        ws = self.book[sheet]
        heads = [c for row in ws.iter_rows() for c in row if c.value == "ntm:" + column]
        head = heads[0]
        if isinstance(key, int):
            first = head.row + 1
            if ws.cell(first, head.column).value is not None and ws.cell(first, head.column).protection.locked:
                first += 1  # the visible heads
            return ws.cell(first + key, head.column)
        for row in range(head.row + 1, ws.max_row + 1):
            for cell in ws[row]:
                if cell.value == key:
                    return ws.cell(row, head.column)
        raise KeyError(key)

    def figure(self, figure, value, column="value", fmt=None):
        cell = self.spot("Số liệu", figure, column)
        cell.value = value
        if fmt:
            cell.number_format = fmt
        return cell

    def answer(self, sheet, key, value):
        cell = self.spot(sheet, key, "answer")
        cell.value = value
        return cell

    def table(self, sheet, n, **columns):
        for column, value in columns.items():
            self.spot(sheet, n, column).value = value

    def worked(self):
        """The worked case: two figures, numbers as numbers."""
        self.figure(INCOME, 69)
        self.figure(POVERTY, 1.53)
        return self

    def save(self):
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def rewrite(data, change):
    """The archive with each part passed through change(name, content)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(zipfile.ZipInfo(name, (2023, 11, 15, 0, 0, 0)), changed, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def office(data, to="xlsx:Calc MS Excel 2007 XML", suffix=".xlsx"):
    """The workbook as LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a" + suffix)
        with open(path, "wb") as f:
            f.write(data)
        subprocess.run(["soffice", "--headless", "--convert-to", to, "--outdir", os.path.join(folder, "out"), path],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "HOME": TEMP})
        (name,) = os.listdir(os.path.join(folder, "out"))
        with open(os.path.join(folder, "out", name), "rb") as f:
            return f.read()


# Read rightly.

@case()
def blank_untouched():
    """Nothing filled in: a report without figures, nothing failed."""
    with open(os.path.join(TEMP, "blank.xlsx"), "rb") as f:
        return f.read()


@case()
def numbers_as_numbers():
    return Form().worked().save()


@case()
def numbers_as_text():
    """Typed with units, signs and blanks of every kind."""
    f = Form()
    f.figure(INCOME, " 69,0 triệu ")
    f.figure(POVERTY, "1,53%")
    f.figure(ROADS, "80\u00a0%")
    f.figure(HOUSES, "０")
    f.figure("public_green_space", "2,50 m2/người")
    return f.save()


@case()
def percent_cells():
    """0,0153 shown as 1,53 %; 1 shown as 100 %."""
    f = Form()
    f.figure(POVERTY, 0.0153, fmt="0.00%")
    f.figure(ROADS, 1, fmt="0%")
    return f.save()


@case()
def percent_format_on_money():
    """Income in a cell that shows per cent."""
    f = Form()
    f.figure(INCOME, 0.69, fmt="0%")
    return f.save()


@case()
def float_dust():
    """What Excel keeps of 1,53 % and of 0,1 + 0,2."""
    f = Form()
    f.figure(POVERTY, 1.5299999999999999e-2, fmt="0.00%")
    f.figure(INCOME, 69.00000000000001)
    return f.save()


@case()
def counts_of_a_rate():
    f = Form()
    f.figure(POVERTY, 31, "numerator")
    f.figure(POVERTY, "2.026 hộ", "denominator")
    f.figure(ROADS, "11/12")
    return f.save()


@case()
def counts_and_result_agree():
    f = Form()
    f.figure(POVERTY, "1,53")
    f.figure(POVERTY, 31, "numerator")
    f.figure(POVERTY, 2026, "denominator")
    return f.save()


@case()
def counts_and_result_differ():
    f = Form()
    f.figure(POVERTY, 1.35)
    f.figure(POVERTY, 31, "numerator")
    f.figure(POVERTY, 2026, "denominator")
    return f.save()


@case()
def half_a_quotient():
    f = Form()
    f.figure(POVERTY, 31, "numerator")
    return f.save()


@case()
def counts_swapped():
    """More poor households than households: read, and pointed out."""
    f = Form()
    f.figure(POVERTY, 2026, "numerator")
    f.figure(POVERTY, 31, "denominator")
    return f.save()


@case()
def met_in_many_words():
    f = Form()
    ids = [LANDSCAPE, "rural_market", "postal_point", "playground", "gender_equality", "officials_standard", "burial_compliance", "militia_standard", "power_system_standard"]
    for figure, word in zip(ids, ["Đạt", "đạt", "Dat", "x", "có", "✓", "Chưa đạt", "không đạt", True]):
        f.figure(figure, word)
    return f.save()


@case()
def met_in_a_strange_word():
    f = Form()
    f.figure(LANDSCAPE, "cơ bản đạt")
    return f.save()


@case()
def grades():
    f = Form()
    f.figure(GRADE, "Khá")
    f.figure("illiteracy_eradication_level", "2")
    f.figure("primary_universalisation_level", "mức độ 3")
    return f.save()


@case()
def dash_blank_and_zero():
    """A dash is no answer, 0 is one."""
    f = Form()
    f.figure(INCOME, "-")
    f.figure(POVERTY, " – ")
    f.figure(HOUSES, 0)
    f.figure(ROADS, "chưa có số liệu")
    return f.save()


@case()
def khong_for_a_number():
    """"không" may be none or no answer."""
    f = Form()
    f.figure(HOUSES, "không")
    return f.save()


@case()
def decomposed_unicode():
    f = Form()
    f.answer("Thông tin xã", "code", None)
    for key, name in [("name", "Quảng Trung"), ("district", "Quảng Xương"), ("province", "Thanh Hóa")]:
        f.answer("Thông tin xã", key, unicodedata.normalize("NFD", name))
    f.figure(LANDSCAPE, unicodedata.normalize("NFD", "Đạt"))
    return f.save()


@case()
def other_tone_marks():
    f = Form()
    f.answer("Thông tin xã", "code", None)
    f.answer("Thông tin xã", "name", "xã QUẢNG TRUNG")
    f.answer("Thông tin xã", "district", "Quang Xuong")
    f.answer("Thông tin xã", "province", "Thanh Hoá")
    return f.worked().save()


@case()
def commune_of_another_name():
    """The code of one commune beside the name of another."""
    f = Form()
    f.answer("Thông tin xã", "name", "Quảng Chính")
    return f.worked().save()


@case()
def no_commune():
    f = Form()
    for key in ["code", "name", "district", "province"]:
        f.answer("Thông tin xã", key, None)
    return f.worked().save()


@case()
def no_year():
    f = Form()
    f.answer("Thông tin xã", "year", None)
    return f.worked().save()


@case()
def year_as_words():
    f = Form()
    f.answer("Thông tin xã", "year", "năm 2023")
    return f.worked().save()


@case()
def dates_as_text():
    f = Form().worked()
    f.answer("Thông tin xã", "date", "ngày 15 tháng 11 năm 2023")
    f.table("Minh chứng", 0, code="1", number="12/TB", date="5/3/2023", title="Thông báo (giả định)")
    f.table("Minh chứng", 1, code="2", date="2023-03-05", title="Báo cáo (giả định)")
    f.table("Minh chứng", 2, code="3", date="5.3.2023", title="Biên bản (giả định)")
    f.figure(INCOME, "1; 3", "evidence")
    f.figure(POVERTY, "1-3", "evidence")
    return f.save()


@case()
def dates_wrong():
    f = Form().worked()
    f.answer("Thông tin xã", "date", "15/11")
    f.table("Minh chứng", 0, code="1", date="31/2/2023", title="Thông báo (giả định)")
    f.table("Minh chứng", 1, code="2", date=45000, title="Báo cáo (giả định)")
    f.spot("Minh chứng", 1, "date").number_format = "General"
    return f.save()


@case()
def days_from_1904():
    """A workbook of an old Mac counts its days from 1904."""
    f = Form().worked()
    f.book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    cell = f.answer("Thông tin xã", "date", 43783)
    cell.number_format = "dd/mm/yyyy"
    return f.save()


@case()
def number_turned_into_a_date():
    """Excel made a day of 1-5."""
    f = Form()
    f.figure(POVERTY, 45047, fmt="d-mmm")
    return f.save()


@case()
def evidence_number_with_a_comma():
    """"1,2" became the number 1,2 in Excel."""
    f = Form().worked()
    for n in range(2):
        f.table("Minh chứng", n, code=str(n + 1), title="Báo cáo (giả định)")
    cell = f.figure(INCOME, 1.2, "evidence", "General")
    assert cell.data_type == "n"
    return f.save()


@case()
def evidence_not_listed():
    f = Form().worked()
    f.table("Minh chứng", 0, code="1", number="12/TB")
    f.figure(INCOME, "1, 7", "evidence")
    return f.save()


@case()
def rate_two_ways():
    """1.530 under a rate: only 1,53 can be."""
    f = Form()
    f.figure(POVERTY, "1.530")
    return f.save()


@case()
def money_two_ways():
    """538.336 under capital."""
    f = Form()
    f.table("Nguồn lực", 0, worth="538.336")
    return f.save()


@case()
def money_with_groups():
    f = Form()
    f.table("Nguồn lực", 0, worth="1.538.336,5")
    f.table("Nguồn lực", 1, worth="412 300")
    return f.save()


@case()
def income_one_way():
    """69.0 under income: a point, and one reading."""
    f = Form()
    f.figure(INCOME, "69.0")
    return f.save()


@case()
def income_two_ways():
    """69.000 under income."""
    f = Form()
    f.figure(INCOME, "69.000")
    return f.save()


@case()
def floors_and_ranges():
    """"trên 84", "khoảng 69", "69-70": no figures."""
    f = Form()
    f.figure(INCOME, "trên 84")
    f.figure(POVERTY, "1,5-1,6")
    f.figure(ROADS, "khoảng 90")
    return f.save()


@case()
def over_a_hundred():
    f = Form()
    f.figure(POVERTY, 153)
    return f.save()


@case()
def below_nothing():
    f = Form()
    f.figure(INCOME, "-69")
    f.figure(POVERTY, "1e5")
    return f.save()


@case()
def merged_cells():
    """The source of four lines merged into one cell, two years into another."""
    f = Form()
    ws = f.sheet("Nguồn lực")
    first = f.spot("Nguồn lực", 0, "source")
    rows = [r for r in range(first.row, first.row + 20) if ws.cell(r, first.column).value == "Nhân dân đóng góp"]
    for r in rows[1:]:
        ws.cell(r, first.column).value = None
    ws.merge_cells(start_row=rows[0], end_row=rows[-1], start_column=first.column, end_column=first.column)
    worth = f.spot("Nguồn lực", 0, "worth").column
    ws.cell(rows[0], worth).value = 412300
    ws.cell(rows[2], worth).value = 20
    return f.save()


@case()
def columns_moved():
    """Numerator and denominator dragged before the result."""
    f = Form()
    ws = f.sheet("Số liệu")
    a, b = f.spot("Số liệu", POVERTY, "value").column, f.spot("Số liệu", POVERTY, "denominator").column
    f.figure(POVERTY, 1.53)
    for r in range(1, ws.max_row + 1):
        x, y = ws.cell(r, a), ws.cell(r, b)
        if type(x).__name__ == "Cell" == type(y).__name__:
            x.value, y.value = y.value, x.value
    return f.save()


@case()
def rows_and_columns_hidden():
    f = Form().worked()
    ws = f.sheet("Số liệu")
    ws.row_dimensions[f.spot("Số liệu", INCOME, "value").row].hidden = True
    ws.column_dimensions[get_column_letter(f.spot("Số liệu", INCOME, "numerator").column)].hidden = True
    return f.save()


@case()
def sheets_in_another_order():
    """Other sheets before and between, one a copy of nothing in the form."""
    f = Form().worked()
    extra = f.book.create_sheet("Sheet1", 0)
    extra["A1"] = "Số liệu"
    extra["B2"] = 1234
    f.book.move_sheet("Số liệu", -2)
    return f.save()


@case()
def sheet_renamed():
    f = Form().worked()
    f.sheet("Số liệu").title = "SL 2023"
    return f.save()


@case()
def sheet_copied():
    """Two sheets of figures that differ."""
    f = Form().worked()
    copy = f.book.copy_worksheet(f.sheet("Số liệu"))
    copy.title = "Số liệu (2)"
    for row in copy.iter_rows():
        for cell in row:
            if cell.value == 69:
                cell.value = 96
    return f.save()


@case()
def sheet_deleted():
    """No sheet of arrears: what it asks is not known."""
    f = Form().worked()
    del f.book["Nợ đọng"]
    return f.save()


@case()
def ids_deleted():
    """The hidden rows are gone; the visible heads are read."""
    f = Form().worked()
    for ws in f.book:
        for row in range(ws.max_row, 0, -1):
            if any(isinstance(c.value, str) and c.value.startswith("ntm:") for c in ws[row]):
                for c in ws[row]:
                    if type(c).__name__ == "Cell":
                        c.value = None
    return f.save()


@case()
def keys_deleted():
    """The hidden column of the figures' keys is gone; their names are read."""
    f = Form().worked()
    ws = f.sheet("Số liệu")
    column = f.spot("Số liệu", INCOME, "figure").column
    for r in range(1, ws.max_row + 1):
        if type(ws.cell(r, column)).__name__ == "Cell":
            ws.cell(r, column).value = None
    return f.save()


@case()
def figure_without_a_name():
    """A result in a row of which nobody knows what it is."""
    f = Form().worked()
    ws = f.sheet("Số liệu")
    row = f.spot("Số liệu", ROADS, "value").row
    for c in ws[row]:
        if type(c).__name__ == "Cell":
            c.value = None
    f.sheet("Số liệu").cell(row, f.spot("Số liệu", INCOME, "value").column).value = 90
    return f.save()


@case()
def sorted_without_the_keys():
    """The rows were sorted, the hidden column of keys was left behind."""
    f = Form().worked()
    a, b = f.spot("Số liệu", INCOME, "figure"), f.spot("Số liệu", POVERTY, "figure")
    a.value, b.value = b.value, a.value
    return f.save()


@case()
def figure_twice():
    """A row copied below the table, with another result."""
    f = Form().worked()
    ws = f.sheet("Số liệu")
    last = ws.max_row + 1
    for c in ws[f.spot("Số liệu", INCOME, "value").row]:
        if type(c).__name__ == "Cell":
            ws.cell(last, c.column).value = c.value
    ws.cell(last, f.spot("Số liệu", INCOME, "value").column).value = 71
    return f.save()


@case()
def formulas_with_values():
    f = Form()
    f.figure(INCOME, "=60+9")
    f.figure(POVERTY, "=31/2026", fmt="0.00%")
    return office(f.save())


@case()
def formulas_without_values():
    """Written by a program that does not calculate."""
    f = Form()
    f.figure(INCOME, "=60+9")
    return f.save()


@case()
def formula_with_an_error():
    f = Form()
    f.figure(POVERTY, "=31/0")
    return office(f.save())


@case()
def saved_by_libreoffice():
    f = Form().worked()
    f.figure(LANDSCAPE, "Đạt")
    f.answer("Nợ đọng", "arrears", "Không")
    f.answer("An ninh, trật tự", "security", "Đạt")
    return office(f.save())


@case()
def saved_like_wps():
    """Every text in its cell, every tag with a prefix."""
    def change(name, content):
        if not re.match(r"xl/worksheets/sheet\d+\.xml", name):
            return content
        text = re.sub(r"<(/?)([a-zA-Z]+)(?=[\s/>])", r"<\1x:\2", content.decode())
        return text.replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
                            'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"').encode()
    return rewrite(Form().worked().save(), change)


@case()
def village_twice_and_arrears_not_met():
    """One village twice; "Chưa đạt" where Có or Không is asked."""
    f = Form()
    f.table("Hài lòng", 0, village="Thôn 1", households=100, forms_out=90, forms_back=90, satisfied=88)
    f.table("Hài lòng", 1, village="thôn 1", households=80, forms_out=80, forms_back=80, satisfied=79)
    f.answer("Nợ đọng", "arrears", "Chưa đạt")
    return f.save()


@case()
def owes_in_a_total_only():
    """No debts by the answer, one in a row that sums up nothing."""
    f = Form()
    f.answer("Nợ đọng", "arrears", "Không")
    f.table("Nợ đọng", 0, work="Tổng cộng", owed=500)
    return f.save()


@case()
def owes_by_subtraction():
    """No debts by the answer; 1000 done and 600 paid by the table."""
    f = Form()
    f.answer("Nợ đọng", "arrears", "Không")
    f.table("Nợ đọng", 0, work="Đường (giả định)", total=1000, completed=1000, paid=600)
    return f.save()


@case()
def total_that_is_none():
    f = Form()
    f.table("Hài lòng", 0, village="Thôn 1", households=100, forms_out=90, forms_back=90, satisfied=60)
    f.table("Hài lòng", 1, village="Toàn xã", forms_back=90, satisfied=88)
    return f.save()


@case()
def answers_twice():
    f = Form().worked()
    ws = f.sheet("An ninh, trật tự")
    f.answer("An ninh, trật tự", "security", "Đạt")
    last = ws.max_row + 1
    ws.cell(last, 1).value = "security"
    ws.cell(last, f.spot("An ninh, trật tự", "security", "answer").column).value = "Chưa đạt"
    return f.save()


@case()
def table_twice_on_a_sheet():
    f = Form().worked()
    ws = f.sheet("Số liệu")
    head = f.spot("Số liệu", 0, "value").row - 2
    last = ws.max_row + 3
    for row, source in enumerate([head, f.spot("Số liệu", INCOME, "value").row]):
        for c in ws[source]:
            if type(c).__name__ == "Cell":
                ws.cell(last + row, c.column).value = 20 if c.value == 69 else c.value
    return f.save()


@case()
def heads_changed():
    """The visible heads of two columns changed places."""
    f = Form()
    f.answer("Nợ đọng", "arrears", "Có")
    a, b = f.spot("Nợ đọng", 0, "owed"), f.spot("Nợ đọng", 0, "paid")
    ws = f.sheet("Nợ đọng")
    x, y = ws.cell(a.row - 1, a.column), ws.cell(b.row - 1, b.column)
    x.value, y.value = y.value, x.value
    f.table("Nợ đọng", 0, work="Đường (giả định)", owed=0, paid=400)
    return f.save()


@case()
def row_renamed():
    f = Form()
    f.spot("Số liệu", "rural_market", "name").value = "Chợ đêm"
    f.figure("rural_market", "Đạt")
    return f.save()


@case()
def unit_changed():
    f = Form()
    f.spot("Số liệu", INCOME, "unit").value = "đồng/người/năm"
    f.figure(INCOME, 69000000)
    return f.save()


@case()
def income_in_dong():
    f = Form()
    f.figure(INCOME, "69.000.000")
    return f.save()


@case()
def formats_of_their_own():
    """69.000.000 shown as 69, 69 with another unit, 31/2026 as a fraction."""
    f = Form()
    f.figure(INCOME, 69000000, fmt="#,##0,,")
    f.figure(POVERTY, 31 / 2026, fmt="# ?/?")
    f.figure(ROADS, 90, fmt='0"‰"')
    f.table("Nguồn lực", 0, worth=538336)
    f.spot("Nguồn lực", 0, "worth").number_format = '#,##0" đồng"'
    return f.save()


@case()
def grade_as_a_number():
    f = Form()
    f.figure(GRADE, 3)
    return f.save()


@case()
def one_result_over_many_rows():
    """One "Đạt" and one number merged down over several rows."""
    f = Form()
    first = f.figure(LANDSCAPE, "Đạt")
    f.sheet("Số liệu").merge_cells(start_row=first.row, end_row=first.row + 2, start_column=first.column, end_column=first.column)
    return f.save()


@case()
def counts_said_twice():
    f = Form()
    f.figure(POVERTY, "31/2026")
    f.figure(POVERTY, 20, "numerator")
    f.figure(POVERTY, 2026, "denominator")
    return f.save()


@case()
def no_craft_village():
    """The commune has no craft village, and says so in two ways."""
    f = Form().worked()
    f.answer("Thông tin xã", "no_craft_village", "Không có")
    f.answer("Thông tin xã", "no_cemetery", "Có")
    return f.save()


@case()
def totals_typed_below():
    """People sum up their tables."""
    f = Form()
    f.table("Hài lòng", 0, village="Thôn 1", households=100, forms_out=90, forms_back=90, satisfied=88)
    f.table("Hài lòng", 1, village="Thôn 2", households=80, forms_out=80, forms_back=80, satisfied=79)
    f.table("Hài lòng", 2, village="TỔNG CỘNG", households=180, forms_out=170, forms_back=170, satisfied=167)
    return f.save()


@case()
def village_half_filled():
    f = Form()
    f.table("Hài lòng", 0, village="Thôn 1", households=100, forms_out=90, forms_back=90, satisfied=88)
    f.table("Hài lòng", 1, village="Thôn 2", households=80, forms_out=80)
    return f.save()


@case()
def half_a_household():
    f = Form()
    f.table("Hài lòng", 0, village="Thôn 1", households=100, forms_out=90, forms_back=90.5, satisfied=88)
    return f.save()


@case()
def owes_and_does_not():
    """No debts by the answer, one by the table."""
    f = Form()
    f.answer("Nợ đọng", "arrears", "Không")
    f.table("Nợ đọng", 0, work="Đường trục xã (giả định)", owed=120)
    return f.save()


@case()
def owes_nothing_listed():
    f = Form()
    f.answer("Nợ đọng", "arrears", "Có")
    return f.save()


@case()
def title_without_a_year():
    f = Form().worked()
    f.table("Quyết định công nhận", 0, level="Xã nông thôn mới nâng cao", title_decision="1/QĐ-UBND (giả định)")
    return f.save()


@case()
def titles_of_old():
    f = Form().worked()
    f.table("Quyết định công nhận", 0, level="nông thôn mới", title_year=2015, title_decision="1/QĐ-UBND (giả định)", title_date="1/2/2016")
    f.table("Quyết định công nhận", 1, level="Xã nông thôn mới nâng cao", title_year="2021", title_decision="2/QĐ-UBND (giả định)", title_date="2022-01-03")
    return f.save()


@case()
def text_that_looks_like_a_formula():
    f = Form().worked()
    cell = f.figure(INCOME, None, "note")
    cell.value, cell.data_type = "=1+1", "s"
    f.table("Minh chứng", 0, code="1", title="+84 (giả định)", number="@12")
    return f.save()


@case()
def font_tcvn3():
    f = Form()
    cell = f.figure(LANDSCAPE, "§¹t")
    cell.font = Font(name=".VnTime")
    f.answer("Thông tin xã", "note", "X· Qu¶ng Trung")
    return f.save()


@case()
def font_vni():
    f = Form()
    f.figure(LANDSCAPE, "Ñaït")
    f.answer("Thông tin xã", "note", "Xaõ Quaûng Trung")
    return f.save()


@case()
def million_empty_rows():
    """Formats laid over whole columns, as WPS saves them."""
    data = Form().worked().save()
    rows = b"".join(b'<row r="%d" spans="1:3" ht="15"><c r="A%d"/></row>' % (n, n) for n in range(900000, 960000))
    name = sheet_part(data, "Số liệu")
    return rewrite(data, lambda n, c: c.replace(b"</sheetData>", rows + b"</sheetData>") if n == name else c)


def sheet_part(data, title):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "xl/worksheets/sheet%d.xml" % (book.sheetnames.index(title) + 1)


# Not forms at all.

@case()
def another_workbook():
    book = openpyxl.Workbook()
    book.active.append(["Số liệu", 69])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@case("xlsm")
def with_macros():
    def change(name, content):
        if name == "[Content_Types].xml":
            return content.replace(b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                   b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
        return content
    return rewrite(Form().worked().save(), change)


@case("xls")
def excel_97():
    return office(Form().worked().save(), "xls:MS Excel 97", ".xlsx")


@case()
def old_file_under_a_new_name():
    """An .xls, or a file with a password, called .xlsx."""
    return office(Form().worked().save(), "xls:MS Excel 97", ".xlsx")[:8192]


@case("ods")
def open_document():
    return office(Form().worked().save(), "ods", ".xlsx")


@case()
def cut_short():
    data = Form().worked().save()
    return data[:len(data) // 2]


@case()
def empty():
    return b""


@case()
def not_a_workbook():
    return "Xã Quảng Trung, thu nhập 69 triệu".encode()


@case()
def sheet_with_broken_xml():
    data = Form().worked().save()
    name = sheet_part(data, "Số liệu")
    return rewrite(data, lambda n, c: c[:len(c) * 2 // 3] if n == name else c)


@case()
def sheet_missing_in_the_archive():
    data = Form().worked().save()
    name = sheet_part(data, "Số liệu")
    return rewrite(data, lambda n, c: None if n == name else c)


# Wide sheets: a row a commune.

WIDE = [["ma_xa", "Xã", "Huyện", "Tỉnh", "Năm xét", INCOME, POVERTY, LANDSCAPE],
        ["16492", "Quảng Trung", "Quảng Xương", "Thanh Hóa", "2023", "69", "1,53", ""]]


def csv(rows, delimiter, encoding="utf-8", end="\r\n", bom=b""):
    return bom + end.join(delimiter.join(row) for row in rows).encode(encoding) + end.encode(encoding)


@case("csv")
def wide_semicolons():
    return csv(WIDE, ";", bom=b"\xef\xbb\xbf")


@case("csv")
def wide_commas():
    return csv([WIDE[0], ["16492", "Quảng Trung", "Quảng Xương", "Thanh Hóa", "2023", "69", '"1,53"', "Đạt"]], ",", end="\n")


@case("csv")
def wide_utf16():
    """Excel's "Unicode Text"."""
    return csv(WIDE, "\t", encoding="utf-16-le", bom=b"\xff\xfe")


@case("csv")
def wide_sep_line():
    return csv([["sep=;"]] + WIDE, ";")


@case("csv")
def wide_old_encoding():
    """Saved as plain CSV by Excel on a Vietnamese Windows."""
    return csv([[unicodedata.normalize("NFC", c) for c in row] for row in [["ma_xa", "Xa", INCOME], ["16492", "Qu\u00e2ng", "69"]]], ";", encoding="cp1258")


@case("csv")
def wide_unknown_column():
    return csv([WIDE[0][:5] + ["thu_nhap_bq", INCOME], WIDE[1][:5] + ["1", "69"]], ";")


@case("csv")
def wide_bad_rows():
    """One row is wrong, one unknown, one twice; the others are read."""
    return csv([WIDE[0], WIDE[1], ["16493", "", "", "", "2023", "trên 84", "2", "Đạt"], ["99999", "", "", "", "2023", "50", "2", ""],
                ["16492", "", "", "", "2023", "70", "", ""], [""] * 8, ["16495", "", "", "", "2023", "52,5", "31/2026", "Chưa đạt"]], ";")


@case("csv")
def wide_quoted_lines():
    return csv([WIDE[0], ["16492", '"Quảng\r\nTrung"', "Quảng Xương", "Thanh Hóa", "2023", "69", "1,53", "x"]], ";")


def main():
    global TEMP
    with tempfile.TemporaryDirectory() as TEMP:
        subprocess.run([sys.argv[1], "template", "--commune", "16492", "--year", "2023", "--level", "ntm", "-o", os.path.join(TEMP, "blank.xlsx")], check=True, stdout=subprocess.DEVNULL)
        only = sys.argv[2:]
        for name, make in CASES:
            if not only or name in only:
                with open(os.path.join(HERE, name), "wb") as f:
                    f.write(make())


main()
