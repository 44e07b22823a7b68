package proof

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/places"
)

// Check is what came of holding a dossier against its seal.
type Check struct {
	Schema      string          `json:"schema"`
	Fingerprint string          `json:"fingerprint"`
	Version     string          `json:"version"` // that made the dossier
	Commune     places.Unit     `json:"commune"`
	Year        int             `json:"year"`
	Report      string          `json:"report"` // SHA-256 of the report's JSON
	Levels      []CheckedLevel  `json:"levels"` // judged again
	Criteria    assess.Packs    `json:"criteria"`
	Standard    bool            `json:"standard_known"` // the seal's requirements are those that AgainstPacks was given
	Older       bool            `json:"older_layout"`   // laid down by an earlier program: only values were compared
	Cells       int             `json:"cells"`          // compared
	Unplaced    int             `json:"unplaced"`       // values of the seal with no known place in an older layout
	Filled      int             `json:"filled"`         // that the council filled in: theirs to change
	Opinions    []Opinion       `json:"opinions"`
	Unclear     []Unclear       `json:"unclear"` // cells for opinions of which there is no telling what they say
	Differences []Difference    `json:"differences"`
	Evidence    []EvidenceCheck `json:"evidence"`

	Title      string            `json:"-"`
	Rules      assess.Rules      `json:"-"` // that the dossier was judged by, and again
	signers    map[string]signer // by sheet and column
	query      criteria.Query
	uncomputed int // formulas without their value
}

// CheckSchema names the JSON document of a Check.
const CheckSchema = "ntm.verify.v1"

// CheckedLevel is the verdict on a level, judged again from the seal.
type CheckedLevel struct {
	Level   criteria.Level `json:"level"`
	Verdict assess.Verdict `json:"verdict"`
	Draft   bool           `json:"draft"`
}

// Difference is one place where the workbook is not what its seal makes.
type Difference struct {
	Kind     Kind   `json:"kind"`
	Sheet    string `json:"sheet"`
	Cell     string `json:"cell,omitempty"`
	What     string `json:"what,omitempty"` // the head of the column and the row's number
	Found    string `json:"found"`
	Expected string `json:"expected"`
	Follows  bool   `json:"follows"` // a formula that is as it was gives it, of what else was changed

	computed bool // a formula that is as it was gives it
	laid     bool // another layout may be why
}

// Kind says in what a workbook differs.
type Kind string

// The closed set of kinds.
const (
	OfValue   Kind = "value"
	OfFormula Kind = "formula"
	OfSheet   Kind = "sheet"  // gone, added or hidden
	OfRow     Kind = "row"    // gone, or added
	OfObject  Kind = "object" // drawn or put there
	OfSeal    Kind = "seal"
)

// differs notes a difference.
func (c *Check) differs(kind Kind, sheet, cell, what, found, expected string) {
	c.Differences = append(c.Differences, Difference{Kind: kind, Sheet: sheet, Cell: cell, What: what,
		Found: found, Expected: expected})
}

// inOrder puts first what somebody did: where a value, a formula or a row was changed,
// the formulas that are as they were follow it.
func (c *Check) inOrder() {
	did := slices.ContainsFunc(c.Differences, func(d Difference) bool {
		return !d.computed && slices.Contains([]Kind{OfValue, OfFormula, OfRow, OfSheet}, d.Kind)
	})
	for i := range c.Differences {
		d := &c.Differences[i]
		d.Follows = did && d.computed
	}
	following := list.Where(c.Differences, follows)
	c.Differences = append(slices.DeleteFunc(c.Differences, follows), following...)
}

func follows(d Difference) bool { return d.Follows }

// Following is how many of the differences follow from the others.
func (c *Check) Following() int { return list.Count(c.Differences, follows) }

// Same tells whether the dossier is as it was made, and every file of evidence
// that was looked at too.
func (c *Check) Same() bool {
	return len(c.Differences) == 0 && !slices.ContainsFunc(c.Evidence,
		func(e EvidenceCheck) bool { return e.Changed() })
}

// AgainstPacks tells whether the requirements that the dossier was judged by are
// those of the packs at hand: a seal may hold requirements of somebody's own.
func (c *Check) AgainstPacks(packs assess.Resolver) {
	set, err := packs.Resolve(c.query)
	c.Standard = err == nil && set.Digest == c.Criteria.Digest
}

// EvidenceCheck is a file of evidence as it was when the dossier was made, and as
// it is now: nil when nobody looked.
type EvidenceCheck struct {
	Then evidence.File  `json:"then"`
	Now  *evidence.File `json:"now"`
}

// Same tells whether the file is there, and is the one that was there.
func (e EvidenceCheck) Same() bool {
	return e.Now != nil && e.Now.State == evidence.Found && !e.Changed()
}

// Changed tells of a file that was looked at whether it is another than it was, or has
// gone or come since.
func (e EvidenceCheck) Changed() bool {
	return e.Now != nil && (e.Then.State != e.Now.State || e.Then.SHA256 != e.Now.SHA256)
}

// WithEvidence notes what the files are now, by the paths of the seal.
func (c *Check) WithEvidence(now []evidence.File) {
	for i := range c.Evidence {
		for k := range now {
			if now[k].Path == c.Evidence[i].Then.Path {
				c.Evidence[i].Now = &now[k]
			}
		}
	}
}
