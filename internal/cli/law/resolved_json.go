package law

import (
	"ntm/criteria"
	"ntm/internal/places"
)

// ResolvedSet is the document of `criteria resolve --json`, ntm.resolved.v1.
type ResolvedSet struct {
	Schema  string          `json:"schema"`
	Commune places.Unit     `json:"commune"`
	Year    int             `json:"year"`
	Date    string          `json:"date"`
	Digest  string          `json:"digest"`
	Levels  []resolvedLevel `json:"levels"`
	LeftOut []leftOutJSON   `json:"left_out,omitempty"` // what an office leaves out of rates
}

type resolvedLevel struct {
	Level        criteria.Level        `json:"level"`
	Standard     string                `json:"standard"`
	Years        resolvedYears         `json:"years"` // of recognition, that the standard holds for
	Column       criteria.Region       `json:"column"`
	Columns      []criteria.Column     `json:"columns,omitempty"` // that may hold while traits are unknown
	Prerequisite *resolvedPrerequisite `json:"prerequisite"`      // nil where no level must be held first
	Indicators   []ResolvedAsk         `json:"indicators"`
	Conditions   []ResolvedAsk         `json:"conditions"`
}

type resolvedYears struct {
	From int `json:"from"`
	To   int `json:"to"`
}

type resolvedPrerequisite struct {
	Level     criteria.Level `json:"level"`
	Text      string         `json:"text"`
	AnyPeriod bool           `json:"any_period,omitempty"` // a title of any period is enough
	Basis     criteria.Basis `json:"basis"`
}

// ResolvedAsk is a requirement with its name, or a part of one without.
type ResolvedAsk struct {
	No            string         `json:"no,omitempty"`
	Criterion     string         `json:"criterion,omitempty"`
	Name          string         `json:"name,omitempty"`
	NotApplicable criteria.Trait `json:"not_applicable,omitempty"`
	Op            criteria.Op    `json:"op"`
	Figure        string         `json:"figure,omitempty"`
	Value         *string        `json:"value"`
	Unit          criteria.Unit  `json:"unit,omitempty"`
	Text          string         `json:"text"`
	Need          int            `json:"need,omitempty"`
	IfGiven       bool           `json:"if_given,omitempty"` // judged only where the figure is reported
	Parts         []ResolvedAsk  `json:"parts,omitempty"`
	Basis         criteria.Basis `json:"basis"`
	Replaces      *ResolvedAsk   `json:"replaces"`
	Columns       []ResolvedAsk  `json:"columns,omitempty"` // what else may be asked, as long as traits are unknown
}

// ResolvedDocument is the document of what is asked of a commune.
func ResolvedDocument(p places.Unit, set *criteria.Set) ResolvedSet {
	out := ResolvedSet{Schema: "ntm.resolved.v1", Year: set.Query.Year, Date: set.Query.On.String(), Digest: set.Digest,
		Commune: p, Levels: []resolvedLevel{}, LeftOut: leftOutOf(set.Rules())}
	for i := range set.Levels {
		l := &set.Levels[i]
		level := resolvedLevel{Level: l.Standard.Level, Standard: l.Standard.ID,
			Years: resolvedYears(l.Standard.Years), Column: l.Column, Columns: l.Columns,
			Indicators: []ResolvedAsk{}, Conditions: []ResolvedAsk{}}
		if l.Prerequisite.Level != "" {
			p := resolvedPrerequisite(l.Prerequisite)
			level.Prerequisite = &p
		}
		for _, c := range l.Criteria {
			for k := range c.Indicators {
				ind := &c.Indicators[k]
				ask := resolvedRequirement(&ind.Requirement)
				ask.No, ask.Criterion, ask.Name, ask.NotApplicable = ind.No, c.No, ind.Name, ind.NotApplicable
				level.Indicators = append(level.Indicators, ask)
			}
		}
		for k := range l.Conditions {
			ask := resolvedRequirement(&l.Conditions[k].Requirement)
			ask.No, ask.Name = l.Conditions[k].ID, l.Conditions[k].Name
			level.Conditions = append(level.Conditions, ask)
		}
		out.Levels = append(out.Levels, level)
	}
	return out
}

func resolvedRequirement(r *criteria.Requirement) ResolvedAsk {
	out := ResolvedAsk{Op: r.Op, Text: r.String(), Need: r.Need, IfGiven: r.IfGiven, Basis: r.Basis}
	if r.Figure != nil {
		out.Figure, out.Unit = r.Figure.ID, r.Figure.Unit
	}
	if r.Known && r.Op.Sign() != "" {
		value := r.Value.StringFixed(max(0, -r.Value.Exponent()))
		out.Value = &value
	}
	for i := range r.Parts {
		out.Parts = append(out.Parts, resolvedRequirement(&r.Parts[i]))
	}
	if r.Replaces != nil {
		replaced := resolvedRequirement(r.Replaces)
		out.Replaces = &replaced
	}
	for i := range r.Others {
		out.Columns = append(out.Columns, resolvedRequirement(&r.Others[i]))
	}
	return out
}
