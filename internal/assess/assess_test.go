package assess_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The user's own case: three figures judged, everything else unknown.
func TestQuangTrung(t *testing.T) {
	a := judge(t, quangTrung)
	if a.Commune.Code != "16492" || a.Commune.Region != string(criteria.NorthCentral) || !a.Draft {
		t.Errorf("commune %+v, draft %v", a.Commune, a.Draft)
	}
	met := map[string]struct{ figure, threshold, decision string }{
		"ntm/10": {"69", "42", "318/QĐ-TTg"}, "nang-cao/10": {"69", "50", "318/QĐ-TTg"},
		"kieu-mau/2": {"69", "55", "319/QĐ-TTg"},
		"ntm/11":     {"1.53", "5", "318/QĐ-TTg"}, "nang-cao/11": {"1.53", "3", "318/QĐ-TTg"},
	}
	total := 0
	for _, l := range a.Levels {
		if l.Verdict != assess.Undecided || !l.Draft {
			t.Errorf("%s: verdict %s, draft %v", l.Level, l.Verdict, l.Draft)
		}
		for _, c := range l.Criteria {
			for _, ind := range c.Indicators {
				total++
				want, isMet := met[string(l.Level)+"/"+ind.No]
				if !isMet {
					if !slices.Contains([]assess.Outcome{assess.NoFigure, assess.NoThreshold, assess.NotApplicable},
						ind.Outcome) {
						t.Errorf("%s/%s is %s", l.Level, ind.No, ind.Outcome)
					}
					continue
				}
				b := ind.Threshold.Basis
				if ind.Outcome != assess.Met || ind.Figure.Value().String() != want.figure ||
					ind.Threshold.Value().String() != want.threshold ||
					b.Decision != want.decision || b.Annex == "" || b.Column != criteria.NorthCentral ||
					b.Year != 2023 || b.Status == "" || b.Source == "" {
					t.Errorf("%s/%s: %+v against %+v", l.Level, ind.No, ind.Figure, ind.Threshold)
				}
			}
		}
	}
	if total != 57+75+3 {
		t.Errorf("%d indicators", total)
	}
	if a.Capital.Total.String() != "538336" || a.Capital.Unallocated.String() != "126036" ||
		a.Capital.Sources[0].Share.String() != "76.59" {
		t.Errorf("capital %+v", a.Capital)
	}
	if !slices.ContainsFunc(a.Findings, func(f assess.Finding) bool {
		return f.Code == "capital_people_share" && strings.Contains(f.Message, "412.300 / 538.336 triệu đồng = 76,6 %")
	}) {
		t.Errorf("findings %+v", a.Findings)
	}
}

func TestGoldenJSON(t *testing.T) {
	for file, a := range map[string]*assess.Assessment{
		"testdata/quang-trung-2023.json": judge(t, quangTrung),
		"testdata/xa-gia-dinh-2023.json": judge(t, invented, officePack),
	} {
		var got bytes.Buffer
		enc := json.NewEncoder(&got)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode(a); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(file, got.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

// withFigures judges Quảng Trung with other figures.
func withFigures(t *testing.T, change func(*commune.Report)) *assess.Assessment {
	t.Helper()
	lib := load(t)
	r := readReport(t, quangTrung, lib)
	r.Traits = []criteria.Trait{} // a commune with none of them
	change(r)
	if err := r.Check(lib); err != nil {
		t.Fatal(err)
	}
	return assess.Assess(input(t, lib, r))
}

// NTM 3.1: "đạt từ 80 % trở lên".
func TestAtLeast80(t *testing.T) {
	tests := []struct {
		name       string
		figure     commune.Figure
		outcome    assess.Outcome
		borderline bool
		gap        string
	}{
		{"80", commune.Figure{Measure: value("80")}, assess.Met, false, ""},
		{"80.00", commune.Figure{Measure: value("80.00")}, assess.Met, false, ""},
		{"79.996", commune.Figure{Measure: value("79.996")}, assess.NotMet, true, "thiếu 0,004 điểm %"},
		{"79.99", commune.Figure{Measure: value("79.99")}, assess.NotMet, false, "thiếu 0,01 điểm %"},
		{"4 of 5", commune.Figure{Measure: of("4", "5")}, assess.Met, false, ""},
		{"19999 of 25000", commune.Figure{Measure: of("19999", "25000")}, assess.NotMet, true,
			"thiếu 0,01 điểm %, tương đương 1 ha"},
		{"a quotient no decimal holds", commune.Figure{Measure: of("412300", "538336")}, assess.NotMet, false,
			"thiếu 3,42 điểm %, tương đương 18.369 ha"},
		{"counts with decimals", commune.Figure{Measure: of("31.5", "40")}, assess.NotMet, false,
			"thiếu 1,25 điểm %, tương đương 0,5 ha"},
		{"hair's breadth under, in 9 digits", commune.Figure{Measure: of("799999999", "1000000000")}, assess.NotMet,
			true, "thiếu 0,01 điểm %, tương đương 1 ha"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := withFigures(t, func(r *commune.Report) {
				tt.figure.ID = "irrigated_area_rate"
				r.Figures = append(r.Figures, tt.figure)
			})
			ind := indicator(t, a, criteria.NTM, "3.1")
			gap := ""
			if ind.Gap != nil {
				gap = ind.Gap.Text()
			}
			if ind.Outcome != tt.outcome || ind.Borderline != tt.borderline || gap != tt.gap ||
				(ind.Note != "") != tt.borderline {
				t.Errorf("%s, borderline %v, gap %q, note %q", ind.Outcome, ind.Borderline, gap, ind.Note)
			}
		})
	}
}

func TestAtMost(t *testing.T) {
	a := withFigures(t, func(r *commune.Report) {
		r.Figures[1] = commune.Figure{ID: "multidimensional_poverty_rate", Measure: of("65", "1200")}
	})
	ind := indicator(t, a, criteria.NTM, "11")
	if ind.Outcome != assess.NotMet || ind.Gap.Text() != "vượt 0,42 điểm %, tương đương 5 hộ" {
		t.Errorf("%s, gap %+v", ind.Outcome, ind.Gap)
	}
	if v := verdicts(a)[criteria.NTM]; v != assess.Undecided { // nobody has checked the 5 %
		t.Errorf("verdict %s", v)
	}
}

func TestRequirementsWithParts(t *testing.T) {
	school := func(minimum, level1, count string) func(*commune.Report) {
		return func(r *commune.Report) {
			for id, v := range map[string]string{"schools_minimum_facilities_rate": minimum,
				"schools_level_1_rate": level1, "school_count": count} {
				if v != "" {
					r.Figures = append(r.Figures, commune.Figure{ID: id, Measure: value(v)})
				}
			}
		}
	}
	tests := []struct {
		name                   string
		minimum, level1, count string
		want                   assess.Outcome
	}{
		{"seven in ten of many schools", "100", "70", "10", assess.Met},
		{"seven in ten, schools not counted", "100", "70", "", assess.NoFigure},
		{"under seven in ten of many", "100", "69.99", "4", assess.NotMet},
		{"half of three", "100", "50", "3", assess.Met},
		{"under half of three", "100", "49.9", "3", assess.NotMet},
		{"between, schools not counted", "100", "60", "", assess.NoFigure},
		{"under half, schools not counted", "100", "40", "", assess.NotMet},
		{"a school below the minimum", "90", "100", "3", assess.NotMet},
		{"minimum not reported", "", "70", "3", assess.NoFigure},
		{"nothing reported", "", "", "", assess.NoFigure},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := withFigures(t, school(tt.minimum, tt.level1, tt.count))
			if got := indicator(t, a, criteria.NTM, "5").Outcome; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// 17.1 of 2022 in Thanh Hóa: the level for all clean water is not known, that
// for water from a central system is 15 or 20 %, one does not know for whom.
func TestAFailedPartOutweighsAnUnknownOne(t *testing.T) {
	for rate, want := range map[string]assess.Outcome{"14.9": assess.NotMet, "15": assess.NoThreshold,
		"20": assess.NoThreshold} {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures = append(r.Figures, commune.Figure{ID: "clean_water_rate", Measure: value("99")},
				commune.Figure{ID: "centralised_clean_water_rate", Measure: value(rate)})
		})
		if got := indicator(t, a, criteria.NTM, "17.1").Outcome; got != want {
			t.Errorf("%s %%: %s, want %s", rate, got, want)
		}
	}
}

func TestNotApplicable(t *testing.T) {
	a := withFigures(t, func(r *commune.Report) { r.Traits = []criteria.Trait{criteria.NoCraftVillage} })
	ind := indicator(t, a, criteria.NTM, "13.4")
	if ind.Outcome != assess.NotApplicable || ind.Note == "" {
		t.Errorf("%s, note %q", ind.Outcome, ind.Note)
	}
}

func TestEvidenceIsASecondAxis(t *testing.T) {
	a := withFigures(t, func(r *commune.Report) {
		r.Evidence = []commune.Evidence{{ID: "a", Title: "Thông báo"}, {ID: "b", Title: "Quyết định", File: "b.pdf"}}
		r.Figures[0].Evidence = []string{"a"}
		r.Figures[1].Evidence = []string{"a", "b"}
	})
	for no, want := range map[string]assess.Evidence{"10": assess.Listed, "11": assess.Filed,
		"12.1": assess.NoEvidence} {
		if ind := indicator(t, a, criteria.NTM, no); ind.Evidence != want {
			t.Errorf("%s: evidence %s, want %s", no, ind.Evidence, want)
		}
	}
	if ind := indicator(t, a, criteria.NTM, "10"); ind.Outcome != assess.Met {
		t.Errorf("evidence changed the outcome to %s", ind.Outcome)
	}
}

// A list of arrears is its own proof; the other conditions want theirs.
func TestTheListOfArrearsIsItsOwnProof(t *testing.T) {
	lib := load(t, officePack)
	for _, tt := range []struct {
		name   string
		change func(*commune.Report)
		want   assess.Evidence
	}{
		{"everything filed", func(*commune.Report) {}, assess.Filed},
		{"the arrears as a figure without a paper", func(r *commune.Report) {
			r.Arrears = nil
			r.Figures = append(r.Figures, commune.Figure{ID: commune.ArrearsFigure, Measure: value("0")})
		}, assess.NoEvidence},
		{"the poll without its paper", func(r *commune.Report) { r.Satisfaction.Evidence = nil }, assess.NoEvidence},
		{"the police's word without its paper", func(r *commune.Report) { r.Security.Evidence = nil },
			assess.NoEvidence},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := readReport(t, invented, lib)
			for i := range r.Evidence {
				r.Evidence[i].File = "giả-định.pdf"
			}
			tt.change(r)
			for _, l := range assess.Assess(input(t, lib, r)).Levels {
				if l.Evidence != tt.want {
					t.Errorf("%s: %s, want %s", l.Level, l.Evidence, tt.want)
				}
			}
		})
	}
}

// What cannot be resolved is told where the report begins.
func TestPrepareWithoutAStandard(t *testing.T) {
	lib := load(t)
	r := readReport(t, quangTrung, lib)
	r.Year, r.Date = 2001, criteria.Day(2001, 12, 31)
	if _, err := assess.Prepare(lib, r, "test"); err == nil || !strings.Contains(err.Error(),
		"không có bộ tiêu chí nào áp dụng cho năm 2001") {
		t.Errorf("%v", err)
	}
}

func TestPrerequisite(t *testing.T) {
	recognised := func(level criteria.Level, year int) func(*commune.Report) {
		return func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: level, Year: year, Decision: "12/QĐ-UBND",
				Date: criteria.Day(year, 5, 1)}}
		}
	}
	no := false
	tests := []struct {
		name   string
		change func(*commune.Report)
		level  criteria.Level
		want   string // the prerequisite's met
		basis  string
	}{
		{"not by a claim without its decision", func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022}}
		}, criteria.KieuMau, "null", "chưa đủ căn cứ theo chính đánh giá này, và không có quyết định công nhận; " +
			"báo cáo nêu đã được công nhận nhưng chưa ghi số và ngày quyết định"},
		{"not by a decision of no day", func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022, Decision: "1/QĐ"}}
		}, criteria.KieuMau, "null", "chưa đủ căn cứ theo chính đánh giá này, và không có quyết định công nhận; " +
			"báo cáo nêu đã được công nhận nhưng chưa ghi số và ngày"},
		{"not by a day without its decision", func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022,
				Date: criteria.Day(2022, 5, 1)}}
		}, criteria.KieuMau, "null", "chưa đủ căn cứ theo chính đánh giá này, và không có quyết định công nhận; " +
			"báo cáo nêu đã được công nhận nhưng chưa ghi số và ngày"},
		{"not by a decision of another time", func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022, Decision: "1",
				Date: criteria.Day(2019, 3, 1)}}
		}, criteria.KieuMau, "null", "chưa đủ căn cứ"},
		{"not by a decision yet to be signed", func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2023, Decision: "1",
				Date: criteria.Day(2024, 3, 1)}}
		}, criteria.KieuMau, "null", "chưa đủ căn cứ"},
		{"by a decision of the period", recognised(criteria.NangCao, 2022), criteria.KieuMau, "true",
			"đã được công nhận năm 2022 theo 12/QĐ-UBND ngày 01/05/2022"},
		{"by a decision of the year itself", recognised(criteria.NangCao, 2023), criteria.KieuMau, "true",
			"đã được công nhận năm 2023"},
		{"not by a decision that this year's figures deny", func(r *commune.Report) {
			recognised(criteria.NangCao, 2022)(r)
			r.Figures[1].Measure = value("40")
		}, criteria.KieuMau, "null", "đã được công nhận năm 2022 theo 12/QĐ-UBND ngày 01/05/2022, nhưng số liệu " +
			"năm 2023 chưa đạt 1 chỉ tiêu (11) của mức nông thôn mới nâng cao, 1 chỉ tiêu (11) của mức nông thôn mới"},
		{"T9: not by one of an earlier period", recognised(criteria.NangCao, 2019), criteria.KieuMau, "null",
			"chưa đủ căn cứ theo chính đánh giá này; quyết định năm 2019 thuộc giai đoạn trước"},
		{"T9: of an earlier period, where the figures fail", func(r *commune.Report) {
			recognised(criteria.NTM, 2016)(r)
			r.Security = &commune.Security{Met: &no}
		}, criteria.NangCao, "false", "chưa đủ điều kiện theo chính đánh giá này; quyết định năm 2016 thuộc giai " +
			"đoạn trước"},
		{"T9: one that is not cited proves nothing of any period", func(r *commune.Report) {
			r.Recognitions = []commune.Recognition{{Level: criteria.NTM, Year: 2016}}
		}, criteria.NangCao, "null", "chưa đủ căn cứ theo chính đánh giá này, và không có quyết định công nhận; " +
			"báo cáo nêu đã được công nhận nhưng chưa ghi số và ngày"},
		{"T9: one of this period counts, whatever was before", func(r *commune.Report) {
			recognised(criteria.NTM, 2021)(r)
			r.Recognitions = append([]commune.Recognition{{Level: criteria.NTM, Year: 2015, Decision: "1/QĐ-UBND",
				Date: criteria.Day(2015, 12, 31)}}, r.Recognitions...)
		}, criteria.NangCao, "true", "đã được công nhận năm 2021"},
		{"not by one yet to come", recognised(criteria.NangCao, 2024), criteria.KieuMau, "null",
			"chưa đủ căn cứ theo chính đánh giá này, và không có quyết định công nhận; quyết định công nhận ghi " +
				"cho năm 2024, sau năm xét 2023"},
		{"not by one of another level", recognised(criteria.NTM, 2022), criteria.KieuMau, "null", "chưa đủ căn cứ"},
		{"failed in this assessment", func(r *commune.Report) { r.Security = &commune.Security{Met: &no} },
			criteria.NangCao, "false", "chưa đủ điều kiện"},
		{"failed by a threshold that nobody checked",
			func(r *commune.Report) { r.Figures[1].Measure = value("40") }, criteria.NangCao, "null", "chưa đủ căn cứ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := withFigures(t, tt.change)
			for _, l := range a.Levels {
				if l.Level != tt.level {
					continue
				}
				got, _ := json.Marshal(l.Prerequisite.Met)
				// where no decision settles it, the level below does
				byVerdict := !strings.HasPrefix(tt.basis, "đã được công nhận")
				if string(got) != tt.want || !strings.HasPrefix(l.Prerequisite.Basis, tt.basis) ||
					l.Prerequisite.ByVerdict != byVerdict {
					t.Errorf("met %s, basis %q, by the verdict %v", got, l.Prerequisite.Basis, l.Prerequisite.ByVerdict)
				}
			}
		})
	}
	if a := judge(t, quangTrung); a.Levels[0].Prerequisite != nil {
		t.Error("NTM has a prerequisite")
	}
}

// confirmAll is the set with every threshold confirmed.
func confirmAll(set *criteria.Set) {
	confirm := func(r *criteria.Requirement) {
		r.Basis.Status = criteria.Confirmed
		r.Leaves(func(leaf *criteria.Requirement) { leaf.Basis.Status = criteria.Confirmed })
	}
	for i := range set.Levels {
		l := &set.Levels[i]
		l.Prerequisite.Basis.Status = criteria.Confirmed
		for k := range l.Criteria {
			for m := range l.Criteria[k].Indicators {
				confirm(&l.Criteria[k].Indicators[m].Requirement)
			}
		}
		for k := range l.Conditions {
			confirm(&l.Conditions[k].Requirement)
		}
	}
}

// An assessment is a draft by any one threshold that is not sure, and by
// nothing else.
func TestDraft(t *testing.T) {
	lib := load(t, officePack)
	in := input(t, lib, readReport(t, invented, lib))
	confirmAll(in.Set)
	if a := assess.Assess(in); a.Draft || a.Levels[0].Draft || len(a.Levels[1].Unsure()) > 0 {
		t.Fatal("a draft with every threshold confirmed")
	}
	for name, weaken := range map[string]func(*criteria.SetLevel){
		"an indicator": func(l *criteria.SetLevel) {
			l.Criteria[3].Indicators[0].Requirement.Basis.Status = criteria.Recalled
		},
		"a condition":    func(l *criteria.SetLevel) { l.Conditions[1].Requirement.Basis.Status = criteria.Doubtful },
		"a prerequisite": func(l *criteria.SetLevel) { l.Prerequisite.Basis.Status = criteria.Recalled },
	} {
		in := input(t, lib, readReport(t, invented, lib))
		confirmAll(in.Set)
		weaken(&in.Set.Levels[1])
		a := assess.Assess(in)
		unsure := a.Levels[1].Unsure()
		if !a.Draft || a.Levels[0].Draft || !a.Levels[1].Draft || !a.Levels[2].Draft || len(unsure) != 1 ||
			unsure[0].No == "" || len(unsure[0].No) >= len(unsure[0].Name) {
			t.Errorf("%s: %v, %v, %v", name, a.Levels[0].Draft, a.Levels[1].Draft, a.Levels[2].Draft)
		}
		if a.Only([]criteria.Level{criteria.NTM}).Draft || !a.Only([]criteria.Level{criteria.KieuMau}).Draft {
			t.Errorf("%s: the draft mark of chosen levels", name)
		}
	}
}

// A level that rests on a decision is no draft for the level below being one;
// the assessment is, by any of its levels.
func TestADecisionOutweighsADraftBelow(t *testing.T) {
	lib := load(t, officePack)
	r := readReport(t, invented, lib)
	r.Recognitions = []commune.Recognition{{Level: criteria.NTM, Year: 2022, Decision: "12/QĐ-UBND",
		Date: criteria.Day(2022, 5, 1)}}
	in := input(t, lib, r)
	confirmAll(in.Set)
	in.Set.Levels[0].Conditions[1].Requirement.Basis.Status = criteria.Doubtful
	a := assess.Assess(in)
	if !a.Levels[0].Draft || a.Levels[1].Draft || a.Levels[2].Draft || !a.Draft {
		t.Errorf("draft: %v, %v, %v, the whole %v", a.Levels[0].Draft, a.Levels[1].Draft, a.Levels[2].Draft, a.Draft)
	}
}

// T9: kiểu mẫu of 2018 to 2020 asks that the commune has been recognised, in
// whichever period.
func TestT9ATitleOfAnyPeriod(t *testing.T) {
	for year, met := range map[int]bool{2011: true, 2014: true, 2015: true, 2016: true, 2019: true, 2020: false} {
		a := withFigures(t, func(r *commune.Report) {
			r.Year = 2019
			r.Recognitions = []commune.Recognition{{Level: criteria.NTM, Year: year, Decision: "12/QĐ-UBND",
				Date: criteria.Day(year, 5, 1)}}
		})
		top := a.Levels[len(a.Levels)-1]
		if p := top.Prerequisite; top.Level != criteria.KieuMau || p == nil || p.Level != criteria.NTM ||
			(p.Met != nil && *p.Met) != met {
			t.Errorf("%d: %s, %+v", year, top.Level, p)
		}
	}
}

func TestGapsOfRequirementsWithParts(t *testing.T) {
	tests := []struct{ minimum, level1, count, want string }{
		{"100", "60", "5", "Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất mức độ 1 thiếu 10 điểm %"},
		{"90", "60", "5", "Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất tối thiểu thiếu 10 điểm %; Tỷ " +
			"lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất mức độ 1 thiếu 10 điểm %"},
		{"90", "80", "5", "Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất tối thiểu thiếu 10 điểm %"},
		{"100", "40", "3", "Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất mức độ 1 thiếu 10 điểm %"},
		{"100", "100", "3", ""},
	}
	for _, tt := range tests {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures = append(r.Figures, commune.Figure{ID: "schools_minimum_facilities_rate",
				Measure: value(tt.minimum)},
				commune.Figure{ID: "schools_level_1_rate", Measure: value(tt.level1)},
				commune.Figure{ID: "school_count", Measure: value(tt.count)})
		})
		if got := indicator(t, a, criteria.NTM, "5").Gaps(); got != tt.want {
			t.Errorf("%s, %s, %s:\ngot  %s\nwant %s", tt.minimum, tt.level1, tt.count, got, tt.want)
		}
	}
}

// A part is borderline to the whole only when rounding it would decide.
func TestBorderlineOfParts(t *testing.T) {
	for level1, want := range map[string]bool{"69.996": true, "69.99": false, "70": false} {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures = append(r.Figures, commune.Figure{ID: "schools_minimum_facilities_rate", Measure: value("100")},
				commune.Figure{ID: "schools_level_1_rate", Measure: value(level1)},
				commune.Figure{ID: "school_count", Measure: value("5")})
		})
		if got := indicator(t, a, criteria.NTM, "5").Borderline; got != want {
			t.Errorf("%s: borderline %v", level1, got)
		}
	}
	a := withFigures(t, func(r *commune.Report) { // a minimum that fails outright decides alone
		r.Figures = append(r.Figures, commune.Figure{ID: "schools_minimum_facilities_rate", Measure: value("50")},
			commune.Figure{ID: "schools_level_1_rate", Measure: value("69.996")}, commune.Figure{ID: "school_count",
				Measure: value("5")})
	})
	if indicator(t, a, criteria.NTM, "5").Borderline {
		t.Error("borderline by a part that does not decide")
	}
}

func TestOnly(t *testing.T) {
	a := judge(t, quangTrung)
	one := a.Only([]criteria.Level{criteria.NangCao})
	if len(one.Levels) != 1 || one.Levels[0].Level != criteria.NangCao || len(a.Levels) != 3 {
		t.Errorf("kept %d of %d levels", len(one.Levels), len(a.Levels))
	}
}

func BenchmarkAssess(b *testing.B) {
	lib := load(b, officePack)
	in := input(b, lib, readReport(b, invented, lib))
	b.ReportAllocs()
	for b.Loop() {
		assess.Assess(in)
	}
}
