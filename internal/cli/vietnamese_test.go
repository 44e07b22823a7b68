package cli

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// english are words that cobra, pflag, the YAML library and validator would
// say, and that none of our Vietnamese contains.
var english = regexp.MustCompile(`(?i)\b(usage|flags?|commands?|errors?|unknown|available|aliases|examples?|required|invalid|arguments?|help for|accepts|requires|expected|unmarshal|cannot|found|already|defined|field|string|not|the|with|for more)\b`)

// commandWords are the English words a user types; they are not prose.
var commandWords = regexp.MustCompile(`ntm [a-z -]+|--[a-z]+|\b(assess|explain|criteria|figures|version|help)\b|khóa lạ "\w+"|các khóa dùng được: .*|không có tệp này`)

func run(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	status = Run(args, World{Stdout: &out, Stderr: &errs, Version: "thử", Now: func() time.Time { return time.Unix(0, 0) }})
	return out.String(), errs.String(), status
}

func holdsNoEnglish(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if word := english.FindString(commandWords.ReplaceAllString(line, "")); word != "" {
			t.Errorf("%s says %q in: %s", what, word, line)
		}
	}
}

func TestHelpIsVietnamese(t *testing.T) {
	var visit func(cmd *cobra.Command, path []string)
	visit = func(cmd *cobra.Command, path []string) {
		stdout, stderr, status := run(t, append(path, "--help")...)
		if status != done || stderr != "" || !strings.Contains(stdout, "Cách dùng:") {
			t.Errorf("%v --help: status %d, %q", path, status, stderr)
		}
		holdsNoEnglish(t, strings.Join(path, " ")+" --help", stdout)
		if cmd.Example == "" {
			t.Errorf("%v has no example", path)
		}
		for _, sub := range cmd.Commands() {
			if sub.Name() != "help" {
				visit(sub, append(path, sub.Name()))
			}
		}
	}
	visit(newRoot(World{}), nil)
}

func TestErrorsAreVietnamese(t *testing.T) {
	for _, args := range [][]string{
		{"none"}, {"assess"}, {"assess", "a", "b"}, {"assess", "--none"}, {"assess", "-z", "a"}, {"assess", "a", "--level"}, {"assess", "a", "--level="},
		{"assess", "a", "--json=maybe"}, {"assess", "a", "--=x"}, {"explain", "a"}, {"criteria", "none"}, {"help", "none"}, {"assess", "no-file.yaml"},
		{"assess", "a", "--require", "x"}, {"version", "x"}, {"assess", "--criteria"},
	} {
		stdout, stderr, status := run(t, args...)
		if status == done || stdout != "" || !strings.HasPrefix(stderr, "ntm: lỗi: ") {
			t.Errorf("%v: status %d, stdout %q, stderr %q", args, status, stdout, stderr)
		}
		holdsNoEnglish(t, strings.Join(args, " "), stderr)
	}
}

func TestItemSetsInItsFurtherLines(t *testing.T) {
	var out bytes.Buffer
	s := newScreen(World{Stdout: &out})
	s.item(2, "nhãn:", strings.Repeat("chữ ", 40))
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "  nhãn: chữ") || !strings.HasPrefix(lines[1], "    chữ") {
		t.Errorf("%q", lines)
	}
}
