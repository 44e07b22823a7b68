package provincial

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Schema names the JSON document of a Summary.
const Schema = "ntm.provincial.v1"

// Commune is one commune in one year.
type Commune struct {
	Code, Name, District, Province string
	Brief                          assess.Brief   // of its newest assessment of the year
	Held                           criteria.Level // the highest title in force at the end of the year, "" for none
	Declared                       criteria.Level // a title that only its report names, "" for none
	Revoked                        criteria.Date  // on which the title held was revoked since, none where it stands
}

// RevokedTitle is a title that was held at the end of the year and is revoked since.
type RevokedTitle struct {
	Commune string         `json:"commune"`
	Level   criteria.Level `json:"level"`
	On      criteria.Date  `json:"revoked_on"`
}

// Words says it of the commune.
func (t RevokedTitle) Words() string {
	return fmt.Sprintf("xã %s (xã %s, đã thu hồi ngày %s)", t.Commune, t.Level.Title(), vi.Date(t.On.Time))
}

// Scope is what a report is about.
type Scope struct {
	Province string `json:"province"` // "" for the whole country
	Year     int    `json:"year"`
	Listed   int    `json:"listed"` // communes of the list of places, 0 when not known
}

// Summary is the whole report.
type Summary struct {
	Schema   string       `json:"schema"`
	Scope    Scope        `json:"scope"`
	Communes int          `json:"communes"` // that reported
	Levels   []Level      `json:"levels"`
	Titles   []TitleCount `json:"titles"`
	// Declared are the titles that only the reports name: none that the store knows.
	Declared []TitleCount `json:"declared,omitempty"`
	// Revoked are those of the titles that were revoked after the year.
	Revoked []RevokedTitle `json:"revoked_since,omitempty"`
	Capital Capital        `json:"capital"`
	Areas   []Area         `json:"areas"`   // by district until districts ceased, by province for the whole country
	Ranking []Ranked       `json:"ranking"` // of communes, the furthest first
	Before  *Comparison    `json:"before"`  // nil without figures of the year before
	// NationOnly are communes that were judged without the office's own packs; nil for none.
	NationOnly *NationOnly `json:"nation_only,omitempty"`
}

// NationOnly counts the communes that were judged without the office's own packs, and says
// why the first of them was.
type NationOnly struct {
	Communes int    `json:"communes"`
	Why      string `json:"why"`
}

// Words says it in a sentence; "" for none.
func (n *NationOnly) Words() string {
	if n == nil {
		return ""
	}
	return fmt.Sprintf("%d xã được đánh giá %s", n.Communes, n.Why)
}

func nationOnly(communes []Commune) (out *NationOnly) {
	for i := range communes {
		why := communes[i].Brief.NationOnly
		switch {
		case why == "":
		case out == nil:
			out = &NationOnly{1, why}
		default:
			out.Communes++
		}
	}
	return out
}

// Level is how the communes stand at one level.
type Level struct {
	Level        criteria.Level `json:"level"`
	Communes     int            `json:"communes"` // judged at it
	Eligible     int            `json:"eligible"`
	NotEligible  int            `json:"not_eligible"`
	Undetermined int            `json:"undetermined"`
	Drafts       int            `json:"drafts"` // verdicts that rest on thresholds nobody checked
	CriteriaMet  int            `json:"criteria_met"`
	Spread       []Spread       `json:"spread"`
	Hardest      []Hard         `json:"hardest"` // every criterion, the one that fails most first
}

// Source is what one source gave.
type Source struct {
	Source   commune.Source  `json:"source"`
	Communes int             `json:"communes"`
	Value    decimal.Decimal `json:"value"`
	Bound    typed.Bound     `json:"bound,omitempty"`
}
