package open

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"ntm/internal/document"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// openWorkbook reads each sheet that is shown as a table.
func openWorkbook(ctx context.Context, path string, data []byte) (*document.Document, error) {
	book, err := read.Read(ctx, path, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	defer func() { _ = book.Close() }() // opened for reading: nothing is lost
	d := &document.Document{}
	budget := &document.Budget{}
	for _, s := range book.Sheets {
		if s.Hidden {
			d.Said = append(d.Said, fmt.Sprintf("trang tính %q bị ẩn: không đọc", s.Name))
			continue
		}
		t, err := tableOf(s, budget)
		if err != nil {
			return nil, problem.In(path, err)
		}
		if t.Rows == 0 {
			continue
		}
		t.IsFlat = !bytes.HasPrefix(data, []byte("PK")) // a CSV
		if s.Name != "" && len(book.Sheets) > 1 {
			d.Said = append(d.Said, fmt.Sprintf("bảng %d là trang tính %q", t.Number, s.Name))
		}
		d.Blocks = append(d.Blocks, document.Block{Table: t})
	}
	return d, nil
}

// tableOf is a sheet whose rows and columns are those of the table.
func tableOf(s *read.Sheet, budget *document.Budget) (*document.Table, error) {
	stored, err := s.Table()
	if err != nil {
		return nil, err
	}
	t := budget.Table()
	for _, row := range stored.Rows {
		for t.Rows < row.Number {
			if err := t.AddRow(); err != nil {
				return nil, err
			}
		}
		for i, cell := range row.Cells {
			top, left, bottom, right := stored.Area(row.Number, i+1)
			if top != row.Number || left != i+1 || cell.Kind == read.Blank && top == bottom && left == right {
				continue
			}
			for t.Rows < bottom && bottom-top < len(stored.Rows)+1 {
				if err := t.AddRow(); err != nil {
					return nil, err
				}
			}
			c := cellOf(cell)
			c.Row, c.Column, c.Rows, c.Columns = top, left, bottom-top+1, right-left+1
			if row.Hidden {
				c.Mark("dòng này bị ẩn trong trang tính")
			}
			if err := t.Put(c); err != nil {
				return nil, problem.Problem{Sheet: s.Name, Cell: read.Ref(i+1, row.Number),
					Message: "trang tính quá rộng hoặc quá nhiều ô để là bảng tiêu chí",
					Hint:    "chỉ giữ lại bảng tiêu chí trong trang tính rồi thử lại"}
			}
		}
	}
	return t, nil
}

// cellOf is a cell as it is shown.
func cellOf(cell read.Cell) *document.Cell {
	c := &document.Cell{}
	cell = cell.Typed()
	if err := cell.Doubt(); err != nil {
		c.Mark(problem.Of(err)[0].Message)
	} else if cell.Odd != nil && cell.Odd.Raised != "" && cell.Odd.Struck == "" { // the mark of a note, as elsewhere
		c.Notes = append(c.Notes, strings.Trim(cell.Odd.Raised, "()[] "))
	} else if aside := cell.Aside(); aside != "" {
		c.Mark(aside)
	}
	switch cell.Kind {
	case read.Text:
		c.Text = document.Clean(typed.FromLegacy(cell.Font, cell.Text))
	case read.Number:
		c.Text = numberOf(cell, c)
	case read.Blank:
	case read.Bool:
		c.Text = cell.Text
	default:
		c.Text = document.Unreadable
		c.Mark("công thức trong ô này chưa có kết quả")
	}
	return c
}

func numberOf(cell read.Cell, c *document.Cell) string {
	value, err := typed.CellNumber(cell.Text)
	switch {
	case err != nil || cell.Shown == read.Date:
		c.Mark("ô này là ngày tháng, không phải chữ hay số của bảng tiêu chí")
		return document.Unreadable
	case cell.Shown == read.Percent:
		return vi.Rounded(value.Shift(2), 9) + "%"
	case cell.Shown == read.Otherwise:
		c.Mark("số trong ô này hiện ra khác với số được lưu")
	}
	return strings.ReplaceAll(vi.Rounded(value, 9), ".", "") // without dots between thousands
}
