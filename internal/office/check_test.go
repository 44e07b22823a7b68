package office

import (
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/docket"
)

// checked checks the reports in files.
const sample = "../../testdata/quang-trung-2023.yaml"

func checked(t *testing.T, up criteria.Level, files ...string) (out []Checked) {
	t.Helper()
	b := &Bulk{Lib: packs.Embedded(), Year: 2023}
	if err := Each(t.Context(), b, files, func(i Item) Checked { return b.Check(t.Context(), i, up, "v0-thử") },
		func(c Checked) error { out = append(out, c); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

// A check counts what is given of what a level asks, and finds what is odd; a lower level
// asks less.
func TestCheck(t *testing.T) {
	d := newDesk(t)
	a := d.Report("a.yaml", "income_per_capita=69", "multidimensional_poverty_rate=-1")
	all, low := checked(t, criteria.KieuMau, a), checked(t, criteria.NTM, a)
	given, asked := all[0].Figures()
	_, less := low[0].Figures()
	if c := all[0]; c.Err != nil || c.Of != 2023 || c.Commune.Code != "16492" || given != 2 || asked <= less ||
		ToReview(c.Findings) == 0 || len(c.Lacks) != 3 {
		t.Errorf("%d of %d, then of %d: %+v", given, asked, less, c)
	}
	if c := checked(t, "", d.File("thieu.yaml"))[0]; c.Err == nil || c.IsNotes() || c.Name() != d.File("thieu.yaml") {
		t.Errorf("a report that is not there: %+v", c)
	}
	far := d.Write("xa.yaml", strings.Replace("schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16492\"}\n"+
		"year: 2009\nfigures: []\n", "figures: []\n", "", 1))
	if c := checked(t, "", far)[0]; c.Err == nil || !strings.HasPrefix(c.Err.Error(), far) {
		t.Errorf("a year without requirements: %v", c.Err)
	}
}

// What only a verdict finds is not among what is to be looked at again.
func TestToReview(t *testing.T) {
	n := ToReview([]assess.Finding{{Code: "negative", Severity: assess.Wrong}, {Code: "implausible",
		Severity: assess.Warning}, {Code: "note", Severity: assess.Info}, {Code: "title_slipping",
		Severity: assess.Warning}})
	if n != 2 {
		t.Errorf("%d findings", n)
	}
}

// A year with a procedure reviews a title; one without says so, of the file.
func TestReviewTitle(t *testing.T) {
	a, _, err := JudgeFile(t.Context(), packs.Embedded(), sample, "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	if r, err := ReviewTitle(a, sample, criteria.NTM); err != nil || r.Title != criteria.NTM {
		t.Errorf("%+v, %v", r, err)
	}
	bare := *a
	set := *a.Set
	set.Procedure = nil
	bare.Set = &set
	if _, err := ReviewTitle(&bare, sample, criteria.NTM); err == nil || !strings.HasPrefix(err.Error(), sample) {
		t.Errorf("without a procedure: %v", err)
	}
}

// What standards lack is told once for many dossiers, and of the levels that they have.
func TestLacks(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	all, _, err := List(t.Context(), d.Store, Choice{})
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, &docket.Dossier{}) // never assessed
	if levels := LevelsAmong(all); len(levels) != 3 || levels[0] != criteria.NTM {
		t.Errorf("levels %v", levels)
	}
	before := len(LacksAmong(packs.Embedded(), all))
	for _, x := range all[:2] {
		for i := range x.Assessment.Brief.Levels {
			x.Assessment.Brief.Levels[i].IndicatorsMissing = 1
		}
	}
	if after := len(LacksAmong(packs.Embedded(), all)); after < before || after > 3 {
		t.Errorf("%d lacks, then %d", before, after)
	}
}

// A text that is too long or turns the direction of writing is refused by its beginning.
func TestUnreadable(t *testing.T) {
	for text, want := range map[string]string{"xã": "", "a\nb\tc": "", "a\u202eb": "a\u202eb", "\x1b[31m": "\x1b",
		strings.Repeat("ă", 41): strings.Repeat("ă", 40) + "…", strings.Repeat("ă", 40): ""} {
		got := Unreadable(text, 40)
		if (got == "") != (want == "") || !strings.HasPrefix(Shortened(text), want) {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// Rows of a wide sheet become reports of their own; of two of a commune the first, and
// nothing is written over that nobody asked to go.
func TestSplitting(t *testing.T) {
	d := newDesk(t)
	sheet := d.Write("a.csv", "mã xã,năm,income_per_capita\n16492,2023,69\n16495,2023,70\n")
	more := d.Write("b.csv", "mã xã,năm,income_per_capita\n16492,2023,71\n")
	split := func(s *Splitting, files ...string) (wrote, failed int, last error) {
		b := &Bulk{Lib: packs.Embedded(), Year: 2023}
		if err := Each(t.Context(), b, files, s.Write, func(i Item) error {
			switch {
			case i.Err != nil:
				failed, last = failed+1, i.Err
			case i.Reading != nil:
				wrote++
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return wrote, failed, last
	}
	wrote, failed, err := split(&Splitting{Folder: d.Folder}, sheet, more)
	if wrote != 2 || failed != 1 || !strings.Contains(err.Error(), "xã này đã có báo cáo cùng năm") {
		t.Fatalf("%d written, %d failed: %v", wrote, failed, err)
	}
	one := d.File("16492-quang-trung-2023.json")
	if got := d.takes(false, one); len(got) != 1 || got[0] != "new" {
		t.Errorf("what was written is read as %v", got)
	}
	if wrote, failed, err = split(&Splitting{Folder: d.Folder}, sheet, more); wrote != 0 || failed != 3 {
		t.Errorf("again: %d written, %d failed: %v", wrote, failed, err)
	}
	if wrote, _, err = split(&Splitting{Folder: d.Folder, Force: true}, sheet); wrote != 2 {
		t.Errorf("over them: %d written: %v", wrote, err)
	}
	if _, failed, err = split(&Splitting{Folder: d.Folder}, one); failed != 1 ||
		!strings.Contains(err.Error(), "không phải là bảng tổng hợp") {
		t.Errorf("a report of one commune: %v", err)
	}
	if left, err := filepath.Glob(d.File(".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
