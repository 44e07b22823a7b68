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
	Level              criteria.Level // with Verdict: at which
	Verdict            assess.Verdict
}

// List is the dossiers that were chosen, in the order of their names, and the province.
func List(ctx context.Context, st *store.Store, c Choice) ([]*docket.Dossier, places.Province, error) {
	p, err := StoredProvince(ctx, st, c.Province)
	if err != nil {
		return nil, p, err
	}
	f := Within(p)
	f.Year, f.Stage, f.Council = c.Year, c.Stage, c.Council
	found, err := st.Dossiers(ctx, f)
	return slices.DeleteFunc(found, func(d *docket.Dossier) bool { return !c.wants(d) }), p, err
}

// wants tells what the store does not filter by.
func (c *Choice) wants(d *docket.Dossier) bool {
	if !c.inDistrict(d.Place.District) {
		return false
	}
	if c.Verdict == "" && c.Level == "" {
		return true
	}
	if d.Assessment == nil {
		return false
	}
	return slices.ContainsFunc(d.Assessment.Brief.Levels, func(l assess.BriefLevel) bool {
		return (c.Level == "" || l.Level == c.Level) && (c.Verdict == "" || l.Verdict == c.Verdict)
	})
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
