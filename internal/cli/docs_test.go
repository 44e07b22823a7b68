package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// The documents a user reads, each played from its beginning to its end in a folder of
// its own that holds nothing but what the document itself gives:
//
//   - every line of a fence that begins with "ntm " is run, and so is every `ntm …` in
//     the row of a table;
//   - lines of a fence ```sh admin, and those that name postgres://, are an
//     administrator's own: they are not run, but the command and its flags must exist,
//     as must those of each `ntm …` in running text;
//   - a fence ```yaml NAME or ```csv NAME is a file of that name;
//   - what a person does by hand between two commands stands in a comment <!-- test,
//     as lines of testscript.
//
// A command that ends otherwise than well fails the test.
func TestDocs(t *testing.T) {
	t.Parallel()
	scripts := t.TempDir()
	var files []string
	n := 0
	for _, document := range documents(t) {
		script, acts := scriptOf(t, document)
		name := filepath.Join(scripts, filepath.Base(document)+".txtar")
		if err := os.WriteFile(name, []byte(script), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
		n += acts
	}
	if len(files) < 6 || n < 100 {
		t.Errorf("%d documents with %d commands: are they all read?", len(files), n)
	}
	testdata, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files: files,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"known": known, "invent": invent, "vote": vote, "opine": opine, "tick": tick,
		},
		Setup: func(env *testscript.Env) error {
			beside := filepath.Join(filepath.Dir(env.WorkDir), filepath.Base(env.WorkDir)+"-nhà")
			env.Vars = append(env.Vars, "NTM_DB="+filepath.Join(beside, "kho.db"), "NTM_TEST_CONFIG="+beside, "NTM_AS=người thử", "TESTDATA="+testdata)
			env.Defer(func() { _ = os.RemoveAll(beside) }) // what a test leaves in a temporary folder
			return nil
		},
	})
}

// documents are the README and everything in docs.
func documents(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	return append(found, "../../README.md")
}

var (
	span  = regexp.MustCompile("`(ntm( [^`]*)?)`")
	fence = regexp.MustCompile("^```(\\S*) ?(.*)$")
)

// scriptOf is a document as a script, and how many commands are in it.
func scriptOf(t *testing.T, document string) (string, int) {
	t.Helper()
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	var script, files strings.Builder
	acts := 0
	act := func(at int, words string, run bool) {
		acts++
		if strings.ContainsAny(words, `'$\#`) {
			t.Errorf("%s:%d: %s: write it without ' $ \\ #, so that any shell takes it alike", document, at, words)
		}
		words = strings.ReplaceAll(words, `"`, "'")
		verb := map[bool]string{true: "exec", false: "known"}[run && !strings.Contains(words, "postgres://")]
		if strings.Contains(words, " --pdf") && verb == "exec" {
			verb = "[exec:soffice] exec"
		}
		fmt.Fprintf(&script, "# %s:%d\n%s %s\n", filepath.Base(document), at, verb, words)
	}
	var language, about string // of the fence one is in, "" outside
	byHand := false
	for i, line := range strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n") {
		at := i + 1
		opened := fence.FindStringSubmatch(line)
		command := strings.TrimPrefix(line, "$ ")
		switch {
		case language != "" && line == "```":
			language = ""
		case language == "file":
			files.WriteString(line + "\n")
		case language != "" && (command == "ntm" || strings.HasPrefix(command, "ntm ")):
			act(at, command, about != "admin")
		case language != "": // what another program runs, or what one prints
		case opened != nil:
			language, about = opened[1]+" ", opened[2]
			if opened[1] != "sh" && about != "" {
				language = "file"
				fmt.Fprintf(&files, "-- %s --\n", about)
			}
		case line == "<!-- test", line == "-->":
			byHand = line != "-->"
		case byHand:
			script.WriteString(line + "\n")
		default:
			for _, found := range span.FindAllStringSubmatch(line, -1) {
				act(at, found[1], strings.HasPrefix(line, "|"))
			}
		}
	}
	if language != "" || byHand {
		t.Errorf("%s: a fence or a comment is left open", document)
	}
	return script.String() + files.String(), acts
}

// known fails for a command line of which the program has not the command or a flag.
func known(ts *testscript.TestScript, _ bool, words []string) {
	root := newRoot(World{Stdout: io.Discard, Stderr: io.Discard})
	cmd, rest, err := root.Find(words[1:])
	ts.Check(err)
	ts.Check(cmd.ParseFlags(rest))
	if cmd.HasSubCommands() && cmd.Flags().NArg() > 0 {
		ts.Fatalf("%s has no command %q", cmd.CommandPath(), cmd.Flags().Arg(0))
	}
}

// Every command is told of in a document.
func TestDocsTellOfEveryCommand(t *testing.T) {
	t.Parallel()
	var all strings.Builder
	for _, document := range documents(t) {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	var visit func(cmd *cobra.Command)
	visit = func(cmd *cobra.Command) {
		for _, sub := range cmd.Commands() {
			visit(sub)
		}
		if !cmd.HasSubCommands() && !strings.Contains(all.String(), cmd.CommandPath()) {
			t.Errorf("no document tells of %s: see \"To add a command\" in docs/development.md", cmd.CommandPath())
		}
	}
	for _, cmd := range newRoot(World{}).Commands() {
		if !slices.Contains([]string{"completion", "help"}, cmd.Name()) {
			visit(cmd)
		}
	}
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// Every link within the project leads somewhere.
func TestDocsLinks(t *testing.T) {
	t.Parallel()
	for _, document := range documents(t) {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(document), found[1])); err != nil {
				t.Errorf("%s: %v", document, err)
			}
		}
	}
}
