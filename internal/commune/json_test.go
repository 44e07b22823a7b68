package commune

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// same compares reports by what they say, numbers by their decimals too.
var same = []cmp.Option{cmpopts.IgnoreTypes(yamldoc.Pos{}), cmp.Comparer(func(a, b decimal.Decimal) bool {
	return a.Equal(b) && a.Exponent() == b.Exponent()
})}

// A report written as JSON reads back as the same report: what was not said
// stays unsaid, an empty list stays a list, "1,50" stays as fine as it was.
func TestJSONReadsBack(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/*.yaml")
	texts := []string{`{schema: ntm.report.v1, commune: {code: "00123"}, year: 2023, date: 2023-11-15, arrears: [], capital: [],
 figures: [{id: a, value: 1.50}, {id: b, value: khá}, {id: c, met: false}, {id: d, numerator: 12.40, denominator: 0}, {id: e, value: "0.0"}],
 smart_village: {villages: []}, outstanding_fields: [{name: "\"=1\"\n"}], security: {met: false}}`}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	if len(texts) < 3 {
		t.Fatal("the reports of testdata are missing")
	}
	for _, text := range texts {
		var report, back Report
		if err := yamldoc.Decode("a.yaml", []byte(text), &report); err != nil {
			t.Fatal(err)
		}
		written, err := report.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if err := yamldoc.Decode("b.json", written, &back); err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if diff := cmp.Diff(report, back, same...); diff != "" {
			t.Error(diff)
		}
		if again, _ := back.JSON(); string(again) != string(written) {
			t.Errorf("written again it is another document:\n%s\n%s", written, again)
		}
		if strings.Contains(string(written), "null") {
			t.Errorf("something that is not given was written:\n%s", written)
		}
	}
}

// So does any report, whatever its texts and numbers are.
func TestAnyReportReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(what string) string {
			odd := []rune("aĐ ệ0:#\"'{}[],&*!|>%@`\\-?=~\n\t<\u2028\U0001F600")
			return vi.NFC("x" + rapid.StringOfN(rapid.SampledFrom(odd), 0, 6, -1).Draw(t, what) +
				"x") // as every text enters
		}
		number := func(what string) *decimal.Decimal {
			d := decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, what), -rapid.Int32Range(0, 6).Draw(t,
				what+"'s decimals"))
			return &d
		}
		r := Report{Schema: Schema, Note: text("note"), Commune: Where{Code: "00123"}, Year: 2023}
		for i := range rapid.IntRange(0, 3).Draw(t, "figures") {
			f := Figure{ID: fmt.Sprintf("f%d", i), Note: text("figure's note"),
				Year: rapid.IntRange(0, 2030).Draw(t, "year")}
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				f.Measure = Number{Decimal: *number("value")}
			case 1:
				f.Measure = Rate{*number("numerator"), *number("denominator")}
			default:
				f.Measure = Answer(rapid.Bool().Draw(t, "met"))
			}
			r.Figures = append(r.Figures, f)
		}
		if rapid.Bool().Draw(t, "evidence") {
			r.Evidence = []Evidence{{ID: text("id"), Title: text("title"), File: text("file"),
				Date: criteria.Day(2023, 1, 31)}}
		}
		if rapid.Bool().Draw(t, "arrears") {
			r.Arrears = []Arrear{}
			if rapid.Bool().Draw(t, "a work") {
				r.Arrears = append(r.Arrears, Arrear{Work: text("work"), Owed: new(Exact(*number("owed"))),
					Paid: number("paid")})
			}
		}
		if rapid.Bool().Draw(t, "poll") {
			r.Satisfaction = &Satisfaction{Villages: []Village{{Name: text("village"), FormsOut: number("out"),
				FormsBack: number("back"), Satisfied: number("satisfied")}}}
		}
		if rapid.Bool().Draw(t, "smart") {
			r.SmartVillage = &SmartVillage{Villages: []string{text("smart village")}}
		}
		written, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		var back Report
		if err := yamldoc.Decode("b.json", written, &back); err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if diff := cmp.Diff(r, back, same...); diff != "" {
			t.Fatalf("%s\n%s", diff, written)
		}
		if again, err := back.JSON(); err != nil || string(again) != string(written) {
			t.Fatalf("%v\n%s\n%s", err, written, again)
		}
	})
}
