package commune_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
)

// A count beside per cents is kept with the report, as it is told in words or by its key; of what
// is no share it is an error.
func TestACountBesideAShareIsKept(t *testing.T) {
	read := func(figure string) (*commune.Report, error) {
		path := filepath.Join(t.TempDir(), "gia-dinh.yaml")
		text := "schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\nfigures: [" + figure + "]\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		r, _, err := commune.Read(path, packs.Embedded())
		return r, err
	}
	for figure, want := range map[string]string{
		`{id: multidimensional_poverty_rate, value: "15 hộ nghèo, chiếm 1,15%"}`:                     "15",
		`{id: multidimensional_poverty_rate, value: "5% (93 hộ)"}`:                                   "93",
		`{id: multidimensional_poverty_rate, value: "41 hộ nghèo (1,92%); 66 hộ cận nghèo (3,08%)"}`: "107",
		`{id: multidimensional_poverty_rate, value: 1.15, count: 15}`:                                "15",
		`{id: multidimensional_poverty_rate, value: "trên 1% (15 hộ)"}`:                              "",
		`{id: multidimensional_poverty_rate, value: "15/1304"}`:                                      "",
		`{id: multidimensional_poverty_rate, value: 1.15}`:                                           "",
	} {
		r, err := read(figure)
		if err != nil {
			t.Errorf("%s: %v", figure, err)
			continue
		}
		text, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if c := r.Figures[0].Count; c != nil {
			got = c.String()
		}
		if got != want || (got != "") != strings.Contains(string(text), `"count"`) {
			t.Errorf("%s: %q, kept as %s", figure, got, text)
		}
	}
	for _, figure := range []string{`{id: income_per_capita, value: 69, count: 3}`,
		`{id: multidimensional_poverty_rate, value: 1.15, count: -1}`,
		`{id: multidimensional_poverty_rate, numerator: 3, denominator: 200, count: 3}`} {
		if _, err := read(figure); err == nil || !strings.Contains(err.Error(), "count") {
			t.Errorf("%s: %v", figure, err)
		}
	}
}
