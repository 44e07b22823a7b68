// Package fittest holds a written workbook to what a reader of it on paper needs: no
// words are cut off, and no date or number is broken or shown as "###"; Printed
// looks on the pages themselves.
package fittest

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// solid is a word that must not be broken: a date, a number, the number of a decision.
var solid = regexp.MustCompile(`^[(“"]?(\d{1,2}/\d{1,2}/\d{4}|\d[\d.,]*|\d+/[\p{L}\d-]+)[)”",;.]?$`)

// Check tells of each cell of a workbook whose words do not fit its rows, and of each
// date and number that does not fit its columns.
func Check(t testing.TB, name string, data []byte) {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing is lost
	for i, sheet := range file.GetSheetList() {
		if visible, err := file.GetSheetVisible(sheet); err != nil || !visible {
			continue
		}
		for _, problem := range pageOf(t, file, sheet).problems() {
			t.Errorf("%s, sheet %d %s!%s", name, i+1, sheet, problem)
		}
	}
}

// page is a sheet, what its cells show and which are one.
type page struct {
	t      testing.TB
	file   *excelize.File
	name   string
	rows   [][]string
	merged map[string]string // from its first cell, the last one
}

func pageOf(t testing.TB, file *excelize.File, sheet string) *page {
	t.Helper()
	p := &page{t: t, file: file, name: sheet, merged: map[string]string{}}
	merges, err := file.GetMergeCells(sheet, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range merges {
		p.merged[m.GetStartAxis()] = m.GetEndAxis()
	}
	if p.rows, err = file.GetRows(sheet); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *page) problems() []string {
	var out []string
	for r := range p.rows {
		for c, words := range p.rows[r] {
			if words == "" {
				continue
			}
			at, _ := excelize.CoordinatesToCellName(c+1, r+1)
			if says := p.cell(at, c+1, r+1, words); says != "" {
				out = append(out, at+" "+says)
			}
		}
	}
	return out
}

// room is the width and height of a cell with those that it is merged with, 0 for one
// that is hidden or whose row grows by itself.
func (p *page) room(at string, column, row int) (width, height float64) {
	lastColumn, lastRow := column, row
	if m, is := p.merged[at]; is {
		lastColumn, lastRow, _ = excelize.CellNameToCoordinates(m)
	}
	for c := column; c <= lastColumn; c++ {
		letter, _ := excelize.ColumnNumberToName(c)
		if shown, err := p.file.GetColVisible(p.name, letter); err != nil || !shown {
			continue
		}
		w, err := p.file.GetColWidth(p.name, letter)
		if err != nil {
			p.t.Fatal(err)
		}
		width += w * draw.ZeroWidth
	}
	for r := row; r <= lastRow; r++ {
		if shown, err := p.file.GetRowVisible(p.name, r); err != nil || !shown {
			return 0, 0
		}
		h, err := p.file.GetRowHeight(p.name, r)
		if err != nil {
			p.t.Fatal(err)
		}
		if h == 15 { // by default: the program that shows the row finds its height
			return width, 0
		}
		height += h
	}
	return width, height
}

func (p *page) cell(at string, column, row int, words string) string {
	width, height := p.room(at, column, row)
	if width == 0 {
		return ""
	}
	style := p.style(at)
	points, bold, wraps := 11.0, false, style.Alignment != nil && style.Alignment.WrapText
	if style.Font != nil {
		points, bold = style.Font.Size, style.Font.Bold
	}
	kind, err := p.file.GetCellType(p.name, at)
	if err != nil {
		p.t.Fatal(err)
	}
	raw, _ := p.file.GetCellValue(p.name, at, excelize.Options{RawCellValue: true})
	isNumber := (kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset) && isDigits(raw)
	needs := draw.Needs(words, points, bold, width)
	if isNumber {
		if one := draw.Needs(strings.ReplaceAll(words, " ", "0"), points, bold, width); one.Widest > one.Room {
			return fmt.Sprintf("is %.0f points wide, %q needs %.0f", one.Room, words, one.Widest)
		}
		return ""
	}
	if !wraps {
		return ""
	}
	for _, word := range strings.Fields(words) {
		if one := draw.Needs(word, points, bold, width); solid.MatchString(word) && one.Widest > one.Room {
			return fmt.Sprintf("breaks %q: %.0f points wide, it needs %.0f", word, one.Room, one.Widest)
		}
	}
	if height > 0 && needs.Height > height+1 {
		return fmt.Sprintf("is %.0f points high, its words need %.0f: %q", height, needs.Height, words)
	}
	return ""
}

func (p *page) style(at string) *excelize.Style {
	id, err := p.file.GetCellStyle(p.name, at)
	if err != nil {
		p.t.Fatal(err)
	}
	style, err := p.file.GetStyle(id)
	if err != nil {
		p.t.Fatal(err)
	}
	return style
}

func isDigits(raw string) bool {
	return raw != "" && strings.Trim(raw, "0123456789.-eE") == "" && strings.Trim(raw, ".-eE") != ""
}
