package store

import (
	"context"
)

// Mark is how far a store has come: who has read it up to a mark can ask what came since.
type Mark struct {
	Events int
	Newest string // when the newest was written down, as the store has it
}

// Since is where the store stands now, and whose events came since an earlier mark. all tells
// that this cannot be said, as where a bundle brought events of other days: anything may be
// another then.
func (s *Store) Since(ctx context.Context, earlier Mark) (now Mark, changed map[Subject]bool, all bool, err error) {
	err = s.Moment(ctx, func(s *Store) error {
		err := eachRow(ctx, s.read, func(scan scanner) error { return scan(&now.Events, &now.Newest) },
			"SELECT count(*), coalesce(max(at), '') FROM events")
		if err != nil {
			return s.explain(err)
		}
		if now == earlier || earlier == (Mark{}) { // who has read nothing reads all
			all = now != earlier
			return nil
		}
		came, err := collect(ctx, s.read, scanSubject, "SELECT province, commune, council FROM events "+
			"WHERE at > $1", earlier.Newest)
		if err != nil {
			return s.explain(err)
		}
		changed, all = map[Subject]bool{}, earlier.Events+len(came) != now.Events
		for _, of := range came {
			changed[of] = true
		}
		return nil
	})
	return now, changed, all, err
}
