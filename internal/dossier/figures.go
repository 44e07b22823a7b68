package dossier

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// The columns of the sheet Số liệu.
const (
	figureName = iota + 2
	figureUnit
	figureNumerator
	figureDenominator
	figureValue
	figureYear
	figureCheck
	figureUses // of the first level
)

// What the sheet says of a figure that can be what it says, and of one that
// cannot.
const (
	sensible   = "Hợp lý"
	impossible = "Xem lại"
)

// used is a figure of the dictionary as this dossier uses it.
type used struct {
	entry  *criteria.Figure
	figure *assess.Figure              // nil: not reported
	by     map[criteria.Level][]string // numbers of indicators, "ĐK" for a condition
	row    int
	// checked tells that a formula says whether the figure by itself can be what it says.
	checked bool
}

// at is a cell of the figure's row, for other sheets.
func (u *used) at(column int) string { return at(figuresName, draw.Ref(column, u.row)) }

// gatherFigures lists what the levels judge by, in the order they ask for it.
func (d *dossier) gatherFigures() {
	d.figures = map[string]*used{}
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		for x := range l.Judged() {
			if x.Outcome == assess.NotApplicable {
				continue
			}
			no := x.No
			if x.Condition {
				no = gateLabel
			}
			for _, way := range append([]*assess.Judgement{x.Judgement}, x.Ways()...) {
				way.Leaves(func(leaf *assess.Judgement) { d.use(l.Level, no, leaf) })
			}
		}
	}
}

// use notes that an indicator of a level judges by a figure.
func (d *dossier) use(level criteria.Level, no string, leaf *assess.Judgement) {
	entry := leaf.Threshold.Figure
	u := d.figures[entry.ID]
	if u == nil {
		u = &used{entry: entry, figure: leaf.Figure, by: map[criteria.Level][]string{}}
		d.figures[entry.ID] = u
		d.listed = append(d.listed, u)
	}
	u.by[level] = list.Once(u.by[level], no)
}

// fewMissing is how much that nobody has reported or entered is still listed one by one.
const fewMissing = 12

// leaveOutMissing takes what the commune has not reported off the list, unless that is
// little: then it stands there to be tried. It gives how many are gone.
func (d *dossier) leaveOutMissing() int {
	given := list.Where(d.listed, func(u *used) bool { return u.figure != nil })
	missing := len(d.listed) - len(given)
	if missing <= fewMissing {
		return 0
	}
	d.listed = given
	return missing
}

// figuresSheet is the sheet Số liệu: each figure once, whichever levels judge by
// it. All outcomes reckon from here: who types another number sees what it would
// change.
func (d *dossier) figuresSheet() *draw.Sheet {
	d.gatherFigures()
	missing := d.leaveOutMissing()
	if len(d.listed) == 0 {
		return nil
	}
	proportions := []float64{4, 90, 14, 9, 9, 11, 6, 9}
	for range d.a.Levels {
		proportions = append(proportions, 8)
	}
	s := d.begin(figuresName, d.landscape(), "SỐ LIỆU DÙNG ĐỂ XÉT", proportions...)
	s.Locked = look.Locked
	s.Line("Mọi kết quả tính từ tờ này: ghi thử số khác vào ô màu vàng thì kết quả đổi theo; khi nộp, giữ số đã báo "+
		"cáo. Các cột cuối: chỉ tiêu dùng số liệu (ĐK: điều kiện).", look.Small.Centred())
	if missing > 0 {
		s.Line(fmt.Sprintf("Còn %d số liệu xã chưa báo cáo: xem tờ “%s”.", missing, shortfallName), look.Remark)
	}
	titles := []string{"TT", "Số liệu", "ĐVT", "Tử số", "Mẫu số", "Giá trị", "Năm", "Kiểm tra"}
	for i := range d.a.Levels {
		titles = append(titles, vi.Capital(d.a.Levels[i].Level.Brief()))
	}
	s.Head.Row = s.AddHead(look.Heads(titles...)...)
	for i, u := range d.listed {
		u.row = len(s.Rows) + 1
		cells := []draw.Cell{look.Int(i+1, look.Body.Centred().Shown("0")), look.Text(u.title()),
			look.Mid(look.Foldable(u.entry.Unit))}
		cells = append(cells, d.entered(s, u)...)
		for k := range d.a.Levels {
			cells = append(cells, look.Mid(vi.Join(", ", u.by[d.a.Levels[k].Level]...)))
		}
		s.Add(cells...)
		s.Named = append(s.Named, draw.Named{Name: u.entry.ID, Column: figureValue, Row: u.row})
	}
	first, last := d.listed[0].row, len(s.Rows)
	d.figureRows = [2]int{first, last}
	return s
}
