package papers_test

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/papers"
	"ntm/internal/places"
	"ntm/internal/provincial"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
)

var reportDay = time.Date(2024, 1, 15, 0, 0, 0, 0, time.UTC)

// The sheets of a report are those that say something, and what they say is of the
// province or of the country.
func TestReportsOfEveryKind(t *testing.T) {
	full := func() *provincial.Summary { return inventedProvince(12) }
	for _, c := range []struct {
		name   string
		change func(*provincial.Summary)
		sheets string
		says   map[string]string // a sheet's words
	}{
		{"a province", func(*provincial.Summary) {},
			"Tổng hợp, Phân bố tiêu chí, Tiêu chí khó, Nguồn lực, Theo huyện, Xếp hạng xã, So với năm trước",
			map[string]string{"Tổng hợp": "12 xã có báo cáo trên 40 xã trong danh mục. Lập ngày 15/01/2024.",
				"Theo huyện": "KẾT QUẢ THEO HUYỆN", "So với năm trước": "SO VỚI NĂM 2022",
				"Phân bố tiêu chí": "tiêu chí", "Nguồn lực": "12 xã có báo cáo nguồn lực"}},
		{"the whole country", func(s *provincial.Summary) { s.Scope.Province, s.Scope.Listed = "", 0 },
			"Tổng hợp, Phân bố tiêu chí, Tiêu chí khó, Nguồn lực, Theo tỉnh, Xếp hạng xã, So với năm trước",
			map[string]string{"Tổng hợp": "Cả nước, năm 2023", "Theo tỉnh": "Tỉnh, thành phố",
				"Xếp hạng xã": "Xã 1, Huyện 1, Giả Định"}},
		{"without money, districts and a year before", func(s *provincial.Summary) {
			s.Capital, s.Areas, s.Before = provincial.Capital{}, s.Areas[:1], nil
		}, "Tổng hợp, Phân bố tiêu chí, Tiêu chí khó, Xếp hạng xã", nil},
		{"titles that only reports name", func(s *provincial.Summary) {
			s.Declared = []provincial.TitleCount{{Level: criteria.NangCao, Communes: 3}}
		}, "", map[string]string{"Tổng hợp": "Theo báo cáo khai: xã nông thôn mới nâng cao (kho dữ liệu chưa ghi " +
			"quyết định)"}},
		{"without drafts", func(s *provincial.Summary) {
			for i := range s.Levels {
				s.Levels[i].Drafts = 0
			}
		}, "", nil},
		{"years under two sets (O10)", func(s *provincial.Summary) {
			s.Before.Levels = []provincial.ComparisonLevel{{Level: criteria.NTM, OtherSet: 12}}
		}, "", map[string]string{"So với năm trước": "12 xã không so được: hai năm xét theo hai bộ tiêu chí khác " +
			"nhau"}},
		{"a condition that fails", func(s *provincial.Summary) {
			s.Ranking[0].NotMet, s.Ranking[0].Conditions = []string{"7"}, []string{"arrears", "lạ"}
		}, "", map[string]string{"Xếp hạng xã": "7, nợ đọng, lạ"}},
		{"groups of numbers of criteria", func(s *provincial.Summary) {
			s.Levels[0].Spread = []provincial.Spread{{Total: 19, From: 19, To: 19}, {Total: 19, From: 15, To: 18},
				{Total: 19, From: 0, To: 9}}
		}, "", map[string]string{"Phân bố tiêu chí": "dưới 10/19 tiêu chí"}},
		{"no level at all", func(s *provincial.Summary) { s.Levels = nil }, "", map[string]string{
			"Tổng hợp": "I. KẾT QUẢ ĐÁNH GIÁ THEO MỨC"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := full()
			c.change(s)
			book := xlsxtest.Open(t, paper(t, func(w io.Writer) error { return papers.WriteReport(w, s, reportDay) }))
			if got := strings.Join(book.GetSheetList(), ", "); c.sheets != "" && got != c.sheets {
				t.Errorf("sheets %s, want %s", got, c.sheets)
			}
			for sheet, words := range c.says {
				if !book.Says(sheet, words) {
					t.Errorf("%s does not say %q", sheet, words)
				}
			}
			if drafts := slices.ContainsFunc(s.Levels, func(l provincial.Level) bool { return l.Drafts > 0 }); drafts !=
				book.Says("Tổng hợp", "Dự thảo: ") {
				t.Errorf("drafts %v, told %v", drafts, !drafts)
			}
		})
	}
}

// Every count of the report is a number, every sum and share a formula with its value.
func TestReportsAddUp(t *testing.T) {
	s := inventedProvince(12)
	book := xlsxtest.Open(t, paper(t, func(w io.Writer) error { return papers.WriteReport(w, s, reportDay) }))
	at := func(sheet, head, within, text string) (string, string) {
		cell := book.At(sheet, head, within, text)
		return book.Raw(sheet, cell), book.Formula(sheet, cell)
	}
	value, formula := at("Tổng hợp", "Số xã", "Danh hiệu", "Cộng")
	if value != "12" || !strings.HasPrefix(formula, "SUM(") {
		t.Errorf("all titles: %s by %q", value, formula)
	}
	communes := 0
	for _, a := range s.Areas {
		communes += a.Communes
		if got, _ := at("Theo huyện", "Số xã", "Huyện", a.Name); got != "3" {
			t.Errorf("%s: %s communes", a.Name, got)
		}
	}
	if value, _ := at("Theo huyện", "Số xã", "Huyện", "Cộng"); communes != 12 || value != "12" {
		t.Errorf("all districts: %s, %d", value, communes)
	}
	if value, formula := at("Nguồn lực", "Tỷ lệ", "Nguồn", s.Capital.Sources[0].Source.Title()); value != "50" ||
		!strings.HasPrefix(formula, "IF(") {
		t.Errorf("a source's share: %s by %q", value, formula)
	}
	if diff := cmp.Diff(len(s.Ranking), 12); diff != "" {
		t.Error(diff)
	}
}

// A line of the index says how far a commune has come on each level that some commune has.
func TestIndexLines(t *testing.T) {
	unit := places.Unit{Code: "16492", Name: "Quảng Trung", Province: "Thanh Hóa", Type: "Xã"}
	one := papers.NewEntry("a.xlsx", &assess.Assessment{Commune: unit, Year: 2023, Levels: []assess.Level{
		{Level: criteria.NTM, Verdict: assess.Eligible, Draft: true,
			Counts: assess.Counts{CriteriaMet: 19, CriteriaTotal: 19, IndicatorsMet: 57, IndicatorsTotal: 57}},
		{Level: criteria.NangCao, Verdict: assess.NotEligible,
			Counts: assess.Counts{CriteriaMet: 7, CriteriaTotal: 19, IndicatorsMet: 40, IndicatorsTotal: 75}},
	}})
	other := papers.NewEntry("b.xlsx", &assess.Assessment{Commune: places.Unit{Name: "Giả Định", Type: "Xã",
		Province: "Thanh Hóa", Declared: true}, Year: 2023, Levels: []assess.Level{{Level: criteria.NTM,
		Verdict: assess.Undecided, Counts: assess.Counts{CriteriaTotal: 19}}}})
	book := xlsxtest.Open(t, paper(t, func(w io.Writer) error {
		return papers.WriteIndex(w, []papers.Entry{one, other}, reportDay)
	}))
	const sheet = "Danh mục hồ sơ"
	for cell, want := range map[string]string{
		"A2": "2 hồ sơ, lập ngày 15/01/2024",
		"A3": "Đủ điều kiện: xã nông thôn mới 1/2; xã nông thôn mới nâng cao 0/1",
		"B6": "16492", "C6": "Xã Quảng Trung, tỉnh Thanh Hóa", "D6": "2023", "E6": "Đủ điều kiện (dự thảo)",
		"F6": "19/19 tiêu chí\n57/57 chỉ tiêu", "G6": "Chưa đủ điều kiện", "H6": "7/19 tiêu chí\n40/75 chỉ tiêu",
		"I6": "Mở hồ sơ", "B7": "", "E7": "Chưa đủ căn cứ kết luận", "G7": "–", "H7": "–",
	} {
		if got := book.Raw(sheet, cell); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
	for cell, want := range map[string]string{"I6": "a.xlsx", "I7": "b.xlsx"} {
		if got := book.Link(sheet, cell); got != want {
			t.Errorf("%s leads to %q, want %q", cell, got, want)
		}
	}
	if book.Says(sheet, "kiểu mẫu") {
		t.Error("a level that no commune has")
	}
}
