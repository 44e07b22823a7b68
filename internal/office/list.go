package office

import (
	"context"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Choice chooses among the dossiers of a store; what is "" or 0 chooses all.
type Choice struct {
	Province, District string
	Year               int
	Stage              docket.Stage
	Council            string         // that the dossier is before
	Level              criteria.Level // at which Verdict and Short are meant
	Verdict            assess.Verdict
	Short              int // that at most so many indicators and conditions are not met or not known, and one is
}

// List is the dossiers that were chosen, in the order of their names, and the province.
func List(ctx context.Context, st *store.Store, c Choice) ([]*docket.Dossier, places.Province, error) {
	p, err := StoredProvince(ctx, st, c.Province)
	if err != nil {
		return nil, p, err
	}
	found, err := st.Dossiers(ctx, c.filter(p))
	return slices.DeleteFunc(found, func(d *docket.Dossier) bool { return !c.wants(d) }), p, err
}

// wants tells what the store does not filter by.
func (c *Choice) wants(d *docket.Dossier) bool {
	return c.inDistrict(d.Place.District) && (!c.AsksLevels() || c.TakesLevels(LevelStates(d)))
}

// AsksLevels tells whether a choice asks how a dossier's levels stand.
func (c *Choice) AsksLevels() bool { return c.Verdict != "" || c.Level != "" || c.Short > 0 }

// LevelState is how a level of a dossier stands, as far as choices ask.
type LevelState struct {
	Level   criteria.Level
	Verdict assess.Verdict
	Short   int // indicators and conditions that are not met or not known
}

// LevelStates are those of a dossier's kept assessment, none for one that was not assessed.
func LevelStates(d *docket.Dossier) []LevelState {
	if d.Assessment == nil {
		return nil
	}
	var out []LevelState
	for i := range d.Assessment.Brief.Levels {
		l := &d.Assessment.Brief.Levels[i]
		short := len(l.Indicators) + len(l.Conditions)
		for _, o := range []assess.Outcome{assess.Met, assess.NotApplicable} {
			short -= l.Indicators.With(o) + l.Conditions.With(o)
		}
		out = append(out, LevelState{l.Level, l.Verdict, short})
	}
	return out
}

// TakesLevels tells whether one of a dossier's levels is as the choice asks.
func (c *Choice) TakesLevels(of []LevelState) bool {
	return slices.ContainsFunc(of, func(l LevelState) bool {
		return (c.Level == "" || l.Level == c.Level) && (c.Verdict == "" || l.Verdict == c.Verdict) &&
			(c.Short == 0 || l.Short > 0 && l.Short <= c.Short)
	})
}

// TakesRow tells whether a row is as the choice asks, but for levels; p is the province that was
// meant.
func (c *Choice) TakesRow(r *store.Row, p places.Province) bool {
	f := c.filter(p)
	return (f.Province == "" || r.Province == f.Province) && (c.Year == 0 || r.Year == c.Year) &&
		(c.Stage == "" || r.Stage == c.Stage) && (c.Council == "" || r.Council == c.Council) && r.Counts(&f) &&
		c.inDistrict(r.District)
}

// filter is what the store filters by.
func (c *Choice) filter(p places.Province) store.Filter {
	f := Within(p)
	f.Year, f.Stage, f.Council = c.Year, c.Stage, c.Council
	return f
}

// inDistrict tells whether a district is the one that was asked for, if one was.
func (c *Choice) inDistrict(name string) bool {
	return c.District == "" || vi.Fold(bareDistrict(name)) == vi.Fold(bareDistrict(c.District))
}

// bareDistrict is a district without "huyện" and the like before it.
func bareDistrict(name string) string {
	for _, kind := range []string{"huyện ", "thị xã ", "thành phố ", "quận "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(vi.NFC(name)), kind); ok {
			return rest
		}
	}
	return name
}
