package look

import (
	"slices"
	"testing"

	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// Who signs stands side by side over all columns, each over one at least.
func TestSides(t *testing.T) {
	for _, c := range []struct {
		widths []float64
		n      int
		want   []int
	}{
		{[]float64{50, 50}, 1, []int{2}},
		{[]float64{50, 50}, 2, []int{1, 1}},
		{[]float64{20, 20, 20, 20, 80, 80}, 2, []int{4, 2}},
		{[]float64{300, 10, 10}, 3, []int{1, 1, 1}},
	} {
		if got := sides(c.widths, c.n); !slices.Equal(got, c.want) {
			t.Errorf("%v in %d: %v, want %v", c.widths, c.n, got, c.want)
		}
	}
}

func TestSigned(t *testing.T) {
	for _, office := range []string{"", "CHỦ TỊCH"} {
		s := draw.NewSheet("A", draw.Page{}, 100, 100, 100)
		s.Add(draw.Text("một", Body), draw.Blank(Body), draw.Blank(Body))
		Signed(s, Signer{As: "NGƯỜI LẬP BIỂU"}, Signer{As: "TM. ỦY BAN NHÂN DÂN", Office: office})
		words := map[any]int{}
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if c.Value != nil {
					words[c.Value]++
				}
			}
		}
		if words["NGƯỜI LẬP BIỂU"] != 1 || words["TM. ỦY BAN NHÂN DÂN"] != 1 || words["(Ký, ghi rõ họ tên)"] != 2 ||
			office != "" && words[office] != 1 || !s.Rows[0].Bound {
			t.Errorf("%q: %v", office, words)
		}
	}
}

// A list that goes out: what is known stands there and is not open, the rest is open, and there
// are rows to spare.
func TestList(t *testing.T) {
	l := List{Name: "Bảng", Title: "Bảng giả định", Says: []string{"Điền các ô vàng."}, Widths: []float64{80, 80},
		Heads: []string{"Xã", "Kết quả"}, Known: 1, Choices: map[int][]string{1: {"Đạt", "Chưa đạt"}},
		Rows: [][]string{{"Xã Giả Định", "Đạt"}, {"Xã Khác"}}, Spare: 3}
	s := l.Sheet()
	open, known := 0, 0
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Look.Open {
				open++
			}
			if c.Value == "Xã Giả Định" && !c.Look.Open {
				known++
			}
		}
	}
	if open != 5 || known != 1 || len(s.Fields) != 1 || s.Fields[0].Rule.Words[0] != "Đạt" {
		t.Errorf("%d open, %d known, %+v", open, known, s.Fields)
	}
}

func TestFormatsOfNumbers(t *testing.T) {
	whole, parted := decimal.RequireFromString("3"), decimal.RequireFromString("3.50")
	for _, c := range []struct{ got, want string }{
		{Grouped(0), "[$-42A]#,##0"},
		{Grouped(2), "[$-42A]#,##0.00"},
		{OrFiner(whole, "a", "b"), "[=3]a;b"},
		{OrFiner(parted, "a", "b"), "a"},
		{OrFiner(whole, "a", "a"), "a"},
		{OrWord("a", 1, "Không"), `a;[$-42A]-#,##0.0;"Không"`},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if PlacesOf(parted) != 2 || PlacesOf(whole) != 0 {
		t.Error(PlacesOf(parted), PlacesOf(whole))
	}
}
