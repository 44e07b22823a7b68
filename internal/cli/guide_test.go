package cli

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"ntm/criteria"
	"ntm/internal/vi"
)

const reportOf2023 = `schema: ntm.report.v1
commune: {code: "16492"}
year: 2023
figures:
  - {id: income_per_capita, value: 69}
`

func terminal(answers ...string) (World, *bytes.Buffer) {
	var out bytes.Buffer
	return World{
		Context: context.Background(),
		Stdin:   strings.NewReader(strings.Join(append(answers, ""), "\n")), Stdout: &out, Stderr: &out, Interactive: true,
		Now: func() time.Time { return time.Date(2023, 11, 15, 9, 0, 0, 0, time.UTC) },
	}, &out
}

// talk is a conversation in a folder with one report, bao cao.yaml. The first
// answer is the id of a step.
func talk(t *testing.T, id string, answers ...string) string {
	t.Helper()
	w, out := terminal(append([]string{numberOf(t, id)}, answers...)...)
	if status := Run(nil, w); status != done {
		t.Errorf("status %d", status)
	}
	return out.String()
}

func numberOf(t *testing.T, id string) string {
	t.Helper()
	i := slices.IndexFunc((&guide{}).offered(), func(s step) bool { return s.id == id })
	if i < 0 {
		t.Skipf("no command for %s yet", id)
	}
	return strconv.Itoa(i + 1)
}

func besideAReport(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	writeText(t, "bao cao.yaml", reportOf2023)
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func holdsAll(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	holdsNoEnglish(t, "the guide", strings.ReplaceAll(text, "bao cao.yaml", ""))
}

func TestGuideRunsWhatItShows(t *testing.T) {
	besideAReport(t)
	text := talk(t, "assess", "khong-co.yaml", "1", "0", "q")
	holdsAll(t, text, `Không có tệp "khong-co.yaml"`, `Lệnh: ntm assess "bao cao.yaml"`, "Xã Quảng Trung, huyện Quảng Xương",
		"dòng; 0: bỏ qua phần này [xem tiếp]", "Chọn việc ["+numberOf(t, "gap")+"]")

	var out bytes.Buffer
	w, _ := terminal()
	w.Stdout, w.Width, w.Interactive = &out, narrow, false
	if Run([]string{"assess", "bao cao.yaml"}, w) != done || !strings.Contains(text, out.String()[:800]) {
		t.Error("the guide shows something else than the command does")
	}
	for line := range strings.Lines(out.String()) {
		if shownWidth(strings.TrimSpace(line)) > narrow && !strings.Contains(line, "sha256") {
			t.Errorf("too wide for a terminal: %s", line)
		}
	}
}

func TestGuideAsksAgain(t *testing.T) {
	besideAReport(t)
	last := len((&guide{}).offered())
	w, out := terminal("99", "x", "", "", "q")
	Run(nil, w)
	holdsAll(t, out.String(), `Chưa có việc "99". Gõ một số từ 0 đến `+strconv.Itoa(last), `Chưa có việc "x"`)
}

func TestGuideGoesBack(t *testing.T) {
	besideAReport(t)
	text := talk(t, "dossier", "1", "0", "0")
	if strings.Count(text, "Việc cần làm:") != 2 || strings.Contains(text, "Lệnh:") {
		t.Errorf("0 in a question is not the way back, and 0 at the list the way out:\n%s", text)
	}
	if text = talk(t, "dossier", "1", "q"); strings.Count(text, "Việc cần làm:") != 1 {
		t.Errorf("q does not leave:\n%s", text)
	}
}

func TestGuideWaitsInItsOwnWindow(t *testing.T) {
	w, out := terminal("q")
	w.OwnWindow = true
	Run(nil, w)
	if !strings.HasSuffix(out.String(), "Nhấn Enter để đóng cửa sổ này.\n") {
		t.Errorf("ends with %q", out)
	}
}

func TestGuideProposesTheSameAfterAFailure(t *testing.T) {
	besideAReport(t)
	writeText(t, "hong.yaml", "x")
	text := talk(t, "assess", "hong.yaml", "q")
	holdsAll(t, text, "ntm: lỗi: hong.yaml, dòng 1", "Chọn việc ["+numberOf(t, "assess")+"]")
	text = talk(t, "dossier", "hong.yaml", "q")
	holdsAll(t, text, "ntm: lỗi: hong.yaml, dòng 1", "Chọn việc ["+numberOf(t, "dossier")+"]")
}

func TestGuideWritesTheDossier(t *testing.T) {
	besideAReport(t)
	const name = "ho-so-quang-trung-nang-cao-2023.xlsx"
	holdsAll(t, talk(t, "dossier", "", "2", "", "0", "q"), `Lệnh: ntm assess "bao cao.yaml" --level nang-cao --dossier `+name, "Chọn việc [0]")
	if !exists(name) {
		t.Error("no dossier")
	}
	writeText(t, "cu.xlsx", "giả định")
	text := talk(t, "dossier", "", "2", "con", "a:b", "thieu/ten.xlsx", "cu", "k", "q")
	holdsAll(t, text, "[ho-so-quang-trung-nang-cao-2023-2.xlsx]", `Windows giữ riêng tên "con.xlsx"`, "không được có các dấu", `Không có thư mục "thieu"`, "Đã có tệp cu.xlsx. Ghi đè")
	if kept, err := os.ReadFile("cu.xlsx"); err != nil || string(kept) != "giả định" {
		t.Errorf("the file was touched: %q, %v", kept, err)
	}
	holdsAll(t, talk(t, "dossier", "", "2", "cu", "có", "q"), "--dossier cu.xlsx --force")
	if kept, _ := os.ReadFile("cu.xlsx"); !bytes.HasPrefix(kept, []byte("PK")) {
		t.Error("the file was not written over")
	}
}

func TestGuideFindsAnIndicator(t *testing.T) {
	besideAReport(t)
	for typed, want := range map[string]string{"10": "nang-cao/10", "Thu nhập": "nang-cao/10", "thu nhap binh": "nang-cao/10", "arrears": "nang-cao/arrears", "no dong": "nang-cao/arrears"} {
		holdsAll(t, talk(t, "explain", "1", "2", typed), `Lệnh: ntm explain "bao cao.yaml" `+want)
	}
	holdsAll(t, talk(t, "explain", "1", "2", "-", "xyz", "nuoc sach", "2", "q"), `Không có chỉ tiêu nào như "-"`, `như "xyz"`, "Chỉ tiêu nào [1]", "Lệnh: ntm explain")
}

func TestGuideAsksForTheForm(t *testing.T) {
	t.Chdir(t.TempDir())
	w, out := terminal("hai ba", "2031", "2023", "khong co xa nay", "quang trung", "16492", "1", "2", "")
	g := &guide{world: w, screen: newScreen(w), lines: lineReader(w)}
	var line []string
	for _, q := range steps()[0].questions {
		more, err := q(g)
		if err != nil {
			t.Fatalf("%v in:\n%s", err, out)
		}
		line = append(line, more...)
	}
	want := []string{"--year", "2023", "--commune", "16492", "--level", "nang-cao", "-o", "bieu-mau-quang-trung-2023.xlsx"}
	if diff := cmp.Diff(want, line); diff != "" {
		t.Error(diff)
	}
	holdsAll(t, out.String(), "Năm xét công nhận [2023]", `Chưa hiểu "hai ba"`, "2031", `Không thấy xã nào như "khong co xa nay"`, "đơn vị khác: gõ thêm tên huyện",
		"1. xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492)")
}

// Without a report the form comes first, then the check, and the form is found.
func TestGuideMakesTheForm(t *testing.T) {
	t.Chdir(t.TempDir())
	text := talk(t, "template", "2023", "16492", "1", "2", "", "", "q")
	holdsAll(t, text, "Chưa có báo cáo hay biểu mẫu nào ở đây", "Chọn việc ["+numberOf(t, "template")+"]",
		"Lệnh: ntm template --year 2023 --commune 16492 --level nang-cao -o bieu-mau-quang-trung-2023.xlsx",
		"Chọn việc ["+numberOf(t, "check")+"]", "1. bieu-mau-quang-trung-2023.xlsx (sửa")
	if !isReport("bieu-mau-quang-trung-2023.xlsx") {
		t.Error("the form is not told from other workbooks")
	}
}

func TestGuideDoesNotTakeATown(t *testing.T) {
	w, out := terminal("00001", "1")
	g := &guide{world: w, screen: newScreen(w), lines: lineReader(w), year: 2023}
	if got, err := askCommune(g); err == nil || !strings.Contains(out.String(), "không phải là xã") {
		t.Errorf("%v in:\n%s", got, out)
	}
}

// What the command line knows of the reform, the guide knows too: who types the name
// of a xã that ended is offered its successor, and never a ward of another name.
func TestID4TheGuideKnowsTheReform(t *testing.T) {
	for _, c := range []struct {
		typed string
		year  int
		want  string
		more  string
	}{
		{"Quảng Trung, Thanh Hóa", 2026, "16489", ""},
		{"xã Diễn Thịnh", 2026, "17479", ""},
		{"canh nau bac giang", 2026, "07246", ""},
		{"Bát Mọt", 2026, "15607", ""},
		{"An Châu, Nghệ An", 2026, "17479", ""},
		{"Quảng Trung, Thanh Hóa", 2025, "16492", "--date 30/06/2025"},
		{"Quảng Trung, Thanh Hóa", 2024, "16492", ""},
	} {
		found := communesOfYear(c.typed, c.year)
		if len(found) == 0 || found[0].Code != c.want || strings.Join(found[0].more, " ") != c.more {
			t.Errorf("%s, %d: %+v", c.typed, c.year, found)
		}
		for _, f := range found {
			if f.Name == "Quang Trung" && strings.HasPrefix(c.typed, "Quảng") {
				t.Errorf("%s, %d: offered %s", c.typed, c.year, f)
			}
		}
	}
}

// The form of a xã that ended in the year of the reform.
func TestID4TheGuideMakesTheFormOfAnOldCommune(t *testing.T) {
	t.Chdir(t.TempDir())
	text := talk(t, "template", "2025", "Quảng Trung, Thanh Hóa", "1", "1", "", "", "q")
	holdsAll(t, text, "1. xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492), trước ngày 01/07/2025",
		"xã Quảng Chính, tỉnh Thanh Hóa (mã 16489), gồm xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa trước đây",
		"--commune 16492 --date 30/06/2025", "bieu-mau-quang-trung-2025.xlsx")
}

func TestCommunesLike(t *testing.T) {
	day := func(year int) time.Time { return criteria.Day(year, time.December, 31).Time }
	for _, c := range []struct {
		typed string
		year  int
		first string
		all   int // 0: not counted
	}{
		{"quang trung thanh hoa", 2023, "14824", 3}, // xã Quang Trung before the two xã, phường Quảng Trung by code
		{"Quảng Trung, Quảng Xương, Thanh Hóa", 2023, "16492", 1},
		{"xã quảng trung huyện quảng xương", 2023, "16492", 1},
		{"QUANG TRUNG QUANG XUONG", 2023, "16492", 1},
		{"quang trung quang xu", 2023, "16492", 1},
		{"16492", 2023, "16492", 1},
		{"1649", 2023, "16492", 3},
		{"khong co xa nay", 2023, "", 0},
		{" , - ", 2023, "", 0},
		{"thanh hoa thanh hoa quang xuong", 2026, "", 0}, // no districts since 1/7/2025
	} {
		found := communesLike(c.typed, day(c.year))
		first := ""
		if len(found) > 0 {
			first = found[0].Code
		}
		if first != c.first || c.all > 0 && len(found) != c.all {
			t.Errorf("%q: first %q of %d, want %q", c.typed, first, len(found), c.first)
		}
	}
}

// Typed with accents, the name with those accents comes first; and whoever
// types a whole name sees it before the longer ones.
func TestCommunesLikePutsTheNearestFirst(t *testing.T) {
	day := criteria.Day(2023, time.December, 31).Time
	names := map[string]string{"Quảng Trung": "Quảng Trung", "Quang Trung": "Quang Trung", "tân lập": "Tân Lập", "thanh hóa": "Thanh Hóa"}
	for typed, want := range names {
		if found := communesLike(typed, day); len(found) == 0 || found[0].Name != want {
			t.Errorf("%q: %v", typed, found[:min(len(found), 3)])
		}
	}
}

func TestBadNames(t *testing.T) {
	for _, name := range []string{"CON.xlsx", "nul.bao-cao.xlsx", "com1.xlsx", "a<b.xlsx", "a|b.xlsx", `a\b.xlsx`, "a?.xlsx", ".xlsx", " .xlsx", "a\tb.xlsx"} {
		if badName(name) == "" {
			t.Errorf("%q is taken", name)
		}
	}
	for _, name := range []string{"biểu mẫu xã Quảng Trung.xlsx", "contract.xlsx", "com10.xlsx", vi.Slug("Ea H'leo") + ".xlsx"} {
		if wrong := badName(name); wrong != "" {
			t.Errorf("%q: %s", name, wrong)
		}
	}
	if got := vi.Slug("Krông Pắc - Đắk Lắk"); got != "krong-pac-dak-lak" {
		t.Error(got)
	}
}

func TestCommandLine(t *testing.T) {
	for want, line := range map[string][]string{
		`ntm check bao-cao.xlsx`:               {"check", "bao-cao.xlsx"},
		`ntm check "bao cao.xlsx"`:             {"check", "bao cao.xlsx"},
		`ntm check C:\xa\báo-cáo.xlsx`:         {"check", `C:\xa\báo-cáo.xlsx`},
		`ntm check "C:\Tài liệu\a (1).xlsx"`:   {"check", `C:\Tài liệu\a (1).xlsx`},
		`ntm explain "a&b.yaml" kieu-mau/2`:    {"explain", "a&b.yaml", "kieu-mau/2"},
		`ntm assess --dossier /nha/ho-so.xlsx`: {"assess", "--dossier", "/nha/ho-so.xlsx"},
	} {
		if got := commandLine(line); got != want {
			t.Errorf("%v: %s, want %s", line, got, want)
		}
	}
	for typed, want := range map[string]string{`"C:\a b.xlsx"`: `C:\a b.xlsx`, `'/a b.xlsx'`: "/a b.xlsx", `"`: `"`, `a"b`: `a"b`} {
		if got := unquoted(typed); got != want {
			t.Errorf("%s: %s", typed, got)
		}
	}
}

// Only what can be assessed is proposed, the newest first.
func TestReportsOfTheFolder(t *testing.T) {
	besideAReport(t)
	writeText(t, "khac.yaml", "schema: ntm.overlay.v1\n")
	writeText(t, "hong.xlsx", "x")
	writeText(t, "ghi-chu.txt", "ntm.report.v1")
	writeText(t, "moi.JSON", `{"schema": "ntm.report.v1"}`)
	if err := os.Mkdir("thu-muc.yaml", 0o700); err != nil {
		t.Fatal(err)
	}
	talk(t, "dossier", "bao cao.yaml", "1", "ho-so.xlsx", "q")
	if !exists("ho-so.xlsx") {
		t.Fatal("no dossier")
	}
	then := time.Now().Add(time.Hour)
	if err := os.Chtimes("moi.JSON", then, then); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]reportFile{{name: "moi.JSON"}, {name: "bao cao.yaml"}}, reports(), cmp.AllowUnexported(reportFile{}), cmpopts.IgnoreFields(reportFile{}, "changed")); diff != "" {
		t.Error(diff)
	}
}

// A report whose lines end as Windows ends them is the same report.
func TestReportWithCRLF(t *testing.T) {
	text, err := os.ReadFile("../../testdata/xa-gia-dinh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	writeText(t, "lf.yaml", string(text))
	writeText(t, "crlf.yaml", strings.ReplaceAll(string(text), "\n", "\r\n"))
	lf, _, _ := run(t, "assess", "lf.yaml", "--json")
	crlf, errs, status := run(t, "assess", "crlf.yaml", "--json")
	if status != done || lf != crlf {
		t.Errorf("status %d, %s%s", status, errs, cmp.Diff(lf, crlf))
	}
}
