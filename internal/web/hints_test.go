package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// aCommand is a command or a choice of one in what a person is told.
var aCommand = regexp.MustCompile(`\bntm [a-z]|--[a-z]`)

// What the packages say that the window calls, and that names a command, says on a page what to press instead: where
// the words are made, so that no page has to know them.
func TestHintsForAPage(t *testing.T) {
	n := 0
	for _, dir := range []string{"../council", "../docket", "../form", "../lawbook", "../reading", "../office/across",
		"../office/asking", "../office/board", "../office/departments", "../office/desk", "../office/lawdesk",
		"../office/opinions", "../office/sitting", "../papers"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			set := token.NewFileSet()
			parsed, err := parser.ParseFile(set, file, text, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(node ast.Node) bool {
				made, is := node.(*ast.CompositeLit)
				if !is || len(made.Elts) == 0 {
					return true
				}
				keys := map[string]string{}
				for _, e := range made.Elts {
					if pair, is := e.(*ast.KeyValueExpr); is {
						if key, is := pair.Key.(*ast.Ident); is {
							from, to := set.Position(pair.Value.Pos()).Offset, set.Position(pair.Value.End()).Offset
							keys[key.Name] = string(text[from:to])
						}
					}
				}
				if keys["Message"] == "" || !aCommand.MatchString(keys["Message"]+keys["Hint"]) {
					return true
				}
				if n++; keys["Page"] == "" {
					t.Errorf("%s: %q names a command, and nothing to press", set.Position(made.Pos()), keys["Hint"])
				}
				return true
			})
		}
	}
	if n < 16 {
		t.Errorf("only %d hints that name a command were found", n)
	}
}

// A refusal of the council and one of a dossier's steps name no command on the page.
func TestRefusalsOnAPage(t *testing.T) {
	t.Parallel()
	w := waiting(t)
	at := w.seated(t)
	for _, q := range []request{{path: at + "/ket-luan"}, {path: at + "/huy"}, {path: at + "/phat-phieu"},
		{path: at + "/xa", body: "xa=khong-co"}, {path: "/ky-hop", body: "nam=2023"},
		{path: "/ky-hop", body: "nam=1"}} {
		q.method = "POST"
		a := w.ask(t, q)
		_, said, _ := strings.Cut(a.body, `role="alert"`)
		if a.code != 422 || aCommand.MatchString(said) {
			t.Errorf("%s: %d %s", q.path, a.code, said)
		}
	}
}
