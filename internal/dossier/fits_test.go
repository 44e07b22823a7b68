package dossier_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/council"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/lawbook"
	"ntm/internal/papers"
	"ntm/internal/places"
	"ntm/internal/provincial"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/fittest"
)

// In every sheet of every paper rows are as high as their words, and columns as wide
// as a date or a number.
func TestFits(t *testing.T) {
	fits := func(name string, write func(io.Writer) error) {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fittest.Check(t, name, out.Bytes())
	}
	at := time.Date(2024, time.March, 1, 0, 0, 0, 0, time.UTC)
	dossierOf := func(name string, a *assess.Assessment) {
		fits("dossier "+name, func(w io.Writer) error { return dossier.Write(w, a, dossier.Options{At: at}) })
	}
	for name, a := range testenv.Sample(t, dossiertest.Reports(t), "spoiled") {
		if name == "long-words" || name == "too-many-digits" { // one word longer than a page
			continue
		}
		dossierOf(name, a)
	}
	lib := packs.Embedded()
	var all []provincial.Commune
	provinces := []string{"Thanh Hóa", "Cao Bằng"}
	for _, year := range testenv.Every(t, 2, []int{2023, 2018, 2026}) {
		for _, province := range provinces[:testenv.Some(t, 1, len(provinces))] {
			a, place := blankOf(t, lib, year, province)
			dossierOf(fmt.Sprint(province, year), a)
			all = append(all, provincial.Commune{Code: place.Code, Name: place.Name, District: place.District,
				Province: province, Brief: a.Brief()})
			plan, err := layout.NewPlan(lib, year, criteria.HienDai, &place, nil)
			if err != nil {
				t.Fatal(err)
			}
			fits(fmt.Sprint("form ", province, year), func(w io.Writer) error { return blank.Write(w, plan, nil, at) })
			fits(fmt.Sprint("wide ", province, year), func(w io.Writer) error {
				return blank.WriteWide(w, plan, []places.Unit{place}, at)
			})
			fits("index", func(w io.Writer) error {
				return papers.WriteIndex(w, []papers.Entry{papers.NewEntry("ho-so-16492-quang-trung-2023.xlsx", a)}, at)
			})
		}
	}
	given := dossiertest.GiaDinh(t)
	plan, err := layout.NewPlan(lib, 2024, criteria.KieuMau, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	fits("form with an earlier report", func(w io.Writer) error { return blank.Write(w, plan, given.Report, at) })
	for _, std := range lib.Standards {
		fits("lawbook "+std.ID, func(w io.Writer) error { return lawbook.Export(w, lib, std, lawbook.Scope{}, at) })
	}
	c := &council.Council{ID: "gia-dinh", Name: "Hội đồng giả định", Province: "tỉnh Giả Định", Year: 2023,
		Level: criteria.KieuMau, Rules: council.RulesOf(given.Set.Procedure)}
	for i := range 11 {
		c.Members = append(c.Members, council.Member{Name: fmt.Sprintf("Nguyễn Thị Minh Khai %d", i),
			Office: "Sở Nông nghiệp và Môi trường tỉnh Giả Định"})
	}
	sat := papers.Minutes{Council: c, Cases: []council.Case{{Key: "1", Title: given.Commune.Title(),
		Note: "19/19 tiêu chí, 57/57 chỉ tiêu"}}, Present: []int{0, 1, 2, 3, 4, 5, 6, 7}, At: at,
		Counted: council.Counted{Secret: true, Out: 8, Back: 8, Results: []council.Result{{Key: "1", For: 7, Against: 1,
			Reasons: []string{"Tỷ lệ hộ sử dụng nước sạch theo quy chuẩn từ hệ thống cấp nước tập trung còn thấp"}}}}}
	fits("minutes", func(w io.Writer) error { return papers.WriteMinutes(w, sat) })
	fits("ballot", func(w io.Writer) error { return papers.WriteBallot(w, c, sat.Cases, "AAAA-BBBB-CCCC-DDDD") })
	fits("hands", func(w io.Writer) error { return papers.WriteHands(w, c, sat.Cases, 8) })
	fits("report", func(w io.Writer) error {
		return papers.WriteReport(w, provincial.Summarise(provincial.Scope{Province: "Thanh Hóa", Year: 2023,
			Listed: 467},
			all, all, func(_, no string) string { return "Tiêu chí " + no }), at)
	})
}
