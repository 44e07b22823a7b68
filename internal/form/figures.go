package form

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// figure reads one figure from the cell that holds its result, in the way of
// its unit: a number, a grade, Đạt / Chưa đạt, for a rate also its two counts
// ("31/2026"). Nothing in the cell is no figure.
func (d *cellReader) figure(c given, entry *criteria.Figure) (*commune.Figure, bool) {
	if !d.holds(c) {
		return nil, false
	}
	f := &commune.Figure{ID: entry.ID, Pos: c.at}
	switch entry.Unit {
	case criteria.Declared:
		if met := d.yes(c); met != nil {
			f.Measure = commune.Answer(*met)
		}
	case criteria.Grade:
		f.Measure = d.grade(c)
	default:
		if g := d.said(c, commune.MeaningOf(entry)); g != nil {
			f.Measure, f.Year, f.Count = commune.MeasureGiven(*g), g.Year, g.Count
		}
	}
	return f, f.Measure != nil
}

// asksShare asks about a rate that a formula has made a share of 1, and tells whether it
// did. Others are asked about when the whole report is read: [commune.Report.Shares].
func (d *cellReader) asksShare(c given, f *commune.Figure, entry *criteria.Figure) bool {
	n, isNumber := commune.AmountOf(f.Measure)
	if !isNumber || entry.Unit != criteria.Percent || n.Percent || !c.Formula || !commune.MayBeShare(n.Decimal) {
		return false
	}
	d.problems.Add(commune.AskShare(c.at, entry, n.Decimal))
	return true
}

// grade reads a grade by its name: "loại 3" is the best to some and the worst to
// others.
func (d *cellReader) grade(c given) commune.Measure {
	if !d.single(c) {
		return nil
	}
	text := d.text(c)
	for i, g := range criteria.Grades {
		if vi.Fold(g) == vi.Fold(text) {
			return commune.Number{Decimal: decimal.NewFromInt(int64(i)), Word: g}
		}
	}
	d.fail(c, "ghi một trong: "+strings.Join(criteria.Grades, ", "), "đọc thấy %q, ở đây cần một xếp loại", text)
	return nil
}

// figures reads the sheet of figures.
func (r *reader) figures() {
	g, ok := r.grid(&layout.FigureTable)
	if !ok {
		return
	}
	g.columnsMustBe("ntm:value")
	beside := r.beside()
	for _, row := range g.rows {
		if r.known != nil {
			r.figureAgain(row, beside)
		} else {
			r.figureRow(row)
		}
	}
	r.foreignFigures()
}

// foreignFigure is a row of a figure that the law at hand does not have.
type foreignFigure struct {
	at       given
	name, id string
}

// foreignFigures tells once of all rows that ask for what the law at hand does not have.
func (r *reader) foreignFigures() {
	if len(r.foreign) == 0 {
		return
	}
	first, more := r.foreign[0], ""
	if n := len(r.foreign) - 1; n > 0 {
		more = fmt.Sprintf(" và %d số liệu nữa", n)
	}
	r.fail(first.at, hintOwnFigures,
		"biểu mẫu hỏi số liệu %q (mã %s)%s, bộ tiêu chí đang dùng không có", first.name, first.id, more)
}

func (r *reader) figureRow(row record) {
	value, numerator, denominator := row.cell("ntm:value"), row.cell("ntm:numerator"), row.cell("ntm:denominator")
	if value.blank() && numerator.blank() && denominator.blank() {
		return
	}
	before := len(r.problems)
	entry := r.entry(row)
	if entry == nil && len(r.problems) > before {
		return
	}
	if id := r.text(row.cell("ntm:figure")); entry == nil && id != "" {
		r.foreign = append(r.foreign, foreignFigure{value, r.text(row.cell("ntm:name")), id})
		return
	}
	if entry == nil {
		r.fail(value, hintNames,
			"dòng này có kết quả nhưng không rõ là số liệu nào")
		return
	}
	f, ok := r.figure(value, entry)
	if !numerator.blank() || !denominator.blank() {
		f, ok = r.rate(f, entry, value, numerator, denominator)
	}
	if !ok || r.asksShare(value, f, entry) {
		return
	}
	if year := r.year(row.cell("ntm:year")); year != 0 {
		if f.Year != 0 && f.Year != year {
			r.fail(value, "giữ một năm, xóa năm kia", "ô này ghi năm %d, cột Năm số liệu ghi %d", f.Year, year)
		}
		f.Year = year
	}
	f.Evidence = r.cites(row.cell("ntm:evidence"), r.codes)
	f.Note = r.text(row.cell("ntm:note"))
	f.Earlier = r.besides(f, r.earlier(row.cell("ntm:earlier"), entry))
	r.report.Figures = append(r.report.Figures, *f)
}

// rate reads the two counts of a rate. A result beside them must be theirs.
func (r *reader) rate(stated *commune.Figure, entry *criteria.Figure, value, numerator,
	denominator given) (*commune.Figure, bool) {
	if entry.Unit != criteria.Percent {
		given := numerator
		if given.blank() {
			given = denominator
		}
		r.fail(given, "xóa ô này và ghi ở cột Kết quả", "số liệu %q không tính bằng tử số và mẫu số", entry.Name)
		return nil, false
	}
	before := len(r.problems)
	m := typed.Meaning{Unit: entry.CountedIn}
	num, den := r.number(numerator, m), r.number(denominator, m)
	if num == nil || den == nil {
		if len(r.problems) == before {
			r.fail(denominator, "ghi đủ hai số, hoặc chỉ ghi tỷ lệ ở cột Kết quả",
				"số liệu %q mới có một trong hai số tử số, mẫu số", entry.Name)
		}
		return nil, false
	}
	f := &commune.Figure{ID: entry.ID, Pos: numerator.at, Measure: commune.Rate{Numerator: *num, Denominator: *den}}
	if stated == nil {
		return f, len(r.problems) == before
	}
	f.Year = stated.Year
	counts := typed.Counts{Numerator: *num, Denominator: *den}
	switch said := stated.Measure.(type) { // the counts are what is judged
	case commune.Rate:
		if !said.Numerator.Equal(*num) || !said.Denominator.Equal(*den) {
			r.fail(value, "giữ một cách ghi, xóa cách kia", "kết quả ghi %s / %s nhưng tử số, mẫu số ghi %s / %s",
				vi.Number(said.Numerator), vi.Number(said.Denominator), vi.Number(*num), vi.Number(*den))
		}
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(said)
		if !den.IsPositive() || counts.Agree(a.Decimal, a.Bound) {
			break
		}
		places := max(0, -a.Exponent())
		share, rate := num.DivRound(*den, places), num.Shift(2).DivRound(*den, places)
		if a.Percent || a.Bound != "" || !share.Equal(a.Decimal) {
			r.fail(value, "giữ số đúng, xóa số kia", "kết quả %s khác với tử số chia mẫu số: %s / %s = %s %%",
				a.Said(vi.Number(a.Decimal)+" %"), vi.Number(*num), vi.Number(*den), vi.Number(rate))
		}
	}
	return f, len(r.problems) == before
}

// entry is the figure a row is for: by its key, else by its name. A row whose
// name or unit is not that of its key was torn apart by sorting, or made to ask
// something else.
func (r *reader) entry(row record) *criteria.Figure {
	key, name := r.lib.Figures[r.text(row.cell("ntm:figure"))], r.text(row.cell("ntm:name"))
	var named *criteria.Figure
	if name != "" {
		named = r.named(name)
	}
	if key == nil {
		key = named
	}
	switch unit := row.cell("ntm:unit"); {
	case key == nil:
		return nil
	case name != "" && key != named:
		r.fail(row.cell("ntm:name"), hintSorted, "dòng này mang tên %q nhưng mã ẩn là của %q", name, key.Name)
		return nil
	case !unit.blank() && vi.Fold(strings.ReplaceAll(unit.Text, " ", "")) != vi.Fold(
		strings.ReplaceAll(layout.ShownUnit(key.Unit), " ", "")):
		r.fail(unit, "giữ đơn vị của biểu mẫu và ghi số theo đơn vị ấy: "+string(key.Unit),
			"đơn vị của dòng này đã bị sửa thành %q", unit.Text)
		return nil
	}
	return key
}

// named is the figure of that name.
func (r *reader) named(name string) *criteria.Figure {
	if r.names == nil {
		r.names = map[string]*criteria.Figure{}
		for _, f := range r.lib.FigureList {
			r.names[vi.FoldTone(f.Name)] = f
		}
	}
	return r.names[vi.FoldTone(name)]
}
