package office

import (
	"context"
	"slices"

	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/store"
)

// readTogether is how many dossiers are held at once where all are gone through.
const readTogether = 200

// EachListed hands on the dossiers that a choice makes, in their order, some held at a time.
func EachListed(ctx context.Context, st *store.Store, c Choice, take func(*docket.Dossier) error) error {
	rows, _, err := c.rows(ctx, st)
	if err != nil {
		return err
	}
	return c.each(ctx, st, rows, take)
}

// Page is a part of the dossiers that are chosen.
type Page struct {
	Dossiers    []*docket.Dossier
	No, Of, All int // the page's number, how many there are, and how many dossiers on all
}

// ListPage is a page, of at most size, of the dossiers that a choice makes, the first is 1; past
// the last, it is empty. p is the province that was meant.
func ListPage(ctx context.Context, st *store.Store, c Choice, no, size int) (page *Page, p places.Province,
	err error) {
	rows, p, err := c.rows(ctx, st)
	if err != nil {
		return nil, p, err
	}
	page = &Page{No: no, All: len(rows)}
	from, to := (no-1)*size, no*size
	if !c.AsksLevels() { // what is asked is in the rows
		page.Dossiers, err = st.DossiersOf(ctx, rows[min(from, len(rows)):min(to, len(rows))])
	} else {
		page.All = 0
		err = c.each(ctx, st, rows, func(d *docket.Dossier) error {
			if page.All >= from && page.All < to {
				page.Dossiers = append(page.Dossiers, d)
			}
			page.All++
			return nil
		})
	}
	page.Of = max(1, (page.All+size-1)/size)
	return page, p, err
}

// rows are those that the choice makes, as far as they tell.
func (c *Choice) rows(ctx context.Context, st *store.Store) ([]store.Row, places.Province, error) {
	p, err := StoredProvince(ctx, st, c.Province)
	if err != nil {
		return nil, p, err
	}
	rows, err := st.Rows(ctx, c.filter(p))
	return slices.DeleteFunc(rows, func(r store.Row) bool { return !c.inDistrict(r.District) }), p, err
}

func (c *Choice) each(ctx context.Context, st *store.Store, rows []store.Row, take func(*docket.Dossier) error) error {
	for part := range slices.Chunk(rows, readTogether) {
		found, err := st.DossiersOf(ctx, part)
		if err != nil {
			return err
		}
		for _, d := range found {
			if !c.wants(d) {
				continue
			}
			if err := take(d); err != nil {
				return err
			}
		}
	}
	return nil
}
