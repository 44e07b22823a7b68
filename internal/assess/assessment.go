package assess

import (
	"bytes"
	"encoding/json"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/places"

	"github.com/shopspring/decimal"
)

// Schema names the JSON document of an Assessment.
const Schema = "ntm.assessment.v1"

// Assessment is the whole tree of one commune's verdicts for one year. Screen,
// JSON and dossier are views of it; none of them decides anything.
type Assessment struct {
	Schema   string      `json:"schema"`
	Commune  places.Unit `json:"commune"` // who was assessed
	Year     int         `json:"year"`
	Date     string      `json:"date"` // the day whose texts of law hold
	Draft    bool        `json:"draft"`
	Engine   Engine      `json:"engine"`
	Criteria Packs       `json:"criteria"`
	Levels   []Level     `json:"levels"`
	Capital  *Capital    `json:"capital,omitempty"`
	Findings []Finding   `json:"findings"`

	Report *commune.Report `json:"-"`
	Set    *criteria.Set   `json:"-"` // what was judged by
}

// Engine is the program that judged.
type Engine struct {
	Version string `json:"version"`
	Rules   Rules  `json:"-"`
}

// Packs names the requirements that were judged by.
type Packs struct {
	Digest   string   `json:"digest"`
	Overlays []string `json:"overlays"` // names of the packs laid over the nation's
	// NationOnly says why the office's own were not laid over, where they were asked for.
	NationOnly string `json:"nation_only,omitempty"`
}

// Level is the verdict on one level.
type Level struct {
	Level       criteria.Level  `json:"level"`
	Standard    string          `json:"standard"`
	Verdict     Verdict         `json:"verdict"`
	FailsIf     string          `json:"fails_if,omitempty"` // what speaks against it: see Prerequisite.Against, failsIf
	Draft       bool            `json:"draft"`
	Evidence    Evidence        `json:"evidence"`
	Doubted     bool            `json:"doubted"` // rests on a figure that cannot be: see the findings
	Column      criteria.Region `json:"column"`
	ColumnTitle string          `json:"column_title"`
	ColumnNote  string          `json:"column_note,omitempty"`
	// Columns are the others that may hold, as long as traits are unknown.
	Columns []criteria.Column `json:"columns,omitempty"`
	Counts
	// IndicatorsMissing are those of the decision that are not known here.
	IndicatorsMissing int           `json:"indicators_missing,omitempty"`
	Conditions        []Condition   `json:"conditions"`
	Prerequisite      *Prerequisite `json:"prerequisite"`
	Criteria          []Criterion   `json:"criteria"`

	Rules        criteria.SetStandard `json:"-"`
	Lack         criteria.Lack        `json:"-"`
	prerequisite criteria.SetPrerequisite
	rules        Rules
}

// Counts are how many of a level's criteria and indicators are met.
type Counts struct {
	CriteriaMet     int `json:"criteria_met"`
	CriteriaTotal   int `json:"criteria_total"`
	IndicatorsMet   int `json:"indicators_met"`
	IndicatorsTotal int `json:"indicators_total"`
}

// Condition is a gate besides the criteria.
type Condition struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Detail string `json:"detail"`
	Judgement
}

// Prerequisite is the level that must be held before this one. Met is nil when
// that is not known.
type Prerequisite struct {
	Level criteria.Level `json:"level"`
	Text  string         `json:"text"`
	Met   *bool          `json:"met"`
	Basis string         `json:"basis"` // what shows it met, or why that is not known
	Rule  criteria.Basis `json:"rule"`  // who asks for it
	// Against is what this year's figures miss of a level that a decision has recognised.
	Against string `json:"against,omitempty"`

	ByVerdict bool   `json:"-"` // settled by this assessment's own verdict on Level
	uncited   string // what the report says of a title without proving it
	earlier   string // the title of an earlier period, which does not count
}

// Criterion is a criterion's outcome over its indicators.
type Criterion struct {
	No         string      `json:"no"`
	Name       string      `json:"name"`
	Outcome    Outcome     `json:"outcome"`
	Indicators []Indicator `json:"indicators"`
	// Remark is what was done for the criterion, in the commune's own words; nil for none.
	Remark *Remark `json:"remark,omitempty"`
}

// Indicator is one line of the table of criteria.
type Indicator struct {
	No   string `json:"no"`
	Name string `json:"name"`
	Judgement
	Note string `json:"note"`
}

// Judgement is a figure held against a threshold or, when the requirement has
// parts, the judgements of those.
type Judgement struct {
	Outcome    Outcome     `json:"outcome"`
	Evidence   Evidence    `json:"evidence"`
	Figure     *Figure     `json:"figure"`
	Threshold  Threshold   `json:"threshold"`
	Gap        *Gap        `json:"gap"`
	Borderline bool        `json:"borderline"` // rounded to two decimals, it would have come out otherwise
	Parts      []Judgement `json:"parts,omitempty"`

	// Columns are what else may be asked of the commune, as long as some of its
	// traits are unknown. The outcome is met or not met where all agree.
	Columns []Possible `json:"columns,omitempty"`
	// Unchecked is set of what fails only by thresholds that nobody has checked:
	// that fails no commune.
	Unchecked bool `json:"unchecked,omitempty"`

	own      *Judgement // by the region's own column, where there are others
	rounded  Outcome    // what it would have come out as
	doubted  bool       // rests on a figure that cannot be
	unjudged bool       // for such a figure, which cannot be by itself
}

// Number is an exact decimal that JSON carries as text, with the decimals it
// was given.
type Number struct{ decimal.Decimal }

// MarshalText writes the number in full, its trailing zeros kept.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// MarshalJSON writes the number as a JSON string.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(`"` + n.String() + `"`), nil }

// String is the number in full with a decimal point, its trailing zeros kept.
func (n Number) String() string { return n.StringFixed(max(0, -n.Exponent())) }

func number(d decimal.Decimal) *Number { return &Number{d} }

// unescaped is a part of a document as JSON, with < and > as they are: whoever writes the whole decides.
func unescaped(part any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(part)
	return out.Bytes(), err
}
