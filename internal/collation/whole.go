package collation

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/threshold"
)

// saidOfWhole is the part of a requirement that one number of a decision is of, where all its other parts are among
// that: those who have clean water at all, beside those who have it from a common source. Of the others the decision
// says nothing, and what a layer above asks of them holds. nil where there is no such part, or nothing stands above.
func (r *Collation) saidOfWhole(s *Slot, items []item, of criteria.Layer) *criteria.Ask {
	if len(items) != 1 || items[0].reading.Kind != threshold.Value || len(items[0].reading.Parts) > 0 ||
		layerRank(s.Standing.Doc.Layer) >= layerRank(of) {
		return nil
	}
	leaves, _ := s.leaves()
	whole := r.wholeOf(leaves)
	if whole == nil || len(leaves) == 1 {
		return nil
	}
	score := r.scoring(items)
	if slices.ContainsFunc(leaves, func(leaf *criteria.Ask) bool {
		return leaf != whole && score(leaf, 0) >= score(whole, 0)
	}) {
		return nil // the words are those of a part
	}
	return whole
}

// wholeOf is what all other parts of a requirement are among, nil where there is no such.
func (r *Collation) wholeOf(leaves []*criteria.Ask) *criteria.Ask {
	figures := r.law.Lib.Figures
	at := slices.IndexFunc(leaves, func(whole *criteria.Ask) bool {
		return figures[whole.Figure] != nil && !slices.ContainsFunc(leaves, func(leaf *criteria.Ask) bool {
			f := figures[leaf.Figure]
			return leaf != whole && (f == nil || !isAmong(f, figures[whole.Figure]))
		})
	})
	if at < 0 {
		return nil
	}
	return leaves[at]
}
