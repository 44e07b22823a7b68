package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// The columns of the table of criteria, as far as every year has them.
const (
	colNo = iota + 1
	colContent
	colRequired
	colResult
	colSelf

	colFromRight = 2 // that of proof and remarks
)

// LastDistrictDay is the last day on which districts existed and verified what
// their communes reported (Nghị định 131/2025).
const LastDistrictDay = "2025-06-30"

// criteria is the table of a level's criteria: a row for each criterion with
// its outcome and the count of its indicators, a row for each indicator under
// it, and below them the conditions of recognition and who signs.
func (d *dossier) criteria(l *assess.Level) *draw.Sheet {
	proportions := []float64{26, 300, 80, 70, 80}
	for range d.reviews() {
		proportions = append(proportions, 34)
	}
	proportions = append(proportions, 90, 44)
	t := &table{Sheet: draw.NewSheet(tableName(l.Level), draw.Page{Landscape: true, Footer: d.footer(l)},
		proportions...), d: d}
	t.Size, t.Locked, t.Fitted = annexSize, look.Locked, true
	bar := t.titles(l)
	t.Head.Row = t.AddHead(look.Heads(d.columnHeads("Tên, nội dung tiêu chí", "Tiêu chuẩn đạt chuẩn")...)...)
	for i := range l.Criteria {
		t.criterion(l, &l.Criteria[i])
	}
	s := &standing{table: t, of: l, first: t.Head.Row + 1, last: len(t.Rows)}
	if len(l.Conditions) > 0 || l.Prerequisite != nil {
		s.firstGate, s.lastGate = t.conditions(l)
	}
	t.reviewers()
	signedByCommittee(t.Sheet)
	s.sum(bar)
	d.standings[l.Level] = s
	return t.Sheet
}

// table is a table of criteria as it is laid down.
type table struct {
	*draw.Sheet
	d    *dossier
	said string   // last in a row of its own
	firm []string // conditions, of which any refuses the level
}

// fails notes what refuses the level when an indicator or a condition fails.
func (t *table) fails(p part) {
	if p.firm != "" {
		t.firm = append(t.firm, p.firm)
	}
}

// reviews are the columns filled in by those who examine the dossier. The
// district's went with the districts.
func (d *dossier) reviews() []string {
	if d.a.Date <= LastDistrictDay {
		return []string{"Kết quả thẩm tra", AppraisalHead}
	}
	return []string{AppraisalHead}
}

func (d *dossier) columnHeads(content ...string) []string {
	out := append([]string{"TT"}, content...)
	out = append(out, "Kết quả thực hiện", "Kết quả tự đánh giá")
	out = append(out, d.reviews()...)
	return append(out, "Minh chứng, ghi chú", OpinionHead)
}

// OpinionHead heads the column in which the council and the departments write
// what they have to say.
const OpinionHead = "Ý kiến thẩm định"

// AppraisalHead heads the column of the council's own results.
const AppraisalHead = "Kết quả thẩm định"

// titles are the lines above the table. It gives the row of the counts and the
// verdict, which are filled in when the table is complete.
func (t *table) titles(l *assess.Level) (bar int) {
	s, d := t.Sheet, t.d
	s.Line(fmt.Sprintf("BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN TIÊU CHÍ XÃ %s NĂM %d", strings.ToUpper(l.Level.Title()),
		d.a.Year), look.Title)
	s.Line(vi.Capital(d.a.Commune.Title()), look.Subtitle)
	column := "mức của " + l.ColumnTitle
	switch {
	case len(l.Columns) > 0:
		column = "mức " + ColumnOf(l)
	case l.ColumnNote != "":
		column = l.ColumnNote
	}
	s.Line(fmt.Sprintf("%s (%s), %s", l.Rules.Name, vi.Join(", ", l.Rules.Number, l.Rules.Annex), column),
		look.Remark)
	blank := draw.Blank(look.Group)
	bar = s.Add(blank, blank, blank.Over(colResult-colRequired+1), blank.Over(s.Columns()-colResult))
	if l.IndicatorsMissing > 0 {
		s.Line(vi.Capital(l.Lack.String())+".", look.Label)
	}
	if len(l.Unsure()) > 0 {
		s.Line("Tiêu chuẩn in nghiêng: ngưỡng chưa đối chiếu hoặc chưa có, xem tờ “Căn cứ pháp lý”.",
			look.Small.Centred())
	}
	return bar
}

// wholeCriterion marks the row of a criterion, by which the formulas find it.
const wholeCriterion = "Cả tiêu chí"

func (t *table) criterion(l *assess.Level, c *assess.Criterion) {
	met, outside := 0, 0
	for i := range c.Indicators {
		switch c.Indicators[i].Outcome {
		case assess.Met:
			met++
		case assess.NotApplicable:
			outside++
		}
	}
	first := len(t.Rows) + 1
	row := []draw.Cell{
		draw.Text(c.No, look.Group.Centred()), draw.Text(c.Name, look.Group),
		draw.Text(wholeCriterion, look.Group.Centred()),
		look.Int(met+outside, look.Group.Centred().Shown(ofTotal(len(c.Indicators), "chỉ tiêu"))),
		draw.Text(c.Outcome.Word(), look.Group.Centred()),
	}
	for len(row) < t.Columns() {
		row = append(row, draw.Blank(look.Group))
	}
	t.Add(row...)
	reached := assess.Met
	if l.Lack.Missing() > 0 {
		reached = assess.Undetermined // some of the indicators missing may be its own
	}
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		at := len(t.Rows) + 1
		p := t.judgement(string(l.Level)+"/"+ind.No, ind.No, ind.Name, &ind.Judgement, ind.Note, 0)
		t.KeepWhole(at)
		t.fails(p)
	}
	last := len(t.Rows)
	if outside < len(c.Indicators) {
		t.Compute(colResult, first, fmt.Sprintf("%s+%d", t.count(first+1, last, assess.Met), outside))
		t.Compute(colSelf, first, fmt.Sprintf("IF(%s>0,%s,IF(%s+%d<%d,%s,%s))",
			t.count(first+1, last, assess.NotMet), outcomeWord(assess.NotMet),
			t.count(first+1, last, assess.Met), outside, len(c.Indicators), outcomeWord(assess.Undetermined),
			outcomeWord(reached)))
	}
	t.Keep(first)
	t.Judge(colSelf, first, last)
}
