package dossier_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/council"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/papers"
	"ntm/internal/places"
	"ntm/internal/provincial"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/goccy/go-yaml"
)

// noted is a run of so many words: fewer are anybody's.
const noted = 5

// What the packs note for those who will check them stays in them: no paper of a
// commune, a council or a province says how its makers came to a threshold, or names
// other communes and the pages where they were read of.
func TestMakersNotes(t *testing.T) {
	notes := makersNotes(t)
	if len(notes) < 500 {
		t.Fatalf("only %d runs of words", len(notes))
	}
	clean := func(name string, write func(io.Writer) error) {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		book := xlsxtest.Open(t, out.Bytes())
		for _, sheet := range book.GetSheetList() {
			if sheet == dossier.SealName {
				continue
			}
			rows, err := book.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for _, cell := range row {
					says := strings.ToLower(cell)
					for _, word := range []string{"trí nhớ", "nhớ câu", "phỏng đoán", "nghi ngờ", "http"} {
						if strings.Contains(says, word) {
							t.Errorf("%s, %s row %d says %q: %s", name, sheet, i+1, word, cell)
						}
					}
					for _, run := range runsOf(cell) {
						if at, is := notes[run]; is {
							t.Errorf("%s, %s row %d says %q, a note of %s: %s", name, sheet, i+1, run, at, cell)
							break
						}
					}
				}
			}
		}
	}
	at := time.Date(2024, time.March, 1, 0, 0, 0, 0, time.UTC)
	lib := packs.Embedded()
	for name, a := range map[string]*assess.Assessment{"Quảng Trung": dossiertest.QuangTrung(t),
		"Giả Định": dossiertest.GiaDinh(t, dossiertest.UnknownTraits, dossiertest.Spoiled)} {
		clean(name, func(w io.Writer) error { return dossier.Write(w, a, dossier.Options{At: at}) })
	}
	var all []provincial.Commune
	years := []int{2023, 2026, 2018, 2021, 2024, 2025}
	provinces := []string{"Thanh Hóa", "Ninh Bình", "Đồng Nai", "Đồng Tháp", "Nam Định", "Quảng Nam", "Đắk Lắk",
		"Cao Bằng"}
	for _, year := range years[:testenv.Some(t, 2, len(years))] {
		for _, province := range provinces[:testenv.Some(t, 2, len(provinces))] {
			a, place := blankOf(t, lib, year, province)
			if a == nil {
				continue // merged away by then
			}
			name := province + " " + a.Date
			clean(name+", dossier", func(w io.Writer) error { return dossier.Write(w, a, dossier.Options{At: at}) })
			clean(name+", form", func(w io.Writer) error {
				plan, err := layout.NewPlan(lib, year, criteria.HienDai, &place, nil)
				if err != nil {
					return err
				}
				return blank.Write(w, plan, nil, at)
			})
			all = append(all, provincial.Commune{Code: place.Code, Name: place.Name, Province: province,
				Brief: a.Brief()})
			if a.Set.Procedure == nil {
				continue
			}
			for _, status := range criteria.Statuses {
				c := &council.Council{ID: "gia-dinh", Name: "Hội đồng giả định", Province: "tỉnh " + province,
					Year:  year,
					Level: criteria.NTM, Rules: council.RulesOf(a.Set.Procedure),
					Members: []council.Member{{Name: "A"}, {Name: "B"}}}
				if status != criteria.Confirmed { // those who confirm cite in their own words
					c.Rules.Quorum.Status, c.Rules.Proposal.Status = status, status
				}
				one := papers.Minutes{Council: c, Cases: []council.Case{{Key: "1", Title: place.Title()}},
					Present: []int{0, 1},
					At:      at, Counted: council.Counted{Secret: true, Out: 2, Back: 2,
						Results: []council.Result{{Key: "1", For: 2}}}}
				clean(name+", minutes", func(w io.Writer) error { return papers.WriteMinutes(w, one) })
				clean(name+", ballot", func(w io.Writer) error {
					return papers.WriteBallot(w, c, one.Cases,
						"AAAA-BBBB")
				})
				clean(name+", hands", func(w io.Writer) error { return papers.WriteHands(w, c, one.Cases, 2) })
			}
		}
	}
	clean("report", func(w io.Writer) error {
		return papers.WriteReport(w, provincial.Summarise(provincial.Scope{Year: 2023, Listed: 40}, all, nil,
			func(level, no string) string { return level + no }), at)
	})
}

// blankOf is the assessment of a commune of a province that reports nothing.
func blankOf(t *testing.T, lib *criteria.Library, year int, province string) (*assess.Assessment, places.Unit) {
	t.Helper()
	found := slices.DeleteFunc(places.On(time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC)).Find(
		places.Query{Province: province}), func(p places.Unit) bool { return !p.Rural() })
	if len(found) == 0 {
		return nil, places.Unit{}
	}
	r := &commune.Report{Schema: commune.Schema, Year: year, Commune: commune.Where{Code: found[0].Code}}
	in, err := assess.Prepare(lib, r, "0.0.0-thu")
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(in), found[0]
}

// makersNotes are the runs of words in the sources of the packs that stand nowhere else
// in them, with the file that notes each.
func makersNotes(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../criteria/packs/20*/*.yaml")
	if err != nil || len(files) < 8 {
		t.Fatalf("%v, %v", files, err)
	}
	notes, said := map[string]string{}, map[string]bool{}
	for _, words := range []string{"mức 70 % " + criteria.Doubtful.OnPaper() + ": ghi", "mức 90 % " +
		criteria.Doubtful.OnPaper() + ": ghi"} { // what a paper itself says of a share
		for _, run := range runsOf(words) {
			said[run] = true
		}
	}
	for _, r := range criteria.Regions {
		for _, run := range runsOf("theo cột " + r.Title()) {
			said[run] = true
		}
	}
	var walk func(file, key string, v any)
	walk = func(file, key string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, inner := range v {
				walk(file, k, inner)
			}
		case []any:
			for _, inner := range v {
				walk(file, key, inner)
			}
		case string:
			for _, run := range runsOf(v) {
				if key == "source" {
					notes[run] = filepath.Base(file)
				} else {
					said[run] = true
				}
			}
		}
	}
	for _, file := range append(files, "../../criteria/packs/figures.yaml") {
		if strings.HasSuffix(file, "cases.yaml") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if err := yaml.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		walk(file, "", doc)
	}
	for run := range said {
		delete(notes, run)
	}
	return notes
}

// runsOf are the runs of words in a text, without signs and capitals.
func runsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' && r != '-'
	})
	var out []string
	for i := range max(0, len(words)-noted+1) {
		out = append(out, strings.Join(words[i:i+noted], " "))
	}
	return out
}
