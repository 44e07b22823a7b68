package cli

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ntm/internal/cli/guide"
	"ntm/internal/term"

	"github.com/google/go-cmp/cmp"
)

const reportOf2023 = `schema: ntm.report.v1
commune: {code: "16492"}
year: 2023
figures:
  - {id: income_per_capita, value: 69}
`

func terminal(answers ...string) (World, *bytes.Buffer) {
	var out bytes.Buffer
	return World{Terminal: term.Terminal{
		Stdin: strings.NewReader(strings.Join(append(answers, ""), "\n")), Stdout: &out, Stderr: &out,
		Interactive: true,
		Now:         func() time.Time { return time.Date(2023, 11, 15, 9, 0, 0, 0, time.UTC) },
	}}, &out
}

// talk is a conversation in a folder with one report, bao cao.yaml. The first
// answer is the id of a step.
func talk(t *testing.T, id string, answers ...string) string {
	t.Helper()
	w, out := terminal(append([]string{numberOf(t, id)}, answers...)...)
	if status := Run(t.Context(), nil, w); status != done {
		t.Errorf("status %d", status)
	}
	return out.String()
}

func numberOf(t *testing.T, id string) string {
	t.Helper()
	i := slices.Index([]string{"template", "check", "assess", "gap", "dossier", "explain", "criteria read",
		"criteria import"}, id)
	if i < 0 {
		t.Fatalf("the guide does not offer %s", id)
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
	holdsAll(t, text, `Không có tệp "khong-co.yaml"`, `Lệnh: ntm assess "bao cao.yaml"`,
		"Xã Quảng Trung, huyện Quảng Xương",
		"dòng; 0: bỏ qua phần này [xem tiếp]", "Chọn việc ["+numberOf(t, "gap")+"]")

	var out bytes.Buffer
	w, _ := terminal()
	w.Stdout, w.Width, w.Interactive = &out, guide.Width, false
	if Run(t.Context(), []string{"assess", "bao cao.yaml"}, w) != done || !strings.Contains(text, out.String()[:800]) {
		t.Error("the guide shows something else than the command does")
	}
	for line := range strings.Lines(out.String()) {
		if term.ShownWidth(strings.TrimSpace(line)) > guide.Width && !strings.Contains(line, "sha256") {
			t.Errorf("too wide for a terminal: %s", line)
		}
	}
}

func TestGuideAsksAgain(t *testing.T) {
	besideAReport(t)
	w, out := terminal("99", "x", "", "", "q")
	Run(t.Context(), nil, w)
	holdsAll(t, out.String(), `Chưa có việc "99". Gõ một số từ 0 đến `+numberOf(t, "criteria import"),
		`Chưa có việc "x"`)
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
	holdsAll(t, talk(t, "dossier", "", "2", "", "0", "q"), `Lệnh: ntm assess "bao cao.yaml" --level nang-cao `+
		`--dossier `+name, "Chọn việc [0]")
	if _, err := os.Stat(name); err != nil {
		t.Error("no dossier")
	}
	writeText(t, "cu.xlsx", "giả định")
	text := talk(t, "dossier", "", "2", "con", "a:b", "thieu/ten.xlsx", "cu", "k", "q")
	holdsAll(t, text, "[ho-so-quang-trung-nang-cao-2023-2.xlsx]", `Windows giữ riêng tên "con.xlsx"`,
		"không được có các dấu", `Không có thư mục "thieu"`, "Đã có tệp cu.xlsx. Ghi đè")
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
	for typed, want := range map[string]string{"10": "nang-cao/10", "Thu nhập": "nang-cao/10",
		"thu nhap binh": "nang-cao/10", "arrears": "nang-cao/arrears", "no dong": "nang-cao/arrears"} {
		holdsAll(t, talk(t, "explain", "1", "2", typed), `Lệnh: ntm explain "bao cao.yaml" `+want)
	}
	holdsAll(t, talk(t, "explain", "1", "2", "-", "xyz", "nuoc sach", "2", "q"), `Không có chỉ tiêu nào như "-"`,
		`như "xyz"`, "Chỉ tiêu nào [1]", "Lệnh: ntm explain")
}

// Without a report the form comes first, then the check, and the form is found.
func TestGuideMakesTheForm(t *testing.T) {
	t.Chdir(t.TempDir())
	text := talk(t, "template", "2023", "16492", "1", "2", "", "", "q")
	holdsAll(t, text, "Chưa có báo cáo hay biểu mẫu nào ở đây", "Chọn việc ["+numberOf(t, "template")+"]",
		"Lệnh: ntm template --year 2023 --commune 16492 --level nang-cao -o bieu-mau-quang-trung-2023.xlsx",
		"Chọn việc ["+numberOf(t, "check")+"]", "1. bieu-mau-quang-trung-2023.xlsx (sửa")
}

// The form of a xã that ended in the year of the reform.
func TestID4TheGuideMakesTheFormOfAnOldCommune(t *testing.T) {
	t.Chdir(t.TempDir())
	text := talk(t, "template", "2025", "Quảng Trung, Thanh Hóa", "1", "1", "", "", "q")
	holdsAll(t, text, "1. xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492), trước ngày 01/07/2025",
		"xã Quảng Chính, tỉnh Thanh Hóa (mã 16489), gồm xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa trước đây",
		"--commune 16492 --date 30/06/2025", "bieu-mau-quang-trung-2025.xlsx")
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
