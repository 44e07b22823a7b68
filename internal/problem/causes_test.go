package problem

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// wrongIn is a problem of one cause: it differs from others of it in what it quotes alone.
func wrongIn(row int) Problem {
	return Problem{File: "a.xlsx", Sheet: "Số liệu", Cell: fmt.Sprintf("C%d", row),
		Message: fmt.Sprintf("đọc thấy %q, ở đây cần số không quá %d", fmt.Sprint("x", row), row)}
}

// Three problems of one cause are told one by one, more in one sentence at the first.
func TestByCause(t *testing.T) {
	other := Problem{File: "a.xlsx", Sheet: "Số liệu", Cell: "D1", Message: "ô này trống"}
	elsewhere := wrongIn(99)
	elsewhere.Sheet = "Minh chứng"
	for _, tt := range []struct {
		name  string
		given List
		want  []string // the cells that are told, with how many more
	}{
		{"none", nil, nil},
		{"three", List{wrongIn(1), wrongIn(2), wrongIn(3)}, []string{"C1", "C2", "C3"}},
		{"four", List{wrongIn(1), wrongIn(2), wrongIn(3), wrongIn(4)}, []string{"C1 và 3: ô C2, ô C3"}},
		{"another cause between", List{wrongIn(1), other, wrongIn(2), wrongIn(3), wrongIn(4), wrongIn(5)},
			[]string{"C1 và 4: ô C2, ô C3", "D1"}},
		{"the same words in another sheet", List{wrongIn(1), wrongIn(2), wrongIn(3), elsewhere},
			[]string{"C1", "C2", "C3", "C99"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range tt.given.ByCause() {
				cell := p.Cell
				if _, more, ok := strings.Cut(p.Message, "; cũng vậy ở "); ok {
					n, examples, _ := strings.Cut(more, " chỗ khác, ví dụ ")
					cell += " và " + n + ": " + examples
				}
				got = append(got, cell)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Where only so many causes are kept, the rest is counted, and more of a kept one is not lost.
func TestCausesThatAreKept(t *testing.T) {
	c := Causes{Most: 1}
	for row := range 5 {
		c.Add(wrongIn(row))
		c.Add(Problem{Message: "ô này trống"})
	}
	if got := c.List(); len(got) != 1 || c.Lost() != 5 {
		t.Errorf("%d are told, %d lost: %v", len(got), c.Lost(), got)
	}
}

// A problem is at its position, and says what to do after what is wrong.
func TestProblemsAtAPosition(t *testing.T) {
	for _, at := range []Pos{{File: "a.yaml", Line: 3, Column: 5}, {File: "a.xlsx", Sheet: "Số liệu", Cell: "C7"}, {}} {
		p := at.Problem("thiếu năm", "ghi năm")
		if p.Pos() != at || p.Message != "thiếu năm" || p.Hint != "ghi năm" {
			t.Errorf("%v: %+v", at, p)
		}
	}
	for want, p := range map[string]Problem{
		"a.yaml: thiếu năm; ghi năm": {File: "a.yaml", Message: "thiếu năm", Hint: "ghi năm"},
		"thiếu năm":                  {Message: "thiếu năm"},
	} {
		if got := p.Note(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := (WrongUse{Message: "không có tỉnh", Hint: "sửa"}).Error(); got != "không có tỉnh" {
		t.Error(got)
	}
}
