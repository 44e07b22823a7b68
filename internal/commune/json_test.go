package commune

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
	"ntm/internal/yamldoc"
)

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
	same := []cmp.Option{cmpopts.IgnoreTypes(yamldoc.Pos{}), cmp.Comparer(func(a, b decimal.Decimal) bool {
		return a.Equal(b) && a.Exponent() == b.Exponent()
	})}
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
