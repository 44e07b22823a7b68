package form

import (
	"slices"
	"strconv"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/xlsx/read"
)

// readRow is a row of figures as it was read: of which cells, where, beside what of the other
// sheets, and what came of it.
type readRow struct {
	cells  []read.Cell
	row    int
	beside string

	figures         []commune.Figure // one at most
	problems, notes problem.List
	foreign         []foreignFigure
}

// beside is what a row of figures is read by that stands elsewhere: the year, and the evidence
// that may be cited.
func (r *reader) beside() string {
	return strconv.Itoa(r.report.Year) + "\n" + strings.Join(r.codes, "\n")
}

// figureAgain reads a row of figures unless it is known what comes of it.
func (r *reader) figureAgain(row record, beside string) {
	line, _ := row.g.sheet.line(row.row)
	cells := line.Cells
	item := cells[0].Text
	known := r.known[item]
	if known == nil || known.row != row.row || known.beside != beside || !slices.Equal(known.cells, cells) {
		part := &reader{cellReader: cellReader{unlisted: r.unlisted}, file: r.file, lib: r.lib,
			report: &commune.Report{Year: r.report.Year}, codes: r.codes, names: r.names}
		part.figureRow(row)
		known = &readRow{cells, row.row, beside, part.report.Figures, part.problems, part.notes, part.foreign}
		r.known[item] = known
	}
	r.report.Figures = append(r.report.Figures, known.figures...)
	r.problems = append(r.problems, known.problems...)
	r.foreign = append(r.foreign, known.foreign...)
	r.notes = list.Once(r.notes, known.notes...)
}
