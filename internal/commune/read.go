package commune

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// A document may say its amounts in words, "trên 70 triệu đồng", as a form does. What they
// mean depends on what they are of, which only the dictionary knows.

// words reads the amounts that the document says in words. The notes tell how those with
// two readings were read.
func (r *Report) words(lib *criteria.Library) (notes, wrong problem.List) {
	var out reading
	for i := range r.Figures {
		f := &r.Figures[i]
		entry := lib.Figures[f.ID]
		a, is := f.Measure.(Amount)
		if !is || a.Unread == nil || entry == nil {
			continue // of a figure that is not in the dictionary Check tells
		}
		g, ok := out.figure(a.Unread, entry)
		if !ok {
			continue
		}
		f.Measure = MeasureGiven(g)
		if f.Count == nil {
			f.Count = g.Count
		}
		if f.Year == 0 {
			f.Year = g.Year
		} else if g.Year != 0 && g.Year != f.Year {
			out.wrong.Add(a.Unread.Pos.Problem("năm ghi trong số liệu khác với year", "giữ một, bỏ một"))
		}
	}
	for i := range r.Capital {
		line := &r.Capital[i]
		for _, one := range []struct {
			of *Amount
			m  typed.Meaning
		}{{line.Value, line.Money()}, {line.Quantity, line.Counted(line.Unit)}} {
			if g, ok := out.amount(one.of, one.m); ok {
				line.Stated(g)
			}
		}
	}
	for _, a := range r.Arrears {
		text := a.Owed.text()
		if g, ok := out.amount(a.Owed, typed.Debt); ok && !IsDebt(g) {
			out.wrong.Add(text.Pos.Problem(fmt.Sprintf("đọc thấy %q, ở đây chỉ cần số còn nợ", text.Text), ""))
		}
	}
	return out.notes, append(out.wrong, r.wordsTold(lib)...)
}

// reading gathers how amounts in words were read, and what is wrong with them.
type reading struct{ notes, wrong problem.List }

// figure is what a text says of a figure, false where it cannot be read.
func (r *reading) figure(u *Unread, entry *criteria.Figure) (typed.Given, bool) {
	if entry.Unit == criteria.Grade || entry.Unit == criteria.Declared {
		r.wrong.Add(u.Pos.Problem(noGrade(u.Text)))
		return typed.Given{}, false
	}
	return r.read(u, MeaningOf(entry))
}

// amount reads an amount that is said in words, false where there is none or it cannot be read.
func (r *reading) amount(a *Amount, m typed.Meaning) (typed.Given, bool) {
	if a.text() == nil {
		return typed.Given{}, false
	}
	g, ok := r.read(a.Unread, m)
	if ok {
		*a = AmountGiven(g)
	}
	return g, ok
}

func (r *reading) read(u *Unread, m typed.Meaning) (typed.Given, bool) {
	g, err := typed.Read(u.Text, m)
	if err != nil {
		p := problem.Of(err)[0]
		r.wrong.Add(u.Pos.Problem(p.Message, p.Hint))
		return g, false
	}
	if g.Said != "" {
		r.notes.Add(u.Pos.Problem(vi.Capital(g.Said), ""))
	}
	return g, true
}

// wordsTold reads what is told in words of earlier years and of the poll.
func (r *Report) wordsTold(lib *criteria.Library) problem.List {
	var out reading
	read := func(a *Amount, entry *criteria.Figure) Measure {
		if a.Unread != nil && entry != nil {
			if g, ok := out.figure(a.Unread, entry); ok {
				return MeasureGiven(g)
			}
		}
		return a.Measure()
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		for k := range f.Earlier {
			if a, is := f.Earlier[k].Measure.(Amount); is {
				f.Earlier[k].Measure = read(&a, lib.Figures[f.ID])
			}
		}
	}
	if r.Satisfaction == nil {
		return out.wrong
	}
	differ := r.Satisfaction.words(lib, read)
	return append(out.wrong, differ...)
}

// words reads the shares of the poll, of which a document may tell the counts in words too.
func (s *Satisfaction) words(lib *criteria.Library, read func(*Amount, *criteria.Figure) Measure) (wrong problem.List) {
	each := func(rate **Amount, figure string, tell func(Rate) bool) {
		if *rate == nil {
			return
		}
		switch told := read(*rate, lib.Figures[figure]).(type) {
		case Rate:
			if !tell(told) {
				wrong.Add((*rate).Unread.Pos.Problem(fmt.Sprintf("số đếm trong %q khác với số ghi bên cạnh",
					(*rate).Unread.Text), "giữ một, bỏ một"))
			}
			*rate = nil
		default:
			if a, is := AmountOf(told); is {
				**rate = a
			}
		}
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		each(&q.Rate, SatisfactionFigure, func(told Rate) bool {
			return tell(&q.Satisfied, told.Numerator) && tell(&q.Answered, told.Denominator)
		})
	}
	if w := s.Whole; w != nil {
		each(&w.Rate, SatisfactionFigure, w.Tell)
		each(&w.Asked, CoverageFigure, w.TellCoverage)
	}
	return wrong
}

// Money is what the value of the line stands for.
func (c *Capital) Money() typed.Meaning {
	m := typed.Money
	if c.Source == Total {
		m = typed.CapitalTotal
	}
	m.Name, m.Also = c.Source.Title(), c.Source.also() // "37,6 tỷ đồng ngân sách nhà nước"
	return m
}

// Counted is what the quantity of the line stands for, in a unit.
func (c *Capital) Counted(unit string) typed.Meaning {
	return typed.Meaning{Unit: unit, Also: c.Source.also()}
}

// Stated takes over what is written beside the value of a line: its share of the whole, and
// its year.
func (c *Capital) Stated(g typed.Given) {
	if g.Share != nil && c.Share == nil {
		c.Share = g.Share
	}
	if g.Year != 0 && c.Years == (Span{}) {
		c.Years = Span{g.Year, g.Year}
	}
}
