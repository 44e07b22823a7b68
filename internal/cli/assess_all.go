package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/store"
)

// renewal is what became of one dossier that was judged by old requirements.
type renewal struct {
	d      *docket.Dossier
	now    assess.Brief
	change store.Change
	err    error
}

// renewedJSON is what became of all.
type renewedJSON struct {
	Schema  string   `json:"schema"`
	Stale   int      `json:"stale"`
	Renewed int      `json:"renewed"`
	Changed []string `json:"changed"` // whose verdicts are others now
	Past    []string `json:"past"`    // that may no longer be judged where they stand
	Failed  []string `json:"failed"`
}

// every renews the assessments of the store that are no longer what would be found.
func (o *assessOptions) every(ctx context.Context, w World, st *store.Store, lib *criteria.Library) error {
	by, err := o.by(w)
	if err != nil {
		return err
	}
	p, err := StoredProvince(ctx, st, o.province)
	if err != nil {
		return err
	}
	f := Within(p)
	f.Year = o.year
	all, err := st.Dossiers(ctx, f)
	if err != nil {
		return err
	}
	fresh := NewFreshness(st, lib, w.Version)
	old, err := fresh.Of(ctx, all)
	if err != nil {
		return err
	}
	out := renewedJSON{
		Schema:  "ntm.renewed.v1",
		Stale:   len(old),
		Changed: []string{},
		Past:    []string{},
		Failed:  []string{},
	}
	var may []*docket.Dossier
	for _, d := range old {
		if d.Stage.Takes(docket.Assessed) && d.Report() != nil {
			may = append(may, d)
		} else {
			out.Past = append(out.Past, fmt.Sprintf("%s, năm %d (%s)", d.Place.Title, d.Year, d.Stage.Word()))
		}
	}
	if err := o.renew(ctx, w, st, fresh.bulk, by, may, &out); err != nil {
		return err
	}
	return showRenewed(w, &out, o.json)
}

// renew judges dossiers again, on every processor, and puts them on the disk some at a
// time.
func (o *assessOptions) renew(
	ctx context.Context,
	w World,
	st *store.Store,
	b *Bulk,
	by string,
	may []*docket.Dossier,
	out *renewedJSON,
) error {
	var k Keeper
	wp, p := newProgress(w, "đã đánh giá lại", len(may))
	defer p.clear()
	var waiting []renewal
	flush := func() error {
		err := out.put(ctx, st, waiting)
		waiting = waiting[:0]
		return err
	}
	err := InOrder(slices.Values(may), func(d *docket.Dossier, emit func(renewal) bool) {
		emit(renewed(ctx, st, b, &k, by, wp.Version, d))
	}, func(r renewal) error {
		if ctx.Err() != nil {
			return ErrStopped
		}
		p.step()
		if waiting = append(waiting, r); len(waiting) >= together {
			return flush()
		}
		return nil
	})
	return errors.Join(err, flush())
}

// renewed judges one dossier again.
func renewed(
	ctx context.Context,
	st *store.Store,
	b *Bulk,
	k *Keeper,
	by, version string,
	d *docket.Dossier,
) (out renewal) {
	out.d = d
	r, err := KeptReport(ctx, st, d.Province, d.Report().Digest, b.Lib.Figures)
	if err != nil {
		out.err = err
		return out
	}
	a, err := Judge(b, r, version)
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
func (out *renewedJSON) put(ctx context.Context, st *store.Store, all []renewal) error {
	var changes []store.Change
	var of []*renewal
	for i := range all {
		r := &all[i]
		if r.err != nil {
			out.Failed = append(out.Failed, fmt.Sprintf("%s, năm %d: %v", r.d.Place.Title, r.d.Year, r.err))
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
		name := fmt.Sprintf("%s, năm %d", r.d.Place.Title, r.d.Year)
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

// showRenewed tells what became of all; what failed is an answer of no.
func showRenewed(w World, out *renewedJSON, json bool) error {
	if json {
		if err := printJSON(w.Stdout, out); err != nil {
			return err
		}
	} else {
		s := newScreen(w)
		if out.Stale == 0 {
			s.line("Mọi hồ sơ đã đánh giá đều theo bộ ngưỡng và phiên bản chương trình hiện có.")
			return s.err
		}
		s.line(
			"%s",
			s.strong(
				"Đã đánh giá lại %d trên %d hồ sơ đánh giá theo bộ ngưỡng cũ hoặc phiên bản chương trình cũ; %d hồ sơ đổi kết luận.",
				out.Renewed,
				out.Stale,
				len(out.Changed),
			),
		)
		s.some("Đổi kết luận:", s.unknown, out.Changed)
		if len(out.Past) > 0 {
			s.line("%d hồ sơ đã qua bước đánh giá, giữ kết quả cũ:", len(out.Past))
			s.some("-", s.faint, out.Past)
		}
		s.some("Không đánh giá lại được:", s.bad, out.Failed)
		if s.err != nil {
			return s.err
		}
	}
	if len(out.Failed) > 0 {
		return errToldFailed
	}
	return nil
}
