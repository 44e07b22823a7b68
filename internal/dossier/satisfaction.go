package dossier

import (
	"fmt"

	"github.com/shopspring/decimal"
	"ntm/internal/assess"
	"ntm/internal/xlsx/draw"
)

// satisfaction is the sheet Hài lòng: the Front's poll, village by village.
func (d *dossier) satisfaction() *draw.Sheet {
	poll := d.a.Report.Satisfaction
	if poll == nil {
		return nil
	}
	s := draw.NewSheet(satisfactionName, d.portrait(), 6, 27, 12, 14, 14, 14, 14)
	s.Line("KẾT QUẢ LẤY Ý KIẾN SỰ HÀI LÒNG CỦA NGƯỜI DÂN", title)
	s.Line(sentence(d.a.Commune.Title()), subtitle)
	if sources := d.proof(&assess.Judgement{Figure: &assess.Figure{Sources: poll.Evidence}}); len(poll.Evidence) > 0 {
		s.Line("Theo "+sources, remark)
	}
	s.Gap(12)
	s.Head.Row = s.AddHead(heads("TT", "Thôn", "Số hộ", "Phiếu phát ra", "Phiếu thu về", "Hài lòng", "Tỷ lệ hài lòng")...)
	households, formsOut := new(decimal.Decimal), new(decimal.Decimal)
	for i, v := range poll.Villages {
		households, formsOut = added(households, v.Households), added(formsOut, v.FormsOut)
		row := s.Add(draw.Text(fmt.Sprint(i+1), body.Centred()), draw.Text(v.Name, body), count(v.Households, body), count(v.FormsOut, body),
			count(v.FormsBack, body), count(v.Satisfied, body), rate(*v.Satisfied, *v.FormsBack, body))
		computeRate(s, row)
	}
	satisfied, answered := poll.Tally()
	first, last := s.Head.Row+1, len(s.Rows)
	total := s.Add(draw.Blank(label), draw.Text("Cả xã", label), count(households, label), count(formsOut, label),
		count(&answered, label), count(&satisfied, label), rate(satisfied, answered, label))
	for column := colHouseholds; column <= colSatisfied; column++ {
		if s.Rows[total-1].Cells[column-1].Value != nil {
			s.Compute(column, total, fmt.Sprintf("SUM(%s:%s)", draw.Ref(column, first), draw.Ref(column, last)))
		}
	}
	computeRate(s, total)
	d.poll.satisfied, d.poll.answered = at(s.Name, draw.Ref(colSatisfied, total)), at(s.Name, draw.Ref(colBack, total))
	s.Locked = locked
	return s
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
		s.Compute(colRate, row, fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"%s")`, whole, part, whole, notYet))
	}
}

// added adds two counts; with an unknown one it is unknown.
func added(a, b *decimal.Decimal) *decimal.Decimal {
	if a == nil || b == nil {
		return nil
	}
	s := a.Add(*b)
	return &s
}

// count is a whole number, or blank when it is not known.
func count(n *decimal.Decimal, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return number(*n, l.InsetRight().Shown(grouped(placesOf(*n))))
}

// rate is a quotient in per cent with two decimals; nothing for nothing.
func rate(part, whole decimal.Decimal, l draw.Look) draw.Cell {
	if !whole.IsPositive() {
		return draw.Blank(l)
	}
	return number(part.Shift(2).DivRound(whole, 2), l.InsetRight().Shown(measured("", 2, "%")))
}
