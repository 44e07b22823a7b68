package dossier

import (
	"fmt"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// satisfaction is the sheet Hài lòng: the Front's poll, village by village.
func (d *dossier) satisfaction() *draw.Sheet {
	poll := d.a.Report.Satisfaction
	if poll == nil {
		return nil
	}
	s := d.begin(satisfactionName, d.portrait(), "KẾT QUẢ LẤY Ý KIẾN SỰ HÀI LÒNG CỦA NGƯỜI DÂN", 6, 27, 12, 14, 14,
		14, 14)
	sources, of := "", ""
	if len(poll.Evidence) > 0 {
		sources = "theo " + d.proof(&assess.Judgement{Figure: &assess.Figure{Sources: poll.Evidence}})
	}
	if len(poll.Villages) > 0 {
		of = "tỷ lệ hài lòng tính trên số phiếu thu về"
	}
	if said := vi.Join("; ", sources, of); said != "" {
		s.Line(vi.Capital(said), look.Remark)
	}
	s.Gap(6)
	if len(poll.Villages) == 0 {
		pollOfAll(s, poll)
		signedByFront(s)
		return s
	}
	names := "Thôn"
	if len(poll.Questions) > 0 {
		names = "Thôn, nội dung hỏi" // overleaf it heads both
	}
	s.Head.Row = s.AddHead(look.Heads("TT", names, "Số hộ", "Phiếu phát ra", "Phiếu thu về", "Hài lòng",
		"Tỷ lệ hài lòng")...)
	for i, v := range poll.Villages {
		row := s.Add(look.Mid(fmt.Sprint(i+1)), look.Text(v.Name), count(v.Households, look.Body),
			count(v.FormsOut, look.Body), count(v.FormsBack, look.Body), count(v.Satisfied, look.Body),
			rate(*v.Satisfied, *v.FormsBack, look.Body))
		computeRate(s, row)
	}
	satisfied, answered := poll.Tally()
	first, last := s.Head.Row+1, len(s.Rows)
	total := s.Add(draw.Blank(look.Label), draw.Text("Cả xã", look.Label), count(poll.Households(), look.Label),
		count(poll.FormsOut(), look.Label), count(&answered, look.Label), count(&satisfied, look.Label),
		rate(satisfied, answered, look.Label))
	for column := colHouseholds; column <= colSatisfied; column++ {
		if s.Rows[total-1].Cells[column-1].Value != nil {
			s.Compute(column, total, "SUM("+draw.Cells(column, first, column, last)+")")
		}
	}
	computeRate(s, total)
	d.poll.satisfied, d.poll.answered = at(s.Name, draw.Ref(colSatisfied, total)), at(s.Name, draw.Ref(colBack, total))
	s.Locked = look.Locked
	if poll.Whole != nil || len(poll.Questions) > 0 {
		s.Gap(12)
		pollOfAll(s, poll)
	}
	signedByFront(s)
	return s
}

// pollOfAll is what the report tells of the poll in the whole commune, and by question; what
// it does not tell is not listed.
func pollOfAll(s *draw.Sheet, poll *commune.Satisfaction) {
	row := func(name string, cell draw.Cell) {
		if cell.Value != nil {
			s.Add(draw.Text(name, look.Label).Over(4), cell.Over(3))
		}
	}
	if w := poll.Whole; w != nil {
		s.Heading("Số chung toàn xã, theo báo cáo", look.Group)
		row("Tổng số hộ", count(w.Households, look.Body))
		row("Số phiếu phát ra", count(w.FormsOut, look.Body))
		row("Số phiếu thu về", count(w.FormsBack, look.Body))
		row("Số phiếu hài lòng", count(w.Satisfied, look.Body))
		row("Tỷ lệ hài lòng", shareTold(w.Measure()))
		row("Tỷ lệ hộ được lấy ý kiến", shareTold(w.Coverage()))
	}
	if len(poll.Questions) > 0 {
		s.Heading("Theo nội dung hỏi", look.Group)
		if s.Head.Row == 0 {
			s.AddHead(look.Over(look.Heads("Nội dung hỏi", "Phiếu thu về", "Hài lòng", "Tỷ lệ hài lòng"), colOut)...)
		}
		for i := range poll.Questions {
			q := &poll.Questions[i]
			row := s.Add(look.Text(q.Text).Over(colOut), count(q.Answered, look.Body), count(q.Satisfied, look.Body),
				shareTold(q.Measure()))
			if q.Answered != nil && q.Satisfied != nil {
				computeRate(s, row)
			}
		}
	}
}

// shareTold is a share that the report tells, nothing where it tells none.
func shareTold(m commune.Measure) draw.Cell {
	switch m := m.(type) {
	case commune.Rate:
		return rate(m.Numerator, m.Denominator, look.Body)
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(m)
		return draw.Text(a.Said(vi.Number(a.Decimal)+" %"), look.Body.ToRight())
	}
	return draw.Blank(look.Body)
}

// The columns that the rates are reckoned from.
const (
	colHouseholds = iota + 3
	colOut
	colBack
	colSatisfied
	colRate
)

// computeRate has the rate of a row follow its counts.
func computeRate(s *draw.Sheet, row int) {
	part, whole := draw.Ref(colSatisfied, row), draw.Ref(colBack, row)
	if s.Rows[row-1].Cells[colRate-1].Value != nil {
		s.Compute(colRate, row, fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"%s")`, whole, part, whole, look.NotYet))
	}
}
