package cli

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"ntm/internal/term"
	"ntm/internal/testenv"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// The documents a user reads, each played from its beginning to its end in a folder of
// its own that holds nothing but what the document itself gives:
//
//   - every line of a fence that begins with "ntm " is run, and so is every `ntm …` in
//     the row of a table or in running text; but in running text the bare name of a
//     command is a name: it must exist;
//   - lines of a fence ```sh admin, and those that name postgres://, are an
//     administrator's own: they are not run, but the command and its flags must exist;
//   - a fence ```yaml NAME or ```csv NAME is a file of that name;
//   - what a person does by hand between two commands stands in a comment <!-- test,
//     as lines of testscript.
//
// A command that ends otherwise than well fails the test. What needs LibreOffice is
// run where there is one and the long suites run whole, as in .ci/run.
func TestDocsScripts(t *testing.T) {
	t.Parallel()
	scripts := t.TempDir()
	files := map[string]string{}
	n := 0
	for _, document := range documents(t) {
		p := play(filepath.Base(document), read(t, document))
		for _, words := range p.wrong {
			t.Error(words)
		}
		name := filepath.Join(scripts, p.name+".txtar")
		if err := os.WriteFile(name, []byte(p.script.String()+p.files.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		files[p.name] = name
		n += p.acts
	}
	if len(files) < 6 || n < 100 {
		t.Errorf("%d documents with %d commands: are they all read?", len(files), n)
	}
	testscript.Run(t, testscript.Params{
		Files: slices.Collect(maps.Values(testenv.Sample(t, files, "README.md", "bo-tieu-chi.md"))),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"known": known, "invent": invent, "vote": vote, "opine": opine, "tick": tick,
		},
		Setup: func(env *testscript.Env) error {
			beside := filepath.Join(filepath.Dir(env.WorkDir), filepath.Base(env.WorkDir)+"-nhà")
			env.Vars = append(env.Vars, "NTM_DB="+filepath.Join(beside, "kho.db"), "NTM_TEST_CONFIG="+beside,
				"NTM_AS=người thử")
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

func read(t *testing.T, document string) string {
	t.Helper()
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// unknown is an error for a command line of which the program has not the command or a
// flag.
func unknown(words []string) error {
	cmd, rest, err := newRoot(World{Terminal: term.Terminal{Stdout: io.Discard, Stderr: io.Discard}}).Find(words)
	if err != nil {
		return err
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	if cmd.HasSubCommands() && cmd.Flags().NArg() > 0 {
		return fmt.Errorf("%s has no command %q", cmd.CommandPath(), cmd.Flags().Arg(0))
	}
	return nil
}

// known holds the command line of a document against the program.
func known(ts *testscript.TestScript, _ bool, words []string) { ts.Check(unknown(words[1:])) }

// The commands that a newcomer runs one after the other, in the README's blocks, write no
// file twice, and where the program is to be had stands before them.
func TestReadmeWritesNothingTwice(t *testing.T) {
	t.Parallel()
	text := read(t, "../../README.md")
	first := strings.Index(text, "\nntm ")
	if got := strings.Index(text, "Bản phát hành"); got < 0 || got > first || first < 0 {
		t.Errorf("the program is told of at %d, used at %d", got, first)
	}
	written := map[string]string{}
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if !strings.HasPrefix(line, "ntm ") && !strings.HasPrefix(line, "go run ./cmd/ntm ") {
			continue
		}
		for i, w := range words[:len(words)-1] {
			if w != "-o" && w != "--output" && w != "--dossier" {
				continue
			}
			if before := written[words[i+1]]; before != "" {
				t.Errorf("%s is written by %q, and again by %q", words[i+1], before, strings.TrimSpace(line))
			}
			written[words[i+1]] = strings.TrimSpace(line)
		}
	}
	if len(written) < 2 {
		t.Errorf("%d files written", len(written))
	}
}

// Every command is told of in a document.
func TestDocsTellOfEveryCommand(t *testing.T) {
	t.Parallel()
	var all strings.Builder
	for _, document := range documents(t) {
		all.WriteString(read(t, document))
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
		for _, found := range link.FindAllStringSubmatch(read(t, document), -1) {
			target := filepath.Join(filepath.Dir(document), found[1])
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %v", document, err)
			} else if found[2] != "" && !slices.Contains(anchors(read(t, target)), found[2]) {
				t.Errorf("%s: %s has no heading %s", document, found[1], found[2])
			}
		}
	}
}

// anchors are where a link may lead to in a document: its headings in small letters, a
// dash for a blank and nothing for a sign.
func anchors(text string) []string {
	var found []string
	for line := range strings.Lines(text) {
		if heading, is := strings.CutPrefix(strings.TrimLeft(strings.TrimSpace(line), "#"), " "); is && line[0] == '#' {
			found = append(found, "#"+strings.Map(func(r rune) rune {
				switch {
				case r == ' ':
					return '-'
				case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
					return unicode.ToLower(r)
				}
				return -1
			}, heading))
		}
	}
	return found
}
