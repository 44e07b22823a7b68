package blank

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// WriteFilled writes the form of a plan with the answers in it. more are sheets that follow.
// The error names the answers that the form has no cell for.
func WriteFilled(w io.Writer, plan *layout.Plan, previous *commune.Report, answers *layout.Answers, at time.Time,
	more ...*draw.Sheet) error {
	d := newDrawing(plan, previous)
	d.answers = answers
	pages := d.pages()
	f := filling{answers: answers, next: map[string]int{}, set: map[string]bool{}}
	for _, p := range pages {
		f.page(p)
	}
	if left := f.left(); left != "" {
		return fmt.Errorf("blank: the form has no cell for %s", left)
	}
	for _, s := range more {
		pages = append(pages, &page{*s})
	}
	if err := compute(pages, subject(plan), at); err != nil {
		return err
	}
	return write(w, subject(plan), at, pages...)
}

// table is a table with room for the answers.
func (d *drawing) table(t *layout.Table) *layout.Table {
	if d.answers == nil {
		return t
	}
	out := *t
	out.Rows = max(t.Rows, len(d.answers.Rows[t.Columns[0].ID]))
	return &out
}

// filling writes answers into the open cells of pages.
type filling struct {
	answers *layout.Answers
	next    map[string]int  // of the rows of a table, by its first column, the one to be written
	set     map[string]bool // cells that were written
}

// page fills in a page. Its tables are found as a reader finds them: by their hidden ids.
func (f *filling) page(p *page) {
	var ids []string
	for n := range p.Rows {
		row := &p.Rows[n]
		if row.Hidden {
			ids = idsOf(row)
			continue
		}
		switch {
		case ids == nil:
		case ids[0] != "":
			f.fixed(p.Name, row, ids)
		default:
			f.open(row, ids)
		}
	}
}

// idsOf are the ids in a hidden row, by column; nil where it holds none.
func idsOf(row *draw.Row) []string {
	var out []string
	for i, c := range row.Cells {
		if s, _ := c.Value.(string); strings.HasPrefix(s, "ntm:") {
			out = append(append(out, make([]string, i-len(out))...), s)
		}
	}
	return out
}

func (f *filling) fixed(sheet string, row *draw.Row, ids []string) {
	key, _ := row.Cells[0].Value.(string)
	for column, value := range f.answers.Fixed[sheet][key] {
		for i, id := range ids {
			if id == column && i < len(row.Cells) && row.Cells[i].Look.Open {
				put(&row.Cells[i], value)
				f.set[sheet+"\x00"+key+"\x00"+column] = true
			}
		}
	}
}

// open fills in a row that people fill in, with the next of the answers. Where the form
// says beforehand what a row is of, the answer is that of the same words.
func (f *filling) open(row *draw.Row, ids []string) {
	first := 0
	for ids[first] == "" {
		first++
	}
	if first >= len(row.Cells) {
		return
	}
	table, head := ids[first], row.Cells[first]
	rows := f.answers.Rows[table]
	at := -1
	switch words, _ := head.Value.(string); {
	case head.Look.Open:
		for at = f.next[table]; at < len(rows) && f.set[mark(table, at)]; at++ {
			continue
		}
		f.next[table] = at + 1
	case words != "" && len(ids) > first+1 && len(row.Cells) > first+1:
		for i, r := range rows {
			if !f.set[mark(table, i)] && r[table] == words && r[ids[first+1]] == row.Cells[first+1].Value {
				at = i
				break
			}
		}
	}
	if at < 0 || at >= len(rows) {
		return
	}
	f.set[mark(table, at)] = true
	for i, id := range ids {
		if value, is := rows[at][id]; is && id != "" && i < len(row.Cells) && row.Cells[i].Look.Open {
			put(&row.Cells[i], value)
		}
	}
}

func mark(table string, row int) string { return table + "\x00" + strconv.Itoa(row) }

func put(c *draw.Cell, value any) {
	if s, is := value.(string); is {
		value = draw.Clean(s)
	}
	c.Value, c.Formula = value, ""
}

// left names an answer that was not written, "" for none.
func (f *filling) left() string {
	for sheet, keys := range f.answers.Fixed {
		for key, columns := range keys {
			for column := range columns {
				if !f.set[sheet+"\x00"+key+"\x00"+column] {
					return fmt.Sprintf("%s, %s, %s", sheet, key, column)
				}
			}
		}
	}
	for table, rows := range f.answers.Rows {
		for i := range rows {
			if !f.set[mark(table, i)] {
				return fmt.Sprintf("%s, row %d", table, i+1)
			}
		}
	}
	return ""
}

// compute gives every formula the value that it has with what stands in the cells now.
func compute(pages []*page, subject string, at time.Time) error {
	var laid bytes.Buffer
	if err := write(&laid, subject, at, pages...); err != nil {
		return err
	}
	file, err := excelize.OpenReader(&laid)
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // read from memory
	for _, p := range pages {
		for n := range p.Rows {
			for i := range p.Rows[n].Cells {
				c := &p.Rows[n].Cells[i]
				if c.Formula == "" {
					continue
				}
				says, err := file.CalcCellValue(p.Name, draw.Ref(i+1, n+1), excelize.Options{RawCellValue: true})
				if err != nil {
					return fmt.Errorf("blank: %s!%s: %w", p.Name, draw.Ref(i+1, n+1), err)
				}
				c.Value = says
				if number, err := strconv.ParseFloat(says, 64); err == nil {
					c.Value = number
				}
			}
		}
	}
	return nil
}
