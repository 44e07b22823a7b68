package look

import (
	"net/url"

	"ntm/internal/evidence"
	"ntm/internal/xlsx/draw"
)

// ToFile makes a cell lead to a file below the paper's own folder. Any other path
// stays words: a paper must not open what lies elsewhere.
func ToFile(path string, c draw.Cell) draw.Cell {
	if address, inside := within(path); inside {
		return c.ToFile(address)
	}
	return c
}

// within is the address of a path that stays below the folder it starts from.
func within(path string) (address string, inside bool) {
	local, inside := evidence.Local(path)
	if !inside || draw.Clean(path) != path {
		return "", false
	}
	address = (&url.URL{Path: local}).EscapedPath()
	return address, len(address) <= draw.AddressRoom
}
