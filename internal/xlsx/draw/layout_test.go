package draw

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var words = Look{Box: Black}

func TestClean(t *testing.T) {
	for given, want := range map[string]string{
		"a\x00b\x0bc": "abc", "a\tb": "a b", "dòng một\ndòng hai": "dòng một\ndòng hai", "\xffx": "x",
		"=1+1": "=1+1", "x\u0085y": "xy",
	} {
		if got := Clean(given); got != want {
			t.Errorf("Clean(%q) = %q, want %q", given, got, want)
		}
	}
}

func TestBreaks(t *testing.T) {
	build := func(heights []float64, bound ...int) *Sheet {
		s := NewSheet("x", Page{}, 1)
		for i, h := range heights {
			s.Gap(h)
			s.Rows[i].Bound = slices.Contains(bound, i+1)
		}
		return s
	}
	full := Page{}.Room()
	for _, c := range []struct {
		name  string
		sheet *Sheet
		want  []int
	}{
		{"all on one page", build([]float64{full / 2, full / 2}), nil},
		{"one row too many", build([]float64{full / 2, full / 2, 10}), []int{2}},
		{"and one above it that has no room beside it", build([]float64{100, full - 100, 200}), []int{3}},
		{"three of many", build([]float64{full / 2, 100, 100, 100, full/2 - 300, 10}), []int{4}},
		{"a heading goes with its table", build([]float64{full - 20, 15, 30}, 2), []int{2}},
		{"a block longer than a page begins where it falls", build([]float64{full * 0.7, full * 0.7, 5}, 1), nil},
	} {
		if diff := cmp.Diff(c.want, c.sheet.breaks()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	repeated := build([]float64{100, full - 100, full - 105, 10})
	repeated.Head.Row = 1
	if diff := cmp.Diff([]int{3, 4}, repeated.breaks()); diff != "" {
		t.Errorf("a repeated head takes room (-want +got):\n%s", diff)
	}
}

// Columns of a sheet that fits its words: a short one takes its line, a long one the rest;
// a cell to fill in keeps its width, no word of one is broken, and the sheet stays as wide.
func TestShare(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("một nội dung khá dài ", 12))
	for _, c := range []struct {
		name  string
		cells []Cell
		holds func(before, after []float64) bool
	}{
		{"short words give", []Cell{Text("1", words), Text(long, words)},
			func(b, a []float64) bool { return a[0] < 30 && a[1] > 1.8*b[1] }},
		{"a cell to fill in keeps its own", []Cell{Blank(words).For("x"), Text(long, words)},
			func(b, a []float64) bool { return a[0] == b[0] }},
		{"a number is not broken", []Cell{{Value: 1234567.0, Look: words.Shown("#,##0")}, Text(long, words)},
			func(_, a []float64) bool { return a[0] > 45 && a[0] < 80 }},
		{"what a formula may say has its line", []Cell{Computed(`IF(A1>0,"Chưa đủ căn cứ","")`, "Đạt", words),
			Text(long, words)}, func(_, a []float64) bool { return a[0] > 60 && a[0] < 120 }},
		{"two long ones are as high as each other", []Cell{Text(long, words), Text(long+" "+long, words)},
			func(_, a []float64) bool { return a[1] > 1.6*a[0] && a[1] < 2.6*a[0] }},
		{"all short: all grow", []Cell{Text("một", words), Text("hai", words)},
			func(b, a []float64) bool { return math.Abs(a[0]-b[0]) < 30 }},
		{"a word longer than the page changes nothing", []Cell{Text(strings.Repeat("x", 300)+" y", words),
			Text(strings.Repeat("y", 300)+" x", words), Text(strings.Repeat("z", 300)+" x", words),
			Text(strings.Repeat("z", 300)+" x", words), Text(strings.Repeat("z", 300)+" x", words),
			Text(strings.Repeat("z", 300)+" x", words)},
			func(b, a []float64) bool { return slices.Equal(a, b) }},
	} {
		s := NewSheet("x", Page{}, slices.Repeat([]float64{1}, len(c.cells))...)
		s.Fitted = true
		s.Add(c.cells...)
		before := slices.Clone(s.Widths)
		s.settle()
		if !c.holds(before, s.Widths) {
			t.Errorf("%s: from %.0f to %.0f", c.name, before, s.Widths)
		}
		if sum := func(ws []float64) (n float64) {
			for _, w := range ws {
				n += w
			}
			return n
		}; math.Abs(sum(before)-sum(s.Widths)) > 0.01 {
			t.Errorf("%s: the sheet was %.1f wide and is %.1f", c.name, sum(before), sum(s.Widths))
		}
	}
}

// Heads of columns take three lines at most; rows are as high as the widths they came to ask.
func TestShareHeads(t *testing.T) {
	s := NewSheet("x", Page{}, 1, 5)
	s.Fitted = true
	s.AddHead(Text("Kết quả thẩm định của hội đồng cấp tỉnh", words), Text("Nội dung", words))
	row := s.Add(Text("Đ", words), Text("một nội dung ngắn", words))
	tall := s.AddTall(50, Text("Đ", words), Blank(words))
	s.settle()
	head := "Kết quả thẩm định của hội đồng cấp tỉnh"
	if lines := (&Look{}).lines(head, s.Widths[0]*narrower-cellMargin); lines > headLine {
		t.Errorf("the head takes %d lines", lines)
	}
	if one := s.Rows[row-1].Height; one > 17 {
		t.Errorf("a row of one line is %v points high", one)
	}
	if s.Rows[tall-1].Height != 50 {
		t.Error("a row of a height of its own has another one")
	}
}

// A column whose words stand in cells over several columns has its part of them.
func TestShareOfWideCells(t *testing.T) {
	s := NewSheet("x", Page{}, 1, 4, 2, 1)
	s.Fitted = true
	s.Add(Text("1", words), Text("một nội dung khá dài nằm trên hai cột của bảng này", words).Over(2),
		Text("cuối", words))
	s.Add(Text("2", words), Text("ngắn", words), Blank(words), Text(strings.Repeat("nhiều chữ ở cột cuối ", 6), words))
	s.settle()
	if got := s.Rows[0].Height; got > 32 {
		t.Errorf("the wide cell's row is %v points high; the columns are %.0f", got, s.Widths)
	}
}
