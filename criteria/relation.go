package criteria

import (
	"slices"

	"ntm/internal/list"
	"ntm/internal/yamldoc"
)

// Figures of one commune and year bear on each other: whoever has a certificate has been
// trained, and the villages of one rate are those of another. Which figures do is said in
// the dictionary, and checked in one way for all of them.

// Relation is what must hold between a figure and the figure To, where a commune reports
// both for one year. Two figures that break it cannot both be right.
type Relation struct {
	Kind RelationKind `yaml:"kind" json:"kind" validate:"required"`
	To   string       `yaml:"to" json:"to" validate:"required"`
	// Of says which count of To is meant; none: of a part what To counts, of a same total
	// the total of To.
	Of CountOf `yaml:"of" json:"of,omitempty"`
	// Counts tells that two rates have totals of their own, that of the figure within that of
	// To: then their counts are compared. Else their shares are.
	Counts bool `yaml:"counts" json:"counts,omitempty"`
	// Within tells that the total of the rate may be a part of what To counts: that of one sex,
	// or of the land that is farmed.
	Within bool `yaml:"within" json:"within,omitempty"`
	// Drift is by how many per cent the two may come apart where they are counted by two
	// offices or on two days: as long as they do so by no more, they are only asked about. It is
	// this tool's own, not the law's.
	Drift int `yaml:"drift" json:"drift,omitempty" validate:"min=0,max=100"`
}

// RelationKind is what a relation says.
type RelationKind string

// The closed set of relations.
const (
	PartOf      RelationKind = "part_of"       // what the figure counts is among what To counts
	SameTotalAs RelationKind = "same_total_as" // the total of the figure is that of To
	ImpliesMet  RelationKind = "implies"       // where the figure is met, or more than none, so is To
	RateOf      RelationKind = "rate_of"       // the total of the figure is what To counts
	SumOf       RelationKind = "sum_of"        // the figure is the sum of all that its relations of this kind lead to
	Excludes    RelationKind = "excludes"      // nothing is counted by both; of two answers at most one is met
)

// RelationKinds lists the relations.
var RelationKinds = []RelationKind{PartOf, SameTotalAs, ImpliesMet, RateOf, SumOf, Excludes}

// UnmarshalText reads a relation and refuses any other word.
func (k *RelationKind) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(k, text, "quan hệ", RelationKinds)
}

// CountOf is one of the counts that a rate consists of.
type CountOf string

// The closed set of counts.
const (
	OfCounted CountOf = "counted" // the numerator; of a figure that is no rate, its value
	OfRest    CountOf = "rest"    // the total without the numerator
	OfTotal   CountOf = "total"   // the denominator; of a figure that is no rate, its value
)

// CountsOf lists the counts of a rate.
var CountsOf = []CountOf{OfCounted, OfRest, OfTotal}

// UnmarshalText reads a count and refuses any other word.
func (c *CountOf) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(c, text, "số đếm", CountsOf)
}

// CountOf is the count of To that is meant.
func (r Relation) CountOf() CountOf {
	switch {
	case r.Of != "":
		return r.Of
	case r.Kind == SameTotalAs || r.Kind == RateOf:
		return OfTotal
	}
	return OfCounted
}

// SharesTotal tells whether the total of the figure is that of others which say so of To.
func (r Relation) SharesTotal() bool {
	return r.Kind == SameTotalAs || r.Kind == RateOf && !r.Within
}

// SumOf lists the figures that this one is the sum of, nil where it is no sum.
func (f *Figure) SumOf() []string {
	sums := list.Where(f.Relations, func(r Relation) bool { return r.Kind == SumOf })
	return list.Map(sums, func(r Relation) string { return r.To })
}

// related lists the figures that are not judged and have a relation with one that is, or
// that reports tell whatever is judged, in the order of the dictionary.
func (lib *Library) related(judged map[string]*Figure) []*Figure {
	led := map[string]bool{}
	for _, f := range judged {
		for _, r := range f.Relations {
			led[r.To] = true
		}
	}
	return list.Where(lib.FigureList, func(f *Figure) bool {
		return judged[f.ID] == nil && (f.Told != "" || led[f.ID] || slices.ContainsFunc(f.Relations,
			func(r Relation) bool { return judged[r.To] != nil }))
	})
}
