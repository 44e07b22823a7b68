package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/dossier/dossiertest"
	"ntm/internal/evidence"
	"ntm/internal/form/layout"
	"ntm/internal/xlsx/xlsxtest"
)

// A photograph among the evidence is shown in the dossier and in the report made of what was kept.
func TestPhotographsAreShown(t *testing.T) {
	d := opened(t)
	d.begun(t)
	photo := written(t, "tam", dossiertest.Photograph(t, 1))
	if _, err := d.AddEvidence(t.Context(), quangTrung, by, photo, "cổng làng.jpg", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Keep(t.Context(), quangTrung, by, false); err != nil {
		t.Fatal(err)
	}
	made, err := d.Dossier(t.Context(), quangTrung)
	if err != nil {
		t.Fatal(err)
	}
	papers, _, _, err := d.Papers(t.Context(), quangTrung, nil)
	if err != nil {
		t.Fatal(err)
	}
	shown := ""
	for _, a := range append(papers, *made) {
		_, parts := xlsxtest.Parts(t, a.Data)
		for name := range parts {
			if strings.Contains(name, "/media/") {
				shown += a.Name + " "
			}
		}
	}
	if shown != "bao-cao-ket-qua.docx "+made.Name+" " {
		t.Errorf("shown in %q", shown)
	}
}

// A file is kept once, listed, cited and found; taken away it is gone, unless a report that was
// kept names it.
func TestEvidence(t *testing.T) {
	d := opened(t)
	d.begun(t)
	const figure = "income_per_capita"
	add := func(name, text, figure string) Proof {
		p, err := d.AddEvidence(t.Context(), quangTrung, by, written(t, "tam", []byte(text)), name, figure)
		if err != nil {
			t.Fatal(name, err)
		}
		return p
	}
	first, again, other := add("a.pdf", "một", figure), add("a.pdf", "một", figure), add("a.pdf", "hai", "")
	if first.Item != again.Item || other.Code != "2" || other.Name != "a-2.pdf" {
		t.Errorf("%+v %+v %+v", first, again, other)
	}
	w, err := d.Read(t.Context(), quangTrung)
	if err != nil {
		t.Fatal(err)
	}
	proofs := w.Proofs()
	if err := d.Found(t.Context(), quangTrung, proofs); err != nil || len(proofs) != 2 ||
		proofs[0].File.State != evidence.Found || len(proofs[0].Cited) != 1 {
		t.Errorf("%+v %v", proofs, err)
	}
	if name, data, err := d.Content(t.Context(), quangTrung, first.Item, 100); err != nil || name != "a.pdf" ||
		string(data) != "một" {
		t.Error(name, data, err)
	}
	if _, _, err := d.Content(t.Context(), quangTrung, first.Item, 1); err == nil {
		t.Error("more than asked for is read")
	}
	if _, err := d.Keep(t.Context(), quangTrung, by, false); err != nil {
		t.Fatal(err)
	}
	third := add("c.pdf", "ba", figure)
	for _, item := range []string{first.Item, third.Item} {
		if err := d.DropEvidence(t.Context(), quangTrung, by, item); err != nil {
			t.Error(err)
		}
		if err := d.DropEvidence(t.Context(), quangTrung, by, item); err == nil {
			t.Error("it is taken away twice")
		}
	}
	w, err = d.Read(t.Context(), quangTrung)
	if err != nil || w.Text(layout.FigureSheet, figure, "ntm:evidence") != "" || len(w.Proofs()) != 1 ||
		!w.Differs() {
		t.Error(w.Proofs(), err)
	}
	for name, there := range map[string]bool{"a.pdf": true, "a-2.pdf": true, "c.pdf": false} {
		if _, err := os.Stat(filepath.Join(d.Folder(quangTrung), name)); (err == nil) != there {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A name that leads elsewhere is refused, and nothing is listed.
func TestEvidenceElsewhere(t *testing.T) {
	d := opened(t)
	d.begun(t)
	for _, name := range []string{"../a.pdf", "x/a.pdf", "/a.pdf", "CON", ""} {
		if _, err := d.AddEvidence(t.Context(), quangTrung, by, written(t, "tam", nil), name, ""); err == nil {
			t.Errorf("%q is kept", name)
		}
	}
	if _, err := d.AddEvidence(t.Context(), quangTrung, by, written(t, "tam", nil), "a.pdf", "khong-co"); err == nil {
		t.Error("it is of no figure")
	}
	if w, err := d.Read(t.Context(), quangTrung); err != nil || len(w.Proofs()) > 0 {
		t.Error(err)
	}
}
