package office

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Intake takes the reports of communes into a store.
type Intake struct {
	Store   *store.Store
	Lib     *criteria.Library
	Year    int    // of the rows of wide sheets that name none
	By      string // who acts
	Version string // of the program
	Force   bool   // also reports that say less than the ones they replace
	Folder  string // that the files of evidence lie below, "" for each report's own

	bulk    Bulk
	keeper  Keeper
	waiting []Incoming
}

// Incoming is one report on its way into the store. Where its Err is nil it came in,
// or was there.
type Incoming struct {
	Item
	Commune places.Unit
	Of      int      // the year it is of
	Digest  string   // of the report
	Version int      // of the reports of its commune and year, the first is 1
	Changed []string // the figures that the version before had otherwise, by name
	Again   bool     // it came in before, and is made current again
	Known   bool     // it was there already, and is the current one
	Refusal error    // what the docket says of it where it did not come in

	change store.Change
	parts  []commune.Part // what it says
}

// TakeIn reads the reports in files, judges each and puts them into the store. read
// learns of each as it was read; came of each that could be judged, once it is on the
// disk or refused. Of two different reports of one commune and year neither comes in.
func (in *Intake) TakeIn(ctx context.Context, files []string, read, came func(*Incoming) error) error {
	in.bulk = Bulk{Lib: in.Lib, Year: in.Year}
	err := Each(ctx, &in.bulk, files, func(i Item) Incoming { return in.prepare(ctx, i) }, func(i Incoming) error {
		if err := read(&i); err != nil || i.Err != nil || i.IsNotes() {
			return err
		}
		i.Reading.Report = nil // nobody needs it any more
		in.waiting = append(in.waiting, i)
		return nil
	})
	if err != nil {
		return err
	}
	in.twice()
	for part := range slices.Chunk(in.waiting, together) {
		if ctx.Err() != nil {
			return ErrStopped
		}
		if err := in.put(ctx, part); err != nil {
			return err
		}
		for i := range part {
			if err := came(&part[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// TakeReport takes in a report that was read elsewhere, as TakeIn does. What comes back came in
// or was there; else the error is why not.
func (in *Intake) TakeReport(ctx context.Context, i Item) (*Incoming, error) {
	in.bulk = Bulk{Lib: in.Lib, Year: in.Year}
	one := []Incoming{in.prepare(ctx, i)}
	if err := one[0].Err; err != nil {
		return nil, err
	}
	err := in.put(ctx, one)
	return &one[0], errors.Join(err, one[0].Err)
}

// prepare judges a report and makes of it what the store keeps.
func (in *Intake) prepare(ctx context.Context, i Item) Incoming {
	judged := in.bulk.Judge(i, in.Version)
	out, a := Incoming{Item: judged.Item}, judged.Assessment
	if a == nil {
		return out
	}
	beside := i.File
	if in.Folder != "" {
		beside = filepath.Join(in.Folder, filepath.Base(i.File))
	}
	files, _, err := EvidenceOf(ctx, a.Report, beside)
	if err == nil {
		out.change, err = in.keeper.Received(a, files, in.By, i.Name())
	}
	if err != nil {
		out.Err = problem.In(i.File, err)
		return out
	}
	out.Commune, out.Of, out.Digest, out.parts = a.Commune, a.Year, out.change.Documents[0].Digest, a.Report.Contents()
	return out
}

// twice gives those of which there are two different ones an error that names both.
func (in *Intake) twice() {
	type key struct {
		province, commune string
		year              int
	}
	of := map[key][]*Incoming{}
	for i := range in.waiting {
		e := &in.waiting[i].change.Events[0]
		at := key{e.Province, e.Commune, e.Year}
		of[at] = append(of[at], &in.waiting[i])
	}
	for _, same := range of {
		first := same[0].Digest
		if !slices.ContainsFunc(same, func(i *Incoming) bool { return i.Digest != first }) {
			continue // one report, given twice
		}
		for _, i := range same {
			var others []string
			for _, o := range same {
				if o != i {
					others = append(others, o.Name())
				}
			}
			i.Err = problem.List{{File: i.Name(), Message: fmt.Sprintf(
				"%s, năm %d: xã này còn báo cáo khác cùng năm ở %s; không nhập bản nào", i.Commune.Title(), i.Of,
				strings.Join(others, ", ")), Hint: "giữ một bản, bỏ bản kia rồi nhập lại"}}
		}
	}
}

// put puts some on the disk together.
func (in *Intake) put(ctx context.Context, part []Incoming) error {
	var changes []store.Change
	var of []*Incoming // each change's
	for i := range part {
		one := &part[i]
		if one.Err == nil {
			if err := in.against(ctx, one); err != nil {
				return err
			}
		}
		if one.Err == nil {
			changes, of = append(changes, one.change), append(of, one)
		}
	}
	if len(changes) == 0 {
		return nil
	}
	refusals, err := in.Store.Append(ctx, changes...)
	if err != nil {
		return err
	}
	for i, one := range of {
		one.Refusal = refusals[i]
		if one.Known = errors.As(refusals[i], new(*docket.Already)); refusals[i] != nil && !one.Known {
			one.Err = problem.In(one.File, Refused(one.Commune.Title(), refusals[i]))
		}
	}
	return nil
}

// against holds a report against the current one of its commune and year: one that
// would lose something is an error, and one that came in before is made current again.
func (in *Intake) against(ctx context.Context, i *Incoming) error {
	e := &i.change.Events[0]
	d, err := DossierOf(ctx, in.Store, e.Province, e.Commune, e.Year)
	if err != nil {
		return err
	}
	if !in.Force {
		err := loses(ctx, in.Store, in.Lib, d, i.Digest, i.parts)
		if _, is := errors.AsType[losing](err); is {
			i.Err = problem.In(i.Name(), err)
			return nil
		}
		if err != nil {
			return err
		}
	}
	n := len(d.Reports)
	if i.Version = n + 1; n > 0 && d.Reports[n-1].Digest != i.Digest {
		if i.Changed, err = in.changed(ctx, e.Province, d.Reports[n-1].Digest, i); err != nil {
			return err
		}
	}
	if i.Again = n > 1 && d.Reports[n-1].Digest != i.Digest &&
		slices.ContainsFunc(d.Reports, func(r docket.ReportRef) bool { return r.Digest == i.Digest }); i.Again {
		*e, err = docket.Again(*e)
	}
	return err
}

// changed names the figures that a report has otherwise than the version that the store keeps.
func (in *Intake) changed(ctx context.Context, province, digest string, i *Incoming) ([]string, error) {
	was, err := KeptReport(ctx, in.Store, province, digest, in.Lib.Figures)
	if err != nil {
		return nil, err
	}
	data, err := i.change.Documents[0].Text()
	if err != nil {
		return nil, err
	}
	now, err := commune.DecodeKept(i.Name(), data, in.Lib.Figures)
	if err != nil {
		return nil, err
	}
	said := func(r *commune.Report) map[string]string {
		out := map[string]string{}
		r.EachMeasured(func(f *commune.Figure) { out[f.ID] = fmt.Sprint(f.Year, f.Measure) })
		return out
	}
	before, after := said(was), said(now)
	ids := slices.Concat(slices.Collect(maps.Keys(before)), slices.Collect(maps.Keys(after)))
	slices.Sort(ids)
	var out []string
	for _, id := range slices.Compact(ids) {
		if before[id] != after[id] {
			out = append(out, FigureName(in.Lib, id))
		}
	}
	return out, nil
}
