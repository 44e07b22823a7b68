package packs

import (
	"fmt"
	"strconv"

	"ntm/criteria"
	"ntm/internal/yamldoc"
)

// Decode decodes a pack, whose values may be series. The error is a problem.List.
func Decode(file string, data []byte, into any) error {
	return yamldoc.Decode(file, data, into, yamldoc.Reading(readSeries))
}

// seriesReader reads the shapes a series may be written in.
type seriesReader struct{ *criteria.Series }

func readSeries(n yamldoc.Node, s *criteria.Series) {
	s.Pos = place(n)
	r := seriesReader{s}
	if !n.IsMapping() {
		r.columns(n, 0)
		return
	}
	n.Each(func(key string, value yamldoc.Node) {
		year, isYear := yearOf(key)
		switch {
		case !isYear && s.ByYear:
			value.Fail(fmt.Sprintf("khóa %q đứng lẫn với các năm", key),
				"viết mỗi năm một khóa, trong mỗi năm mới đến vùng")
		case !isYear:
			r.cell(0, criteria.Region(key), value)
		case !s.ByYear && len(s.Cells) > 0:
			value.Fail(fmt.Sprintf("năm %d đứng lẫn với các vùng", year),
				"viết mỗi năm một khóa, trong mỗi năm mới đến vùng")
		default:
			s.ByYear = true
			r.columns(value, year)
		}
	})
}

// yearOf reads a year; a commune group's number is none.
func yearOf(key string) (int, bool) {
	year, err := strconv.Atoi(key)
	return year, err == nil && year >= 1000
}

// columns reads one number, `unknown`, or a number for each column.
func (r seriesReader) columns(n yamldoc.Node, year int) {
	if !n.IsMapping() {
		r.cell(year, "", n)
		return
	}
	before := len(r.Cells)
	n.Each(func(key string, value yamldoc.Node) { r.cell(year, criteria.Region(key), value) })
	if len(r.Cells) == before {
		r.Cells = append(r.Cells, criteria.SeriesCell{Pos: place(n), Year: year}) // {}: nothing is known of the year
	}
}

// cell reads a number, or `unknown` as none.
func (r seriesReader) cell(year int, column criteria.Region, n yamldoc.Node) {
	c := criteria.SeriesCell{Pos: place(n), Year: year, Column: column}
	if text, ok := n.Text(); !ok || text != "unknown" {
		n.Decode(&c.Value)
		c.Known = true
	}
	r.Cells = append(r.Cells, c)
}

func place(n yamldoc.Node) criteria.Pos {
	at := n.Pos()
	return criteria.Pos{File: at.File, Line: at.Line, Column: at.Column}
}
