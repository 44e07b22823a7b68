package testenv_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var (
	oneName        = regexp.MustCompile("[A-Z]?[a-z]+[A-Za-z]*")
	documentedPath = regexp.MustCompile("`((?:internal|criteria|cmd|docs|testdata)/[a-z0-9_./*-]+)`")
	documentedName = regexp.MustCompile("((?:`[A-Za-z]+`(?:, )?)+)\\s(?:in|\\() ?`([a-z0-9_/]+\\.go)`")
)

// What docs/development.md names is there: each path, and each name in the file it is said to stand in.
func TestDocumentedNames(t *testing.T) {
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "docs", "development.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range documentedPath.FindAllSubmatch(text, -1) {
		path := filepath.FromSlash(string(m[1]))
		if found, err := filepath.Glob(filepath.Join(root, path)); err != nil || len(found) == 0 {
			t.Errorf("there is no %s", path)
		}
	}
	names := 0
	for _, m := range documentedName.FindAllSubmatch(text, -1) {
		code, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(string(m[2]))))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, name := range oneName.FindAllString(string(m[1]), -1) {
			if names++; !regexp.MustCompile(`\b` + name + `\b`).Match(code) {
				t.Errorf("%s says nothing of %s", m[2], name)
			}
		}
	}
	if names == 0 {
		t.Error("no name is told with its file")
	}
}
