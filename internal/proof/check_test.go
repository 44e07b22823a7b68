package proof_test

import (
	"archive/zip"
	"bytes"
	"regexp"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/evidence"
	"ntm/internal/papers"
	"ntm/internal/proof"
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
