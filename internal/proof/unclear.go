package proof

import (
	"fmt"
	"slices"

	"ntm/internal/problem"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// Unclear is a cell for an opinion of which there is no telling what it says, so nothing of
// it is taken: it is struck out or shows other than it holds, whole or in part, holds no
// result, or is merged with others.
type Unclear struct {
	Sheet   string `json:"sheet"`
	Cell    string `json:"cell"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func (c *Check) noteUnclear(sheet, cell string, why error) {
	p := problem.Of(why)[0]
	c.Unclear = append(c.Unclear, Unclear{sheet, cell, p.Message, p.Hint})
}

// Clear asks about the cells that are not, each with its place in the file. The error is a
// problem.List.
func (c *Check) Clear(file string) error {
	var list problem.List
	for _, u := range c.Unclear {
		list.Add(problem.Problem{File: file, Sheet: u.Sheet, Cell: u.Cell, Message: u.Message, Hint: u.Hint})
	}
	return list.Err()
}

// unclear says why there is no telling what a cell for an opinion says, of row i and column,
// in row k and the column to of the workbook; nil where there is.
func (c *comparison) unclear(column, i, to, k int) error {
	found := c.at(k, to)
	switch found.Kind {
	case read.Error:
		return problem.Problem{Message: "ô ý kiến này báo lỗi " + found.Text, Hint: "gõ thẳng ý kiến vào ô"}
	case read.Uncomputed:
		return problem.Problem{Message: "ô ý kiến này có công thức nhưng chưa có kết quả tính",
			Hint: "gõ thẳng ý kiến vào ô"}
	}
	if err := found.NotPlain(); err != nil {
		return err
	}
	return c.alone(column, i, to, k)
}

// alone refuses what stands in a cell that is merged otherwise than the dossier's own: it
// may be meant for each of them.
func (c *comparison) alone(column, i, to, k int) (err error) {
	if c.merged == nil {
		if c.merged, err = c.found.Merged(); err != nil {
			return err
		}
	}
	own := draw.Area{}
	if m := slices.IndexFunc(c.sheet.Merged, func(a draw.Area) bool {
		return a.Left == column+1 && a.Top == i+1
	}); m >= 0 {
		own = c.sheet.Merged[m]
	}
	top, left, bottom, right := c.merged.Area(k+1, to+1)
	if bottom-top == own.Bottom-own.Top && right-left == own.Right-own.Left {
		return nil
	}
	return problem.Problem{Message: fmt.Sprintf("ô ý kiến này gộp với ô khác (%s) nên không rõ là ý kiến về nội dung "+
		"nào", draw.Cells(left, top, right, bottom)), Hint: "bỏ gộp ô (Unmerge), ghi riêng từng dòng, từng cột"}
}
