// Package desk is a commune's year on the desk of who types it: found among the others, begun,
// typed cell by cell into a working copy that is in the store at once, judged as it stands, and
// at last kept as a version of the report, exactly as a form of the same figures that is taken
// in.
//
// A working copy begins as the report that the store has, or empty. Cells are those of the form
// and read by its grammar; one that cannot be read is left out of the judgement and told of.
package desk

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
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
	if _, err := office.UpTo(d.Lib, level, year, ""); err != nil {
		return none, err
	}
	p, err := places.Find(named, criteria.Day(year, time.December, 31).Time)
	if err != nil {
		return none, err
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

func answer(key, text string) store.WorkingCell {
	return store.WorkingCell{Sheet: layout.PlaceSheet, Item: key, Cell: "ntm:answer", Value: text}
}

func copyOf(of store.OfYear, p docket.Place, level criteria.Level, base, by string) (store.WorkingCopy, error) {
	data, err := json.Marshal(state{p, level})
	return store.WorkingCopy{OfYear: of, State: string(data), Base: base, By: by}, err
}

// Working is a working copy as it stands, or what one would begin as.
type Working struct {
	store.OfYear
	Place   docket.Place
	Base    string // the digest of the report it stands on, "" for none
	Current string // that of the commune's current report
	Begun   bool
	Cells   map[form.Place]store.WorkingCell

	Entered    *form.Entered
	Assessment *assess.Assessment // nil where the cells are no report yet
	base       *commune.Report    // nil for none
	read       []store.WorkingCell
}

// Stale tells that another report came in since the working copy was begun from one.
func (w *Working) Stale() bool { return w.Base != w.Current }

// Differs tells that what is typed is not what the report says that it stands on.
func (w *Working) Differs() bool {
	if w.base == nil || !w.Begun {
		return false
	}
	if w.Entered == nil || !w.Entered.Sound() {
		return true
	}
	is, err := w.Entered.Reading.Report.JSON()
	was, wrong := w.base.JSON()
	return err != nil || wrong != nil || !bytes.Equal(is, was)
}

// Text is what stands in a cell.
func (w *Working) Text(sheet, item, id string) string {
	return w.Cells[form.Place{Sheet: sheet, Item: item, ID: id}].Value
}

// Level is the level that the commune is after, "" where nobody said.
func (w *Working) Level() criteria.Level {
	level, _ := criteria.LevelNamed(w.Text(layout.PlaceSheet, layout.LevelKey, "ntm:answer")) // "" for no level
	return level
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

// mostLast is how many communes' years are held as they were read last.
const mostLast = 20

func (d *Desk) lastOf(of store.OfYear) *Working {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	return d.last[of]
}

// says tells whether the same stands in the cells of another reading.
func (w *Working) says(other *Working) bool {
	return w.Base == other.Base && maps.EqualFunc(w.Cells, other.Cells, func(a, b store.WorkingCell) bool {
		return a.Value == b.Value
	})
}

// cells finds what stands in the cells.
func (d *Desk) cells(ctx context.Context, of store.OfYear) (*Working, error) {
	w := &Working{OfYear: of, Cells: map[form.Place]store.WorkingCell{}}
	dossier, err := office.DossierOf(ctx, d.Store, of.Province, of.Commune, of.Year)
	if err != nil {
		return nil, err
	}
	if ref := dossier.Report(); ref != nil {
		w.Current, w.Place = ref.Digest, dossier.Place
	}
	var known []store.WorkingCell
	if last := d.lastOf(of); last != nil && last.Begun {
		known = last.read
	}
	c, cells, err := d.Store.Working(ctx, of, known)
	if err != nil {
		return nil, err
	}
	switch {
	case c != nil:
		s, err := stateOf(c)
		if err != nil {
			return nil, problem.Problem{File: d.Store.Name(), Message: fmt.Sprintf("bản đang nhập của %s năm %d không "+
				"đọc được", of.Commune, of.Year), Hint: "kiểm tra kho bằng ntm doctor",
				Page: problem.Press("bấm Kiểm tra kho ở trang Kho dữ liệu")}
		}
		w.Place, w.Base, w.Begun = s.Place, c.Base, true
	case w.Current == "":
		return nil, problem.Problem{File: d.Store.Name(), Message: fmt.Sprintf("chưa có số liệu năm %d của xã này",
			of.Year), Hint: "thêm xã và năm ở Bàn làm việc"}
	default:
		w.Base = w.Current
	}
	if w.Base != "" {
		if w.base, err = d.report(ctx, of, w.Base); err != nil {
			return nil, err
		}
	}
	if c == nil {
		cells = asCells(form.CellsOf(w.base, d.Lib))
		for i := range cells {
			cells[i].Version = 1 // as it will be once somebody types
		}
	}
	w.read = cells
	for _, cell := range cells {
		w.Cells[PlaceOf(&cell)] = cell
	}
	return w, nil
}

// report is one that the store keeps. It is only read.
func (d *Desk) report(ctx context.Context, of store.OfYear, digest string) (*commune.Report, error) {
	if known := d.lastOf(of); known != nil && known.Base == digest {
		return known.base, nil
	}
	return office.KeptReport(ctx, d.Store, of.Province, digest, d.Lib.Figures)
}

// Before are the figures of the commune's year before, as they were typed, by their ids; none
// where there is no report of it.
func (d *Desk) Before(ctx context.Context, of store.OfYear) (map[string]string, error) {
	of.Year--
	dossier, err := office.DossierOf(ctx, d.Store, of.Province, of.Commune, of.Year)
	if err != nil || dossier.Report() == nil {
		return nil, err
	}
	r, err := office.KeptReport(ctx, d.Store, of.Province, dossier.Report().Digest, d.Lib.Figures)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, c := range form.CellsOf(r, d.Lib) {
		switch {
		case c.Sheet != layout.FigureSheet:
		case c.ID == "ntm:value", c.ID == "ntm:numerator":
			out[c.Item] = c.Text
		case c.ID == "ntm:denominator":
			out[c.Item] += " / " + c.Text
		}
	}
	return out, nil
}

// PlaceOf is where a cell of a working copy stands.
func PlaceOf(c *store.WorkingCell) form.Place {
	return form.Place{Sheet: c.Sheet, Item: c.Item, ID: c.Cell}
}

func asCells(cells []form.Cell) []store.WorkingCell {
	out := make([]store.WorkingCell, len(cells))
	for i, c := range cells {
		out[i] = store.WorkingCell{Sheet: c.Sheet, Item: c.Item, Cell: c.ID, Value: c.Text}
	}
	return out
}

// judge reads and judges what stands in the cells. before is how they were read last, nil for
// never.
func (d *Desk) judge(ctx context.Context, w *Working, before *form.Entered) {
	w.Entered = form.Enter(office.FromWindow, d.inOrder(ctx, w), d.Lib, before)
	if w.Entered.Reading == nil {
		return
	}
	if w.base != nil {
		form.Besides(w.Entered.Reading.Report, w.base)
	}
	a, err := office.Judge(&d.bulk, w.Entered.Reading.Report, d.Version)
	if err != nil {
		w.Entered.Else = append(w.Entered.Else, problem.Of(err)...)
		return
	}
	w.Assessment = a
}

// inOrder are the cells in the order in which a form asks for them, whoever typed which first, so
// that the same figures make the same report. Where nothing is typed yet it is that of the report
// they began as, and they make that one.
func (d *Desk) inOrder(ctx context.Context, w *Working) []form.Cell {
	rank := map[string]int{}
	for i, id := range d.order(ctx, w) {
		rank[id] = i + 1
	}
	if w.base != nil && w.stands(form.CellsOf(w.base, d.Lib)) {
		for i, f := range w.base.Figures {
			rank[f.ID] = i - len(w.base.Figures)
		}
	}
	out := make([]form.Cell, 0, len(w.Cells))
	for at, c := range w.Cells {
		out = append(out, form.Cell{Sheet: at.Sheet, Item: at.Item, ID: at.ID, Text: c.Value})
	}
	slices.SortFunc(out, func(a, b form.Cell) int {
		if by := rank[a.Item] - rank[b.Item]; by != 0 {
			return by
		}
		return cmp.Or(strings.Compare(a.Sheet, b.Sheet), strings.Compare(a.Item, b.Item), strings.Compare(a.ID, b.ID))
	})
	return out
}

// stands tells whether the cells say what others say, and no more.
func (w *Working) stands(as []form.Cell) bool {
	filled := 0
	for _, c := range w.Cells {
		if c.Value != "" {
			filled++
		}
	}
	differs := func(c form.Cell) bool { return w.Cells[c.At()].Value != c.Text }
	return filled == len(as) && !slices.ContainsFunc(as, differs)
}

// order is the order in which the commune's form of the year asks for figures: that of all levels,
// which asks first what the form of a lower one asks, in its order.
func (d *Desk) order(ctx context.Context, w *Working) (out []string) {
	b := d.blank(w, "")
	key := fmt.Sprint(b.Commune, b.Year, b.Date)
	if known, is := d.orders.Load(key); is {
		return known.([]string)
	}
	if plan, _, err := b.Plan(ctx); err == nil {
		for _, g := range plan.Ordered() {
			for _, f := range g.Figures {
				out = append(out, f.ID)
			}
		}
	}
	for _, f := range d.Lib.FigureList { // what only other years ask for
		if !slices.Contains(out, f.ID) {
			out = append(out, f.ID)
		}
	}
	d.orders.Store(key, out)
	return out
}

// Set writes what was typed into cells, all or none, into a working copy that is begun where it
// has not. clashing are the cells that somebody else wrote since they were seen: then nothing
// was written.
func (d *Desk) Set(ctx context.Context, of store.OfYear, by string, cells []store.WorkingCell) (written,
	clashing []store.WorkingCell, err error) {
	for i := range cells {
		cells[i].Value = vi.NFC(cells[i].Value)
		if err := d.asked(&cells[i]); err != nil {
			return nil, nil, err
		}
	}
	w := d.lastOf(of)
	if w == nil || !w.Begun { // one that has begun stays
		if w, err = d.cells(ctx, of); err != nil {
			return nil, nil, err
		}
	}
	if !w.Begun {
		c, err := copyOf(of, w.Place, w.base.Level, w.Base, by)
		if err == nil {
			_, err = d.Store.BeginWorking(ctx, c, asCells(form.CellsOf(w.base, d.Lib)))
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return d.Store.Write(ctx, of, by, cells)
}

// asked refuses a cell that no form has, and a text that cannot be shown.
func (d *Desk) asked(c *store.WorkingCell) error {
	if what := office.Unreadable(c.Value, office.MostOfText); what != "" {
		return problem.Problem{Sheet: c.Sheet, Message: what, Hint: fmt.Sprintf("ghi không quá %d chữ, bỏ các ký tự "+
			"điều khiển", office.MostOfText)}
	}
	for _, t := range layout.Tables {
		if t.Sheet != c.Sheet || t.At(c.Cell) < 0 || t.Columns[t.At(c.Cell)].Kind == layout.Keyed ||
			!d.hasRow(t, c.Item) {
			continue
		}
		return nil
	}
	return problem.Problem{Sheet: c.Sheet, Message: fmt.Sprintf("biểu mẫu không có ô %q ở dòng %q", c.Cell, c.Item),
		Hint: "tải lại trang"}
}

func (d *Desk) hasRow(t *layout.Table, item string) bool {
	switch {
	case t == &layout.FigureTable:
		return d.Lib.Figures[item] != nil
	case len(t.Questions) > 0:
		return slices.ContainsFunc(t.Questions, func(q layout.Question) bool { return q.Key == item })
	case t.Fixed():
		return office.Printable(item) && len(item) < office.MostOfName
	}
	n, err := strconv.Atoi(item)
	return err == nil && n > 0 && n <= mostRows
}

// mostRows is how many rows a table that people fill in may have.
const mostRows = 1000

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

// unread is that some cells cannot be read.
func unread(e *form.Entered) error {
	out := e.Else
	for _, wrong := range e.Wrong {
		out = append(out, wrong...)
	}
	for i := range out {
		out[i].File, out[i].Cell = "", "" // there is no workbook
	}
	return out.Err()
}
