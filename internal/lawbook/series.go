package lawbook

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/criteria"
)

// table is a table of one number for all, or of none that is known.
func table(v decimal.Decimal, known bool) *criteria.Series {
	return &criteria.Series{Cells: []criteria.SeriesCell{{Value: v, Known: known}}}
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
