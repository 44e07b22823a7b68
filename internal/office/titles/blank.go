package titles

import (
	"io"
	"time"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/places"
	"ntm/internal/xlsx/draw"
)

// spare is how many empty rows stand below the communes, for a second title of one.
const spare = 40

// WriteBlank writes the sheet to be filled in, a row for each of the communes. The same arguments
// give the same bytes.
func WriteBlank(w io.Writer, communes []places.Unit, at time.Time) error {
	const title = "Danh hiệu đã được công nhận các năm trước"
	s := draw.NewSheet("Danh hiệu", draw.Page{Landscape: true, Work: true, Footer: title},
		9, 26, 22, 18, 16, 9, 20, 14, 30)
	s.Line(title, draw.Look{Size: 14, Bold: true})
	for _, says := range []string{
		"Mỗi danh hiệu một dòng; xã có nhiều danh hiệu thì ghi thêm dòng ở dưới. Xã chưa có danh hiệu thì để trống.",
		"Năm: năm được công nhận; bỏ trống thì là năm của quyết định. Quyết định trước ngày 01/07/2025 ghi cho xã " +
			"cũ, kèm huyện.",
		"Ghi xong: ntm titles read TỆP. Chương trình ghi cả bảng hoặc không ghi gì, và nêu dòng nào sai, vì sao.",
	} {
		s.Line(says, draw.Look{Size: 11, Italic: true})
	}
	s.Gap(6)
	head := s.AddHead(look.Heads("Mã xã", "Xã", "Huyện", "Tỉnh", "Danh hiệu", "Năm", "Số quyết định", "Ngày",
		"Cơ quan")...)
	entry := draw.Look{Size: 11, Box: draw.Grey, Open: true, Shade: draw.Entry}
	known := draw.Look{Size: 11, Box: draw.Grey, Format: draw.AsTyped}
	row := func(c places.Unit) {
		cells := []draw.Cell{draw.Text(c.Code, known), draw.Text(c.Name, known), draw.Text(c.District, known),
			draw.Text(c.Province, known)}
		for _, format := range []string{"", "0", draw.AsTyped, "dd/mm/yyyy", ""} {
			cells = append(cells, draw.Blank(entry.Shown(format)))
		}
		s.AddOpen(cells...)
	}
	for _, c := range communes {
		row(c)
	}
	for range spare {
		row(places.Unit{})
	}
	s.Fields = []draw.Field{{At: draw.Cells(5, head+1, 5, s.Last()), Rule: &draw.Rule{Kind: draw.Choice,
		Words: list.Map(criteria.Levels, criteria.Level.Brief), Title: "Danh hiệu",
		Refuse: "Chọn một danh hiệu trong danh sách."}}}
	s.Frozen = draw.Ref(3, head+1)
	s.Lines = true
	return draw.Write(w, draw.About{Title: title, Author: "ntm", At: at}, []*draw.Sheet{s})
}
