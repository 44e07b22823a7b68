package departments

import (
	"fmt"
	"io"
	"time"

	"ntm/internal/form/blank"
	"ntm/internal/list"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// SheetName is the sheet of the gathered form that tells how it came together.
const SheetName = "Gộp phiếu"

// Write writes the gathered form, and on a last sheet what was answered in two ways, what is
// owed and who said what.
func (out *Gathered) Write(w io.Writer, now time.Time) error {
	return blank.WriteFilled(w, out.Plan, nil, out.Answers, now,
		func() []*draw.Sheet { return []*draw.Sheet{out.sheet()} })
}

var (
	headed = draw.Look{Size: 10, Bold: true, Across: "center", Box: draw.Grey, Shade: draw.ScreenHead}
	told   = draw.Look{Size: 11, Box: draw.Grey}
	lead   = draw.Look{Size: 12, Bold: true}
	remark = draw.Look{Size: 11, Italic: true}
)

// sheet lays down how the form came together. Nothing on it is read again.
func (out *Gathered) sheet() *draw.Sheet {
	s := draw.NewSheet(SheetName, draw.Page{Landscape: true, Work: true, Footer: "Gộp phiếu của các bộ phận",
		Middle: SheetName}, 38, 22, 30, 30)
	s.Least = 17
	s.Line("CÁC PHIẾU ĐÃ GỘP", draw.Look{Size: 14, Bold: true})
	s.Line("Tờ này chỉ để xem, chương trình không đọc lại.", remark)
	out.tableTwice(s)
	out.tableOwed(s)
	out.tableSent(s)
	out.tableGiven(s)
	return s
}

// table lays down a table's title and heads.
func table(s *draw.Sheet, title, none string, n int, heads ...string) {
	s.Gap(8)
	s.Heading(title, lead)
	if n == 0 {
		s.Line(none, remark)
		return
	}
	s.AddHead(list.Map(heads, func(h string) draw.Cell { return draw.Text(h, headed) })...)
}

func row(s *draw.Sheet, words ...string) {
	s.Add(list.Map(words, func(w string) draw.Cell { return draw.Text(w, told) })...)
}

func (out *Gathered) tableTwice(s *draw.Sheet) {
	table(s, "1. Hai câu trả lời khác nhau: ô ấy trong biểu để trống, hỏi lại rồi ghi số đúng",
		"Không có.", len(out.Twice), "Nội dung", "Ai trả lời", "Trả lời", "Ở đâu")
	for _, t := range out.Twice {
		for i, said := range t.Said {
			name := ""
			if i == 0 {
				name = t.Name
			}
			row(s, name, said.By, said.Text, said.File+", "+said.At)
		}
	}
}

func (out *Gathered) tableOwed(s *draw.Sheet) {
	table(s, "2. Còn thiếu của ai", "Không thiếu gì.", len(out.Owed), "Bộ phận", "Đã có / cần có", "Còn thiếu", "Phiếu")
	for _, o := range out.Owed {
		row(s, o.Department, fmt.Sprintf("%d/%d", o.Asked-len(o.Missing), o.Asked), o.names(), o.state())
	}
}

// state says whether the department's form came back.
func (o *Owed) state() string {
	says := "chưa gửi lại"
	switch {
	case o.Sent && len(o.Missing) == 0:
		return "đã gửi đủ"
	case o.Sent:
		says = "đã gửi, còn thiếu"
	}
	return vi.Join(", hạn ", says, o.Due)
}

// names are what is missing, one after the other.
func (o *Owed) names() string {
	if !o.Sent {
		return "cả phiếu"
	}
	return vi.List("; ", o.Missing, Lack.String)
}

func (out *Gathered) tableSent(s *draw.Sheet) {
	table(s, "3. Các tệp đã gộp", "", len(out.Sent), "Tệp", "Bộ phận", "Số dòng có trả lời")
	for _, f := range out.Sent {
		row(s, f.File, f.Department, fmt.Sprint(f.Answers))
	}
}

func (out *Gathered) tableGiven(s *draw.Sheet) {
	table(s, "4. Ai trả lời gì", "Chưa có số liệu nào.", len(out.Given), "Số liệu", "Ai trả lời", "Trả lời")
	for _, g := range out.Given {
		row(s, g.Name, vi.Join(", ", g.By...), g.Text)
	}
}
