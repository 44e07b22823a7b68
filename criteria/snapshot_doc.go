package criteria

// The document of a Snapshot. Figures and grounds, which many requirements
// share, stand once.

type snapshot struct {
	Schema string `json:"schema"`
	Digest string `json:"digest"`
	Query
	Overlays   []SetOverlay  `json:"overlays,omitempty"`
	NationOnly string        `json:"nation_only,omitempty"`
	Levels     []levelDoc    `json:"levels"`
	Procedure  *procedureDoc `json:"procedure,omitempty"`
	LeftOut    []leftOutDoc  `json:"left_out,omitempty"`
	Related    []string      `json:"related,omitempty"` // ids of figures that nothing is judged by
	Figures    []figureDoc   `json:"figures"`
	Bases      []Basis       `json:"bases"`
}

type leftOutDoc struct {
	Count string   `json:"count"` // the figure's id; it names the rate itself
	From  LeftFrom `json:"from,omitempty"`
	Basis *int     `json:"basis,omitempty"` // of the rule, with From
}

// levelDoc is a SetLevel whose requirements name their figures and grounds.
type levelDoc struct {
	SetLevel
	Prerequisite *prerequisiteDoc `json:"prerequisite,omitempty"`
	Criteria     []criterionDoc   `json:"criteria"`
	Conditions   []conditionDoc   `json:"conditions,omitempty"`
	Lack         *Lack            `json:"lack,omitempty"` // of the level's own decision
}

type prerequisiteDoc struct {
	SetPrerequisite
	Basis int `json:"basis"`
}

type criterionDoc struct {
	No         string         `json:"no"`
	Name       string         `json:"name"`
	Indicators []indicatorDoc `json:"indicators,omitempty"`
}

type indicatorDoc struct {
	No            string         `json:"no"`
	Name          string         `json:"name"`
	NotApplicable Trait          `json:"not_applicable,omitempty"`
	Requirement   requirementDoc `json:"requirement"`
}

type conditionDoc struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Requirement requirementDoc `json:"requirement"`
}

type requirementDoc struct {
	Op       Op               `json:"op"`
	Figure   string           `json:"figure,omitempty"`
	Value    *digits          `json:"value,omitempty"`
	Known    bool             `json:"known"`
	Text     string           `json:"text,omitempty"`
	Case     bool             `json:"case,omitempty"`
	IfGiven  bool             `json:"if_given,omitempty"`
	Need     int              `json:"need,omitempty"`
	Parts    []requirementDoc `json:"parts,omitempty"`
	Replaces *requirementDoc  `json:"replaces,omitempty"`
	Others   []requirementDoc `json:"others,omitempty"`
	Basis    int              `json:"basis"`
}

// figureDoc is a Figure whose range keeps the digits it was given.
type figureDoc struct {
	Figure
	Plausible *rangeDoc `json:"plausible,omitempty"`
}

type rangeDoc struct {
	From digits `json:"from"`
	To   digits `json:"to"`
}

func figureOf(f *Figure) figureDoc {
	out := figureDoc{Figure: *f}
	if p := f.Plausible; p != nil {
		out.Plausible = &rangeDoc{digits{p.From}, digits{p.To}}
	}
	return out
}

func (f *figureDoc) figure() *Figure {
	if p := f.Plausible; p != nil {
		f.Figure.Plausible = &Range{p.From.Decimal, p.To.Decimal}
	}
	return &f.Figure
}

type procedureDoc struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Years
	Document
	AmendedBy  string         `json:"amended_by,omitempty"`
	AmendedOn  Date           `json:"amended_on,omitzero"`
	Quorum     shareDoc       `json:"quorum"`
	Proposal   shareDoc       `json:"proposal"`
	Meeting    shareDoc       `json:"meeting"`
	Revocation *revocationDoc `json:"revocation,omitempty"`
}

type shareDoc struct {
	Value digits `json:"value"`
	Grounds
}

type revocationDoc struct {
	Against []RevocationStandard `json:"against"`
	Clauses []clauseDoc          `json:"clauses"`
	Grounds
}

type clauseDoc struct {
	From  digits `json:"from"`
	Below digits `json:"below"`
	Key   bool   `json:"key,omitempty"`
	Text  string `json:"text"`
}

func shareOf(s Share) shareDoc { return shareDoc{digits{s.Value}, s.Grounds} }

func (s shareDoc) share() Share { return Share{s.Value.Decimal, s.Grounds} }

func procedureOf(p *SetProcedure) *procedureDoc {
	out := &procedureDoc{ID: p.ID, Name: p.Name, Years: p.Years, Document: p.Decision, AmendedBy: p.AmendedBy,
		AmendedOn: p.AmendedOn, Quorum: shareOf(p.Council.Quorum), Proposal: shareOf(p.Council.Proposal),
		Meeting: shareOf(p.Council.Meeting)}
	if r := p.Revocation; r != nil {
		clauses := each(r.Clauses, func(c *RevocationClause) clauseDoc {
			return clauseDoc{digits{c.From}, digits{c.Below}, c.Key, c.Text}
		})
		out.Revocation = &revocationDoc{r.Against, clauses, r.Grounds}
	}
	return out
}

func (p *procedureDoc) procedure() *SetProcedure {
	out := &SetProcedure{ID: p.ID, Name: p.Name, Years: p.Years, Decision: p.Document,
		AmendedBy: p.AmendedBy, AmendedOn: p.AmendedOn,
		Council: Council{p.Quorum.share(), p.Proposal.share(), p.Meeting.share()}}
	if r := p.Revocation; r != nil {
		clauses := each(r.Clauses, func(c *clauseDoc) RevocationClause {
			return RevocationClause{c.From.Decimal, c.Below.Decimal, c.Key, c.Text}
		})
		out.Revocation = &Revocation{Against: r.Against, Clauses: clauses, Grounds: r.Grounds}
	}
	return out
}
