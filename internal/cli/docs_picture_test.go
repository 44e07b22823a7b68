package cli

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/internal/term"

	"github.com/google/go-cmp/cmp"
)

// What a verdict looks like in a terminal stands as a picture in the README. It is
// drawn from what the program says, so that it cannot grow old:
//
//	go test ./internal/cli -run TestPicture -update
func TestPictureOfAVerdict(t *testing.T) {
	t.Parallel()
	const picture = "../../docs/img/danh-gia.svg"
	var stdout, stderr bytes.Buffer
	status := Run(t.Context(), []string{"assess", "../../testdata/quang-trung-2023.yaml", "--level", "kieu-mau"},
		World{Terminal: term.Terminal{
			Stdout: &stdout, Stderr: &stderr, Color: true, Width: columns,
			Now: func() time.Time { return time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC) },
		}})
	if status != done || stderr.Len() > 0 {
		t.Fatalf("status %d, %s", status, stderr.String())
	}
	said, _, found := strings.Cut(stdout.String(), "\n\n\x1b[2mSố liệu còn thiếu")
	if !found {
		t.Fatal("the verdict no longer ends with what is next, which is no part of the picture")
	}
	drawn := drawTerminal("ntm assess quang-trung-2023.yaml --level kieu-mau", said)
	if *update {
		if err := os.WriteFile(picture, []byte(drawn), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(kept), "\r\n", "\n"), drawn); diff != "" {
		t.Errorf("%s is not what the program says, rewrite it with -update and look at it: %s", picture, diff)
	}
}

// How a terminal is drawn, in pixels.
const (
	columns, lineHeight, letterWidth = 92, 19, 81 // a letter in tenths
	margin, barHeight                = 16, 30
)

var escape = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// drawTerminal is a window of a terminal as an SVG, in which a command was typed and
// said something.
func drawTerminal(command, said string) string {
	lines := append([]string{"\x1b[2m$\x1b[0m " + command, ""}, strings.Split(said, "\n")...)
	width, height := 2*margin+columns*letterWidth/10, barHeight+2*margin+lineHeight*len(lines)-6
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d">
<style>
  text { font: 13.4px "DejaVu Sans Mono", "Cascadia Mono", Consolas, Menlo, monospace; fill: #d8dee4 }
  .c1 { font-weight: bold; fill: #ffffff } .c2 { fill: #8b949e }
  .c31 { font-weight: bold; fill: #ff7b72 } .c32 { font-weight: bold; fill: #56d364 } .c33 { font-weight: bold; fill: #e3b341 }
</style>
<rect width="%[1]d" height="%[2]d" rx="8" fill="#16191e"/>
<circle cx="20" cy="17" r="5.5" fill="#ff7b72"/>
<circle cx="39" cy="17" r="5.5" fill="#e3b341"/>
<circle cx="58" cy="17" r="5.5" fill="#56d364"/>
`, width, height)
	for i, line := range lines {
		text := strings.TrimLeft(line, " ")
		if text == "" {
			continue
		}
		x, y := margin+(len(line)-len(text))*letterWidth/10, barHeight+margin+lineHeight*i
		fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\">%s</text>\n", x, y, spans(text))
	}
	return b.String() + "</svg>\n"
}

// spans are the words of a line, each with the class of its colour.
func spans(line string) string {
	var b strings.Builder
	class := ""
	write := func(words string) {
		if words != "" && class != "" {
			words = fmt.Sprintf(`<tspan class="%s">%s</tspan>`, class, html.EscapeString(words))
		} else {
			words = html.EscapeString(words)
		}
		b.WriteString(words)
	}
	from := 0
	for _, at := range escape.FindAllStringSubmatchIndex(line, -1) {
		write(line[from:at[0]])
		from, class = at[1], ""
		for _, code := range strings.Split(line[at[2]:at[3]], ";") {
			switch code {
			case "1", "2":
				if class == "" {
					class = "c" + code
				}
			case "31", "32", "33":
				class = "c" + code
			}
		}
	}
	write(line[from:])
	return b.String()
}
