package halfyear

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/table"
)

// Heads of the columns by which a report of before is read again.
const (
	keyHead  = "Mã dòng"
	planHead = "Kế hoạch"
)

// Write writes the report as a workbook; plan and note are open for typing. The same report gives
// the same bytes.
func (r *Report) Write(w io.Writer, at time.Time) error {
	title := "Báo cáo kết quả xây dựng nông thôn mới " + r.period.Done()
	s := draw.NewSheet("Báo cáo", draw.Page{Landscape: true, Footer: title},
		7, 44, 11, 13, 11, 8, 13, 11, 8, 14, 16, 26)
	s.Size = 10
	s.Line(strings.ToUpper(title), look.Title)
	s.Line(fmt.Sprintf("%s, xã %s. Lập ngày %s.", vi.Capital(r.Of), r.Level.Title(), vi.Date(at)), look.Subtitle)
	for _, says := range append([]string{r.Standing()}, r.Notes...) {
		s.Line(says, look.Remark)
	}
	for _, t := range r.Tables {
		s.Gap(10)
		first := len(s.Rows) + 1
		s.Heading(t.Title, look.Section)
		c := r.layout.Columns
		row := s.AddHead(look.Heads("TT", "Nội dung", "Đơn vị", r.period.head(c.Last), c.Judged, c.Unknown,
			r.period.head(c.Done), c.Judged, c.Unknown, planOf(r.period.head(c.Plan)), c.Note, keyHead)...)
		if s.Head.Row == 0 {
			s.Head.Row = row
		}
		for i := range t.Rows {
			if t.Rows[i].lay(s); i == 0 {
				s.Bind(first) // a title is on the page of its table
			}
		}
	}
	return draw.Write(w, draw.About{Title: title, Author: "ntm", At: at, Words: look.Marks}, []*draw.Sheet{s})
}

// planOf is the head of the plan, by whose first word it is read again.
func planOf(head string) string {
	if strings.HasPrefix(head, planHead) {
		return head
	}
	return planHead + ": " + head
}

// Standing says how sure the layout is.
func (r *Report) Standing() string {
	return fmt.Sprintf("Các bảng, cột: %s (%s).", r.Status.Title(), r.Source)
}

func (row *Row) lay(s *draw.Sheet) {
	of, open := look.Body, look.Entry
	open.Across, open.Bold = "", false
	if row.Head {
		of = of.InBold()
	}
	cells := []draw.Cell{draw.Text(row.No, of.Centred()), draw.Text(row.Name, of), draw.Text(row.Unit, of.Centred())}
	for _, e := range []Entry{row.Last, row.Done} {
		result := draw.Text(e.Result, of.Centred())
		if e.Count != nil {
			result = look.Int(*e.Count, of.Centred())
		}
		unknown := draw.Blank(of)
		if e.Unknown > 0 {
			unknown = look.Int(e.Unknown, of.Centred())
		}
		cells = append(cells, result, draw.Text(e.Judged.Word(), of.Centred()), unknown)
	}
	cells = append(cells, draw.Text(row.Plan, open), draw.Text(row.Note, open),
		draw.Text(row.Key, draw.Look{Size: 6, Box: draw.Black}))
	n := s.Add(cells...)
	s.Judge(5, n, n)
	s.Judge(8, n, n)
}

// Keep takes what was typed into a report of before: plans and notes, by their rows. It gives how
// many found their row, and those that are for none.
func (r *Report) Keep(ctx context.Context, file string) (kept int, lost []string, err error) {
	rows := map[string]*Row{}
	for t := range r.Tables {
		for i := range r.Tables[t].Rows {
			rows[r.Tables[t].Rows[i].Key] = &r.Tables[t].Rows[i]
		}
	}
	c := r.layout.Columns
	kind := table.Kind{
		Columns: []table.Column{
			{ID: "key", Heads: []string{vi.Fold(keyHead)}, Must: true},
			{ID: "plan", Heads: planHeads(r.period, c.Plan), Must: true, Numbers: true},
			{ID: "note", Heads: []string{vi.Fold(c.Note)}, Numbers: true},
		},
		Most: 1_000_000, Missing: "không thấy báo cáo kỳ trước",
		Hint:  "đưa tệp Excel mà ntm report --half-year đã ghi",
		Words: "ghi kế hoạch bằng chữ hoặc số",
	}
	wrong, err := table.Read(ctx, file, kind, func(row *table.Row) {
		key, plan, note := row.Text("key"), row.Text("plan"), row.Text("note")
		if key == keyHead || plan+note == "" {
			return
		}
		of, there := rows[key]
		if !there {
			lost = append(lost, fmt.Sprintf("%s: %s", key, vi.Join("; ", plan, note)))
			return
		}
		of.Plan, of.Note = plan, note
		kept++
	})
	if err != nil {
		return 0, nil, err
	}
	return kept, lost, wrong.Err()
}

// planHeads are the heads that the plan may have had: of this period, the one before and the one of
// a year before.
func planHeads(p Period, text string) []string {
	var out []string
	for year := p.Year - 2; year <= p.Year; year++ {
		for half := 1; half <= 2; half++ {
			out = append(out, vi.Fold(planOf(Period{year, half}.head(text))))
		}
	}
	return out
}
