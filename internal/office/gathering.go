package office

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/provincial"
	"ntm/internal/store"
)

// Gathering is the communes of a province's or the country's report of a year, from one
// store or several: one that is in two of them counts once, as it was assessed last.
type Gathering struct {
	Year    int
	Counted []*docket.Dossier // of the year

	province    places.Province
	now, before map[string]gathered
	titles      map[string][]docket.Title
	declared    map[int]map[string]docket.Title
}

// NewGathering begins the report of a year.
func NewGathering(year int) *Gathering {
	return &Gathering{
		Year: year, now: map[string]gathered{}, before: map[string]gathered{}, titles: map[string][]docket.Title{},
		declared: map[int]map[string]docket.Title{year: {}, year - 1: {}},
	}
}

// AddFiles gathers from the stores in files. Files that know nothing of the province are
// told of only where none does.
func (g *Gathering) AddFiles(ctx context.Context, files []string, province string) error {
	var lacking problem.List
	for _, file := range files {
		err := g.addFile(ctx, file, province)
		if none, is := errors.AsType[noSuchProvince](err); is {
			lacking = append(lacking, none.Problem)
		} else if err != nil {
			return err
		}
	}
	if len(lacking) < len(files) {
		return nil
	}
	return lacking
}

func (g *Gathering) addFile(ctx context.Context, file, province string) error {
	st, err := OpenHandedOver(ctx, file)
	if err != nil {
		return err
	}
	return errors.Join(g.Add(ctx, st.Store, province), st.Close())
}

// Summary counts what was gathered; lib knows the names of criteria.
func (g *Gathering) Summary(lib *criteria.Library) (*provincial.Summary, error) {
	scope := provincial.Scope{Year: g.Year, Province: g.province.Name, Listed: listedCommunes(g.Year, g.province)}
	s := provincial.Summarise(scope, g.communes(g.now, g.Year), g.communes(g.before, g.Year-1), criterionNames(lib))
	if s.Communes == 0 {
		return nil, noReports(g.province, g.Year)
	}
	return s, nil
}

// gathered is a commune, and when it was assessed: of two stores the newer counts.
type gathered struct {
	provincial.Commune
	at     time.Time
	result string
}

// olderThan decides by what was said where the times are one: in which order the
// stores were named never shows.
func (c gathered) olderThan(a *docket.AssessmentRef) bool {
	return c.at.Before(a.At) || c.at.Equal(a.At) && c.result < a.Result
}

// Add gathers from a store what counts to the province that a text names, "" for the
// country.
func (g *Gathering) Add(ctx context.Context, st *store.Store, province string) error {
	p, err := StoredProvince(ctx, st, province)
	if err != nil {
		return err
	}
	if p.Home != "" {
		g.province = p
	}
	holders, err := st.Holders(ctx, store.Filter{Province: p.Home})
	if err != nil {
		return err
	}
	for _, h := range holders {
		key := h.Province + "\x00" + h.Commune
		g.titles[key] = docket.JoinTitles(g.titles[key], h.Titles)
	}
	for _, year := range []int{g.Year, g.Year - 1} {
		into := map[int]map[string]gathered{g.Year: g.now, g.Year - 1: g.before}[year]
		f := Within(p)
		f.Year = year
		found, err := st.Dossiers(ctx, f)
		if err != nil {
			return err
		}
		said, err := declaredTitles(ctx, st, found, func(key string) []docket.Title { return g.titles[key] })
		if err != nil {
			return err
		}
		maps.Copy(g.declared[year], said)
		if year == g.Year {
			g.Counted = append(g.Counted, found...)
		}
		for _, d := range found {
			key := d.Province + "\x00" + d.Commune
			if d.Assessment == nil || !into[key].olderThan(d.Assessment) {
				continue
			}
			c := provincial.Commune{Code: d.Unit().Code, Name: d.Place.Name, District: d.Place.District,
				Province: ProvinceOf(d), Brief: d.Assessment.Brief}
			for i := range c.Brief.Levels {
				c.Brief.Levels[i].Indicators = nil // nobody counts them here
			}
			into[key] = gathered{c, d.Assessment.At, d.Assessment.Result}
		}
	}
	return nil
}

func (g *Gathering) communes(of map[string]gathered, year int) []provincial.Commune {
	out := make([]provincial.Commune, 0, len(of))
	for key, c := range of {
		c.Held, c.Declared = docket.HeldAt(g.titles[key], year), g.declared[year][key].Level
		if gone := docket.RevokedSince(g.titles[key], year); gone != nil {
			c.Revoked = gone.Date
		}
		out = append(out, c.Commune)
	}
	slices.SortFunc(out, func(a, b provincial.Commune) int {
		return strings.Compare(a.Province+a.Code+a.Name, b.Province+b.Code+b.Name)
	})
	return out
}

// ProvinceOf is the province under which a dossier is counted: from the reform on that
// of today.
func ProvinceOf(d *docket.Dossier) string {
	if d.Year >= 2025 && !places.IsDeclared(d.Province) {
		return d.Province
	}
	return d.Place.Province
}

// listedCommunes is how many xã the list of places has in a province, or the country,
// at the end of the year.
func listedCommunes(year int, in places.Province) int {
	return list.Count(places.On(criteria.Day(year, time.December, 31).Time).All(), func(p places.Unit) bool {
		return p.Rural() && (in.Home == "" || p.Home() == in.Home && in.Has(p.Province, year))
	})
}

// criterionNames finds the names of criteria in the packs.
func criterionNames(lib *criteria.Library) func(standard, no string) string {
	return func(standard, no string) string {
		std, ok := lib.StandardByID(standard)
		if !ok {
			return ""
		}
		for _, c := range std.Criteria {
			if c.No == no {
				return c.Name
			}
		}
		return ""
	}
}

// noReports tells that nothing was assessed in a year, and of which province.
func noReports(of places.Province, year int) error {
	p := problem.Problem{
		Message: fmt.Sprintf("kho dữ liệu chưa có báo cáo nào đã đánh giá của năm %d", year),
		Hint:    "nhập báo cáo: ntm import TỆP; xem các năm đã có: ntm list",
		Page:    problem.Press("chọn năm khác, hoặc nhập báo cáo của năm ấy ở Bàn làm việc"),
	}
	if of.Title != "" {
		p.Message += " của " + of.Title
	}
	if gone := GoneIn(of, year); gone != "" {
		p.Hint = fmt.Sprintf("%s: ghi --province %q", gone, of.Home)
	}
	return p
}
