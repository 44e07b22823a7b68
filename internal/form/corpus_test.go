package form

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/form/formtest"
	"ntm/internal/problem"
	"ntm/internal/testenv"

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
	files = slices.DeleteFunc(files, func(f os.DirEntry) bool {
		return slices.Contains([]string{".txt", ".py"}, filepath.Ext(f.Name()))
	})
	if len(files) < 40 {
		t.Errorf("only %d odd forms", len(files))
	}
	if !*formtest.Update {
		files = testenv.Every(t, 4, files)
	}
	golden := filepath.Join(folder, "outcomes.txt")
	text, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{} // by file
	for part := range strings.SplitSeq(strings.TrimPrefix(string(text), "== "), "\n== ") {
		name, said, _ := strings.Cut(part, "\n")
		want[name] = strings.TrimSuffix(said, "\n")
	}
	if testenv.Whole() && len(want) != len(files) {
		t.Errorf("%d outcomes of %d files", len(want), len(files))
	}
	var all strings.Builder
	for _, f := range files {
		var got strings.Builder
		outcome(&got, filepath.Join(folder, f.Name()))
		fmt.Fprintf(&all, "== %s\n%s", f.Name(), got.String())
		if *formtest.Update {
			continue
		}
		if diff := cmp.Diff(want[f.Name()], strings.TrimSuffix(got.String(), "\n")); diff != "" {
			t.Errorf("%s: review, then rewrite with -update:\n%s", f.Name(), diff)
		}
	}
	if *formtest.Update {
		if err := os.WriteFile(golden, []byte(all.String()), 0o600); err != nil {
			t.Fatal(err)
		}
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
