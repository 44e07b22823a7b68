package lawbook

import (
	"slices"

	"ntm/criteria"
)

// said is what a decision says of a threshold, in its words and as they were read.
type said struct {
	kind  Kind
	words string // the decision's own
	asks  demand
	why   []string // why a person must read it again
	paper *Paper
}

// doubt leaves the threshold to a person.
func (s *said) doubt(why ...string) {
	for _, one := range why {
		if one != "" && !slices.Contains(s.why, one) {
			s.why = append(s.why, one)
			s.kind = Again
		}
	}
}

// alike tells whether two thresholds may stand in one row.
func (s *said) alike(o *said) bool {
	return s.kind == o.kind && s.words == o.words && s.paper == o.paper && s.asks.value() == o.asks.value() &&
		s.asks.op == o.asks.op && slices.Equal(s.why, o.why)
}

// rank is the place of a kind among those that a person looks at.
func (k Kind) rank() int { return slices.Index(Kinds, k) }

// layerRank is the place of a layer among those that override each other.
func layerRank(l criteria.Layer) int { return slices.Index(criteria.Layers, l) }
