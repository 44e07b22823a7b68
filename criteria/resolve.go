package criteria

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Query is what decides which requirements hold for a commune.
type Query struct {
	Year     int    // of recognition
	On       Date   // the day whose texts hold; zero for the last day of Year
	Region   Region // of the commune's province
	Province string
	Traits   []Trait
}

func (q Query) has(t Trait) bool { return slices.Contains(q.Traits, t) }

// Resolve lays the layers over each other for one commune and year. The error
// is a problem.Problem: no standard holds for the year, or the region is not
// known.
func (lib *Library) Resolve(q Query) (*Set, error) {
	if !slices.Contains(Regions, q.Region) {
		return nil, problem.Problem{Message: fmt.Sprintf("chưa biết vùng của xã (đọc thấy %q)", q.Region),
			Hint: "ghi region là một trong: tdmnpb, dbsh, btb, dhntb, tn, dnb, dbscl"}
	}
	if q.On.IsZero() {
		q.On = Day(q.Year, 12, 31)
	}
	set := &Set{Query: q}
	for _, level := range Levels {
		std, ok := lib.Standard(level, q.Year)
		if !ok {
			continue
		}
		r := resolver{lib: lib, q: q, std: std}
		resolved, err := r.level()
		if err != nil {
			return nil, err
		}
		set.Levels = append(set.Levels, resolved)
	}
	if len(set.Levels) == 0 {
		return nil, problem.Problem{Message: fmt.Sprintf("không có bộ tiêu chí nào áp dụng cho năm %d", q.Year),
			Hint: "các bộ tiêu chí đang có: " + strings.Join(lib.periods(), ", ")}
	}
	set.Digest = digest(set)
	return set, nil
}

// periods names the spans of years that some standard covers.
func (lib *Library) periods() []string {
	var out []string
	for _, std := range lib.Standards {
		p := fmt.Sprintf("%d-%d", std.Years.From, std.Years.To)
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// resolver resolves one standard for one query.
type resolver struct {
	lib    *Library
	q      Query
	std    *Standard
	column Region
}

func (r *resolver) level() (SetLevel, error) {
	out := SetLevel{Standard: r.std, Column: r.q.Region}
	if rule := r.std.ColumnRule; rule != nil && rule.Column != r.q.Region && rule.holds(r.q) {
		out.Column = rule.Column
		out.ColumnNote = fmt.Sprintf("xét theo mức của vùng %s (%s)", rule.Column.Title(), rule.Article)
	}
	r.column = out.Column
	for _, c := range r.std.Criteria {
		resolved := SetCriterion{No: c.No, Name: c.Name}
		for _, ind := range c.Indicators {
			one, err := r.indicator(ind)
			if err != nil {
				return out, err
			}
			resolved.Indicators = append(resolved.Indicators, one)
		}
		out.Criteria = append(out.Criteria, resolved)
	}
	conditions, err := r.conditions()
	out.Conditions = conditions
	return out, err
}

// holds tells whether the commune has a trait of every group.
func (c *ColumnRule) holds(q Query) bool {
	for _, group := range c.Traits {
		if !slices.ContainsFunc(group, q.has) {
			return false
		}
	}
	return true
}

func (r *resolver) indicator(ind *Indicator) (SetIndicator, error) {
	out := SetIndicator{No: ind.No, Name: ind.Name}
	for _, t := range ind.AppliesUnless {
		if r.q.has(t) {
			out.NotApplicable = t
		}
	}
	rule, doc := r.rule(ind)
	if rule == nil {
		return out, problem.Problem{Message: fmt.Sprintf("%s %s: không có quy định nào cho ngày %s", r.std.ID, ind.No, r.q.On)}
	}
	if rule.Name != "" {
		out.Name = rule.Name
	}
	req, err := r.requirement(rule, &rule.Ask, doc)
	out.Requirement = req
	return out, err
}

// cited is the document a rule stands in.
type cited struct {
	decision, amendedBy, annex string
	layer                      Layer
}

// rule finds the rule that holds for an indicator: that of the highest layer,
// which for its figure falls back on the nation's.
func (r *resolver) rule(ind *Indicator) (*Rule, cited) {
	national := pick(ind.Rules, r.std.Level, r.column, r.q.On)
	doc := cited{decision: r.std.Decision.Number, annex: r.std.Annex, layer: Nation}
	id := string(r.std.Level) + "/" + ind.No
	var found *Rule
	for _, o := range r.lib.Overlays {
		if !o.Years.Contain(r.q.Year) || (o.Province != "" && vi.Fold(o.Province) != vi.Fold(r.q.Province)) {
			continue
		}
		for _, set := range o.Set {
			if set.Indicator != id || !set.holds(r.std.Level, r.column, r.q.On) ||
				slices.Index(Layers, o.Layer) < slices.Index(Layers, doc.layer) {
				continue
			}
			found = &set.Rule
			doc = cited{decision: o.Decision.Number, annex: o.Annex, layer: o.Layer}
		}
	}
	if found == nil {
		return national, doc
	}
	if national != nil && found.Figure == "" && len(found.AllOf) == 0 && len(found.AnyOf) == 0 {
		filled := *found
		filled.Figure, filled.Name = national.Figure, cmp.Or(found.Name, national.Name)
		found = &filled
	}
	return found, doc
}

// pick gives the rule of rules that holds, or nil.
func pick(rules []*Rule, level Level, column Region, on Date) *Rule {
	for _, rule := range rules {
		if rule.holds(level, column, on) {
			return rule
		}
	}
	return nil
}

func (rule *Rule) holds(level Level, column Region, on Date) bool {
	return (rule.From.IsZero() || !on.Before(rule.From.Time)) &&
		(rule.Until.IsZero() || !on.After(rule.Until.Time)) &&
		(len(rule.Columns) == 0 || slices.Contains(rule.Columns, column)) &&
		(len(rule.Levels) == 0 || slices.Contains(rule.Levels, level))
}

// requirement turns a rule's ask into what it asks of this commune.
func (r *resolver) requirement(rule *Rule, ask *Ask, doc cited) (Requirement, error) {
	if rule.Decision != nil {
		doc.decision, doc.annex = rule.Decision.Number, ""
	}
	out := Requirement{Text: ask.Text, Figure: r.lib.Figures[ask.Figure], Basis: Basis{
		Decision: doc.decision, AmendedBy: cmp.Or(rule.AmendedBy, doc.amendedBy), Annex: doc.annex,
		Column: r.column, Year: r.q.Year, Layer: cmp.Or(rule.Layer, doc.layer),
		Status: cmp.Or(ask.Status, rule.Status), Source: cmp.Or(ask.Source, rule.Source),
		CheckedBy: rule.CheckedBy, CheckedOn: rule.CheckedOn.String(),
	}}
	switch {
	case ask.AtLeast != nil:
		out.Op = AtLeast
		out.Value, out.Known = ask.AtLeast.At(r.q.Year, r.column)
	case ask.AtMost != nil:
		out.Op = AtMost
		out.Value, out.Known = ask.AtMost.At(r.q.Year, r.column)
	case ask.Declared:
		out.Op, out.Known = DeclaredMet, true
	case ask.SetBy != "":
		out.Op = ProvinceSets
	case ask.Relative != nil:
		return out, r.relative(ask.Relative, &out)
	default:
		parts := ask.AllOf
		if out.Op = AllOf; len(ask.AnyOf) > 0 {
			out.Op, parts = AnyOf, ask.AnyOf
		}
		return out, r.parts(rule, parts, doc, &out)
	}
	for _, cell := range ask.Cells {
		if cell.Column == r.column && (cell.Year == 0 || cell.Year == r.q.Year) {
			out.Basis.Status, out.Basis.Source = cell.Status, cell.Source
		}
	}
	if !out.Known {
		out.Basis.Status = Missing
	}
	return out, nil
}

// parts resolves the parts of a requirement, which is as sure as its least
// sure part.
func (r *resolver) parts(rule *Rule, asks []*Ask, doc cited, out *Requirement) error {
	out.Known = true
	for _, ask := range asks {
		part, err := r.requirement(rule, ask, doc)
		if err != nil {
			return err
		}
		out.Parts = append(out.Parts, part)
		out.Known = out.Known && part.Known
		out.Basis.Status = out.Basis.Status.Weaker(part.Basis.Status)
	}
	return nil
}

// relative resolves a threshold that is a multiple of another one.
func (r *resolver) relative(rel *Relative, out *Requirement) error {
	level, no, _ := strings.Cut(rel.To, "/")
	std, ok := r.lib.Standard(Level(level), r.q.Year)
	if !ok {
		return problem.Problem{Message: fmt.Sprintf("không có bộ tiêu chí %q năm %d để tính ngưỡng theo", level, r.q.Year)}
	}
	other := resolver{lib: r.lib, q: r.q, std: std, column: r.column}
	target, ok := std.Indicator(no)
	if !ok {
		return problem.Problem{Message: fmt.Sprintf("không có chỉ tiêu %s để tính ngưỡng theo", rel.To)}
	}
	base, err := other.indicator(target)
	if err != nil {
		return err
	}
	from := base.Requirement
	out.Op, out.Known = rel.Op, from.Known
	out.Basis.Status = out.Basis.Status.Weaker(from.Basis.Status)
	how := fmt.Sprintf("%s × mức của chỉ tiêu %s", vi.Number(rel.Factor), rel.To)
	if from.Known {
		out.Value = trim(rel.Factor.Mul(from.Value))
		how = fmt.Sprintf("%s × %s (mức của chỉ tiêu %s, %s)", vi.Number(rel.Factor), vi.Number(from.Value), rel.To, from.Basis.Decision)
	}
	out.Text = how
	out.Basis.Source = strings.Trim(out.Basis.Source+"; "+from.Basis.Source, "; ")
	return nil
}

// conditions resolves the conditions of recognition for the standard's level.
func (r *resolver) conditions() ([]SetCondition, error) {
	proc, ok := r.lib.Procedure(r.q.Year)
	if !ok {
		return nil, nil
	}
	doc := cited{decision: proc.Decision.Number, amendedBy: proc.AmendedBy, layer: Nation}
	var out []SetCondition
	for _, c := range proc.Conditions {
		rule := pick(c.Rules, r.std.Level, r.column, r.q.On)
		if rule == nil {
			continue
		}
		req, err := r.requirement(rule, &rule.Ask, doc)
		if err != nil {
			return nil, err
		}
		out = append(out, SetCondition{ID: c.ID, Name: cmp.Or(rule.Name, c.Name), Requirement: req})
	}
	return out, nil
}

// Indicator finds an indicator by its number.
func (s *Standard) Indicator(no string) (*Indicator, bool) {
	for _, c := range s.Criteria {
		for _, ind := range c.Indicators {
			if ind.No == no {
				return ind, true
			}
		}
	}
	return nil, false
}

// trim drops the zeros that a product's scale adds.
func trim(d decimal.Decimal) decimal.Decimal { return decimal.RequireFromString(d.String()) }
