package decision_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/decision"
	"ntm/internal/vi"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what was read as what is expected")

// told is everything that was read of a decision, for a person to hold against the file.
func told(d *decision.Decision) string {
	var out strings.Builder
	date := ""
	if !d.Date.IsZero() {
		date = vi.Date(d.Date)
	}
	fmt.Fprintf(&out, "số: %s\nngày: %s\ncơ quan: %s\ntên: %s\n", d.Number, date, d.Issuer, d.Title)
	if d.IsDraft {
		out.WriteString("DỰ THẢO\n")
	}
	for _, s := range d.Said {
		fmt.Fprintf(&out, "lưu ý: %s\n", s)
	}
	for _, doubt := range d.Doubts {
		fmt.Fprintf(&out, "? %s\n", doubt)
	}
	for _, o := range d.Others {
		fmt.Fprintf(&out, "bảng khác: %d %q\n", o.Table, o.Says)
	}
	for _, a := range d.Annexes {
		fmt.Fprintf(&out, "\n=== phụ lục %q, mức %q của %s, bảng %v, đơn vị %q: %s\n", a.No, a.Level, a.Of,
			a.Tables, a.Unit, a.Title)
		read, again := a.Count()
		fmt.Fprintf(&out, "%d mức đọc được, %d cần đọc lại\n", read, again)
		for _, doubt := range a.Doubts {
			fmt.Fprintf(&out, "? %s\n", doubt)
		}
		group, criterion := "", ""
		for _, r := range a.Rows {
			if r.Group != group {
				group = r.Group
				fmt.Fprintf(&out, "\n## %s\n", group)
			}
			if name := r.CriterionNo + " " + r.Criterion; name != criterion {
				criterion = name
				fmt.Fprintf(&out, "\n# %s\n", criterion)
			}
			tellRow(&out, r)
		}
		for _, n := range a.Notes {
			fmt.Fprintf(&out, "ghi chú: %s\n", n)
		}
	}
	return out.String()
}

func tellRow(out *strings.Builder, r *decision.Row) {
	fmt.Fprintf(out, "[bảng %d dòng %d] %s %s", r.Table, r.Row, r.No, r.Name)
	if r.Part != "" {
		fmt.Fprintf(out, " | %s", r.Part)
	}
	if r.Year != 0 {
		fmt.Fprintf(out, " | năm %d", r.Year)
	}
	if r.Unit != "" {
		fmt.Fprintf(out, " (%s)", r.Unit)
	}
	if len(r.Notes) > 0 {
		fmt.Fprintf(out, " {chú thích %s}", strings.Join(r.Notes, ", "))
	}
	out.WriteString("\n")
	for _, doubt := range r.Doubts {
		fmt.Fprintf(out, "    ? %s\n", doubt)
	}
	for i, c := range r.Cells {
		if i > 0 && r.Cells[i-1].Words == c.Words && c.Shared && len(c.Doubts) == 0 {
			fmt.Fprintf(out, "    %-22s cùng ô\n", columnName(c.Column))
			continue
		}
		fmt.Fprintf(out, "    %-22s %q → %s", columnName(c.Column), c.Words, c.Reading)
		if len(c.Notes) > 0 {
			fmt.Fprintf(out, " {chú thích %s}", strings.Join(c.Notes, ", "))
		}
		out.WriteString("\n")
		for _, doubt := range c.Doubts {
			fmt.Fprintf(out, "        ? %s\n", doubt)
		}
	}
}

func columnName(c *decision.Column) string {
	name := string(c.Kind)
	if len(c.IDs) > 0 {
		name += " " + strings.Join(c.IDs, "+")
	}
	if c.Year != 0 {
		name += fmt.Sprintf(" %d", c.Year)
	}
	return name
}

// Decisions laid out as the real ones are, with invented contents, and what is read of
// them. Those that need LibreOffice are left out where it is not installed.
func TestDecisions(t *testing.T) {
	files, err := filepath.Glob("../../testdata/decisions/gia-dinh-*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no decisions: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".golden.txt") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			if needsOffice(file) {
				office(t)
			}
			d, err := decision.Read(t.Context(), file)
			if err != nil {
				t.Fatal(err)
			}
			got := told(d)
			golden := file + ".golden.txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
