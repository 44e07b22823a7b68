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

// unclear says why there is no telling what a cell for an opinion says; nil where there is.
func (p *pair) unclear() error {
	switch p.found.Kind {
	case read.Error:
		return problem.Problem{Message: "ô ý kiến này báo lỗi " + p.found.Text, Hint: "gõ thẳng ý kiến vào ô"}
	case read.Uncomputed:
		return problem.Problem{Message: "ô ý kiến này có công thức nhưng chưa có kết quả tính",
			Hint: "gõ thẳng ý kiến vào ô"}
	}
	if err := p.found.NotPlain(); err != nil {
		return err
	}
	return p.alone()
}

// alone refuses what stands in a cell that is merged otherwise than the dossier's own: it
// may be meant for each of them.
func (p *pair) alone() (err error) {
	if p.merged == nil {
		if p.merged, err = p.workbook.Merged(); err != nil {
			return err
		}
	}
	own := draw.Area{}
	if m := slices.IndexFunc(p.sheet.Merged, func(a draw.Area) bool {
		return a.Left == p.column+1 && a.Top == p.i+1
	}); m >= 0 {
		own = p.sheet.Merged[m]
	}
	top, left, bottom, right := p.merged.Area(p.k+1, p.to+1)
	if bottom-top == own.Bottom-own.Top && right-left == own.Right-own.Left {
		return nil
	}
	return problem.Problem{Message: fmt.Sprintf("ô ý kiến này gộp với ô khác (%s) nên không rõ là ý kiến về nội dung "+
		"nào", draw.Cells(left, top, right, bottom)), Hint: "bỏ gộp ô (Unmerge), ghi riêng từng dòng, từng cột"}
}
