package guide

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
)

// Where the year's set is a frame, the first sentence says how its decision is read in,
// and the first step offered does it.
func TestAYearWithoutItsDecision(t *testing.T) {
	const says = "chưa có chỉ tiêu nào"
	for _, tt := range []struct {
		name    string
		year    int
		report  string // in the folder
		answers []string
		says    int // how often it is said
		chosen  string
	}{
		{"now", 2026, "", []string{"q"}, 1, "Chọn việc [7]"},
		{"now, with a report", 2026, reportOf2023, []string{"q"}, 1, "Chọn việc [2]"},
		{"of a year that has its law", 2023, "", []string{"q"}, 0, "Chọn việc [1]"},
		{"the form of such a year", 2023, "", []string{"1", "2026", "q"}, 1, "Chọn việc [1]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if tt.report != "" {
				writeText(t, "bao-cao.yaml", tt.report)
			}
			at, out := terminal(tt.answers...)
			at.Now = func() time.Time { return time.Date(tt.year, 5, 4, 9, 0, 0, 0, time.UTC) }
			if err := Talk(t.Context(), at, stub{}); err != nil {
				t.Fatal(err)
			}
			text := out.String()
			holdsAll(t, text, tt.chosen)
			if got := strings.Count(text, says); got != tt.says {
				t.Errorf("said %d times, want %d:\n%s", got, tt.says, text)
			}
			if tt.says > 0 {
				how := "hoặc chọn việc 7 dưới đây."
				if tt.year != 2026 {
					how = "hoặc gõ 0 rồi chọn việc 7."
				}
				holdsAll(t, text, "Năm 2026: chưa có chỉ tiêu nào trong 47 chỉ tiêu của 51/2025/QĐ-TTg",
					"  ntm criteria read QUYẾT_ĐỊNH.docx -o doi-chieu.xlsx", how)
			}
			if menu := strings.Index(text, "Việc cần làm"); tt.year == 2026 && strings.Index(text, says) > menu {
				t.Errorf("it is not said first:\n%s", text)
			}
		})
	}
}

// A decision is read into a workbook, and the workbook is what is taken in next.
func TestReadingADecision(t *testing.T) {
	t.Chdir(t.TempDir())
	writeText(t, "quyet dinh 51.docx", "giả định")
	writeText(t, "doi-chieu-quyet-dinh-51.xlsx", "cũ")
	var lines []string
	at, out := terminal("7", "1", "", "0", "8", "", "", "Văn phòng thử", "0", "q")
	if err := Talk(t.Context(), at, stub{lines: &lines}); err != nil {
		t.Fatal(err)
	}
	want := []string{"criteria read quyet dinh 51.docx -o doi-chieu-quyet-dinh-51-2.xlsx",
		"criteria import doi-chieu-quyet-dinh-51.xlsx --office Văn phòng thử"}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("ran %q, want %q; said:\n%s", lines, want, out)
	}
}

// A program whose law cannot be loaded says so at the step that needs it, not before.
func TestALawThatCannotBeLoaded(t *testing.T) {
	t.Chdir(t.TempDir())
	at, out := terminal("q")
	if err := Talk(t.Context(), at, lawless{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "chưa có chỉ tiêu nào") {
		t.Errorf("what it cannot know is said:\n%s", out)
	}
}

// lawless is a program whose packs are damaged.
type lawless struct{ stub }

func (lawless) Library() (*criteria.Library, error) { return nil, errors.New("hỏng") }
