package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"maps"
	"slices"

	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/problem"

	"modernc.org/sqlite"
)

// Health is what Check found.
type Health struct {
	Version   int      `json:"version"` // of the structure
	Events    int      `json:"events"`
	Documents int      `json:"documents"`
	Communes  int      `json:"communes"`
	Dossiers  int      `json:"dossiers"`
	Councils  int      `json:"councils"`
	Digest    string   `json:"digest"`    // SHA-256 of all events and documents; equal stores have equal ones
	Conflicts []string `json:"conflicts"` // events that could not follow those before them
	Orphans   []string `json:"orphans"`   // digests of documents that no event names
	Problems  []string `json:"problems"`  // in which the store is not sound
}

// Sound tells whether nothing is wrong.
func (h *Health) Sound() bool { return len(h.Problems) == 0 }

// Check looks at everything: the file itself, every document against its digest,
// every event's documents, and whether what is kept beside the events is what they
// add up to. An error is a store that cannot be read at all.
func (s *Store) Check(ctx context.Context) (health *Health, err error) {
	err = s.Moment(ctx, func(still *Store) error {
		health, err = still.check(ctx)
		return err
	})
	return health, err
}

func (s *Store) check(ctx context.Context) (*Health, error) {
	c := &checking{s: s, health: &Health{Conflicts: []string{}, Orphans: []string{}, Problems: []string{}},
		sum: sha256.New(), known: map[[2]string]bool{}, kept: map[string]hashed{}, damaged: map[[2]string]bool{}}
	for _, part := range []func(context.Context) error{c.engine, c.documents, c.states, c.subjects, c.end} {
		err := part(ctx)
		if _, torn := errors.AsType[*sqlite.Error](err); torn && ctx.Err() == nil {
			c.wrong("không đọc hết được kho: %v", problem.Of(s.explain(err))[0].Message) // the rest goes on
			continue
		}
		if err != nil {
			return nil, s.explain(err)
		}
	}
	return c.health, nil
}

type checking struct {
	s      *Store
	health *Health
	sum    hash.Hash
	known  map[[2]string]bool // documents by province and digest: whether an event names them
	kept   map[string]hashed  // states as they are kept

	damaged map[[2]string]bool // documents that are not what they were

	packed, unzipped int64 // bytes of the documents so far
}

// hashed is a row in little: a country's take much memory at once.
type hashed [sha256.Size]byte

func hashOf(row []string) hashed { return sha256.Sum256(fmt.Appendf(nil, "%q", row)) }

// add adds texts to the digest, told apart by their lengths.
func (c *checking) add(texts ...string) {
	for _, text := range texts {
		_, _ = fmt.Fprintf(c.sum, "%d:%s", len(text), text) // a hash takes everything
	}
}

func (c *checking) wrong(format string, a ...any) {
	c.health.Problems = append(c.health.Problems, fmt.Sprintf(format, a...))
}

// engine asks the engine.
func (c *checking) engine(ctx context.Context) (err error) {
	if c.health.Version, err = c.s.version(ctx, c.s.read); err != nil {
		return err
	}
	wrong, err := c.s.inspect(ctx, c.s.read)
	c.health.Problems = append(c.health.Problems, wrong...)
	return err
}

// bad names a row that cannot be read.
func (c *checking) bad(row string) { c.wrong("không đọc được %s", row) }

func (c *checking) documents(ctx context.Context) error {
	var tooMuch error
	err := documentsTable.each(ctx, c.s.read, "ORDER BY province, digest", nil, func(scan scanner) error {
		var province, digest string
		var packed []byte
		if err := scan(&province, &digest, &packed); err != nil || tooMuch != nil {
			return err
		}
		data, err := unpack(packed)
		c.packed, c.unzipped = c.packed+int64(len(packed)), c.unzipped+int64(len(data))
		if c.unzipped > mostUnzipped+unzippedTimes*c.packed {
			tooMuch = c.s.damaged("các văn bản nén quá mức, mở ra sẽ đầy đĩa hoặc bộ nhớ")
			return nil
		}
		if err != nil || Digest(data) != digest {
			c.wrong("văn bản %s (%s) đã bị thay đổi", digest, province)
			c.damaged[[2]string{province, digest}] = true
			return nil //nolint:nilerr // it is noted, and the rest goes on
		}
		c.known[[2]string{province, digest}] = false
		c.add(province, digest)
		c.health.Documents++
		return nil
	}, c.bad)
	return errors.Join(err, tooMuch)
}

// states reads what is kept beside the events.
func (c *checking) states(ctx context.Context) error {
	for _, t := range stateTables {
		err := t.each(ctx, c.s.read, "", nil, func(scan scanner) error {
			values := make([]any, len(t.columns))
			texts := make([]string, len(t.columns))
			for i := range texts {
				values[i] = &texts[i]
			}
			if err := scan(values...); err != nil {
				return err
			}
			c.kept[t.rowName(texts)] = hashOf(texts)
			return nil
		}, c.bad)
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
	err := readable(ctx, c.s.read, "ORDER BY province, commune, council, at, id", nil,
		func(e docket.Event, seal string) {
			if seal != e.Seal() {
				c.wrong("sự kiện %s (%s của %s) đã bị thay đổi", e.ID, e.Kind.Word(), subjectOf(&e))
			}
			if key := subjectOf(&e); key != of {
				flush()
				of = key
			}
			gathered = append(gathered, e)
			c.add(e.Seal())
		}, c.bad)
	flush()
	return err
}

func (c *checking) subject(of Subject, events []docket.Event) {
	c.health.Events += len(events)
	for i := range events {
		for _, digest := range docket.Documents(&events[i]) {
			key := [2]string{of.Province, digest}
			if c.damaged[key] {
				continue // which was told of
			}
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
	for _, t := range stateTables {
		for _, row := range rows[t] { // held against what is kept
			texts := list.Map(row, func(v any) string { return fmt.Sprint(v) })
			name := t.rowName(texts)
			if c.kept[name] != hashOf(texts) {
				c.wrong("trạng thái của %s không khớp với các sự kiện", name)
			}
			delete(c.kept, name)
		}
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
	c.health.Digest = hex.EncodeToString(c.sum.Sum(nil))
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
