package departments

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/criteria/packs"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// Every branch of the dictionary has a department by name, and every sheet too.
func TestEveryBranchHasItsDepartment(t *testing.T) {
	named := map[string]string{}
	for _, d := range division.Departments() {
		for _, what := range append(slices.Clone(d.Branches),
			list.Map(d.Sheets, func(s division.Sheet) string { return s.Name })...) {
			if named[what] != "" {
				t.Errorf("%s: %s and %s", what, named[what], d.ID)
			}
			named[what] = d.ID
		}
	}
	for _, f := range packs.Embedded().FigureList {
		if named[f.ConfirmedBy] == "" {
			t.Errorf("%s: nobody brings the figures of %q", f.ID, f.ConfirmedBy)
		}
	}
	for _, o := range layout.Others {
		if named[o.Name] == "" {
			t.Errorf("nobody fills in the sheet %s", o.Name)
		}
	}
}

// Each figure and each sheet of a form is in one part, and in one only.
func TestPartsMakeTheWhole(t *testing.T) {
	for _, level := range criteria.Levels {
		plan := formtest.PlanFor(t, 2023, level)
		count := map[string]int{}
		for _, p := range Split(plan) {
			for g := range p.Groups {
				for _, f := range p.Groups[g].Figures {
					count[f.ID]++
				}
			}
			for _, s := range p.Sections() {
				count[s.ID]++
			}
		}
		want := map[string]int{}
		for g := range plan.Groups {
			for _, f := range plan.Groups[g].Figures {
				want[f.ID] = 1
			}
		}
		for _, s := range plan.Sections() {
			want[s.ID] = 1
		}
		if diff := cmp.Diff(want, count); diff != "" {
			t.Errorf("%s: %s", level, diff)
		}
	}
}

// Splitting a form and gathering the parts, in any order, gives the form back, cell for cell:
// what the program computes too.
func TestSplitAndGatherGiveTheFormBack(t *testing.T) {
	for seed := range uint64(testenv.Some(t, 1, 4)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			folder := t.TempDir()
			plan := planned(t)
			answers := anyAnswers(plan, rand.New(rand.NewPCG(seed, 5)))
			whole := gathered(t, written(t, folder, "trang.xlsx", plan, answers))
			// The thresholds beside the figures are those of the commune's traits now.
			plan = whole.Plan
			before := written(t, folder, "truoc.xlsx", plan, answers)
			var files []string
			for _, p := range Split(plan) {
				files = append(files, written(t, folder, p.Department.ID+".xlsx", p, whole.Part(p)))
			}
			rand.New(rand.NewPCG(seed, 6)).Shuffle(len(files), func(i, k int) {
				files[i], files[k] = files[k],
					files[i]
			})
			all := gathered(t, files...)
			if len(all.Twice) > 0 {
				t.Errorf("answered twice: %+v", all.Twice)
			}
			var out bytes.Buffer
			if err := all.Write(&out, formtest.WrittenAt); err != nil {
				t.Fatal(err)
			}
			after := filepath.Join(folder, "sau.xlsx")
			if err := os.WriteFile(after, out.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(cellsOf(t, before), cellsOf(t, after)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// anyAnswers fills a form in at random: what people type is any of it, wrong or right.
func anyAnswers(plan *layout.Plan, r *rand.Rand) *layout.Answers {
	a := layout.NewAnswers()
	pick := func(of ...any) any { return of[r.IntN(len(of))] }
	cite := func() any { return pick("1", "2; 3", "7", "VB-4") }
	for g := range plan.Groups {
		for _, f := range plan.Groups[g].Figures {
			set := func(column string, value any) { a.Set(layout.FigureSheet, f.ID, "ntm:"+column, value) }
			if r.IntN(4) == 0 {
				continue
			}
			switch {
			case f.Unit == criteria.Declared:
				set("value", pick("Đạt", "Chưa đạt", "dat"))
			case f.Unit == criteria.Grade:
				set("value", pick("Tốt", "Khá"))
			case f.Numerator != "" && r.IntN(2) == 0:
				set("numerator", float64(r.IntN(100)))
				set("denominator", float64(100+r.IntN(100)))
			default:
				set("value", pick(float64(r.IntN(100)), 44.125, "trên 70", "ước 44,1", "95,13% dân số"))
			}
			if r.IntN(3) == 0 {
				set("evidence", cite())
				set("note", pick("đã nghiệm thu", "theo báo cáo quý IV; còn rà soát"))
			}
			if r.IntN(5) == 0 {
				set("year", 2022.0)
				set("earlier", "2021: 40,2")
			}
		}
	}
	for g := range plan.Groups {
		if group := &plan.Groups[g]; group.Told == "" && r.IntN(2) == 0 {
			a.Set(layout.RemarkSheet, group.RemarkKey(), "ntm:done", pick("làm 2 km đường; giả định", "đã xong"))
			a.Set(layout.RemarkSheet, group.RemarkKey(), "ntm:cost", "4,2 tỷ đồng")
		}
	}
	for _, q := range plan.PlaceAnswers().Questions {
		switch {
		case strings.HasPrefix(q.Key, layout.ClaimKey):
			a.Set(layout.PlaceSheet, q.Key, "ntm:answer", "19/19; 57/57")
		case q.Key == "note":
			a.Set(layout.PlaceSheet, q.Key, "ntm:answer", "Số liệu giả định")
		case q.Kind == layout.Choice && q.Key != "region":
			a.Set(layout.PlaceSheet, q.Key, "ntm:answer", pick("Có", "Không"))
		}
	}
	for _, code := range []string{"1", "2", "3", "7", "VB-4"} {
		a.Rows["ntm:code"] = append(a.Rows["ntm:code"], map[string]any{"ntm:code": code, "ntm:number": code +
			"/QĐ-UBND",
			"ntm:title": "Quyết định giả định", "ntm:date": "15/11/2023"})
	}
	a.Rows["ntm:source"] = []map[string]any{
		{"ntm:source": "Ngân sách trung ương", "ntm:kind": "Tiền", "ntm:worth": 1200.5},
		{"ntm:source": "Người dân", "ntm:kind": "Ngày công", "ntm:quantity": 900.0, "ntm:unit_price": 0.3},
		{"ntm:source": "Người dân", "ntm:kind": "Tài sản khác", "ntm:worth": 3.0, "ntm:remark": "hiến cây"},
	}
	for i := range 1 + r.IntN(40) {
		a.Rows["ntm:work"] = append(a.Rows["ntm:work"], map[string]any{"ntm:work": fmt.Sprint("Công trình ", i),
			"ntm:owed": float64(i)})
		a.Rows["ntm:village"] = append(a.Rows["ntm:village"], map[string]any{"ntm:village": fmt.Sprint("Thôn ", i),
			"ntm:households": 100.0, "ntm:forms_out": 90.0, "ntm:forms_back": 80.0, "ntm:satisfied": 79.0})
	}
	a.Rows["ntm:level"] = []map[string]any{{"ntm:level": "Xã nông thôn mới", "ntm:title_year": 2019.0}}
	a.Rows["ntm:smart_village"] = []map[string]any{{"ntm:smart_village": "Thôn 1"}}
	a.Rows["ntm:field"] = []map[string]any{{"ntm:field": "Giáo dục", "ntm:field_evidence": "3"}}
	a.Set(layout.ArrearsSheet, "arrears", "ntm:answer", "Có")
	a.Set(layout.PollSheet, "poll_evidence", "ntm:answer", "7")
	a.Set(layout.PollSheet, "poll_rate", "ntm:answer", 98.5)
	a.Set(layout.SecuritySheet, "security", "ntm:answer", "Đạt")
	a.Set(layout.SecuritySheet, "security_evidence", "ntm:answer", cite())
	return a
}

// What two departments say of one figure.
func TestTwoAnswers(t *testing.T) {
	const id = "health_insurance_rate"
	for name, tt := range map[string]struct {
		one, other map[string]any
		twice      bool
		want       map[string]any
	}{
		"the same number": {map[string]any{"value": 95.5}, map[string]any{"value": "95,50 %"}, false,
			map[string]any{"ntm:value": 95.5}},
		"another":         {map[string]any{"value": 95.5}, map[string]any{"value": 96.0}, true, nil},
		"a bound":         {map[string]any{"value": 95.5}, map[string]any{"value": "trên 95,5"}, true, nil},
		"of another year": {map[string]any{"value": 95.5}, map[string]any{"value": 95.5, "year": 2022.0}, true, nil},
		"the year of the form": {map[string]any{"value": 95.5}, map[string]any{"value": 95.5, "year": 2023.0}, false,
			map[string]any{"ntm:value": 95.5}},
		"its counts": {map[string]any{"value": 95.5}, map[string]any{"numerator": 191.0, "denominator": 200.0}, false,
			map[string]any{"ntm:numerator": 191.0, "ntm:denominator": 200.0}},
		"other counts": {map[string]any{"value": 95.5}, map[string]any{"numerator": 19.0, "denominator": 200.0},
			true, nil},
		"unreadable": {map[string]any{"value": "chờ sở"}, map[string]any{"value": 95.5}, true, nil},
		"notes only": {map[string]any{"value": 95.5}, map[string]any{"note": "còn rà soát"}, false,
			map[string]any{"ntm:value": 95.5, "ntm:note": "còn rà soát"}},
	} {
		t.Run(name, func(t *testing.T) {
			cells := func(of map[string]any) map[string]any {
				out := map[string]any{}
				for column, value := range of {
					out[id+" "+column] = value
				}
				return out
			}
			one := part(t, t.TempDir(), "y-te", cells(tt.one), nil)
			other := part(t, t.TempDir(), "y-te", cells(tt.other), nil)
			out := gathered(t, one, other)
			if (len(out.Twice) > 0) != tt.twice {
				t.Errorf("answered twice: %+v", out.Twice)
			}
			if diff := cmp.Diff(tt.want, out.Answers.Fixed[layout.FigureSheet][id]); diff != "" {
				t.Error(diff)
			}
			for _, twice := range out.Twice {
				if len(twice.Said) != 2 || twice.Said[0].By != "Y tế" || !strings.Contains(twice.Said[0].At, "ô ") {
					t.Errorf("%+v", twice)
				}
			}
		})
	}
}

// Two departments may both have a document "1": each keeps its own, and its figures cite it.
func TestEvidenceOfOneCode(t *testing.T) {
	doc := func(title string) map[string][]map[string]any {
		return map[string][]map[string]any{"ntm:code": {{"ntm:code": "1", "ntm:title": title}}}
	}
	out := gathered(t,
		part(t, t.TempDir(), "y-te", map[string]any{"health_insurance_rate value": 95.5,
			"health_insurance_rate evidence": "1"}, doc("Báo cáo giả định về y tế")),
		part(t, t.TempDir(), "cong-an", map[string]any{"security answer": "Đạt", "security_evidence answer": "1"},
			doc("Xác nhận giả định của công an")))
	if got := out.Answers.Fixed[layout.SecuritySheet]["security_evidence"]["ntm:answer"]; got != "CA1" {
		t.Errorf("security cites %v", got)
	}
	if got := out.Answers.Fixed[layout.FigureSheet]["health_insurance_rate"]["ntm:evidence"]; got != "1" {
		t.Errorf("the rate cites %v", got)
	}
	if got := len(out.Answers.Rows["ntm:code"]); got != 2 || len(out.Notes) != 1 {
		t.Errorf("%d documents, %v", got, out.Notes)
	}
}

// The tables of several forms may come back on one sheet of somebody's own workbook, with
// their hidden rows or without.
func TestPastedOnOneSheet(t *testing.T) {
	for _, hidden := range []bool{true, false} {
		t.Run(fmt.Sprint(hidden), func(t *testing.T) {
			folder := t.TempDir()
			all := excelize.NewFile()
			n := 0
			for _, file := range []string{
				part(t, folder, "y-te", map[string]any{"health_insurance_rate value": "95,5 %"}, nil),
				part(t, folder, "tu-phap", map[string]any{"legal_access_standard value": "Đạt"}, nil),
				part(t, folder, "mat-tran", map[string]any{}, map[string][]map[string]any{"ntm:village": {{
					"ntm:village": "Thôn giả định", "ntm:forms_out": 10.0, "ntm:forms_back": 9.0,
					"ntm:satisfied": 8.0}}}),
			} {
				n = paste(t, all, file, n, hidden)
			}
			pasted := filepath.Join(folder, "dan-chung.xlsx")
			if err := all.SaveAs(pasted); err != nil {
				t.Fatal(err)
			}
			g := Gathering{Lib: packs.Embedded(), Files: []string{pasted}, Year: 2023, Commune: "16492"}
			out, err := g.Gather(t.Context())
			if err != nil {
				t.Fatal(problem.Of(err))
			}
			figures := out.Answers.Fixed[layout.FigureSheet]
			if figures["health_insurance_rate"]["ntm:value"] != "95,5 %" || len(figures) != 2 ||
				len(out.Answers.Rows["ntm:village"]) != 1 || len(out.Answers.Rows["ntm:work"]) != 0 {
				t.Errorf("%+v", out.Answers)
			}
		})
	}
}

// paste copies a form's sheets below each other, with their hidden rows and columns or
// without.
func paste(t *testing.T, all *excelize.File, path string, n int, hidden bool) int {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // opened for reading
	for _, sheet := range []string{layout.FigureSheet, layout.PollSheet} {
		rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			continue // a form without it
		}
		for _, row := range rows {
			isHidden := len(row) > 1 && strings.HasPrefix(strings.Join(row, ""), "ntm:")
			if isHidden && !hidden {
				continue
			}
			n++
			for k, text := range row {
				if k == 0 && !hidden {
					continue
				}
				at, _ := excelize.CoordinatesToCellName(k+1, n)
				if err := all.SetCellValue("Sheet1", at, text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return n
}

// What cannot be put together.
func TestNotOfOneCommune(t *testing.T) {
	folder := t.TempDir()
	other := formtest.PlanFor(t, 2022, criteria.KieuMau).Part(division.DepartmentByID("y-te"))
	low := formtest.PlanFor(t, 2023, criteria.NTM).Part(division.DepartmentByID("y-te"))
	mine := part(t, folder, "cong-an", map[string]any{"security answer": "Đạt"}, nil)
	code := written(t, folder, "khac.xlsx", planned(t).Part(division.DepartmentByID("y-te")), func() *layout.Answers {
		a := layout.NewAnswers()
		a.Set(layout.PlaceSheet, "code", "ntm:answer", "16495")
		return a
	}())
	for want, file := range map[string]string{
		"phiếu này ghi năm 2022":    written(t, folder, "2022.xlsx", other, layout.NewAnswers()),
		"phiếu này ghi mức":         written(t, folder, "ntm.xlsx", low, layout.NewAnswers()),
		"phiếu này ghi mã xã 16495": code,
		"không thấy bảng nào":       blankBook(t, folder),
		"không có tệp này":          filepath.Join(folder, "khong-co.xlsx"),
	} {
		g := Gathering{Lib: packs.Embedded(), Files: []string{mine, file}}
		if _, err := g.Gather(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func blankBook(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "trang.xlsx")
	if err := excelize.NewFile().SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// A department owes what it has not said; the names that are carried over say nothing yet.
func TestOwed(t *testing.T) {
	village := func(more ...any) map[string][]map[string]any {
		row := map[string]any{"ntm:village": "Thôn giả định", "ntm:households": 100.0}
		for i := 0; i < len(more); i += 2 {
			row[more[i].(string)] = more[i+1]
		}
		return map[string][]map[string]any{"ntm:village": {row}}
	}
	for name, tt := range map[string]struct {
		file string
		want Owed
	}{
		"villages by name": {part(t, t.TempDir(), "mat-tran", nil, village()),
			Owed{Department: "Mặt trận Tổ quốc", Sent: true, Asked: 1,
				Missing: []Lack{{Missing: layout.Missing{ID: "satisfaction", Name: "tờ Hài lòng"}}}}},
		"their answers": {part(t, t.TempDir(), "mat-tran", nil, village("ntm:forms_back", 9.0)),
			Owed{Department: "Mặt trận Tổ quốc", Sent: true, Asked: 1, Missing: []Lack{}}},
		"nothing of it": {part(t, t.TempDir(), "y-te", nil, nil),
			Owed{Department: "Mặt trận Tổ quốc", Asked: 1,
				Missing: []Lack{{Missing: layout.Missing{ID: "satisfaction", Name: "tờ Hài lòng"}}}}},
	} {
		for _, o := range gathered(t, tt.file).Owed {
			if o.Department == tt.want.Department {
				if diff := cmp.Diff(tt.want, o); diff != "" {
					t.Errorf("%s: %s", name, diff)
				}
			}
		}
	}
}

// A department is complete only by what is read and undisputed: two answers leave the place blank, and what nobody can
// read is no answer yet.
func TestOnlyWhatIsReadAndUndisputedCounts(t *testing.T) {
	first := part(t, t.TempDir(), "y-te", map[string]any{"health_insurance_rate value": 95.0}, nil)
	other := part(t, t.TempDir(), "y-te", map[string]any{"health_insurance_rate value": 94.0}, nil)
	odd := part(t, t.TempDir(), "y-te", map[string]any{"health_insurance_rate value": "cũng khá nhiều"}, nil)
	for _, tt := range []struct {
		files []string
		why   string
		lacks bool
	}{
		{[]string{first}, "", false}, {[]string{first, other}, answeredTwice, true}, {[]string{odd}, unreadable, true},
		{[]string{first, first}, "", false},
	} {
		for _, o := range gathered(t, tt.files...).Owed {
			i := slices.IndexFunc(o.Missing, func(l Lack) bool { return l.ID == "health_insurance_rate" })
			if o.Department == "Y tế" && ((i >= 0) != tt.lacks || i >= 0 && o.Missing[i].Why != tt.why) {
				t.Errorf("%d files: %+v", len(tt.files), o.Missing)
			}
		}
	}
}
