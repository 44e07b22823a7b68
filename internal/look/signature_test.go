package look

import (
	"slices"
	"testing"

	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// Who signs stands side by side over all columns, each over one at least, as wide as its title
// and else alike.
func TestSides(t *testing.T) {
	for _, c := range []struct {
		widths, needs []float64
		want          []int
	}{
		{[]float64{50, 50}, []float64{0}, []int{2}},
		{[]float64{50, 50}, []float64{0, 0}, []int{1, 1}},
		{[]float64{20, 20, 20, 20, 80, 80}, []float64{70, 70}, []int{4, 2}},
		{[]float64{20, 20, 20, 20, 80, 80}, []float64{50, 170}, []int{3, 3}},
		{[]float64{20, 20, 20, 20, 80, 80}, []float64{170, 70}, []int{5, 1}},
		{[]float64{300, 10, 10}, []float64{90, 90, 90}, []int{1, 1, 1}},
		{[]float64{28, 29, 71, 57, 6, 49, 89, 89, 49}, []float64{120, 60, 170}, []int{3, 3, 3}},
	} {
		if got := sides(c.widths, c.needs); !slices.Equal(got, c.want) {
			t.Errorf("%v for %v: %v, want %v", c.widths, c.needs, got, c.want)
		}
	}
}

// No title is broken, and each of its lines has a row.
func TestTitlesOfSigners(t *testing.T) {
	s := draw.NewSheet("A", draw.Page{}, 5, 20, 10, 12, 12, 12, 12)
	s.Add(draw.Text("một", Body))
	Signed(s, Signer{As: "NGƯỜI LẬP BIỂU"},
		Signer{As: "TM. BAN THƯỜNG TRỰC\nỦY BAN MTTQ VIỆT NAM", Office: "CHỦ TỊCH"})
	var said []string
	for _, r := range s.Rows[1:] {
		width := 0.0
		for k, c := range r.Cells {
			if words, is := c.Value.(string); is {
				width = 0
				for _, w := range s.Widths[k : k+max(c.Span, 1)] {
					width += w
				}
				if need := draw.Column(words, c.Look); need > width {
					t.Errorf("%q needs %.0f points, has %.0f", words, need, width)
				}
				said = append(said, words)
			}
		}
	}
	want := []string{"NGƯỜI LẬP BIỂU", "TM. BAN THƯỜNG TRỰC", "ỦY BAN MTTQ VIỆT NAM", "CHỦ TỊCH", signHere, signHere}
	if !slices.Equal(said, want) {
		t.Errorf("%q", said)
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
