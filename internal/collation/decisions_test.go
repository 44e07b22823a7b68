package collation_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

var update = flag.Bool("update", false, "write the golden files")

// The invented decisions, each beside a standard: what is made of every row and line.
func TestInventedDecisions(t *testing.T) {
	for _, tt := range []struct {
		file, level, standard string
		layer                 criteria.Layer
	}{
		{"theo-nam.xlsx", "ntm", "ntm-2021-2025", criteria.Province},
		{"theo-khu-vuc.docx", "nang-cao", "nang-cao-2021-2025", criteria.Province},
		{"theo-nhom.docx", "ntm", "ntm-2026-2030", criteria.Nation},
	} {
		t.Run(tt.file, func(t *testing.T) {
			l := collation.NewLaw(collationtest.Library(t), collationtest.Standard(t, tt.standard), "")
			c := collation.Collate(l, nil, []collation.Paper{collationtest.PaperOf(t, tt.file, tt.level, tt.layer)})
			golden(t, "gia-dinh-"+tt.file+".txt", told(l, c))
		})
	}
}

// told is a collation for a reader of the golden files.
func told(l *collation.Law, c *collation.Collation) string {
	var out strings.Builder
	sum := c.Summary()
	fmt.Fprintf(&out, "%s: %d indicators, %d read, %d unread, %v\n\n", c.Papers[0].Article(), sum.Indicators, sum.Read,
		sum.Unread, sum.Rows)
	for _, r := range c.Rows {
		if r.Said.Kind == collation.Absent && len(r.Said.Why) == 0 {
			continue
		}
		fmt.Fprintf(&out, "%s (%s, %s): %s\n  %s: %s %s | %q\n", r.Key(l), r.When(), r.Where(l), r.Present(),
			r.Said.Kind, r.Said.Asks.Way(), r.Said.Asks.Value(), r.Said.Words)
		for _, why := range r.Said.Why {
			fmt.Fprintf(&out, "  ? %s\n", why)
		}
	}
	for _, n := range c.Lines {
		figure := n.Invented.Name
		if n.Figure != nil {
			figure = n.Figure.ID
		}
		fmt.Fprintf(&out, "+ %s | %s %s %s %d%s | %s\n  %s: %s %s", n.Criterion, n.No, n.Name, n.Part,
			n.Year, strings.TrimRight(" "+n.Case, " "), figure, n.Kind, collation.Way(n.Op), n.All)
		for _, column := range slices.Sorted(maps.Keys(n.At)) {
			fmt.Fprintf(&out, " %s=%s", column, n.At[column])
		}
		fmt.Fprintf(&out, " | %q\n", n.Words)
		for _, f := range n.Candidates {
			fmt.Fprintf(&out, "  or %s\n", f.ID)
		}
		for _, why := range n.Why {
			fmt.Fprintf(&out, "  ? %s\n", why)
		}
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s is now\n%s", path, got)
	}
}
