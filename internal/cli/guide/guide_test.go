package guide

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/form"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/google/go-cmp/cmp"
)

// stub is a program that runs nothing and says what it was asked to run.
type stub struct {
	lacks []string // commands
	fails bool
	lines *[]string
}

func (s stub) Has(command string) bool { return !slices.Contains(s.lacks, command) }

func (s stub) Run(_ context.Context, line []string, out io.Writer) bool {
	if s.lines != nil {
		*s.lines = append(*s.lines, strings.Join(line, " "))
	}
	for i := range pageLines + 5 {
		fmt.Fprintln(out, "dòng", i) //nolint:errcheck // a buffer
	}
	return !s.fails
}

func (s stub) Library() (*criteria.Library, error) { return packs.Load() }

func (s stub) Assess(file string) (*assess.Assessment, error) {
	lib, err := packs.Load()
	if err != nil {
		return nil, err
	}
	read, err := form.Read(context.Background(), file, lib)
	if err != nil {
		return nil, err
	}
	in, err := assess.Prepare(lib, read.Report, "v0-thử")
	if err != nil {
		return nil, err
	}
	return assess.Assess(in), nil
}

func terminal(answers ...string) (term.Terminal, *bytes.Buffer) {
	var out bytes.Buffer
	return term.Terminal{
		Stdin: strings.NewReader(strings.Join(append(answers, ""), "\n")), Stdout: &out, Stderr: &out,
		Interactive: true,
		Now:         func() time.Time { return time.Date(2023, 11, 15, 9, 0, 0, 0, time.UTC) },
	}, &out
}

func guideOf(t *testing.T, p Program, answers ...string) (*guide, *bytes.Buffer) {
	t.Helper()
	at, out := terminal(answers...)
	return newGuide(t.Context(), at, p), out
}

func holdsAll(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

const reportOf2023 = `schema: ntm.report.v1
commune: {code: "16492"}
year: 2023
figures:
  - {id: income_per_capita, value: 69}
`

// Every step, from its questions to the command line that it runs.
func TestSteps(t *testing.T) {
	const written = "cu.xlsx"
	for _, c := range []struct {
		name    string
		answers []string
		want    string
	}{
		{"the form", []string{"1", "2023", "16492", "1", "2", ""},
			"template --year 2023 --commune 16492 --level nang-cao -o bieu-mau-quang-trung-2023.xlsx"},
		{"the check", []string{"2", "1"}, "check bao cao.yaml"},
		{"the assessment of a file that was typed", []string{"3", "khong-co.yaml", `"bao cao.yaml"`},
			"assess bao cao.yaml"},
		{"the dossier", []string{"5", "", "2", ""},
			"assess bao cao.yaml --level nang-cao --dossier ho-so-quang-trung-nang-cao-2023.xlsx"},
		{"over another file, not at the first question", []string{"5", "", "2", "con", "a:b", "thieu/ten.xlsx",
			"cu", "k", "cu", "lạ", "có"}, "assess bao cao.yaml --level nang-cao --dossier cu.xlsx --force"},
		{"an indicator by its number", []string{"6", "1", "2", "10"}, "explain bao cao.yaml nang-cao/10"},
		{"by its name", []string{"6", "1", "2", "thu nhap binh"}, "explain bao cao.yaml nang-cao/10"},
		{"a condition", []string{"6", "1", "2", "no dong"}, "explain bao cao.yaml nang-cao/arrears"},
		{"one of several", []string{"6", "1", "2", "xyz", "nuoc sach", "2"}, "explain bao cao.yaml nang-cao/18.7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			writeText(t, "bao cao.yaml", reportOf2023)
			writeText(t, written, "giả định")
			var lines []string
			at, out := terminal(append(c.answers, "0", "q")...)
			if err := Talk(t.Context(), at, stub{lines: &lines}); err != nil {
				t.Fatal(err)
			}
			if len(lines) != 1 || lines[0] != c.want {
				t.Errorf("ran %q, want %q; said:\n%s", lines, c.want, out)
			}
		})
	}
}

// A step whose command failed is proposed again; a command that there is not is not offered.
func TestWhatIsProposed(t *testing.T) {
	t.Chdir(t.TempDir())
	writeText(t, "bao cao.yaml", reportOf2023)
	at, out := terminal("1", "1", "", "", "q")
	if err := Talk(t.Context(), at, stub{lacks: []string{"template"}, fails: true}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	holdsAll(t, text, "1. Kiểm tra biểu mẫu", "-- còn 5 dòng; 0: bỏ qua phần này [xem tiếp]")
	if strings.Contains(text, "Tạo biểu mẫu") || strings.Count(text, "Chọn việc [1]") != 2 {
		t.Errorf("not what was to be offered:\n%s", text)
	}
}

// Whoever interrupts the program need not press Enter first.
func TestInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	at, out := terminal()
	keyboard, typing := io.Pipe()
	defer typing.Close() //nolint:errcheck // nothing was typed
	at.Stdin = keyboard
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	if err := Talk(ctx, at, stub{}); err != nil || !strings.Contains(out.String(), "Đã thoát") {
		t.Errorf("%v: %s", err, out)
	}
}

func TestGuideAsksForTheForm(t *testing.T) {
	t.Chdir(t.TempDir())
	g, out := guideOf(t, stub{}, "hai ba", "2031", "2023", "khong co xa nay", "quang trung", "16492", "1", "2", "")
	var line []string
	for _, q := range steps()[0].questions {
		more, err := q(g)
		if err != nil {
			t.Fatalf("%v in:\n%s", err, out)
		}
		line = append(line, more...)
	}
	want := []string{"--year", "2023", "--commune", "16492", "--level", "nang-cao", "-o",
		"bieu-mau-quang-trung-2023.xlsx"}
	if diff := cmp.Diff(want, line); diff != "" {
		t.Error(diff)
	}
	holdsAll(t, out.String(), "Năm xét công nhận [2023]", `Chưa hiểu "hai ba"`, "2031",
		`Không thấy xã nào như "khong co xa nay"`, "đơn vị khác: gõ thêm tên huyện",
		"1. xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492)")
}

func TestGuideDoesNotTakeATown(t *testing.T) {
	g, out := guideOf(t, stub{}, "00001", "1")
	g.year = 2023
	if got, err := askCommune(g); err == nil || !strings.Contains(out.String(), "không phải là xã") {
		t.Errorf("%v in:\n%s", got, out)
	}
}

func TestBadNames(t *testing.T) {
	for _, name := range []string{"CON.xlsx", "nul.bao-cao.xlsx", "com1.xlsx", "a<b.xlsx", "a|b.xlsx", `a\b.xlsx`,
		"a?.xlsx", ".xlsx", " .xlsx", "a\tb.xlsx"} {
		if badName(name) == "" {
			t.Errorf("%q is taken", name)
		}
	}
	for _, name := range []string{"biểu mẫu xã Quảng Trung.xlsx", "contract.xlsx", "com10.xlsx",
		vi.Slug("Ea H'leo") + ".xlsx"} {
		if wrong := badName(name); wrong != "" {
			t.Errorf("%q: %s", name, wrong)
		}
	}
	if got := vi.Slug("Krông Pắc - Đắk Lắk"); got != "krong-pac-dak-lak" {
		t.Error(got)
	}
}

func TestUnquoted(t *testing.T) {
	for typed, want := range map[string]string{`"C:\a b.xlsx"`: `C:\a b.xlsx`, `'/a b.xlsx'`: "/a b.xlsx", `"`: `"`,
		`a"b`: `a"b`} {
		if got := unquoted(typed); got != want {
			t.Errorf("%s: %s", typed, got)
		}
	}
}
