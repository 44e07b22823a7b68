package criteria

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
	"ntm/internal/yamldoc"
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
	Pos    yamldoc.Pos
	ByYear bool
	values map[seriesKey]decimal.Decimal
	years  []int
	keys   []columnKey // the columns as written, to be checked against the pack's
}

type columnKey struct {
	column Region
	pos    yamldoc.Pos
}

// seriesKey leaves year 0 or column "" for "all".
type seriesKey struct {
	year   int
	column Region
}

// At is the threshold for the year and column, or false when none is known.
func (s *Series) At(year int, column Region) (decimal.Decimal, bool) {
	if !s.ByYear {
		year = 0
	}
	if v, ok := s.values[seriesKey{year, column}]; ok {
		return v, true
	}
	v, ok := s.values[seriesKey{year, ""}]
	return v, ok
}

// Years lists the years of a series by year.
func (s *Series) Years() []int { return s.years }

// DecodeNode reads the shapes a series may be written in.
func (s *Series) DecodeNode(n yamldoc.Node) {
	s.Pos, s.values = n.Pos(), map[seriesKey]decimal.Decimal{}
	if !n.IsMapping() {
		s.columns(n, 0)
		return
	}
	n.Each(func(key string, value yamldoc.Node) {
		year, isYear := yearOf(key)
		switch {
		case !isYear && s.ByYear:
			value.Fail(fmt.Sprintf("khóa %q đứng lẫn với các năm", key), "viết mỗi năm một khóa, trong mỗi năm mới đến vùng")
		case !isYear:
			s.column(key, value, 0)
		default:
			if !s.ByYear && len(s.values) > 0 {
				value.Fail(fmt.Sprintf("năm %d đứng lẫn với các vùng", year), "viết mỗi năm một khóa, trong mỗi năm mới đến vùng")
				return
			}
			s.ByYear = true
			s.years = append(s.years, year)
			s.columns(value, year)
		}
	})
	slices.Sort(s.years)
}

// yearOf reads a year; a commune group's number is none.
func yearOf(key string) (int, bool) {
	year, err := strconv.Atoi(key)
	return year, err == nil && year >= 1000
}

// columns reads one number, `unknown`, or a number for each column.
func (s *Series) columns(n yamldoc.Node, year int) {
	if n.IsMapping() {
		n.Each(func(key string, value yamldoc.Node) { s.column(key, value, year) })
		return
	}
	if v, known := cell(n); known {
		s.values[seriesKey{year, ""}] = v
	}
}

// cell reads a number, or `unknown` as none.
func cell(n yamldoc.Node) (v decimal.Decimal, known bool) {
	if text, ok := n.Text(); ok && text == "unknown" {
		return v, false
	}
	n.Decode(&v)
	return v, true
}

func (s *Series) column(key string, n yamldoc.Node, year int) {
	if v, known := cell(n); known {
		s.values[seriesKey{year, Region(key)}] = v
	}
	s.keys = append(s.keys, columnKey{Region(key), n.Pos()})
}
