package cli

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/problem"
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

// staleAmong tells how many of dossiers are judged by old requirements, and how they
// are renewed; nothing where none is.
func staleAmong(
	ctx context.Context,
	w World,
	st *store.Store,
	by *packs,
	all []*docket.Dossier,
	choice string,
) (problem.List, int, error) {
	judged := false
	for _, d := range all {
		judged = judged || d.Assessment != nil
	}
	if !judged {
		return nil, 0, nil
	}
	lib, err := by.load(w)
	if err != nil {
		return nil, 0, err
	}
	old, err := NewFreshness(st, lib, w.Version).Of(ctx, all)
	if err != nil || len(old) == 0 {
		return nil, 0, err
	}
	what := fmt.Sprintf("%d hồ sơ đánh giá theo bộ ngưỡng cũ hoặc phiên bản chương trình cũ", len(old))
	return problem.List{{Message: what, Hint: "đánh giá lại: ntm assess --all" + choice}}, len(old), nil
}

// chosenBy says a province and a year as the command line does.
func chosenBy(province string, year int) string {
	out := ""
	if province != "" {
		out += fmt.Sprintf(" --province %q", province)
	}
	if year != 0 {
		out += fmt.Sprintf(" --year %d", year)
	}
	return out
}

// oddities says what is odd at the end of a view.
func (s *screen) oddities(all problem.List) {
	for _, p := range all {
		s.item(0, s.unknown("Lưu ý:"), noteText(p))
	}
}

// staleBefore tells it of the dossiers that are before councils.
func staleBefore(ctx context.Context, w World, st *store.Store, councils []*docket.Council) (problem.List, error) {
	var all []*docket.Dossier
	for _, c := range councils {
		found, err := st.Dossiers(ctx, store.Filter{Province: c.Province, Year: c.Year, Council: c.ID})
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	old, _, err := staleAmong(ctx, w, st, new(packs), all, "")
	return old, err
}
