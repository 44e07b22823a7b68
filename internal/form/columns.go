package form

import (
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/xlsx/read"
)

// onlyOnce refuses a second table of the same ids on the sheet, from a row on.
func (g *grid) onlyOnce(from int) {
	if row, ids := g.sheet.idRow(g.table, from); ids > len(g.table.Columns)/2 {
		g.fail(1, row, "gộp vào bảng trên, xóa bảng này", "trang tính này có hai bảng giống nhau (bảng trước bắt "+
			"đầu ở dòng %d)", g.head)
	}
}

// fail tells of a cell of the grid's sheet.
func (g *grid) fail(column, row int, hint, format string, args ...any) {
	g.r.fail(given{at: g.pos(column, row)}, hint, format, args...)
}

// pos is where a cell of the grid's sheet stands.
func (g *grid) pos(column, row int) problem.Pos {
	return problem.Pos{File: g.r.file, Sheet: g.sheet.name, Cell: read.Ref(column, row)}
}

// columns notes where the columns are by the words of a row. A column that is
// there twice is told: there is no knowing which one was meant.
func (g *grid) columns(row int, id func(read.Cell) string) {
	found := map[string]int{}
	for column := 1; column <= g.sheet.width; column++ {
		id := id(g.sheet.At(row, column))
		if id == "" {
			continue
		}
		isPrinted := g.table.Column(id).Kind == layout.Printed
		if before, twice := found[id]; twice && !isPrinted && !g.same(before, column, row) {
			g.fail(column, row, "xóa một trong hai cột", "cột này có hai lần (lần trước ở ô %s) mà nội dung khác "+
				"nhau", read.Ref(before, row))
			continue
		}
		found[id] = column
		before, known := g.at[id]
		if known && before != column && !isPrinted {
			g.fail(column, row, hintHeads, "đầu cột này là của cột %s", read.Ref(before, row))
		}
		if !known {
			g.at[id] = column
		}
	}
}

// same tells whether two columns hold the same below a row.
func (g *grid) same(a, b, row int) bool {
	for ; row <= g.sheet.rows(); row++ {
		if g.sheet.At(row, a) != g.sheet.At(row, b) {
			return false
		}
	}
	return true
}

// empty tells whether a row holds nothing that a person may have filled in.
func (g *grid) empty(row int) bool {
	for id, column := range g.at {
		if g.table.Column(id).Kind.IsFilled() && !(given{Cell: g.sheet.At(row, column)}).blank() {
			return false
		}
	}
	return len(g.table.Questions) == 0
}

// columnsMustBe tells of columns without which the table says nothing.
func (g *grid) columnsMustBe(ids ...string) {
	for _, id := range ids {
		if _, ok := g.at[id]; !ok {
			g.fail(1, g.head, hintColumns, "không thấy cột %s", g.table.Column(id).Title)
		}
	}
}
