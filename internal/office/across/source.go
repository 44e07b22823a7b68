package across

import (
	"context"
	"fmt"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Source is where the communes are that a question is about.
type Source interface {
	// each hands them to handle, on every processor; what it gives back is done in their order.
	// begin learns how many there are, as far as that is known, and gives what is called after
	// each.
	each(ctx context.Context, begin Begin, handle func(one) (then func())) error
}

// Begin learns of how many things there are, and gives what is called after each.
type Begin func(int) (step func())

// one is a commune with its assessment, or with neither that nor an error what is to be said
// of a wide sheet as a whole.
type one struct {
	name string // the commune with its year, or the file that is not read
	*assess.Assessment
	notes problem.List
	err   error
}

// Stored are dossiers of a store, as they were assessed.
type Stored struct {
	Store    *store.Store
	Dossiers []*docket.Dossier
}

func (s Stored) each(ctx context.Context, begin Begin, handle func(one) func()) error {
	step, replay := begin(len(s.Dossiers)), office.NewReplay(s.Store)
	return office.InOrder(slices.Values(s.Dossiers), func(d *docket.Dossier, emit func(func()) bool) {
		a, notes, err := replay.Outcomes(ctx, d)
		emit(handle(one{office.TitleOf(d), a, notes, err}))
	}, func(then func()) error {
		if ctx.Err() != nil {
			return office.ErrStopped
		}
		step()
		then()
		return nil
	})
}

// Files are reports and wide sheets, judged by the law at hand.
type Files struct {
	*office.Bulk
	Paths   []string
	Version string // of the program
}

func (f Files) each(ctx context.Context, begin Begin, handle func(one) func()) error {
	step := begin(len(f.Paths))
	return office.Each(ctx, f.Bulk, f.Paths, func(i office.Item) func() {
		judged := f.Judge(i, f.Version)
		o := one{i.Name(), judged.Assessment, i.Said(), judged.Err}
		if o.Assessment != nil {
			o.name = fmt.Sprintf("%s, năm %d", o.Commune.Title(), o.Year)
		}
		return handle(o)
	}, func(then func()) error {
		step()
		then()
		return nil
	})
}
