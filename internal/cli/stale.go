package cli

import (
	"context"
	"fmt"
	"slices"

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
	if !slices.ContainsFunc(all, func(d *docket.Dossier) bool { return d.Assessment != nil }) {
		return nil, 0, nil
	}
	lib, err := by.Load(w)
	if err != nil {
		return nil, 0, err
	}
	old, err := office.NewFreshness(st, lib, w.Version).Of(ctx, all)
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
