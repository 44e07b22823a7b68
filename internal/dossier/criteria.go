package dossier

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// The columns of the table of criteria, as far as every year has them.
const (
	colNo = iota + 1
	colCriterion
	colContent
	colRequired
	colResult
	colSelf
)

// lastDistrictDay is the last day on which districts existed and verified what
// their communes reported (Nghị định 131/2025).
const lastDistrictDay = "2025-06-30"

// criteria is the table of a level's criteria: a row for each criterion with
// its outcome and the count of its indicators, a row for each indicator under
// it, and below them the conditions of recognition.
func (d *dossier) criteria(l *assess.Level) *draw.Sheet {
	proportions := []float64{6.2, 10.5, 34, 16.5, 17, 9.5}
	for range d.reviews() {
		proportions = append(proportions, 8.5)
	}
	proportions = append(proportions, 10, 14, 9.5)
	t := &table{Sheet: draw.NewSheet(tableName(l.Level), draw.Page{Landscape: true, Footer: d.footer(l)}, proportions...), d: d}
	t.Locked = look.Locked
	bar := t.titles(l)
	t.Head.Row = t.AddHead(look.Heads(d.columnHeads("Tên tiêu chí", "Nội dung tiêu chí", "Tiêu chuẩn đạt chuẩn")...)...)
	for i := range l.Criteria {
		t.criterion(l.Level, &l.Criteria[i])
	}
	s := &standing{table: t, of: l, first: t.Head.Row + 1, last: len(t.Rows)}
	if len(l.Conditions) > 0 || l.Prerequisite != nil {
		s.firstGate, s.lastGate = t.conditions(l)
		s.prerequisite, s.basis = at(t.Name, draw.Ref(colSelf, s.firstGate)), at(t.Name, draw.Ref(colResult, s.firstGate)) // stands first, if there is one
	}
	t.reviewers()
	s.sum(bar)
	d.standings[l.Level] = s
	return t.Sheet
}

// table is a table of criteria as it is laid down.
type table struct {
	*draw.Sheet
	d    *dossier
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
	if d.a.Date <= lastDistrictDay {
		return []string{"Kết quả thẩm tra", AppraisalHead}
	}
	return []string{AppraisalHead}
}

func (d *dossier) columnHeads(content ...string) []string {
	out := append([]string{"TT"}, content...)
	out = append(out, "Kết quả thực hiện", "Kết quả tự đánh giá")
	out = append(out, d.reviews()...)
	return append(out, "Minh chứng", "Ghi chú", OpinionHead)
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
	s.Line(fmt.Sprintf("BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN TIÊU CHÍ XÃ %s NĂM %d", strings.ToUpper(l.Level.Title()), d.a.Year), look.Title)
	s.Line(vi.Capital(d.a.Commune.Title()), look.Subtitle)
	annex := ""
	if l.Rules.Annex != "" {
		annex = ", " + l.Rules.Annex
	}
	column := "mức của " + l.ColumnTitle
	if l.ColumnNote != "" {
		column = columnOf(l)
	}
	s.Line(fmt.Sprintf("%s (%s%s), %s", l.Rules.Name, document(l.Rules.Decision), annex, column), look.Remark)
	bar = s.Add(draw.Text("Tự đánh giá", look.Group.Centred()).Over(colCriterion), draw.Blank(look.Group), draw.Blank(look.Group).Over(colResult-colRequired+1), draw.Blank(look.Group).Over(s.Columns()-colResult))
	if len(l.Unsure()) > 0 {
		s.Line("Tiêu chuẩn in nghiêng: ngưỡng chưa đối chiếu hoặc chưa có, xem tờ “Căn cứ pháp lý”.", look.Small.Centred())
	}
	return bar
}

// wholeCriterion marks the row of a criterion, by which the formulas find it.
const wholeCriterion = "Cả tiêu chí"

func (t *table) criterion(level criteria.Level, c *assess.Criterion) {
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
		draw.Text(c.No, look.Group.Centred()), draw.Text(c.Name, look.Label.AtTop()).ReachingDown(), draw.Text(wholeCriterion, look.Group), draw.Blank(look.Group),
		look.Int(met+outside, look.Group.Centred().Shown(fmt.Sprintf(`0"/%d chỉ tiêu"`, len(c.Indicators)))),
		draw.Text(c.Outcome.Word(), look.Group.Centred()),
	}
	for len(row) < t.Columns() {
		row = append(row, draw.Blank(look.Group))
	}
	t.Add(row...)
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		p := t.judgement(string(level)+"/"+ind.No, ind.No, ind.Name, func(no, name draw.Cell) []draw.Cell { return []draw.Cell{no, draw.Blank(look.Label.AtTop()), name} }, &ind.Judgement, ind.Note, 0)
		t.fails(p)
	}
	last := len(t.Rows)
	if outside < len(c.Indicators) {
		t.Compute(colResult, first, fmt.Sprintf("%s+%d", t.count(first+1, last, assess.Met), outside))
		t.Compute(colSelf, first, fmt.Sprintf("IF(%s>0,%s,IF(%s+%d<%d,%s,%s))", t.count(first+1, last, assess.NotMet), outcomeWord(assess.NotMet),
			t.count(first+1, last, assess.Met), outside, len(c.Indicators), outcomeWord(assess.Undetermined), outcomeWord(assess.Met)))
	}
	t.Deepen(colCriterion, first, last)
	t.Keep(first)
	t.Judge(colSelf, first, last)
}

// count is a formula for how many numbered rows came out so. The parts of a
// requirement have no number.
func (t *table) count(first, last int, o assess.Outcome) string {
	return fmt.Sprintf(`COUNTIFS(%s:%s,"<>",%s:%s,%s)`, draw.Ref(colNo, first), draw.Ref(colNo, last), draw.Ref(colSelf, first), draw.Ref(colSelf, last), outcomeWord(o))
}

// leader lays out the first cells of a row, of its number and its name.
type leader func(no, name draw.Cell) []draw.Cell

// judgement lays down a judgement and under it the parts that it has.
func (t *table) judgement(path, no, name string, lead leader, j *assess.Judgement, note string, depth int) part {
	if ways := j.Ways(); ways != nil {
		return t.ways(Pen{Path: path, No: no, Name: name}, lead, j, note, ways)
	}
	row := len(t.Rows) + 1
	met, notMet := leafWords(j.Threshold)
	outcome := part{cell: draw.Ref(colSelf, row), met: met, notMet: notMet}
	if j.Rest().Sure() {
		outcome.firm = outcome.failed()
	}
	threshold := look.Body.Centred()
	if !j.Threshold.Basis.Status.Sure() {
		threshold = threshold.InItalic()
	}
	asked := required(j.Threshold, threshold)
	if depth > 0 && len(j.Parts) > 0 {
		asked = look.Blank() // the name says it
	}
	cells := append(lead(look.Mid(no), look.Text(name)), asked, t.result(j), look.Mid(leafWord(j)))
	about := Pen{Path: path, No: no, Name: name}
	for _, column := range t.d.reviews() {
		cells = append(cells, opinion(depth, about, column))
	}
	proof, remarks := "", vi.Join("; ", vi.Capital(reckoned(j.Threshold)), vi.Capital(note))
	if len(j.Parts) == 0 {
		proof, remarks = t.d.proof(j), t.d.remarks(j, note)
	}
	t.Add(append(cells, look.Text(proof), look.Text(remarks), opinion(depth, about, OpinionHead))...)
	if len(j.Parts) == 0 {
		t.d.required[j.Threshold] = at(t.Name, draw.Ref(colRequired, row))
		if isLive(j) {
			t.Compute(colSelf, row, leafFormula(j.Threshold, draw.Ref(colResult, row), draw.Ref(colRequired, row)))
		}
		return outcome
	}
	parts, live := make([]part, len(j.Parts)), true
	for i := range j.Parts {
		p := &j.Parts[i]
		parts[i] = t.judgement("", "", strings.Repeat("   ", depth)+"– "+partName(p), lead, p, "", depth+1)
		p.Leaves(func(leaf *assess.Judgement) { live = live && isLive(leaf) })
	}
	if live {
		t.Compute(colResult, row, metParts(parts))
		t.Compute(colSelf, row, partsFormula(parts, j.Threshold.Need))
		outcome.firm = firmly(outcome.cell, parts, j.Threshold.Need)
	} else if outcome.firm = ""; j.Outcome == assess.NotMet && !j.Unchecked {
		outcome.firm = outcome.failed()
	}
	return outcome
}

// opinion is a cell for those who examine the dossier; they judge a requirement as
// a whole, not its parts.
func opinion(depth int, about Pen, column string) draw.Cell {
	if depth > 0 {
		return look.Blank()
	}
	about.Column = column
	return look.Blank().For(about)
}

// partName is what a part of a requirement asks about.
func partName(j *assess.Judgement) string {
	r := j.Threshold.Requirement
	switch {
	case len(j.Parts) == 0:
		return r.Figure.Name
	case r.Text != "":
		return look.Unit(r.Text)
	case r.Need == len(j.Parts):
		return "Đồng thời đạt các nội dung"
	}
	return fmt.Sprintf("Đạt ít nhất %d trong các nội dung", r.Need)
}

// result is the cell of what was reported, which follows the sheet Số liệu; of a
// requirement with parts, how many of them are met.
func (t *table) result(j *assess.Judgement) draw.Cell {
	l := look.Body.Centred()
	if j.Outcome == assess.NotApplicable {
		return draw.Blank(l)
	}
	if len(j.Parts) > 0 {
		met := 0
		for i := range j.Parts {
			if j.Parts[i].Outcome == assess.Met {
				met++
			}
		}
		return look.Int(met, l.Shown(fmt.Sprintf(`0"/%d nội dung"`, len(j.Parts))))
	}
	return t.d.reported(j, l)
}

// conditions are the gates besides the criteria, the level below first. It gives
// their first and last row.
func (t *table) conditions(l *assess.Level) (first, last int) {
	t.Gap(18)
	t.Heading("ĐIỀU KIỆN CÔNG NHẬN", look.Section)
	const spread = colContent - colCriterion + 1
	lead := func(no, name draw.Cell) []draw.Cell { return []draw.Cell{no, name.Over(spread)} }
	titles := look.Heads(t.d.columnHeads("Nội dung điều kiện", "Yêu cầu")...)
	titles[1] = titles[1].Over(spread)
	t.AddHead(titles...)
	first = len(t.Rows) + 1
	number := 0
	if l.Prerequisite != nil {
		number++
		t.prerequisite(l)
	}
	for i := range l.Conditions {
		number++
		c := &l.Conditions[i]
		t.d.gates[gate{l.Level, c.ID}] = at(t.Name, draw.Ref(colSelf, len(t.Rows)+1))
		p := t.judgement(string(l.Level)+"/"+c.ID, fmt.Sprint(number), c.Name, lead, &c.Judgement, "", 0)
		t.fails(p)
	}
	last = len(t.Rows)
	t.Judge(colSelf, first, last)
	return first, last
}

// prerequisite is the row of the level that must be held before. Where this very
// dossier settles it, it follows the verdict there.
func (t *table) prerequisite(l *assess.Level) {
	p := l.Prerequisite
	row := len(t.Rows) + 1
	cells := []draw.Cell{look.Mid("1"), look.Text(p.Text).Over(colContent - colCriterion + 1),
		look.Mid("Đạt"), look.Text(vi.Capital(p.Basis)), look.Mid(p.Outcome().Word())}
	about := Pen{Path: string(l.Level) + "/prerequisite", No: "1", Name: p.Text}
	for _, column := range t.d.reviews() {
		cells = append(cells, opinion(0, about, column))
	}
	t.Add(append(cells, look.Blank(), look.Blank(), opinion(0, about, OpinionHead))...)
	t.fails(part{firm: draw.Ref(colSelf, row) + "=" + outcomeWord(assess.NotMet)})
	below, here := t.d.standings[p.Level]
	if p.ByVerdict && !here { // the verdict that settles it has no table in this workbook
		t.Rows[row-1].Cells[colResult-1].Value = vi.Join(". ", vi.Capital(p.Basis), fixedPrerequisite)
	}
	if !p.ByVerdict || !here {
		return
	}
	words, bases := make([]string, 2), make([]string, 3)
	for i, v := range []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided} {
		o, basis := p.If(v)
		bases[i] = quote(vi.Capital(basis))
		if i < len(words) {
			words[i] = fmt.Sprintf("IF(%s=%s,%s,", below.verdict, quote(v.Word()), outcomeWord(o))
		}
	}
	t.Compute(colSelf, row, words[0]+words[1]+outcomeWord(assess.Undetermined)+"))")
	t.Compute(colResult, row, fmt.Sprintf("IF(%s=%s,%s,IF(%s=%s,%s,%s))", below.verdict, quote(assess.Eligible.Word()), bases[0],
		below.verdict, quote(assess.NotEligible.Word()), bases[1], bases[2]))
}

// fixedPrerequisite tells a reader who changes figures what does not follow.
const fixedPrerequisite = "Kết quả này ghi theo lúc lập hồ sơ, không đổi theo tờ Số liệu vì hồ sơ không có biểu của mức ấy"

// reviewers has those who write into the table say who they are and when.
func (t *table) reviewers() {
	t.Gap(9)
	for _, what := range t.d.reviews() {
		who := fmt.Sprintf("%s: cơ quan, người ghi", what)
		t.Add(draw.Text(who, look.Plain).Over(colContent), look.Blank().Over(colResult-colContent).For(Pen{Column: what, By: true}),
			draw.Text("ngày", look.Plain.Centred()), look.Blank().Over(t.Columns()-colSelf).For(Pen{Column: what, On: true}))
	}
}
