package criteria

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"
)

// Parts are the asks that an ask consists of.
func (ask *Ask) Parts() []*Ask {
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

// Table is the ask's table of numbers, or nil when it has none.
func (ask *Ask) Table() *Series { return cmp.Or(ask.Tables()...) }

// Tables are the tables of each way to compare a number, nil where the ask has none.
func (ask *Ask) Tables() []*Series {
	return []*Series{ask.AtLeast, ask.AtMost, ask.Exactly, ask.MoreThan, ask.LessThan}
}

// comparisons are the ways to compare a number, in the order of Tables.
var comparisons = [...]Op{AtLeast, AtMost, Exactly, MoreThan, LessThan}

// NamesColumns tells whether the rule says for itself which columns it is for, or
// what it asks in one.
func (rule *Rule) NamesColumns() bool {
	named := len(rule.Columns) > 0
	rule.Leaves(func(_ string, leaf *Ask) {
		if table := leaf.Table(); table != nil {
			named = named || slices.ContainsFunc(table.Cells, func(c SeriesCell) bool { return c.Column != "" })
		}
	})
	return named
}

// Leaves calls yield for every ask that has no parts, each with its path: "" for
// the whole requirement, "2.1" for the first part of the second.
func (ask *Ask) Leaves(yield func(path string, leaf *Ask)) { ask.leaves("", yield) }

func (ask *Ask) leaves(path string, yield func(path string, leaf *Ask)) {
	if len(ask.Parts()) == 0 {
		yield(path, ask)
	}
	for i, part := range ask.Parts() {
		part.leaves(PartPath(path, i), yield)
	}
}

// PartPath is the path of the part of that index, counted from 0.
func PartPath(path string, i int) string {
	return strings.TrimPrefix(fmt.Sprintf("%s.%d", path, i+1), ".")
}

// Op is how the ask is judged.
func (ask *Ask) Op() Op {
	if ask.NotAsked {
		return NotAsked
	}
	for i, table := range ask.Tables() {
		if table != nil {
			return comparisons[i]
		}
	}
	switch {
	case ask.Declared:
		return DeclaredMet
	case ask.SetBy != "":
		return ProvinceSets
	case ask.Relative != nil:
		return ask.Relative.Op
	case len(ask.AnyOf) > 0:
		return AnyOf
	case ask.SomeOf != nil:
		return SomeOfParts
	}
	return AllOf
}

// Asked is what an ask of a rule asks in a year and column, as the pack itself
// says it: without the document it stands in, and with the factor of a threshold
// that is a multiple of another.
func (lib *Library) Asked(rule *Rule, ask *Ask, year int, column Region) Requirement {
	out := Requirement{
		Op: ask.Op(), Text: ask.Text, Figure: lib.Figures[ask.Figure], Case: ask.Case, IfGiven: ask.IfGiven,
		Known: ask.Declared || ask.NotAsked,
		Basis: Basis{Status: cmp.Or(ask.Status, rule.Status), Source: cmp.Or(ask.Source, rule.Source)},
	}
	switch out.Op {
	case AllOf:
		out.Need = len(ask.AllOf)
	case AnyOf:
		out.Need = 1
	case SomeOfParts:
		out.Need = ask.SomeOf.Least
	}
	if parts := ask.Parts(); len(parts) > 0 {
		out.Parts = make([]Requirement, len(parts))
		for i, part := range parts {
			out.Parts[i] = lib.Asked(rule, part, year, column)
		}
		return out
	}
	if ask.Relative != nil {
		out.Value, out.Known = ask.Relative.Factor, true
		return out
	}
	if table := ask.Table(); table != nil {
		out.Value, out.Known = table.At(year, column)
	}
	for _, cell := range ask.Cells {
		if cell.Column == column && (cell.Year == 0 || cell.Year == year) {
			out.Basis.Status, out.Basis.Source = cell.Status, cell.Source
		}
	}
	return out
}

// EachFigure calls f for every figure that the ask or a part of it judges.
func (ask *Ask) EachFigure(f func(id string)) {
	if ask.Figure != "" {
		f(ask.Figure)
	}
	for _, part := range ask.Parts() {
		part.EachFigure(f)
	}
}

// Uses says, for each figure, which indicators of which years judge it:
// "ntm/10 (2021-2025)".
func (lib *Library) Uses() map[string][]string {
	out := map[string][]string{}
	for _, std := range lib.Standards {
		for ind := range std.indicators {
			name := fmt.Sprintf("%s/%s (%d-%d)", std.Level, ind.No, std.Years.From, std.Years.To)
			for _, rule := range ind.Rules {
				rule.EachFigure(func(id string) { out[id] = list.Once(out[id], name) })
			}
		}
	}
	return out
}
