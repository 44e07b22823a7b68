package collation

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// Said is what a decision says of a threshold, in its words and as they were read.
type Said struct {
	Kind  Kind
	Words string // the decision's own
	Asks  Demand
	Why   []string // why a person must read it again
	Paper *Paper

	isOther bool // it cannot be said in the shape of what stands
}

// doubt leaves the threshold to a person.
func (s *Said) doubt(why ...string) {
	before := len(s.Why)
	if s.Why = list.Once(s.Why, vi.NonEmpty(why...)...); len(s.Why) > before {
		s.Kind = Again
	}
}

// alike tells whether two thresholds may stand in one row.
func (s *Said) alike(o *Said) bool {
	return s.Kind == o.Kind && s.Words == o.Words && s.Paper == o.Paper && s.Asks.Value() == o.Asks.Value() &&
		s.Asks.Op == o.Asks.Op && slices.Equal(s.Why, o.Why)
}

// rank is the place of a kind among those that a person looks at.
func (k Kind) rank() int { return slices.Index(Kinds, k) }

// layerRank is the place of a layer among those that override each other.
func layerRank(l criteria.Layer) int { return slices.Index(criteria.Layers, l) }
