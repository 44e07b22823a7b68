package term

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"ntm/internal/problem"
)

func TestCommandLine(t *testing.T) {
	for want, line := range map[string][]string{
		`ntm check bao-cao.xlsx`:               {"check", "bao-cao.xlsx"},
		`ntm check "bao cao.xlsx"`:             {"check", "bao cao.xlsx"},
		`ntm check C:\xa\báo-cáo.xlsx`:         {"check", `C:\xa\báo-cáo.xlsx`},
		`ntm check "C:\Tài liệu\a (1).xlsx"`:   {"check", `C:\Tài liệu\a (1).xlsx`},
		`ntm explain "a&b.yaml" kieu-mau/2`:    {"explain", "a&b.yaml", "kieu-mau/2"},
		`ntm assess --dossier /nha/ho-so.xlsx`: {"assess", "--dossier", "/nha/ho-so.xlsx"},
	} {
		if got := CommandLine(line...); got != want {
			t.Errorf("%v: %s, want %s", line, got, want)
		}
	}
}

// Lines are broken at the terminal's width and set in under the first; colour takes no
// room.
func TestItem(t *testing.T) {
	for _, c := range []struct {
		width, indent     int
		label, text, want string
	}{
		{20, 2, "nhãn:", "một hai ba bốn năm", "  nhãn: một hai ba\n    bốn năm\n"},
		{20, 0, "", "một hai ba bốn năm sáu", "một hai ba bốn năm\n  sáu\n"},
		{19, 0, "\x1b[1mnhãn:\x1b[22m", "một hai ba bốn", "\x1b[1mnhãn:\x1b[22m một hai ba\n  bốn\n"},
		{0, 0, "nhãn:", strings.Repeat("chữ ", 30), "nhãn: " + strings.Repeat("chữ ", 22) + "chữ\n  " +
			strings.TrimSpace(strings.Repeat("chữ ", 7)) + "\n"},
	} {
		var out bytes.Buffer
		s := NewScreen(Terminal{Stdout: &out, Width: c.width})
		if s.Item(c.indent, c.label, c.text); out.String() != c.want || s.Err != nil {
			t.Errorf("%q: %q, %v; want %q", c.text, out.String(), s.Err, c.want)
		}
	}
}

func TestScreen(t *testing.T) {
	var out bytes.Buffer
	s := NewScreen(Terminal{Stdout: Safe(&out), Color: true})
	s.Line("%s|%s", Pad(s.Good("đủ"), 5), Pad("quá dài", 3))
	s.JSON(map[string]string{"a": "<b>"})
	s.Some("Lỗi:", s.Bad, make([]string, mostListed+2))
	s.Notes(problem.List{{Message: "lạ", Hint: "xem lại"}})
	text := out.String()
	for _, want := range []string{"\x1b[32;1mđủ\x1b[0;22m   |quá dài \n", "{\"a\":\"<b>\"}\n", "  … và 2 nữa\n",
		"Lưu ý:\x1b[0;22m lạ; xem lại\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
}

// The first error of the writer is kept, and nothing more is written.
func TestScreenOfADiskThatIsFull(t *testing.T) {
	full := errors.New("đầy")
	s := NewScreen(Terminal{Stdout: writer(func([]byte) (int, error) { return 0, full })})
	s.Line("một")
	s.JSON(1)
	if !errors.Is(s.Err, full) {
		t.Error(s.Err)
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(text []byte) (int, error) { return w(text) }

// The line of progress is written over, and taken away before anything else is said.
func TestProgress(t *testing.T) {
	var errs bytes.Buffer
	now := time.Unix(0, 0)
	at, p := NewProgress(Terminal{Stdout: Safe(&errs), Stderr: Safe(&errs), Progress: true, Now: func() time.Time {
		now = now.Add(60 * time.Millisecond)
		return now
	}}, "đã đọc", 3)
	p.Steps(4)
	NewScreen(at).Line("xong")
	p.Clear()
	gap := "\r" + strings.Repeat(" ", len([]rune("đã đọc 2/3"))) + "\r"
	if want := "đã đọc 2/3" + gap + "đã đọc 4\r" + strings.Repeat(" ", 8) + "\rxong\n"; errs.String() != want {
		t.Errorf("%q, want %q", errs.String(), want)
	}
	if at, p := NewProgress(Terminal{Stderr: os.Stderr}, "đã đọc", 3); at.Stderr != os.Stderr || p.out != nil {
		t.Error("watched where nobody watches")
	}
}

func TestTell(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{problem.WrongUse{Message: "sai", Hint: "đúng"}, "ntm: lỗi: sai\nntm: gợi ý: đúng\n"},
		{errors.New("hỏng"), "ntm: lỗi: hỏng\n"},
		{problem.List{{File: "a", Message: "x"}, {File: "b", Message: "y", Hint: "z"}},
			"ntm: lỗi: a: x\nntm: lỗi: b: y\nntm: gợi ý: z\nntm: lỗi: có 2 lỗi\nntm: gợi ý: sửa hết các chỗ trên " +
				"rồi chạy lại\n"},
		{problem.List{{File: "a", Message: "x"}, {File: "a", Message: "y"}, {File: "b", Message: "z"}},
			"ntm: lỗi: a: x\nntm: lỗi: a: y\nntm: lỗi: b: z\nntm: lỗi: có 3 lỗi ở 2 tệp\n" +
				"ntm: gợi ý: sửa hết các chỗ trên rồi chạy lại\n"},
	} {
		var out bytes.Buffer
		if Tell(&out, c.err); out.String() != c.want {
			t.Errorf("%v: %q, want %q", c.err, out.String(), c.want)
		}
	}
	var out bytes.Buffer
	if Note(&out, problem.List{{Message: "lạ", Hint: "xem lại"}}); out.String() != "ntm: lưu ý: lạ; xem lại\n" {
		t.Error(out.String())
	}
}

// Whatever a file or a cell is called, the terminal shows it and does nothing else.
// Our own colours pass, however a text is cut into writes.
func TestSafe(t *testing.T) {
	for _, c := range []struct{ written, shown string }{
		{"xã Quảng Trung\n\tđạt 98 %\n", "xã Quảng Trung\n\tđạt 98 %\n"},
		{"a\x1b[31mb\x1b]0;c\x07.yaml", `a\u001b[31mb\u001b]0;c\u0007.yaml`},
		{"a\r\b\x00b", `a\u000d\u0008\u0000b`},
		{"a\u009b2J\x7f", `a\u009b2J\u007f`},
		{"a\u202egnp.yaml\u2066\u200f\u2028", `a\u202egnp.yaml\u2066\u200f\u2028`},
		{"a\x9b2J\xffb", "a\uFFFD2J\uFFFDb"},
		{"\x1b[00000000000000000001;32m", `\u001b[00000000000000000001;32m`},
	} {
		for _, step := range []int{1, 2, 3, len(c.written)} {
			var out bytes.Buffer
			w := Safe(&out)
			for text := c.written; text != ""; {
				n := min(step, len(text))
				if written, err := w.Write([]byte(text[:n])); written != n || err != nil {
					t.Fatal(written, err)
				}
				text = text[n:]
			}
			if out.String() != c.shown {
				t.Errorf("%q, %d at a time: %q", c.written, step, out.String())
			}
		}
	}
	var out bytes.Buffer
	s := NewScreen(Terminal{Stdout: Safe(&out), Color: true})
	if s.Line("%s", s.Good("%s", "đạt\x1b[31m")); out.String() != "\x1b[32;1mđạt\\u001b[31m\x1b[0;22m\n" {
		t.Errorf("%q", out.String())
	}
	if _, err := Safe(writer(func([]byte) (int, error) { return 0, os.ErrClosed })).Write([]byte("a")); err == nil {
		t.Error("a writer that fails is not told of")
	}
}
