package office

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Whoever is done first, results come in the order of the things, each thing's
// in the order in which they were made.
func TestInOrder(t *testing.T) {
	things := make([]int, 300)
	var want []string
	for i := range things {
		things[i] = i
		for k := range i % 4 {
			want = append(want, fmt.Sprint(i, "/", k))
		}
	}
	var got []string
	err := InOrder(slices.Values(things), func(i int, emit func(string) bool) {
		time.Sleep(time.Duration(rand.IntN(200)) * time.Microsecond)
		for k := range i % 4 {
			emit(fmt.Sprint(i, "/", k))
		}
	}, func(s string) error {
		got = append(got, s)
		return nil
	})
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

// When the results are wanted no longer, everybody goes home: also who reads
// things without end, and who makes results without end.
func TestInOrderStops(t *testing.T) {
	before, enough := runtime.NumGoroutine(), errors.New("enough")
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	taken := 0
	err := InOrder(endless, func(i int, emit func(int) bool) {
		for emit(i) {
		}
	}, func(int) error {
		if taken++; taken == 1000 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || taken != 1000 {
		t.Errorf("%v after %d", err, taken)
	}
	for tries := 0; runtime.NumGoroutine() > before; tries++ { // one that is done may still be counted
		if tries == 1000 {
			t.Fatalf("%d goroutines are left", runtime.NumGoroutine()-before)
		}
		time.Sleep(time.Millisecond)
	}
}

// However many things there are, few results are held.
func TestInOrderHoldsFew(t *testing.T) {
	made, taken, most := make(chan struct{}, 1e6), 0, 0
	things := slices.Values(make([]int, 5000))
	_ = InOrder(things, func(_ int, emit func(int) bool) {
		made <- struct{}{}
		emit(0)
	}, func(int) error {
		taken++
		most = max(most, len(made)-taken)
		return nil
	})
	if limit := ahead + 4*runtime.GOMAXPROCS(0) + 2; most > limit {
		t.Errorf("%d results were held, at most %d should be", most, limit)
	}
}
