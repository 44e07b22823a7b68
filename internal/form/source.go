package form

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/problem"
	"ntm/internal/xlsx/foreign"
	"ntm/internal/xlsx/read"
)

// Source is an open file of reports: that of one commune, or a wide sheet with one
// in each row.
type Source struct {
	// Notes are of a wide sheet as a whole: columns that are not read.
	Notes problem.List

	one  *Reading // nil for a wide sheet
	wide *wide    // nil for one report
}

// Open opens the file at path. year is of the rows of a wide sheet that name none; 0
// for the year the sheet was made for. The error is a problem.List. The reading, also of
// the rows of a wide sheet, ends with ctx.
func Open(ctx context.Context, path string, lib *criteria.Library, year int) (*Source, error) {
	if isDocument(path) {
		report, notes, err := commune.Read(path, lib)
		if err != nil {
			return nil, err
		}
		return &Source{one: &Reading{Report: report, Notes: notes}}, nil
	}
	book, said, err := foreign.Open(ctx, path)
	if err != nil {
		return nil, problem.Of(err)
	}
	w := &wide{lib: lib, book: book, year: year}
	isWide, err := w.find()
	if err == nil && isWide {
		return &Source{Notes: append(said, w.notes...), wide: w}, nil
	}
	defer book.Close() //nolint:errcheck // opened for reading: nothing is lost
	if err != nil {
		return nil, err
	}
	one, err := readBook(book, lib)
	if err != nil {
		return nil, err
	}
	one.Notes = append(said, one.Notes...)
	return &Source{one: one}, nil
}

// isDocument tells by the file's name whether it is a YAML or JSON document.
func isDocument(path string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json", ""}, strings.ToLower(filepath.Ext(path)))
}

// Many tells whether the file is a wide sheet.
func (s *Source) Many() bool { return s.wide != nil }

// Row is one report of a source: whose it is, and the cells as they stand.
type Row struct {
	Number int   // of the row in a wide sheet; 0 in a file of one report
	Err    error // a problem.List; there is nothing to read

	report   *commune.Report // without figures yet
	cells    []read.Cell
	notes    problem.List
	problems problem.List // with whose row it is
}

// Rows goes through the reports from the top, blank rows left out. A commune that
// was there before is a row with Err; so is an error of the file itself, which is
// the last. What a row says Read tells.
func (s *Source) Rows(yield func(Row) bool) {
	if s.Many() {
		s.wide.rows(yield)
		return
	}
	yield(Row{})
}

// Read is the report of a row; the error is a problem.List with all its problems.
// Rows may be read at the same time.
func (s *Source) Read(row Row) (*Reading, error) {
	if s.Many() {
		return s.wide.read(row)
	}
	return s.one, nil
}

// Close lets go of the file.
func (s *Source) Close() error {
	if s.Many() {
		return s.wide.book.Close()
	}
	return nil
}
