package form

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/problem"

	"ntm/internal/form/formtest"

	"github.com/google/go-cmp/cmp"
)

// The forms of testdata/forms are odd or damaged, each in a way that its name
// tells and make.py explains. What was made of them is for a person to review.
func TestOddForms(t *testing.T) {
	const folder = "../../testdata/forms"
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	count := 0
	for _, f := range files {
		switch filepath.Ext(f.Name()) {
		case ".txt", ".py":
			continue
		}
		count++
		fmt.Fprintf(&got, "== %s\n", f.Name())
		outcome(&got, filepath.Join(folder, f.Name()))
	}
	if count < 40 {
		t.Errorf("only %d odd forms", count)
	}
	golden := filepath.Join(folder, "outcomes.txt")
	if *formtest.Update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("review, then rewrite with -update:\n%s", diff)
	}
}

// outcome writes what is read from a file.
func outcome(out *strings.Builder, path string) {
	lib := packs.Embedded()
	source, err := Open(context.Background(), path, lib, 0)
	if err != nil {
		told(out, nil, err)
		return
	}
	tell(out, "lưu ý", source.Notes)
	for row := range source.Rows {
		if source.Many() {
			fmt.Fprintf(out, "dòng %d\n", row.Number)
		}
		one, err := source.Read(row)
		told(out, one, err)
	}
	_ = source.Close() // opened for reading: nothing is lost
}

func told(out *strings.Builder, one *Reading, err error) {
	if err != nil {
		tell(out, "lỗi", problem.Of(err))
		return
	}
	text, err := one.Report.JSON()
	if err != nil {
		panic(err)
	}
	out.Write(text)
	tell(out, "lưu ý", one.Notes)
}

func tell(out *strings.Builder, word string, list problem.List) {
	for _, p := range list {
		p.File = ""
		fmt.Fprintf(out, "%s: %s\n", word, p.Error())
		if p.Hint != "" {
			fmt.Fprintf(out, "  gợi ý: %s\n", p.Hint)
		}
	}
}
