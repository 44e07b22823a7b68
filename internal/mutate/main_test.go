package main

import (
	"slices"
	"strings"
	"testing"
)

const text = `package small

import "strings"

var order = []string{first, second, third}

func small(a, b int, list []string) bool {
	if strings.Contains(list[0], "x") && a <= b {
		return !ready
	}
	switch {
	case empty(list):
		return max(a, b) == 2
	}
	return at.Before(on)
}
`

// Each change is one that a careful reader of the file would name.
func TestChangesOf(t *testing.T) {
	changes, err := changesOf("small.go", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range changes {
		got = append(got, c.String())
		if text[c.from:c.to] != c.was {
			t.Errorf("%s stands at %q", c, text[c.from:c.to])
		}
	}
	slices.Sort(got)
	want := []string{
		`small.go:12: empty(list) → !(empty(list))`,
		`small.go:13: 2 → 1`, `small.go:13: 2 → 3`, `small.go:13: == → !=`, `small.go:13: max → min`, `small.go:15: Before → After`,
		`small.go:5: first, second → second, first`, `small.go:5: second, third → third, second`,
		`small.go:8: && → ||`, `small.go:8: 0 → 1`, `small.go:8: <= → <`, `small.go:8: <= → >`,
		`small.go:8: strings.Contains(list[0], "x") → !(strings.Contains(list[0], "x"))`, `small.go:9: ! → `,
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
