package halfyear

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func layout(t *testing.T, text string) (*Layout, error) {
	t.Helper()
	file := ""
	if text != "" {
		file = filepath.Join(t.TempDir(), "bang.yaml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return ReadLayout(file)
}

// The program's own layout names its tables by their titles and says that nobody is sure of it;
// what an office writes wrongly is told.
func TestLayout(t *testing.T) {
	l, err := layout(t, "")
	if err != nil || l.Status.Sure() || strings.Contains(string(Built), "Biểu ") || len(l.Forms) != 3 {
		t.Fatalf("%+v, %v", l, err)
	}
	built := string(Built)
	for change, want := range map[string]string{
		"rows: criteria":     "unknown",
		"id: by-criterion":   "id: results",
		"count: full":        "count: half",
		"    rows: criteria": "    rows: lines",
		"status: doubtful":   "status: perhaps",
	} {
		if _, err := layout(t, strings.Replace(built, change, want, 1)); err == nil {
			t.Errorf("%s is taken", want)
		}
	}
	if _, err := ReadLayout("khong-co.yaml"); err == nil {
		t.Error("a file that is not there is read")
	}
}

func TestPeriod(t *testing.T) {
	for p, want := range map[Period]string{{2026, 1}: "6 tháng đầu năm 2026, 6 tháng cuối năm 2026",
		{2026, 2}: "năm 2026, 6 tháng đầu năm 2027"} {
		if got := p.Done() + ", " + p.Next(); got != want {
			t.Errorf("%+v: %q", p, got)
		}
	}
}

// level is a commune's level with criteria that came out so: y met, n not, u unknown.
func level(standard, column, outcomes string) *assess.Level {
	l := &assess.Level{Level: criteria.NTM, Standard: standard, Column: criteria.Region(column), ColumnTitle: column,
		Counts: assess.Counts{CriteriaTotal: len(outcomes)}}
	if column == "" {
		l.Columns = []criteria.Column{{ID: "a"}, {ID: "b"}}
	}
	for i, o := range outcomes {
		c := assess.Criterion{No: string(rune('1' + i)), Name: "Giả định",
			Outcome: map[rune]assess.Outcome{'y': assess.Met,
				'n': assess.NotMet, 'u': assess.Undetermined}[o]}
		if o == 'y' {
			l.CriteriaMet++
		}
		l.Criteria = append(l.Criteria, c)
	}
	return l
}

// What is not known is counted apart, in its criterion, its group and its number; two sets are
// not compared.
func TestProvince(t *testing.T) {
	l, err := layout(t, "")
	if err != nil {
		t.Fatal(err)
	}
	communes := []Commune{
		{Now: level("s", "nhom-1", "yyyyyy"), Last: level("s", "nhom-1", "yyyynn"), Held: criteria.NTM},
		{Now: level("s", "nhom-1", "yyyyuu"), Last: level("khac", "nhom-1", "yyyyyy")},
		{Now: level("s", "nhom-2", "yyyyyy")},
		{Now: level("s", "", "nnnnyu"), Last: level("s", "nhom-2", "nnnnnn")},
	}
	r := OfProvince(l, Period{2026, 1}, "tỉnh giả định", criteria.NTM, communes)
	got := map[string][4]int{}
	for _, table := range r.Tables {
		for _, row := range table.Rows {
			n := [4]int{-1, row.Last.Unknown, *row.Done.Count, row.Done.Unknown}
			if row.Last.Count != nil {
				n[0] = *row.Last.Count
			}
			got[strings.TrimPrefix(row.Key, table.ID+"/s/")] = n
		}
	}
	for key, want := range map[string][4]int{
		"criterion-1":                {1, 0, 3, 0},
		"criterion-6":                {0, 0, 2, 2},
		"criterion-6/nhom-1":         {0, 0, 1, 1},
		"criterion-6/nhom-2":         {0, 0, 1, 0},
		"criterion-6/chua-ro-nhom":   {-1, 0, 0, 1},
		"tong-so-xa-co-bao-cao":      {2, 0, 4, 0},
		"dat-du-cac-tieu-chi":        {0, 0, 2, 1},
		"da-co-quyet-dinh-cong-nhan": {0, 0, 1, 0},
		"dang-hoan-thien-ho-so":      {0, 0, 1, 1},
		"dat-tu-5-den-5-tieu-chi":    {0, 0, 0, 1},
		"dat-duoi-5-tieu-chi":        {2, 0, 1, 1},
		"dat-duoi-5-tieu-chi/nhom-1": {1, 0, 0, 1},
	} {
		if diff := cmp.Diff(want, got[key]); diff != "" {
			t.Errorf("%s: %s", key, diff)
		}
	}
	if notes := strings.Join(r.Notes, " "); !strings.Contains(notes, "1 xã chưa có báo cáo năm 2025") ||
		!strings.Contains(notes, "1 xã năm 2025 xét theo bộ tiêu chí khác: không so") {
		t.Error(notes)
	}
	if r := OfProvince(l, Period{2026, 1}, "tỉnh giả định", criteria.NTM, nil); len(r.Tables) != 0 {
		t.Error(r.Tables)
	}
	kept(t, r)
}

// The lines by number of criteria follow the set: each number of criteria is counted once.
func TestLinesFollowTheSet(t *testing.T) {
	l, err := layout(t, "")
	if err != nil {
		t.Fatal(err)
	}
	for total, want := range map[int]string{
		4: "dưới 4", 5: "dưới 5", 10: "từ 5 đến 9, dưới 5", 13: "từ 10 đến 12, từ 5 đến 9, dưới 5",
		19: "từ 15 đến 18, từ 10 đến 14, từ 5 đến 9, dưới 5", 20: "từ 15 đến 19, từ 10 đến 14, từ 5 đến 9, dưới 5",
	} {
		var all []Commune
		for met := range total + 1 {
			outcomes := strings.Repeat("y", met) + strings.Repeat("n", total-met)
			all = append(all, Commune{Now: level("s", "chung", outcomes)})
		}
		r := OfProvince(l, Period{2023, 2}, "tỉnh giả định", criteria.NTM, all)
		rows := r.Tables[len(r.Tables)-1].Rows
		var got []string
		counted := *rows[1].Done.Count // those that meet all
		for _, row := range rows[4:] {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(row.Name, "Đạt "), " tiêu chí"))
			counted += *row.Done.Count
		}
		if strings.Join(got, ", ") != want || counted != total+1 {
			t.Errorf("%d criteria: %q, %d of %d communes in one line each", total, got, counted, total+1)
		}
	}
	own := Line{Title: "Đạt từ 5 đến 9 tiêu chí", From: 5, To: 9}
	if got, has := own.of(4); !has || got != own {
		t.Errorf("an office's own line is %+v, %t", got, has)
	}
}

// kept has a plan typed into the report, and found by the next period's.
func kept(t *testing.T, r *Report) {
	t.Helper()
	var out bytes.Buffer
	if err := r.Write(&out, time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Báo cáo")
	if err != nil {
		t.Fatal(err)
	}
	typed := 0
	for i, row := range rows {
		if len(row) == 12 && strings.Contains(row[11], "/") && typed < 2 {
			for cell, value := range map[string]any{"J": 7 + typed, "K": "ghi chú giả định"} {
				at, _ := excelize.JoinCellName(cell, i+1)
				if err := book.SetCellValue("Báo cáo", at, value); err != nil {
					t.Fatal(err)
				}
			}
			typed++
		}
	}
	file := filepath.Join(t.TempDir(), "ky-truoc.xlsx")
	if err := book.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	next := *r
	next.period = Period{2026, 2}
	n, lost, err := next.Keep(t.Context(), file)
	if err != nil || n != 2 || len(lost) != 0 || next.Tables[0].Rows[1].Plan != "8" ||
		next.Tables[0].Rows[0].Note != "ghi chú giả định" {
		t.Errorf("%d, %v, %v, %+v", n, lost, err, next.Tables[0].Rows[:2])
	}
	next.Tables = nil
	if n, lost, err = next.Keep(t.Context(), file); n != 0 || len(lost) != 2 || err != nil {
		t.Errorf("%d, %v, %v", n, lost, err)
	}
	if _, _, err := next.Keep(t.Context(), "khong-co.xlsx"); err == nil {
		t.Error("a file that is not there is read")
	}
}

// Of a commune two sets are not compared: of last year's then nothing is judged.
func TestCommune(t *testing.T) {
	l, err := layout(t, "")
	if err != nil {
		t.Fatal(err)
	}
	of := func(level *assess.Level) *assess.Assessment {
		return &assess.Assessment{Levels: []assess.Level{*level}}
	}
	now := of(level("s", "nhom-1", "yn"))
	for _, tt := range []struct {
		last *assess.Assessment
		was  assess.Outcome
		note string
	}{{of(level("s", "nhom-1", "ny")), assess.NotMet, ""}, {of(level("khac", "nhom-1", "yy")), "", "bộ tiêu chí khác"},
		{nil, "", "chưa có báo cáo"}, {&assess.Assessment{}, "", "bộ tiêu chí khác"}} {
		r := OfCommune(l, Period{2026, 2}, criteria.NTM, now, tt.last)
		if len(r.Tables) != 1 || len(r.Tables[0].Rows) != 2 || r.Tables[0].Rows[0].Last.Judged != tt.was ||
			r.Tables[0].Rows[0].Done.Judged != assess.Met || !strings.Contains(strings.Join(r.Notes, ""), tt.note) {
			t.Errorf("%+v", r)
		}
	}
}
