package criteria

// What tests of package criteria_test need to see.

type (
	SnapshotDoc    = snapshot
	RequirementDoc = requirementDoc
	Digits         = digits
)

var (
	SameAsk = (*Requirement).asksAs
	GroupOf = groupOf
	FullSet = asked
)

// Sign gives a snapshot the digest of what it says now.
func (doc *snapshot) Sign() {
	r := snapshotReader{doc: doc, figures: map[string]*Figure{}}
	for _, f := range doc.Figures {
		r.figures[f.ID] = f.figure()
	}
	var now Set
	for i := range doc.Levels {
		now.Levels = append(now.Levels, r.level(&doc.Levels[i]))
	}
	doc.Digest = digest(&now)
}
