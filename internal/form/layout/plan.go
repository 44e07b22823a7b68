package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// Plan is what a form asks of a commune: the figures that the levels up to one
// judge in a year, by criterion, each once.
type Plan struct {
	Year   int
	Date   criteria.Date       // of the assessment, none for the end of the year
	Up     criteria.Level      // the highest level asked: one that the year has
	Own    criteria.Level      // the level that was asked for, "" where none was and Up is the year's highest
	Titles []criteria.Level    // that a commune may hold by then
	Levels []criteria.Level    // asked, of those that the year has
	Lacks  []criteria.Lack     // what their standards lack of their decisions
	Uses   []criteria.TraitUse // the traits that the year asks about
	Place  *places.Unit        // nil when the form is for no commune in particular
	Traits []criteria.Trait    // nil: none is known
	Column string              // the column whose thresholds stand beside the figures, "" for none
	Groups []Group

	Division   *division.Division   // who answers for what
	Due        map[string]string    // by the id of a department, by when it is to answer
	Department *division.Department // whose part of the form it is, nil for the whole form
	unknown    []criteria.Trait     // that the commune may have
}

// Group is the figures of one criterion. The standards of the levels number and
// name their criteria alike, so a group holds those of all.
type Group struct {
	No, Name string
	Level    criteria.Level // the lowest whose criterion it is
	Told     criteria.Told  // of no criterion: told besides
	Figures  []Asked
}

// Asked is a figure a form asks for.
type Asked struct {
	*criteria.Figure
	How        string                             // it is computed, in the form's year
	Nos        []string                           // the indicators that judge it: "NTM 10", "nâng cao 10"
	Thresholds map[criteria.Level]string          // what each level asks of it
	Statuses   map[criteria.Level]criteria.Status // how sure those are
	Idle       bool                               // no indicator that judges it applies to the commune
	IdleIf     []criteria.Trait                   // any of these makes it so
	From       criteria.Level                     // the lowest level that judges it; "" for none
	Optional   bool                               // nobody must report it
	Parts      int                                // how many figures below are its parts
	Between    int                                // how many stand between it and those
}

// Printed is what the form says of what a level asks.
func (a *Asked) Printed(l criteria.Level) string {
	says := a.Thresholds[l]
	switch {
	case says == unset:
		says = "tỉnh quy định (chưa có mức)"
	case a.Unit != criteria.Percent:
		says = strings.TrimSuffix(says, " "+string(a.Unit))
	}
	return strings.ReplaceAll(says, "m2", "m²")
}

// unset is what a requirement says that is left to the province.
var unset = (&criteria.Requirement{Op: criteria.ProvinceSets}).String()

// NewPlan plans the form of a year for the levels up to one, as far as the year has
// them, for a commune of some traits, of which it may be unknown whether it has others.
// The error is a problem.Problem: no standard holds for the year.
func NewPlan(lib *criteria.Library, year int, up criteria.Level, place *places.Unit,
	traits []criteria.Trait, unknown ...criteria.Trait) (*Plan, error) {
	p := &Plan{Year: year, Up: up, Place: place, Traits: traits, Division: lib.Division, unknown: unknown}
	province := ""
	if place != nil {
		province = place.Province
	}
	p.Uses, p.Titles = lib.TraitUses(year, province), lib.OfferedBy(year)
	for _, l := range lib.Offered(year, province) {
		if slices.Index(criteria.Levels, l) <= slices.Index(criteria.Levels, up) {
			p.Levels, p.Up = append(p.Levels, l), l
		}
	}
	q := criteria.Query{Year: year, Traits: traits, Unknown: unknown, Region: criteria.NorthCentral}
	if traits == nil {
		q.Unknown = criteria.Traits
	}
	if place != nil {
		q.Region, q.Province = criteria.Region(place.Region), place.Province
	}
	set, err := lib.Resolve(q)
	if err != nil {
		return nil, err
	}
	for i := range set.Levels {
		if l := &set.Levels[i]; p.Asks(l.Standard.Level) {
			p.level(l)
			if l.Lack.Missing() > 0 {
				p.Lacks = append(p.Lacks, l.Lack)
			}
		}
	}
	for i := range set.LeftOut {
		p.leftOut(&set.LeftOut[i])
	}
	p.told(lib)
	return p, nil
}

// everyLevel is the hidden word of a form that was made for no level in particular.
const everyLevel = "all"

// OwnWord is the hidden word for the level that the form was made for.
func (p *Plan) OwnWord() string { return string(cmp.Or(p.Own, everyLevel)) }

// OwnLevel is the level that a form was made for by its hidden words; "" for every
// level. Forms of earlier versions name the highest level they ask about and no more: where the
// year has none above it, nobody may have chosen it.
func OwnLevel(lib *criteria.Library, r *commune.Report, up, own string) criteria.Level {
	if own == everyLevel {
		return ""
	}
	level := criteria.Level(own)
	if own == "" {
		level = criteria.Level(up)
		at, _ := r.Place() // whoever is nowhere has no level of a province's own
		if offered := lib.Offered(r.Year, at.Province); len(offered) > 0 && offered[len(offered)-1] == level {
			return ""
		}
	}
	if !slices.Contains(criteria.Levels, level) {
		return ""
	}
	return level
}

// Asks tells whether the form is for a level: one that the year has, up to its highest.
func (p *Plan) Asks(l criteria.Level) bool { return slices.Contains(p.Levels, l) }

// Lacking says what the standards lack, and how their decisions are read in; "" for
// nothing.
func (p *Plan) Lacking() string {
	return vi.List(" ", p.Lacks, func(l criteria.Lack) string {
		return vi.Capital(l.String()) + ": " + l.Remedy() + ", rồi tạo lại biểu mẫu."
	})
}

func (p *Plan) level(l *criteria.SetLevel) {
	if p.Place != nil && p.Column == "" { // the nation's, before a level of the province's own
		p.Column = l.ColumnTitle
		if l.Column == "" {
			p.Column = "của nhóm xã (" + l.ColumnTitle + ")"
		}
	}
	for _, c := range l.Criteria {
		for i := range c.Indicators {
			ind := &c.Indicators[i]
			ind.Requirement.Leaves(func(req *criteria.Requirement) {
				if req.Figure != nil && division.SheetOf(req.Figure.ID) == "" {
					p.add(c, l, ind, req)
				}
			})
		}
	}
}

func (p *Plan) add(c criteria.SetCriterion, l *criteria.SetLevel, ind *criteria.SetIndicator,
	req *criteria.Requirement) {
	level := l.Standard.Level
	asked := p.Find(req.Figure.ID)
	if asked == nil {
		g := p.group(c, level)
		g.Figures = append(g.Figures, Asked{Figure: req.Figure, How: req.Figure.HowIn(p.Year), From: level,
			Thresholds: map[criteria.Level]string{}, Statuses: map[criteria.Level]criteria.Status{}, Idle: true})
		asked = &g.Figures[len(g.Figures)-1]
	}
	asked.Idle = asked.Idle && (ind.NotApplicable != "" || req.Op == criteria.NotAsked)
	if name := fmt.Sprintf("%s %s", level.Brief(), ind.No); !slices.Contains(asked.Nos, name) {
		asked.Nos = append(asked.Nos, name)
	}
	text := req.String()
	if l.Column == "" && len(ind.Requirement.Others) > 0 { // no group is more likely than another
		text = "tùy nhóm xã"
	}
	if p.Place != nil && asked.Thresholds[level] == "" && !req.Case {
		asked.Thresholds[level], asked.Statuses[level] = text, req.Basis.Status
	}
}

// leftOut asks, under a rate, for the count that may be left out of it.
func (p *Plan) leftOut(l *criteria.LeftOut) {
	for i := range p.Groups {
		g := &p.Groups[i]
		k := slices.IndexFunc(g.Figures, func(a Asked) bool { return a.ID == l.Rate.ID })
		if k >= 0 {
			count := Asked{Figure: l.Count, How: l.Count.HowIn(p.Year), Nos: g.Figures[k].Nos,
				Idle: g.Figures[k].Idle, Optional: true}
			g.Figures = slices.Insert(g.Figures, k+1, count)
		}
	}
}

// Ordered are the groups in the order in which the form asks for them: the size of the commune
// before the criteria, and what is told besides behind them.
func (p *Plan) Ordered() []Group {
	rank := map[criteria.Told]int{criteria.TellsScale: -1, criteria.TellsResult: 1}
	return slices.SortedStableFunc(slices.Values(p.Groups),
		func(a, b Group) int { return cmp.Or(rank[a.Told]-rank[b.Told], vi.Compare(a.No, b.No)) })
}

// Required is how many figures the form asks for that a report must have.
func (p *Plan) Required() int {
	n := 0
	for i := range p.Groups {
		n += len(p.Groups[i].Figures) - p.Groups[i].Optional()
	}
	return n
}

// Optional is how many figures of the group nobody must report.
func (g *Group) Optional() int {
	return list.Count(g.Figures, func(a Asked) bool { return a.Optional })
}

// Find is the figure as it is asked already, or nil.
func (p *Plan) Find(id string) *Asked {
	for g := range p.Groups {
		for f := range p.Groups[g].Figures {
			if p.Groups[g].Figures[f].ID == id {
				return &p.Groups[g].Figures[f]
			}
		}
	}
	return nil
}

// group is the group of a criterion, made when there is none of its name.
func (p *Plan) group(c criteria.SetCriterion, l criteria.Level) *Group {
	for i := range p.Groups {
		if vi.Fold(p.Groups[i].Name) == vi.Fold(c.Name) {
			return &p.Groups[i]
		}
	}
	p.Groups = append(p.Groups, Group{No: c.No, Name: c.Name, Level: l})
	return &p.Groups[len(p.Groups)-1]
}
