package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"pgregory.net/rapid"
)

// english are words that cobra, pflag, the YAML library and validator would
// say, and that none of our Vietnamese contains.
var english = regexp.MustCompile(`(?i)\b(usage|flags?|commands?|errors?|unknown|available|aliases|examples?|` +
	`required|invalid|arguments?|help for|accepts|requires|expected|unmarshal|cannot|found|already|defined|field|` +
	`string|not|the|with|for more)\b`)

// commandWords are the English words a user types; they are not prose.
var commandWords = regexp.MustCompile(`ntm [a-z -]+|Out-String|--[a-z]+|\b(assess|explain|criteria|figures|` +
	`version|help|bash-completion/completions)\b|khóa không có trong mẫu "\w+"|các khóa dùng được: .*|không có tệp này`)

func run(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	return ntm.Run(t.Context(), args...)
}

func holdsNoEnglish(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if word := english.FindString(commandWords.ReplaceAllString(line, "")); word != "" {
			t.Errorf("%s says %q in: %s", what, word, line)
		}
	}
}

// eachCommand visits every command a user can name, with its path.
func eachCommand(visit func(cmd *cobra.Command, path []string)) {
	var below func(cmd *cobra.Command, path []string)
	below = func(cmd *cobra.Command, path []string) {
		visit(cmd, path)
		for _, sub := range cmd.Commands() {
			below(sub, append(slices.Clone(path), sub.Name()))
		}
	}
	root := newRoot(World{})
	root.InitDefaultHelpCmd()
	below(root, nil)
}

func TestHelpIsVietnamese(t *testing.T) {
	eachCommand(func(cmd *cobra.Command, path []string) {
		stdout, stderr, status := run(t, append(path, "--help")...)
		if status != done || stderr != "" || !strings.Contains(stdout, "Cách dùng:") {
			t.Errorf("%v --help: status %d, %q", path, status, stderr)
		}
		holdsNoEnglish(t, strings.Join(path, " ")+" --help", stdout)
		if cmd.Short == "" {
			t.Errorf("%v does not say what it does", path)
		}
		if fromHelp, _, _ := run(t, append([]string{"help"}, path...)...); fromHelp != stdout {
			t.Errorf("help %v differs from --help", path)
		}
	})
}

// The examples of the help are command lines that ntm understands.
func TestExamplesCanBeTyped(t *testing.T) {
	eachCommand(func(cmd *cobra.Command, path []string) {
		if cmd.Example == "" {
			t.Errorf("%v has no example", path)
		}
		for line := range strings.Lines(cmd.Example) {
			typed, _, _ := strings.Cut(strings.TrimSpace(line), " > ") // into a file
			line := shellWords(typed)
			root := newRoot(World{})
			root.InitDefaultHelpCmd()
			found, rest, err := root.Find(line[1:])
			if own := strings.Join(append([]string{"ntm"}, path...), " "); line[0] != "ntm" || err != nil ||
				!strings.HasPrefix(found.CommandPath()+" ", own+" ") {
				t.Errorf("%v: %q is another command: %v", path, typed, err)
				continue
			}
			if err := found.ParseFlags(rest); err != nil {
				t.Errorf("%q: %v", typed, err)
			}
			if err := found.ValidateArgs(found.Flags().Args()); err != nil {
				t.Errorf("%q: %v", typed, err)
			}
		}
	})
}

// shellWords parts a command line as a shell does that knows double quotes.
func shellWords(line string) []string {
	quoted := false
	return strings.FieldsFunc(strings.ReplaceAll(line, `""`, ""), func(r rune) bool {
		quoted = quoted != (r == '"')
		return r == '"' || r == ' ' && !quoted
	})
}

func TestErrorsAreVietnamese(t *testing.T) {
	lines := [][]string{
		{"none"}, {"assess"}, {"explain", "a", "b", "c"}, {"assess", "-z", "a"}, {"assess", "a", "--level="},
		{"assess", "a", "--json=maybe"}, {"assess", "a", "--=x"}, {"explain", "a"}, {"help", "none"},
		{"help", "criteria", "none"}, {"assess", "no-file.yaml"},
		{"completion", "none"}, {"version", "x"}, {"--version"},
	}
	eachCommand(func(cmd *cobra.Command, path []string) {
		with := func(more ...string) { lines = append(lines, append(slices.Clone(path), more...)) }
		with("--none")
		with("-z")
		if cmd.HasAvailableSubCommands() {
			with("none")
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.NoOptDefVal == "" {
				with("--" + f.Name)
			}
			if f.Shorthand != "" && f.NoOptDefVal == "" {
				with("-" + f.Shorthand)
			}
			if f.Value.Type() != "string" && f.Value.Type() != "stringArray" {
				with("--" + f.Name + "=@")
			}
		})
	})
	for _, line := range lines {
		stdout, stderr, status := run(t, line...)
		if status == done || stdout != "" || !strings.HasPrefix(stderr, "ntm: lỗi: ") {
			t.Errorf("%v: status %d, stdout %q, stderr %q", line, status, stdout, stderr)
		}
		holdsNoEnglish(t, strings.Join(line, " "), stderr)
	}
}

// What the YAML and JSON libraries and validator find wrong in a file is told in
// Vietnamese too.
func TestErrorsOfFilesAreVietnamese(t *testing.T) {
	const head = "schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\n"
	files := map[string]string{}
	for i, text := range []string{
		"", "a", "[]", "1", "null", "---\n---\n", "\t", "a: b: c", "{", "[1", `"`, "a: \"b", "a: 'b",
		"a: |\n b\n  c\n d: e", "*a", "&a", "!!x y", "a: *b",
		"schema: ntm.report.v1", "schema: [1]", "schema: ntm.report.v9", head + "schema: ntm.report.v1",
		head + "nam: 1", head + "figures: 1", head + "figures: {a: 1}",
		head + "figures: [1]", head + "figures: [{id: income_per_capita}]", head + "figures: [{value: 1}]",
		head + "figures: [{id: income_per_capita, value: x}]", head + "figures: [{id: income_per_capita, value: " +
			"1e999}]", head + "figures: [{id: income_per_capita, value: 1, year: x}]",
		head + "figures: [{id: clean_landscape, met: perhaps}]", head + "date: 2023-02-30", head + "date: x",
		head + "traits: [x]", head + "traits: x",
		head + "evidence: [{id: a}, {id: a}]", head + "capital: [{source: x}]", head + "satisfaction: {}",
		head + "security: {met: 1}", head + "recognitions: [{level: x}]",
		"schema: ntm.report.v1\ncommune: {}\nyear: 2023", "schema: ntm.report.v1\ncommune: {code: \"1\"}\nyear: 1",
		"schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: x",
		head + "figures:\n  - id: a\n value: 1", head + "\tfigures: []", head + "? a", head + "a: @b",
		head + "a: `b`", head + "\x00", "\xff\xfe", head + "a: \xc3",
	} {
		files[fmt.Sprintf("%d.yaml", i)] = text
		files[fmt.Sprintf("%d.json", i)] = text
	}
	for i, text := range []string{`{`, `{"a"`, `{"a": }`, `{"a": 1,}`, `{"schema": 1}`, `{"year": "x"}`,
		`{"schema": "ntm.report.v1", "year": 1.5}`, `{} {}`, `{"a": "\u12"}`, `nul`} {
		files[fmt.Sprintf("json-%d.json", i)] = text
	}
	dir := inFolder(t, files)
	for name, text := range files {
		stdout, stderr, status := run(t, "assess", filepath.Join(dir, name))
		if status != failed || stdout != "" || !strings.HasPrefix(stderr, "ntm: lỗi: ") {
			t.Errorf("%s, %q: status %d, stdout %q, stderr %q", name, text, status, stdout, stderr)
		}
		holdsNoEnglish(t, fmt.Sprintf("%s, %q", name, text), strings.ReplaceAll(stderr, dir, ""))
	}
}

// A value that the help texts name by a new word has to be given a place among
// what the shells complete, if only to say that nothing is known.
func TestEveryValueIsCompleted(t *testing.T) {
	known, used := completions(), map[string]bool{}
	eachCommand(func(cmd *cobra.Command, path []string) {
		words := argumentWords(cmd.Use)
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			word, _ := pflag.UnquoteUsage(f)
			words = append(words, word)
		})
		for _, word := range words {
			word = strings.TrimSuffix(word, "…")
			if _, ok := known[word]; !ok && word != "" {
				t.Errorf("%v: nothing is said of how to complete %s", path, word)
			}
			used[word] = true
		}
	})
	for word := range known {
		if !used[word] {
			t.Errorf("no command has a value %s", word)
		}
	}
}

// Whatever is offered for a commune is understood, and means that commune or is
// answered with the ones it may mean.
func TestCompletedCommunesAreUnderstood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.SampledFrom([]int{2023, 2026}).Draw(t, "year")
		day := criteria.Day(year, time.December, 31).Time
		p := rapid.SampledFrom(places.On(day).All()).Draw(t, "place")
		if !p.Rural() {
			return
		}
		name := strings.ReplaceAll(strings.Join(vi.NonEmpty(p.Name, p.District, p.Province), "/"), " ", "-")
		typed := rapid.SampledFrom([]string{name, strings.ReplaceAll(vi.Fold(name), " ", "-")}).Draw(t, "typed")
		root := newRoot(World{Terminal: term.Terminal{Now: func() time.Time { return day }}})
		cmd, _, err := root.Find([]string{"criteria", "resolve"})
		if err != nil {
			t.Fatal(err)
		}
		a := asked{world: World{Terminal: term.Terminal{Now: func() time.Time { return day }}}, cmd: cmd,
			typed: typed[:len(typed)-1]}
		if strings.ContainsFunc(typed, func(r rune) bool { return r > 127 }) {
			a.typed = typed
		}
		if !slices.ContainsFunc(a.communes(), func(offer string) bool { return strings.HasSuffix(offer, p.Code) }) {
			t.Fatalf("%q does not offer %s", a.typed, p)
		}
		for _, offer := range a.communes() {
			value, _, _ := strings.Cut(offer, "\t")
			found, err := places.Find(value, day)
			if code := offer[len(offer)-5:]; err == nil && found.Code != code && value != p.Code || err != nil &&
				!strings.Contains(problem.Of(err)[0].Hint+err.Error(), code) {
				t.Fatalf("%q: %v, %v", offer, found, err)
			}
		}
	})
}

func TestItemSetsInItsFurtherLines(t *testing.T) {
	var out bytes.Buffer
	s := newScreen(World{Terminal: term.Terminal{Stdout: &out}})
	s.Item(2, "nhãn:", strings.Repeat("chữ ", 40))
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "  nhãn: chữ") || !strings.HasPrefix(lines[1], "    chữ") {
		t.Errorf("%q", lines)
	}
}
