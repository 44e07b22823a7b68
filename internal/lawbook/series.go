package lawbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/yamldoc"
)

// seriesOf is the table that a pack's text gives. The text is always this
// package's own.
func seriesOf(text string) *criteria.Series {
	var doc struct {
		Table *criteria.Series `yaml:"table"`
	}
	if err := yamldoc.Decode("", []byte("table: "+text), &doc); err != nil {
		panic("lawbook: " + text + ": " + err.Error())
	}
	return doc.Table
}

// seriesText writes a table as a pack does: one number, a number a column, or
// either for each year. columns are those that it may have been written with.
func seriesText(s *criteria.Series, columns []criteria.Region) string {
	if !s.ByYear {
		return yearText(s, 0, columns)
	}
	years := make([]string, len(s.Years()))
	for i, y := range s.Years() {
		years[i] = fmt.Sprintf("%d: %s", y, yearText(s, y, columns))
	}
	return "{" + strings.Join(years, ", ") + "}"
}

func yearText(s *criteria.Series, year int, columns []criteria.Region) string {
	if v, ok := s.At(year, ""); ok {
		return plainText(v)
	}
	var out []string
	for _, c := range slices.Concat([]criteria.Region{criteria.National}, columns) {
		if v, ok := s.At(year, c); ok {
			out = append(out, string(c)+": "+plainText(v))
		}
	}
	if out == nil {
		return "unknown"
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// byLevel orders indicators as the standards do: by level, then by number.
func byLevel(a, b string) int {
	levelA, noA, _ := strings.Cut(a, "/")
	levelB, noB, _ := strings.Cut(b, "/")
	rank := func(level string) int { return slices.Index(criteria.Levels, criteria.Level(level)) }
	return cmp.Or(cmp.Compare(rank(levelA), rank(levelB)), byNumber(noA, noB))
}

// byNumber orders numbers: 2.9 before 2.10, and conditions, which have words,
// last.
func byNumber(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
}
