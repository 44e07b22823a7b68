package commune

import (
	"os"
	"testing"

	"ntm/criteria/packs"

	"github.com/google/go-cmp/cmp"
)

// Whatever bytes a store or a seal hands over: what is taken for a report is written so
// that it is taken for the same one.
func FuzzKept(f *testing.F) {
	for _, body := range []string{
		fullReport,
		"figures: [{id: income_per_capita, value: {number: 70, bound: gt, words: trên 70}, earlier: [{year: " +
			"2021, value: 5}]}]\n",
		"figures: [{id: multidimensional_poverty_rate, value: 1.50 %}, {id: clean_landscape, met: false}]\n",
		"satisfaction: {commune: {households: 9, forms_out: 8, rate: {number: 97, bound: ge}}, questions: " +
			"[{text: a, rate: 9}]}\n",
		"claims: [{level: ntm, criteria: 09/19}]\nremarks: [{criterion: \"2\", done: a}]\n",
		"capital: [{source: people, kind: land, quantity: 5, unit: m2, unit_price: 1, years: {from: 2021}}, " +
			"{source: total, share: 9}]\n",
	} {
		f.Add([]byte(head + body))
	}
	if real, err := os.ReadFile("../../testdata/quang-trung-2023.yaml"); err == nil {
		f.Add(real)
	}
	lib := packs.Embedded()
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := DecodeKept("kho", data, lib.Figures)
		if err != nil {
			return
		}
		r.Measured() // of what is taken everything can be computed
		r.Contents()
		_ = r.Shares(lib)
		written, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeKept("kho", written, lib.Figures)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if diff := cmp.Diff(r, back, same...); diff != "" {
			t.Errorf("%s\n%s", diff, written)
		}
	})
}
