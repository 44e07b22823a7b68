package lawbook

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// parts are the asks that an ask consists of.
func parts(ask *criteria.Ask) []*criteria.Ask {
	switch {
	case len(ask.AllOf) > 0:
		return ask.AllOf
	case len(ask.AnyOf) > 0:
		return ask.AnyOf
	case ask.SomeOf != nil:
		return ask.SomeOf.Of
	}
	return nil
}

// series is the ask's table of numbers, or nil when it has none.
func series(ask *criteria.Ask) *criteria.Series {
	return cmp.Or(ask.AtLeast, ask.AtMost, ask.Exactly)
}

// asked is what an ask of a rule asks in a year and column, with the status the
// pack gives it: Missing says only that the pack says so.
func (l *law) asked(rule *criteria.Rule, ask *criteria.Ask, year int, column criteria.Region) criteria.Requirement {
	out := criteria.Requirement{Text: ask.Text, Figure: l.lib.Figures[ask.Figure], Basis: criteria.Basis{
		Status: cmp.Or(ask.Status, rule.Status), Source: cmp.Or(ask.Source, rule.Source),
	}}
	switch {
	case ask.AtLeast != nil:
		out.Op = criteria.AtLeast
	case ask.AtMost != nil:
		out.Op = criteria.AtMost
	case ask.Exactly != nil:
		out.Op = criteria.Exactly
	case ask.Declared:
		out.Op, out.Known = criteria.DeclaredMet, true
	case ask.SetBy != "":
		out.Op = criteria.ProvinceSets
	case ask.Relative != nil:
		out.Op, out.Value, out.Known = ask.Relative.Op, ask.Relative.Factor, true
	default:
		l.askedInParts(rule, ask, year, column, &out)
	}
	if s := series(ask); s != nil {
		out.Value, out.Known = s.At(year, column)
	}
	for _, cell := range ask.Cells {
		if cell.Column == column && (cell.Year == 0 || cell.Year == year) {
			out.Basis.Status, out.Basis.Source = cell.Status, cell.Source
		}
	}
	return out
}

func (l *law) askedInParts(rule *criteria.Rule, ask *criteria.Ask, year int, column criteria.Region, out *criteria.Requirement) {
	out.Op, out.Need = criteria.AllOf, len(ask.AllOf)
	switch {
	case len(ask.AnyOf) > 0:
		out.Op, out.Need = criteria.AnyOf, 1
	case ask.SomeOf != nil:
		out.Op, out.Need = criteria.SomeOfParts, ask.SomeOf.Least
	}
	for _, part := range parts(ask) {
		out.Parts = append(out.Parts, l.asked(rule, part, year, column))
	}
}

// leaves lists the asks that have no parts, each with its path: "" for the
// whole requirement, "2.1" for the first part of the second.
func leaves(ask *criteria.Ask, path string, yield func(path string, leaf *criteria.Ask)) {
	if len(parts(ask)) == 0 {
		yield(path, ask)
	}
	for i, part := range parts(ask) {
		leaves(part, join(path, i), yield)
	}
}

// join is the path of a part.
func join(path string, i int) string {
	return strings.TrimPrefix(fmt.Sprintf("%s.%d", path, i+1), ".")
}

// words is a threshold as the workbook shows it.
func words(ask *criteria.Ask, r *criteria.Requirement, year int) string {
	if rel := ask.Relative; rel != nil {
		return fmt.Sprintf("%s %s × mức của chỉ tiêu %s", rel.Op.Sign(), vi.Number(r.Value), rel.To)
	}
	if s := series(ask); s != nil && !r.Known {
		if v, ok := s.At(year, criteria.National); ok && r.Figure != nil {
			return fmt.Sprintf("Chưa có ngưỡng (cột chỉ tiêu chung: %s)", r.Figure.Show(v))
		}
	}
	return r.String()
}

// way is how a threshold is judged, in a word.
func way(op criteria.Op) string {
	switch op {
	case criteria.DeclaredMet:
		return "Đạt"
	case criteria.ProvinceSets:
		return "UBND tỉnh quy định"
	}
	return op.Sign()
}
