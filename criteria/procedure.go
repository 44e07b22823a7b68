package criteria

import "github.com/shopspring/decimal"

// Procedure is how recognition works beside the criteria: its conditions and
// the council's rules.
type Procedure struct {
	Pos          Pos    `yaml:"-"`
	Schema       string `yaml:"schema" validate:"eq=ntm.procedure.v1"`
	SetProcedure `yaml:",inline"`
	Figures      []*Figure    `yaml:"figures" validate:"dive"` // of conditions, which the dictionary does not have
	Conditions   []*Condition `yaml:"conditions" validate:"required,dive"`
}

// SetProcedure is a procedure without its conditions, which a set resolves for
// each level.
type SetProcedure struct {
	ID         string      `yaml:"id" validate:"required"`
	Name       string      `yaml:"name" validate:"required"`
	Years      Years       `yaml:"years" validate:"required"`
	Decision   Document    `yaml:"decision" validate:"required"`
	AmendedBy  string      `yaml:"amended_by"`
	AmendedOn  Date        `yaml:"amended_on"` // the first day the amendment holds
	Council    Council     `yaml:"council"`
	Revocation *Revocation `yaml:"revocation"`
}

// Condition is a gate besides the criteria. A procedure's is the same for the
// three levels but for its value; one that an overlay adds may be for some.
type Condition struct {
	Pos   Pos     `yaml:"-"`
	ID    string  `yaml:"id" validate:"required"`
	Name  string  `yaml:"name" validate:"required"`
	Rules []*Rule `yaml:"rules" validate:"required,dive"`
}

// Share is a share in per cent that a rule asks for.
type Share struct {
	Value   decimal.Decimal `yaml:"value"`
	Grounds `yaml:",inline"`
}

// Council is the appraisal council's rules, in per cent.
type Council struct {
	Quorum   Share `yaml:"quorum"`   // of all members, to sit
	Proposal Share `yaml:"proposal"` // of the members present, to propose recognition
	Meeting  Share `yaml:"meeting"`  // of the residents present, to send the dossier up
}

// Revocation is when a title is taken back: by the share of criteria that the
// commune's figures no longer meet.
type Revocation struct {
	Against []RevocationStandard `yaml:"against" validate:"required,dive"`
	Clauses []RevocationClause   `yaml:"clauses" validate:"required,dive"`
	Grounds `yaml:",inline"`
	// Amended says how the rule is known once an amendment holds whose words on it
	// are known less well.
	Amended *AmendedGrounds `yaml:"amended"`
}

// AmendedGrounds are the grounds of a rule from the first day of an amendment.
type AmendedGrounds struct {
	From    Date `yaml:"from" validate:"required"`
	Grounds `yaml:",inline"`
}

// On is the procedure as it is known for a day.
func (p *SetProcedure) On(day Date) *SetProcedure {
	if p.Revocation == nil || p.Revocation.Amended == nil {
		return p
	}
	out, revocation := *p, *p.Revocation
	if a := revocation.Amended; !day.Before(a.From.Time) {
		revocation.Grounds = a.Grounds
	}
	revocation.Amended = nil
	out.Revocation = &revocation
	return &out
}

// RevocationStandard says by which level's standard a title is checked, and
// which of its criteria weigh most.
type RevocationStandard struct {
	Title Level    `yaml:"title" json:"title" validate:"required"`
	By    Level    `yaml:"by" json:"by" validate:"required"`
	Key   []string `yaml:"key" json:"key" validate:"required"` // numbers of criteria
}

// RevocationClause holds when the share of failed criteria, in per cent, is at
// least From and under Below (0 for no upper bound).
type RevocationClause struct {
	From  decimal.Decimal `yaml:"from"`
	Below decimal.Decimal `yaml:"below"`
	Key   bool            `yaml:"key"` // and a key criterion is among them
	Text  string          `yaml:"text" validate:"required"`
}
