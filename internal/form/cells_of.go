package form

import (
	"strconv"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// CellsOf are the cells of a form that say what a report says, as a person would type them:
// Enter reads them as the same report, as far as a form has a place for it. What it
// has none for Besides takes over.
func CellsOf(r *commune.Report) []Cell {
	c := &typist{}
	c.place(r)
	for i := range r.Figures {
		c.figure(&r.Figures[i])
	}
	for i, e := range r.Evidence {
		c.row(layout.EvidenceSheet, i, "ntm:code", e.ID, "ntm:number", e.Number, "ntm:date", vi.Date(e.Date.Time),
			"ntm:issuer", e.Issuer, "ntm:title", e.Title, "ntm:file", e.File)
	}
	c.capital(r.Capital)
	c.arrears(r)
	c.poll(r.Satisfaction)
	if s := r.Security; s != nil && s.Met != nil {
		c.answer(layout.SecuritySheet, "security", layout.Either(layout.MetOr, *s.Met))
		c.answer(layout.SecuritySheet, "security_evidence", strings.Join(s.Evidence, "; "))
	}
	c.titles(r)
	c.kieuMau(r)
	for _, m := range r.Remarks {
		item := string(m.Level) + "/" + m.Criterion
		c.put(layout.RemarkSheet, item, "ntm:done", m.Done)
		c.put(layout.RemarkSheet, item, "ntm:amount", m.Amount)
		c.put(layout.RemarkSheet, item, "ntm:cost", m.Cost)
	}
	return c.cells
}

// Besides takes over from a report what it says and a form has no place for: votes of the
// council without their numbers, and capital of which nothing was counted and nothing told.
func Besides(into, from *commune.Report) {
	for i := range from.Capital {
		if l := &from.Capital[i]; saysNothing(l) {
			into.Capital = append(into.Capital, *l)
		}
	}
	for _, v := range from.CouncilVotes {
		if v.Votes.Of == 0 {
			into.CouncilVotes = append(into.CouncilVotes, v)
		}
	}
}

// inCell is what a measure says, in one cell.
func inCell(m commune.Measure) string {
	switch said := m.(type) {
	case commune.Answer:
		return layout.Either(layout.MetOr, bool(said))
	case commune.Rate:
		return Plain(said.Numerator) + "/" + Plain(said.Denominator)
	case commune.Number:
		if said.Word != "" {
			return said.Word
		}
	}
	if a, is := commune.AmountOf(m); is {
		return amountOf(&a)
	}
	return ""
}

// amountOf is an amount as it was written, else by its bound and its number.
func amountOf(a *commune.Amount) string {
	if a == nil {
		return ""
	}
	if a.Words != "" {
		return a.Words
	}
	text := Plain(a.Decimal)
	if a.Percent {
		text += " %"
	}
	return a.Bound.Of(text)
}

// Plain is a number that can be read in one way only: no dots between its thousands, and
// never three decimals.
func Plain(d decimal.Decimal) string {
	text := strings.Replace(d.String(), ".", ",", 1)
	const asThousands = 3
	if _, decimals, _ := strings.Cut(text, ","); len(decimals) == asThousands {
		text += "0"
	}
	return text
}

func optional(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return Plain(*d)
}

func yearOf(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

// wordOf is the word of an option, "" where there is none of the value.
func wordOf(options []layout.Option, value string) string {
	for _, o := range options {
		if o.Value == value {
			return o.Word
		}
	}
	return ""
}
