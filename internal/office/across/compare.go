package across

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/outlook"
	"ntm/internal/problem"
)

// ComparisonSchema names the JSON document of Comparison.
const ComparisonSchema = "ntm.comparison.v1"

// Comparison is how communes would stand under another set of criteria than the one they were
// judged by, by the figures they reported.
type Comparison struct {
	Schema string         `json:"schema"`
	Under  string         `json:"under"` // the set's id
	Name   string         `json:"name"`
	Level  criteria.Level `json:"level"`
	Year   int            `json:"requirements_of"` // of which year what the set asks is
	Lack   criteria.Lack  `json:"lack"`            // what of the set nobody has entered
	// Turns count communes by their verdict at that level then, "" where they had none, and under
	// the set.
	Turns       []Count       `json:"turns"`
	Communes    []Compared    `json:"communes"`
	Missing     []FigureShort `json:"missing_figures"`    // the most communes first
	NoThreshold []Stop        `json:"missing_thresholds"` // Open counts the communes
	Aside
}

// Count is how many communes went from one verdict to another.
type Count struct {
	Was      assess.Verdict `json:"was"`
	After    assess.Verdict `json:"after"`
	Communes int            `json:"communes"`
}

// Compared is a commune under the other set: what it lacks there.
type Compared struct {
	Lack
	Was     assess.Verdict `json:"was"`             // at that level, "" where it had none
	Missing []string       `json:"missing_figures"` // names of those that nobody has reported

	figures []outlook.FigureOwed
	none    []outlook.ThresholdOwed
	of      criteria.Lack
}

// Unknown is how many indicators of the set are not known: of these it is not said that the
// commune meets them.
func (c *Compared) Unknown() int { return c.of.Missing() }

// FigureShort is a figure that communes would have to report.
type FigureShort struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Unit     criteria.Unit `json:"unit"`
	Communes int           `json:"communes"`
}

// Compare judges the communes by the set of that id too. It asks what the set asks in the year
// of the report or, where it does not hold then, in its year nearest to it.
func Compare(ctx context.Context, from Source, lib *criteria.Library, under, version string,
	begin Begin) (*Comparison, error) {
	std, known := lib.StandardByID(under)
	if !known {
		return nil, noSuchSet(lib, under)
	}
	out := &Comparison{Schema: ComparisonSchema, Under: std.ID, Name: std.Name, Level: std.Level, Turns: []Count{},
		Communes: []Compared{}, Missing: []FigureShort{}, NoThreshold: []Stop{}, Aside: Aside{Unread: []Unread{}}}
	law := &office.Bulk{Lib: lib}
	err := from.each(ctx, begin, func(o one) func() {
		var c *Compared
		var err error
		if o.Assessment != nil {
			c, err = compared(law, std, o.Assessment, version)
		}
		return func() {
			switch {
			case !out.take(o):
			case err != nil:
				out.Unread = append(out.Unread, Unread{o.name, problem.Of(err)[0].Message})
			default:
				out.Year = max(out.Year, askedIn(std, o.Year))
				out.add(c)
			}
		}
	})
	out.order()
	return out, err
}

// noSuchSet says which sets there are.
func noSuchSet(lib *criteria.Library, id string) error {
	return problem.WrongUse{Message: fmt.Sprintf("không có bộ tiêu chí %q", id), Hint: "các bộ: " +
		fmt.Sprint(list.Map(lib.Standards, func(s *criteria.Standard) string { return s.ID }))}
}

// askedIn is the year of a set that is nearest to a year.
func askedIn(std *criteria.Standard, year int) int {
	return min(max(year, std.Years.From), std.Years.To)
}

// compared judges a commune's report by a set. A trait that the report was not asked for is not
// known.
func compared(law *office.Bulk, std *criteria.Standard, a *assess.Assessment, version string) (*Compared, error) {
	r, year := a.Report, askedIn(std, a.Year)
	province := a.Commune.Province
	if year >= reformYear && !a.Commune.Declared {
		province = a.Commune.Home()
	}
	q := criteria.Query{Year: year, Region: criteria.Region(a.Commune.Region), Province: province, Traits: r.Traits,
		Unknown: slices.Clone(r.UnknownTraits())}
	if year == a.Year {
		q.On = r.On()
	}
	asked := law.Lib.TraitUses(a.Year, a.Commune.Province)
	for _, use := range law.Lib.TraitUses(year, province) {
		before := slices.ContainsFunc(asked, func(u criteria.TraitUse) bool { return u.Trait == use.Trait })
		if !before && !slices.Contains(q.Traits, use.Trait) {
			q.Unknown = list.Once(q.Unknown, use.Trait)
		}
	}
	set, err := law.Resolve(q)
	if err != nil {
		return nil, err
	}
	after := assess.Assess(assess.Input{Report: r, Set: set, Version: version, Commune: a.Commune})
	i := slices.IndexFunc(after.Levels, func(l assess.Level) bool { return l.Standard == std.ID })
	if i < 0 {
		return nil, problem.Problem{Message: fmt.Sprintf("bộ tiêu chí %s không áp dụng ở %s năm %d", std.ID, province,
			year)}
	}
	short := &outlook.ShortfallOf(after).Levels[i]
	out := &Compared{Lack: lackOf(after, &after.Levels[i], short).Lack, Missing: []string{}, figures: short.NoFigure,
		none: short.NoThreshold, of: short.Lack}
	out.Year = a.Year
	out.Missing = append(out.Missing, list.Map(short.NoFigure, func(f outlook.FigureOwed) string {
		return f.Figure.Name
	})...)
	for k := range a.Levels {
		if a.Levels[k].Level == std.Level {
			out.Was = a.Levels[k].Verdict
		}
	}
	return out, nil
}

// reformYear is from which year on a unit counts to its province of today.
const reformYear = 2025

func (c *Comparison) add(one *Compared) {
	c.Communes = append(c.Communes, *one)
	if c.Lack.Missing() < one.of.Missing() {
		c.Lack = one.of
	}
	turned := func(n Count) bool { return n.Was == one.Was && n.After == one.Verdict }
	list.Entry(&c.Turns, turned, Count{Was: one.Was, After: one.Verdict}).Communes++
	for _, f := range one.figures {
		short := FigureShort{ID: f.Figure.ID, Name: f.Figure.Name, Unit: f.Figure.Unit}
		list.Entry(&c.Missing, func(m FigureShort) bool { return m.ID == short.ID }, short).Communes++
	}
	for _, t := range one.none {
		stop := Stop{ID: t.ID, No: t.No, Name: t.Name}
		list.Entry(&c.NoThreshold, stop.same, stop).Open++
	}
}

// order sets who would fall back first, then who would stand, then those of whom it is not known.
func (c *Comparison) order() {
	rank := func(before, after assess.Verdict) int {
		return slices.Index(verdicts, after)*len(wasFirst) + slices.Index(wasFirst, before)
	}
	slices.SortStableFunc(c.Turns, func(a, b Count) int {
		return rank(a.Was, a.After) - rank(b.Was, b.After)
	})
	slices.SortStableFunc(c.Communes, func(a, b Compared) int {
		return cmp.Or(rank(a.Was, a.Verdict)-rank(b.Was, b.Verdict), len(a.NotMet)-len(b.NotMet))
	})
	slices.SortStableFunc(c.Missing, func(a, b FigureShort) int { return b.Communes - a.Communes })
	slices.SortStableFunc(c.NoThreshold, func(a, b Stop) int { return b.Open - a.Open })
}

// Verdicts in the order in which a comparison tells of them, and those of before: who would lose
// what they have comes first.
var (
	verdicts = []assess.Verdict{assess.NotEligible, assess.Eligible, assess.Undecided}
	wasFirst = []assess.Verdict{assess.Eligible, assess.Undecided, assess.NotEligible, ""}
)
