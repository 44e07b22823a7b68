package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/term"
)

// The line of progress stands alone on standard error, and is gone at the end.
func TestProgress(t *testing.T) {
	report, err := filepath.Abs("../../testdata/quang-trung-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var screen, stdout bytes.Buffer
	now := time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC)
	w := World{Terminal: term.Terminal{Stdout: &stdout, Stderr: &screen, Progress: true, Now: func() time.Time {
		now = now.Add(60 * time.Millisecond)
		return now
	}}}
	if status := Run(t.Context(), []string{"assess", report, report, report, report, "--json"}, w); status != done {
		t.Fatalf("status %d: %s", status, screen.String())
	}
	shown := screen.String()
	if !strings.HasPrefix(shown, "đã đọc 2/4") ||
		!strings.HasSuffix(shown, "\r"+strings.Repeat(" ", len([]rune("đã đọc 4/4")))+"\r") {
		t.Errorf("progress was %q", shown)
	}
	if strings.Contains(stdout.String(), "đã đọc") || strings.Count(stdout.String(), "\n") != 4 {
		t.Error("standard output is not the result alone")
	}
	screen.Reset()
	w.Progress = false
	if Run(t.Context(), []string{"assess", report, report, "--json"}, w); screen.Len() > 0 {
		t.Errorf("without a terminal it says %q", screen.String())
	}
}

// A summary has an end however much is wrong.
func TestTally(t *testing.T) {
	var sums tally
	for i := range 3000 {
		sums.add(&office.Item{File: fmt.Sprintf("gia-dinh-%d.xlsx", i), Err: problem.List{{Message: "sai"}}})
	}
	list := problem.Of(sums.err())
	if len(list) != mostOfProblems+1 || list[0].File != "gia-dinh-0.xlsx" ||
		list[mostOfProblems].Message != "còn 1000 lỗi nữa không ghi ở đây" {
		t.Errorf("%d problems, at last %v", len(list), list[len(list)-1])
	}
	if len(sums.names) != mostNames || sums.failed != 3000 {
		t.Errorf("%d names of %d", len(sums.names), sums.failed)
	}
}

// What is wrong with a column of a province's sheet is told once, with three examples.
func TestOneCauseOverManyRows(t *testing.T) {
	var sums tally
	for row := range 500 {
		cell := func(column string) problem.Pos {
			return problem.Pos{File: "gia-dinh.csv", Cell: fmt.Sprint(column, row+2)}
		}
		sums.add(&office.Item{File: "gia-dinh.csv", Row: row + 2, Err: problem.List{
			cell("C").Problem(fmt.Sprintf("đọc thấy \"%d km\"", row), ""),
			cell("D").Problem(fmt.Sprintf("ghi 0,%d: là bao nhiêu?", row), "")}})
	}
	list := problem.Of(sums.err())
	if len(list) != 2 || list[0].Cell != "C2" || list[1].Cell != "D2" ||
		!strings.HasSuffix(list[0].Message, "; cũng vậy ở 499 chỗ khác, ví dụ ô C3, ô C4") {
		t.Errorf("%d problems: %v", len(list), list)
	}
}
