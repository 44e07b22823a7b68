package read

import (
	"cmp"
	"maps"
	"slices"
)

// Table is a whole sheet.
type Table struct {
	Rows []Row // those with something in them, from the top, as stored

	merged Merged
}

// Merged is the merged areas of a sheet, by each column they cover, from the top.
type Merged struct {
	columns      map[int][]area
	areas, width int
}

// Table reads the whole sheet.
func (s *Sheet) Table() (*Table, error) {
	t := &Table{}
	err := s.read(func(r Row) error {
		r.Cells = slices.Clone(r.Cells)
		t.Rows = append(t.Rows, r)
		return nil
	}, t.merged.take)
	if err == nil {
		err = s.wrong(t.merged.sort())
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// take adds an area.
func (m *Merged) take(a area) error {
	a.right = min(a.right, maxColumns)
	m.areas, m.width = m.areas+1, m.width+max(0, a.right-a.left+1)
	if m.areas > maxMerged || m.width > maxMergedWidth {
		return errMerged
	}
	if m.columns == nil {
		m.columns = map[int][]area{}
	}
	for column := a.left; column <= a.right; column++ {
		m.columns[column] = append(m.columns[column], a)
	}
	return nil
}

// sort makes the areas ready to be looked up.
func (m *Merged) sort() error {
	for _, column := range slices.Sorted(maps.Keys(m.columns)) {
		areas := m.columns[column]
		slices.SortFunc(areas, func(a, b area) int { return a.top - b.top })
		for i := 1; i < len(areas); i++ {
			if areas[i].top <= areas[i-1].bottom {
				return errCell(Ref(column, areas[i].top), "ô này thuộc hai vùng ô gộp")
			}
		}
	}
	return nil
}

// Merged reads the merged areas of the sheet, for who visits its rows by Each.
func (s *Sheet) Merged() (*Merged, error) {
	m := &Merged{}
	if s.part == "" {
		return m, nil
	}
	err := s.mergedPart(m.take)
	if err == nil {
		err = m.sort()
	}
	return m, s.wrong(err)
}

// At is the cell of a row and a column, counted from 1; outside the sheet it is
// blank. A merged area's first cell stands for the rows it covers, as a name
// merged over its lines does; the columns it covers besides its own are blank.
func (t *Table) At(row, column int) Cell {
	if a, merged := t.merged.area(row, column); merged {
		if a.left != column {
			return Cell{}
		}
		row = a.top
	}
	i, found := slices.BinarySearchFunc(t.Rows, row, func(r Row, row int) int { return cmp.Compare(r.Number, row) })
	if !found || column < 1 || column > len(t.Rows[i].Cells) {
		return Cell{}
	}
	return t.Rows[i].Cells[column-1]
}

// Merged tells whether a cell is one with those of other rows.
func (t *Table) Merged(row, column int) bool {
	a, merged := t.merged.area(row, column)
	return merged && a.top != a.bottom
}

// area is the merged area that covers a cell.
func (m *Merged) area(row, column int) (area, bool) {
	areas := m.columns[column]
	i, found := slices.BinarySearchFunc(areas, row, func(a area, row int) int {
		switch {
		case a.bottom < row:
			return -1
		case a.top > row:
			return 1
		}
		return 0
	})
	if !found {
		return area{}, false
	}
	return areas[i], true
}

// Area is the merged area that covers a cell, its rows and columns counted from 1 and
// both ends belonging to it; a cell that is not merged is an area of its own.
func (t *Table) Area(row, column int) (top, left, bottom, right int) {
	return t.merged.Area(row, column)
}

// Area is as Table.Area.
func (m *Merged) Area(row, column int) (top, left, bottom, right int) {
	if a, merged := m.area(row, column); merged {
		return a.top, a.left, a.bottom, a.right
	}
	return row, column, row, column
}
