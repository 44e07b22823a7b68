package sitting

import (
	"context"
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"time"

	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/papers"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

// Paper is a file of a sitting that members fill in.
type Paper struct {
	Name   string // of the file
	Write  func(io.Writer) error
	digest string // of a ballot's number, "" for a sheet of hands
}

// Papers are what the members who sit fill in: a secret ballot for each, or one sheet for
// a show of hands. Nothing is written down yet.
func (s *Sitting) Papers(hands bool, random io.Reader) ([]Paper, error) {
	if err := s.may(council.ToIssue); err != nil {
		return nil, err
	}
	if hands {
		write := func(to io.Writer) error { return papers.WriteHands(to, &s.Who, s.Cases, len(s.Present)) }
		return []Paper{{Name: "gio-tay-" + vi.Slug(s.ID) + ".xlsx", Write: write}}, nil
	}
	numbers, err := council.Numbers(random, len(s.Present))
	var out []Paper
	for _, n := range numbers {
		write := func(to io.Writer) error { return papers.WriteBallot(to, &s.Who, s.Cases, n) }
		out = append(out, Paper{Name: "phieu-" + n + ".xlsx", Write: write, digest: council.NumberDigest(s.ID, n)})
	}
	return out, err
}

// Issue writes down that papers were given out: from now on the batch stays as it is.
func (s *Sitting) Issue(ctx context.Context, st *store.Store, by string, hands bool, papers []Paper) error {
	body := docket.BallotsIssuedBody{Secret: !hands}
	for _, p := range papers {
		if p.digest != "" {
			body.Ballots = append(body.Ballots, p.digest)
		}
	}
	for _, c := range s.Cases {
		body.Cases = append(body.Cases, docket.CaseRef{Commune: c.Key, Title: c.Title, Note: c.Note})
	}
	return s.add(ctx, st, s.event(docket.BallotsIssued, by, body))
}

// HandOut writes what the members who sit fill in to a folder, and then down that it was
// given out. It gives how many files there are.
func (s *Sitting) HandOut(ctx context.Context, st *store.Store, by string, hands bool, folder string,
	at time.Time) (int, error) {
	all, err := s.Papers(hands, rand.Reader)
	if err != nil {
		return 0, err
	}
	if err := whole.Folder(folder); err != nil {
		return 0, err
	}
	for _, p := range all {
		path := filepath.Join(folder, p.Name)
		if err := whole.Write(path, false, p.Write); err != nil {
			return 0, err
		}
		_ = os.Chtimes(path, at, at) // one time for all: the order in which they were written tells nothing
	}
	// Only now the store: papers that it does not know are not counted, and are
	// written anew.
	if err := s.Issue(ctx, st, by, hands, all); err != nil {
		for _, p := range all {
			_ = os.Remove(filepath.Join(folder, p.Name))
		}
		return 0, err
	}
	return len(all), nil
}
