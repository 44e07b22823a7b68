package blank

import (
	"io"
	"time"

	"ntm/internal/xlsx/draw"
)

var (
	plain   = draw.Look{Size: 11}
	title   = draw.Look{Size: 14, Bold: true, Flat: true}
	remark  = draw.Look{Size: 11, Italic: true, Flat: true}
	section = draw.Look{Size: 11, Bold: true}
	colHead = boxed(10).InBold().Centred().On(draw.ScreenHead)
	toFill  = boxed(10).InBold().Centred().On(draw.EntryHead)
	body    = boxed(11)
	label   = boxed(11).InBold()
	centre  = boxed(10).Centred()
	small   = boxed(9)
	group   = draw.Look{Size: 11, Bold: true, Flat: true, Shade: draw.Group}
	entry   = draw.Look{Size: 11, Box: draw.Grey, Open: true, Shade: draw.Entry}
	counted = entry.Centred()
	idle    = boxed(11).On(draw.Idle)
)

func boxed(size float64) draw.Look { return draw.Look{Size: size, Box: draw.Grey} }

// stateLooks mark the states, and say what they mean. Printed without colour their words differ,
// and what is to be looked at is bold.
var stateLooks = []struct {
	draw.Marked
	means string
}{
	{draw.Marked{Word: stateGiven, Shade: draw.Good}, "số ghi được"},
	{draw.Marked{Word: stateWords, Shade: draw.Good}, "như trên 70; lệnh ntm check sẽ đọc"},
	{draw.Marked{Word: stateMissing, Italic: true, Shade: draw.Paper}, "còn để trống"},
	{draw.Marked{Word: stateOdd, Bold: true, Shade: draw.Odd}, "đúng thì giữ, ghi rõ ở Ghi chú"},
	{draw.Marked{Word: stateWrong, Bold: true, Shade: draw.Wrong}, "số âm, tử lớn hơn mẫu, thừa ô"},
	{draw.Marked{Word: stateOld, Italic: true, Shade: draw.Fair}, "năm số liệu trước năm xét"},
	{draw.Marked{Word: stateIdle, Italic: true, Shade: draw.Idle}, "không áp dụng cho xã"},
	{draw.Marked{Word: stateFree, Italic: true, Shade: draw.Paper}, "chỉ ghi nếu có, trống cũng được"},
	{draw.Marked{Word: stateExtra, Shade: draw.Extra}, "số không bắt buộc, đã ghi"},
}

// page is a sheet of the form as it is laid down.
type page struct{ draw.Sheet }

// blankPage is an empty sheet, locked but for its open cells, with columns of so
// many characters.
func blankPage(name, footer string, p draw.Page, widths ...float64) *page {
	p.Work, p.Footer, p.Middle = true, footer, name
	return &page{draw.Sheet{
		Name: name, Page: p, Widths: draw.Characters(widths...), Least: 17, Locked: &draw.Lock{Filter: true},
	}}
}

// write writes a workbook of these pages.
func write(w io.Writer, subject string, at time.Time, pages ...*page) error {
	sheets := make([]*draw.Sheet, len(pages))
	for i, p := range pages {
		if p.Texts == "" { // what is typed as text stays text
			p.Texts = draw.Cells(1, 1, p.Columns(), max(1, p.Last()))
		}
		sheets[i] = &p.Sheet
	}
	var marks []draw.Marked
	for _, s := range stateLooks {
		s.Ink = draw.Black
		marks = append(marks, s.Marked)
	}
	return draw.Write(w, draw.About{Title: subject, Author: "ntm", At: at, Words: marks}, sheets)
}
