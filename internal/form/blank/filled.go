package blank

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// WriteFilled writes the form of a plan with the answers in it; more are sheets that follow,
// laid down anew at each call, nil for none. The error is a problem.List where the form has
// no cell for an answer.
func WriteFilled(w io.Writer, plan *layout.Plan, previous *commune.Report, answers *layout.Answers, at time.Time,
	more func() []*draw.Sheet) error {
	lay := func() ([]*page, error) {
		d := newDrawing(plan, previous)
		d.answers = answers
		pages := d.pages()
		f := filling{answers: answers, next: map[string]int{}, set: map[string]bool{}}
		for _, p := range pages {
			f.page(p)
		}
		if more != nil {
			for _, s := range more() {
				pages = append(pages, &page{*s})
			}
		}
		return pages, f.left()
	}
	draft, err := lay()
	if err != nil {
		return err
	}
	var laid bytes.Buffer
	if err := write(&laid, subject(plan), at, draft...); err != nil {
		return err
	}
	pages, err := lay() // writing has settled the others
	if err == nil {
		err = compute(pages, laid.Bytes())
	}
	if err != nil {
		return err
	}
	return write(w, subject(plan), at, pages...)
}

// partEvidence is how many pieces of evidence a department's form has lines for.
const partEvidence = 20

// table is a table with the rows that this form needs.
func (d *drawing) table(t *layout.Table) *layout.Table {
	out := *t
	if d.plan.Department != nil && t.Sheet == layout.EvidenceSheet {
		out.Rows = partEvidence
	}
	if d.answers != nil {
		out.Rows = max(out.Rows, len(d.answers.Rows[t.Columns[0].ID]))
	}
	return &out
}

// filling writes answers into the open cells of pages.
type filling struct {
	answers *layout.Answers
	next    map[string]int  // of the rows of a table, by its first column, the one to be written
	set     map[string]bool // cells that were written
	lost    problem.List    // answers that stand where the form has no open cell
}

// page fills in a page. Its tables are found as a reader finds them: by their hidden ids.
// Rows that say beforehand what they are of come first.
func (f *filling) page(p *page) {
	for _, own := range []bool{true, false} {
		var ids []string
		for n := range p.Rows {
			row := &p.Rows[n]
			if row.Hidden {
				ids = idsOf(row)
				continue
			}
			switch {
			case ids == nil, len(row.Cells) == 0:
			case ids[0] != "" && own:
				f.fixed(p.Name, row, ids)
			case ids[0] == "":
				f.row(p.Name, row, ids, own)
			}
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
	for i, id := range ids {
		value, is := f.answers.Fixed[sheet][key][id]
		if is && i < len(row.Cells) && row.Cells[i].Look.Open {
			put(&row.Cells[i], value)
			f.set[sheet+"\x00"+key+"\x00"+id] = true
		}
	}
}

// row fills in a row that people fill in with the next of the answers, or one that says
// beforehand what it is of with that of the same words.
func (f *filling) row(sheet string, row *draw.Row, ids []string, own bool) {
	first := slices.IndexFunc(ids, func(id string) bool { return id != "" })
	if first < 0 || first >= len(row.Cells) || row.Cells[first].Look.Open == own {
		return
	}
	table := ids[first]
	rows := f.answers.Rows[table]
	var at int
	if own {
		words, _ := row.Cells[first].Value.(string)
		at = slices.IndexFunc(rows, func(r map[string]any) bool {
			return words != "" && len(ids) > first+1 && len(row.Cells) > first+1 && r[table] == words &&
				r[ids[first+1]] == row.Cells[first+1].Value
		})
	} else {
		for at = f.next[table]; at < len(rows) && f.set[mark(table, at)]; at++ {
			continue
		}
		f.next[table] = at + 1
	}
	if at < 0 || at >= len(rows) || f.set[mark(table, at)] {
		return
	}
	f.set[mark(table, at)] = true
	for i, id := range ids {
		value, is := rows[at][id]
		switch {
		case !is || id == "" || i >= len(row.Cells):
		case row.Cells[i].Look.Open:
			put(&row.Cells[i], value)
		case row.Cells[i].Value != value:
			f.lose(sheet, fmt.Sprint(rows[at][table]), value)
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

func (f *filling) lose(sheet, row string, value any) {
	f.lost.Add(problem.Problem{Sheet: sheet,
		Message: fmt.Sprintf("biểu mẫu không có ô để ghi %q ở dòng %q", fmt.Sprint(value), row),
		Hint:    "chuyển nội dung ấy sang ô màu vàng của biểu mẫu rồi gộp lại"})
}

// left tells of the answers that were not written.
func (f *filling) left() error {
	for sheet, keys := range f.answers.Fixed {
		for key, columns := range keys {
			for column, value := range columns {
				if !f.set[sheet+"\x00"+key+"\x00"+column] {
					f.lose(sheet, key, value)
				}
			}
		}
	}
	for table, rows := range f.answers.Rows {
		for i, row := range rows {
			if !f.set[mark(table, i)] {
				f.lose("", fmt.Sprint(row[table]), row[table])
			}
		}
	}
	return f.lost.Err()
}

// compute gives every formula the value that it has in a workbook of the same pages.
func compute(pages []*page, book []byte) error {
	file, err := excelize.OpenReader(bytes.NewReader(book))
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
				at := draw.Ref(i+1, n+1)
				says, err := file.CalcCellValue(p.Name, at, excelize.Options{RawCellValue: true})
				if err != nil {
					return fmt.Errorf("blank: %s!%s: %w", p.Name, at, err)
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

// Prints tells the lines that a form prints above its tables.
func Prints(plan *layout.Plan) func(string) bool {
	printed := map[string]bool{}
	for _, p := range newDrawing(plan, nil).pages() {
		for _, r := range p.Rows {
			for _, c := range r.Cells {
				if s, is := c.Value.(string); is && !c.Look.Open && !r.Hidden && c.Look.Box == "" {
					printed[s] = true
				}
			}
		}
	}
	return func(s string) bool { return printed[s] }
}
