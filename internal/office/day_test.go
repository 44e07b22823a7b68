package office

import (
	"strings"
	"testing"
)

// A day is read as people write it, nothing is no day, and what is none is told with what it was.
func TestDay(t *testing.T) {
	for text, want := range map[string]string{"": "", " ": "", "15/11/2023": "2023-11-15", "1/2/2024": "2024-02-01",
		" 15/11/2023 ": "2023-11-15"} {
		day, err := Day(text)
		if got := day.String(); err != nil || want == "" != day.IsZero() || want != "" && got != want {
			t.Errorf("%q is %q: %v", text, got, err)
		}
	}
	for _, text := range []string{"31/2/2023", "hôm qua", "15/11", "2023-13-01", "0/0/0"} {
		if day, err := Day(text); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%q is %v: %v", text, day, err)
		}
	}
}
