package dossier

import (
	"fmt"

	"github.com/shopspring/decimal"
	"ntm/internal/assess"
)

// satisfaction is the sheet Hài lòng: the Front's poll, village by village.
func (d *dossier) satisfaction() *sheet {
	poll := d.a.Report.Satisfaction
	if poll == nil {
		return nil
	}
	s := newSheet(satisfactionName, d.portrait(), 6, 27, 12, 14, 14, 14, 14)
	s.line("KẾT QUẢ LẤY Ý KIẾN SỰ HÀI LÒNG CỦA NGƯỜI DÂN", title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	if sources := d.proof(&assess.Judgement{Figure: &assess.Figure{Sources: poll.Evidence}}); len(poll.Evidence) > 0 {
		s.line("Theo "+sources, remark)
	}
	s.gap(12)
	s.headRow = s.head(heads("TT", "Thôn", "Số hộ", "Phiếu phát ra", "Phiếu thu về", "Hài lòng", "Tỷ lệ hài lòng")...)
	households, formsOut := new(decimal.Decimal), new(decimal.Decimal)
	for i, v := range poll.Villages {
		households, formsOut = added(households, v.Households), added(formsOut, v.FormsOut)
		row := s.add(text(fmt.Sprint(i+1), body.centred()), text(v.Name, body), count(v.Households, body), count(v.FormsOut, body),
			count(v.FormsBack, body), count(v.Satisfied, body), rate(*v.Satisfied, *v.FormsBack, body))
		s.reckonRate(row)
	}
	satisfied, answered := poll.Tally()
	first, last := s.headRow+1, len(s.rows)
	total := s.add(blank(label), text("Cả xã", label), count(households, label), count(formsOut, label),
		count(&answered, label), count(&satisfied, label), rate(satisfied, answered, label))
	for column := colHouseholds; column <= colSatisfied; column++ {
		if s.rows[total-1].cells[column-1].value != nil {
			s.reckon(column, total, fmt.Sprintf("SUM(%s:%s)", ref(column, first), ref(column, last)))
		}
	}
	s.reckonRate(total)
	d.poll.satisfied, d.poll.answered = at(s.name, ref(colSatisfied, total)), at(s.name, ref(colBack, total))
	s.locked = true
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

// reckonRate has the rate of a row follow its counts.
func (s *sheet) reckonRate(row int) {
	part, whole := ref(colSatisfied, row), ref(colBack, row)
	if s.rows[row-1].cells[colRate-1].value != nil {
		s.reckon(colRate, row, fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"%s")`, whole, part, whole, notYet))
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
func count(n *decimal.Decimal, l look) cell {
	if n == nil {
		return blank(l)
	}
	return number(*n, l.insetRight().shown(grouped(placesOf(*n))))
}

// rate is a quotient in per cent with two decimals; nothing for nothing.
func rate(part, whole decimal.Decimal, l look) cell {
	if !whole.IsPositive() {
		return blank(l)
	}
	return number(part.Shift(2).DivRound(whole, 2), l.insetRight().shown(measured("", 2, "%")))
}
