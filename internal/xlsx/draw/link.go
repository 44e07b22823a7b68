package draw

// Link is where a click on a cell leads: to a sheet of the workbook or to a file
// beside it; the zero link leads nowhere.
type Link struct{ Sheet, File string }

// AddressRoom is how long the address of a link may be in Excel.
const AddressRoom = 2079

// ToSheet makes the cell lead to a sheet of the workbook.
func (c Cell) ToSheet(name string) Cell {
	c.Link, c.Look.Underlined = Link{Sheet: name}, true
	return c
}

// ToFile makes the cell lead to a file by its address.
func (c Cell) ToFile(address string) Cell {
	c.Link, c.Look.Underlined = Link{File: address}, true
	return c
}

// links sets the links of a sheet's cells.
func (b *book) links(s *Sheet) error {
	for i, r := range s.Rows {
		for k, c := range r.Cells {
			target, kind := c.Link.File, "External"
			if c.Link.Sheet != "" {
				target, kind = "'"+c.Link.Sheet+"'!A1", "Location"
			}
			if target == "" {
				continue
			}
			if err := b.file.SetCellHyperLink(s.Name, Ref(k+1, i+1), target, kind); err != nil {
				return err
			}
		}
	}
	return nil
}
