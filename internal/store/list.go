package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// Filter chooses dossiers; a zero field chooses all.
type Filter struct {
	Province string // a Home
	// Within keeps to what counts to a province, which may be a part of its Home.
	Within   *places.Province
	District string
	Commune  string // a key
	Year     int
	Stage    docket.Stage
	Level    criteria.Level // submitted for
	Council  string
}

// where is the filter as SQL.
func (f Filter) where() (string, []any) {
	var terms []string
	var values []any
	for _, asked := range []struct {
		column string
		value  any
	}{
		{"province", f.Province}, {"district", f.District}, {"commune", f.Commune}, {"year", f.Year},
		{"stage", string(f.Stage)}, {"level", string(f.Level)}, {"council", f.Council},
	} {
		if asked.value != "" && asked.value != 0 {
			values = append(values, asked.value)
			terms = append(terms, fmt.Sprintf("%s = $%d", asked.column, len(values)))
		}
	}
	if len(terms) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(terms, " AND "), values
}

// Dossiers are those that the filter chooses, in Vietnamese order of province,
// district and name, then by year.
func (s *Store) Dossiers(ctx context.Context, f Filter) ([]*docket.Dossier, error) {
	where, values := f.where()
	found, err := collect(ctx, s.read, scanState[docket.Dossier], "SELECT state FROM dossiers"+where, values...)
	if err != nil {
		return nil, s.explain(err)
	}
	if f.Within != nil {
		elsewhere := func(d *docket.Dossier) bool { return !f.Within.Has(d.Place.Province, f.Year) }
		found = slices.DeleteFunc(found, elsewhere)
	}
	order := vi.NewOrder()
	slices.SortStableFunc(found, func(a, b *docket.Dossier) int {
		return cmp.Or(order.Compare(a.Province, b.Province),
			cmp.Compare(vi.Fold(a.Place.Province), vi.Fold(b.Place.Province)),
			order.Compare(a.Place.District, b.Place.District), order.Compare(a.Place.Name, b.Place.Name),
			cmp.Compare(a.Commune, b.Commune), a.Year-b.Year)
	})
	return found, nil
}

// EachProvince hands over the dossiers of one province after another: those of the country take
// much memory at once.
func (s *Store) EachProvince(ctx context.Context, work func(of []*docket.Dossier) error) error {
	all, err := s.Counted(ctx)
	for _, p := range all {
		found, wrong := s.Dossiers(ctx, Filter{Province: p.Province})
		if wrong == nil {
			wrong = work(found)
		}
		if wrong != nil {
			return wrong
		}
	}
	return err
}

func scanState[T any](scan scanner) (*T, error) {
	var text string
	if err := scan(&text); err != nil {
		return nil, err
	}
	v := new(T)
	return v, json.Unmarshal([]byte(text), v)
}

// Commune is all that is known of a commune; without dossiers and titles when
// nothing is.
func (s *Store) Commune(ctx context.Context, province, key string) (*docket.Commune, error) {
	found, err := s.Events(ctx, Subject{Province: province, Commune: key})
	if err != nil {
		return nil, err
	}
	c, err := docket.Fold(found)
	if c != nil {
		c.Province, c.Key = province, key
	}
	return c, err
}

// Holder is a commune with its titles.
type Holder struct {
	Province, Commune string         // its Home and Key
	Name              string         // the newest
	Held              criteria.Level // the highest in force, "" for none
	Place             docket.Place   // the newest
	Titles            []docket.Title
	Origin            *docket.MergedBody // nil for one that no merger made
}

// Holders are the communes that the filter's province and commune choose, with
// their titles, also those that have none.
func (s *Store) Holders(ctx context.Context, f Filter) ([]Holder, error) {
	where, values := Filter{Province: f.Province, Commune: f.Commune}.where()
	found, err := collect(ctx, s.read, func(scan scanner) (Holder, error) {
		var h Holder
		var text string
		if err := scan(&h.Province, &h.Commune, &h.Name, &h.Held, &text); err != nil {
			return h, err
		}
		var state communeState
		err := json.Unmarshal([]byte(text), &state)
		h.Place, h.Titles, h.Origin = state.Place, state.Titles, state.Origin
		return h, err
	}, "SELECT province, commune, name, held, state FROM communes"+where+" ORDER BY province, commune", values...)
	if f.Within != nil {
		found = slices.DeleteFunc(found, func(h Holder) bool { return !f.Within.Has(h.Place.Province, 0) })
	}
	return found, s.explain(err)
}

// Councils are those of a province ("" for all), by year and id.
func (s *Store) Councils(ctx context.Context, province string) ([]*docket.Council, error) {
	where, values := Filter{Province: province}.where()
	found, err := collect(ctx, s.read, scanState[docket.Council], "SELECT state FROM councils"+where+
		" ORDER BY year, council", values...)
	return found, s.explain(err)
}

// Provinces are those that the store knows something of.
func (s *Store) Provinces(ctx context.Context) ([]string, error) {
	found, err := columnOf[string](ctx, s.read, "SELECT province FROM communes UNION SELECT province "+
		"FROM councils")
	slices.SortFunc(found, vi.Compare)
	return found, s.explain(err)
}
