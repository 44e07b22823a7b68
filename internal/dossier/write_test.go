package dossier_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/problem"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestSameBytesForSameInput(t *testing.T) {
	first := dossiertest.Written(t, dossiertest.GiaDinh(t))
	for range 5 {
		if again := dossiertest.Written(t, dossiertest.GiaDinh(t)); !bytes.Equal(first, again) {
			t.Fatal("the same assessment at the same time gave other bytes")
		}
	}
	var later bytes.Buffer
	if err := dossier.Write(&later, dossiertest.GiaDinh(t),
		dossier.Options{At: dossiertest.Signed.AddDate(0, 0, 1)}); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(first, later.Bytes()) {
		t.Error("the time of the dossier is nowhere in it")
	}
}

func TestSheetsThatSaySomething(t *testing.T) {
	full := []string{
		"Bìa", "Tổng hợp", "Mục lục hồ sơ", "Biểu NTM", "Biểu nâng cao", "Biểu kiểu mẫu", "Số liệu", "Nguồn lực",
		"Nợ đọng", "Hài lòng",
		"Khoảng cách", "Minh chứng", "Căn cứ pháp lý", "Đối chiếu", "Phiếu biểu quyết", "Biên bản kiểm phiếu", "ntm",
	}
	spoiled := dossiertest.GiaDinh(t, dossiertest.Spoiled)
	spoiled.Findings = append(spoiled.Findings, assess.Finding{Severity: assess.Warning, Message: "số liệu giả định"})
	if diff := cmp.Diff(full, dossiertest.Open(t, spoiled).GetSheetList()); diff != "" {
		t.Errorf("a full report (-want +got):\n%s", diff)
	}
	nothingShort := slices.DeleteFunc(full, func(s string) bool { // the neighbours say what is none
		return s == "Nợ đọng" || s == "Khoảng cách" || s == "Đối chiếu"
	})
	if diff := cmp.Diff(nothingShort, dossiertest.Open(t, dossiertest.GiaDinh(t)).GetSheetList()); diff != "" {
		t.Errorf("a commune that lacks but proof (-want +got):\n%s", diff)
	}
	bare := dossiertest.GiaDinh(t, func(r *commune.Report) {
		r.Capital, r.Arrears, r.Satisfaction, r.Evidence = nil, nil, nil, nil
		for i := range r.Figures {
			r.Figures[i].Evidence = nil
		}
		r.Security.Evidence, r.SmartVillage.Evidence, r.OutstandingFields[0].Evidence = nil, nil, nil
	}).Only([]criteria.Level{criteria.NangCao})
	bare.Findings = nil
	if diff := cmp.Diff([]string{"Bìa", "Tổng hợp", "Mục lục hồ sơ", "Biểu nâng cao", "Số liệu", "Khoảng cách",
		"Căn cứ pháp lý", "Phiếu biểu quyết", "Biên bản kiểm phiếu", "ntm"},
		dossiertest.Open(t, bare).GetSheetList()); diff != "" {
		t.Errorf("a bare report (-want +got):\n%s", diff)
	}
}

func TestNothingToWrite(t *testing.T) {
	noReport := dossiertest.QuangTrung(t)
	noReport.Report = nil
	for name, a := range map[string]*assess.Assessment{"no level": dossiertest.QuangTrung(t).Only(nil),
		"no report": noReport} {
		var p problem.Problem
		if err := dossier.Write(io.Discard, a, dossier.Options{At: dossiertest.Signed}); !errors.As(err, &p) ||
			p.Hint == "" {
			t.Errorf("%s: error %v, want a problem with a hint", name, err)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriterFails(t *testing.T) {
	if err := dossier.Write(fullDisk{}, dossiertest.QuangTrung(t),
		dossier.Options{At: dossiertest.Signed}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error %v, want the writer's", err)
	}
}

func TestDraftOnEveryPage(t *testing.T) {
	for name, sheet := range xlsxtest.Worksheets(t, dossiertest.Written(t, dossiertest.GiaDinh(t))) {
		if !strings.Contains(sheet, `<oddHeader>&amp;C&amp;14&amp;&#34;Times New Roman,Bold&#34;DỰ THẢO</oddHeader>`) {
			t.Errorf("%s does not say DỰ THẢO at its head", name)
		}
	}
	data := dossiertest.Written(t, dossiertest.Settled(dossiertest.GiaDinh(t)))
	for name, sheet := range xlsxtest.Worksheets(t, data) {
		if strings.Contains(strings.ToUpper(sheet), "<ODDHEADER>") || strings.Contains(sheet, "DỰ THẢO") {
			t.Errorf("%s of a final dossier has a running head or says DỰ THẢO", name)
		}
	}
	w := xlsxtest.Open(t, data)
	if !w.Says("Căn cứ pháp lý", "Mọi ngưỡng đều có căn cứ") || w.Says("Căn cứ pháp lý", "(*)") {
		t.Error("a final dossier still asks to check thresholds")
	}
}

func TestUnsureThresholdsAreCounted(t *testing.T) {
	a := dossiertest.QuangTrung(t)
	want := 0
	for i := range a.Levels {
		want += len(a.Levels[i].Unsure())
	}
	w := dossiertest.Open(t, a)
	marked := 0
	w.Each("Căn cứ pháp lý", func(_, v string) {
		if strings.HasPrefix(v, "(*)") {
			marked++
		}
	})
	if marked == 0 || marked > want {
		t.Errorf("%d decisions marked, the assessment has %d unsure thresholds", marked, want)
	}
	for _, sheet := range []string{"Bìa", "Căn cứ pháp lý"} {
		if !w.Says(sheet, fmt.Sprintf("%d ngưỡng", want)) {
			t.Errorf("%s does not say that there are %d", sheet, want)
		}
	}
}

// Until 30/6/2025 the district verified what its communes reported.
func TestDistrictColumn(t *testing.T) {
	for day, want := range map[criteria.Date]bool{
		criteria.Day(2025, time.June, 30): true,
		criteria.Day(2025, time.July, 1):  false,
	} {
		a := dossiertest.GiaDinh(t, func(r *commune.Report) { r.Year, r.Date = 2025, day })
		w := dossiertest.Open(t, a)
		if got := w.Says("Biểu NTM", "Kết quả thẩm tra"); got != want {
			t.Errorf("%s: column of the district %v, want %v", day, got, want)
		}
		if !w.Says("Biểu NTM", "Kết quả thẩm định") {
			t.Errorf("%s: no column for the council", day)
		}
	}
}

// Whatever an official types stays words: never a formula, never broken XML.
func TestHostileText(t *testing.T) {
	t.Parallel()
	hostile := []string{"=HYPERLINK(\"http://x\")", "+84 123", "-1+1", "@SUM(A1)", "a\x00b\x01c\x1f",
		"<b>&amp;</b>", "\xff\xfe", "_x000D_", strings.Repeat("dài ", 9000)}
	formula, row := regexp.MustCompile(`<f>.*?</f>`), regexp.MustCompile(`([A-Z])[0-9]+`)
	formulas := func(part string) []string { // in whatever row: long words take rows of their own
		return formula.FindAllString(row.ReplaceAllString(part, "$1"), -1)
	}
	_, plain := xlsxtest.Parts(t,
		dossiertest.Written(t, dossiertest.GiaDinh(t,
			func(r *commune.Report) {
				r.Arrears = []commune.Arrear{{Owed: new(commune.Exact(decimal.NewFromInt(1)))}}
			})))
	for _, words := range testenv.Every(t, 3, hostile) {
		a := dossiertest.GiaDinh(t, func(r *commune.Report) {
			r.Note = words
			r.Figures[0].Note = words
			r.Evidence[0].Title, r.Evidence[0].Issuer, r.Evidence[0].Number, r.Evidence[0].File = words, words,
				words, words
			r.Capital[0].Note, r.Capital[9].Unit = words, words
			r.Satisfaction.Villages[0].Name = words
			r.Recognitions[0].Decision = words
			r.Arrears = []commune.Arrear{{Work: words, Decision: words,
				Owed: new(commune.Exact(decimal.NewFromInt(1))), Plan: words}}
		})
		a.Commune.Name, a.Commune.KeptTitle, a.Engine.Version = words, words, words
		data := dossiertest.Written(t, a)
		_, content := xlsxtest.Parts(t, data)
		for name, part := range content {
			if diff := cmp.Diff(formulas(plain[name]), formulas(part)); diff != "" {
				t.Errorf("%.20q: formulas in %s (-plain +hostile):\n%s", words, name, diff)
			}
			wellFormed(t, name, part)
		}
		if w := xlsxtest.Open(t, data); strings.HasPrefix(words, "=") && w.Raw("Nợ đọng", "B5") != words {
			t.Errorf("%q became %q", words, w.Raw("Nợ đọng", "B5"))
		}
	}
}

func wellFormed(t *testing.T, name, part string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(part))
	for {
		switch _, err := decoder.Token(); {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

func TestProperties(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.QuangTrung(t))
	props, err := w.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Hồ sơ đề nghị xét, công nhận xã Quảng Trung đạt chuẩn nông thôn mới kiểu mẫu năm 2023",
		"UBND xã Quảng Trung", "2023-11-15T02:30:00Z", "vi-VN"}
	if diff := cmp.Diff(want, []string{props.Title, props.Creator, props.Created, props.Language}); diff != "" {
		t.Errorf("document properties (-want +got):\n%s", diff)
	}
}

func BenchmarkWrite(b *testing.B) {
	a := dossiertest.GiaDinh(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := dossier.Write(io.Discard, a, dossier.Options{At: dossiertest.Signed}); err != nil {
			b.Fatal(err)
		}
	}
}
