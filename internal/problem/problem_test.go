package problem

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPlaceInTheOrderAReaderLooks(t *testing.T) {
	for _, tt := range []struct {
		name  string
		p     Problem
		place string
	}{
		{"nowhere", Problem{}, ""},
		{"a file", Problem{File: "a.yaml"}, "a.yaml"},
		{"a line", Problem{File: "a.yaml", Line: 3}, "a.yaml, dòng 3"},
		{"a line and column", Problem{File: "a.yaml", Line: 3, Column: 5}, "a.yaml, dòng 3, cột 5"},
		{"a column says nothing without its line", Problem{File: "a.yaml", Column: 5}, "a.yaml"},
		{"a line of no file", Problem{Line: 3, Column: 1}, "dòng 3, cột 1"},
		{"a sheet", Problem{File: "a.xlsx", Sheet: "Số liệu"}, `a.xlsx, trang tính "Số liệu"`},
		{"a cell", Problem{File: "a.xlsx", Sheet: "Số liệu", Cell: "C7"}, `a.xlsx, trang tính "Số liệu", ô C7`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.p.Place(); got != tt.place {
				t.Errorf("got %q, want %q", got, tt.place)
			}
		})
	}
}

func TestErrorIsPlaceAndMessage(t *testing.T) {
	for want, p := range map[string]Problem{
		"thiếu năm":                 {Message: "thiếu năm", Hint: "điền năm"},
		"a.yaml, dòng 2: thiếu năm": {File: "a.yaml", Line: 2, Message: "thiếu năm", Hint: "điền năm"},
	} {
		if got := p.Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	list := List{{Message: "một"}, {File: "b", Message: "hai"}}
	if got := list.Error(); got != "một\nb: hai" {
		t.Errorf("the list reads %q", got)
	}
}

func TestNothingWrongIsNoError(t *testing.T) {
	if err := (List{}).Err(); err != nil {
		t.Errorf("an empty list is the error %v", err)
	}
	if err := In("a.yaml", nil); err != nil {
		t.Errorf("no error in a file is the error %v", err)
	}
}

func TestProblemsAreToldInReadingOrder(t *testing.T) {
	list := List{
		{File: "b", Line: 1, Message: "5"}, {File: "a", Line: 10, Column: 2, Message: "4"},
		{File: "a", Line: 9, Column: 7, Message: "2"}, {File: "a", Line: 9, Column: 7, Message: "3"},
		{File: "a", Line: 9, Column: 1, Message: "1"},
	}
	var got string
	for _, p := range Of(list.Err()) {
		got += p.Message
	}
	if got != "12345" {
		t.Errorf("told as %s", got)
	}
}

// Two mistakes at one place keep the order in which they were found.
func TestReadingOrderIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list List
		for i := range rapid.IntRange(1, 40).Draw(t, "n") {
			list.Add(Problem{File: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "file"),
				Line:   rapid.IntRange(0, 3).Draw(t, "line"),
				Column: rapid.IntRange(0, 3).Draw(t, "column"), Message: fmt.Sprintf("%02d", i)})
		}
		key := func(p Problem) string { return fmt.Sprintf("%s %d %d %s", p.File, p.Line, p.Column, p.Message) }
		var want, got []string
		for _, p := range list {
			want = append(want, key(p))
		}
		slices.Sort(want)
		for _, p := range Of(list.Err()) {
			got = append(got, key(p))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %q\nwant %q", got, want)
		}
	})
}

func TestOfFindsProblemsInAWrappedError(t *testing.T) {
	one := Problem{Line: 2, Message: "một"}
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{
		{"a list", List{one, {Message: "hai"}}, "[dòng 2: một hai]"},
		{"a problem", one, "[dòng 2: một]"},
		{"a wrapped list", fmt.Errorf("đọc: %w", List{one}), "[dòng 2: một]"},
		{"a wrapped problem", fmt.Errorf("đọc: %w", one), "[dòng 2: một]"},
		{"any other error", fs.ErrClosed, "[file already closed]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range Of(tt.err) {
				got = append(got, p.Error())
			}
			if fmt.Sprint(got) != tt.want {
				t.Errorf("got %v, want %s", got, tt.want)
			}
		})
	}
}

func TestInNamesTheFileOnlyWhereNoneIs(t *testing.T) {
	list := List{{Message: "một"}, {File: "khác.yaml", Message: "hai"}}
	got := Of(In("a.yaml", list))
	if got[0].File != "a.yaml" || got[1].File != "khác.yaml" {
		t.Errorf("got %v", got)
	}
	if list[0].File != "" {
		t.Error("the list that was given has changed")
	}
	if got := In("a.yaml", errors.New("hỏng")).Error(); got != "a.yaml: hỏng" {
		t.Errorf("an error that is no problem: %q", got)
	}
}
