package read

import (
	"strconv"
	"strings"
)

// Ref names a cell as Excel does, column and row counted from 1: Ref(2, 3) is
// "B3".
func Ref(column, row int) string {
	return columnName(column) + strconv.Itoa(row)
}

func columnName(column int) string {
	var letters [8]byte
	i := len(letters)
	for ; column > 0 && i > 0; column = (column - 1) / 26 {
		i--
		letters[i] = byte('A' + (column-1)%26)
	}
	return string(letters[i:])
}

// parseRef reads the name of a cell within the grid.
func parseRef(name string) (column, row int, ok bool) {
	i := 0
	for ; i < len(name) && i < 4; i++ {
		letter := name[i] | 0x20
		if letter < 'a' || letter > 'z' {
			break
		}
		column = column*26 + int(letter-'a') + 1
	}
	row, ok = parseRow(name[i:])
	return column, row, ok && 0 < column && column <= lastColumn
}

func parseRow(digits string) (row int, ok bool) {
	for _, d := range []byte(digits) {
		if d < '0' || d > '9' || row > lastRow {
			return 0, false
		}
		row = row*10 + int(d-'0')
	}
	return row, 0 < row && row <= lastRow
}

// area is a block of cells, its corners in it.
type area struct{ left, top, right, bottom int }

// parseArea reads "B2:D5", or a single cell.
func parseArea(name string) (a area, ok bool) {
	from, to, both := strings.Cut(name, ":")
	if !both {
		to = from
	}
	var fromOK, toOK bool
	a.left, a.top, fromOK = parseRef(from)
	a.right, a.bottom, toOK = parseRef(to)
	return a, fromOK && toOK && a.left <= a.right && a.top <= a.bottom
}
