package look

import (
	"testing"

	"ntm/internal/xlsx/draw"

	"github.com/google/go-cmp/cmp"
)

// A letterhead has the two lines of each side, their rules, and the place and the day,
// which is left to the pen.
func TestLetterhead(t *testing.T) {
	s := draw.NewSheet("x", draw.Page{}, 1, 1, 1, 1, 1, 1, 1)
	Letterhead{Left: [3]int{1, 1, 1}, Right: [3]int{1, 1, 1}, Above: "UBND tỉnh Giả Định", Superior: true,
		Issuer: "Hội đồng", Place: "Giả Định", Year: 2023}.On(s)
	var words []any
	var rules []int
	for _, row := range s.Rows {
		for column, cell := range row.Cells {
			if cell.Value != nil {
				words = append(words, cell.Value)
			}
			if cell.Look.Ruled {
				rules = append(rules, column+1)
			}
		}
	}
	want := []any{"UBND TỈNH GIẢ ĐỊNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HỘI ĐỒNG",
		"Độc lập - Tự do - Hạnh phúc", "Giả Định, ngày …… tháng …… năm 2023"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]int{2, 6}, rules); diff != "" {
		t.Errorf("ruled columns (-want +got)\n%s", diff)
	}
	if s.Rows[0].Cells[0].Look.Bold || !s.Rows[1].Cells[0].Look.Bold {
		t.Error("the body above is bold, or the issuing one is not")
	}
	if last := s.Rows[3].Cells; last[4].Pen == nil || !last[4].Look.Open {
		t.Error("the day is not open")
	}
}

func TestCells(t *testing.T) {
	heads := Over(Heads("TT", "Xã", "Năm"), 1, 3)
	if heads[1].Span != 3 || heads[2].Span > 1 || heads[0].Look != Head {
		t.Errorf("%+v", heads)
	}
	if Text("xã").Look != Body || Mid("xã").Look.Across != "center" || Blank().Value != nil {
		t.Error("cells of a table")
	}
	if n := Int(1234, Body); n.Value != 1234.0 {
		t.Errorf("%+v", n)
	}
	if ToFile("a b.pdf", Text("tệp")).Link.File != "a%20b.pdf" || ToFile("../a.pdf", Text("tệp")).Link.File != "" {
		t.Error("links")
	}
}
