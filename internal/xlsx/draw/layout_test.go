package draw

import (
	"math"
	"slices"
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

// A deep cell does not make its own row high; the rows it reaches make room.
func TestDeepCell(t *testing.T) {
	s := NewSheet("x", Page{}, 1, 5)
	first := s.Add(Text("Cơ sở hạ tầng thương mại nông thôn và nhiều chữ nữa", words).ReachingDown(),
		Text("một", words))
	s.Add(Blank(words), Text("hai", words))
	one := s.Rows[0].Height
	s.Deepen(1, first, first+1)
	if s.Rows[0].Height != one || one > 20 {
		t.Errorf("the first row is %v points high", s.Rows[0].Height)
	}
	need := s.Rows[0].Cells[0].Height(s.Widths[0])
	if got := s.Rows[0].Height + s.Rows[1].Height; math.Abs(got-need) > 0.01 {
		t.Errorf("both rows are %v points high, the words need %v", got, need)
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
	full := Page{}.height()
	for _, c := range []struct {
		name  string
		sheet *Sheet
		want  []int
	}{
		{"all on one page", build([]float64{full / 2, full / 2}), nil},
		{"one row too many", build([]float64{full / 2, full / 2, 10}), []int{3}},
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
