package criteria

import (
	"fmt"
	"regexp"

	"github.com/shopspring/decimal"
)

// setDoc is a Set as it is kept: what a verdict, its words and its basis need,
// and nothing of the packs beyond that. Snapshots outlive programs: a key may
// be added behind omitempty, none may be renamed, moved or dropped.
type setDoc struct {
	Schema    string        `json:"schema"`
	Digest    string        `json:"digest"`
	Query     queryDoc      `json:"query"`
	Overlays  []overlayDoc  `json:"overlays,omitempty"`
	Procedure *procedureDoc `json:"procedure,omitempty"`
	Figures   []figureDoc   `json:"figures"` // by id, each once
	Levels    []levelDoc    `json:"levels"`
}

type queryDoc struct {
	Year     int     `json:"year"`
	On       Date    `json:"on,omitzero"`
	Region   Region  `json:"region"`
	Province string  `json:"province,omitempty"`
	Traits   []Trait `json:"traits,omitempty"`
	UpTo     Layer   `json:"up_to,omitempty"`
}

type overlayDoc struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Layer    Layer    `json:"layer"`
	Decision Document `json:"decision"`
}

type procedureDoc struct {
	ID         string         `json:"id"`
	Name       string         `json:"name"`
	Years      Years          `json:"years"`
	Decision   Document       `json:"decision"`
	AmendedBy  string         `json:"amended_by,omitempty"`
	AmendedOn  Date           `json:"amended_on,omitzero"`
	Quorum     shareDoc       `json:"quorum"`
	Proposal   shareDoc       `json:"proposal"`
	Meeting    shareDoc       `json:"meeting"`
	Revocation *revocationDoc `json:"revocation,omitempty"`
}

type shareDoc struct {
	Value exact `json:"value"`
	Grounds
}

type revocationDoc struct {
	Against []RevocationStandard `json:"against"`
	Clauses []clauseDoc          `json:"clauses"`
	Grounds
}

type clauseDoc struct {
	From  exact  `json:"from"`
	Below exact  `json:"below"`
	Key   bool   `json:"key,omitempty"`
	Text  string `json:"text"`
}

type figureDoc struct {
	Figure
	Plausible *rangeDoc `json:"plausible,omitempty"` // in place of the Figure's
}

type rangeDoc struct {
	From exact `json:"from"`
	To   exact `json:"to"`
}

type levelDoc struct {
	Standard     standardDoc     `json:"standard"`
	Column       Region          `json:"column"`
	ColumnTitle  string          `json:"column_title"`
	ColumnNote   string          `json:"column_note,omitempty"`
	Prerequisite prerequisiteDoc `json:"prerequisite"`
	Criteria     []criterionDoc  `json:"criteria"`
	Conditions   []askedDoc      `json:"conditions,omitempty"`
}

type standardDoc struct {
	ID       string   `json:"id"`
	Level    Level    `json:"level"`
	Name     string   `json:"name"`
	Years    Years    `json:"years"`
	Decision Document `json:"decision"`
	Annex    string   `json:"annex,omitempty"`
}

type prerequisiteDoc struct {
	Level Level    `json:"level,omitempty"`
	Text  string   `json:"text,omitempty"`
	Basis basisDoc `json:"basis"`
}

type criterionDoc struct {
	No         string     `json:"no"`
	Name       string     `json:"name"`
	Indicators []askedDoc `json:"indicators,omitempty"`
}

// askedDoc is an indicator, or a condition by its id.
type askedDoc struct {
	No            string         `json:"no"`
	Name          string         `json:"name"`
	NotApplicable Trait          `json:"not_applicable,omitempty"`
	Requirement   requirementDoc `json:"requirement"`
}

type requirementDoc struct {
	Op       Op               `json:"op"`
	Figure   string           `json:"figure,omitempty"` // id
	Value    *exact           `json:"value,omitempty"`
	Known    bool             `json:"known,omitempty"`
	Text     string           `json:"text,omitempty"`
	Case     bool             `json:"case,omitempty"`
	Need     int              `json:"need,omitempty"`
	Parts    []requirementDoc `json:"parts,omitempty"`
	Basis    basisDoc         `json:"basis"`
	Replaces *requirementDoc  `json:"replaces,omitempty"`
}

// basisDoc is a Basis that leaves out what is not said.
type basisDoc struct {
	Decision     string `json:"decision,omitempty"`
	AmendedBy    string `json:"amended_by,omitempty"`
	Annex        string `json:"annex,omitempty"`
	Column       Region `json:"column,omitempty"`
	ColumnTitle  string `json:"column_title,omitempty"`
	Year         int    `json:"year,omitempty"`
	Layer        Layer  `json:"layer,omitempty"`
	Status       Status `json:"status,omitempty"`
	Source       string `json:"source,omitempty"`
	CheckedBy    string `json:"checked_by,omitempty"`
	CheckedOn    string `json:"checked_on,omitempty"`
	DecisionDate string `json:"decision_date,omitempty"`
	LaxerBy      string `json:"laxer_by,omitempty"`
}

// exact is a decimal as text, with the digits it was given.
type exact struct{ decimal.Decimal }

// MarshalJSON writes the number in full, its trailing zeros kept.
func (e exact) MarshalJSON() ([]byte, error) {
	return []byte(`"` + e.StringFixed(max(0, -e.Exponent())) + `"`), nil
}

// plainExact bounds a number: an exponent would let a few letters stand for
// gigabytes of digits.
var plainExact = regexp.MustCompile(`^"-?\d{1,30}(\.\d{1,30})?"$`)

// UnmarshalJSON reads what MarshalJSON writes.
func (e *exact) UnmarshalJSON(text []byte) error {
	if !plainExact.Match(text) {
		return fmt.Errorf("đọc thấy %.40s, cần một số trong ngoặc kép, dấu chấm trước phần thập phân", text)
	}
	e.Decimal = decimal.RequireFromString(string(text[1 : len(text)-1]))
	return nil
}
