package sitting

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
)

// takes tells whether a dossier is one for the council's province on a day: until the
// reform of what lay in it, from then on of all that was put into it; to the council of
// a province that is no more only of what lay in it.
func (s *Sitting) takes(d *docket.Dossier, day time.Time) bool {
	p, listed := places.FindProvince(s.Who.Province)
	if !listed || places.IsDeclared(s.Province) {
		return true
	}
	year := d.Year
	if reform := criteria.Day(2025, time.July, 1); !day.Before(reform.Time) {
		year = max(year, reform.Year())
	}
	return p.Has(d.Place.Province, year)
}

// SeatOf is the province whose council it is, as it was called when the council was
// opened; it is kept under the province of today.
func SeatOf(c *docket.Council) string {
	var who council.Council
	if json.Unmarshal(c.Details, &who) != nil || who.Province == "" {
		return c.Province // details that nobody can read are told of where they are needed
	}
	return who.Province
}

// Councils are those of the province that a text names, "" for all; of one of today's
// also those of what was put into it.
func Councils(ctx context.Context, st *store.Store, province string) ([]*docket.Council, error) {
	p, err := office.StoredProvince(ctx, st, province)
	if err != nil {
		return nil, err
	}
	all, err := st.Councils(ctx, p.Home)
	return seatedIn(p, all), err
}

func seatedIn(p places.Province, all []*docket.Council) []*docket.Council {
	return slices.DeleteFunc(all, func(c *docket.Council) bool {
		seat, _ := places.FindProvince(SeatOf(c))
		return p.Gone && seat != p
	})
}

// DossiersBefore are the dossiers that are before councils.
func DossiersBefore(ctx context.Context, st *store.Store, councils []*docket.Council) ([]*docket.Dossier, error) {
	var all []*docket.Dossier
	for _, c := range councils {
		found, err := st.Dossiers(ctx, store.Filter{Province: c.Province, Year: c.Year, Council: c.ID})
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}
