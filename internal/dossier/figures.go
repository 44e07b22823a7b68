package dossier

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
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
	impossible = "Không hợp lý"
)

// used is a figure of the dictionary as this dossier uses it.
type used struct {
	entry  *criteria.Figure
	figure *assess.Figure              // nil: not reported
	by     map[criteria.Level][]string // numbers of indicators, "ĐK" for a condition
	row    int
}

// value is the cell of the figure.
func (u *used) value() string { return at(figuresName, draw.Ref(figureValue, u.row)) }

// gatherFigures lists what the levels judge by, in the order they ask for it.
func (d *dossier) gatherFigures() {
	d.figures = map[string]*used{}
	add := func(level criteria.Level, no string, j *assess.Judgement) {
		if j.Outcome == assess.NotApplicable {
			return
		}
		for _, way := range append([]*assess.Judgement{j}, j.Ways()...) {
			way.Leaves(func(leaf *assess.Judgement) { d.use(level, no, leaf) })
		}
	}
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		for x := range l.Judged() {
			add(l.Level, numberOf(x), x.Judgement)
		}
	}
}

// numberOf is that of an indicator; conditions have none.
func numberOf(x assess.Judged) string {
	if x.Condition {
		return "ĐK"
	}
	return x.No
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
	if !slices.Contains(u.by[level], no) {
		u.by[level] = append(u.by[level], no)
	}
}

// figuresSheet is the sheet Số liệu: each figure once, whichever levels judge by
// it. All outcomes reckon from here: who types another number sees what it would
// change.
func (d *dossier) figuresSheet() *draw.Sheet {
	d.gatherFigures()
	if len(d.listed) == 0 {
		return nil
	}
	proportions := []float64{5, 46, 13, 12, 12, 14, 7, 12}
	for range d.a.Levels {
		proportions = append(proportions, 11)
	}
	s := draw.NewSheet(figuresName, d.landscape(), proportions...)
	s.Locked = look.Locked
	s.Line("SỐ LIỆU DÙNG ĐỂ XÉT", look.Title)
	s.Line(vi.Capital(d.a.Commune.Title()), look.Subtitle)
	s.Line("Mọi kết quả trong tệp này tính từ tờ này. Ghi thử một số khác vào ô màu vàng thì kết quả thay đổi theo; khi nộp, giữ nguyên số đã báo cáo.", look.Remark)
	titles := []string{"TT", "Số liệu", "ĐVT", "Tử số", "Mẫu số", "Giá trị", "Năm", "Kiểm tra"}
	for i := range d.a.Levels {
		titles = append(titles, "Dùng cho "+d.a.Levels[i].Level.Brief())
	}
	s.Head.Row = s.AddHead(look.Heads(titles...)...)
	for i, u := range d.listed {
		u.row = len(s.Rows) + 1
		cells := []draw.Cell{look.Int(i+1, look.Body.Centred().Shown("0")), look.Text(u.title()), look.Mid(look.Unit(string(u.entry.Unit)))}
		cells = append(cells, d.entered(s, u)...)
		for k := range d.a.Levels {
			cells = append(cells, look.Mid(vi.Join(", ", u.by[d.a.Levels[k].Level]...)))
		}
		s.Add(cells...)
		s.Named = append(s.Named, draw.Named{Name: u.entry.ID, Cell: draw.Ref(figureValue, u.row)})
	}
	first, last := d.listed[0].row, len(s.Rows)
	d.figureRows = [2]int{first, last}
	return s
}

// title is the figure's name and, for one given as two counts, what they are.
func (u *used) title() string {
	if u.figure == nil || u.figure.Numerator == nil || u.entry.Numerator == "" {
		return u.entry.Name
	}
	if l := u.figure.LeftOut; l != nil && l.Applied {
		return fmt.Sprintf("%s (%s / %s; %s)", u.entry.Name, u.entry.Numerator, u.entry.Denominator, l.Rule())
	}
	return fmt.Sprintf("%s (%s / %s)", u.entry.Name, u.entry.Numerator, u.entry.Denominator)
}

// entered are the cells from the numerator to the check.
func (d *dossier) entered(s *draw.Sheet, u *used) []draw.Cell {
	numerator, denominator := draw.Ref(figureNumerator, u.row), draw.Ref(figureDenominator, u.row)
	year := draw.Blank(look.Body.Centred())
	if u.figure != nil {
		year = look.Int(u.figure.Year, look.Body.Centred().Shown("0"))
	}
	isRate := u.entry.Numerator != "" && (u.figure == nil || u.figure.Numerator != nil)
	if u.figure != nil && !held(u.figure) {
		word := sensible
		if d.isImpossible(u.entry.ID) {
			word = impossible
		}
		return []draw.Cell{look.Blank(), look.Blank(), look.Mid(u.figure.String()), year, look.Mid(word)}
	}
	top, bottom, amount := look.Blank(), look.Blank(), draw.Blank(look.Trial)
	quotient := fmt.Sprintf(`IF(COUNT(%s,%s)=2,IF(%s>0,ROUND(100*%s/%s,%d),"%s"),"%s")`,
		numerator, denominator, denominator, numerator, denominator, quotientPlaces, look.NotYet, look.NotYet)
	shown := look.Trial.Shown(look.Grouped(valuePlacesOf(u)))
	switch f := u.figure; {
	case isRate:
		counts := look.Trial.Shown(look.Grouped(0))
		top, bottom, amount = draw.Blank(counts), draw.Blank(counts), draw.Computed(quotient, look.NotYet, shown)
		if f != nil {
			top, bottom = look.Number(f.Numerator.Decimal, counts.Shown(look.Grouped(look.PlacesOf(f.Numerator.Decimal)))), look.Number(f.Denominator.Decimal, counts.Shown(look.Grouped(look.PlacesOf(f.Denominator.Decimal))))
			amount = draw.Computed(quotient, counted(f).InexactFloat64(), shown)
			amount = amount.By(quotient)
			if u.entry.ID == commune.SatisfactionFigure && d.poll.answered != "" {
				top, bottom = top.By(d.poll.satisfied), bottom.By(d.poll.answered)
			}
		}
	case f == nil:
		amount.Look = shown
	case f.Met != nil:
		amount = draw.Text(f.String(), look.Trial)
	case u.entry.Unit == criteria.Grade:
		amount = draw.Text(f.String(), look.Trial)
	default:
		amount = look.Number(f.Value.Decimal, shown)
		if u.entry.ID == commune.ArrearsFigure && d.owed != "" {
			amount = amount.By(d.owed)
		}
	}
	u.take(s, isRate)
	return []draw.Cell{top, bottom, amount, year, d.check(u, isRate)}
}

// take says what may be typed into a figure's cells.
func (u *used) take(s *draw.Sheet, isRate bool) {
	kind := anyNumber
	switch u.entry.Unit {
	case criteria.Declared:
		kind = declaration
	case criteria.Grade:
		kind = grade
	}
	s.Take(kind, draw.Ref(figureValue, u.row))
	if isRate {
		s.Take(anyNumber, draw.Ref(figureNumerator, u.row), draw.Ref(figureDenominator, u.row))
	}
}

// valuePlacesOf is how many decimals a figure's cell shows: as many as were
// reported, and of what is not reported yet those that its unit has.
func valuePlacesOf(u *used) int32 {
	switch {
	case u.figure != nil && u.figure.Value != nil:
		return look.PlacesOf(u.figure.Value.Decimal)
	case u.figure == nil && !assess.CountsWhole(u.entry, false):
		return 2
	}
	return 0
}

// check is the cell that says whether a figure can be what it says.
func (d *dossier) check(u *used, isRate bool) draw.Cell {
	word, l := sensible, look.Body.Centred()
	if d.isImpossible(u.entry.ID) {
		word = impossible
	}
	if u.figure == nil {
		word = look.NotYet
	}
	value, top, bottom := draw.Ref(figureValue, u.row), draw.Ref(figureNumerator, u.row), draw.Ref(figureDenominator, u.row)
	wrong := []string{value + "<0"}
	switch {
	case u.entry.Unit == criteria.Declared, u.entry.Unit == criteria.Grade:
		return draw.Blank(l)
	case u.entry.ID == commune.SatisfactionFigure && d.poll.answered != "":
		return draw.Text(word, l) // the poll's villages count too
	case word == impossible && u.figure.LeftOut != nil:
		return draw.Text(word, l) // what is to be left out counts too
	case u.entry.Unit == criteria.Percent:
		wrong = append(wrong, value+">100")
	}
	if isRate {
		wrong = append(wrong, top+"<0", fmt.Sprintf("%s>%s", top, bottom))
		if assess.CountsWhole(u.entry, true) {
			wrong = append(wrong, notWhole(top), notWhole(bottom))
		}
	} else if assess.CountsWhole(u.entry, false) {
		wrong = append(wrong, notWhole(value))
	}
	return draw.Computed(fmt.Sprintf("IF(ISNUMBER(%s),IF(OR(%s),%s,%s),%s)", value, vi.Join(",", wrong...), quote(impossible), quote(sensible), quote(look.NotYet)), word, l)
}

func notWhole(cell string) string { return fmt.Sprintf("N(%s)<>INT(N(%s))", cell, cell) }

// isImpossible tells whether a finding says that a figure cannot be.
func (d *dossier) isImpossible(id string) bool {
	return slices.ContainsFunc(d.a.Findings, func(f assess.Finding) bool {
		return f.Severity == assess.Wrong && slices.Contains(f.Figures, id)
	})
}
