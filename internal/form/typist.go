package form

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// typist types cells.
type typist struct {
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
	set("date", vi.Date(r.Date.Time))
	set("note", r.Note)
	set(layout.LevelKey, wordOf(layout.Levels(), string(r.Level)))
	for _, t := range criteria.Traits {
		if !slices.Contains(r.UnknownTraits(), t) {
			set(string(t), layout.Either(layout.YesNo, slices.Contains(r.Traits, t) != layout.IsAbsence(t)))
		}
	}
	for _, claim := range r.Claims {
		text := claim.Criteria.String()
		if claim.Indicators.Of > 0 {
			text = vi.Join("; ", text, claim.Indicators.String()+" chỉ tiêu")
		}
		set(layout.ClaimKey+string(claim.Level), text)
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
	set("ntm:earlier", vi.List("; ", f.Earlier, func(e commune.Earlier) string {
		return fmt.Sprintf("%d: %s", e.Year, inCell(e.Measure))
	}))
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
	c.answer(layout.ArrearsSheet, "arrears", layout.Either(layout.YesNo, owing))
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
	set("poll_questions", vi.List("; ", s.Questions, func(q commune.Question) string {
		return q.Text + ": " + inCell(q.Measure())
	}))
	for i, v := range s.Villages {
		c.row(layout.PollSheet, i, "ntm:village", v.Name, "ntm:households", optional(v.Households), "ntm:forms_out",
			optional(v.FormsOut), "ntm:forms_back", optional(v.FormsBack), "ntm:satisfied", optional(v.Satisfied))
	}
}

func (c *typist) titles(r *commune.Report) {
	level := func(l criteria.Level) string { return wordOf(layout.Levels(), string(l)) }
	for i, t := range r.Recognitions {
		c.row(layout.TitleSheet, i, "ntm:level", level(t.Level), "ntm:title_year", yearOf(t.Year),
			"ntm:title_decision", t.Decision, "ntm:title_date", vi.Date(t.Date.Time))
	}
	for i, v := range r.CouncilVotes {
		if v.Votes.Of == 0 {
			continue
		}
		c.row(layout.TitleSheet, len(r.Recognitions)+i, "ntm:level", level(v.Level), "ntm:votes", v.Votes.String(),
			"ntm:vote_date", vi.Date(v.Date.Time))
	}
}

func (c *typist) kieuMau(r *commune.Report) {
	if s := r.SmartVillage; s != nil {
		c.answer(layout.SmartSheet, "smart", layout.Either(layout.YesNo, len(s.Villages) > 0))
		c.answer(layout.SmartSheet, "smart_evidence", strings.Join(s.Evidence, "; "))
		for i, name := range s.Villages {
			c.row(layout.SmartSheet, i, "ntm:smart_village", name)
		}
	}
	if r.OutstandingFields != nil {
		c.answer(layout.FieldSheet, "fields", layout.Either(layout.YesNo, len(r.OutstandingFields) > 0))
		for i, f := range r.OutstandingFields {
			c.row(layout.FieldSheet, i, "ntm:field", f.Name, "ntm:field_evidence", strings.Join(f.Evidence, "; "))
		}
	}
}
