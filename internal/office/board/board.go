// Package board is a store's dossiers as an office looks through them, page by page and filter
// by filter. What tells them apart is held in memory and read again only where somebody has
// written something; the dossiers themselves stay in the store.
package board

import (
	"context"
	"slices"
	"sync"

	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
)

// readTogether is how many dossiers are held at once where all are gone through.
const readTogether = 200

// Board is a store's dossiers. It is for several goroutines at once.
type Board struct {
	store *store.Store

	mutex sync.Mutex
	seen  store.Mark
	rows  []store.Row
	known map[store.OfYear][]office.LevelState // of those that a filter on levels has asked for
}

// New is the board of a store, of which nothing is read yet.
func New(st *store.Store) *Board { return &Board{store: st} }

// Page is a page, of at most size, of the dossiers that a choice makes, the first is 1; past the
// last, it is empty.
func (b *Board) Page(ctx context.Context, c office.Choice, no, size int) (*office.Page, error) {
	p, err := office.StoredProvince(ctx, b.store, c.Province)
	if err != nil {
		return nil, err
	}
	rows, err := b.chosen(ctx, &c, p)
	if err != nil {
		return nil, err
	}
	page := &office.Page{No: no, All: len(rows), Of: max(1, (len(rows)+size-1)/size)}
	from, to := min((no-1)*size, len(rows)), min(no*size, len(rows))
	page.Dossiers, err = b.store.DossiersOf(ctx, rows[from:to])
	return page, err
}

// ReadAhead reads what filters on levels ask for, so that nobody waits for the first one. Pages
// may be asked for meanwhile.
func (b *Board) ReadAhead(ctx context.Context) error {
	for from, size := 0, readTogether; ; from += size {
		left, err := b.readPart(ctx, from, size)
		if err != nil || !left {
			return err
		}
	}
}

func (b *Board) readPart(ctx context.Context, from, size int) (left bool, err error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if err := b.refresh(ctx); err != nil || from >= len(b.rows) {
		return false, err
	}
	return true, b.know(ctx, b.rows[from:min(from+size, len(b.rows))])
}

// chosen are the rows that a choice makes, in their order.
func (b *Board) chosen(ctx context.Context, c *office.Choice, p places.Province) ([]store.Row, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if err := b.refresh(ctx); err != nil {
		return nil, err
	}
	var out []store.Row
	for i := range b.rows {
		if c.TakesRow(&b.rows[i], p) {
			out = append(out, b.rows[i])
		}
	}
	if !c.AsksLevels() {
		return out, nil
	}
	if err := b.know(ctx, out); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(out, func(r store.Row) bool { return !c.TakesLevels(b.known[r.OfYear()]) }), nil
}

// refresh reads the rows where something was written since, and forgets what is no longer known.
func (b *Board) refresh(ctx context.Context) error {
	now, changed, all, err := b.store.Since(ctx, b.seen)
	if err != nil || now == b.seen && b.rows != nil {
		return err
	}
	rows, err := b.store.Rows(ctx, store.Filter{})
	if err != nil {
		return err
	}
	if all || b.known == nil {
		b.known = map[store.OfYear][]office.LevelState{}
	}
	for i := range rows {
		if changed[store.Subject{Province: rows[i].Province, Commune: rows[i].Commune}] {
			delete(b.known, rows[i].OfYear())
		}
	}
	b.rows, b.seen = append(make([]store.Row, 0, len(rows)), rows...), now
	return nil
}

// know reads of rows how their levels stand, where it is not known.
func (b *Board) know(ctx context.Context, rows []store.Row) error {
	var missing []store.Row
	for i := range rows {
		if _, is := b.known[rows[i].OfYear()]; !is {
			missing = append(missing, rows[i])
		}
	}
	for part := range slices.Chunk(missing, readTogether) {
		found, err := b.store.DossiersOf(ctx, part)
		if err != nil {
			return err
		}
		for _, d := range found {
			b.known[store.YearOf(d)] = office.LevelStates(d)
		}
	}
	return nil
}
