package cli

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// played is a document made into a script.
type played struct {
	name          string // of the document
	script, files strings.Builder
	acts          int      // commands
	wrong         []string // what no document may hold
}

var (
	span  = regexp.MustCompile("`(ntm( [^`]*)?)`")
	fence = regexp.MustCompile("^```(\\S*) ?(.*)$")
)

// play reads a document as TestDocsScripts says.
func play(name, text string) *played {
	p := &played{name: name}
	inside := "" // what one is in: a fence to "run", of an "admin", a "file"; a comment done by "hand"
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		opened := fence.FindStringSubmatch(line)
		command := strings.TrimPrefix(line, "$ ")
		switch {
		case inside == "hand" && line == "-->", inside != "hand" && inside != "" && line == "```":
			inside = ""
		case inside == "hand":
			p.script.WriteString(line + "\n")
		case inside == "file":
			p.files.WriteString(line + "\n")
		case inside != "":
			if command == "ntm" || strings.HasPrefix(command, "ntm ") {
				p.act(i+1, command, inside == "run")
			}
		case line == "<!-- test":
			inside = "hand"
		case opened != nil:
			inside = p.open(opened[1], opened[2])
		default:
			for _, found := range span.FindAllStringSubmatch(line, -1) {
				p.act(i+1, found[1], strings.HasPrefix(line, "|") || !bare(found[1]))
			}
		}
	}
	if inside != "" {
		p.wrong = append(p.wrong, name+": a fence or a comment is left open")
	}
	return p
}

// bare tells whether words are the name of a command and nothing more.
func bare(words string) bool {
	_, rest, err := newRoot(World{}).Find(strings.Fields(words)[1:])
	return err == nil && len(rest) == 0
}

// open tells what a fence is, by the words behind its ticks.
func (p *played) open(language, about string) string {
	switch {
	case language == "sh" && about == "admin":
		return "admin"
	case about != "":
		fmt.Fprintf(&p.files, "-- %s --\n", about)
		return "file"
	}
	return "run"
}

// act is a command that the document shows.
func (p *played) act(at int, words string, run bool) {
	p.acts++
	if strings.ContainsAny(words, `'$\#`) {
		p.wrong = append(p.wrong,
			fmt.Sprintf("%s:%d: %s: write it without ' $ \\ #, so that any shell takes it alike", p.name, at, words))
	}
	verb := "known"
	switch pdf := strings.Contains(words, " --pdf"); {
	case !run || strings.Contains(words, "postgres://"):
	case !pdf:
		verb = "exec"
	case testenv.Whole(): // seconds of LibreOffice
		verb = "[exec:soffice] exec"
	}
	fmt.Fprintf(&p.script, "# %s:%d\n%s %s\n", p.name, at, verb, strings.ReplaceAll(words, `"`, "'"))
}

func TestPlay(t *testing.T) {
	const tick = "```"
	for _, tt := range []struct{ name, text, script, wrong string }{
		{
			"a fence", tick + "\nntm list --province \"An Giang\"\n$ ntm show 1\nĐã ghi\nntm: lỗi\n" + tick,
			"# d:2\nexec ntm list --province 'An Giang'\n# d:3\nexec ntm show 1\n", "",
		},
		{"of an administrator", tick + "sh admin\nsudo x\nntm store init\n" + tick, "# d:3\nknown ntm store init\n",
			""},
		{"on a server", tick + "\nntm list --db postgres://a\n" + tick, "# d:2\nknown ntm list --db postgres://a\n",
			""},
		{"a table", "| a | `ntm list`, `ntm show 1` |", "# d:1\nexec ntm list\n# d:1\nexec ntm show 1\n", ""},
		{
			"running text", "See `ntm doctor`, `x` and `ntm criteria list`, or `ntm show 1`.",
			"# d:1\nknown ntm doctor\n# d:1\nknown ntm criteria list\n# d:1\nexec ntm show 1\n", "",
		},
		{"a file", tick + "csv a.csv\nntm a;b\n" + tick, "-- a.csv --\nntm a;b\n", ""},
		{"by hand", "<!-- test\nvote phieu yy\n-->\n`ntm`", "vote phieu yy\n# d:4\nknown ntm\n", ""},
		{"another comment", "<!-- ntm -->", "", ""},
		{
			"what shells read", "`ntm list 'a'`", "# d:1\nexec ntm list 'a'\n",
			"d:1: ntm list 'a': write it without ' $ \\ #, so that any shell takes it alike",
		},
		{"left open", tick + "\nntm list", "# d:2\nexec ntm list\n", "d: a fence or a comment is left open"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := play("d", tt.text)
			if d := cmp.Diff(tt.script, p.script.String()+p.files.String()); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tt.wrong, strings.Join(p.wrong, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestUnknownCommandsOfDocuments(t *testing.T) {
	for line, known := range map[string]bool{
		"":                              true,
		"list":                          true,
		"danh-sach --year 2023":         true,
		"process submit 1 --level ntm":  true,
		"criteria check THƯ_MỤC":        true,
		"no-such":                       false,
		"process no-such 1":             false,
		"criteria no-such":              false,
		"list --no-such":                false,
		"list --year":                   false,
		"store init --db x --roles=may": false,
	} {
		if err := unknown(strings.Fields(line)); (err == nil) != known {
			t.Errorf("ntm %s: %v", line, err)
		}
	}
}
