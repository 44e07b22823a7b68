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
	for i := range r.Figures {
		f := &r.Figures[i]
		entry := lib.Figures[f.ID]
		a, is := f.Measure.(Amount)
		if !is || a.Unread == nil || entry == nil {
			continue // of a figure that is not in the dictionary Check tells
		}
		g, err := a.Unread.of(entry)
		if err != nil {
			wrong = append(wrong, at(a.Unread, err)...)
			continue
		}
		f.Measure = MeasureGiven(g)
		if f.Count == nil {
			f.Count = g.Count
		}
		if f.Year == 0 {
			f.Year = g.Year
		} else if g.Year != 0 && g.Year != f.Year {
			wrong.Add(a.Unread.Pos.Problem("năm ghi trong số liệu khác với year", "giữ một, bỏ một"))
		}
		notes = append(notes, said(a.Unread, g)...)
	}
	for i := range r.Capital {
		line := &r.Capital[i]
		for _, one := range []struct {
			of *Amount
			m  typed.Meaning
		}{{line.Value, line.Money()}, {line.Quantity, line.Counted(line.Unit)}} {
			if one.of == nil || one.of.Unread == nil {
				continue
			}
			g, err := typed.Read(one.of.Unread.Text, one.m)
			if err != nil {
				wrong = append(wrong, at(one.of.Unread, err)...)
				continue
			}
			notes = append(notes, said(one.of.Unread, g)...)
			*one.of = AmountGiven(g)
			line.Stated(g)
		}
	}
	owed, unread := r.wordsOwed()
	return append(notes, owed...), append(append(wrong, unread...), r.wordsTold(lib)...)
}

// wordsTold reads what is told in words of earlier years and of the poll.
func (r *Report) wordsTold(lib *criteria.Library) problem.List {
	var wrong problem.List
	read := func(a *Amount, entry *criteria.Figure) Measure {
		if a.Unread == nil || entry == nil {
			return a.Measure()
		}
		g, err := a.Unread.of(entry)
		if err != nil {
			wrong = append(wrong, at(a.Unread, err)...)
			return a.Measure()
		}
		return MeasureGiven(g)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		for k := range f.Earlier {
			if a, is := f.Earlier[k].Measure.(Amount); is {
				f.Earlier[k].Measure = read(&a, lib.Figures[f.ID])
			}
		}
	}
	if r.Satisfaction != nil {
		wrong = append(wrong, r.Satisfaction.words(lib, read)...)
	}
	return wrong
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

// of reads the text as a figure.
func (u *Unread) of(entry *criteria.Figure) (typed.Given, error) {
	if entry.Unit == criteria.Grade || entry.Unit == criteria.Declared {
		message, hint := noGrade(u.Text)
		return typed.Given{}, problem.Problem{Message: message, Hint: hint}
	}
	return typed.Read(u.Text, MeaningOf(entry))
}

func at(u *Unread, err error) problem.List {
	p := problem.Of(err)[0]
	return problem.List{u.Pos.Problem(p.Message, p.Hint)}
}

func said(u *Unread, g typed.Given) problem.List {
	if g.Said == "" {
		return nil
	}
	return problem.List{u.Pos.Problem(vi.Capital(g.Said), "")}
}
