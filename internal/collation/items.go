package collation

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/list"
	"ntm/internal/matching"
	"ntm/internal/threshold"
)

// item is one thing that a decision asks of a column in a year.
type item struct {
	row     *decision.Row
	cell    *decision.Cell
	reading threshold.Reading
	name    string // of what: the indicator's words, or its part's
	words   string
	doubts  []string
	own     []string // those of the doubts that are about this cell alone

	isOfName bool // it is read out of the indicator's words, of which the cell says that they are met
}

func wordsOf(items []item) string {
	words := list.Map(items, func(i item) string { return i.words })
	return strings.Join(list.Once(nil, words...), ";\n")
}

// inZone is a column of the standard and, within it, a zone of a province's own, "" for none.
type inZone struct {
	column criteria.Region
	zone   string
}

// itemsAt are what rows ask of a column in a year.
func itemsAt(a *decision.Annex, rows []*decision.Row, year int, of inZone) []item {
	var out []item
	for _, row := range rows {
		if row.Year != 0 && row.Year != year {
			continue
		}
		for _, c := range cellsFor(row, year, of) {
			for _, one := range itemsOf(a, row, c, year, of.zone != "") {
				out = append(out, inParts(one)...)
			}
		}
	}
	return out
}

// cellsFor are the cells of a row that are for a column in a year. The national column
// is for no commune where the regions have their own.
func cellsFor(row *decision.Row, year int, of inZone) []*decision.Cell {
	apart := slices.ContainsFunc(row.Cells, func(c *decision.Cell) bool {
		return c.Column.Kind == decision.Region || c.Column.Kind == decision.Group || c.Column.Kind == decision.Zone
	})
	var out []*decision.Cell
	if alike := alikeForGroups(row); alike != nil && slices.Contains(criteria.Regions, of.column) {
		return []*decision.Cell{alike}
	}
	for _, c := range row.Cells {
		switch {
		case of.zone != "" && c.Column.Kind == decision.Zone && !slices.Contains(c.Column.IDs, of.zone):
		case c.Column.Kind == decision.Zone && slices.ContainsFunc(out, func(o *decision.Cell) bool {
			return o.Column.Kind == decision.Zone && asksAlike(o, c)
		}): // every zone has the same
		case c.Column.Year != 0 && c.Column.Year != year:
		case slices.Contains(c.Column.IDs, string(of.column)):
			out = append(out, c)
		case c.Column.Kind == decision.Unclear, c.Column.Kind == decision.Zone:
			out = append(out, c)
		case !apart && (c.Column.Kind == decision.All || c.Column.Kind == decision.Year):
			out = append(out, c)
		}
	}
	return out
}

// alikeForGroups is the cell of a row that asks the same of every commune group, and of
// nobody else: nil where they are asked apart. Where a standard has no groups, it is for all.
func alikeForGroups(row *decision.Row) *decision.Cell {
	for _, c := range row.Cells {
		if c.Column.Kind != decision.Group || !asksAlike(c, row.Cells[0]) || c.Column.Year != 0 {
			return nil
		}
	}
	if len(row.Cells) == 0 {
		return nil
	}
	return row.Cells[0]
}

// itemsOf are what a cell asks: a value, and what is "trong đó" each by itself.
func itemsOf(a *decision.Annex, row *decision.Row, c *decision.Cell, year int, isZoned bool) []item {
	one := item{row: row, cell: c, reading: c.Reading, name: row.Name, words: verbatim(a, row, c)}
	if row.Part != "" {
		one.name = row.Name + ": " + row.Part
	}
	for _, d := range slices.Concat(row.Doubts, c.Doubts) {
		one.doubts = append(one.doubts, d.String())
	}
	for _, d := range c.Doubts {
		one.own = append(one.own, d.String())
	}
	notes := noteDoubts(a, row, c)
	one.doubts, one.own = append(one.doubts, notes...), append(one.own, notes...)
	isApart := c.Column.Kind == decision.Zone && zonesApart(row)
	if isApart {
		one.words = zoneHeading(c.Column) + ": " + one.words
	}
	if isApart && !isZoned {
		one.doubts = append(one.doubts,
			fmt.Sprintf("cột %q là vùng riêng của tỉnh: chọn mức cho vùng, hoặc ghi ở bộ quy định của tỉnh",
				lastHeading(c.Column.Heading)))
	}
	if c.Reading.Kind == threshold.ByYear {
		at := slices.IndexFunc(c.Reading.Parts, func(p threshold.Reading) bool { return p.Year == year })
		if at < 0 {
			return nil
		}
		one.reading = c.Reading.Parts[at]
	}
	one.reading = matching.InOwnUnit(one.reading)
	out := []item{one}
	if one.reading.Kind == threshold.Value {
		for _, p := range one.reading.Parts {
			part := one
			part.reading, part.name = matching.InOwnUnit(p), row.Name+" "+p.Of
			out = append(out, part)
		}
	}
	return out
}

// hasYear tells whether rows ask anything of a year at all.
func hasYear(rows []*decision.Row, year int) bool {
	return slices.ContainsFunc(rows, func(row *decision.Row) bool {
		years := yearsOf(row)
		return years[0] == 0 || slices.Contains(years, year)
	})
}

// zonesApart tells whether a province's zones are asked different things in a row.
func zonesApart(row *decision.Row) bool {
	var first *decision.Cell
	for _, c := range row.Cells {
		switch {
		case c.Column.Kind != decision.Zone:
		case first == nil:
			first = c
		case !asksAlike(first, c):
			return true
		}
	}
	return false
}

// asksAlike tells whether two cells ask the same. Of one that lists what communes of several kinds are asked each has
// all the words, and a part of its own.
func asksAlike(a, b *decision.Cell) bool {
	return a.Words == b.Words && a.Reading.String() == b.Reading.String()
}

// zoneHeading is what a column of a zone is called: below "Theo vùng", "1" is "Vùng 1".
func zoneHeading(c *decision.Column) string {
	if text := lastHeading(c.Heading); strings.ContainsFunc(text, unicode.IsLower) || len(c.IDs) != 1 ||
		zoneOf(c.IDs[0]) == "" {
		return text
	}
	return zoneOf(c.IDs[0])
}

// lastHeading is the lowest of the headings over a column.
func lastHeading(heading string) string {
	return strings.TrimPrefix(heading[max(0, strings.LastIndex(heading, " / ")):], " / ")
}
