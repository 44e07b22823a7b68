package command

import (
	"bytes"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/term"

	"github.com/google/go-cmp/cmp"
)

// judged is a dossier whose assessment comes to a verdict at NTM.
func judged(v assess.Verdict, draft bool, failing ...string) *docket.Dossier {
	b := assess.BriefLevel{Level: criteria.NTM, Verdict: v, Draft: draft, Counts: assess.Counts{
		CriteriaMet: 19 - len(failing), CriteriaTotal: 19, IndicatorsMet: 40, IndicatorsTotal: 57}}
	for _, no := range failing {
		b.Criteria = append(b.Criteria, assess.BriefOutcome{No: no, Outcome: assess.NotMet})
	}
	all := assess.Brief{Levels: []assess.BriefLevel{b, {Level: criteria.NangCao}}}
	return &docket.Dossier{Level: criteria.NTM,
		Assessment: &docket.AssessmentRef{AssessedBody: docket.AssessedBody{Result: "r", Brief: all}}}
}

// A dossier's line says the level it was submitted for, what it fails, and why it goes on all the same.
func TestVerdictUnder(t *testing.T) {
	grounded := func(d *docket.Dossier, of string) *docket.Dossier {
		d.Grounds = &docket.Standing{Grounds: docket.Grounds{Reason: "lý do giả định", For: of}, By: "Người thử",
			Day: criteria.Day(2023, 11, 5)}
		return d
	}
	nationOnly := judged(assess.Eligible, false)
	nationOnly.Assessment.Brief.NationOnly = "chưa đọc được thư mục giả định"
	for _, c := range []struct {
		name string
		d    *docket.Dossier
		want string
	}{
		{"not assessed", &docket.Dossier{}, ""},
		{"eligible", judged(assess.Eligible, false), "  Xã nông thôn mới: đủ 19/19 tiêu chí, 40/57 chỉ tiêu\n"},
		{"a draft", judged(assess.Eligible, true), "  Xã nông thôn mới: đủ* 19/19 tiêu chí, 40/57 chỉ tiêu\n"},
		{"grounds that are not needed", grounded(judged(assess.Eligible, false), "r"),
			"  Xã nông thôn mới: đủ 19/19 tiêu chí, 40/57 chỉ tiêu\n"},
		{"grounds", grounded(judged(assess.NotEligible, false, "2", "17"), "r"), "  Xã nông thôn mới: chưa đủ 17/19 " +
			"tiêu chí, 40/57 chỉ tiêu (chưa đạt tiêu chí 2, 17)\n" +
			"  Đi tiếp với lý do: lý do giả định (Người thử, 05/11/2023)\n"},
		{"grounds for another result", grounded(judged(assess.Undecided, false), "q"),
			"  Xã nông thôn mới: chưa rõ 19/19 tiêu chí, 40/57 chỉ tiêu\n" +
				"  Đi tiếp với lý do: lý do giả định (Người thử, 05/11/2023; kết quả đánh giá đã khác)\n"},
		{"without the office's packs", nationOnly, "  CHÚ Ý: chưa đọc được thư mục giả định.\n" +
			"  Xã nông thôn mới: đủ 19/19 tiêu chí, 40/57 chỉ tiêu\n"},
	} {
		var out bytes.Buffer
		VerdictUnder(term.NewScreen(term.Terminal{Stdout: &out, Width: 200}), c.d)
		if diff := cmp.Diff(c.want, out.String()); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// The choice of a list goes on in the command that it advises.
func TestChosenBy(t *testing.T) {
	for want, c := range map[string]struct {
		province string
		year     int
	}{"": {}, ` --province "Thanh Hóa"`: {"Thanh Hóa", 0}, ` --province "Huế" --year 2023`: {"Huế", 2023},
		" --year 2024": {"", 2024}} {
		if got := ChosenBy(c.province, c.year); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
