package form

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// filled is a cell that a person fills in: by the key of its row, or the n-th row of a table.
type filled struct {
	sheet, key, column string
	row                int
	text               any
}

// filledIn is the report of a form with the cells filled in.
func readFilled(t *testing.T, form []byte, cells []filled) (*Reading, error) {
	t.Helper()
	b := formtest.NewBlankForm(t, form)
	for _, c := range cells {
		var at string
		if c.key != "" {
			at = b.Keyed(c.sheet, c.key, c.column)
		} else {
			_, at, _ = strings.Cut(b.Row(c.sheet, c.column, c.row), "!")
		}
		if err := b.File.SetCellValue(c.sheet, at, c.text); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := b.File.Write(&out); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "f.xlsx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return Read(t.Context(), path, packs.Embedded())
}

// What reports tell besides has its place in the form, and is read into the same report as
// a document of it.
func TestWhatReportsTellBesides(t *testing.T) {
	form := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NangCao), nil)
	fig := func(id, column string, text any) filled { return filled{layout.FigureSheet, id, column, 0, text} }
	ask := func(sheet, key string, text any) filled { return filled{sheet, key, "ntm:answer", 0, text} }
	money := func(row int, column string, text any) filled {
		return filled{layout.CapitalSheet, "", column, row, text}
	}
	for name, tt := range testenv.EveryNamed(t, 8, map[string]struct {
		cells []filled
		want  string
	}{
		"households and villages": {[]filled{fig("households", "ntm:value", 2935), fig("village_count", "ntm:value",
			"7")},
			"figures: [{id: households, value: 2935}, {id: village_count, value: 7}]"},
		"poor and near-poor apart": {[]filled{fig("poor_household_rate", "ntm:value", "1,7"),
			fig("near_poor_household_rate", "ntm:numerator", 87), fig("near_poor_household_rate", "ntm:denominator",
				2935)},
			"figures: [{id: poor_household_rate, value: 1.7}, {id: near_poor_household_rate, numerator: 87, " +
				"denominator: 2935}]"},
		"results and a score": {[]filled{fig("cooperative_count", "ntm:value", 3),
			fig("canal_hardened_rate", "ntm:value",
				"85,4"), fig("province_score", "ntm:value", "92,5")},
			"figures: [{id: cooperative_count, value: 3}, {id: canal_hardened_rate, value: 85.4}, {id: " +
				"province_score, value: 92.5}]"},
		"years before": {[]filled{fig("income_per_capita", "ntm:value", 62.5),
			fig("income_per_capita", "ntm:earlier", "2022: 58,1; năm 2021: 52"),
			fig("clean_water_rate", "ntm:value", "96 %"),
			fig("clean_water_rate", "ntm:earlier", "90/100 (2021)")},
			"figures: [{id: income_per_capita, value: 62.5, earlier: [{year: 2022, value: 58.1}, {year: 2021, " +
				"value: 52}]}, " +
				"{id: clean_water_rate, value: 96, earlier: [{year: 2021, numerator: 90, denominator: 100}]}]"},
		"the poll of the whole commune": {[]filled{ask(layout.PollSheet, "poll_households", 2935),
			ask(layout.PollSheet, "poll_back", "2.166"), ask(layout.PollSheet, "poll_rate", "97 %"),
			ask(layout.PollSheet, "poll_questions", "Giao thông: 98,2; Điện: 99")},
			"satisfaction: {commune: {households: 2935, forms_back: 2166, rate: 97}, questions: [{text: Giao " +
				"thông, rate: 98.2}, " +
				"{text: Điện, rate: 99}]}"},
		"bounds of the poll and of years before": {[]filled{ask(layout.PollSheet, "poll_rate", "từ 97% trở lên"),
			fig("income_per_capita", "ntm:value", "trên 70"), fig("income_per_capita", "ntm:earlier",
				"2022: ước 58,1")},
			"figures: [{id: income_per_capita, value: trên 70, earlier: [{year: 2022, value: 'ước 58,1'}]}]\n" +
				"satisfaction: {commune: {rate: từ 97% trở lên}}"},
		"shares of the poll": {[]filled{ask(layout.PollSheet, "poll_rate", "97,5"),
			ask(layout.PollSheet, "poll_coverage", "71 %")},
			"satisfaction: {commune: {rate: 97.5, coverage: 71 %}}"},
		"what the commune says": {[]filled{ask(layout.PlaceSheet, "claim_ntm", "19/19 tiêu chí, 57/57 chỉ tiêu"),
			ask(layout.PlaceSheet, "claim_nang-cao", "18/19; 70/75")},
			"claims: [{level: ntm, criteria: 19/19, indicators: 57/57}, {level: nang-cao, criteria: 18/19, " +
				"indicators: 70/75}]"},
		"a vote, and a title by a vote": {[]filled{{layout.TitleSheet, "", "ntm:level", 0, "Xã nông thôn mới"},
			{layout.TitleSheet, "", "ntm:title_year", 0, 2019}, {layout.TitleSheet, "", "ntm:votes", 0, "20/20"},
			{layout.TitleSheet, "", "ntm:level", 1, "Xã nông thôn mới nâng cao"},
			{layout.TitleSheet, "", "ntm:votes", 1, "19/21"},
			{layout.TitleSheet, "", "ntm:vote_date", 1, "15/11/2022"}},
			"recognitions: [{level: ntm, year: 2019}]\ncouncil_votes: [{level: ntm, votes: 20/20}, {level: nang-cao, " +
				"date: 2022-11-15, votes: 19/21}]"},
		"remarks": {[]filled{{layout.RemarkSheet, "ntm/2", "ntm:done", 0, "Cứng hóa đường thôn"},
			{layout.RemarkSheet, "ntm/2", "ntm:cost", 0, "4,2 tỷ đồng"}, {layout.RemarkSheet, "ntm/13",
				"ntm:amount", 0, 3}},
			"remarks: [{level: ntm, criterion: '2', done: Cứng hóa đường thôn, cost: '4,2 tỷ đồng'}, {level: " +
				"ntm, criterion: '13', amount: '3'}]"},
		"a poll by its counts": {[]filled{ask(layout.PollSheet, "poll_rate", "2.710/2.745 phiếu hài lòng, đạt 98,72%"),
			ask(layout.PollSheet, "poll_coverage", "2.745/2.935 hộ"),
			ask(layout.PollSheet, "poll_questions", "Giao thông: 2.700/2.745 phiếu; Điện: 99")},
			"satisfaction: {commune: {households: 2935, forms_back: 2745, satisfied: 2710}, questions: [{text: Giao " +
				"thông, answered: 2745, satisfied: 2700}, {text: Điện, rate: 99}]}"},
		"no arrears, in words": {[]filled{ask(layout.ArrearsSheet, "arrears", "không có nợ đọng XDCB")}, "arrears: []"},
		"arrears, and how much": {[]filled{ask(layout.ArrearsSheet, "arrears", "còn nợ 350 triệu")},
			"arrears: [{work: Chưa kê từng công trình, owed: 350}]"},
		"sources told together, and shares alone": {[]filled{money(0, "ntm:worth", 37600),
			money(1, "ntm:stated_share", 20),
			money(7, "ntm:worth", 27000)},
			"capital: [{source: state, kind: money, value: 37600}, {source: central, kind: money, share: 20}, " +
				"{source: people_and_enterprise, kind: money, value: 27000}]"},
	}) {
		t.Run(name, func(t *testing.T) {
			got, err := readFilled(t, form, tt.cells)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "r.yaml")
			text := "schema: ntm.report.v1\nyear: 2023\ncommune: {code: '16492'}\n" + tt.want + "\n"
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			want, _, err := commune.Read(path, packs.Embedded())
			if err != nil {
				t.Fatal(err)
			}
			got.Report.Commune = want.Commune
			for i := range got.Report.Figures { // signs are kept for shares of no more than 1
				if n, is := got.Report.Figures[i].Measure.(commune.Number); is {
					n.Percent = false
					got.Report.Figures[i].Measure = n
				}
			}
			if a, b := sections(t, got.Report), sections(t, want); a != b {
				t.Error(cmp.Diff(b, a))
			}
		})
	}
}

// sections is a report as its document, without where it stands.
func sections(t *testing.T, r *commune.Report) string {
	t.Helper()
	lines := strings.Split(formtest.Said(t, r), "\n")
	return strings.Join(lines, "\n")
}

// What cannot be read in one way is refused with what to do.
func TestWhatReportsTellBesidesIsRefused(t *testing.T) {
	form := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NangCao), nil)
	for name, tt := range testenv.EveryNamed(t, 8, map[string]struct {
		cell filled
		says string
	}{
		"a year before of no year": {filled{layout.FigureSheet, "income_per_capita", "ntm:earlier", 0, 44.1},
			"không rõ là số của năm nào"},
		"two values of one year": {filled{layout.FigureSheet, "income_per_capita", "ntm:earlier", 0,
			"2022: 44; 2022: 45"},
			"có hai giá trị của năm 2022"},
		"a year that is not before": {filled{layout.FigureSheet, "income_per_capita", "ntm:earlier", 0, "2024: 44"},
			"đọc thấy năm trước là 2024"},
		"more met than there are": {filled{layout.PlaceSheet, "claim_ntm", "ntm:answer", 0, "20/19"},
			"số thứ nhất không lớn hơn"},
		"a claim of three": {filled{layout.PlaceSheet, "claim_ntm", "ntm:answer", 0, "19/19; 57/57; 3/3"},
			"không rõ là"},
		"met, in words":    {filled{layout.PlaceSheet, "claim_ntm", "ntm:answer", 0, "đạt hết"}, "đọc thấy"},
		"a share of 1":     {filled{layout.PollSheet, "poll_rate", "ntm:answer", 0, 0.97}, "97 % hay 0,97 %"},
		"a question alone": {filled{layout.PollSheet, "poll_questions", "ntm:answer", 0, "Giao thông"}, "Giao thông"},
		"households alone": {filled{layout.PollSheet, "poll_households", "ntm:answer", 0, 300}, "chưa có số phiếu"},
		"counts that differ": {filled{layout.PollSheet, "poll_rate", "ntm:answer", 0, "2.710/2.745 phiếu"},
			"khác với ô bên"},
		"a debt nearly paid": {filled{layout.ArrearsSheet, "arrears", "ntm:answer", 0, "cơ bản không còn nợ"},
			"chỉ ghi Có hoặc Không"},
		"a vote as a share": {filled{layout.TitleSheet, "", "ntm:votes", 0, "100 %"}, "đọc thấy"},
	}) {
		cells := []filled{tt.cell}
		if tt.cell.column == "ntm:earlier" {
			cells = append(cells, filled{layout.FigureSheet, "income_per_capita", "ntm:value", 0, 62.5})
		}
		if tt.cell.key == "poll_rate" {
			cells = append(cells, filled{layout.PollSheet, "poll_back", "ntm:answer", 0, 2700})
		}
		if tt.cell.column == "ntm:votes" {
			cells = append(cells, filled{layout.TitleSheet, "", "ntm:level", 0, "Xã nông thôn mới"})
		}
		if _, err := readFilled(t, form, cells); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
