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
	l := look.List{
		Name: "Danh hiệu", Title: "Danh hiệu đã được công nhận các năm trước",
		Says: []string{
			"Mỗi danh hiệu một dòng; xã có nhiều danh hiệu thì ghi thêm dòng ở dưới. Xã chưa có thì để trống.",
			"Năm: năm được công nhận; bỏ trống thì là năm của quyết định. Quyết định trước ngày 01/07/2025 ghi cho " +
				"xã cũ, kèm huyện.",
			"Ghi xong: ntm titles read TỆP. Chương trình ghi cả bảng hoặc không ghi gì, và nêu dòng nào sai, vì sao.",
		},
		Widths: []float64{9, 26, 22, 18, 16, 9, 20, 14, 30},
		Heads:  []string{"Mã xã", "Xã", "Huyện", "Tỉnh", "Danh hiệu", "Năm", "Số quyết định", "Ngày", "Cơ quan"},
		Known:  4, Formats: map[int]string{5: "0", 6: draw.AsTyped, 7: "dd/mm/yyyy"},
		Choices: map[int][]string{4: list.Map(criteria.Levels, criteria.Level.Brief)},
		Rows: list.Map(communes, func(c places.Unit) []string {
			return []string{c.Code, c.Name, c.District, c.Province}
		}),
		Spare: spare,
	}
	return draw.Write(w, draw.About{Title: l.Title, Author: "ntm", At: at}, []*draw.Sheet{l.Sheet()})
}
