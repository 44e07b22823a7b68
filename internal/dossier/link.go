package dossier

import (
	"net/url"

	"ntm/internal/evidence"
)

// link is where a click on a cell leads: to a sheet of the workbook or to a file
// beside it; the zero link leads nowhere.
type link struct{ sheet, file string }

// addressRoom is how long the address of a link may be in Excel.
const addressRoom = 2079

// toSheet makes the cell lead to a sheet of the workbook.
func (c cell) toSheet(name string) cell {
	c.link, c.look.underlined = link{sheet: name}, true
	return c
}

// toFile makes the cell lead to a file below the dossier's own folder. Any other
// path stays words: a paper must not open what lies elsewhere.
func (c cell) toFile(path string) cell {
	if address, inside := within(path); inside {
		c.link, c.look.underlined = link{file: address}, true
	}
	return c
}

// within is the address of a path that stays below the folder it starts from.
func within(path string) (address string, inside bool) {
	local, inside := evidence.Local(path)
	if !inside || clean(path) != path {
		return "", false
	}
	address = (&url.URL{Path: local}).EscapedPath()
	return address, len(address) <= addressRoom
}

// links sets the links of a sheet's cells.
func (b *book) links(s *sheet) error {
	for i, r := range s.rows {
		for k, c := range r.cells {
			target, kind := c.link.file, "External"
			if c.link.sheet != "" {
				target, kind = "'"+c.link.sheet+"'!A1", "Location"
			}
			if target == "" {
				continue
			}
			if err := b.file.SetCellHyperLink(s.name, ref(k+1, i+1), target, kind); err != nil {
				return err
			}
		}
	}
	return nil
}
