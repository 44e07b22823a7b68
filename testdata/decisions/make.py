#!/usr/bin/env python3
"""Writes the invented decisions of this folder. See README.md.

Needs python-docx, openpyxl, and LibreOffice's writer for the last three.
"""
import os
import quopri
import shutil
import subprocess
import tempfile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

HERE = os.path.dirname(os.path.abspath(__file__))
REGIONS = ["Trung du, miền núi phía Bắc", "Đồng bằng sông Hồng", "Bắc Trung Bộ", "Duyên hải Nam Trung Bộ",
           "Tây Nguyên", "Đông Nam Bộ", "Đồng bằng sông Cửu Long"]
PROVINCE = "UBND cấp tỉnh quy định cụ thể"


def path(name):
    return os.path.join(HERE, name)


def write(cell, text):
    """Writes a text; ^x^ is a superscript, a line end a paragraph."""
    lines = str(text).split("\n")
    for i, line in enumerate(lines):
        p = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        for j, piece in enumerate(line.split("^")):
            if piece:
                p.add_run(piece).font.superscript = True if j % 2 else None


def table(doc, rows, merges=(), width=None):
    """A table; each merge is (top, left, bottom, right) from 0."""
    t = doc.add_table(rows=len(rows), cols=width or max(len(r) for r in rows))
    t.style = "Table Grid"
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text is not None:
                write(t.cell(i, j), text)
    for top, left, bottom, right in merges:
        a, b = t.cell(top, left), t.cell(bottom, right)
        a.merge(b)
    for row in t.rows:  # python-docx leaves an empty paragraph for each cell it merged
        for cell in row.cells:
            while len(cell.paragraphs) > 1 and not cell.paragraphs[-1].text:
                cell._tc.remove(cell.paragraphs[-1]._p)
    return t


def repeat_head(t, rows):
    for row in t.rows[:rows]:
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))


def head(doc, issuer, number, place, title):
    t = doc.add_table(rows=1, cols=2)
    write(t.cell(0, 0), issuer + "\n-------\nSố: " + number)
    write(t.cell(0, 1), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n" + place)
    for line in ["QUYẾT ĐỊNH"] + title:
        doc.add_paragraph(line)
    doc.add_paragraph(issuer.replace("\n", " "))
    doc.add_paragraph("Căn cứ Luật Tổ chức Chính phủ; nội dung tệp này là giả định, không phải văn bản thật.")
    doc.add_paragraph("QUYẾT ĐỊNH:")
    doc.add_paragraph("Điều 1. Ban hành kèm theo Quyết định này các phụ lục.")


def receipt(doc):
    t = doc.add_table(rows=1, cols=2)
    write(t.cell(0, 0), "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.")
    write(t.cell(0, 1), "KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n(Đã ký)")


def by_region():
    """As 318/QĐ-TTg: two annexes, a table a group, eight columns under two rows of heads."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "901/QĐ-TTg", "Hà Nội, ngày 08 tháng 3 năm 2022",
         ["Về việc ban hành Bộ tiêu chí quốc gia giả định về xã nông thôn mới và xã nông thôn mới nâng cao giai đoạn 2021 - 2025"])
    receipt(doc)
    given = "(Ban hành kèm theo Quyết định số 901/QĐ-TTg ngày 08 tháng 3 năm 2022 của Thủ tướng Chính phủ)"
    heads = [["TT", "Tên tiêu chí", "Nội dung tiêu chí", None, "Chỉ tiêu chung", "Chỉ tiêu theo vùng"] + [None] * 6,
             [None, None, None, None, None] + REGIONS]
    head_merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 3), (0, 4, 1, 4), (0, 5, 0, 11)]

    def group(title, rows, merges):
        doc.add_paragraph(title)
        t = table(doc, heads + rows, head_merges + [(a + 2, b, c + 2, d) for a, b, c, d in merges], 12)
        repeat_head(t, 2)

    doc.add_page_break()
    doc.add_paragraph("Phụ lục I")
    doc.add_paragraph("BỘ TIÊU CHÍ QUỐC GIA VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025")
    doc.add_paragraph(given)
    group("I. QUY HOẠCH", [
        ["1", "Quy hoạch", "1.1. Có quy hoạch chung xây dựng xã được phê duyệt^1^", None, "Đạt"] + ["Đạt"] * 7,
        [None, None, "1.2. Ban hành quy định quản lý quy hoạch và tổ chức thực hiện", None, "Đạt"] + ["Đạt"] * 7,
    ], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (1, 2, 1, 3)])
    group("II. HẠ TẦNG KINH TẾ - XÃ HỘI", [
        ["2", "Giao thông", "2.1. Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa", None, PROVINCE] + [None] * 7,
        [None, None, "2.2. Tỷ lệ đường thôn được cứng hóa", None] + [None] * 8,
        ["3", "Thủy lợi", "3.1. Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động", None,
         "≥ 81%"] + ["≥ 81%"] * 7,
        [None, None, "3.2. Đảm bảo yêu cầu chủ động về phòng chống thiên tai", None, "Loại khá trở lên"] + [None] * 7,
        ["5", "Trường học", "Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất", None, "100%",
         "≥ 71%", "100%", "≥ 71%", "≥ 71%", "≥ 71%", "100%", "≥ 71%"],
    ], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (1, 2, 1, 3), (0, 4, 1, 11), (2, 0, 3, 0), (2, 1, 3, 1),
        (2, 2, 2, 3), (3, 2, 3, 3), (3, 4, 3, 11), (4, 2, 4, 3)])
    income = [[31, 51, 31, 41, 41, 61, 51], [34, 54, 34, 44, 44, 64, 54], [37, 57, 37, 47, 47, 67, 57]]
    group("III. KINH TẾ VÀ TỔ CHỨC SẢN XUẤT", [
        ["10", "Thu nhập", "Thu nhập bình quân đầu người (triệu đồng/người)", "Năm 2021", "≥ 41"] + ["≥ %d" % n for n in income[0]],
        [None, None, None, "Năm 2022", "≥ 44"] + ["≥ %d" % n for n in income[1]],
        [None, None, None, "Năm 2023", "≥ 47"] + ["≥ %d" % n for n in income[2]],
        ["11", "Nghèo đa chiều", "Tỷ lệ nghèo đa chiều giai đoạn 2021 - 2025", None, "≤ 5,1%", "≤ 13,1%", "≤ 2,1%",
         "≤ 5,1%", "≤ 5,1%", "≤ 7,1%", "≤ 1,1%", "≤ 4,1%"],
        ["14", "Giáo dục và Đào tạo", "14.1. Phổ cập giáo dục mầm non; xóa mù chữ", None, "Theo quy định của Bộ Giáo dục và Đào tạo"] + [None] * 7,
    ], [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 2, 2), (3, 2, 3, 3), (4, 2, 4, 3), (4, 4, 4, 11)])
    group("IV. MÔI TRƯỜNG", [
        ["17", "Môi trường và an toàn thực phẩm", "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn", None,
         "≥ 36% (≥ 21% từ hệ thống cấp nước tập trung)", "≥ 31% (≥ 11% từ hệ thống cấp nước tập trung)", "≥ 66% (≥ 41% từ hệ thống cấp nước tập trung)",
         "≥ 36% (≥ 21% từ hệ thống cấp nước tập trung)", "≥ 36% (≥ 21% từ hệ thống cấp nước tập trung)", "≥ 31% (≥ 11% từ hệ thống cấp nước tập trung)",
         "≥ 66% (≥ 41% từ hệ thống cấp nước tập trung)", "≥ 36% (≥ 21% từ hệ thống cấp nước tập trung)"],
        [None, None, "17.2. Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn", None, "≥ 2m^2^/người"] + ["≥ 2m^2^/người"] * 7,
        [None, None, "17.3. Nhà tạm, dột nát", None, "Không"] + ["Không"] * 7,
    ], [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 3), (1, 2, 1, 3), (2, 2, 2, 3)])
    doc.add_paragraph("Ghi chú: (1) Quy hoạch còn thời hạn.")
    doc.add_page_break()
    doc.add_paragraph("Phụ lục II")
    doc.add_paragraph("BỘ TIÊU CHÍ QUỐC GIA VỀ XÃ NÔNG THÔN MỚI NÂNG CAO GIAI ĐOẠN 2021 - 2025")
    doc.add_paragraph(given)
    table(doc, heads + [
        ["3", "Thủy lợi", "3.1. Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động", None, "≥ 91%"] + ["≥ 91%"] * 7,
        ["13", "Tổ chức sản xuất", "13.1. Hợp tác xã hoạt động hiệu quả", None, "≥ 01"] + ["≥ 01"] * 7,
        [None, None, "13.2. Có mô hình kinh tế ứng dụng công nghệ cao", None, "≥ 01 mô hình"] + ["≥ 01 mô hình"] * 7,
    ], head_merges + [(2, 2, 2, 3), (3, 0, 4, 0), (3, 1, 4, 1), (3, 2, 3, 3), (4, 2, 4, 3)], 12)
    doc.save(path("gia-dinh-theo-vung.docx"))


def model_commune():
    """As 319/QĐ-TTg: conditions in paragraphs, without a table."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "902/QĐ-TTg", "Hà Nội, ngày 08 tháng 3 năm 2022",
         ["Quy định giả định xã nông thôn mới kiểu mẫu giai đoạn 2021 - 2025"])
    doc.add_paragraph("Phụ lục")
    doc.add_paragraph("QUY ĐỊNH XÃ NÔNG THÔN MỚI KIỂU MẪU GIAI ĐOẠN 2021 - 2025")
    for line in ["1. Là xã đạt chuẩn nông thôn mới nâng cao giai đoạn 2021 - 2025.",
                 "2. Có thu nhập bình quân đầu người cao hơn từ 11% trở lên so với mức quy định của xã nông thôn mới nâng cao tại cùng thời điểm.",
                 "3. Có ít nhất một mô hình thôn thông minh do UBND cấp tỉnh quy định.",
                 "4. Có ít nhất một lĩnh vực nổi trội do UBND cấp tỉnh quy định."]:
        doc.add_paragraph(line)
    receipt(doc)
    doc.save(path("gia-dinh-kieu-mau.docx"))


GROUPS = ["TT", "Tiêu chí", "Chỉ tiêu", "Xã nhóm 1", "Xã nhóm 2", "Xã nhóm 3"]


def by_group():
    """As 51/2025/QĐ-TTg: three commune groups, the head again after a page, tables cut in two."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "951/2025/QĐ-TTg", "Hà Nội, ngày 29 tháng 12 năm 2025",
         ["Ban hành Bộ tiêu chí quốc gia giả định về nông thôn mới giai đoạn 2026 - 2030"])
    given = "(Kèm theo Quyết định số 951/2025/QĐ-TTg ngày 29 tháng 12 năm 2025 của Thủ tướng Chính phủ)"
    doc.add_paragraph("PHỤ LỤC I")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2026 - 2030")
    doc.add_paragraph(given)
    table(doc, [
        GROUPS,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["1", "Quy hoạch", "1.1. Có quy hoạch chung xã còn thời hạn", "Đạt", "Đạt", "Đạt"],
        ["", "", "1.2. Tỷ lệ khu chức năng được quản lý theo quy hoạch", "100%", "≥ 81%", "≥ 61%"],
        ["2", "Hạ tầng kinh tế - xã hội", "2.1. Tỷ lệ đường xã được cứng hóa:", "", "", ""],
        ["", "", "a) Đường trục xã", "100%", "100%", "≥ 91%"],
        ["", "", "b) Đường trục thôn", "100%", "≥ 91%", "từ 71% trở lên"],
        GROUPS,
        ["", "", "2.2. Hệ thống điện", "Đạt theo quy định của Bộ Công Thương", None, None],
        ["", "", "2.3. Tỷ lệ trường học đạt chuẩn cơ sở vật chất", "100%",
         "- Xã có trên 3 trường: ≥ 71%\n- Xã có từ 3 trường trở xuống: ≥ 51%", "≥ 51%"],
        ["", "", "2.4. Thiết chế văn hóa, thể thao", PROVINCE, None, None],
    ], [(0 + 8, 3, 8, 5), (10, 3, 10, 5)])
    doc.add_paragraph("")
    table(doc, [
        ["3", "Phát triển kinh tế nông thôn", "3.1. Thu nhập bình quân đầu người (triệu đồng/người/năm)\nNăm 2026\nNăm 2027",
         "Năm 2026: ≥ 91\nNăm 2027: ≥ 96", "Năm 2026: ≥ 71\nNăm 2027: ≥ 76", "Năm 2026: ≥ 51\nNăm 2027: ≥ 56"],
        ["", "", "3.2. Số sản phẩm OCOP", "≥ 03 sản phẩm", "≥ 02 sản phẩm", "≥ 01 (một) sản phẩm"],
        ["6", "Giảm nghèo", "Tỷ lệ nghèo đa chiều^(2)^", "≤ 1,1%", "không quá 3,1 %", "dưới 8,1%"],
        ["7", "Chuyển đổi số", "7.1. Cấp độ chuyển đổi số", "Cấp độ 3", "Cấp độ 2", "Cấp độ 1 trở lên"],
        ["", "", "7.2. Tỷ lệ dịch vụ công trực tuyến", "≥ 81%", "≥ 71%", "-"],
        ["", "", "7.3. An toàn thông tin", "Mức độ 2", "Mức độ 2", "Không áp dụng"],
    ])
    doc.add_paragraph("Ghi chú:")
    doc.add_paragraph("(2) Theo chuẩn nghèo của từng giai đoạn.")
    doc.add_page_break()
    doc.add_paragraph("PHỤ LỤC II")
    doc.add_paragraph("KHUNG TIÊU CHÍ XÃ NÔNG THÔN MỚI HIỆN ĐẠI GIAI ĐOẠN 2026 - 2030")
    doc.add_paragraph(given)
    table(doc, [
        ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Mức đạt"],
        ["1", "Kinh tế", "1.1. Tỷ lệ lao động phi nông nghiệp", PROVINCE],
        ["", "", "1.2. Thu nhập bình quân đầu người", "Cao hơn từ 11% trở lên so với xã nông thôn mới"],
    ])
    doc.add_paragraph("PHỤ LỤC III")
    doc.add_paragraph("DANH MỤC PHÂN CÔNG")
    table(doc, [["TT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Hướng dẫn tiêu chí 1", "Bộ Xây dựng"]])
    doc.save(path("gia-dinh-theo-nhom.docx"))


# A whole set as that of 2026-2030 may be laid out: its criteria are the decision's, all else is invented.
WHOLE = [
    ("1", "Quy hoạch", [
        ("Có quy hoạch chung xã còn thời hạn hoặc đã được rà soát, điều chỉnh", ["Đạt"] * 3),
        ("Tỷ lệ khu chức năng được quản lý theo quy hoạch", ["100%", "≥ 81%", "≥ 61%"]),
        ("Quy định quản lý quy hoạch được công bố công khai", ["Đạt"] * 3)]),
    ("2", "Hạ tầng kinh tế - xã hội", [
        ("Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa, ô tô đi lại thuận tiện quanh năm", ["100%", "100%", "≥ 91%"]),
        ("Tỷ lệ đường thôn, bản được cứng hóa", ["100%", "≥ 91%", "từ 71% trở lên"]),
        ("Tỷ lệ đường trục chính nội đồng được cứng hóa", ["≥ 91%", "≥ 81%", "≥ 61%"]),
        ("Hệ thống điện đạt chuẩn", ["Đạt theo quy định của Bộ Công Thương", None, None]),
        ("Tỷ lệ trường học các cấp đạt chuẩn cơ sở vật chất", ["100%", "≥ 81%", "≥ 71%"]),
        ("Thiết chế văn hóa, thể thao ở xã", ["UBND cấp tỉnh quy định cụ thể", None, None]),
        ("Nhà tạm, dột nát", ["Không"] * 3),
        ("Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố", ["≥ 91%", "≥ 86%", "≥ 76%"])]),
    ("3", "Phát triển kinh tế nông thôn", [
        ("Thu nhập bình quân đầu người (triệu đồng/người/năm)", ["Năm 2026: ≥ 91\nNăm 2027: ≥ 96", "Năm 2026: ≥ 71\nNăm 2027: ≥ 76",
                                                                  "Năm 2026: ≥ 51\nNăm 2027: ≥ 56"]),
        ("Số sản phẩm OCOP", ["≥ 03 sản phẩm", "≥ 02 sản phẩm", "≥ 01 (một) sản phẩm"]),
        ("Hợp tác xã hoạt động hiệu quả", ["≥ 02 hợp tác xã", "≥ 01 hợp tác xã", "≥ 01 hợp tác xã"]),
        ("Mô hình kinh tế tuần hoàn", ["≥ 02 mô hình", "≥ 01 mô hình", "Không áp dụng"]),
        ("Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động", ["≥ 91%", "≥ 81%", "≥ 71%"])]),
    ("4", "Đào tạo nguồn nhân lực nông thôn", [
        ("Tỷ lệ lao động qua đào tạo", ["≥ 81%", "≥ 76%", "≥ 66%"]),
        ("Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", ["≥ 41%", "≥ 31%", "≥ 21%"]),
        ("Trung tâm học tập cộng đồng hoạt động có hiệu quả", ["Loại khá trở lên", None, None])]),
    ("5", "Văn hóa, giáo dục, y tế", [
        ("Tỷ lệ thôn đạt tiêu chuẩn văn hóa", ["≥ 91%", "≥ 81%", "≥ 71%"]),
        ("Phổ cập giáo dục, xóa mù chữ", ["Theo quy định của Bộ Giáo dục và Đào tạo", None, None]),
        ("Tỷ lệ học sinh tốt nghiệp trung học cơ sở tiếp tục học", ["≥ 96%", "≥ 91%", "≥ 81%"]),
        ("Tỷ lệ người dân tham gia bảo hiểm y tế", ["≥ 96%", "≥ 96%", "≥ 91%"]),
        ("Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi", ["≤ 11%", "≤ 16%", "không quá 21%"]),
        ("Xã đạt tiêu chí quốc gia về y tế", ["Đạt"] * 3)]),
    ("6", "Giảm nghèo và an sinh xã hội", [
        ("Tỷ lệ nghèo đa chiều^(1)^", ["≤ 1,1%", "không quá 3,1 %", "≤ 8,1%"]),
        ("Tỷ lệ lực lượng lao động tham gia bảo hiểm xã hội", ["≥ 41%", "≥ 31%", "≥ 21%"]),
        ("Không có trẻ em bị bạo lực", ["Đạt"] * 3)]),
    ("7", "Khoa học công nghệ và chuyển đổi số", [
        ("Cấp độ chuyển đổi số", ["Cấp độ 3", "Cấp độ 2", "Cấp độ 1 trở lên"]),
        ("Tỷ lệ hồ sơ dịch vụ công được giải quyết trực tuyến", ["≥ 81%", "≥ 71%", "≥ 51%"]),
        ("Tỷ lệ người dân có tài khoản thanh toán điện tử", ["≥ 81%", "≥ 71%", "≥ 51%"]),
        ("Mô hình thôn thông minh", ["≥ 02 mô hình", "≥ 01 mô hình", "Không áp dụng"])]),
    ("8", "Môi trường và cảnh quan nông thôn", [
        ("Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn", [
            "≥ 96% (trong đó ≥ 76% từ hệ thống cấp nước tập trung)", "≥ 81% (trong đó ≥ 56% từ hệ thống cấp nước tập trung)",
            "≥ 61% (trong đó ≥ 31% từ hệ thống cấp nước tập trung)"]),
        ("Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý", ["≥ 96%", "≥ 91%", "≥ 81%"]),
        ("Tỷ lệ hộ phân loại chất thải rắn tại nguồn", ["≥ 71%", "≥ 51%", "≥ 31%"]),
        ("Tỷ lệ cơ sở sản xuất, kinh doanh bảo đảm quy định về bảo vệ môi trường", ["100%", "≥ 96%", "≥ 91%"]),
        ("Đất cây xanh sử dụng công cộng tại điểm dân cư (m^2^/người)", ["≥ 4", "≥ 3", "≥ 2"]),
        ("Cảnh quan xanh, sạch, đẹp, an toàn", ["Đạt"] * 3)]),
    ("9", "Xây dựng hệ thống chính trị và hành chính công", [
        ("Cán bộ, công chức xã đạt chuẩn", ["Đạt"] * 3),
        ("Đảng bộ, chính quyền xã được xếp loại hoàn thành tốt nhiệm vụ trở lên", ["Đạt"] * 3),
        ("Tỷ lệ người dân hài lòng về dịch vụ hành chính công", ["≥ 91%", "≥ 86%", "≥ 81%"]),
        ("Tổ chức chính trị - xã hội của xã được xếp loại khá trở lên", ["100%", "100%", "100%"])]),
    ("10", "Tiếp cận pháp luật và an ninh, quốc phòng", [
        ("Xã đạt chuẩn tiếp cận pháp luật theo quy định", ["Đạt"] * 3),
        ("Tỷ lệ vụ việc hòa giải thành", ["≥ 91%", "≥ 86%", "≥ 81%"]),
        ("Hoàn thành các chỉ tiêu quân sự, quốc phòng", ["Đạt"] * 3),
        ("Không có công dân phạm tội đặc biệt nghiêm trọng", ["Đạt"] * 3),
        ("Ban Chỉ huy quân sự xã vững mạnh toàn diện", ["Đạt"] * 3)]),
]


def whole_2026():
    """A set of ten criteria and 47 indicators for three commune groups."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "952/2025/QĐ-TTg", "Hà Nội, ngày 30 tháng 12 năm 2025",
         ["Ban hành Bộ tiêu chí quốc gia giả định về nông thôn mới giai đoạn 2026 - 2030"])
    doc.add_paragraph("PHỤ LỤC I")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2026 - 2030")
    doc.add_paragraph("(Kèm theo Quyết định số 952/2025/QĐ-TTg ngày 30 tháng 12 năm 2025 của Thủ tướng Chính phủ)")
    rows, merges = [GROUPS], []
    for no, name, indicators in WHOLE:
        first = len(rows)
        for i, (words, cells) in enumerate(indicators):
            if cells[1] is None:
                merges.append((len(rows), 3, len(rows), 5))
            rows.append([no if i == 0 else None, name if i == 0 else None, "%s.%d. %s" % (no, i + 1, words)] + cells)
        merges += [(first, 0, len(rows) - 1, 0), (first, 1, len(rows) - 1, 1)]
    repeat_head(table(doc, rows, merges), 1)
    doc.add_paragraph("Ghi chú: (1) Theo chuẩn nghèo của từng giai đoạn.")
    receipt(doc)
    doc.save(path("gia-dinh-tron-bo-2026.docx"))


def by_zone():
    """As a province's own: its zones, a unit column, who is responsible, criteria as lines."""
    doc = Document()
    head(doc, "ỦY BAN NHÂN DÂN\nTỈNH GIẢ ĐỊNH", "926/2024/QĐ-UBND", "Giả Định, ngày 15 tháng 5 năm 2024",
         ["Ban hành Bộ tiêu chí xã nông thôn mới nâng cao trên địa bàn tỉnh Giả Định giai đoạn 2024 - 2025"])
    t = table(doc, [
        ["TT", "Nội dung tiêu chí", "ĐVT", "Mức đạt chuẩn", None, "Cơ quan hướng dẫn, thẩm định"],
        [None, None, None, "Khu vực 1", "Khu vực 2", None],
        ["I", "HẠ TẦNG", "", "", "", ""],
        ["1", "Giao thông", "", "", "", ""],
        ["1.1", "Tỷ lệ đường xã được bảo trì hàng năm", "%", "≥ 61", "≥ 81", "Sở Xây dựng"],
        ["1.2", "Đường thôn:", "", "", "", "Sở Xây dựng"],
        ["", "- Được cứng hóa", "%", "≥ 51", "≥ 71", ""],
        ["", "- Có đèn chiếu sáng", "%", "tối thiểu 31", "tối thiểu 51", ""],
        ["2", "Điện", "", "", "", ""],
        ["2.1", "Hệ thống điện đạt chuẩn", "", "Đạt", "Đạt", "Sở Công Thương"],
        ["II", "MÔI TRƯỜNG", "", "", "", ""],
        ["3", "Tỷ lệ hộ sử dụng nước sạch", "%", "≥ 56", "≥ 66", "Sở Nông nghiệp và Môi trường"],
        ["4", "Môi trường sống", "", "", "", ""],
        ["4.1", "Cấp nước sinh hoạt bình quân", "lít/người/ngày đêm", "≥ 61", "≥ 61", "Sở Nông nghiệp và Môi trường"],
        ["4.2", "Tỷ lệ hộ phân loại rác tại nguồn", "%", "≥ 51", None, "Sở Nông nghiệp và Môi trường"],
        ["Ghi chú: Khu vực 1 gồm các xã khu vực II, III.", None, None, None, None, None],
    ], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 1, 5), (14, 3, 14, 4), (15, 0, 15, 5)])
    repeat_head(t, 2)
    receipt(doc)
    doc.save(path("gia-dinh-theo-khu-vuc.docx"))


def misread():
    """What must not be read in silence."""
    doc = Document()
    head(doc, "ỦY BAN NHÂN DÂN\nTỈNH GIẢ ĐỊNH", "    /2026/QĐ-UBND", "Giả Định, ngày     tháng     năm 2026",
         ["Ban hành Bộ tiêu chí xã nông thôn mới trên địa bàn tỉnh Giả Định giai đoạn 2026 - 2030"])
    doc.add_paragraph("DỰ THẢO")
    doc.add_paragraph("PHỤ LỤC I")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI")
    table(doc, [
        GROUPS,
        ["1", "Giao thông", "1.1. Tỷ lệ đường xã được cứng hóa", "≥ 810%", "≥ 81%", "≥ 8%"],
        ["", "", "1.2. Tỷ lệ đường thôn được cứng hóa", "≥ 81% trở xuống", "từ 71% đến 81%", "≥ 71%, trừ xã đảo"],
        ["", "", "1.4. Tỷ lệ đường ngõ sạch", "≥ 81%", "≤ 71%", "≥ 61%"],
        ["", "", "1.5. Tỷ lệ đường nội đồng", "≥ 02 mô hình", "71", "≥ 61%"],
        ["2", "Thu nhập", "2.1. Thu nhập bình quân đầu người", "≥ 1.530", "≥ 71 triệu đồng/người/năm", "khoảng 61"],
        ["", "", "2.1. Thu nhập bình quân đầu người của hộ", "≥ 91 triệu đồng/người/năm", "≥ 81 triệu đồng/người/năm", "≥ 71 triệu đồng/người/năm"],
        ["", "", "3.1. Có chợ", "Đạt", "", "Đạt"],
        ["", "", "2.2. Số lao động", "≥ 1,5 người", "≥ 2 người", "≥ 2 người"],
        ["4", "Môi trường", "4.1. Tỷ lệ hộ phân loại rác", None, "≥ 71%", "≥ 61%"],
        ["", "", "≥ 81%", "≥ 71%", "≥ 61%", ""],
        ["", "", "4.2. Tỷ lệ rác được thu gom", "Đạt hoặc ≥ 71%", "≥ 71%", "≥ 61%"],
        ["", "", "4.3. Tỷ lệ nước thải được xử lý", "≥ 71%", "≥ 61%", "≥ 51%"],
        ["", "", "4.4. Tỷ lệ hộ có nhà tiêu hợp vệ sinh", None, "≥ 61%", "≥ 51%"],
    ], [(9, 2, 9, 3), (12, 3, 13, 3)])
    doc.add_paragraph("PHỤ LỤC II")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (BẢN SỬA ĐỔI)")
    doc.add_paragraph("(Kèm theo Quyết định số 927/2026/QĐ-UBND ngày 01 tháng 6 năm 2026 của UBND tỉnh Giả Định)")
    table(doc, [GROUPS, ["1", "Giao thông", "1.1. Tỷ lệ đường xã được cứng hóa", "≥ 91%", "≥ 81%", "≥ 71%"]])
    doc.save(path("gia-dinh-doc-nham.docx"))


PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Văn bản giả định</title>
<style>td { border: 1px solid }</style></head><body>
<div id=menu><a href="#">Trang chủ</a> <a href="#">Văn bản</a></div>
<table width="100%"><tr><td>
<table border=0><tr><td><p align=center><b>ỦY BAN NHÂN DÂN<br>TỈNH GIẢ ĐỊNH<br>-------</b></p></td>
<td><p align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></p></td></tr>
<tr><td><p>Số: 983/2026/QĐ-UBND</p></td><td><p><i>Giả Định, ngày 10 tháng 02 năm 2026</i></p></td></tr></table>
<p><b>QUYẾT ĐỊNH</b></p>
<p>BAN HÀNH BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI TRÊN ĐỊA BÀN TỈNH GIẢ ĐỊNH GIAI ĐOẠN 2026 - 2030</p>
<p>ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH</p><p><i>Căn cứ nội dung giả định;</i></p>
<p>PHỤ LỤC</p><p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI<br><i>(Kèm theo Quyết định số 983/2026/QĐ-UBND ngày 10/02/2026 của UBND tỉnh Giả Định)</i></p>
<table border=1 cellspacing=0>
<thead>
<tr><td rowspan=3>TT</td><td rowspan=3>Nội dung tiêu chí</td><td rowspan=3>Tên tiêu chí</td><td colspan=3>Chỉ tiêu</td><td rowspan=3>Ghi chú</td></tr>
<tr><td rowspan=2>Xã nhóm 1</td><td colspan=2>Các nhóm khác</td></tr>
<tr><td>Nhóm 2</td><td>Nhóm 3</td></tr></thead>
<tr><td colspan=7><b>I. HẠ TẦNG</b></td></tr>
<tr><td>1.1</td><td>Tỷ lệ đường xã được cứng hóa<sup>1</sup></td><td rowspan=2>1. Giao thông</td><td>&ge; 91%</td><td colspan=2><p>&#8805;
 71 %</p></td><td></td></tr>
<tr><td>1.2</td><td>Tỷ lệ đường thôn được cứng hóa</td><td>100%</td><td><span style='font-family:Symbol'>&#179;</span>&nbsp;81%</td><td>71% trở lên</td><td>x</td></tr>
<tr><td colspan=7><b>II. MÔI TRƯỜNG</b></td></tr>
<tr><td>2.1</td><td>Đất cây xanh (m<sup>2</sup>/người)</td><td rowspan=3>2. Môi trường</td><td>&ge; 4</td><td>&ge; 3</td><td>&ge; 2</td><td></td></tr>
<tr><td>2.2</td><td>Tỷ lệ hộ dùng nước sạch</td><td>&ge; 95% (trong đó &ge; 56% từ hệ thống cấp nước tập trung)</td><td>&ge; 85%</td><td><img src="ge.gif"> 75%</td><td></td></tr>
<tr><td>2.3</td><td>Không để xảy ra sự cố</td><td>Không</td><td>Không</td><td>UBND cấp tỉnh quy định cụ thể</td><td></td></tr>
</table>
<p>Ghi chú: <sup>1</sup> Đường do xã quản lý.</p>
<table><tr><td>Nơi nhận:<br>- Như Điều 3</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</td></tr></table>
</td></tr></table></body></html>
"""


def pages():
    with open(path("gia-dinh-trang-web.html"), "w", encoding="utf-8", newline="\n") as f:
        f.write(PAGE)
    body = quopri.encodestring(PAGE.replace("983", "984").encode("utf-8")).decode("ascii").replace("\n", "\r\n")
    with open(path("gia-dinh-trang-web.mht"), "w", encoding="ascii", newline="") as f:
        f.write("From: <Saved by a browser>\r\nSubject: =?utf-8?Q?gi=E1=BA=A3 =C4=91=E1=BB=8Bnh?=\r\nMIME-Version: 1.0\r\n"
                'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----phan"\r\n\r\n'
                "------phan\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                "Content-Location: http://vi-du.invalid/van-ban\r\n\r\n" + body + "\r\n------phan--\r\n")


def by_year():
    """A province's workbook: a column a year, percentages as numbers, a hidden sheet."""
    book = Workbook()
    s = book.active
    s.title = "Phụ lục"
    s.append(["ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH"])
    s.append(["BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025 (giả định)"])
    s.append(["(Kèm theo Quyết định số 936/QĐ-UBND ngày 20 tháng 9 năm 2022 của UBND tỉnh Giả Định)"])
    s.append([])
    s.append(["STT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu theo năm", None, None])
    s.append([None, None, None, "Năm 2021", "Năm 2022", 2023])
    s.append([10, "Thu nhập", "Thu nhập bình quân đầu người (triệu đồng/người)", 41, 44.5, 47])
    s.append([11, "Nghèo đa chiều", "Tỷ lệ nghèo đa chiều", "≤ 5,1%", "≤ 4,1%", "≤ 3,1%"])
    s.append(["12", "Lao động", "12.1. Tỷ lệ lao động qua đào tạo", 0.71, 0.715, 0.72])
    s.append([None, None, "12.2. Tỷ lệ lao động có bằng cấp", "≥ 21%", "≥ 19%", "≥ 23%"])
    s.append(["15", "Y tế", "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 91%", None, None])
    for cell in ["D9", "E9", "F9"]:
        s[cell].number_format = "0.0%"
    s.merge_cells("D5:F5")
    for c in "ABC":
        s.merge_cells("%s5:%s6" % (c, c))
    s.merge_cells("A9:A10")
    s.merge_cells("B9:B10")
    s.merge_cells("D11:F11")
    hidden = book.create_sheet("Nháp")
    hidden.append(["TT", "Nội dung tiêu chí", "Mức đạt"])
    hidden.append([1, "Bỏ", "≥ 1%"])
    hidden.sheet_state = "hidden"
    book.save(path("gia-dinh-theo-nam.xlsx"))


def one_column():
    rows = ["TT;Tiêu chí/Chỉ tiêu;Tiêu chuẩn;Đơn vị phụ trách", "I;QUY HOẠCH;;", "1;Quy hoạch;;", "1.1;Có quy hoạch chung;Đạt;Sở Xây dựng",
            "1.2;Tỷ lệ khu dân cư theo quy hoạch;từ 81% trở lên;Sở Xây dựng", "2;Giao thông;;", "2.1;Tỷ lệ đường xã được cứng hóa;100%;Sở Xây dựng",
            "2.2;Tuyến đường kiểu mẫu;≥ 01 tuyến đường;Sở Xây dựng", "3;Xã có tổ hợp tác hoạt động hiệu quả;Có;Liên minh hợp tác xã"]
    with open(path("gia-dinh-mot-cot.csv"), "w", encoding="utf-8-sig", newline="") as f:
        f.write("\r\n".join(rows) + "\r\n")


def by_roman():
    """Criteria counted in Roman, a unit column, the table cut in two, and those responsible right below it."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "911/QĐ-TTg", "Hà Nội, ngày 08 tháng 3 năm 2022",
         ["Ban hành Bộ tiêu chí quốc gia giả định về xã nông thôn mới giai đoạn 2021 - 2025"])
    doc.add_paragraph("Phụ lục I")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025")
    table(doc, [
        ["STT", "Tên tiêu chí", "Nội dung tiêu chí", "Đơn vị tính", "Chỉ tiêu theo vùng"] + [None] * 6 + ["Ghi chú"],
        [None] * 4 + REGIONS + [None],
        ["I", "Giao thông", "2.1. Tỷ lệ đường xã được nhựa hóa", "%", "81", "100", "81", "91", "71", "100", "81", ""],
        ["", "", "2.2. Số cầu dân sinh được cải tạo", "công trình", "≥ 1", "≥ 2", "≥ 1", "≥ 1", "≥ 1", "≥ 3", "≥ 2", "Nếu có"],
        ["II", "Thu nhập", "10.1. Thu nhập bình quân", "triệu đồng/người", "≥31", "≥51", "≥41", "≥46,5", "≥41", "≥61", "≥51", ""],
        ["", "", "10.2. Tỷ lệ hộ khá", "%", "≥ 31%\n(≥ 21% đối với xã ĐBKK)"] + ["≥ 31%/năm"] * 6 + [""],
    ], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 10), (0, 11, 1, 11)], 12)
    doc.add_paragraph("")
    table(doc, [
        ["III", "Môi trường", "17.1. Tỷ lệ hộ dùng nước sạch", "%"] + ["Tăng 5% so với năm trước"] * 7 + [""],
        ["", "", "17.2. Tỷ lệ chất thải được thu gom", "%"] + ["1.000%"] + ["Giảm còn 3%"] * 6 + [""],
    ], (), 12)
    table(doc, [["TT", "Tên tiêu chí", "Nội dung", "ĐVT"] + ["Cơ quan phụ trách"] * 7 + ["Ghi chú"],
                ["1", "Giao thông", "2.1. Tỷ lệ đường xã", "%", "2023"] + ["Sở Xây dựng"] * 6 + [""]], (), 12)
    doc.save(path("gia-dinh-so-la-ma.docx"))


def by_year_in_words():
    """"Tiêu chí 10" in the number's column, a column a year, a comma here and a dot there."""
    doc = Document()
    head(doc, "ỦY BAN NHÂN DÂN\nTỈNH GIẢ ĐỊNH", "912/QĐ-UBND", "Giả Định, ngày 15 tháng 5 năm 2022",
         ["Ban hành Bộ tiêu chí xã nông thôn mới trên địa bàn tỉnh Giả Định giai đoạn 2021 - 2025"])
    doc.add_paragraph("Phụ lục")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025")
    table(doc, [
        ["Số TT", "Tiêu chí", "Nội dung", "Mức đạt chuẩn qua các năm"] + [None] * 4,
        [None] * 3 + ["2021", "2022", "2023", "2024", "2025"],
        ["Tiêu chí 10", "Thu nhập", "Thu nhập bình quân đầu người (triệu đồng/người/năm)", "≥ 41", "≥ 44", "≥ 47,5", "≥ 51", "≥ 53"],
        ["Tiêu chí 11", "Nghèo đa chiều", "Tỷ lệ nghèo đa chiều", "≤ 5%", "Dưới 4%", "Không quá 3,5%", "≤ 2.5%", "≤1,5%"],
        ["Tiêu chí 12", "Lao động", "12.1. Tỷ lệ lao động qua đào tạo", "trên 61%", "Từ 67% trở lên", "≥ 71%", "≥ 72%", "60-65%"],
        ["", "", "12.2. Tỷ lệ có chứng chỉ", "-", "≥ 21%", "≥ 22%", "≥ 23%", "≥ 24%"],
    ], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 7)], 8)
    doc.save(path("gia-dinh-tieu-chi-trong-so.docx"))


def by_reversed_groups():
    """The groups from the last to the first, and a row that lost a merge of the others."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "955/2025/QĐ-TTg", "Hà Nội, ngày 29 tháng 12 năm 2025",
         ["Ban hành Bộ tiêu chí quốc gia giả định về nông thôn mới giai đoạn 2026 - 2030"])
    doc.add_paragraph("PHỤ LỤC I")
    doc.add_paragraph("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2026 - 2030")
    table(doc, [
        ["TT", "Nội dung tiêu chí", None, "Mức đạt chuẩn", None, None], [None, None, None, "Nhóm III", "Nhóm II", "Nhóm I"],
        ["1", "Giao thông", None, None, None, None],
        ["1.1", "Tỷ lệ đường xã", None, "≥ 61%", "≥ 71%", "≥ 81%"],
        ["1.2", "Tỷ lệ đường thôn", None, "≥ 51%", None, "≥ 81%"],
        ["1.3", "Tỷ lệ đường nội đồng", "≥ 51%", "≥ 61%", "≥ 71%", "≥ 71%"],
    ], [(0, 0, 1, 0), (0, 1, 1, 2), (0, 3, 0, 5), (2, 1, 2, 5), (3, 1, 3, 2), (4, 1, 4, 2), (4, 3, 4, 4)], 6)
    doc.save(path("gia-dinh-nhom-nguoc.docx"))


def scopes():
    """Tables and columns that are not for every commune, or not of thresholds."""
    tables = [("", "Mức đạt (xã khu vực III)"), ("Đối với xã đảo", "Mức đạt"), ("", "Mức đạt chuẩn nông thôn mới nâng cao"),
              ("", "Chỉ tiêu thực hiện năm 2022"), ("", "Mức đạt của xã vùng trũng"), ("", "Mức đạt đến năm 2025")]
    body = ""
    for i, (above, heading) in enumerate(tables, 1):
        body += ("<p>%s</p><table border=1><tr><td>TT</td><td>Tên tiêu chí</td><td>Nội dung tiêu chí</td><td>%s</td></tr>"
                 "<tr><td>%d</td><td>Tiêu chí giả định</td><td>%d.1. Tỷ lệ giả định</td><td>%d1%%</td></tr></table>\n"
                 % (above, heading, i, i, i))
    with open(path("gia-dinh-pham-vi.html"), "w", encoding="utf-8", newline="\n") as f:
        f.write(PAGE.split("<table border=1")[0].replace("983", "985") + body + "</td></tr></table></body></html>\n")


def by_office():
    """Old Word, OpenDocument and RTF, by LibreOffice, of the provincial decision."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "gia-dinh-qua-libreoffice.docx")
        shutil.copy(path("gia-dinh-theo-khu-vuc.docx"), source)
        for kind in ["odt", "rtf", "doc"]:
            if kind == "doc":  # straight from .docx, LibreOffice loses the table
                source = os.path.join(folder, "gia-dinh-qua-libreoffice.odt")
            subprocess.run(["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", kind,
                            "--outdir", folder, source], check=True, capture_output=True)
            shutil.copy(os.path.join(folder, "gia-dinh-qua-libreoffice." + kind), HERE)


def amendment():
    """Changes another decision: in tables that clauses announce, in words, and by repeal."""
    doc = Document()
    head(doc, "THỦ TƯỚNG CHÍNH PHỦ", "991/QĐ-TTg", "Hà Nội, ngày 20 tháng 5 năm 2024",
         ["Sửa đổi một số nội dung của Bộ tiêu chí quốc gia về xã nông thôn mới và xã nông thôn mới nâng cao giai đoạn 2021 - 2025"])
    for text in [
        "Điều 1. Sửa đổi một số nội dung ban hành kèm theo Quyết định số 990/QĐ-TTg ngày 08 tháng 3 năm 2022 như sau:",
        "a) Điều chỉnh chỉ tiêu 15.1 tại Phụ lục I (Bộ tiêu chí quốc gia về xã nông thôn mới) từ “≥ 90%” xuống còn “≥ 81%”.",
        "b) Bãi bỏ chỉ tiêu 8.5 và 8.6 tại Phụ lục II (Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao).",
        "c) Sửa đổi chỉ tiêu 12.1 tại Phụ lục I, nay là từ 71% trở lên đối với mọi vùng.",
        "d) Sửa đổi chỉ tiêu 9.1, 9.2 tại Phụ lục I như sau:",
    ]:
        doc.add_paragraph(text)
    table(doc, [["Nội dung tiêu chí", "Chỉ tiêu"], ["9.1. Nhà tạm, nhà dột nát", "Không"],
                ["9.2. Tỷ lệ hộ có nhà ở kiên cố", "≥ 81%"]])
    doc.add_paragraph("đ) Thay thế chỉ tiêu 14.1 tại Phụ lục II như sau:")
    table(doc, [["Nội dung tiêu chí", "Chỉ tiêu"], ["14.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 91%"]])
    doc.add_paragraph("Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2024.")
    receipt(doc)
    doc.save(path("gia-dinh-sua-doi.docx"))


def two_heads():
    """One heading over numbers and names, groups counted below theirs, several indicators in a row."""
    doc = Document()
    head(doc, "ỦY BAN NHÂN DÂN\nTỈNH GIẢ ĐỊNH", "992/2026/QĐ-UBND", "Giả Định, ngày 12 tháng 5 năm 2026",
         ["Ban hành Bộ tiêu chí xã nông thôn mới trên địa bàn tỉnh Giả Định giai đoạn 2026 - 2030"])
    doc.add_paragraph("PHỤ LỤC. BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2026 - 2030")
    table(doc, [
        ["TT", "Tên tiêu chí", "Chỉ tiêu", None, "Mức đạt theo nhóm xã", None],
        [None, None, None, None, "II", "III"],
        ["1", "Giao thông", "1.1", "Tỷ lệ đường xã được cứng hóa", "≥ 81% (tám mươi mốt phần trăm)", "≥ 71%"],
        ["", "", "1.2", "Tỷ lệ đường thôn được cứng hóa, đạt từ 61% trở lên", "≥ 61%", "≥ 51%"],
        ["", "", "1.3\n1.4", "Tỷ lệ đường ngõ được cứng hóa\nTỷ lệ đường nội đồng được cứng hóa", "≥ 51%\n≥ 41%", "≥ 41%\n≥ 31%"],
        ["2", "Nước sạch", "2.1", "Tỷ lệ hộ dùng nước sạch", "≥ 91% (trong đó ≥ 95% từ hệ thống cấp nước tập trung)", "≥ 81%"],
        ["", "", "2.2", "Thu nhập bình quân đầu người", "≥ 71.000.000 đồng/người/năm", "≥ 61.000.000 đồng/người/năm"],
        ["", "", "2.3", "Đảng bộ, chính quyền được xếp loại chất lượng", "Hoàn thành tốt nhiệm vụ trở lên", "Hoàn thành tốt nhiệm vụ trở lên"],
        ["", "", "2.4", "Số mô hình kinh tế tuần hoàn", "≥ 01 mô hình", "–"],
    ], [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 3), (0, 4, 0, 5), (2, 0, 4, 0), (2, 1, 4, 1), (5, 0, 8, 0), (5, 1, 8, 1)])
    table(doc, [
        ["TT", "Nội dung tiêu chí", "Mức đạt"],
        ["3", "3.1. Xã có quy hoạch\n3.2. Tỷ lệ thôn có nhà văn hóa\n3.3. Có chợ", "Đạt\n≥ 91%"],
    ])
    receipt(doc)
    doc.save(path("gia-dinh-hai-tieu-de.docx"))


def two_sheets():
    """A sheet an annex, each with the head of the decision; 1.10 typed as a number."""
    book = Workbook()
    for i, (name, title) in enumerate([("PL1", "Phụ lục I - BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021 - 2025"),
                                       ("PL2", "Phụ lục II - BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO GIAI ĐOẠN 2021 - 2025")]):
        s = book.active if i == 0 else book.create_sheet()
        s.title = name
        for row in [["ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH"], ["Số: 993/QĐ-UBND"], ["Giả Định, ngày 20 tháng 9 năm 2022"], [],
                    ["QUYẾT ĐỊNH"], ["Ban hành các bộ tiêu chí nông thôn mới trên địa bàn tỉnh Giả Định (giả định)"],
                    ["Điều 1. Ban hành kèm theo Quyết định này các phụ lục."], [], [title], [],
                    ["Tiêu chí", "Chỉ tiêu", "Nội dung", "ĐVT", "Mức đạt"], [None, None, None, None, "Áp dụng chung"]]:
            s.append(row)
        for n in range(1, 12):
            s.append(["Môi trường" if n == 1 else None, "17.%d" % n if n != 10 else 17.1,
                      "Tỷ lệ thứ %d của môi trường" % n, "%", 61 + n + i])
        s.append(["Nhà ở", 18, "Tỷ lệ hộ có nhà ở kiên cố", "%", "≥ 81"])
    book.save(path("gia-dinh-hai-trang.xlsx"))


if __name__ == "__main__":
    for make in [by_region, model_commune, by_group, whole_2026, by_zone, misread, pages, by_year, one_column, by_roman,
                 by_year_in_words, by_reversed_groups, scopes, amendment, two_heads, two_sheets, by_office]:
        make()
