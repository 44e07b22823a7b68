package commune

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
)

// What a figure was in years before is of years before its own, each once, and given in
// the one way its unit allows.
func TestEarlierYears(t *testing.T) {
	income := func(earlier string) string {
		return "figures:\n  - {id: income_per_capita, value: 69, earlier: [" + earlier + "]}\n"
	}
	for _, tt := range []struct{ name, body, want string }{
		{"the year before", income("{year: 2022, value: 60}"), ""},
		{"two years, in any order", income("{year: 2021, value: 55}, {year: 2022, value: 60}"), ""},
		{"the first year there is", income("{year: 2000, value: 3}"), ""},
		{"before the first year", income("{year: 1999, value: 3}"), "đọc thấy năm trước là 1999"},
		{"no year", income("{value: 60}"), "chưa ghi là năm nào"},
		{"its own year", income("{year: 2023, value: 60}"), "của năm 2023: đọc thấy năm trước là 2023"},
		{"a year to come", income("{year: 2024, value: 60}"), "đọc thấy năm trước là 2024"},
		{"a year twice", income("{year: 2022, value: 60}, {year: 2022, value: 61}"), "có hai giá trị của năm 2022"},
		{"a figure of an earlier year", "figures:\n  - {id: income_per_capita, value: 69, year: 2022, " +
			"earlier: [{year: 2022, value: 60}]}\n", "của năm 2022: đọc thấy năm trước là 2022"},
		{"no value", income("{year: 2022}"), "chưa có giá trị"},
		{"a declaration for a number", income("{year: 2022, met: true}"), "ghi met cho một con số"},
		{"counts of what is no rate", income("{year: 2022, numerator: 1, denominator: 2}"), "ghi sai cách"},
		{"a grade for a number", income("{year: 2022, value: khá}"), `là "khá", cần một số`},
		{"a whole of nothing", "figures:\n  - {id: multidimensional_poverty_rate, value: 1, earlier: " +
			"[{year: 2022, numerator: 0, denominator: 0}]}\n", "có mẫu số 0"},
		{"counts of a rate", "figures:\n  - {id: multidimensional_poverty_rate, value: 1, earlier: " +
			"[{year: 2022, numerator: 70, denominator: 3987}]}\n", ""},
		{"a note of its own", income("{year: 2022, value: 60, note: a}"), "chỉ có year và giá trị"},
		{"an id of its own", income("{year: 2022, value: 60, id: income_per_capita}"), "chỉ có year và giá trị"},
		{"evidence of its own", income("{year: 2022, value: 60, evidence: [a]}"), "chỉ có year và giá trị"},
		{"years before that year", income("{year: 2022, value: 60, earlier: [{year: 2021, value: 1}]}"),
			"chỉ có year và giá trị"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.body)
			if tt.want == "" {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) || problem.Of(err)[0].Line != 5 {
				t.Errorf("got  %v\nwant %s at line 5", err, tt.want)
			}
		})
	}
}

// A kept report is asked the same of its earlier years, and comes back as it was.
func TestEarlierYearsThatAreKept(t *testing.T) {
	const body = `figures: [{id: multidimensional_poverty_rate, value: 1.5, earlier: [
  {year: 2022, numerator: 70, denominator: 3987}, {year: 2021, value: {number: 3, bound: gt, words: trên 3 %}},
  {year: 2020, value: 2.5 %}]}]` + "\n"
	lib := packs.Embedded()
	r, err := DecodeKept("kho", []byte(head+body), lib.Figures)
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, e := range r.Figures[0].Earlier {
		said += fmt.Sprintf("%d: %v; ", e.Year, e.Measure)
	}
	if want := "2022: 70/3987; 2021: 3; 2020: 2.5; "; said != want {
		t.Errorf("read %s, want %s", said, want)
	}
	written, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := DecodeKept("kho", written, lib.Figures)
	if err != nil {
		t.Fatalf("%v\n%s", err, written)
	}
	if diff := cmp.Diff(r, back, same...); diff != "" {
		t.Error(diff)
	}
	for _, wrong := range []string{"{year: 2023, value: 1}", "{value: 1}", "{year: 2022, value: khoảng 3 %}",
		"{year: 2022, value: 1}, {year: 2022, value: 2}"} {
		text := head + "figures: [{id: multidimensional_poverty_rate, value: 1.5, earlier: [" + wrong + "]}]\n"
		if _, err := DecodeKept("kho", []byte(text), lib.Figures); err == nil {
			t.Errorf("%s is taken", wrong)
		}
	}
}
