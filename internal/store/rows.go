package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// Row tells a dossier from all others, with what lists are ordered by: of thousands it takes a
// hundredth of what the dossiers do.
type Row struct {
	Province, Commune string
	Year              int
	District          string
	Stage             docket.Stage
	Council           string

	Name   string // the commune's newest
	within string // the province of the day, which may now be a part of another
}

// Rows are the dossiers that the filter chooses, in the order of Dossiers.
func (s *Store) Rows(ctx context.Context, f Filter) ([]Row, error) {
	where, values := f.where()
	found, err := collect(ctx, s.read, func(scan scanner) (Row, error) {
		var r Row
		err := scan(&r.Province, &r.Commune, &r.Year, &r.District, &r.Stage, &r.Council, &r.Name)
		if r.within = r.Province; err == nil {
			if unit, known := places.ByKey(r.Commune); known {
				r.within = unit.Province
			}
		}
		return r, err
	}, "SELECT province, commune, year, district, stage, council, name FROM dossiers JOIN communes USING "+
		"(province, commune)"+where, values...)
	if err != nil {
		return nil, s.explain(err)
	}
	found = slices.DeleteFunc(found, func(r Row) bool { return !r.Counts(&f) })
	order := vi.NewOrder()
	slices.SortFunc(found, func(a, b Row) int {
		return cmp.Or(order.Compare(a.Province, b.Province), order.Compare(a.within, b.within),
			order.Compare(a.District, b.District), order.Compare(a.Name, b.Name), cmp.Compare(a.Commune, b.Commune),
			a.Year-b.Year)
	})
	return found, nil
}

// OfProvince is how many dossiers a province has.
type OfProvince struct {
	Province string
	Dossiers int
}

// Counted are the provinces that have dossiers, in the order of Rows.
func (s *Store) Counted(ctx context.Context) ([]OfProvince, error) {
	found, err := collect(ctx, s.read, func(scan scanner) (p OfProvince, err error) {
		return p, scan(&p.Province, &p.Dossiers)
	}, "SELECT province, count(*) FROM dossiers GROUP BY province")
	slices.SortFunc(found, func(a, b OfProvince) int { return vi.Compare(a.Province, b.Province) })
	return found, s.explain(err)
}

// Counts tells whether a row counts to what a filter's Within names, in the filter's year.
func (r *Row) Counts(f *Filter) bool { return f.Within == nil || f.Within.Has(r.within, f.Year) }

// DossiersOf are those of rows, in their order; one that has gone since is left out.
func (s *Store) DossiersOf(ctx context.Context, rows []Row) ([]*docket.Dossier, error) {
	type key struct {
		province, commune string
		year              int
	}
	there := make(map[key]*docket.Dossier, len(rows))
	for part := range slices.Chunk(rows, mostRows) {
		keys := make([][]any, len(part))
		for i, r := range part {
			keys[i] = []any{r.Province, r.Commune, r.Year}
		}
		// Without being told, a server takes the years for texts.
		among := strings.Replace(placeholders(keys), "$3)", "CAST($3 AS integer))", 1)
		found, err := collect(ctx, s.read, scanState[docket.Dossier], "SELECT state FROM dossiers WHERE (province, "+
			"commune, year) IN (VALUES "+among+")", slices.Concat(keys...)...)
		if err != nil {
			return nil, s.explain(err)
		}
		for _, d := range found {
			there[key{d.Province, d.Commune, d.Year}] = d
		}
	}
	var out []*docket.Dossier
	for _, r := range rows {
		if d := there[key{r.Province, r.Commune, r.Year}]; d != nil {
			out = append(out, d)
		}
	}
	return out, nil
}
