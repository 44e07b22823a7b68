package wordpapers_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/docx/draw"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/problem"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/wordpapers"

	"github.com/google/go-cmp/cmp"
)

func sourceOf(t testing.TB, id string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("templates", id+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The results of each criterion stand in the paper as in the JSON: figure for figure.
func TestTableIsTheAssessment(t *testing.T) {
	for name, one := range subjects(t) {
		t.Run(name, func(t *testing.T) {
			var report string
			for _, p := range papersOf(t, one.a, one.o) {
				if p.Kind.ID == "bao-cao-ket-qua" {
					report = said(t, &p)
				}
			}
			for i := range one.a.Levels {
				l := &one.a.Levels[i]
				for _, c := range l.Criteria {
					for _, ind := range c.Indicators {
						result := "……"
						switch {
						case ind.Outcome == assess.NotApplicable, len(ind.Parts) > 0:
							continue
						case ind.Figure != nil:
							result = strings.ReplaceAll(ind.Figure.String(), "m2", "m²")
						}
						line := "| " + ind.No + " | " + ind.Name + " | " + strings.ReplaceAll(ind.Asked(), "m2",
							"m²") + " | " +
							result + " | " + ind.Outcome.Word() + " |"
						if !strings.Contains(whole(report), whole(line)) {
							t.Errorf("%s %s: no row %q", l.Level, ind.No, line)
						}
					}
				}
			}
		})
	}
}

// whole is a plain text whose long units are not folded.
func whole(s string) string { return strings.ReplaceAll(plain(s), " / ", "/") }

// plain is a text whose spaces are all alike.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
}

// The same assessment gives the same bytes; every paper names the dossier at its foot, and
// a draft says so above and below.
func TestSameBytesTwice(t *testing.T) {
	a := dossiertest.GiaDinh(t)
	one, two := papersOf(t, a, wordpapers.Options{Sitting: sat(10, 1)}), papersOf(t, a,
		wordpapers.Options{Sitting: sat(10, 1)})
	fingerprint, err := dossier.Fingerprint(a, dossier.Options{At: made})
	if err != nil {
		t.Fatal(err)
	}
	for i := range one {
		if !bytes.Equal(one[i].Data, two[i].Data) {
			t.Errorf("%s: other bytes", one[i].File)
		}
		foot := partOf(t, one[i].Data, "word/footer1.xml")
		if !strings.Contains(foot, "Mã hồ sơ: "+dossier.Printed(fingerprint)+" – DỰ THẢO") {
			t.Errorf("%s: at the foot: %s", one[i].File, foot)
		}
		if above := partOf(t, one[i].Data, "word/header2.xml"); !strings.Contains(above, "DỰ THẢO") {
			t.Errorf("%s: no mark of a draft: %s", one[i].File, above)
		}
	}
}

// Nothing proposes recognition of a commune that is not eligible or that the council does
// not propose, and the papers of one that is not settled are no draft.
func TestRecognitionIsNotProposed(t *testing.T) {
	unsure, no, yes := sat(10, 1), sat(10, 1), sat(9, 2)
	unsure.Council.Rules.Proposal.Status = "recalled"
	no.Conclusion = &docket.Conclusion{Chair: "Thành viên 1"}
	yes.Conclusion = &docket.Conclusion{Chair: "Thành viên 1", Yes: true, Paper: "01/KL", Note: "giả định"}
	another := sat(11, 0)
	another.Council.Level = "ntm"
	unknown := sat(11, 0)
	unknown.Key = "xa-khac"
	for _, c := range []struct {
		name string
		a    *assess.Assessment
		s    *wordpapers.Sitting
		why  string
	}{
		{"proposed", dossiertest.GiaDinh(t), sat(10, 1), ""},
		{"by the chairman", dossiertest.GiaDinh(t), yes, ""},
		{"not eligible", dossiertest.GiaDinh(t, spoiled), sat(11, 0), "chưa đủ điều kiện"},
		{"not known", dossiertest.QuangTrung(t), sat(11, 0), "chưa đủ căn cứ"},
		{"too few votes", dossiertest.GiaDinh(t), sat(9, 2), "chưa đạt tỷ lệ"},
		{"rule not known", dossiertest.GiaDinh(t), unsure, "chờ chủ tịch hội đồng"},
		{"chairman against", dossiertest.GiaDinh(t), no, "không đề nghị"},
		{"another level", dossiertest.GiaDinh(t), another, "hội đồng xét xã nông thôn mới"},
		{"another commune", dossiertest.GiaDinh(t), unknown, "chưa biểu quyết"},
	} {
		t.Run(c.name, func(t *testing.T) {
			made, withheld, err := wordpapers.Make(c.a, wordpapers.Options{At: made, Sitting: c.s})
			if err != nil {
				t.Fatal(err)
			}
			proposing := 0
			for _, p := range made {
				if p.Kind.Proposes {
					proposing++
				}
			}
			if c.why == "" {
				if proposing != 2 || len(withheld) != 0 {
					t.Errorf("%d made, %v withheld", proposing, withheld)
				}
				return
			}
			if proposing != 0 || len(withheld) != 2 || !strings.Contains(withheld[0].Why, c.why) {
				t.Errorf("%d made, %v withheld, want for %q", proposing, withheld, c.why)
			}
		})
	}
}

// A commune whose thresholds are all checked gets papers without the mark of a draft, but
// for the decision, which is one until it is signed.
// A decision is cited once, and with what amended it where that holds.
func TestDecisionsAreCitedWithTheirAmendments(t *testing.T) {
	for year, want := range map[int]bool{2023: false, 2024: true} {
		a := dossiertest.QuangTrung(t, func(r *commune.Report) {
			r.Year, r.Date = year, criteria.Day(year, 12, 1)
		})
		for _, p := range papersOf(t, a, wordpapers.Options{}) {
			text := said(t, &p)
			if p.Kind.ID != "to-trinh" {
				continue
			}
			if n := strings.Count(text, "Căn cứ Quyết định số 318/QĐ-TTg"); n != 1 {
				t.Errorf("%d: cited %d times:\n%s", year, n, text)
			}
			for _, by := range []string{"211/QĐ-TTg", "03/2024/QĐ-TTg"} {
				if strings.Contains(text, "sửa đổi bởi Quyết định số "+by) != want {
					t.Errorf("%d: amended by %s, want %v:\n%s", year, by, want, text)
				}
			}
		}
	}
}

func TestMinutesTellTheChairmansConclusion(t *testing.T) {
	one := subjects(t)["gia-dinh"]
	one.o.Sitting = sat(11, 0)
	minutes := func() string {
		for _, p := range papersOf(t, one.a, one.o) {
			if p.Kind.ID == "bien-ban-hoi-dong" {
				return said(t, &p)
			}
		}
		return ""
	}
	if got := minutes(); !strings.Contains(got, "V. KẾT LUẬN CỦA CHỦ TRÌ\n……") {
		t.Error(got)
	}
	one.o.Sitting.Conclusion = &docket.Conclusion{Chair: "Thành viên 1", Yes: true, Paper: "01/KL"}
	if got := minutes(); strings.Contains(got, "CỦA CHỦ TRÌ\n……") ||
		!strings.Contains(got, ": Thành viên 1 kết luận: đề nghị công nhận, 01/KL") {
		t.Error(got)
	}
}

func TestNoDraft(t *testing.T) {
	a := dossiertest.Settled(dossiertest.GiaDinh(t))
	for _, p := range papersOf(t, a, wordpapers.Options{Sitting: sat(11, 0)}) {
		marked := strings.Contains(said(t, &p)+partOf(t, p.Data, "word/header2.xml")+
			partOf(t, p.Data, "word/footer1.xml"),
			"DỰ THẢO")
		if marked != (p.Kind.ID == "quyet-dinh") {
			t.Errorf("%s: a draft %v", p.File, marked)
		}
	}
}

// An assessment without its report, or without a level, makes no papers.
func TestNothingToMake(t *testing.T) {
	a := dossiertest.GiaDinh(t)
	none, bare := *a, *a
	none.Levels, bare.Report = nil, nil
	for _, one := range []*assess.Assessment{&none, &bare} {
		if _, _, err := wordpapers.Make(one, wordpapers.Options{}); err == nil {
			t.Error("made")
		}
		if _, err := wordpapers.MakeSummary(one, wordpapers.Options{}); err == nil {
			t.Error("made")
		}
	}
}

// An office's own template takes the place of ours, with its table; another is a paper of
// its own. A draft and the dossier are named whatever the template says.
func TestOfficeTemplates(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, lines ...string) {
		t.Helper()
		var p draw.Paper
		for _, line := range lines {
			if cells := strings.Split(line, "|"); len(cells) > 1 {
				table := &draw.Table{Columns: []float64{1, 1, 1}, Heads: 1}
				row := func(words ...string) {
					var out []draw.Cell
					for _, w := range words {
						out = append(out, draw.Cell{Lines: []draw.Line{{Words: w}}})
					}
					table.Rows = append(table.Rows, out)
				}
				row("Số", "Nội dung", "Kết quả")
				row(cells...)
				p.AddTable(table)
				continue
			}
			p.Add(draw.Look{}, line)
		}
		var out bytes.Buffer
		if err := p.Write(&out); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("To-Trinh.docx", "Xã {{XÃ}}, thu nhập {{thu nhập}}, {{Thu nhập bình quân đầu người}}",
		"{{chỉ tiêu.số}}|{{chỉ tiêu.tên}}|{{chỉ tiêu.kết quả}}")
	write("Phiếu riêng.docx", "{{xã}} {{dự thảo}} {{mã hồ sơ}}")
	write("quyet-dinh-318.docx", "Quyết định không có trường nào")
	write("~$To-Trinh.docx", "{{không có}}")
	templates, err := wordpapers.ReadTemplates(packs.Embedded(), folder)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range papersOf(t, dossiertest.GiaDinh(t), wordpapers.Options{Templates: templates}) {
		got[p.File] = said(t, &p)
	}
	request := got["to-trinh.docx"]
	for _, want := range []string{"DỰ THẢO: 97 ngưỡng", "Xã GIẢ ĐỊNH, thu nhập 62,5 triệu đồng/người/năm",
		"| 11 | Tỷ lệ nghèo đa chiều", "Mã hồ sơ: "} {
		if !strings.Contains(request, want) {
			t.Errorf("no %q in\n%.600s", want, request)
		}
	}
	if n := strings.Count(request, "\n| "); n < 57+75+3 {
		t.Errorf("%d rows", n)
	}
	if own := got["Phiếu riêng.docx"]; !strings.HasPrefix(own, "Giả Định DỰ THẢO ") || strings.Count(own, "\n") != 1 {
		t.Errorf("a paper of the office's own: %q", own)
	}
	if _, there := got["quyet-dinh-318.docx"]; there {
		t.Error("a file without fields is taken for a template")
	}
	write("bien-ban-hop.docx", "a", "Xã {{tên của xã}}")
	if err := os.WriteFile(filepath.Join(folder, "hong.docx"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = wordpapers.ReadTemplates(packs.Embedded(), folder)
	if len(problem.Of(err)) != 2 || !strings.Contains(err.Error(), "đoạn 2 (“Xã {{tên của xã}}”): không có trường") {
		t.Errorf("%v", err)
	}
}

// A template that another program wrote, with a field split over letters of two looks, a
// table with a row for criteria and one for indicators, and a numbered list.
func TestTemplateOfAnotherProgram(t *testing.T) {
	templates, err := wordpapers.ReadTemplates(packs.Embedded(), "testdata/mau-gia-dinh")
	if err != nil || len(templates) != 1 {
		t.Fatal(templates, err)
	}
	for _, p := range papersOf(t, dossiertest.GiaDinh(t), wordpapers.Options{Templates: templates}) {
		if p.Kind.ID != "to-trinh" {
			continue
		}
		text := said(t, &p)
		for _, want := range []string{"UBND XÃ GIẢ ĐỊNH\n", "thu nhập 62,5 triệu đồng/người/năm\n",
			"\n| 1 | Quy hoạch |\n| 1.1 | Có quy hoạch chung", "02/TB-GĐ: Thông báo giả định thu nhập",
			"Đủ điều kiện\n"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%.900s", want, text)
			}
		}
	}
}

// LibreOffice Writer and python-docx open every paper, and read what it says.
func TestOtherProgramsOpen(t *testing.T) {
	python := readers.Python(t, "docx")
	folder := t.TempDir()
	var files []string
	all, own := map[string]wordpapers.Paper{}, map[string]wordpapers.Paper{}
	for _, p := range papersOf(t, dossiertest.GiaDinh(t), wordpapers.Options{Sitting: sat(10, 1)}) {
		all[p.File] = p
	}
	for _, p := range testenv.Sample(t, all, "to-trinh.docx", "quyet-dinh.docx", "bao-cao-tham-dinh-y-te.docx") {
		file := filepath.Join(folder, p.File)
		if err := os.WriteFile(file, p.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		files, own[file] = append(files, file), p
	}
	const script = `import docx, json, sys
out = {}
for name in json.load(sys.stdin):
    d = docx.Document(name)
    out[name] = [[c.text for c in r.cells] for t in d.tables for r in t.rows] + [p.text for p in d.paragraphs]
json.dump(out, sys.stdout)`
	names, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	var read map[string][]any
	if err := json.Unmarshal(readers.Run(t, names, python, "-c", script), &read); err != nil {
		t.Fatal(err)
	}
	for file, p := range own {
		if text := said(t, &p); len(read[file]) < strings.Count(text, "\n") {
			t.Errorf("%s: python-docx reads %d lines, there are %d", p.File, len(read[file]), strings.Count(text, "\n"))
		}
	}
	again := readers.Save(t, readers.Format{Extension: "docx", Filter: "MS Word 2007 XML"}, filepath.Join(folder, "lo"),
		files...)
	for i, file := range again {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := own[files[i]]
		was, is := said(t, &p), said(t, &wordpapers.Paper{File: p.File, Data: data})
		if diff := cmp.Diff(strings.Fields(plain(was)), strings.Fields(plain(is))); diff != "" {
			t.Errorf("%s: LibreOffice saves something else: %s", p.File, diff)
		}
	}
}

// The papers of one commune.
func BenchmarkMake(b *testing.B) {
	a := dossiertest.GiaDinh(b)
	o := wordpapers.Options{At: made, Sitting: sat(10, 1)}
	for b.Loop() {
		if _, _, err := wordpapers.Make(a, o); err != nil {
			b.Fatal(err)
		}
	}
}

// On the pages that LibreOffice prints of the report no number of an indicator is broken; rows
// that head others go with them.
func TestNumbersArePrintedWhole(t *testing.T) {
	testenv.LeftToWhole(t)
	if _, err := exec.LookPath("pdftotext"); err != nil {
		readers.Absent(t, "pdftotext")
	}
	a, folder := dossiertest.GiaDinh(t), t.TempDir()
	for _, p := range papersOf(t, a, wordpapers.Options{}) {
		if p.Kind.ID != "bao-cao-ket-qua" {
			continue
		}
		file := filepath.Join(folder, p.File)
		if err := os.WriteFile(file, p.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		printed := readers.Save(t, readers.Format{Extension: "pdf", Filter: "writer_pdf_Export"}, folder, file)[0]
		words := strings.Fields(string(readers.Run(t, nil, "pdftotext", printed, "-")))
		for i := range a.Levels {
			for x := range a.Levels[i].Judged() {
				if !x.Condition && !slices.Contains(words, x.No) {
					t.Errorf("%s is not printed in one line", x.No)
				}
			}
		}
		for _, row := range strings.Split(partOf(t, p.Data, "word/document.xml"), "<w:tr>")[1:] {
			row, _, _ = strings.Cut(row, "</w:tr>")
			if strings.Contains(row, `<w:gridSpan w:val="3"/>`) && strings.Count(row, "<w:keepNext/>") <
				strings.Count(row, "<w:tc>") {
				t.Errorf("a row that heads others does not stay with them: %s", row)
			}
		}
	}
}
