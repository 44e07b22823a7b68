package form

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/pattern"
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
		isData, err := w.beside(r)
		if !isData && err == nil {
			return nil
		}
		row := Row{Number: r.Number, Err: err}
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
func (w *wide) beside(r read.Row) (isData bool, err error) {
	for i, c := range w.columns {
		if c == nil || c.ID != layout.WideCode && c.ID != layout.WideName {
			continue
		}
		text := vi.NFC(w.given(r, i).Text)
		switch word := vi.Fold(text); {
		case r.Number < w.head && c.ID == layout.WideCode && isCode.MatchString(text):
			return false, problem.List{w.at(r.Number, i).Problem("dòng này đứng trên dòng tiêu đề nên không đọc được",
				"chuyển xuống dưới dòng tiêu đề")}
		case r.Number < w.head:
		case word == vi.Fold(layout.UnitHead):
			return false, w.units(r)
		case word == vi.Fold(c.Title) || word == vi.Fold(layout.GroupHead):
			return false, w.headsAgain(r)
		}
	}
	return r.Number > w.head, nil
}

var isCode = pattern.New(`^\d{2,5}$`)

// units holds the row of units against the dictionary's.
func (w *wide) units(r read.Row) error {
	for i, c := range w.columns {
		if c == nil || c.Figure == nil {
			continue
		}
		unit := w.given(r, i)
		if bare := strings.NewReplacer(" ", "", "²", "2"); !unit.blank() &&
			vi.Fold(bare.Replace(unit.Text)) != vi.Fold(bare.Replace(string(c.Figure.Unit))) {
			return problem.List{unit.at.Problem(fmt.Sprintf("đơn vị của cột %q là %q, cần %q; các số ở cột "+
				"này đọc theo %s", c.Title, unit.Text, c.Figure.Unit, c.Figure.Unit),
				"đổi các số sang đơn vị ấy rồi sửa lại ô này")}
		}
	}
	return nil
}

// headsAgain refuses heads in another order than the first.
func (w *wide) headsAgain(r read.Row) error {
	for i := range max(len(r.Cells), len(w.columns)) {
		text := vi.Fold(w.given(r, i).Text)
		if other, known := w.index[text]; known && (i >= len(w.columns) || w.columns[i] == nil ||
			w.columns[i].ID != other.ID) {
			return problem.List{w.at(r.Number, i).Problem("tiêu đề lặp lại ở đây khác với tiêu đề đầu bảng",
				"giữ một dòng tiêu đề, xếp các cột theo nó")}
		}
	}
	return nil
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
