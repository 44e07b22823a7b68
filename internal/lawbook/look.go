package lawbook

import (
	"ntm/criteria"
	"ntm/internal/xlsx/draw"
)

var (
	plain    = draw.Look{Size: 12}
	title    = draw.Look{Size: 14, Bold: true}
	section  = draw.Look{Size: 12, Bold: true}
	remark   = draw.Look{Size: 11, Italic: true}
	caution  = draw.Look{Size: 11, Bold: true, Shade: draw.Odd}
	colHead  = boxed(10).InBold().Centred().On(draw.ScreenHead)
	toFill   = boxed(10).InBold().Centred().On(draw.EntryHead)
	body     = boxed(10)
	centre   = boxed(10).Centred()
	source   = boxed(8)
	small    = boxed(9)
	entry    = writable.Centred()
	longText = writable
	locked   = boxed(10).On(draw.Idle)
	// writable is for writing, and taken as text: what is typed stays as typed.
	writable = draw.Look{Size: 11, Box: draw.Grey, Open: true, Format: draw.AsTyped, Shade: draw.Entry}
)

func boxed(size float64) draw.Look { return draw.Look{Size: size, Box: draw.Grey} }

// shades colour the statuses, whose word stands in the cell as well: many
// offices print in black and white.
var shades = map[criteria.Status]string{
	criteria.Confirmed: draw.Good, criteria.Seen: draw.Fair, criteria.Recalled: draw.Unsure,
	criteria.Doubtful: draw.Odd, criteria.Missing: draw.Wrong,
}

// meanings say what each status asks of the official.
var meanings = map[criteria.Status]string{
	criteria.Confirmed: "Đã có người đối chiếu với quyết định. Không cần làm gì thêm.",
	criteria.Seen:      "Thấy ở một nguồn công khai có ghi tên. Nên đối chiếu lại với bản gốc.",
	criteria.Recalled:  "Biết theo trí nhớ, chưa ai đối chiếu. Cần đối chiếu.",
	criteria.Doubtful:  "Các nguồn khác nhau, hoặc nguồn yếu. Cần đối chiếu trước tiên.",
	criteria.Missing:   "Chưa biết ngưỡng, hoặc tỉnh chưa quy định. Xin ghi ngưỡng theo quyết định.",
}

// sheet is an empty sheet of the workbook, locked but for its open cells, with
// columns of those widths, in characters.
func (e *exporter) sheet(name string, p draw.Page, widths ...float64) *draw.Sheet {
	p.Work, p.Footer = true, e.subject()
	return &draw.Sheet{
		Name: name, Page: p, Widths: draw.Characters(widths...), Least: 15,
		Locked: &draw.Lock{Filter: true, Sort: true, Format: true},
	}
}
