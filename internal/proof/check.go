package proof

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/evidence"
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
	Cells       int             `json:"cells"`          // compared
	Filled      int             `json:"filled"`         // that the council filled in: theirs to change
	Opinions    []Opinion       `json:"opinions"`
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
}

// Kind says in what a workbook differs.
type Kind string

// The closed set of kinds.
const (
	OfValue   Kind = "value"
	OfFormula Kind = "formula"
	OfFormat  Kind = "format" // a number shown as another
	OfSheet   Kind = "sheet"  // gone, or added
	OfRow     Kind = "row"    // gone, or added
	OfSeal    Kind = "seal"
)

// differs notes a difference.
func (c *Check) differs(kind Kind, sheet, cell, what, found, expected string) {
	c.Differences = append(c.Differences, Difference{kind, sheet, cell, what, found, expected})
}

// Same tells whether the dossier is as it was made, and every file of evidence
// that was looked at too.
func (c *Check) Same() bool {
	return len(c.Differences) == 0 && !slices.ContainsFunc(c.Evidence,
		func(e EvidenceCheck) bool { return e.Now != nil && !e.Same() })
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

// Same tells whether the file is the one that was there.
func (e EvidenceCheck) Same() bool {
	return e.Now != nil && e.Then.State == e.Now.State && e.Then.SHA256 == e.Now.SHA256
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
