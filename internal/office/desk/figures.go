package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// mostLast is how many communes' years are held as they were read last.
const mostLast = 20

func (d *Desk) lastOf(of store.OfYear) *Working {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	return d.last[of]
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
		cells = list.Map(form.CellsOf(w.base), asCell)
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
	for _, c := range form.CellsOf(r) {
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

// asCell is a cell of a form as one that was typed.
func asCell(c form.Cell) store.WorkingCell {
	return store.WorkingCell{Sheet: c.Sheet, Item: c.Item, Cell: c.ID, Value: c.Text}
}

// working are the cells of a file as if they had been typed.
func working(cells []form.Cell) *Working {
	w := &Working{Cells: map[form.Place]store.WorkingCell{}}
	for _, c := range cells {
		w.Cells[c.At()] = asCell(c)
	}
	return w
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
	if w.base != nil && w.stands(form.CellsOf(w.base)) {
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
