package blank

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/commune"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"

	"github.com/google/go-cmp/cmp"
)

// A form with no answers in it is the blank form: what its formulas compute is what the
// program says of them itself.
func TestFilledWithNothingIsBlank(t *testing.T) {
	for name, previous := range map[string]*commune.Report{
		"nothing carried over": nil, "a report carried over": formtest.Invented(t, "../../../testdata"),
	} {
		plan := formtest.PlanFor(t, 2024, criteria.KieuMau)
		var want, got bytes.Buffer
		if err := Write(&want, plan, previous, formtest.WrittenAt); err != nil {
			t.Fatal(err)
		}
		if err := WriteFilled(&got, plan, previous, layout.NewAnswers(), formtest.WrittenAt, nil); err != nil {
			t.Fatal(err)
		}
		a, b := formtest.Opened(t, want.Bytes()), formtest.Opened(t, got.Bytes())
		for _, sheet := range a.GetSheetList() {
			if diff := cmp.Diff(formtest.Dump(t, a, sheet), formtest.Dump(t, b, sheet)); diff != "" {
				t.Errorf("%s: %s: %s", name, sheet, diff)
			}
		}
	}
}

// An answer for which the form has no cell is told, and nothing is written.
func TestFilledHasNoCell(t *testing.T) {
	plan := formtest.PlanFor(t, 2023, criteria.NTM)
	for name, put := range map[string]func(*layout.Answers){
		"no figure of it": func(a *layout.Answers) { a.Set(layout.FigureSheet, "no_such", "ntm:value", 1.0) },
		"no such column":  func(a *layout.Answers) { a.Set(layout.FigureSheet, "health_insurance_rate", "ntm:x", 1.0) },
		"a sheet of another level": func(a *layout.Answers) {
			a.Rows["ntm:smart_village"] = []map[string]any{{"ntm:smart_village": "Thôn 1"}}
		},
		"what a locked cell says": func(a *layout.Answers) {
			a.Rows["ntm:source"] = []map[string]any{{"ntm:source": "Ngân sách trung ương", "ntm:kind": "Tiền",
				"ntm:quantity": 3.0}}
		},
	} {
		a := layout.NewAnswers()
		put(a)
		var out bytes.Buffer
		err := WriteFilled(&out, plan, nil, a, formtest.WrittenAt, nil)
		if err == nil || !strings.Contains(err.Error(), "biểu mẫu không có ô để ghi") || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, out.Len())
		}
	}
}

// A department's form asks for its own and no more; what it carries over is its own too.
func TestPartOfAForm(t *testing.T) {
	whole := formtest.PlanFor(t, 2024, criteria.KieuMau)
	for id, want := range map[string]string{
		"y-te":      "Hướng dẫn, Thông tin xã, Số liệu, Minh chứng, Kết quả thực hiện",
		"tai-chinh": "Hướng dẫn, Thông tin xã, Minh chứng, Nguồn lực, Nợ đọng",
		"mat-tran":  "Hướng dẫn, Thông tin xã, Minh chứng, Hài lòng",
	} {
		var out bytes.Buffer
		plan := whole.Part(division.DepartmentByID(id))
		if err := Write(&out, plan, formtest.Invented(t, "../../../testdata"), formtest.WrittenAt); err != nil {
			t.Fatal(err)
		}
		file := formtest.Opened(t, out.Bytes())
		if got := strings.Join(file.GetSheetList(), ", "); got != want {
			t.Errorf("%s: %s", id, got)
		}
		if text := formtest.Dump(t, file, layout.PlaceSheet); strings.Contains(text, "Đặc điểm") {
			t.Errorf("%s is asked about the commune's traits", id)
		}
	}
}
