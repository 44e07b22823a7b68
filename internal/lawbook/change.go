package lawbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/lawbook/binder"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// Change is one threshold that the office sets, beside what stands.
type Change struct {
	Indicator string // LEVEL/NO, or LEVEL/ID of a condition
	Name      string
	Part      string // of a requirement with parts: "2.1"; else ""
	Figure    string
	When      string // "2023", "2021–2025, từ 01/03/2024"
	Where     string // "Bắc Trung Bộ"
	Added     bool   // an indicator that was not there
	Before    Threshold
	After     Threshold
}

// Threshold is a threshold with what it rests on, for a reader.
type Threshold struct {
	Text      string
	Status    criteria.Status
	Document  string
	CheckedBy string
	CheckedOn criteria.Date
}

// Changes lists what the entries change, in the order of the workbook. It is
// empty when nothing was filled in, and when the packs already say it all.
func (f *Filled) Changes() []Change {
	var out []Change
	for _, e := range f.entries {
		if !e.stands() {
			out = append(out, f.change(e))
		}
	}
	for _, a := range f.additions {
		if !f.stands(a) {
			out = append(out, f.added(a))
		}
	}
	return out
}

func (f *Filled) change(e *entered) Change {
	figure := ""
	if e.Asked.Figure != nil {
		figure = e.Asked.Figure.Name
	}
	rule := e.Standing.Rule
	after, ask := e.Asked, *e.Ask
	after.Op, after.Value, after.Known = e.op, e.value, e.op != criteria.ProvinceSets
	if e.alters() {
		after.Text = ""
	}
	if rel := ask.Relative; rel != nil {
		ask.Relative = &criteria.Relative{To: rel.To, Op: e.op}
	}
	return Change{
		Indicator: e.Topic.ID, Name: cmp.Or(rule.Name, e.Topic.Name), Part: e.Path, Figure: figure, When: e.When(),
		Where:  e.Where(f.law),
		Before: Threshold{e.Present(), e.Status(), e.Standing.Doc.String(), rule.CheckedBy, rule.CheckedOn},
		After:  e.check.threshold(collation.Words(&ask, &after, e.Years.From)),
	}
}

func (c checked) threshold(text string) Threshold {
	return Threshold{text, criteria.Confirmed, c.cite(), c.by, c.on}
}

// stands tells whether a pack already adds the same indicator.
func (f *Filled) stands(a *addition) bool {
	if a.of != nil {
		return f.rewritesAlready(a)
	}
	for _, o := range f.law.Lib.Overlays {
		for _, added := range o.Add {
			for _, ind := range added.Indicators {
				if added.Level == f.law.Std.Level && f.law.Concerns(o) && ind.No == a.indicator.No &&
					binder.Text(ind) == binder.Text(a.indicator) && added.No == a.criterion.No {
					return true
				}
			}
		}
	}
	return false
}

func (f *Filled) added(a *addition) Change {
	rule := a.indicator.Rules[0]
	check := checked{*rule.Decision, rule.Article, rule.CheckedBy, rule.CheckedOn}
	names := list.Map(a.lines, func(l *addLine) string { return l.figure.Name })
	text := vi.List("; ", a.lines, func(l *addLine) string {
		year := ""
		if l.year != 0 {
			year = fmt.Sprintf("năm %d", l.year)
		}
		return vi.Join(": ", l.part, year, f.lineText(l))
	})
	of, before := collation.Slot{Span: criteria.Span{Years: f.law.Std.Years, Columns: f.law.Columns}}, Threshold{}
	if a.of != nil {
		of = *a.of
		of.Columns = a.columns(f.law)
		was := a.of.Standing
		before = Threshold{of.Asked.String(), of.Status(), was.Doc.String(), was.Rule.CheckedBy, was.Rule.CheckedOn}
	}
	return Change{
		Indicator: string(f.law.Std.Level) + "/" + a.indicator.No, Name: a.indicator.Name,
		Figure: strings.Join(slices.Compact(names), "; "),
		When:   of.When(),
		Where:  of.Where(f.law),
		Added:  a.of == nil,
		Before: before,
		After:  check.threshold(text),
	}
}

// lineText is the threshold of a line, or one a column.
func (f *Filled) lineText(l *addLine) string {
	show := func(c addCell) string {
		switch {
		case c.asks == notAsked:
			return collation.NotApplied
		case c.asks == byTheSide:
			return collation.Way(criteria.ProvinceSets)
		case c.op.Sign() == "":
			return collation.Way(c.op)
		}
		r := criteria.Requirement{Op: c.op, Figure: l.figure, Value: c.value, Known: true}
		return r.String()
	}
	if len(l.cells) == 0 {
		return collation.Way(l.op)
	}
	if l.cells[0].column == "" {
		return show(l.cells[0])
	}
	return vi.List("; ", l.cells, func(c addCell) string { return f.law.ColumnTitle(c.column) + ": " + show(c) })
}
