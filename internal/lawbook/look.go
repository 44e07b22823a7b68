package lawbook

import (
	"github.com/xuri/excelize/v2"
	"ntm/criteria"
)

const font = "Times New Roman"

// look is how a cell appears. Equal looks share one style of the workbook.
type look struct {
	size         float64
	bold, italic bool
	centred      bool
	boxed        bool
	entry        bool   // open for writing, and taken as text: what is typed stays as typed
	shade        string // background, as RRGGBB
}

var (
	plain    = look{size: 12}
	title    = look{size: 14, bold: true}
	section  = look{size: 12, bold: true}
	colHead  = look{size: 10, bold: true, centred: true, boxed: true, shade: "D9E1F2"}
	toFill   = look{size: 10, bold: true, centred: true, boxed: true, shade: "FFE699"}
	body     = look{size: 10, boxed: true}
	centre   = look{size: 10, boxed: true, centred: true}
	entry    = look{size: 11, boxed: true, centred: true, entry: true, shade: "FFFBEA"}
	longText = look{size: 11, boxed: true, entry: true, shade: "FFFBEA"}
	locked   = look{size: 10, boxed: true, shade: "D9D9D9"}
)

// shades colour the statuses, whose word stands in the cell as well: many
// offices print in black and white.
var shades = map[criteria.Status]string{
	criteria.Confirmed: "C6E0B4", criteria.Seen: "DDEBF7", criteria.Recalled: "FFF2CC", criteria.Doubtful: "F8CBAD", criteria.Missing: "F4B6B6",
}

// meanings say what each status asks of the official.
var meanings = map[criteria.Status]string{
	criteria.Confirmed: "Đã có người đối chiếu với quyết định. Không cần làm gì thêm.",
	criteria.Seen:      "Thấy ở một nguồn công khai có ghi tên. Nên đối chiếu lại với bản gốc.",
	criteria.Recalled:  "Biết theo trí nhớ, chưa ai đối chiếu. Cần đối chiếu.",
	criteria.Doubtful:  "Các nguồn khác nhau, hoặc nguồn yếu. Cần đối chiếu trước tiên.",
	criteria.Missing:   "Chưa biết ngưỡng, hoặc tỉnh chưa quy định. Xin ghi ngưỡng theo quyết định.",
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: font, Size: l.size, Bold: l.bold, Italic: l.italic, Color: "000000"},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: true},
		Protection: &excelize.Protection{Locked: !l.entry},
	}
	if l.centred {
		s.Alignment.Horizontal = "center"
	}
	if l.entry {
		s.NumFmt = 49 // text
	}
	if l.shade != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.shade}}
	}
	if l.boxed {
		for _, edge := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: edge, Style: 1, Color: "808080"})
		}
	}
	return s
}
