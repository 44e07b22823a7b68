package invented

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// WriteForm writes the filled form of the i-th commune.
func (c *Country) WriteForm(w io.Writer, i, year int) error {
	r, err := c.Report(i, year)
	if err != nil {
		return err
	}
	place := Communes()[i%len(Communes())]
	plan, err := layout.NewPlan(c.lib, r.Year, criteria.KieuMau, &place, r.Traits)
	if err != nil {
		return err
	}
	return blank.Write(w, plan, r, time.Date(r.Year, time.December, 31, 0, 0, 0, 0, time.UTC))
}

// wide gives the head and then the rows of the wide sheet of as many communes
// as asked, from the first on, with every figure there is a column for.
func (c *Country) wide(first, communes, year int, add func(row []string) error) error {
	head := []string{"ntm:code", "ntm:year"}
	for _, f := range c.lib.FigureList {
		if f.ID != commune.SatisfactionFigure && f.ID != commune.CoverageFigure { // its column is the poll's own form
			head = append(head, f.ID)
		}
	}
	if err := add(head); err != nil {
		return err
	}
	for i := first; i < first+communes; i++ {
		r, err := c.Report(i, year)
		if err != nil {
			return err
		}
		row, figures := []string{r.Commune.Code, fmt.Sprint(r.Year)}, r.Measured()
		for _, id := range head[2:] {
			row = append(row, cell(r, figures[id], c.lib.Figures[id]))
		}
		if err := add(row); err != nil {
			return err
		}
	}
	return nil
}

// cell is a figure as a wide sheet has it, "" when it is not reported.
func cell(r *commune.Report, f *commune.Figure, entry *criteria.Figure) string {
	switch {
	case f == nil:
		return ""
	case f.ID == commune.SmartFigure:
		return strings.Join(r.SmartVillage.Villages, "; ")
	case f.ID == commune.FieldsFigure:
		return r.OutstandingFields[0].Name
	}
	switch m := f.Measure.(type) {
	case commune.Answer:
		return map[bool]string{true: "Đạt", false: "Chưa đạt"}[bool(m)]
	case commune.Rate:
		return m.String()
	case commune.Number:
		if entry.Unit == criteria.Grade {
			return criteria.Grades[m.IntPart()]
		}
		text := strings.Replace(m.String(), ".", ",", 1)
		if one := decimal.NewFromInt(1); entry.Unit == criteria.Percent && m.IsPositive() && m.LessThan(one) {
			text += " %" // else it may be a share of the whole, and is not read
		}
		return text
	}
	return ""
}

// WriteCSV writes a wide sheet as text.
func (c *Country) WriteCSV(w io.Writer, first, communes, year int) error {
	out := csv.NewWriter(w)
	out.Comma = ';'
	if err := c.wide(first, communes, year, out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// WriteWide writes a wide sheet as a workbook, its numbers as numbers.
func (c *Country) WriteWide(w io.Writer, first, communes, year int) error {
	file := excelize.NewFile()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	number := 0
	err = c.wide(first, communes, year, func(row []string) error {
		number++
		cells := make([]any, len(row))
		for i, text := range row {
			cells[i] = text
			if n, err := decimal.NewFromString(strings.Replace(text, ",", ".", 1)); err == nil && i > 0 {
				cells[i] = n.InexactFloat64()
			}
		}
		return stream.SetRow(fmt.Sprintf("A%d", number), cells)
	})
	if err == nil {
		err = stream.Flush()
	}
	if err != nil {
		return err
	}
	return file.Write(w)
}
