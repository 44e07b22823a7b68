package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
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
func (d *dossier) criteria(l *assess.Level) *sheet {
	proportions := []float64{6.6, 11.8, 34.2, 16.5, 18.5, 9.5}
	for range d.reviews() {
		proportions = append(proportions, 9)
	}
	proportions = append(proportions, 11.5, 17.8)
	s := newSheet(tableName(l.Level), page{landscape: true, footer: d.footer(l)}, proportions...)
	d.criteriaTitle(s, l)
	s.headRow = s.head(heads(d.columnHeads("Tên tiêu chí", "Nội dung tiêu chí", "Tiêu chuẩn đạt chuẩn")...)...)
	for i := range l.Criteria {
		d.criterion(s, &l.Criteria[i])
	}
	if len(l.Conditions) > 0 || l.Prerequisite != nil {
		d.conditions(s, l)
	}
	return s
}

// reviews are the columns filled in by those who examine the dossier. The
// district's went with the districts.
func (d *dossier) reviews() []string {
	if d.a.Date <= lastDistrictDay {
		return []string{"Kết quả thẩm tra", "Kết quả thẩm định"}
	}
	return []string{"Kết quả thẩm định"}
}

func (d *dossier) columnHeads(content ...string) []string {
	out := append([]string{"TT"}, content...)
	out = append(out, "Kết quả thực hiện", "Kết quả tự đánh giá")
	out = append(out, d.reviews()...)
	return append(out, "Minh chứng", "Ghi chú")
}

func (d *dossier) criteriaTitle(s *sheet, l *assess.Level) {
	s.line(fmt.Sprintf("BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN TIÊU CHÍ XÃ %s NĂM %d", strings.ToUpper(l.Level.Title()), d.a.Year), title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	annex := ""
	if l.Rules.Annex != "" {
		annex = ", " + l.Rules.Annex
	}
	column := "mức của " + l.ColumnTitle
	if l.ColumnNote != "" {
		column = l.ColumnNote
	}
	s.line(fmt.Sprintf("%s (%s%s), %s", l.Rules.Name, document(l.Rules.Decision), annex, column), remark)
	s.line(fmt.Sprintf("Tự đánh giá: đạt %s, %s. Kết luận: %s.", criteriaCount(l), indicatorCount(l), l.Verdict.Word()), plain.centred())
	if len(l.Unsure()) > 0 {
		s.line("Tiêu chuẩn in nghiêng: ngưỡng chưa đối chiếu hoặc chưa có, xem tờ “Căn cứ pháp lý”.", small.centred())
	}
}

func (d *dossier) criterion(s *sheet, c *assess.Criterion) {
	met := 0
	for i := range c.Indicators {
		if o := c.Indicators[i].Outcome; o == assess.Met || o == assess.NotApplicable {
			met++
		}
	}
	row := []cell{
		text(c.No, group.centred()), text(c.Name, label.atTop()).reachingDown(), text("Cả tiêu chí", group), blank(group),
		text(fmt.Sprintf("%d/%d chỉ tiêu", met, len(c.Indicators)), group.centred()),
		text(c.Outcome.Word(), group.centred()),
	}
	for len(row) < s.columns() {
		row = append(row, blank(group))
	}
	first := s.add(row...)
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		head := []cell{text(ind.No, body.centred()), blank(label.atTop()), text(ind.Name, body)}
		s.add(append(head, d.judged(&ind.Judgement, ind.Note)...)...)
	}
	last := first + len(c.Indicators)
	s.deepen(colCriterion, first, last)
	s.keep(first)
	s.judge(colSelf, first, last)
}

// judged are the cells from the threshold to the remarks.
func (d *dossier) judged(j *assess.Judgement, note string) []cell {
	threshold := body.centred()
	if !j.Threshold.Basis.Status.Sure() {
		threshold = threshold.inItalic()
	}
	cells := []cell{
		required(j.Threshold, threshold), result(j, body.centred()), text(j.Outcome.Word(), body.centred()),
	}
	for range d.reviews() {
		cells = append(cells, blank(body))
	}
	return append(cells, text(d.proof(j), body), text(d.remarks(j, note), body))
}

// conditions are the gates besides the criteria, the level below first.
func (d *dossier) conditions(s *sheet, l *assess.Level) {
	s.gap(18)
	s.heading("ĐIỀU KIỆN CÔNG NHẬN", section)
	spread := func(cells []cell) []cell { // the condition takes the places of name and content
		cells[1] = cells[1].over(colContent - colCriterion + 1)
		return cells
	}
	s.head(spread(heads(d.columnHeads("Nội dung điều kiện", "Yêu cầu")...))...)
	first, number := len(s.rows)+1, 0
	add := func(name string, cells ...cell) {
		number++
		s.add(spread(append([]cell{text(fmt.Sprint(number), body.centred()), text(name, body)}, cells...))...)
	}
	if p := l.Prerequisite; p != nil {
		cells := []cell{text("Đạt", body.centred()), text(sentence(p.Basis), body), text(settled(p).Word(), body.centred())}
		for range d.reviews() {
			cells = append(cells, blank(body))
		}
		add(p.Text, append(cells, blank(body), blank(body))...)
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		add(c.Name, d.judged(&c.Judgement, "")...)
	}
	s.judge(colSelf, first, len(s.rows))
}
