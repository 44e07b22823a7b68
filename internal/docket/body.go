package docket

import (
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/evidence"
)

// ReceivedBody is a report that came in.
type ReceivedBody struct {
	Place  Place  `json:"place"`
	Report string `json:"report"` // digest of the document
	File   string `json:"file"`   // what it was read from, for people
	// Again is that an earlier report is made the current one again.
	Again bool `json:"again,omitempty"`
}

// AssessedBody is a report judged. Report and Set name documents: with them the
// same assessment is made again.
type AssessedBody struct {
	Report string          `json:"report"`
	Set    string          `json:"set"`
	Digest string          `json:"digest"` // of the requirements, as an assessment names it
	Engine string          `json:"engine"` // the program's version
	Result string          `json:"result"` // what it finds, by SHA-256: see office.ResultOf
	Brief  assess.Brief    `json:"brief"`
	Files  []evidence.File `json:"files,omitempty"` // of the evidence, as they were
}

// Grounds are why a dossier goes on although its assessment is not eligible, or rests
// on a draft. They hold for the one assessment they were given for.
type Grounds struct {
	Reason string `json:"reason,omitempty"`
	For    string `json:"for,omitempty"` // its Result
}

func (g Grounds) grounds() Grounds { return g }

// grounded are the bodies that may bring grounds.
type grounded interface{ grounds() Grounds }

// groundsOf are the grounds that a step brings.
func groundsOf(body any) Grounds {
	if b, ok := body.(grounded); ok {
		return b.grounds()
	}
	return Grounds{}
}

// SubmittedBody is a dossier sent up for a level.
type SubmittedBody struct {
	Level criteria.Level `json:"level,omitempty"`
	Note  string         `json:"note,omitempty"`
	Grounds
}

// Reason is why a dossier goes back: on an indicator, or on the whole ("").
type Reason struct {
	On   string `json:"on,omitempty"`
	Text string `json:"text"`
}

// SentBackBody is a dossier sent back.
type SentBackBody struct {
	Reasons []Reason `json:"reasons"`
}

// NoteBody is a step with a word about it.
type NoteBody struct {
	Note string `json:"note,omitempty"`
	Grounds
}

// CorrectedBody names the event that is taken back: the record keeps both.
type CorrectedBody struct {
	Event  string `json:"event"`
	Kind   Kind   `json:"kind"` // of that event, for people
	Reason string `json:"reason"`
}

// Conclusion is what a council's chairman concluded on a commune whose vote the rules
// do not decide.
type Conclusion struct {
	Council string        `json:"council"`
	Yes     bool          `json:"yes"` // to propose recognition
	Chair   string        `json:"chair"`
	Paper   string        `json:"paper"` // number of the paper that says so
	Date    criteria.Date `json:"date,omitzero"`
	Note    string        `json:"note,omitempty"`
}

// Opinion is what a department says of a criterion, an indicator or a condition.
type Opinion struct {
	Department string `json:"department"`
	On         string `json:"on"`             // number or id
	Result     string `json:"result"`         // in the department's words: "Đạt", "Chưa đạt", "Cơ bản đạt"
	Text       string `json:"text,omitempty"` // remarks
	Day        string `json:"day,omitempty"`  // that the department wrote on its paper
	From       string `json:"from,omitempty"` // fingerprint of the dossier it was written into
}

// BatchBody is a dossier put before a council, or taken off its list.
type BatchBody struct {
	Council string `json:"council"`
	Note    string `json:"note,omitempty"`
	Grounds
}

// Vote is what a council said of a dossier. Carried is nil where the rule is not
// known for sure: then the chairman concludes.
type Vote struct {
	Council string         `json:"council"`
	Level   criteria.Level `json:"level,omitempty"`
	Members int            `json:"members"`
	Present int            `json:"present"`
	For     int            `json:"for"`
	Against int            `json:"against"`
	Invalid int            `json:"invalid"`
	Secret  bool           `json:"secret"`
	Carried *bool          `json:"carried"`
	Words   string         `json:"words"` // the conclusion
	Reasons []string       `json:"reasons,omitempty"`
}

func (b BatchBody) council() string  { return b.Council }
func (v Vote) council() string       { return v.Council }
func (c Conclusion) council() string { return c.Council }

// Decision is what the province's chairman signed.
type Decision struct {
	Level  criteria.Level `json:"level,omitempty"`
	Number string         `json:"number,omitempty"`
	Date   criteria.Date  `json:"date,omitzero"`
	Note   string         `json:"note,omitempty"`
	Grounds
}

// TitledBody is a title that was given before the dossiers of the store, or outside them: what
// its decision says. It needs no council.
type TitledBody struct {
	Level  criteria.Level `json:"level,omitempty"`
	Number string         `json:"number"`
	Date   criteria.Date  `json:"date"`
	Issuer string         `json:"issuer,omitempty"` // who decided
}

// MergedBody is the making of a new commune.
type MergedBody struct {
	Place  Place          `json:"place"`
	Parts  []MergedPart   `json:"parts"`
	Level  criteria.Level `json:"level,omitempty"`  // the title it starts with, "" for none or not known
	Toward criteria.Level `json:"toward,omitempty"` // what it works toward, "" where not known
	Words  string         `json:"words"`            // the rule, as a person reads it
	Status string         `json:"status"`           // of the rule's basis
}

// MergedPart is one of the old communes.
type MergedPart struct {
	Province string         `json:"province"`
	Commune  string         `json:"commune"`
	Title    string         `json:"title"`
	Level    criteria.Level `json:"level,omitempty"` // the title it held
	Whole    bool           `json:"whole"`
}

// MergedIntoBody is the end of an old commune.
type MergedIntoBody struct {
	Province string `json:"province"`
	Commune  string `json:"commune"`
	Title    string `json:"title"`
}

// Documents are the digests that an event names. An event that cannot be read
// names none.
func Documents(e *Event) []string {
	switch e.Kind {
	case Received:
		if b, err := decode[ReceivedBody](e); err == nil {
			return []string{b.Report}
		}
	case Assessed:
		if b, err := decode[AssessedBody](e); err == nil {
			return []string{b.Report, b.Set}
		}
	}
	return nil
}
