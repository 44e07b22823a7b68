package criteria

import (
	"fmt"
	"strings"

	"ntm/internal/exact"
	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// requirement turns a rule into what it asks of this commune.
func (r *resolver) requirement(rule *Rule, doc cited) (Requirement, error) {
	out := r.lib.Asked(rule, &rule.Ask, r.q.Year, doc.column)
	err := r.rest(&out, &rule.Ask, r.basis(rule, doc))
	return out, err
}

// rest puts a requirement and its parts on their basis. A requirement with parts
// is as sure as its least sure part.
func (r *resolver) rest(out *Requirement, ask *Ask, basis Basis) error {
	basis.Status, basis.Source = out.Basis.Status, out.Basis.Source
	out.Basis = basis
	switch {
	case ask.Relative != nil:
		return r.relative(ask.Relative, out)
	case len(out.Parts) > 0:
		out.Known = true
		for i, part := range ask.Parts() {
			if err := r.rest(&out.Parts[i], part, basis); err != nil {
				return err
			}
			out.Known = out.Known && out.Parts[i].Known
			out.Basis.Status = out.Basis.Status.Weaker(out.Parts[i].Basis.Status)
		}
	case !out.Known:
		out.Basis.Status = Missing
	}
	return nil
}

// relative resolves a threshold that is a multiple of another one.
func (r *resolver) relative(rel *Relative, out *Requirement) error {
	level, no, _ := strings.Cut(rel.To, "/")
	std, ok := r.lib.StandardIn(Level(level), r.q.Year, r.q.Province)
	if !ok {
		return problem.Problem{Message: fmt.Sprintf("không có bộ tiêu chí %q năm %d để tính ngưỡng theo", level,
			r.q.Year)}
	}
	other, err := newResolver(r.lib, r.q, std)
	if err != nil {
		return err
	}
	target, ok := other.law.indicator(no)
	if !ok {
		return problem.Problem{Message: fmt.Sprintf("không có chỉ tiêu %s để tính ngưỡng theo", rel.To)}
	}
	base, err := other.indicator(target)
	if err != nil {
		return err
	}
	from := base.Requirement
	out.Op, out.Known, out.Value = rel.Op, from.Known, decimal.Decimal{}
	out.Basis.Status = out.Basis.Status.Weaker(from.Basis.Status)
	name := no + " " + Level(level).Brief()
	how := fmt.Sprintf("%s × mức của chỉ tiêu %s", vi.Number(rel.Factor), name)
	if from.Known {
		out.Value = Trimmed(rel.Factor.Mul(from.Value))
		how = fmt.Sprintf("%s × %s (mức của chỉ tiêu %s, %s)", vi.Number(rel.Factor), vi.Number(from.Value), name,
			from.Basis.Decision)
	}
	out.Text = how
	out.Basis.Source = strings.Trim(out.Basis.Source+"; "+from.Basis.Source, "; ")
	return nil
}

// Written is a number with the decimals that a reader is shown: those it was typed with,
// for "1,50" says how finely it was measured, but none where they are all zero.
func Written(d decimal.Decimal) decimal.Decimal {
	if d.IsInteger() {
		return d.Truncate(0)
	}
	return d
}

// Trimmed drops the zeros that a product's or a quotient's scale adds.
func Trimmed(d decimal.Decimal) decimal.Decimal { return exact.Trimmed(d) }
