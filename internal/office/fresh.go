package office

import (
	"context"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/store"
)

// Freshness tells dossiers whose kept assessment is not what would be found now: the
// requirements at hand are others, or the program is. What many dossiers were judged by
// is looked at once.
type Freshness struct {
	st      *store.Store
	bulk    *Bulk
	version string
	sets    map[[2]string]string // by province and kept requirements: the digest of today's
}

// NewFreshness compares with the requirements of a library and a version of the program.
func NewFreshness(st *store.Store, lib *criteria.Library, version string) *Freshness {
	return &Freshness{st: st, bulk: &Bulk{Lib: lib}, version: version, sets: map[[2]string]string{}}
}

// Stale tells of one dossier; one that was never assessed is not.
func (f *Freshness) Stale(ctx context.Context, d *docket.Dossier) (bool, error) {
	a := d.Assessment
	if a == nil {
		return false, nil
	}
	if a.Engine != f.version {
		return true, nil
	}
	key := [2]string{d.Province, a.Set}
	now, known := f.sets[key]
	if !known {
		now = a.Digest // where it cannot be told: what is damaged is for the doctor
		data, err := f.st.Document(ctx, d.Province, a.Set)
		if ctx.Err() != nil {
			return false, err
		}
		if query, wrong := criteria.SnapshotQuery(data); err == nil && wrong == nil {
			if set, err := f.bulk.Resolve(query); err == nil {
				now = set.Digest
			}
		}
		f.sets[key] = now
	}
	return now != a.Digest, nil
}

// Of are the stale ones among dossiers.
func (f *Freshness) Of(ctx context.Context, all []*docket.Dossier) ([]*docket.Dossier, error) {
	var out []*docket.Dossier
	for _, d := range all {
		old, err := f.Stale(ctx, d)
		if err != nil {
			return nil, err
		}
		if old {
			out = append(out, d)
		}
	}
	return out, nil
}
