package criteria

import (
	"ntm/internal/list"
	"ntm/internal/yamldoc"
)

// Of poor and near-poor households some can earn nothing: nobody in them is able
// to work, or they live on social protection. Whether the rate of poverty counts
// them is not known for sure. So a commune may report how many they are, nobody
// is left out of any rate by itself, and an office that knows a rule for it sets
// it in its pack, with the decision, its article and how sure that is.

// LeftOut is a count that a rule may leave out of a rate. A commune reports it or
// not. As long as From is "" no rule is known, and the rate counts everyone.
type LeftOut struct {
	Count, Rate *Figure
	From        LeftFrom
	Basis       Basis  // of the rule
	Province    string // whose rule it is; "" in a commune's set, and of a rule for all
}

// LeftFrom says which of a rate's two counts a rule lessens.
type LeftFrom string

// The closed set of them.
const (
	FromNumerator LeftFrom = "numerator"
	FromBoth      LeftFrom = "both"
)

// LeftFroms lists what a rule may leave a count out of.
var LeftFroms = []LeftFrom{FromNumerator, FromBoth}

// Title says it in a reader's words.
func (f LeftFrom) Title() string {
	return map[LeftFrom]string{FromNumerator: "trừ ở tử số", FromBoth: "trừ ở cả tử số và mẫu số"}[f]
}

// UnmarshalText reads a word of the set and refuses any other.
func (f *LeftFrom) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(f, text, "cách trừ", LeftFroms)
}

// OverlayLeftOut is an overlay's rule that leaves the count Figure out of the rate
// that the dictionary names for it.
type OverlayLeftOut struct {
	Pos       Pos       `yaml:"-"`
	Figure    string    `yaml:"figure" validate:"required"`
	From      LeftFrom  `yaml:"from" validate:"required"`
	Decision  *Document `yaml:"decision"` // when it is not the pack's
	Article   string    `yaml:"article" validate:"required"`
	Grounds   `yaml:",inline"`
	CheckedBy string `yaml:"checked_by"`
	CheckedOn Date   `yaml:"checked_on"`
}

// basis is where the rule stands.
func (l *OverlayLeftOut) basis(o *Overlay, year int) Basis {
	document := &o.Decision
	if l.Decision != nil {
		document = l.Decision
	}
	return Basis{
		Decision: document.Number, DecisionDate: document.Date.String(), Annex: l.Article, Year: year, Layer: o.Layer,
		Status: l.Status, Source: l.Source, CheckedBy: l.CheckedBy, CheckedOn: l.CheckedOn.String(),
	}
}

// Rules are what offices leave out of the rates that the set judges.
func (s *Set) Rules() []LeftOut { return rules(s.LeftOut) }

// LeftOut lists what offices leave out of the rates that a standard judges, whichever
// province's it is.
func (lib *Library) LeftOut(std *Standard) []LeftOut {
	judged := std.judged()
	var out []LeftOut
	for _, o := range lib.Overlays {
		for _, rule := range o.LeftOut {
			count := lib.Figures[rule.Figure]
			if o.Years.Overlap(std.Years) && judged[count.LeavesOutOf] {
				basis := rule.basis(o, max(o.Years.From, std.Years.From))
				out = append(out, LeftOut{count, lib.Figures[count.LeavesOutOf], rule.From, basis, o.Province})
			}
		}
	}
	return out
}

// judged are the ids of the figures that the standard's own indicators judge.
func (s *Standard) judged() map[string]bool {
	out := map[string]bool{}
	for _, rule := range s.rules() {
		rule.EachFigure(func(id string) { out[id] = true })
	}
	return out
}

// LeftOutOn lists what is left out of the rates on one side of a comparison.
func (lib *Library) LeftOutOn(s Side) []LeftOut {
	judged := s.Standard.judged()
	return rules(lib.leftOut(s.Query, func(id string) bool { return judged[id] }))
}

// rules are those of the counts that some office leaves out.
func rules(all []LeftOut) []LeftOut {
	return list.Where(all, func(l LeftOut) bool { return l.From != "" })
}

// leftOut lists the counts that a rule may leave out of a rate that is judged, each
// with the rule of the last layer that has one.
func (lib *Library) leftOut(q Query, judged func(id string) bool) []LeftOut {
	var out []LeftOut
	for _, count := range lib.FigureList {
		if count.LeavesOutOf == "" || !judged(count.LeavesOutOf) {
			continue
		}
		one := LeftOut{Count: count, Rate: lib.Figures[count.LeavesOutOf]}
		for _, o := range lib.layered(q) {
			for _, rule := range o.LeftOut {
				if rule.Figure == count.ID {
					one.From, one.Basis = rule.From, rule.basis(o, q.Year)
				}
			}
		}
		out = append(out, one)
	}
	return out
}

// Besides tells whether the overlays lie beside each other: of one layer, for the
// same communes in some year.
func (o *Overlay) Besides(other *Overlay) bool {
	return o.Layer == other.Layer && o.Years.Overlap(other.Years) && sameProvince(o.Province, other.Province)
}
