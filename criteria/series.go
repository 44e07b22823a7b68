package criteria

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Series is a threshold as a table prints it: by column, and where the
// decision steps it up, by year. In a pack it is written
//
//	at_least: 80                                 # every column, every year
//	at_least: {chung: 98, tdmnpb: 95, dbsh: 99}  # by column
//	at_least: {2021: {tdmnpb: 36}, 2022: {…}}    # by year, then as above
//	at_least: unknown                            # nobody here knows
//
// A column that is not written has no threshold; in particular the national
// column never stands in for a region's.
type Series struct {
	Pos    Pos
	ByYear bool
	Cells  []SeriesCell // as they are written
}

// SeriesCell is a number of a Series, or one that is not known.
type SeriesCell struct {
	Pos    Pos
	Year   int    // 0 for every year
	Column Region // "" for every column
	Value  decimal.Decimal
	Known  bool
}

// At is the threshold for the year and column, or false when none is known.
func (s *Series) At(year int, column Region) (v decimal.Decimal, known bool) {
	if !s.ByYear {
		year = 0
	}
	for i := range s.Cells {
		switch c := &s.Cells[i]; {
		case c.Year != year || !c.Known:
		case c.Column == column:
			return c.Value, true
		case c.Column == "":
			v, known = c.Value, true
		}
	}
	return v, known
}

// Years lists the years of a series by year.
func (s *Series) Years() []int {
	var out []int
	for _, c := range s.Cells {
		if s.ByYear {
			out = append(out, c.Year)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
