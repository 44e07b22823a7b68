package storetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"ntm/internal/store"
	"ntm/internal/testenv"
)

func writersLoseNothing(t *testing.T, open Open) {
	s := open(t, always)
	const writers, each = 8, 20
	var group sync.WaitGroup
	errs := make(chan error, writers*each)
	for w := range writers {
		group.Go(func() {
			for i := range each {
				key := fmt.Sprint(i % 5) // the same communes as the others
				errs <- s.AppendOne(context.Background(), Report("Giả Định", key, "Xã "+key, 2023,
					fmt.Sprintf("bản %d của %d", i, w)))
			}
		})
	}
	group.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	if n := sound(t, s); n != 2*writers*each {
		t.Errorf("%d events, want %d", n, 2*writers*each)
	}
}

// Writers who each add to the same hundreds of communes, in an order of their own.
func largeWritesLoseNothing(t *testing.T, open Open) {
	s := open(t, always)
	const writers = 4
	communes := testenv.Some(t, 150, 450)
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			changes := make([]store.Change, communes)
			for i, n := range rand.New(rand.NewPCG(uint64(w), 1)).Perm(communes) {
				key := fmt.Sprint(n)
				changes[i] = Report("Giả Định", key, "Xã "+key, 2023, fmt.Sprint("bản ", w))
			}
			refused, err := s.Append(context.Background(), changes...)
			if err = errors.Join(append(refused, err)...); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n := sound(t, s); n != 2*writers*communes {
		t.Errorf("%d events, want %d", n, 2*writers*communes)
	}
}

func readersSeeOneMoment(t *testing.T, open Open) {
	s := open(t, always)
	done := make(chan error)
	go func() {
		for i := range 60 { // two communes at a time, or none
			refused, err := s.Append(context.Background(), Report("Giả Định", fmt.Sprintf("a%d", i), "A", 2023, ""),
				Report("Giả Định", fmt.Sprintf("b%d", i), "B", 2023, ""))
			if err = errors.Join(append(refused, err)...); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for seen := 0; seen < 120; {
		found, err := s.Dossiers(t.Context(), store.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if len(found)%2 != 0 || len(found) < seen {
			t.Fatalf("%d dossiers after %d: half of a change was seen", len(found), seen)
		}
		seen = len(found)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// A report reads several lists: within a moment they agree, whatever comes in.
func aMomentStandsStill(t *testing.T, open Open) {
	s := open(t, always)
	must(t, s, Report("Giả Định", "1", "Một", 2023, ""))
	count := func(s *store.Store) (dossiers, titles, events int) {
		found, err := s.Dossiers(t.Context(), store.Filter{})
		holders, other := s.Holders(t.Context(), store.Filter{})
		of, third := s.Subjects(t.Context(), "", "")
		if err = errors.Join(err, other, third); err != nil {
			t.Fatal(err)
		}
		return len(found), len(holders), len(of)
	}
	err := s.Moment(t.Context(), func(still *store.Store) error {
		if a, b, c := count(still); a != 1 || b != 1 || c != 1 {
			t.Errorf("%d dossiers, %d communes, %d subjects", a, b, c)
		}
		must(t, s, Report("Giả Định", "2", "Hai", 2023, ""))
		if a, b, c := count(still); a != 1 || b != 1 || c != 1 {
			t.Errorf("what came in later is seen: %d dossiers, %d communes, %d subjects", a, b, c)
		}
		return nil
	})
	if a, b, c := count(s); err != nil || a != 2 || b != 2 || c != 2 {
		t.Errorf("%d dossiers, %d communes, %d subjects, %v", a, b, c, err)
	}
}
