package assess

import (
	"ntm/criteria"
)

// Threshold is what a figure must reach, and on whose authority: the requirement
// as an assessment shows it. Millions are judged by and few are read, so it is
// put into words when it is asked for.
type Threshold struct{ *criteria.Requirement }

// Text is the threshold as the table of criteria prints it.
func (t Threshold) Text() string { return t.String() }

// Value is nil when no threshold is known and when it is no number.
func (t Threshold) Value() *Number {
	if !t.Known || t.Op.Sign() == "" {
		return nil
	}
	return number(t.Requirement.Value)
}

// Unit is "" of a requirement that has parts.
func (t Threshold) Unit() criteria.Unit {
	if t.Figure == nil {
		return ""
	}
	return t.Figure.Unit
}

// Replaces is what the threshold overrides, when a later layer set it;
// else nil.
func (t Threshold) Replaces() *Replaced {
	r := t.Requirement.Replaces
	if r == nil {
		return nil
	}
	return &Replaced{r.String(), r.Basis}
}

// Replaced is what a threshold overrides.
type Replaced struct {
	Text  string         `json:"text"`
	Basis criteria.Basis `json:"basis"`
}

// MarshalJSON writes the threshold in words and numbers.
func (t Threshold) MarshalJSON() ([]byte, error) { return unescaped(t.document()) }

// thresholdDoc is a threshold as a document.
type thresholdDoc struct {
	Op       criteria.Op    `json:"op"`
	Value    *Number        `json:"value"`
	Unit     criteria.Unit  `json:"unit"`
	Text     string         `json:"text"`
	Replaces *Replaced      `json:"replaces"`
	Basis    criteria.Basis `json:"basis"`
}

func (t Threshold) document() thresholdDoc {
	return thresholdDoc{t.Op, t.Value(), t.Unit(), t.Text(), t.Replaces(), t.Basis}
}
