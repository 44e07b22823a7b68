package dossier

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A cell may hold what it should and still not be seen, or be seen as something
// else: hidden, covered, or written in the colour of the paper.

// disguised looks for what keeps a reader from seeing a sheet as it is.
func (c *comparison) disguised() error {
	visible, err := c.file.GetSheetVisible(c.sheet.name)
	if err != nil {
		return damaged(c.name, c.sheet.name)
	}
	if !visible {
		c.out.Differences = append(c.out.Differences, Difference{Kind: OfSheet, Sheet: c.sheet.name, Found: "tờ bị ẩn", Expected: "tờ hiện"})
	}
	for i, r := range c.sheet.rows {
		if seen, err := c.file.GetRowVisible(c.sheet.name, i+1); err == nil && !seen && r.height > 0 && i < len(c.found) {
			c.tell(OfFormat, 1, i, "", "dòng bị ẩn", "dòng hiện")
		}
	}
	for column := 1; column <= c.sheet.columns(); column++ {
		if seen, err := c.file.GetColVisible(c.sheet.name, strings.TrimRight(ref(column, 1), "1")); err == nil && !seen {
			c.tell(OfFormat, column, 0, "", "cột bị ẩn", "cột hiện")
		}
	}
	running, err := c.file.GetHeaderFooter(c.sheet.name)
	if err != nil {
		return damaged(c.name, c.sheet.name)
	}
	if c.draft && (running == nil || running.DifferentFirst || running.DifferentOddEven || !strings.Contains(running.OddHeader, draftMark)) {
		c.out.Differences = append(c.out.Differences, Difference{Kind: OfFormat, Sheet: c.sheet.name, Cell: ref(1, 1), Found: "đầu trang không ghi " + draftMark, Expected: "đầu mọi trang ghi " + draftMark})
	}
	if err := c.colours(); err != nil {
		return err
	}
	return c.merges()
}

// colours holds the conditional formats against those of verdicts: any other may
// hide a word.
func (c *comparison) colours() error {
	found, err := c.file.GetConditionalFormats(c.sheet.name)
	if err != nil {
		return damaged(c.name, c.sheet.name)
	}
	for _, area := range slices.Sorted(maps.Keys(found)) {
		for _, rule := range found[area] {
			if !c.isMark(rule) {
				cell, _, _ := strings.Cut(area, ":")
				c.out.Differences = append(c.out.Differences, Difference{Kind: OfFormat, Sheet: c.sheet.name, Cell: cell, Found: "định dạng có điều kiện thêm vào ở " + area, Expected: "định dạng của hồ sơ"})
			}
		}
	}
	return nil
}

// isMark tells whether a conditional format is one of the dossier's own.
func (c *comparison) isMark(rule excelize.ConditionalFormatOptions) bool {
	i := slices.IndexFunc(marks, func(m mark) bool { return rule.Value == quote(m.outcome.Word()) })
	if i < 0 || rule.Type != "cell" || rule.Format == nil {
		return false
	}
	style, err := c.file.GetConditionalStyle(*rule.Format)
	return err == nil && style.Font != nil && strings.HasSuffix(strings.ToUpper(style.Font.Color), marks[i].ink) && style.CustomNumFmt == nil
}

// merges compares which cells are one: a cell under another is not seen.
func (c *comparison) merges() error {
	found, err := c.file.GetMergeCells(c.sheet.name, true)
	if err != nil {
		return damaged(c.name, c.sheet.name)
	}
	var want, got []string
	for _, m := range c.sheet.merged {
		want = append(want, m.String())
	}
	for _, m := range found {
		got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	for _, area := range got {
		if !slices.Contains(want, area) {
			cell, _, _ := strings.Cut(area, ":")
			c.out.Differences = append(c.out.Differences, Difference{Kind: OfFormat, Sheet: c.sheet.name, Cell: cell, Found: "các ô " + area + " bị gộp", Expected: "các ô riêng"})
		}
	}
	return nil
}

// shape is something drawn that is no chart.
var shape = regexp.MustCompile(`<(?:\w+:)?(?:sp|pic|cxnSp)>|<(?:\w+:)?(?:sp|pic|cxnSp) `)

// drawnOver tells of pictures and boxes, which may cover what stands in the cells.
// A dossier has charts alone.
func drawnOver(data []byte) ([]Difference, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out []Difference
	for _, part := range archive.File {
		if !strings.HasPrefix(part.Name, "xl/drawings/") || !strings.HasSuffix(part.Name, ".xml") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		words, err := io.ReadAll(io.LimitReader(r, mostUnzipped))
		_ = r.Close() // was read to its end
		if err != nil {
			return nil, err
		}
		if n := len(shape.FindAllIndex(words, -1)); n > 0 {
			out = append(out, Difference{Kind: OfSheet, Sheet: part.Name, Found: fmt.Sprintf("%d hình hoặc khung chữ vẽ thêm, có thể che nội dung", n), Expected: "chỉ có biểu đồ"})
		}
	}
	return out, nil
}
