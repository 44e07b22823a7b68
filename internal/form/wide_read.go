package form

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/pattern"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

var errStopped = errors.New("stopped")

// rows goes through the communes of a wide sheet.
func (w *wide) rows(yield func(Row) bool) {
	seen := map[string]int{} // rows by commune and year
	err := w.sheet.Each(func(r read.Row) error {
		if r.Number == w.head || w.isBlank(r) {
			return nil
		}
		row, isData := w.beside(r)
		if !isData && row.Err == nil {
			return nil
		}
		if isData {
			row = w.row(r)
		}
		if isData && len(row.problems) == 0 {
			key := fmt.Sprint(row.report.Commune.Code, " ", row.report.Year)
			if before, twice := seen[key]; twice {
				row.Err = problem.List{row.report.Commune.Pos.Problem(
					fmt.Sprintf("xã mã %s năm %d đã có ở dòng %d; chỉ đọc dòng %d", row.report.Commune.Code,
						row.report.Year, before, before), "giữ một dòng, xóa dòng kia")}
			} else {
				seen[key] = r.Number
			}
		}
		if !yield(row) {
			return errStopped
		}
		return nil
	})
	if err != nil && !errors.Is(err, errStopped) {
		yield(Row{Err: problem.Of(err)})
	}
}

func (w *wide) isBlank(r read.Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c read.Cell) bool { return !given{Cell: c}.blank() })
}

// beside looks at what is no commune's row: the rows above the heads, and
// further heads. Those must say what the heads say, or the cells below would be
// read as something else.
func (w *wide) beside(r read.Row) (row Row, isData bool) {
	row.Number = r.Number
	fail := func(column int, message, hint string) (Row, bool) {
		row.Err = problem.List{w.at(r.Number, column).Problem(message, hint)}
		return row, false
	}
	for i, c := range w.columns {
		if c == nil || c.ID != layout.WideCode && c.ID != layout.WideName {
			continue
		}
		text := vi.NFC(w.given(r, i).Text)
		switch word := vi.Fold(text); {
		case r.Number < w.head && c.ID == layout.WideCode && isCode.MatchString(text):
			return fail(i, "dòng này đứng trên dòng tiêu đề nên không đọc được", "chuyển xuống dưới dòng tiêu đề")
		case r.Number < w.head:
		case word == vi.Fold(layout.UnitHead):
			return w.units(r, row)
		case word == vi.Fold(c.Title) || word == vi.Fold(layout.GroupHead):
			return w.headsAgain(r, row)
		}
	}
	return row, r.Number > w.head
}

var isCode = pattern.New(`^\d{2,5}$`)

// units holds the row of units against the dictionary's.
func (w *wide) units(r read.Row, row Row) (Row, bool) {
	for i, c := range w.columns {
		if c == nil || c.Figure == nil {
			continue
		}
		unit := w.given(r, i)
		if bare := strings.NewReplacer(" ", "", "²", "2"); !unit.blank() &&
			vi.Fold(bare.Replace(unit.Text)) != vi.Fold(bare.Replace(string(c.Figure.Unit))) {
			row.Err = problem.List{unit.at.Problem(fmt.Sprintf("đơn vị của cột %q là %q, cần %q; các số ở cột "+
				"này đọc theo %s", c.Title, unit.Text, c.Figure.Unit, c.Figure.Unit),
				"đổi các số sang đơn vị ấy rồi sửa lại ô này")}
			return row, false
		}
	}
	return row, false
}

// headsAgain refuses heads in another order than the first.
func (w *wide) headsAgain(r read.Row, row Row) (Row, bool) {
	for i := range max(len(r.Cells), len(w.columns)) {
		text := vi.Fold(w.given(r, i).Text)
		if other, known := w.index[text]; known && (i >= len(w.columns) || w.columns[i] == nil ||
			w.columns[i].ID != other.ID) {
			row.Err = problem.List{w.at(r.Number, i).Problem("tiêu đề lặp lại ở đây khác với tiêu đề đầu bảng",
				"giữ một dòng tiêu đề, xếp các cột theo nó")}
			return row, false
		}
	}
	return row, false
}

// given is a cell of a row, its column counted from 0.
func (w *wide) given(r read.Row, i int) given {
	c := given{at: w.at(r.Number, i)}
	if i < len(r.Cells) {
		c.Cell = r.Cells[i].Typed()
	}
	c.merged = w.isMerged(r.Number, i)
	return c
}

// isMerged tells a figure's cell that is one with that of another row or figure.
func (w *wide) isMerged(row, i int) bool {
	if w.merged == nil || row <= w.head || i >= len(w.columns) || w.columns[i] == nil ||
		strings.HasPrefix(w.columns[i].ID, "ntm:") {
		return false
	}
	top, left, bottom, right := w.merged.Area(row, i+1)
	return top != bottom || left != right
}

// row finds out whose row it is, and of which year.
func (w *wide) row(r read.Row) Row {
	out := Row{Number: r.Number, cells: slices.Clone(r.Cells), report: &commune.Report{Schema: commune.Schema,
		Year: w.year, Level: w.level}}
	d := cellReader{use1904: w.book.Uses1904}
	var who places.Query
	where := w.at(r.Number, 0)
	for i, c := range w.columns {
		cell := w.given(r, i)
		if c == nil || cell.blank() {
			continue
		}
		switch c.ID {
		case layout.WideCode:
			who.Code, where = d.text(cell), cell.at
		case layout.WideName:
			if who.Name = d.text(cell); who.Code == "" {
				where = cell.at
			}
		case layout.WideDistrict:
			who.District = d.text(cell)
		case layout.WideProvince:
			who.Province = d.text(cell)
		case layout.WideYear:
			out.report.Year = d.year(cell)
		case layout.WideTraits:
			out.report.Traits = d.traits(cell)
		}
	}
	out.report.Pos, out.report.Commune.Pos = where, where
	if r.Fields > w.fields {
		d.problems.Add(w.at(r.Number, w.fields).Problem(
			fmt.Sprintf("dòng này có %d ô, dòng tiêu đề có %d: không rõ số nào thuộc cột nào", r.Fields, w.fields),
			"số có dấu phẩy thập phân phải đặt trong ngoặc kép, hoặc dùng dấu chấm phẩy giữa các cột"))
	}
	if out.report.Year == 0 && len(d.problems) == 0 {
		d.problems.Add(where.Problem("chưa biết năm xét công nhận của dòng này",
			"ghi ở cột \"Năm xét\", hoặc thêm --year, ví dụ: --year 2023"))
	}
	if w.of == 0 {
		w.of = cmp.Or(w.year, out.report.Year)
	}
	if len(d.problems) == 0 {
		d.problems = out.find(who, where)
	}
	if len(d.problems) == 0 && otherUnit(who, out.report, w.of) {
		d.problems.Add(where.Problem(out.askWhich(w.of)))
	}
	out.problems = d.problems
	return out
}

// reformYear is the year within which the list of communes changes.
const reformYear = 2025

// otherUnit tells whether a row whose year lies on the other side of the reform than
// the sheet names its commune by a code that then was another unit's, and by nothing
// that tells the two apart: its year may be a slip.
func otherUnit(who places.Query, r *commune.Report, sheetYear int) bool {
	if (r.Year < reformYear) == (sheetYear < reformYear) || who.District != "" {
		return false
	}
	was, is, old, now := places.OfCode(r.Commune.Code)
	return old && now && was.Key() != is.Key() && (who.Name == "" || vi.Fold(was.Name) == vi.Fold(is.Name))
}

// askWhich asks which of two units of one code a row is of.
func (r *Row) askWhich(sheetYear int) (message, hint string) {
	was, is, _, _ := places.OfCode(r.report.Commune.Code)
	return fmt.Sprintf("dòng này ghi năm %d trong bảng của năm %d: mã %s là của %s trước ngày 01/07/2025 và của "+
			"%s từ ngày ấy",
			r.report.Year, sheetYear, was.Code, was, is),
		"sửa năm nếu gõ nhầm; đúng là xã cũ thì ghi thêm tên huyện; đúng là xã mới thì chuyển sang bảng của năm ấy"
}

// find names the commune, whose code and names must agree; names restore the
// zeros that a spreadsheet takes from the front of a code.
func (r *Row) find(who places.Query, at problem.Pos) problem.List {
	if who.Code == "" && who.Name == "" {
		return problem.List{at.Problem("dòng này có số liệu nhưng không ghi là của xã nào",
			"ghi mã xã, hoặc tên xã, huyện và tỉnh")}
	}
	r.report.Commune = commune.Where{Pos: at, Code: who.Code, Name: who.Name, District: who.District,
		Province: who.Province}
	place, err := r.report.Place()
	if err != nil {
		return problem.Of(err)
	}
	r.report.Commune = commune.Where{Pos: at, Code: place.Code}
	return nil
}

// traits reads traits by their words or codes, apart by semicolons, or by commas
// where that is plain: some of the words hold a comma themselves. "không" is none
// of them; a blank says nothing of any.
func (d *cellReader) traits(c given) []criteria.Trait {
	text := d.text(c)
	if text == "" {
		return nil
	}
	out := []criteria.Trait{}
	if vi.Fold(text) == "khong" || vi.Fold(text) == "khong co" {
		return out
	}
	for _, part := range namesIn(c.Text) {
		if t, ok := traitOf(part); ok {
			out = append(out, t)
			continue
		}
		for word := range strings.SplitSeq(part, ",") {
			t, ok := traitOf(word)
			if !ok {
				d.fail(c, "ghi như ở tờ Hướng dẫn của bảng trống (ntm template --wide), cách nhau bằng dấu chấm "+
					"phẩy", "không có đặc điểm %q", vi.NFC(word))
				return nil
			}
			out = append(out, t)
		}
	}
	return out
}

// namesIn are the names that a cell holds, apart by semicolons or lines.
func namesIn(text string) []string {
	var out []string
	for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if name = vi.NFC(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

func hasLetter(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

func traitOf(word string) (criteria.Trait, bool) {
	word = vi.NFC(word)
	i := slices.IndexFunc(criteria.Traits, func(t criteria.Trait) bool {
		return word == string(t) || vi.Fold(word) == vi.Fold(t.Title())
	})
	if i < 0 {
		return "", false
	}
	return criteria.Traits[i], true
}

// read reads what a row says, with all its problems.
func (w *wide) read(row Row) (*Reading, error) {
	if row.Err != nil {
		return nil, row.Err
	}
	r := wideReader{cellReader: cellReader{problems: row.problems, notes: row.notes, use1904: w.book.Uses1904},
		lib: w.lib, report: row.report}
	for i := range max(len(row.cells), len(w.columns)) {
		c := w.given(read.Row{Number: row.Number, Cells: row.cells}, i)
		switch {
		case c.merged:
			r.shared(w, row.Number, i, c)
		case c.Kind == read.Blank, w.sheet.Name == "" && i >= len(w.heads): // told where the row was found
		case i >= len(w.heads) || w.heads[i] == "":
			r.unread(c, "cột này không có tiêu đề nên không đọc", "ghi tiêu đề là tên số liệu, hoặc xóa ô này")
		case w.columns[i] != nil:
			r.cell(w.columns[i], c)
		}
	}
	r.noAnswers()
	r.problems = append(r.problems, w.asked(r.report)...)
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return checked(&Reading{Report: r.report, Notes: r.notes}, w.lib)
}

// asked asks about the rates of a row that may be shares of 1: by themselves, or because
// all of their column are such.
func (w *wide) asked(r *commune.Report) problem.List {
	out := r.Shares(w.lib)
	for i, c := range w.columns {
		if !w.shares[i] {
			continue
		}
		k := slices.IndexFunc(r.Figures, func(f commune.Figure) bool { return f.ID == c.ID })
		if k < 0 {
			continue
		}
		n, isNumber := commune.AmountOf(r.Figures[k].Measure)
		if isNumber && !n.Percent && commune.MayBeShare(n.Decimal) {
			if p := commune.AskShare(r.Figures[k].Pos, c.Figure, n.Decimal); !slices.Contains(out, p) {
				out.Add(p)
			}
		}
	}
	return out
}

// shared refuses a figure that stands in a cell of several communes or figures. Nothing
// of it is any of theirs.
func (r *wideReader) shared(w *wide, row, i int, c given) {
	top, left, bottom, _ := w.merged.Area(row, i+1)
	first := given{Cell: c.Cell, at: w.at(top, left-1)}
	switch {
	case top == row && left == i+1 && c.blank(): // an empty frame
	case top != bottom:
		r.fail(c, "bỏ gộp ô (Unmerge), ghi riêng từng dòng",
			"ô này gộp nhiều dòng (từ ô %s) nên không rõ số liệu là của xã nào", first.at.Cell)
	default:
		r.fail(c, "bỏ gộp ô (Unmerge), ghi riêng từng cột",
			"ô này gộp nhiều cột (từ ô %s) nên không rõ là số liệu nào", first.at.Cell)
	}
}
