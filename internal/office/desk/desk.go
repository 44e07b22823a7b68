// Package desk is a commune's year on the desk of who types it: found among the others, begun,
// typed cell by cell into a working copy that is in the store at once, judged as it stands, and
// at last kept as a version of the report, exactly as a form of the same figures that is taken
// in.
//
// A working copy begins as the report that the store has, or empty. Cells are those of the form
// and read by its grammar; one that cannot be read is left out of the judgement and told of.
package desk

import (
	"context"
	"encoding/json"
	"os"
	"strconv"
	"sync"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/office/forms"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Desk is what working copies lie on.
type Desk struct {
	Store    *store.Store
	Lib      *criteria.Library
	Version  string // of the program
	Evidence string // the folder of all files of evidence

	bulk   office.Bulk
	orders sync.Map // of figures, by what their form is made of

	mutex sync.Mutex
	last  map[store.OfYear]*Working // as they were read last

	listing sync.Mutex
	listed  *index // nil for none
}

// New lays out a desk; the files of evidence lie below a folder of their own.
func New(st *store.Store, lib *criteria.Library, version, evidence string) *Desk {
	return &Desk{Store: st, Lib: lib, Version: version, Evidence: evidence, bulk: office.Bulk{Lib: lib}}
}

// state is what the desk knows of a working copy besides its cells.
type state struct {
	Place docket.Place   `json:"place"`
	Level criteria.Level `json:"level,omitempty"`
}

func stateOf(c *store.WorkingCopy) (s state, err error) {
	err = json.Unmarshal([]byte(c.State), &s)
	return s, err
}

// Begin begins a commune's year that is named, after a level ("" for all), unless it has begun;
// it gives whose it is. The commune is one of the list in force at the end of the year.
func (d *Desk) Begin(ctx context.Context, named string, year int, level criteria.Level, by string) (store.OfYear,
	error) {
	var none store.OfYear
	if err := d.Lib.HasYear(year); err != nil {
		return none, err
	}
	if _, err := forms.UpTo(d.Lib, level, year, ""); err != nil {
		return none, err
	}
	p, err := places.Find(named, listOf(year))
	if err != nil {
		return none, Unnamed{err}
	}
	if !p.Rural() {
		return none, office.NotRural(p)
	}
	of := store.OfYear{Province: p.Home(), Commune: p.Key(), Year: year}
	dossier, err := office.DossierOf(ctx, d.Store, of.Province, of.Commune, of.Year)
	if err != nil {
		return none, err
	}
	if dossier.Report() != nil {
		return of, nil // there is a report to begin from, once somebody types
	}
	cells := []store.WorkingCell{answer("code", p.Code), answer("year", strconv.Itoa(year))}
	if level != "" {
		cells = append(cells, answer(layout.LevelKey, level.Title()))
	}
	c, err := copyOf(of, docket.PlaceOf(p), level, "", by)
	if err == nil {
		_, err = d.Store.BeginWorking(ctx, c, cells)
	}
	return of, err
}

// listOf is the day whose list of communes is in force for a year.
func listOf(year int) time.Time { return criteria.Day(year, time.December, 31).Time }

// Unnamed is the error of a name that means not one commune.
type Unnamed struct{ error }

func (u Unnamed) Unwrap() error { return u.error }

// Meant is the communes that such a name may mean.
func Meant(named string, year int) []places.Unit { return places.Meant(named, listOf(year)) }

func answer(key, text string) store.WorkingCell {
	return store.WorkingCell{Sheet: layout.PlaceSheet, Item: key, Cell: "ntm:answer", Value: text}
}

func copyOf(of store.OfYear, p docket.Place, level criteria.Level, base, by string) (store.WorkingCopy, error) {
	data, err := json.Marshal(state{p, level})
	return store.WorkingCopy{OfYear: of, State: string(data), Base: base, By: by}, err
}

// Read reads a commune's year as it stands on the desk, and judges it. The error is a
// problem.Problem where there is neither a working copy nor a report.
func (d *Desk) Read(ctx context.Context, of store.OfYear) (*Working, error) {
	w, err := d.cells(ctx, of)
	if err != nil {
		return nil, err
	}
	var before *form.Entered
	if known := d.lastOf(of); known != nil {
		if known.says(w) {
			w.Entered, w.Assessment = known.Entered, known.Assessment
			return w, nil
		}
		before = known.Entered
	}
	d.judge(ctx, w, before)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.last == nil || len(d.last) >= mostLast {
		d.last = map[store.OfYear]*Working{}
	}
	d.last[of] = w
	return w, nil
}

// Known is a commune's year as it was read last: what a page of it shows is no newer.
func (d *Desk) Known(ctx context.Context, of store.OfYear) (*Working, error) {
	if known := d.lastOf(of); known != nil {
		return known, nil
	}
	return d.Read(ctx, of)
}

// Folder is where the files of evidence of a commune's year lie.
func (d *Desk) Folder(of store.OfYear) string {
	return office.EvidenceFolder(d.Evidence, of)
}

// Keep makes a version of the report of what stands in the cells, and judges it, as a form of
// the same figures that is taken in. force takes also one that says less than the current one.
func (d *Desk) Keep(ctx context.Context, of store.OfYear, by string, force bool) (*office.Incoming, error) {
	w, err := d.Read(ctx, of)
	if err != nil {
		return nil, err
	}
	if w.Stale() {
		return nil, problem.Problem{Message: "từ khi bắt đầu nhập, xã này đã có bản báo cáo khác",
			Hint: "xem hai bản khác nhau ở đâu, chọn từng ô, rồi ghi lại"}
	}
	if !w.Entered.Sound() {
		return nil, unread(w.Entered)
	}
	if err := os.MkdirAll(d.Folder(of), 0o700); err != nil { // the report may name files that are not there yet
		return nil, problem.Problem{Message: "không tạo được thư mục minh chứng " + d.Folder(of),
			Hint: "kiểm tra quyền ghi và dung lượng đĩa"}
	}
	in := office.Intake{Store: d.Store, Lib: d.Lib, By: by, Version: d.Version, Force: force, Folder: d.Folder(of)}
	one, err := in.TakeReport(ctx, office.Item{File: office.FromWindow, Reading: w.Entered.Reading})
	if err != nil {
		return nil, err
	}
	if w.Begun {
		if _, err := d.Store.Rebase(ctx, of, w.Base, one.Digest); err != nil {
			return nil, err
		}
	}
	return one, nil
}
