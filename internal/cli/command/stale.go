package command

import (
	"context"
	"fmt"

	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// StaleAmong tells how many of dossiers are judged by old requirements, and how they
// are renewed; nothing where none is.
func StaleAmong(
	ctx context.Context, w World, st *store.Store, by *Packs, all []*docket.Dossier, choice string,
) (problem.List, int, error) {
	old := NewStales(w, st, by)
	for _, d := range all {
		if err := old.Add(ctx, d); err != nil {
			return nil, 0, err
		}
	}
	if old.Count == 0 {
		return nil, 0, nil
	}
	what := fmt.Sprintf("%d hồ sơ đánh giá theo bộ ngưỡng cũ hoặc phiên bản chương trình cũ", old.Count)
	return problem.List{{Message: what, Hint: "đánh giá lại: ntm assess --all" + choice}}, old.Count, nil
}

// Stales counts dossiers that are judged by old requirements. The law is read when the first
// is met that is judged at all.
type Stales struct {
	w     World
	st    *store.Store
	by    *Packs
	fresh *office.Freshness
	Count int
}

// NewStales counts none yet.
func NewStales(w World, st *store.Store, by *Packs) *Stales { return &Stales{w: w, st: st, by: by} }

// Add counts a dossier that is judged by old requirements.
func (s *Stales) Add(ctx context.Context, d *docket.Dossier) error {
	if d.Assessment == nil {
		return nil
	}
	if s.fresh == nil {
		lib, err := s.by.Load(s.w)
		if err != nil {
			return err
		}
		s.fresh = office.NewFreshness(s.st, lib, s.w.Version)
	}
	old, err := s.fresh.Stale(ctx, d)
	if old {
		s.Count++
	}
	return err
}

// ChosenBy says a province and a year as the command line does.
func ChosenBy(province string, year int) string {
	out := ""
	if province != "" {
		out += fmt.Sprintf(" --province %q", province)
	}
	if year != 0 {
		out += fmt.Sprintf(" --year %d", year)
	}
	return out
}
