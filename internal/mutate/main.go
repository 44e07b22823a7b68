// Command mutate asks of the tests of a package whether they would notice: it
// changes one comparison, rule or order of the package at a time and runs them.
// A change that no test notices survives and is listed: a test is missing there,
// or the change means nothing. For whoever works on this program; no part of it.
//
//	go run ./internal/mutate [-only PATTERN] PACKAGE TESTS…
//
// Each TESTS is what stands behind `go test` in one run; the next is tried only
// when the one before noticed nothing. The engine, in some twenty minutes on two
// cores, and the order of the layers:
//
//	go run ./internal/mutate ./internal/assess "./internal/assess -rapid.checks=25" ./internal/cases "./internal/cli -run SecondOpinion|Scripts"
//	go run ./internal/mutate -only 'layers|words|resolve|series|laxer' ./criteria "./criteria -rapid.checks=25" ./internal/cases
//
// The files stay as they are: go test reads the changed one by -overlay.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	only := flag.String("only", "", "only changes whose line (file:line: change) matches the `PATTERN`")
	flag.Parse()
	if flag.NArg() < 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./internal/mutate [-only PATTERN] PACKAGE TESTS…")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Args()[1:], *only); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// change is a piece of a file and what stands there instead.
type change struct {
	file     string
	line     int
	from, to int // offsets
	was, is  string
}

func (c change) String() string { return fmt.Sprintf("%s:%d: %s → %s", c.file, c.line, c.was, c.is) }

func run(dir string, tests []string, only string) error {
	pattern, err := regexp.Compile(only)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	// Unchanged, the tests pass: else they would notice anything.
	if noticed, out := notice(tests, ""); noticed {
		return fmt.Errorf("the tests fail as it is:\n%s", out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	made, unbuilt, survived := 0, 0, 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		changes, err := changesOf(file, text)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if !pattern.MatchString(c.String()) {
				continue
			}
			overlay, err := c.overlay(temp, text)
			if err != nil {
				return err
			}
			made++
			switch noticed, out := notice(tests, overlay); {
			case noticed && (strings.Contains(out, "[build failed]") || strings.Contains(out, "[setup failed]")):
				unbuilt++
			case !noticed:
				survived++
				fmt.Println("survives", c)
			}
		}
	}
	fmt.Printf("%d changes: %d noticed, %d do not compile, %d survive\n", made, made-unbuilt-survived, unbuilt, survived)
	return nil
}

// overlay writes the changed file and what tells go to read it.
func (c change) overlay(temp string, text []byte) (string, error) {
	file, err := filepath.Abs(c.file)
	if err != nil {
		return "", err
	}
	changed, overlay := filepath.Join(temp, "changed.go"), filepath.Join(temp, "overlay.json")
	if err := os.WriteFile(changed, slices.Concat(text[:c.from], []byte(c.is), text[c.to:]), 0o600); err != nil {
		return "", err
	}
	doc, err := json.Marshal(map[string]map[string]string{"Replace": {file: changed}})
	if err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, doc, 0o600)
}

// notice tells whether some test fails or takes longer than a minute.
func notice(tests []string, overlay string) (bool, string) {
	for _, one := range tests {
		args := []string{"test", "-vet=off", "-failfast", "-timeout=60s"}
		if overlay != "" {
			args = append(args, "-overlay", overlay)
		}
		if out, err := exec.Command("go", append(args, strings.Fields(one)...)...).CombinedOutput(); err != nil {
			return true, string(out)
		}
	}
	return false, ""
}

var others = map[string][]string{
	"<": {"<=", ">="}, "<=": {"<", ">"}, ">": {">=", "<="}, ">=": {">", "<"}, "==": {"!="}, "!=": {"=="}, "&&": {"||"}, "||": {"&&"},
	"LessThan": {"LessThanOrEqual", "GreaterThan"}, "LessThanOrEqual": {"LessThan", "GreaterThan"},
	"GreaterThan": {"GreaterThanOrEqual", "LessThan"}, "GreaterThanOrEqual": {"GreaterThan", "LessThan"},
	"IsNegative": {"IsPositive"}, "IsPositive": {"IsNegative"}, "Before": {"After"}, "After": {"Before"},
	"min": {"max"}, "max": {"min"}, "true": {"false"}, "false": {"true"}, "0": {"1"}, "1": {"0", "2"}, "2": {"1", "3"},
}

// changesOf lists the changes of a file: a comparison, a connective, a
// condition's sense, a number that counts, two neighbours of a list.
func changesOf(file string, text []byte) ([]change, error) {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, file, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var out []change
	put := func(from, to token.Pos, is string) {
		a, b := files.Position(from), files.Position(to)
		was := string(bytes.Join(bytes.Fields(text[a.Offset:b.Offset]), []byte(" ")))
		out = append(out, change{file, a.Line, a.Offset, b.Offset, was, is})
	}
	source := func(n ast.Node) string {
		return string(text[files.Position(n.Pos()).Offset:files.Position(n.End()).Offset])
	}
	swap := func(at token.Pos, word string) {
		for _, other := range others[word] {
			put(at, at+token.Pos(len(word)), other)
		}
	}
	negate := func(e ast.Expr) {
		switch e.(type) {
		case *ast.Ident, *ast.CallExpr, *ast.SelectorExpr:
			put(e.Pos(), e.End(), "!("+source(e)+")")
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			swap(n.OpPos, n.Op.String())
			if n.Op == token.LAND || n.Op == token.LOR {
				negate(n.X)
				negate(n.Y)
			}
		case *ast.UnaryExpr:
			if n.Op == token.NOT {
				put(n.Pos(), n.X.Pos(), "")
			}
		case *ast.IfStmt:
			negate(n.Cond)
		case *ast.SwitchStmt:
			for _, c := range n.Body.List {
				for _, e := range c.(*ast.CaseClause).List {
					if n.Tag == nil {
						negate(e)
					}
				}
			}
		case *ast.SelectorExpr:
			swap(n.Sel.Pos(), n.Sel.Name)
		case *ast.Ident:
			if slices.Contains([]string{"min", "max", "true", "false"}, n.Name) {
				swap(n.Pos(), n.Name)
			}
		case *ast.BasicLit:
			swap(n.Pos(), n.Value)
		case *ast.GenDecl:
			return n.Tok != token.IMPORT
		case *ast.CompositeLit:
			for i := 1; i < len(n.Elts); i++ {
				a, named := n.Elts[i-1].(*ast.Ident)
				if b, both := n.Elts[i].(*ast.Ident); named && both {
					put(a.Pos(), b.End(), b.Name+", "+a.Name)
				}
			}
		}
		return true
	})
	return out, nil
}
