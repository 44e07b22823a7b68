package vi_test

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"ntm/internal/vi"
)

// A text is asked about once, as long as not too many others come between, and always told the same.
func TestRemembered(t *testing.T) {
	var asked atomic.Int64
	length := vi.Remembered(func(text string) int {
		asked.Add(1)
		return len(text)
	})
	for range 3 {
		if length("thôn") != len("thôn") || asked.Load() != 1 {
			t.Errorf("asked %d times", asked.Load())
		}
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 5000 {
				if text := fmt.Sprint(i); length(text) != len(text) {
					t.Errorf("%s is %d long", text, length(text))
				}
			}
		})
	}
	all.Wait()
	before := asked.Load()
	if before < 5001 || before > 20_001 {
		t.Errorf("asked %d times", before)
	}
	long := strings.Repeat("dài ", 500)
	for i := range int64(2) {
		if length(long) != len(long) || asked.Load() != before+1+i {
			t.Error("a long text was kept, or is not told rightly")
		}
	}
}
