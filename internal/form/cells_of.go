package form

import (
	"fmt"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// CellsOf are the cells of a form that say what a report says, as a person would type them:
// Enter reads them as the same report, as far as a form has a place for it. What it
// has none for Besides takes over.
func CellsOf(r *commune.Report, lib *criteria.Library) []Cell {
	c := &typist{lib: lib}
	c.place(r)
	for i := range r.Figures {
		c.figure(&r.Figures[i])
	}
	for i, e := range r.Evidence {
		c.row(layout.EvidenceSheet, i, "ntm:code", e.ID, "ntm:number", e.Number, "ntm:date", dayOf(e.Date),
			"ntm:issuer", e.Issuer, "ntm:title", e.Title, "ntm:file", e.File)
	}
	c.capital(r.Capital)
	c.arrears(r)
	c.poll(r.Satisfaction)
	if s := r.Security; s != nil && s.Met != nil {
		c.answer(layout.SecuritySheet, "security", wordOf(layout.MetOr, yesNo(*s.Met)))
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
// council without their numbers, and capital of which nothing was counted.
func Besides(into, from *commune.Report) {
	for _, l := range from.Capital {
		if l.Quantity == nil && l.UnitPrice == nil && l.Value == nil && l.Share == nil {
			into.Capital = append(into.Capital, l)
		}
	}
	for _, v := range from.CouncilVotes {
		if v.Votes.Of == 0 {
			into.CouncilVotes = append(into.CouncilVotes, v)
		}
	}
}

// typist types cells.
type typist struct {
	lib   *criteria.Library
	cells []Cell
}

func (c *typist) put(sheet, item, id, text string) {
	if text != "" {
		c.cells = append(c.cells, Cell{sheet, item, id, text})
	}
}

func (c *typist) answer(sheet, key, text string) { c.put(sheet, key, "ntm:answer", text) }

// row types a row that people fill in: ids and texts in turn.
func (c *typist) row(sheet string, n int, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		c.put(sheet, strconv.Itoa(n+1), pairs[i], pairs[i+1])
	}
}

func (c *typist) place(r *commune.Report) {
	set := func(key, text string) { c.answer(layout.PlaceSheet, key, text) }
	w := r.Commune
	if d := w.Declared; d != nil {
		w = commune.Where{Name: d.Name, District: d.District, Province: d.Province}
		set("region", wordOf(layout.Regions(), string(d.Region)))
	}
	set("code", w.Code)
	set("name", w.Name)
	set("district", w.District)
	set("province", w.Province)
	set("year", strconv.Itoa(r.Year))
	set("date", dayOf(r.Date))
	set("note", r.Note)
	set(layout.LevelKey, wordOf(layout.Levels(), string(r.Level)))
	if r.Traits != nil || r.TraitsUnknown != nil {
		c.traits(r)
	}
	for _, claim := range r.Claims {
		text := claim.Criteria.String()
		if claim.Indicators.Of > 0 {
			text = vi.Join("; ", text, claim.Indicators.String()+" chỉ tiêu")
		}
		set(layout.ClaimKey+string(claim.Level), text)
	}
}

func (c *typist) traits(r *commune.Report) {
	is := map[criteria.Trait]bool{}
	for _, t := range r.Traits {
		is[t] = true
	}
	unknown := map[criteria.Trait]bool{}
	for _, t := range r.TraitsUnknown {
		unknown[t] = true
	}
	for _, t := range criteria.Traits {
		if !unknown[t] {
			c.answer(layout.PlaceSheet, string(t), wordOf(layout.YesNo, yesNo(is[t] != layout.IsAbsence(t))))
		}
	}
}

func (c *typist) figure(f *commune.Figure) {
	set := func(id, text string) { c.put(layout.FigureSheet, f.ID, id, text) }
	if rate, is := f.Measure.(commune.Rate); is {
		set("ntm:numerator", Plain(rate.Numerator))
		set("ntm:denominator", Plain(rate.Denominator))
	} else {
		set("ntm:value", inCell(f.Measure))
	}
	if f.Year != 0 {
		set("ntm:year", strconv.Itoa(f.Year))
	}
	set("ntm:evidence", strings.Join(f.Evidence, "; "))
	set("ntm:note", f.Note)
	var earlier []string
	for _, e := range f.Earlier {
		earlier = append(earlier, fmt.Sprintf("%d: %s", e.Year, inCell(e.Measure)))
	}
	set("ntm:earlier", strings.Join(earlier, "; "))
}

// inCell is what a measure says, in one cell.
func inCell(m commune.Measure) string {
	switch said := m.(type) {
	case commune.Answer:
		return wordOf(layout.MetOr, yesNo(bool(said)))
	case commune.Rate:
		return Plain(said.Numerator) + "/" + Plain(said.Denominator)
	case commune.Number:
		if said.Word != "" {
			return said.Word
		}
	}
	a, is := commune.AmountOf(m)
	if !is {
		return ""
	}
	return amountOf(&a)
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

func dayOf(d criteria.Date) string {
	if d.IsZero() {
		return ""
	}
	return vi.Date(d.Time)
}

func yearOf(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
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

func (c *typist) capital(lines []commune.Capital) {
	for i := range lines {
		l := &lines[i]
		c.row(layout.CapitalSheet, i, "ntm:source", wordOf(layout.Sources(), string(l.Source)), "ntm:kind",
			wordOf(layout.CapitalKinds(), string(l.Kind)), "ntm:quantity", amountOf(l.Quantity),
			"ntm:quantity_unit", l.Unit, "ntm:unit_price", optional(l.UnitPrice), "ntm:worth", amountOf(l.Value),
			"ntm:stated_share", optional(l.Share), "ntm:from", yearOf(l.Years.From), "ntm:to", yearOf(l.Years.To),
			"ntm:remark", l.Note)
	}
}

func (c *typist) arrears(r *commune.Report) {
	if r.Arrears == nil {
		return
	}
	owing := false
	for i, a := range r.Arrears {
		owing = owing || a.Owed.IsPositive()
		c.row(layout.ArrearsSheet, i, "ntm:work", a.Work, "ntm:decision", a.Decision, "ntm:total", optional(a.Total),
			"ntm:completed", optional(a.Completed), "ntm:paid", optional(a.Paid), "ntm:owed", amountOf(a.Owed),
			"ntm:plan", a.Plan)
	}
	c.answer(layout.ArrearsSheet, "arrears", wordOf(layout.YesNo, yesNo(owing)))
}

func (c *typist) poll(s *commune.Satisfaction) {
	if s == nil {
		return
	}
	set := func(key, text string) { c.answer(layout.PollSheet, key, text) }
	set("poll_evidence", strings.Join(s.Evidence, "; "))
	if w := s.Whole; w != nil {
		set("poll_households", optional(w.Households))
		set("poll_out", optional(w.FormsOut))
		set("poll_back", optional(w.FormsBack))
		set("poll_satisfied", optional(w.Satisfied))
		set("poll_rate", amountOf(w.Rate))
	}
	var questions []string
	for _, q := range s.Questions {
		questions = append(questions, q.Text+": "+inCell(q.Measure()))
	}
	set("poll_questions", strings.Join(questions, "; "))
	for i, v := range s.Villages {
		c.row(layout.PollSheet, i, "ntm:village", v.Name, "ntm:households", optional(v.Households), "ntm:forms_out",
			optional(v.FormsOut), "ntm:forms_back", optional(v.FormsBack), "ntm:satisfied", optional(v.Satisfied))
	}
}

func (c *typist) titles(r *commune.Report) {
	level := func(l criteria.Level) string { return wordOf(layout.Levels(), string(l)) }
	for i, t := range r.Recognitions {
		c.row(layout.TitleSheet, i, "ntm:level", level(t.Level), "ntm:title_year", yearOf(t.Year),
			"ntm:title_decision", t.Decision, "ntm:title_date", dayOf(t.Date))
	}
	for i, v := range r.CouncilVotes {
		if v.Votes.Of == 0 {
			continue
		}
		c.row(layout.TitleSheet, len(r.Recognitions)+i, "ntm:level", level(v.Level), "ntm:votes", v.Votes.String(),
			"ntm:vote_date", dayOf(v.Date))
	}
}

func (c *typist) kieuMau(r *commune.Report) {
	if s := r.SmartVillage; s != nil {
		c.answer(layout.SmartSheet, "smart", wordOf(layout.YesNo, yesNo(len(s.Villages) > 0)))
		c.answer(layout.SmartSheet, "smart_evidence", strings.Join(s.Evidence, "; "))
		for i, name := range s.Villages {
			c.row(layout.SmartSheet, i, "ntm:smart_village", name)
		}
	}
	if r.OutstandingFields != nil {
		c.answer(layout.FieldSheet, "fields", wordOf(layout.YesNo, yesNo(len(r.OutstandingFields) > 0)))
		for i, f := range r.OutstandingFields {
			c.row(layout.FieldSheet, i, "ntm:field", f.Name, "ntm:field_evidence", strings.Join(f.Evidence, "; "))
		}
	}
}
