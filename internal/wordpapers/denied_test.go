package wordpapers_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"

	"github.com/shopspring/decimal"
)

// denied is a commune that a decision recognised, whose own figures of the year miss its level.
func denied(r *commune.Report) {
	r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022, Decision: "99/QĐ-GĐ",
		Date: criteria.Day(2022, 11, 5)}}
	i := slices.IndexFunc(r.Figures, func(f commune.Figure) bool { return f.ID == "multidimensional_poverty_rate" })
	r.Figures[i].Measure = commune.Number{Decimal: decimal.NewFromInt(40)}
}

// Where this year's figures deny the title that a level rests on, every paper that says what came of
// the level says so first, and beside the verdict; of a title that holds no paper speaks so.
func TestDeniedTitleIsSaidBesideTheVerdict(t *testing.T) {
	a := dossiertest.GiaDinh(t, denied)
	top := &a.Levels[len(a.Levels)-1]
	why := top.Denied()
	if top.Verdict == assess.Eligible || !strings.Contains(why, "(11) của mức nông thôn mới nâng cao") {
		t.Fatal(top.Verdict, why)
	}
	for _, p := range papersOf(t, a, subject{}.o) {
		text := said(t, &p)
		switch p.Kind.ID {
		case "to-trinh", "bao-cao-ket-qua", "bien-ban-hop":
			first, _, _ := strings.Cut(text, "\nI. ")
			first, _, _ = strings.Cut(first, "\n1. ")
			if !strings.Contains(first, why) || !strings.Contains(first, "Chưa dùng để trình") {
				t.Errorf("%s does not begin with it:\n%s", p.Kind.ID, first)
			}
			fallthrough
		case "tom-tat":
			beside := "(dự thảo); " + top.Prerequisite.Against
			if !top.Draft {
				beside = "kết luận; " + top.Prerequisite.Against
			}
			if !strings.Contains(text, beside) || !strings.Contains(text, why) {
				t.Errorf("%s does not say %q", p.Kind.ID, beside)
			}
		}
	}
	for _, sheet := range []string{"Bìa", "Tổng hợp"} {
		if !dossiertest.Open(t, a).Says(sheet, "Đ"+strings.TrimPrefix(why, "đ")) {
			t.Errorf("the dossier's %s does not say it", sheet)
		}
	}
	for _, p := range papersOf(t, dossiertest.GiaDinh(t), subject{}.o) {
		if strings.Contains(said(t, &p), "nhưng số liệu năm") {
			t.Errorf("%s denies a title that holds", p.Kind.ID)
		}
	}
}
