package form

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/sheet"
	"ntm/internal/vi"
)

// WideRow is one commune's row: whose it is, and the cells as they stand.
type WideRow struct {
	Number int   // of the row in its sheet
	Err    error // a problem.List; there is nothing to read

	report   *commune.Report // without figures yet
	cells    []sheet.Cell
	notes    problem.List
	problems problem.List // with whose row it is
}

var errStopped = errors.New("stopped")

// Rows goes through the communes from the top, blank rows left out. A commune
// that was there before is a row with Err; so is an error of the file itself,
// which is the last. What a row says Read tells.
func (w *Wide) Rows(yield func(WideRow) bool) {
	seen := map[string]int{} // rows by commune and year
	err := w.sheet.Each(func(r sheet.Row) error {
		if r.Number <= w.head || w.isBlank(r) || w.isHead(r) {
			return nil
		}
		row := w.row(r)
		if len(row.problems) == 0 {
			key := fmt.Sprint(row.report.Commune.Code, " ", row.report.Year)
			if before, twice := seen[key]; twice {
				row.Err = problem.List{row.report.Commune.Pos.Problem(
					fmt.Sprintf("xã mã %s năm %d đã có ở dòng %d; chỉ đọc dòng %d", row.report.Commune.Code, row.report.Year, before, before), "giữ một dòng, xóa dòng kia")}
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
		yield(WideRow{Err: problem.Of(err)})
	}
}

func (w *Wide) isBlank(r sheet.Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c sheet.Cell) bool { return !given{Cell: c}.blank() })
}

// isHead tells a further row of heads, above or below the one with the ids.
func (w *Wide) isHead(r sheet.Row) bool {
	for i, c := range w.columns {
		if c != nil && c.id == wideCode || c != nil && c.id == wideName {
			word := vi.Fold(w.given(r, i).Text)
			if word == vi.Fold(c.title) || slices.Contains(headWords, word) {
				return true
			}
		}
	}
	return false
}

// What stands in the column of codes beside the rows above the communes.
const groupHead, unitHead = "Tiêu chí", "Đơn vị"

var headWords = []string{vi.Fold(groupHead), vi.Fold(unitHead)}

// given is a cell of a row, its column counted from 0.
func (w *Wide) given(r sheet.Row, i int) given {
	c := given{at: w.at(r.Number, i)}
	if i < len(r.Cells) {
		c.Cell = r.Cells[i]
	}
	return c
}

// row finds out whose row it is, and of which year.
func (w *Wide) row(r sheet.Row) WideRow {
	out := WideRow{Number: r.Number, cells: slices.Clone(r.Cells), report: &commune.Report{Schema: commune.Schema, Year: w.year}}
	d := desk{use1904: w.book.Uses1904}
	var who places.Query
	where := w.at(r.Number, 0)
	for i, c := range w.columns {
		cell := w.given(r, i)
		if c == nil || cell.blank() {
			continue
		}
		switch c.id {
		case wideCode:
			who.Code, where = d.text(cell), cell.at
		case wideName:
			if who.Name = d.text(cell); who.Code == "" {
				where = cell.at
			}
		case wideDistrict:
			who.District = d.text(cell)
		case wideProvince:
			who.Province = d.text(cell)
		case wideYear:
			out.report.Year = d.year(cell)
		case wideTraits:
			out.report.Traits = d.traits(cell)
		}
	}
	out.report.Pos, out.report.Commune.Pos = where, where
	if out.report.Year == 0 && len(d.problems) == 0 {
		d.problems.Add(where.Problem("chưa biết năm xét công nhận của dòng này", "ghi ở cột \"Năm xét\", hoặc thêm --year, ví dụ: --year 2023"))
	}
	if len(d.problems) == 0 {
		d.problems = out.find(who, where)
	}
	out.problems = d.problems
	return out
}

// find names the commune by its code. A code goes before names that disagree
// with it, which is noted; names restore the zeros that a spreadsheet takes from
// the front of a code.
func (r *WideRow) find(who places.Query, at problem.Pos) problem.List {
	try := func(where commune.Where) (commune.Place, error) {
		where.Pos = at
		r.report.Commune = where
		return r.report.Place()
	}
	if who.Code == "" && who.Name == "" {
		return problem.List{at.Problem("dòng này có số liệu nhưng không ghi là của xã nào", "ghi mã xã, hoặc tên xã, huyện và tỉnh")}
	}
	place, err := try(commune.Where{Code: who.Code, Name: who.Name, District: who.District, Province: who.Province})
	if err != nil && who.Code != "" && who.Name != "" {
		if byCode, codeErr := try(commune.Where{Code: who.Code}); codeErr == nil {
			said := strings.Join(slices.DeleteFunc([]string{who.Name, who.District, who.Province}, func(s string) bool { return s == "" }), ", ")
			r.notes.Add(at.Problem(fmt.Sprintf("mã %s là %s, trong bảng ghi %q: đọc theo mã", who.Code, byCode, said), "kiểm tra lại mã hoặc tên xã"))
			place, err = byCode, nil
		}
	}
	if err != nil {
		return problem.Of(err)
	}
	r.report.Commune = commune.Where{Pos: at, Code: place.Code}
	return nil
}

// traits reads traits by their words or codes, apart by semicolons, or by commas
// where that is plain: some of the words hold a comma themselves.
func (d *desk) traits(c given) []criteria.Trait {
	var out []criteria.Trait
	if d.text(c) == "" {
		return nil
	}
	for _, part := range namesIn(c.Text) {
		if t, ok := traitOf(part); ok {
			out = append(out, t)
			continue
		}
		for word := range strings.SplitSeq(part, ",") {
			t, ok := traitOf(word)
			if !ok {
				d.fail(c, "ghi như ở tờ Hướng dẫn của bảng trống (ntm template --wide), cách nhau bằng dấu chấm phẩy", "không có đặc điểm %q", vi.NFC(word))
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

// Read reads what a row says, with all its problems. Rows may be read at the
// same time.
func (w *Wide) Read(row WideRow) (*Reading, error) {
	if row.Err != nil {
		return nil, row.Err
	}
	r := wideReader{desk: desk{problems: row.problems, notes: row.notes, use1904: w.book.Uses1904}, report: row.report}
	for i := range row.cells {
		c := w.given(sheet.Row{Number: row.Number, Cells: row.cells}, i)
		switch {
		case c.Kind == sheet.Blank:
		case i >= len(w.heads) || w.heads[i] == "":
			r.unread(c, "cột này không có tiêu đề nên không đọc", "ghi tiêu đề là tên số liệu, hoặc xóa ô này")
		case w.columns[i] != nil:
			r.cell(w.columns[i], c)
		}
	}
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return checked(&Reading{Report: r.report, Notes: r.notes}, w.lib)
}
