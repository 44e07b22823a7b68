package vi

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func TestCompareOrder(t *testing.T) {
	lists := map[string][]string{
		"letters":      {"a", "ă", "â", "b", "d", "đ", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"},
		"tones":        {"ma", "mà", "mả", "mã", "má", "mạ"},
		"villages":     {"Thôn 1", "Thôn 2", "Thôn 2A", "Thôn 10", "Thôn 21"},
		"numbers":      {"9", "10", "100"},
		"đ after d":    {"Dân Chủ", "Du Già", "Đa Lộc", "Đông Sơn"},
		"numbers last": {"Tân Lập", "Tân Lập 1", "Tân Lập 2", "Tân Lập 10"},
		"tones last":   {"Bá Thước", "Ba Vì", "Bắc Sơn", "Bình Lư"}, // letters of the whole name first
		"same value":   {"Thôn 02", "Thôn 2"},
	}
	for name, want := range lists {
		t.Run(name, func(t *testing.T) {
			got := slices.Clone(want)
			rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
			slices.SortFunc(got, Compare)
			if !slices.Equal(got, want) {
				t.Errorf("sorted %q, want %q", got, want)
			}
		})
	}
}

func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := NFC(text().Draw(t, "a")), NFC(text().Draw(t, "b")), NFC(text().Draw(t, "c"))
		if (Compare(a, b) == 0) != (a == b) {
			t.Fatalf("Compare(%q, %q) = %d", a, b, Compare(a, b))
		}
		if Compare(a, b) != -Compare(b, a) {
			t.Fatalf("Compare(%q, %q) does not turn with its arguments", a, b)
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Fatalf("%q ≤ %q ≤ %q, but not the first ≤ the last", a, b, c)
		}
	})
}

// Meant for go test -race: a collator shared by two goroutines is a data race.
func TestCompareConcurrently(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if Compare("Thôn 2", "Thôn 10") >= 0 {
					t.Error("Thôn 2 came after Thôn 10")
					return
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		Compare("Thôn Quảng Trung 2", "Thôn Quảng Trung 10")
	}
}
