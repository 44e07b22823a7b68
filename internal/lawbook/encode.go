package lawbook

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ntm/criteria"
)

// Encode writes a pack as a YAML file that a person can read and mend by hand.
// Numbers keep the decimals they were typed with. The library says which
// columns the thresholds may be given by.
func Encode(w io.Writer, lib *criteria.Library, o *criteria.Overlay) error {
	var e encoder
	add := func(columns ...criteria.Region) {
		for _, c := range columns {
			if !slices.Contains(e.columns, c) {
				e.columns = append(e.columns, c)
			}
		}
	}
	add(criteria.Regions...)
	for _, std := range lib.Standards {
		add(std.Columns()...)
	}
	for _, g := range o.Groups {
		add(criteria.Region(g.ID))
	}
	var b strings.Builder
	b.WriteString("# Do ntm criteria import ghi từ bảng đối chiếu. Sửa tay được, nhưng ghi chú sau\n# dấu # không giữ lại khi nhập lần sau.\n")
	render(&b, e.overlay(o), 0)
	_, err := io.WriteString(w, b.String())
	return err
}

type encoder struct{ columns []criteria.Region }

func (e encoder) overlay(o *criteria.Overlay) mapping {
	var groups, figures, add, set, prerequisites, leftOut items
	for _, rule := range o.LeftOut {
		leftOut = append(leftOut, leftOutText(rule))
	}
	for _, g := range o.Groups {
		groups = append(groups, e.group(g))
	}
	for _, f := range o.Figures {
		figures = append(figures, figureText(f))
	}
	for _, a := range o.Add {
		add = append(add, e.addition(a))
	}
	for _, s := range o.Set {
		set = append(set, e.setting(s))
	}
	for _, p := range o.Prerequisites {
		prerequisites = append(prerequisites, append(mapping{{"for", string(p.For)}, {"level", string(p.Level)}, {"text", quote(p.Text)}, {"any_period", truth(p.AnyPeriod)}}, grounds(p.Grounds)...))
	}
	return mapping{
		{"schema", o.Schema}, {"id", quote(o.ID)}, {"name", quote(o.Name)}, {"layer", string(o.Layer)}, {"province", quote(o.Province)},
		{"years", fmt.Sprintf("{from: %d, to: %d}", o.Years.From, o.Years.To)}, {"decision", documentText(&o.Decision)}, {"annex", quote(o.Annex)},
		{"groups", groups}, {"figures", figures}, {"add", add}, {"set", set},
		{"prerequisites", prerequisites}, {"leave_out", leftOut},
	}
}

func leftOutText(l *criteria.OverlayLeftOut) mapping {
	out := mapping{
		{"figure", quote(l.Figure)}, {"from", string(l.From)}, {"decision", documentText(l.Decision)},
		{"article", quote(l.Article)},
	}
	out = append(out, grounds(l.Grounds)...)
	return append(out, pair{"checked_by", quote(l.CheckedBy)}, pair{"checked_on", l.CheckedOn.String()})
}

// truth is a value that is written only where it is true.
func truth(is bool) string {
	if is {
		return "true"
	}
	return ""
}

func documentText(d *criteria.Document) string {
	if d == nil {
		return ""
	}
	out := "{number: " + quoteUnless(bareFlow, d.Number)
	if !d.Date.IsZero() {
		out += ", date: " + d.Date.String()
	}
	return out + "}"
}

func (e encoder) group(g *criteria.Group) mapping {
	lists := make([]string, len(g.AnyOf))
	for i, all := range g.AnyOf {
		lists[i] = flowList(all)
	}
	anyOf := ""
	if len(lists) > 0 {
		anyOf = "[" + strings.Join(lists, ", ") + "]"
	}
	return append(mapping{{"id", quote(g.ID)}, {"name", quote(g.Name)}, {"any_of", anyOf}, {"otherwise", onlyTrue(g.Otherwise)}}, grounds(g.Grounds)...)
}

func figureText(f *criteria.Figure) mapping {
	plausible := ""
	if f.Plausible != nil {
		plausible = fmt.Sprintf("{from: %s, to: %s}", plainText(f.Plausible.From), plainText(f.Plausible.To))
	}
	return mapping{
		{"id", quote(f.ID)}, {"name", quote(f.Name)}, {"unit", quote(string(f.Unit))}, {"counted_in", quote(f.CountedIn)},
		{"numerator", quote(f.Numerator)}, {"denominator", quote(f.Denominator)},
		{"formula", quote(f.Formula)}, {"leaves_out_of", quote(f.LeavesOutOf)}, {"how", quote(f.How)},
		{"confirmed_by", quote(f.ConfirmedBy)}, {"plausible", plausible},
	}
}

func (e encoder) addition(a *criteria.Addition) mapping {
	var indicators items
	for _, ind := range a.Indicators {
		var rules items
		for _, r := range ind.Rules {
			rules = append(rules, e.rule(r))
		}
		indicators = append(indicators, mapping{{"no", quote(ind.No)}, {"name", quote(ind.Name)}, {"applies_unless", flowList(ind.AppliesUnless)}, {"rules", rules}})
	}
	return mapping{{"level", string(a.Level)}, {"no", quote(a.No)}, {"name", quote(a.Name)}, {"indicators", indicators}}
}

func (e encoder) setting(s *criteria.OverlayRule) mapping {
	return append(mapping{{"indicator", quote(s.Indicator)}, {"laxer_by", quote(s.LaxerBy)}}, e.rule(&s.Rule)...)
}

func (e encoder) rule(r *criteria.Rule) mapping {
	out := mapping{
		{"name", quote(r.Name)}, {"from", r.From.String()}, {"until", r.Until.String()}, {"columns", flowList(r.Columns)}, {"levels", flowList(r.Levels)},
		{"with", flowList(r.With)}, {"without", flowList(r.Without)}, {"layer", string(r.Layer)}, {"decision", documentText(r.Decision)},
		{"amended_by", quote(r.AmendedBy)}, {"article", quote(r.Article)},
	}
	out = append(out, e.ask(&r.Ask)...)
	return append(out, pair{"checked_by", quote(r.CheckedBy)}, pair{"checked_on", r.CheckedOn.String()})
}

func (e encoder) ask(a *criteria.Ask) mapping {
	table := func(s *criteria.Series) string {
		if s == nil {
			return ""
		}
		return seriesText(s, e.columns)
	}
	relative := ""
	if r := a.Relative; r != nil {
		relative = fmt.Sprintf("{to: %s, op: %s, factor: %s}", quoteUnless(bareFlow, r.To), r.Op, plainText(r.Factor))
	}
	var someOf mapping
	if s := a.SomeOf; s != nil {
		someOf = mapping{{"least", fmt.Sprint(s.Least)}, {"of", e.asks(s.Of)}}
	}
	var cells items
	for _, c := range a.Cells {
		year := ""
		if c.Year != 0 {
			year = fmt.Sprint(c.Year)
		}
		cells = append(cells, append(mapping{{"year", year}, {"column", quote(string(c.Column))}}, grounds(c.Grounds)...))
	}
	return append(mapping{
		{"figure", quote(a.Figure)}, {"at_least", table(a.AtLeast)}, {"at_most", table(a.AtMost)}, {"exactly", table(a.Exactly)},
		{"declared", onlyTrue(a.Declared)}, {"set_by", string(a.SetBy)}, {"relative", relative}, {"all_of", e.asks(a.AllOf)}, {"any_of", e.asks(a.AnyOf)},
		{"some_of", someOf}, {"case", onlyTrue(a.Case)}, {"text", quote(a.Text)}, {"cells", cells},
	}, grounds(a.Grounds)...)
}

func (e encoder) asks(all []*criteria.Ask) items {
	var out items
	for _, a := range all {
		out = append(out, e.ask(a))
	}
	return out
}

func grounds(g criteria.Grounds) mapping {
	return mapping{{"status", string(g.Status)}, {"source", quote(g.Source)}}
}
