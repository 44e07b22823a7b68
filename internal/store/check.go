package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"ntm/internal/docket"
)

// Health is what Check found.
type Health struct {
	Version   int      `json:"version"` // of the structure
	Events    int      `json:"events"`
	Documents int      `json:"documents"`
	Communes  int      `json:"communes"`
	Dossiers  int      `json:"dossiers"`
	Councils  int      `json:"councils"`
	Conflicts []string `json:"conflicts"` // events that could not follow those before them
	Orphans   []string `json:"orphans"`   // digests of documents that no event names
	Problems  []string `json:"problems"`  // in which the store is not sound
}

// Sound tells whether nothing is wrong.
func (h *Health) Sound() bool { return len(h.Problems) == 0 }

// Check looks at everything: the file itself, every document against its digest,
// every event's documents, and whether what is kept beside the events is what they
// add up to. An error is a store that cannot be read at all.
func (s *Store) Check(ctx context.Context) (*Health, error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // the picture of one moment
	if err != nil {
		return nil, s.explain(err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	c := &checking{s: s, tx: tx, health: &Health{Conflicts: []string{}, Orphans: []string{}, Problems: []string{}}, known: map[[2]string]bool{}, kept: map[string]string{}}
	for _, part := range []func(context.Context) error{c.file, c.documents, c.states, c.subjects, c.end} {
		if err := part(ctx); err != nil {
			return nil, s.explain(err)
		}
	}
	return c.health, nil
}

type checking struct {
	s      *Store
	tx     *sql.Tx
	health *Health
	known  map[[2]string]bool // documents by province and digest: whether an event names them
	kept   map[string]string  // states as they are kept
}

func (c *checking) wrong(format string, a ...any) {
	c.health.Problems = append(c.health.Problems, fmt.Sprintf(format, a...))
}

// file asks the engine.
func (c *checking) file(ctx context.Context) (err error) {
	if c.health.Version, err = c.s.version(ctx, c.tx); err != nil {
		return err
	}
	said, err := collect(ctx, c.tx, scanOne[string], "PRAGMA integrity_check")
	if err != nil {
		return err
	}
	for _, line := range said {
		if line != "ok" {
			c.wrong("tệp kho dữ liệu hỏng (%s)", line)
		}
	}
	broken, err := collect(ctx, c.tx, func(scan func(...any) error) (string, error) {
		var table, parent string
		var row, key sql.NullInt64
		err := scan(&table, &row, &parent, &key)
		return table, err
	}, "PRAGMA foreign_key_check")
	for _, table := range broken {
		c.wrong("bảng %s có dòng trỏ đến chỗ không có", table)
	}
	return err
}

func (c *checking) documents(ctx context.Context) error {
	_, err := collect(ctx, c.tx, func(scan func(...any) error) (struct{}, error) {
		var province, digest string
		var packed []byte
		if err := scan(&province, &digest, &packed); err != nil {
			return struct{}{}, err
		}
		if data, err := unpack(packed); err != nil || Digest(data) != digest {
			c.wrong("văn bản %s (%s) đã bị thay đổi", digest, province)
		}
		c.known[[2]string{province, digest}] = false
		c.health.Documents++
		return struct{}{}, nil
	}, "SELECT province, digest, packed FROM documents")
	return err
}

// states reads what is kept beside the events.
func (c *checking) states(ctx context.Context) error {
	for _, t := range []*stateTable{communesTable, dossiersTable, councilsTable} {
		_, err := collect(ctx, c.tx, func(scan func(...any) error) (struct{}, error) {
			values := make([]any, len(t.columns))
			texts := make([]string, len(t.columns))
			for i := range texts {
				values[i] = &texts[i]
			}
			err := scan(values...)
			name := t.rowName(texts)
			c.kept[name] = fmt.Sprintf("%q", texts)
			return struct{}{}, err
		}, t.selectAll())
		if err != nil {
			return err
		}
	}
	return nil
}

// subjects adds up the events again.
func (c *checking) subjects(ctx context.Context) error {
	var of Subject
	var gathered []docket.Event
	flush := func() {
		if len(gathered) > 0 {
			c.subject(of, gathered)
		}
		gathered = nil
	}
	_, err := collect(ctx, c.tx, func(scan func(...any) error) (struct{}, error) {
		e, err := scanEvent(scan)
		if err != nil {
			return struct{}{}, err
		}
		if key := SubjectOf(&e); key != of {
			flush()
			of = key
		}
		gathered = append(gathered, e)
		return struct{}{}, nil
	}, "SELECT "+eventColumns+" FROM events ORDER BY province, commune, council, at, id")
	flush()
	return err
}

func (c *checking) subject(of Subject, events []docket.Event) {
	c.health.Events += len(events)
	for i := range events {
		for _, digest := range docket.Documents(&events[i]) {
			key := [2]string{of.Province, digest}
			if _, there := c.known[key]; !there {
				c.wrong("sự kiện %s của %s thiếu văn bản %s", events[i].ID, of, digest)
				continue
			}
			c.known[key] = true
		}
	}
	s := &subject{events: events}
	if err := s.fold(of); err != nil {
		c.wrong("%v", err)
		return
	}
	rows, err := s.rows(of)
	if err != nil {
		c.wrong("%s: %v", of, err)
		return
	}
	for _, r := range rows {
		texts := make([]string, len(r.values))
		for i, v := range r.values {
			texts[i] = fmt.Sprint(v)
		}
		name := r.rowName(texts)
		if c.kept[name] != fmt.Sprintf("%q", texts) {
			c.wrong("trạng thái của %s không khớp với các sự kiện", name)
		}
		delete(c.kept, name)
	}
	if s.commune != nil {
		c.health.Communes++
		c.health.Dossiers += len(s.commune.Dossiers)
		for _, d := range s.commune.Dossiers {
			for _, conflict := range d.Conflicts {
				c.health.Conflicts = append(c.health.Conflicts, fmt.Sprintf("%s, năm %d: %s", of, d.Year, conflict.Why))
			}
		}
	} else {
		c.health.Councils++
		for _, conflict := range s.council.Conflicts {
			c.health.Conflicts = append(c.health.Conflicts, fmt.Sprintf("%s: %s (%s)", of, conflict.Why, conflict.By))
		}
	}
}

// end lists what nothing led to.
func (c *checking) end(context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(c.kept)) {
		c.wrong("trạng thái của %s không có sự kiện nào", name)
	}
	for key, named := range c.known {
		if !named {
			c.health.Orphans = append(c.health.Orphans, key[1])
		}
	}
	slices.Sort(c.health.Orphans)
	return nil
}

// String names a subject for people.
func (s Subject) String() string {
	if s.Council != "" {
		return fmt.Sprintf("hội đồng %s, %s", s.Council, s.Province)
	}
	return fmt.Sprintf("xã %s, %s", s.Commune, s.Province)
}
