package term

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Whatever is written and however it is cut into writes: the terminal is given nothing that
// it obeys, and of what it may show nothing is lost.
func TestNothingIsObeyed(t *testing.T) {
	letters := []rune("aĐệ \n\t\x1b\x00\x07\r\b\x7f\u009b\u202e\u2066\u200f\u2028\u061c\U0001F600ợ")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom(letters)).Draw(t, "text")
		var whole, cut bytes.Buffer
		if n, err := Safe(&whole).Write([]byte(text)); n != len(text) || err != nil {
			t.Fatalf("%d of %d written, %v", n, len(text), err)
		}
		w := Safe(&cut)
		for rest := text; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "cut")
			if _, err := w.Write([]byte(rest[:n])); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if whole.String() != cut.String() {
			t.Fatalf("%q is written %q at once, and %q in parts", text, whole.String(), cut.String())
		}
		kept := ""
		for _, r := range text {
			if !commands(r) {
				kept += string(r)
			}
		}
		shown := ""
		for _, r := range whole.String() {
			if commands(r) {
				t.Fatalf("%q has the terminal obey %q", text, r)
			}
			shown += string(r)
		}
		for _, r := range kept { // each in its place
			i := strings.IndexRune(shown, r)
			if i < 0 {
				t.Fatalf("%q is written %q: %q is lost", text, whole.String(), r)
			}
			shown = shown[i+utf8.RuneLen(r):]
		}
	})
}

// Words that are broken into lines stay the same words in the same order, no line is wider
// than the terminal unless a single word is, and lines behind the first are set in.
func TestAnyItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, indent := rapid.IntRange(5, 40).Draw(t, "width"), rapid.IntRange(0, 4).Draw(t, "indent")
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zđợ]{1,9}`), 1, 12).Draw(t, "words")
		label := rapid.SampledFrom([]string{"", "nhãn:", "\x1b[1mnhãn:\x1b[22m"}).Draw(t, "label")
		var out bytes.Buffer
		s := NewScreen(Terminal{Stdout: &out, Width: width})
		s.Item(indent, label, strings.Join(words, "  "))
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		read := strings.Fields(out.String())
		if label != "" {
			read = read[1:]
		}
		if strings.Join(read, " ") != strings.Join(words, " ") {
			t.Fatalf("%q became %q", words, out.String())
		}
		for i, line := range lines {
			if ShownWidth(line) > width && len(strings.Fields(line)) > 1 &&
				(i > 0 || label == "" || len(strings.Fields(line)) > 2) {
				t.Fatalf("%q is wider than %d", line, width)
			}
			if i > 0 && !strings.HasPrefix(line, strings.Repeat(" ", indent+2)) {
				t.Fatalf("%q is not set in by %d", line, indent+2)
			}
		}
	})
}

// A text is filled up to a width, in columns of what is shown, and never cut; a space stands
// behind it.
func TestPad(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"đủ", 5, "đủ   "}, {"đủ", 2, "đủ "}, {"đủ", 3, "đủ "}, {"quá dài", 3, "quá dài "}, {"", 2, "  "}, {"", 0, " "},
		{"\x1b[1mđủ\x1b[0m", 5, "\x1b[1mđủ\x1b[0m   "}, // colour takes no room
	} {
		if got := Pad(tt.text, tt.width); got != tt.want {
			t.Errorf("%q to %d is %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

// The program's own movements go past Safe, to the writer behind it.
func TestTheWriterThatObeys(t *testing.T) {
	var plain bytes.Buffer
	if bare(&plain) != &plain || bare(Safe(&plain)) != &plain {
		t.Error("the line of progress is written as a text that is only shown")
	}
}
