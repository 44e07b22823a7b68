package criteria

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// requirement turns a rule's ask into what it asks of this commune.
func (r *resolver) requirement(rule *Rule, ask *Ask, doc cited) (Requirement, error) {
	if rule.Decision != nil {
		doc.decision, doc.date, doc.annex = rule.Decision.Number, rule.Decision.Date, rule.Article
	}
	out := Requirement{Text: ask.Text, Figure: r.lib.Figures[ask.Figure], Case: ask.Case, Replaces: doc.replaced, Basis: Basis{
		Decision: doc.decision, DecisionDate: doc.date.String(), LaxerBy: doc.laxerBy, AmendedBy: cmp.Or(rule.AmendedBy, doc.amendedBy), Annex: cmp.Or(rule.Article, doc.annex),
		Column: doc.column, ColumnTitle: columnTitle(doc.column, doc.groups), Year: r.q.Year, Layer: cmp.Or(rule.Layer, doc.layer),
		Status: cmp.Or(ask.Status, rule.Status), Source: cmp.Or(ask.Source, rule.Source),
		CheckedBy: rule.CheckedBy, CheckedOn: rule.CheckedOn.String(),
	}}
	switch {
	case ask.AtLeast != nil:
		out.Op = AtLeast
		out.Value, out.Known = ask.AtLeast.At(r.q.Year, doc.column)
	case ask.AtMost != nil:
		out.Op = AtMost
		out.Value, out.Known = ask.AtMost.At(r.q.Year, doc.column)
	case ask.Exactly != nil:
		out.Op = Exactly
		out.Value, out.Known = ask.Exactly.At(r.q.Year, doc.column)
	case ask.Declared:
		out.Op, out.Known = DeclaredMet, true
	case ask.SetBy != "":
		out.Op = ProvinceSets
	case ask.Relative != nil:
		return out, r.relative(ask.Relative, &out)
	default:
		return out, r.parts(rule, ask, doc, &out)
	}
	for _, cell := range ask.Cells {
		if cell.Column == doc.column && (cell.Year == 0 || cell.Year == r.q.Year) {
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
func (r *resolver) parts(rule *Rule, ask *Ask, doc cited, out *Requirement) error {
	asks := ask.AllOf
	out.Op, out.Need = AllOf, len(asks)
	switch {
	case len(ask.AnyOf) > 0:
		asks = ask.AnyOf
		out.Op, out.Need = AnyOf, 1
	case ask.SomeOf != nil:
		asks = ask.SomeOf.Of
		out.Op, out.Need = SomeOfParts, ask.SomeOf.Least
	}
	out.Known = true
	doc.replaced = nil
	for _, one := range asks {
		part, err := r.requirement(rule, one, doc)
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
	other, err := newResolver(r.lib, r.q, std)
	if err != nil {
		return err
	}
	target, ok := std.Indicator(no)
	if !ok {
		return problem.Problem{Message: fmt.Sprintf("không có chỉ tiêu %s để tính ngưỡng theo", rel.To)}
	}
	base, err := other.indicator(placed{target, other.national()})
	if err != nil {
		return err
	}
	from := base.Requirement
	out.Op, out.Known = rel.Op, from.Known
	out.Basis.Status = out.Basis.Status.Weaker(from.Basis.Status)
	how := fmt.Sprintf("%s × mức của chỉ tiêu %s", vi.Number(rel.Factor), rel.To)
	if from.Known {
		out.Value = Trimmed(rel.Factor.Mul(from.Value))
		how = fmt.Sprintf("%s × %s (mức của chỉ tiêu %s, %s)", vi.Number(rel.Factor), vi.Number(from.Value), rel.To, from.Basis.Decision)
	}
	out.Text = how
	out.Basis.Source = strings.Trim(out.Basis.Source+"; "+from.Basis.Source, "; ")
	return nil
}

// Trimmed drops the zeros that a product's or a quotient's scale adds.
func Trimmed(d decimal.Decimal) decimal.Decimal {
	if d = d.Normalize(); d.Exponent() > 0 {
		return d.Round(0)
	}
	return d
}
