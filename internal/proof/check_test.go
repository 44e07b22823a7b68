package proof_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/evidence"
	"ntm/internal/papers"
	"ntm/internal/proof"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/xlsxtest"
)

// What follows what the council filled in is computed again: a conclusion that its counts
// do not come to is told of.
func TestVerifyComputesWhatFollows(t *testing.T) {
	const sheet = papers.TallyName
	filled := func(w xlsxtest.Book) {
		for _, label := range []string{"Tổng số thành viên hội đồng (người)", "Số thành viên có mặt (người)"} {
			if err := w.SetCellValue(sheet, xlsxtest.Beside(w.Find(sheet, label), 5), 20); err != nil {
				t.Fatal(err)
			}
		}
	}
	data := altered(t, dossiertest.GiaDinh(t), filled)
	w := xlsxtest.Open(t, data)
	for _, tt := range []struct {
		label, carries string
		differences    int
	}{
		{"Tỷ lệ có mặt trên tổng số thành viên", "100", 0},
		{"Tỷ lệ có mặt trên tổng số thành viên", "99", 1},
		{"Tỷ lệ có mặt trên tổng số thành viên", "đủ", 1},
		{"Kết luận", "Đạt tỷ lệ để đề nghị công nhận", 1},
	} {
		cell := xlsxtest.Beside(w.Find(sheet, tt.label), 5)
		value := regexp.MustCompile(`(<c r="` + cell + `"[^>]*>(?:<is>.*?</is>)?<f>[^<]*</f><v>)[^<]*`)
		names, content := xlsxtest.Parts(t, data)
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for _, name := range names {
			part := content[name]
			if bytes.Contains([]byte(part), []byte("COUNT(G")) { // the tally
				part = value.ReplaceAllString(part, "${1}"+tt.carries)
			}
			if _, err := xlsxtest.Must(z.Create(name)).Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		forged := out.Bytes()
		if got := xlsxtest.Open(t, forged).Raw(sheet, cell); got != tt.carries {
			t.Fatalf("%s carries %q", cell, got)
		}
		check := dossiertest.Verified(t, forged)
		if n := len(check.Differences); n != tt.differences || n > 0 &&
			(check.Differences[0].Kind != proof.OfValue || check.Differences[0].Cell != cell) {
			t.Errorf("%s, %s: %+v", tt.label, tt.carries, check.Differences)
		}
	}
}

// A dossier is the same when its files are; where nobody looked they say nothing.
func TestCheckEvidence(t *testing.T) {
	then := []evidence.File{{Path: "a.pdf", State: evidence.Found, SHA256: "1"},
		{Path: "b.pdf", State: evidence.Missing}}
	for _, tt := range []struct {
		now  []evidence.File
		same bool
	}{
		{nil, true},
		{then, true},
		{[]evidence.File{{Path: "a.pdf", State: evidence.Found, SHA256: "2"}}, false},
		{[]evidence.File{{Path: "a.pdf", State: evidence.Missing}}, false},
		{[]evidence.File{{Path: "b.pdf", State: evidence.Found, SHA256: "3"}}, false},
		{[]evidence.File{{Path: "c.pdf", State: evidence.Found, SHA256: "3"}}, true},
	} {
		c := proof.Check{Evidence: []proof.EvidenceCheck{{Then: then[0]}, {Then: then[1]}}}
		c.WithEvidence(tt.now)
		if c.Same() != tt.same {
			t.Errorf("%+v: same is %v", tt.now, c.Same())
		}
	}
}

// A file that was missing then and is missing now has not changed, and is not there.
func TestMissingThenAndNow(t *testing.T) {
	file := func(state evidence.State, sum string) evidence.File {
		return evidence.File{Path: "a.pdf", State: state, SHA256: sum}
	}
	for name, tt := range map[string]struct {
		then, now     evidence.File
		same, changed bool
	}{
		"there":                    {file(evidence.Found, "1"), file(evidence.Found, "1"), true, false},
		"another":                  {file(evidence.Found, "1"), file(evidence.Found, "2"), false, true},
		"gone":                     {file(evidence.Found, "1"), file(evidence.Missing, ""), false, true},
		"missing then and now":     {file(evidence.Missing, ""), file(evidence.Missing, ""), false, false},
		"unreadable then and now":  {file(evidence.Unreadable, ""), file(evidence.Unreadable, ""), false, false},
		"come since":               {file(evidence.Missing, ""), file(evidence.Found, "1"), false, true},
		"missing, then unreadable": {file(evidence.Missing, ""), file(evidence.Unreadable, ""), false, true},
	} {
		c := proof.Check{Evidence: []proof.EvidenceCheck{{Then: tt.then}}}
		c.WithEvidence([]evidence.File{tt.now})
		if e := c.Evidence[0]; e.Same() != tt.same || e.Changed() != tt.changed || c.Same() == tt.changed {
			t.Errorf("%s: same %v, changed %v; the dossier is the same: %v", name, e.Same(), e.Changed(), c.Same())
		}
	}
}

// First what somebody changed; what follows from it by formulas that are as they were
// comes behind, and is counted.
func TestWhatSomebodyChanged(t *testing.T) {
	testenv.LeftToWhole(t)
	a := dossiertest.GiaDinh(t) // of three levels: rows of the overview hold three numbers
	outcome := func(w xlsxtest.Book) string {
		return w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí", dossiertest.IncomeName)
	}
	dir := t.TempDir()
	type altering struct {
		change  func(w xlsxtest.Book) string // the cell
		kind    proof.Kind
		follows bool
	}
	for name, tt := range testenv.Sample(t, map[string]altering{
		"a figure": {func(w xlsxtest.Book) string {
			cell := figure(w, "income_per_capita")
			if err := w.SetCellValue("Số liệu", cell, 1); err != nil {
				t.Fatal(err)
			}
			return "Số liệu!" + cell
		}, proof.OfValue, true},
		"an outcome typed over its formula": {func(w xlsxtest.Book) string {
			if err := w.SetCellValue("Biểu NTM", outcome(w), "Chưa đạt"); err != nil {
				t.Fatal(err)
			}
			return "Biểu NTM!" + outcome(w)
		}, proof.OfValue, true},
		"another formula of the same value": {func(w xlsxtest.Book) string {
			if err := w.SetCellFormula("Biểu NTM", outcome(w), `"Đạt"`); err != nil {
				t.Fatal(err)
			}
			return "Biểu NTM!" + outcome(w)
		}, proof.OfFormula, false},
		"no change": {func(xlsxtest.Book) string { return "" }, "", false},
	}, "an outcome typed over its formula") {
		t.Run(name, func(t *testing.T) {
			cell := ""
			data := altered(t, a, func(w xlsxtest.Book) { cell = tt.change(w) })
			path := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".xlsx")
			if err := os.WriteFile(path, xlsxtest.Forgetful(t, data), 0o600); err != nil {
				t.Fatal(err)
			}
			saved := readers.Save(t, readers.XLSX, filepath.Join(dir, "saved"), path)[0]
			check := dossiertest.Verified(t, xlsxtest.Must(os.ReadFile(saved)))
			if cell == "" {
				if !check.Same() {
					t.Errorf("%+v", check.Differences)
				}
				return
			}
			for i, d := range check.Differences {
				if d.Follows != (i > 0) {
					t.Errorf("%d: %+v", i, d)
				}
			}
			if first := check.Differences[0]; first.Sheet+"!"+first.Cell != cell || first.Kind != tt.kind ||
				(check.Following() >= 5) != tt.follows {
				t.Errorf("%d follow: %+v", check.Following(), check.Differences)
			}
		})
	}
}

// Where nobody changed anything else, a value that is not its formula's is told as such.
func TestForgedValueFollowsNothing(t *testing.T) {
	a := dossiertest.GiaDinh(t).Only([]criteria.Level{criteria.NTM})
	data := xlsxtest.Edited(t, dossiertest.Written(t, a), func(parts map[string]string) {
		value := regexp.MustCompile(`(</f><v>)Đủ điều kiện`)
		parts["xl/worksheets/sheet4.xml"] = value.ReplaceAllString(parts["xl/worksheets/sheet4.xml"], "${1}Khác")
	})
	if check := dossiertest.Verified(t, data); check.Same() || check.Following() > 0 {
		t.Errorf("%+v", check.Differences)
	}
}

// A seal may hold requirements of somebody's own: they are known where the packs at hand
// give the same.
func TestAgainstPacks(t *testing.T) {
	check := dossiertest.Verified(t, dossiertest.Written(t, dossiertest.GiaDinh(t)))
	for name, tt := range map[string]struct {
		packs assess.Resolver
		known bool
	}{
		"its own":    {xlsxtest.Must(dossiertest.Invented()), true},
		"the nation": {xlsxtest.Must(dossiertest.Nation()), false},
	} {
		if check.AgainstPacks(tt.packs); check.Standard != tt.known {
			t.Errorf("%s: known is %v", name, check.Standard)
		}
	}
}
