package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/store"
)

// Renewed is what became of the dossiers that were judged by old requirements, or by
// an older program. Each is named with its year.
type Renewed struct {
	Stale   int      `json:"stale"`
	Renewed int      `json:"renewed"`
	Changed []string `json:"changed"` // whose verdicts are others now
	Past    []string `json:"past"`    // that may no longer be judged where they stand
	Failed  []string `json:"failed"`
}

// Add adds what became of others.
func (r *Renewed) Add(of *Renewed) {
	r.Stale, r.Renewed = r.Stale+of.Stale, r.Renewed+of.Renewed
	r.Changed, r.Past, r.Failed = append(r.Changed, of.Changed...), append(r.Past, of.Past...),
		append(r.Failed, of.Failed...)
}

// renewal is what became of one of them.
type renewal struct {
	d      *docket.Dossier
	now    assess.Brief
	change store.Change
	err    error
}

// JudgeAgain renews the assessments among dossiers that are no longer what would be
// found, on every processor, and puts them on the disk some at a time. begin learns how
// many are judged, and gives what is called after each.
func JudgeAgain(ctx context.Context, f *Freshness, by string, of []*docket.Dossier,
	begin func(int) (step func())) (*Renewed, error) {
	old, err := f.Of(ctx, of)
	if err != nil {
		return nil, err
	}
	out := &Renewed{Stale: len(old), Changed: []string{}, Past: []string{}, Failed: []string{}}
	var may []*docket.Dossier
	for _, d := range old {
		if d.Stage.Takes(docket.Assessed) && d.Report() != nil {
			may = append(may, d)
		} else {
			out.Past = append(out.Past, fmt.Sprintf("%s (%s)", TitleOf(d), d.Stage.Word()))
		}
	}
	var k Keeper
	step := begin(len(may))
	var waiting []renewal
	flush := func() error {
		err := out.put(ctx, f.st, waiting)
		waiting = waiting[:0]
		return err
	}
	err = InOrder(slices.Values(may), func(d *docket.Dossier, emit func(renewal) bool) {
		emit(f.renewed(ctx, &k, by, d))
	}, func(r renewal) error {
		if ctx.Err() != nil {
			return ErrStopped
		}
		step()
		if waiting = append(waiting, r); len(waiting) >= together {
			return flush()
		}
		return nil
	})
	return out, errors.Join(err, flush())
}

// renewed judges one dossier again.
func (f *Freshness) renewed(ctx context.Context, k *Keeper, by string, d *docket.Dossier) (out renewal) {
	out.d = d
	a, err := judgeKept(ctx, f.st, f.bulk.Lib, f.bulk, d.Province, d.Report().Digest, f.version)
	if err != nil {
		out.err = err
		return out
	}
	event, documents, err := k.Assessed(a, d.Assessment.Files, by)
	event.Province, event.Commune = d.Province, d.Commune
	out.now, out.err = a.Brief(), err
	out.change = store.Change{Province: d.Province, Documents: documents, Events: []docket.Event{event}}
	return out
}

// put writes what was judged, and counts it.
func (out *Renewed) put(ctx context.Context, st *store.Store, all []renewal) error {
	var changes []store.Change
	var of []*renewal
	for i := range all {
		r := &all[i]
		if r.err != nil {
			out.Failed = append(out.Failed, fmt.Sprintf("%s: %v", TitleOf(r.d), r.err))
			continue
		}
		changes, of = append(changes, r.change), append(of, r)
	}
	if len(changes) == 0 {
		return nil
	}
	refused, err := st.Append(ctx, changes...)
	if err != nil {
		return err
	}
	for i, r := range of {
		name := TitleOf(r.d)
		if refused[i] != nil {
			out.Past = append(out.Past, name+": "+refused[i].Error())
			continue
		}
		out.Renewed++
		if diff := verdictsChanged(r.d.Assessment.Brief, r.now); diff != "" {
			out.Changed = append(out.Changed, name+": "+diff)
		}
	}
	return nil
}

// verdictsChanged says which levels' verdicts are others now, "" for none.
func verdictsChanged(was, now assess.Brief) string {
	var out []string
	for i := range now.Levels {
		n := &now.Levels[i]
		if w := was.On(n.Level); w == nil || w.Verdict != n.Verdict {
			before := "chưa đánh giá"
			if w != nil {
				before = strings.ToLower(w.Verdict.Word())
			}
			out = append(out, fmt.Sprintf("xã %s: %s → %s", n.Level.Title(), before, strings.ToLower(n.Verdict.Word())))
		}
	}
	return strings.Join(out, "; ")
}
