package testenv_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floorsOf are the floors that the drawing in docs/development.md has the packages on, the
// ground being the highest number.
func floorsOf(t *testing.T, text string) map[string]int {
	t.Helper()
	_, drawing, found := strings.Cut(text, "```floors\n")
	drawing, _, ended := strings.Cut(drawing, "```")
	if !found || !ended {
		t.Fatal("docs/development.md has no drawing of the floors")
	}
	out := map[string]int{}
	for floor, line := range strings.Split(strings.TrimSpace(drawing), "\n") {
		for _, name := range strings.Fields(line) {
			if _, twice := out[name]; twice {
				t.Errorf("%s stands on two floors", name)
			}
			out[name] = floor
		}
	}
	return out
}

// shortName is a package as the drawing names it.
func shortName(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(path), "ntm/"), "internal/")
}

// The house is as it is drawn: each package on one floor, importing only from lower ones.
func TestFloors(t *testing.T) {
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "docs", "development.md"))
	if err != nil {
		t.Fatal(err)
	}
	floors := floorsOf(t, string(text))
	there := map[string]bool{}
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil || strings.Contains(folder, "testdata") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name := shortName(folder)
		floor, drawn := floors[name]
		if there[name] = true; !drawn {
			t.Errorf("%s stands on no floor of the drawing in docs/development.md", name)
			return nil
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil || !strings.HasPrefix(imported, "ntm/") {
				continue
			}
			if below, drawn := floors[shortName(imported)]; drawn && below <= floor {
				t.Errorf("%s imports %s, which is not on a lower floor", path, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range floors {
		if !there[name] {
			t.Errorf("%s is drawn and is not there", name)
		}
	}
}
