package office

import (
	"path/filepath"
	"testing"

	"ntm/criteria"
	"ntm/internal/docket"
)

// The level of a dossier is that of its newest report, and none where the report names none
// or there is no report yet.
func TestOwnLevel(t *testing.T) {
	for name, c := range map[string]struct {
		says string
		want criteria.Level
	}{"names none": {"", ""}, "ntm": {"level: ntm\n", criteria.NTM}, "nâng cao": {"level: nang-cao\n",
		criteria.NangCao},
		"kiểu mẫu": {"level: kieu-mau\n", criteria.KieuMau}} {
		d := newDesk(t)
		d.takes(false, d.Write("a.yaml", "schema: ntm.report.v1\nnote: giả định\n"+c.says+
			"commune: {code: \"16492\"}\nyear: 2023\nfigures:\n  - {id: income_per_capita, value: 69}\n"))
		found, dossier, err := Which{Text: "16492", Year: 2023}.Dossier(t.Context(), d.Store)
		if err != nil {
			t.Fatal(err)
		}
		if got := ownLevel(t.Context(), d.Store, found, dossier); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got := ownLevel(t.Context(), d.Store, found, &docket.Dossier{}); got != "" {
			t.Errorf("%s: without a report %q", name, got)
		}
	}
}

// Evidence is counted by what is listed, what has a file named and what is there; what is
// not there is noted by its name.
func TestEvidenceIsLookedFor(t *testing.T) {
	d := newDesk(t)
	d.Write("mot.pdf", "giả định")
	for name, c := range map[string]struct {
		evidence string
		want     Evidenced
		notes    int
	}{
		"none":                 {"", Evidenced{}, 0},
		"a paper without file": {"  - {id: e1, title: Giấy một}\n", Evidenced{Listed: 1}, 0},
		"a file that is there": {"  - {id: e1, title: Giấy một, file: mot.pdf}\n",
			Evidenced{Listed: 1, Named: 1, There: 1}, 0},
		"one there, one not": {"  - {id: e1, title: Giấy một, file: mot.pdf}\n" +
			"  - {id: e2, title: Giấy hai, file: hai.pdf}\n", Evidenced{Listed: 2, Named: 2, There: 1}, 1},
	} {
		text := "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16492\"}\nyear: 2023\n"
		if c.evidence != "" {
			text += "evidence:\n" + c.evidence
		}
		file := d.Write("a.yaml", text+"figures:\n  - {id: income_per_capita, value: 69}\n")
		for _, got := range checked(t, criteria.NTM, file) {
			if got.Evidence != c.want || len(got.Said()) != c.notes {
				t.Errorf("%s: %+v, %v, want %+v", name, got.Evidence, got.Said(), c.want)
			}
			if got.Name() != file || filepath.Base(got.File) != "a.yaml" {
				t.Errorf("%s is named %q", name, got.Name())
			}
		}
	}
}
