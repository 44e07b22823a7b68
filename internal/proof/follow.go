package proof

import (
	"math"
	"strconv"

	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"

	"github.com/xuri/excelize/v2" // computes formulas
)

// follow computes again the cells that follow what the council filled in. The formulas
// are those of the sheet that was made again, which use no other.
func (c *comparison) follow() error {
	var sheet *excelize.File
	for _, x := range c.waits {
		if sameValue(x.want, x.found) {
			continue // as before anybody filled in anything
		}
		if sheet == nil {
			var err error
			if sheet, err = c.filled(); err != nil {
				return err
			}
			defer sheet.Close() //nolint:errcheck // lives in memory
		}
		now, err := sheet.CalcCellValue(calculated, draw.Ref(x.column+1, x.i+1), excelize.Options{RawCellValue: true})
		if err == nil && !sameWords(now, x.found) {
			c.tell(OfValue, x.to+1, x.k, x.what(), x.found.Text, now)
		}
	}
	return nil
}

const calculated = "Sheet1" // of a new workbook

// filled is the sheet made again, with what others filled in.
func (c *comparison) filled() (*excelize.File, error) {
	f := excelize.NewFile()
	for i, r := range c.sheet.Rows {
		for column, cell := range r.Cells {
			name, value := draw.Ref(column+1, i+1), cell.Value
			if cell.Pen != nil {
				value = typedValue(c.at(c.placed[i], column))
			}
			err := f.SetCellValue(calculated, name, value)
			if err == nil && cell.Formula != "" {
				err = f.SetCellFormula(calculated, name, cell.Formula)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return f, nil
}

// typedValue is what a cell holds, as a spreadsheet computes with it.
func typedValue(c read.Cell) any {
	if n, err := strconv.ParseFloat(c.Text, 64); c.Kind == read.Number && err == nil {
		return n
	}
	if c.Kind == read.Blank {
		return nil
	}
	return c.Text
}

// sameWords compares what a formula comes to here with what a cell holds.
func sameWords(now string, found read.Cell) bool {
	x, errX := strconv.ParseFloat(now, 64)
	y, errY := strconv.ParseFloat(found.Text, 64)
	if errX == nil && errY == nil {
		return math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
	}
	return now == found.Text
}
