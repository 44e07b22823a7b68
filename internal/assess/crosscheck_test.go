package assess_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

func TestCrossChecks(t *testing.T) {
	setPoverty := func(f commune.Figure) func(*commune.Report) {
		return func(r *commune.Report) {
			f.ID = "multidimensional_poverty_rate"
			r.Figures[1] = f
		}
	}
	tests := []struct {
		name, code string
		change     func(*commune.Report)
		severity   assess.Severity
		message    string
		outcome    assess.Outcome // of NTM 11: open where its own figure cannot be
	}{
		{"part larger than its whole", "part_exceeds_whole", setPoverty(commune.Figure{Measure: of("130", "120")}),
			assess.Wrong, "phần (130) lớn hơn tổng (120)", assess.Undetermined},
		{"a thousand dot in a count", "not_whole", setPoverty(commune.Figure{Measure: of("0", "1.200")}),
			assess.Wrong, "1,200 hộ không phải số nguyên", assess.Undetermined},
		{"a thousand dot in a number", "not_whole", func(r *commune.Report) {
			r.Figures = append(r.Figures, commune.Figure{ID: "makeshift_houses", Measure: value("1.500")})
		}, assess.Wrong, "1,500 nhà không phải số nguyên", assess.Met},
		{"rate over 100", "rate_out_of_range", setPoverty(commune.Figure{Measure: value("153")}), assess.Wrong,
			"153 % nằm ngoài khoảng 0-100 %", assess.Undetermined},
		{"rate below 0", "negative", setPoverty(commune.Figure{Measure: value("-1.5")}), assess.Wrong,
			"-1,5 % là số âm", assess.Undetermined},
		{"figure of the year before", "figure_year", setPoverty(commune.Figure{Measure: value("1.53"), Year: 2022}),
			assess.Info, "số liệu của năm 2022", assess.Met},
		{"figure of a wrong year", "figure_year", setPoverty(commune.Figure{Measure: value("1.53"), Year: 2020}),
			assess.Warning, "số liệu của năm 2020, không phải năm 2023", assess.Met},
		{"figure of a year to come", "figure_later", setPoverty(commune.Figure{Measure: value("1.53"), Year: 2024}),
			assess.Warning, "số liệu của năm 2024, sau năm xét 2023", assess.NoFigure},
		{"implausible income", "implausible", func(r *commune.Report) { r.Figures[0].Measure = value("69000000") },
			assess.Warning, "69.000.000 triệu đồng/người/năm khác xa mức thường gặp", assess.Met},
		{"a step above the scale", "implausible", func(r *commune.Report) {
			r.Figures = append(r.Figures, commune.Figure{ID: "illiteracy_eradication_level", Measure: value("3")})
		}, assess.Wrong, "không có mức độ 3; các mức độ là từ 0 đến 2", assess.Met},
		{"figure of another year's table", "unused_figure", func(r *commune.Report) {
			yes := true
			r.Figures = append(r.Figures, commune.Figure{ID: "ehealth_records_deployed", Measure: commune.Answer(yes)})
		}, assess.Info, "không dùng để xét mức nào của năm 2023", assess.Met},
		{"capital parts over the total", "capital_exceeds_total",
			func(r *commune.Report) { r.Capital[1].Value = amountOf("600000") }, assess.Wrong,
			"600.000 triệu đồng, lớn hơn tổng số 538.336", assess.Met},
		{"quantity and price against value", "capital_value", func(r *commune.Report) {
			r.Capital[2].UnitPrice, r.Capital[2].Value = dec("0.5"), amountOf("5170")
		}, assess.Warning, "10.350 m2 × 0,5 = 5.175 triệu đồng, báo cáo ghi 5.170", assess.Met},
		{"more forms back than out", "part_exceeds_whole", func(r *commune.Report) {
			r.Satisfaction = &commune.Satisfaction{Villages: []commune.Village{{Name: "Thôn 1", FormsOut: dec("10"),
				FormsBack: dec("11"), Satisfied: dec("9")}}}
		}, assess.Wrong, "Thôn 1: số phiếu thu về lớn hơn số phiếu phát ra (11 > 10)", assess.Met},
		{"more satisfied than forms back", "part_exceeds_whole", func(r *commune.Report) {
			r.Satisfaction = &commune.Satisfaction{Villages: []commune.Village{{Name: "Thôn 1", FormsOut: dec("10"),
				FormsBack: dec("9"), Satisfied: dec("10")}}}
		}, assess.Wrong, "số người hài lòng lớn hơn số phiếu thu về", assess.Met},
		{"a title the figures no longer carry", "title_slipping", func(r *commune.Report) {
			r.Figures[0].Measure = value("30")
			r.Recognitions = []commune.Recognition{{Level: criteria.NTM, Year: 2021}}
		}, assess.Warning, "đã được công nhận nông thôn mới năm 2021", assess.Met},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := withFigures(t, tt.change)
			found := 0
			for _, f := range a.Findings {
				if f.Code == tt.code && f.Severity == tt.severity && strings.Contains(f.Message, tt.message) {
					found++
				}
			}
			if found != 1 {
				t.Errorf("found %d times in %+v", found, a.Findings)
			}
			if got := indicator(t, a, criteria.NTM, "11").Outcome; got != tt.outcome {
				t.Errorf("the outcome is %s, want %s", got, tt.outcome)
			}
		})
	}
}

// On a figure that cannot be, no level is eligible; its indicator is neither met nor failed
// and says so. By the rules before, it kept its outcome.
func TestNoLevelIsEligibleOnAnImpossibleFigure(t *testing.T) {
	lib := load(t, officePack)
	for name, change := range map[string]func(*commune.Report){
		"a rate over 100": func(r *commune.Report) {
			*r = *replace(r, "health_insurance_rate", &commune.Figure{ID: "health_insurance_rate",
				Measure: value("120")})
		},
		"a negative count": func(r *commune.Report) {
			*r = *replace(r, "makeshift_houses", &commune.Figure{ID: "makeshift_houses", Measure: value("-3")})
		},
		"more pleased than asked": func(r *commune.Report) { r.Satisfaction.Villages[0].Satisfied = dec("500") },
	} {
		r := readReport(t, invented, lib)
		change(r)
		a := assess.Assess(input(t, lib, r))
		for _, l := range a.Levels {
			if l.Verdict == assess.Eligible || l.Verdict == assess.NotEligible {
				t.Errorf("%s: %s is %s", name, l.Level, l.Verdict)
			}
		}
		if !a.Levels[0].Doubted {
			t.Errorf("%s: NTM is not doubted", name)
		}
	}
	r := replace(readReport(t, invented, lib), "health_insurance_rate", &commune.Figure{ID: "health_insurance_rate",
		Measure: value("120")})
	in := input(t, lib, r)
	for rules, want := range map[assess.Rules]assess.Outcome{assess.SoundRules: assess.Undetermined,
		assess.SoundRules - 1: assess.Met} {
		in.Rules = rules
		ind := indicator(t, assess.Assess(in), criteria.NTM, "15.1")
		if ind.Outcome != want || !strings.Contains(ind.Note, "không hợp lý") {
			t.Errorf("rules %d: 15.1 is %s, note %q", rules, ind.Outcome, ind.Note)
		}
	}
}

func TestNothingToFind(t *testing.T) {
	a := withFigures(t, func(r *commune.Report) { r.Capital = nil })
	if len(a.Findings) != 1 || a.Findings[0].Code != "later_document" || a.Capital != nil {
		t.Errorf("found %+v, capital %+v", a.Findings, a.Capital)
	}
}

func TestCapital(t *testing.T) {
	a := judge(t, invented, officePack)
	if got := a.Capital.Total.String(); got != "102705.75" || a.Capital.Stated || a.Capital.Unallocated != nil {
		t.Errorf("the sum of the sources is %s, stated %v", got, a.Capital.Stated)
	}
	want := map[commune.Source]string{commune.People: "19195", commune.Central: "4200", commune.Own: "7310.25"}
	for _, s := range a.Capital.Sources {
		if w, ok := want[s.Source]; ok && s.Value.String() != w {
			t.Errorf("%s gave %s, want %s", s.Source, s.Value, w)
		}
	}
	// Land without a price is in no sum.
	for _, s := range judge(t, quangTrung).Capital.Sources {
		if s.Source == commune.People && s.Value.String() != "412300" {
			t.Errorf("the people gave %s", s.Value)
		}
	}
}
