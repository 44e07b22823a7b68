"""Times XlsxWriter and openpyxl, by the processor's clock, at writing a workbook that ntm wrote.

usage: peers.py FILE.xlsx [N [OUT.xlsx]]

The workbook is read once, untimed, into plain lists. From these each library writes it N times in turn, into
memory, with all formats made anew; a first round does not count. The last one is read back and must equal the lists.
Written: sheets, cells (words, numbers, formulas), number formats, fonts, fills, borders, alignment, locks, merges,
column widths (to the pixel), row heights, frozen rows, grid lines, page set-up, header and footer, page breaks, print
titles, sheet protection, conditional formats, data validations, links, defined names.
Not written: charts, the default font, document properties; by openpyxl, which cannot, what formulas give now.
"""

import gc
import io
import statistics
import sys
import time
from collections import namedtuple

import openpyxl
import xlsxwriter
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet import cell_range, datavalidation, hyperlink, page, pagebreak, protection

Book = namedtuple("Book", "looks marks sheets names")
Look = namedtuple("Look", "font size bold italic line ink fill edges across down wrap shrink indent locked number")
Mark = namedtuple("Mark", "value bold italic ink fill")  # a conditional format
Cell = namedtuple("Cell", "row column kind value now look")  # now: what a formula gives, in a tuple
Sheet = namedtuple("Sheet", "name cells merges widths heights frozen grid page margins running"
                   " breaks head free marked rules links")
EDGES, SIDES = ("left", "right", "top", "bottom"), ("left", "center", "right")
FREE = {"formatCells": "format_cells", "formatColumns": "format_columns", "formatRows": "format_rows"}
EMPTY, COVERED = "empty", "covered"  # kinds of cell; one covered lies under a merge and has its look
DIGIT = 7  # pixels, by which XlsxWriter rounds widths


def rgb(colour):
    return colour.rgb[-6:] if colour and colour.type == "rgb" else None


def look_of(c):
    f, a, edges = c.font, c.alignment, [(edge, getattr(c.border, edge)) for edge in EDGES]
    return Look(f.name, f.sz, bool(f.b), bool(f.i), f.u, rgb(f.color), rgb(c.fill.fgColor) if c.fill.fill_type else None,
                tuple((edge, side.style, rgb(side.color)) for edge, side in edges if side and side.style), a.horizontal,
                a.vertical or "bottom", bool(a.wrap_text), bool(a.shrink_to_fit), int(a.indent), c.protection.locked, c.number_format)


def read(source):
    # Whole, a workbook has lost the looks of cells under merges; read-only it has nothing but cells.
    whole, raw, now = (openpyxl.load_workbook(source, read_only=lazy, data_only=values)
                       for lazy, values in ((False, False), (True, False), (True, True)))
    looks, marks = {}, {}
    sheets = [read_sheet(ws, raw[ws.title], now[ws.title], looks, marks) for ws in whole]
    return Book(list(looks), list(marks), sheets, sorted((n.name, n.attr_text) for n in whole.defined_names.definedName))


def read_sheet(ws, raw, now, looks, marks):
    raw.reset_dimensions(), now.reset_dimensions()  # wrong in streamed sheets
    found, values = ({(c.row, c.column): c for row in s.rows for c in row if hasattr(c, "row")} for s in (raw, now))
    look = {at: looks.setdefault(look_of(c), len(looks)) for at, c in found.items()}
    merges = sorted((r.min_row, r.min_col, r.max_row, r.max_col, look[r.min_row, r.min_col]) for r in ws.merged_cells.ranges)
    covered = {(r, c): m[4] for m in merges for r in range(m[0], m[2] + 1) for c in range(m[1], m[3] + 1) if (r, c) != m[:2]}
    cells = [Cell(*at, c.data_type if c.value is not None else COVERED if covered.get(at) == look[at] else EMPTY, c.value,
                  (values[at].value,) if c.data_type == "f" else (), look[at]) for at, c in found.items()]
    marked = [(str(f.sqref), [Mark(r.formula[0], r.dxf.font.b, r.dxf.font.i, rgb(r.dxf.font.color), r.dxf.fill and
                                   rgb(r.dxf.fill.bgColor)) for r in f.rules]) for f in ws.conditional_formatting]
    p = ws.page_setup
    return Sheet(
        ws.title, cells, merges, {letter: round(d.width * DIGIT) for letter, d in ws.column_dimensions.items()},
        {row: d.height for row, d in ws.row_dimensions.items() if d.height}, ws.freeze_panes, ws.sheet_view.showGridLines,
        (p.orientation, p.paperSize, p.fitToWidth or 1, 1 if p.fitToHeight is None else p.fitToHeight),
        {edge: round(getattr(ws.page_margins, edge), 9) for edge in (*EDGES, "header", "footer")},
        [(where, side, part.text, part.font, part.size) for where in ("oddHeader", "oddFooter") for side in SIDES
         if (part := getattr(getattr(ws, where), side)).text],
        [b.id for b in ws.row_breaks.brk], ws.print_title_rows and ws.print_title_rows.replace("$", ""),
        [name for name in FREE if not getattr(ws.protection, name)] if ws.protection.sheet else None,
        [(place, marks.setdefault(m, len(marks))) for place, ms in sorted(marked) for m in ms],
        [(v.type, v.formula1, v.formula2, sorted(str(r) for r in v.sqref.ranges), v.errorTitle, v.error)
         for v in ws.data_validations.dataValidation],
        {at: link.location for at in found if (link := ws.cell(*at).hyperlink)})


def by_xlsxwriter(book):
    wb = xlsxwriter.Workbook(out := io.BytesIO(), {"in_memory": True})
    formats = []
    for k in book.looks:
        f = {"font_name": k.font, "font_size": k.size, "bold": k.bold, "italic": k.italic, "underline": bool(k.line),
             "font_color": k.ink, "bg_color": k.fill, "align": k.across, "valign": {"center": "vcenter"}.get(k.down, k.down),
             "text_wrap": k.wrap, "shrink": k.shrink, "indent": k.indent, "locked": k.locked, "num_format": k.number,
             **{edge: 1 for edge, _, _ in k.edges}, **{edge + "_color": ink for edge, _, ink in k.edges}}
        formats.append(wb.add_format({key: v for key, v in f.items() if v is not None}))
    marks = [wb.add_format({k: v for k, v in zip(("bold", "italic", "font_color", "bg_color"), m[1:]) if v}) for m in book.marks]
    for s in book.sheets:
        ws = wb.add_worksheet(s.name)
        for letter, pixels in s.widths.items():
            ws.set_column_pixels(f"{letter}:{letter}", pixels)
        for row, height in s.heights.items():
            ws.set_row(row - 1, height)
        for top, left, bottom, right, look in s.merges:
            ws.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", formats[look])
        put = {"s": ws.write_string, "n": ws.write_number, "f": ws.write_formula, EMPTY: ws.write_blank}
        for row, column, kind, value, now, look in s.cells:
            if (row, column) in s.links:
                ws.write_url(row - 1, column - 1, "internal:" + s.links[row, column], formats[look], value)
            elif kind != COVERED:
                put[kind](row - 1, column - 1, value, formats[look], *now)
        (ws.set_landscape if s.page[0] == "landscape" else ws.set_portrait)()
        ws.set_paper(s.page[1])
        ws.fit_to_pages(*s.page[2:])
        ws.set_margins(*(s.margins[edge] for edge in EDGES))
        for place, run, margin in (("oddHeader", ws.set_header, "header"), ("oddFooter", ws.set_footer, "footer")):
            words = (f'&{side[0].upper()}&{size}&"{font}"{text}' for at, side, text, font, size in s.running if at == place)
            run("".join(words), {"margin": s.margins[margin], "scale_with_doc": False})
        ws.set_h_pagebreaks(s.breaks)
        ws.hide_gridlines(0 if s.grid else 2)
        if s.frozen:
            ws.freeze_panes(s.frozen)
        if s.head:
            ws.repeat_rows(*(int(row) - 1 for row in s.head.split(":")))
        if s.free is not None:
            ws.protect("", {FREE[name]: True for name in s.free})
        for cells, i in s.marked:
            ws.conditional_format(cells, {"type": "cell", "criteria": "==", "value": book.marks[i].value, "format": marks[i]})
        for kind, low, high, cells, title, error in s.rules:
            areas = [[r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1] for r in map(cell_range.CellRange, cells)]
            bounds = {"source": low.strip('"').split(",")} if kind == "list" else {"minimum": low, "maximum": high}
            ws.data_validation(*areas[0], {"validate": kind, "criteria": "between", "error_title": title, "error_message": error,
                                           "show_input": False, "other_cells": areas[1:], **bounds})
    for name, cells in book.names:
        wb.define_name(name, "=" + cells)
    wb.close()
    return out.getvalue()


def by_openpyxl(book):
    wb, styles = openpyxl.Workbook(), {}
    wb.remove(wb.active)
    marks = [{"font": Font(b=m.bold, i=m.italic, color=m.ink), "fill": m.fill and PatternFill("solid", bgColor=m.fill)}
             for m in book.marks]
    for s in book.sheets:
        ws = wb.create_sheet(s.name)
        for letter, pixels in s.widths.items():
            ws.column_dimensions[letter].width = pixels / DIGIT
        for row, height in s.heights.items():
            ws.row_dimensions[row].height = height
        for top, left, bottom, right, _ in s.merges:
            ws.merge_cells(None, top, left, bottom, right)
        for row, column, _, value, _, look in s.cells:
            c, k = ws.cell(row, column), book.looks[look]
            if value is not None:
                c.value = value
            if look not in styles:
                c.font, c.number_format = Font(k.font, k.size, k.bold, k.italic, underline=k.line, color=k.ink), k.number
                c.alignment = Alignment(k.across, k.down, wrap_text=k.wrap, shrink_to_fit=k.shrink, indent=k.indent)
                c.border = Border(**{edge: Side(line, ink) for edge, line, ink in k.edges})
                c.fill, c.protection = PatternFill("solid", k.fill) if k.fill else PatternFill(), Protection(k.locked)
                styles[look] = c._style
            c._style = styles[look]  # not public, but quicker than its six parts once more
        for (row, column), place in s.links.items():
            ws.cell(row, column).hyperlink = hyperlink.Hyperlink("", location=place)
        p, ws.page_margins, ws.sheet_properties.pageSetUpPr.fitToPage = ws.page_setup, page.PageMargins(**s.margins), True
        p.orientation, p.paperSize, p.fitToWidth, p.fitToHeight = s.page
        ws.HeaderFooter.scaleWithDoc, ws.HeaderFooter.alignWithMargins = False, True
        for where, side, *words in s.running:
            part = getattr(getattr(ws, where), side)
            part.text, part.font, part.size = words
        ws.row_breaks.brk = [pagebreak.Break(row) for row in s.breaks]
        ws.sheet_view.showGridLines, ws.freeze_panes, ws.print_title_rows = s.grid, s.frozen, s.head
        if s.free is not None:
            ws.protection = protection.SheetProtection(True, True, True, **{name: name not in s.free for name in FREE})
        for cells, i in s.marked:
            ws.conditional_formatting.add(cells, CellIsRule("equal", [book.marks[i].value], **marks[i]))
        for kind, low, high, cells, title, error in s.rules:
            ws.add_data_validation(datavalidation.DataValidation(
                kind, low, high, errorTitle=title, error=error, errorStyle="stop", showErrorMessage=True, allow_blank=True,
                operator=None if kind == "list" else "between", sqref=" ".join(cells)))
    wb.defined_names.definedName = [DefinedName(name, attr_text=cells) for name, cells in book.names]
    wb.save(out := io.BytesIO())
    return out.getvalue()


def main():
    book, n = read(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 9
    bare = book._replace(sheets=[s._replace(cells=[c._replace(now=c.now and (None,)) for c in s.cells]) for s in book.sheets])
    peers = [(xlsxwriter, by_xlsxwriter, book, []), (openpyxl, by_openpyxl, bare, [])]
    for library, write, want, took in peers * (n + 1):
        gc.collect()
        start = time.process_time()
        out = write(book)
        took.append((time.process_time() - start) * 1000)
        if len(took) > n and read(io.BytesIO(out)) != want:
            sys.exit(f"{library.__name__}: what it wrote reads otherwise")
        if len(took) > n and library is xlsxwriter and len(sys.argv) > 3:
            with open(sys.argv[3], "wb") as file:  # for peers.mjs to read
                file.write(out)
        if len(took) > n:
            print(f"{library.__name__} {library.__version__}: {statistics.median(took[1:]):.1f} ms (median of {n}),"
                  f" {len(out)} bytes; {sum(len(s.cells) for s in book.sheets)} cells, charts left out")


main()
