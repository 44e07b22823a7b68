package packs

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ntm/criteria"

	"github.com/google/go-cmp/cmp"
)

// How sure the thresholds of each standard are stands in a file, so that whoever changes
// a pack sees in the diff what it moved: go test ./criteria/packs -run 'TestParsed|TestTally' -update
func TestTallyOfThePacks(t *testing.T) {
	const file = "testdata/tally.txt"
	var got strings.Builder
	row := func(id string, cells ...any) {
		fmt.Fprintf(&got, "%-20s"+strings.Repeat(" %9v", len(cells))+"\n", append([]any{id}, cells...)...)
	}
	head := []any{"all"}
	for _, status := range criteria.Statuses {
		head = append(head, status)
	}
	row("standard", head...)
	lib := readParsed()
	for _, std := range lib.Standards {
		counts, err := lib.Tally(std)
		if err != nil {
			t.Fatal(err)
		}
		all := 0
		cells := []any{0}
		for _, status := range criteria.Statuses {
			all += counts[status]
			cells = append(cells, counts[status])
		}
		cells[0] = all
		row(std.ID, cells...)
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil { //nolint:gosec // a file of the sources
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Error(diff)
	}
}
