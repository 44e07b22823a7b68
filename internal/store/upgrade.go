package store

import (
	"context"
	"database/sql"

	"ntm/internal/docket"
)

// upgrades are what SQL alone cannot do of a migration, by the structure it leads
// to. They run after its statements, in the same transaction.
var upgrades = map[int]func(context.Context, *sql.Tx) error{3: upgrade3}

// upgrade3 seals the events that were kept without.
func upgrade3(ctx context.Context, tx *sql.Tx) error {
	return rewrite(ctx, tx, func(*docket.Event) {})
}

// rewrite changes every event, some at a time, and seals it anew.
func rewrite(ctx context.Context, tx *sql.Tx, change func(*docket.Event)) error {
	for last := ""; ; {
		some, err := collect(ctx, tx, scanEvent,
			"SELECT "+eventsTable.list()+" FROM events WHERE id > $1 ORDER BY id LIMIT 500", last)
		if err != nil || len(some) == 0 {
			return err
		}
		for i := range some {
			e := &some[i]
			change(e)
			_, err := tx.ExecContext(ctx,
				"UPDATE events SET province = $1, commune = $2, council = $3, body = $4, seal = $5 WHERE id = $6",
				e.Province, e.Commune, e.Council, string(e.Body), e.Seal(), e.ID)
			if err != nil {
				return err
			}
		}
		last = some[len(some)-1].ID
	}
}
