package across

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/halfyear"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// HalfYear asks for the half-yearly report.
type HalfYear struct {
	Store  *store.Store
	Layout *halfyear.Layout
	Period halfyear.Period
	Level  criteria.Level
}

// OfCommune is the report of a commune.
func (h *HalfYear) OfCommune(ctx context.Context, commune string) (*halfyear.Report, problem.List, error) {
	c, d, err := office.Which{Text: commune, Year: h.Period.Year}.Dossier(ctx, h.Store)
	if err != nil {
		return nil, nil, err
	}
	now, notes, err := office.Again(ctx, h.Store, d)
	if err != nil {
		return nil, nil, err
	}
	var last *assess.Assessment
	if before := c.Dossier(h.Period.Year - 1); before != nil && before.Assessment != nil {
		var more problem.List
		if last, more, err = office.Again(ctx, h.Store, before); err != nil {
			return nil, nil, err
		}
		notes = append(notes, more...)
	}
	if now, err = office.AtLevel(h.Store.Name(), now, h.Level); err != nil {
		return nil, nil, err
	}
	return halfyear.OfCommune(h.Layout, h.Period, h.Level, now, last), notes, nil
}

// OfProvince is the report of a province, "" for the country.
func (h *HalfYear) OfProvince(ctx context.Context, province string, begin Begin) (*halfyear.Report, Aside, error) {
	out := Aside{Unread: []Unread{}}
	all := map[string]*halfyear.Commune{}
	var keys, gone []string
	of := "cả nước"
	for _, year := range []int{h.Period.Year, h.Period.Year - 1} {
		found, p, err := office.List(ctx, h.Store, office.Choice{Province: province, Year: year})
		if err != nil {
			return nil, out, err
		}
		if p.Title != "" {
			of = p.Title
		}
		found = slices.DeleteFunc(found, func(d *docket.Dossier) bool { return d.Assessment == nil })
		titles, err := h.titles(ctx)
		if err != nil {
			return nil, out, err
		}
		at := 0
		err = Stored{h.Store, found}.each(ctx, begin, func(o one) func() {
			var level *assess.Level
			if o.Assessment != nil {
				level = levelOf(o.Assessment, h.Level)
			}
			return func() {
				d := found[at]
				at++
				key := d.Province + "\x00" + d.Commune
				switch one := all[key]; {
				case !out.take(o):
				case year == h.Period.Year && level == nil:
					out.Unread = append(out.Unread, Unread{o.name, "năm này không có mức " + h.Level.Title()})
				case year == h.Period.Year:
					keys = append(keys, key)
					all[key] = &halfyear.Commune{Now: level, Held: docket.HeldAt(titles[key], year),
						Was: docket.HeldAt(titles[key], year-1)}
					if b := docket.RevokedSince(titles[key], year); b != nil {
						gone = append(gone, fmt.Sprintf("%s (xã %s, đã thu hồi ngày %s)", d.Place.Title,
							b.Level.Title(), vi.Date(b.Date.Time)))
					}
				case one != nil:
					one.Last = level
				}
			}
		})
		if err != nil {
			return nil, out, err
		}
	}
	var communes []halfyear.Commune
	for _, key := range keys {
		communes = append(communes, *all[key])
	}
	if len(communes) == 0 {
		return nil, out, problem.Problem{File: h.Store.Name(), Message: "chưa có báo cáo nào đã đánh giá của kỳ này",
			Hint: "nhập báo cáo: ntm import TỆP; xem các năm đã có: ntm list",
			Page: problem.Press("ghi số liệu của các xã thành bản báo cáo trước")}
	}
	return h.revokedSince(halfyear.OfProvince(h.Layout, h.Period, of, h.Level, communes), gone), out, nil
}

// revokedSince notes titles that count in the period and are held no more.
func (h *HalfYear) revokedSince(r *halfyear.Report, gone []string) *halfyear.Report {
	if len(gone) > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("Danh hiệu tính đến hết năm %d, nay không còn: %s.", h.Period.Year,
			strings.Join(gone, "; ")))
	}
	return r
}

// titles are those of all communes, by "province\x00key".
func (h *HalfYear) titles(ctx context.Context) (map[string][]docket.Title, error) {
	holders, err := h.Store.Holders(ctx, store.Filter{})
	out := map[string][]docket.Title{}
	for _, one := range holders {
		out[one.Province+"\x00"+one.Commune] = one.Titles
	}
	return out, err
}

// levelOf is a level of an assessment without what the report does not count, nil for none.
func levelOf(a *assess.Assessment, level criteria.Level) *assess.Level {
	i := slices.IndexFunc(a.Levels, func(l assess.Level) bool { return l.Level == level })
	if i < 0 {
		return nil
	}
	out := a.Levels[i]
	out.Criteria = slices.Clone(out.Criteria)
	for k := range out.Criteria {
		out.Criteria[k].Indicators = nil // they are not counted
	}
	return &out
}
