package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/term"
)

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.YAML", "c/d.json", "c/e.csv", "c/ghi-chu.docx", "~$b.xlsx", ".an/f.yaml", ".g.yaml", "rong/x.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for _, tt := range []struct {
		given, want []string
		problems    int
	}{
		{[]string{"."}, []string{"a.YAML", "b.xlsx", "c/d.json", "c/e.csv"}, 0},
		{[]string{"c", "b.xlsx", "khong-co.xlsx"}, []string{"c/d.json", "c/e.csv", "b.xlsx", "khong-co.xlsx"}, 0},
		{[]string{"c/ghi-chu.docx", ".an"}, []string{"c/ghi-chu.docx", ".an/f.yaml"}, 0}, // named, they are meant
		{[]string{"rong", "c/d.json"}, []string{"c/d.json"}, 1},
		{[]string{"*.xlsx", "*.pdf"}, []string{"b.xlsx", "*.pdf"}, 0},
	} {
		files, problems := office.Inputs(tt.given)
		for i := range files {
			files[i] = filepath.ToSlash(files[i])
		}
		if diff := cmp.Diff(tt.want, files); diff != "" || len(problems) != tt.problems {
			t.Errorf("%q: %v\n%s", tt.given, problems, diff)
		}
	}
}

// A report that cannot be read is told of in its turn, and the others go on.
func TestOneThatCannotBeRead(t *testing.T) {
	good, err := filepath.Abs("../../testdata/quang-trung-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	b := &office.Bulk{Lib: lawpacks.Embedded()}
	err = command.Each(t.Context(), b, World{}, []string{good, "xau.yaml", good}, func(i office.Item) string {
		if i.Err != nil {
			return problem.Of(i.Err)[0].File
		}
		return i.Reading.Report.Commune.Name
	}, func(_ World, s string) error {
		got = append(got, s)
		return nil
	})
	if diff := cmp.Diff([]string{"Quảng Trung", "xau.yaml", "Quảng Trung"}, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

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
	if !strings.HasPrefix(shown, "đã đọc 2/4") || !strings.HasSuffix(shown, "\r"+strings.Repeat(" ", len([]rune("đã đọc 4/4")))+"\r") {
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
	for range 1000 {
		var many problem.List
		for range 50 {
			many.Add(problem.Problem{Message: "sai"})
		}
		sums.add(&office.Item{File: "gia-dinh.xlsx", Err: many})
	}
	list := problem.Of(sums.err())
	if len(list) != mostOfProblems+1 || list[0].File != "gia-dinh.xlsx" || list[mostOfProblems].Message != "còn 48000 lỗi nữa không ghi ở đây" {
		t.Errorf("%d problems, at last %v", len(list), list[len(list)-1])
	}
	if len(sums.names) != mostNames || sums.failed != 1000 {
		t.Errorf("%d names of %d", len(sums.names), sums.failed)
	}
}
