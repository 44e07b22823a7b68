package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Desks lets people work at one store at the same time, each at a desk of his own,
// on the same few communes: reports come in, are submitted, sent back, taken up and
// given opinions on, and lists are looked at. What a desk was told is done is there,
// once, at the end; what was refused says why; a list that cannot be read says what
// to do; and nothing else is there. halfway is
// called once, when half of the work is done.
func Desks(t *testing.T, desks []*store.Store, actions int, halfway func()) {
	t.Helper()
	w := &worked{told: map[string]bool{}}
	var group sync.WaitGroup
	for n, s := range desks {
		group.Go(func() {
			random := rand.New(rand.NewPCG(uint64(n), 7))
			for i := range actions {
				name := fmt.Sprintf("bàn %d, việc %d", n, i)
				change, err := act(s, random, name)
				if w.count(name, change, err) == len(desks)*actions/2 {
					halfway()
				}
			}
		})
	}
	group.Wait()
	for _, err := range w.failed {
		t.Error(err)
	}
	w.nothingLost(t, desks[0])
	if w.refusals == 0 || len(w.told) < w.done/4 {
		t.Errorf("%d events, %d refusals of %d actions: the desks were not in each other's way", len(w.told),
			w.refusals, w.done)
	}
	t.Logf("%d desks, %d actions: %d events, %d refusals, %d lists that could not be read", len(desks), w.done,
		len(w.told), w.refusals, w.unread)
	sound(t, desks[0])
}

// worked is what all desks together were told.
type worked struct {
	mutex                  sync.Mutex
	told                   map[string]bool // ids of events
	done, refusals, unread int
	failed                 []error
}

// count adds an action and gives how many there are by now.
func (w *worked) count(name string, change store.Change, err error) int {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	switch {
	case err == nil:
		for _, e := range change.Events {
			w.told[e.ID] = true
		}
	case docket.IsRefusal(err) && err.Error() != "":
		w.refusals++
	case len(change.Events) == 0 && problem.Of(err)[0].Hint != "":
		w.unread++
	default:
		w.failed = append(w.failed, fmt.Errorf("%s: %w", name, err))
	}
	w.done++
	return w.done
}

// nothingLost holds the events that are there against those that the desks were told of.
func (w *worked) nothingLost(t *testing.T, s *store.Store) {
	t.Helper()
	there := map[string]bool{}
	for _, events := range everything(t, s) {
		for _, e := range events {
			there[e.ID] = true
		}
	}
	lost, more := 0, 0
	for id := range w.told {
		if !there[id] {
			lost++
		}
	}
	for id := range there {
		if !w.told[id] {
			more++
		}
	}
	if lost > 0 || more > 0 {
		t.Errorf("of %d events that were told of %d are lost, and %d are there of which nobody was told", len(w.told),
			lost, more)
	}
}

// act does one thing; the change is what it wrote.
func act(s *store.Store, random *rand.Rand, as string) (store.Change, error) {
	const province, year = "Giả Định", 2023
	key := fmt.Sprint(random.IntN(12))
	var change store.Change
	switch random.IntN(10) {
	case 0, 1, 2:
		change = Report(province, key, "Xã "+key, year, as)
	case 3, 4:
		change = Step(docket.Submitted, province, key, year, Submission(as))
	case 5:
		change = Step(docket.SentBack, province, key, year, docket.SentBackBody{Reasons: []docket.Reason{{Text: as}}})
	case 6:
		change = Step(docket.TakenUp, province, key, year, docket.NoteBody{Note: as})
	case 7, 8:
		change = Step(docket.Opined, province, key, year, docket.Opinion{Department: "Sở " + as,
			On: fmt.Sprint(1 + random.IntN(3)), Result: "Đạt"})
	default:
		_, err := s.Dossiers(context.Background(), store.Filter{Province: province})
		return store.Change{}, err
	}
	return change, s.AppendOne(context.Background(), change)
}
