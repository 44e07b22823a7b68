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
	row, ok = count(name[i:], lastRow)
	return column, row, ok && row > 0 && 0 < column && column <= lastColumn
}

// count reads a number of digits alone, which is at most so much.
func count[T string | []byte](digits T, most int) (n int, ok bool) {
	for i := range len(digits) {
		d := digits[i]
		if d < '0' || d > '9' || n > most {
			return 0, false
		}
		n = n*10 + int(d-'0')
	}
	return n, len(digits) > 0 && n <= most
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
