package cli

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// staleAmong tells how many of dossiers are judged by old requirements, and how they
// are renewed; nothing where none is.
func staleAmong(
	ctx context.Context, w World, st *store.Store, by *command.Packs, all []*docket.Dossier, choice string,
) (problem.List, int, error) {
	old := stales{w: w, st: st, by: by}
	for _, d := range all {
		if err := old.add(ctx, d); err != nil {
			return nil, 0, err
		}
	}
	if old.count == 0 {
		return nil, 0, nil
	}
	what := fmt.Sprintf("%d hồ sơ đánh giá theo bộ ngưỡng cũ hoặc phiên bản chương trình cũ", old.count)
	return problem.List{{Message: what, Hint: "đánh giá lại: ntm assess --all" + choice}}, old.count, nil
}

// stales counts dossiers that are judged by old requirements. The law is read when the first
// is met that is judged at all.
type stales struct {
	w     World
	st    *store.Store
	by    *command.Packs
	fresh *office.Freshness
	count int
}

func (s *stales) add(ctx context.Context, d *docket.Dossier) error {
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
		s.count++
	}
	return err
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
