package collation

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/threshold"

	"pgregory.net/rapid"
)

// casesDrawn is a list by how many schools there are that says each number once, as a decision writes
// it: the ends of the cases, and what is asked in each.
func casesDrawn(t *rapid.T) (text string, ends []int64) {
	from := int64(1)
	var out []string
	for range rapid.IntRange(1, 4).Draw(t, "cases") {
		to := from + rapid.Int64Range(0, 3).Draw(t, "more")
		asked := rapid.IntRange(10, 99).Draw(t, "asked")
		switch from {
		case to:
			out = append(out, fmt.Sprintf("xã có %d trường: ≥ %d%%", from, asked))
		case 1:
			out = append(out, fmt.Sprintf("xã có từ %d trường trở xuống: ≥ %d%%", to, asked))
		default:
			out = append(out, fmt.Sprintf("xã có từ %d-%d trường: ≥ %d%%", from, to, asked))
		}
		ends, from = append(ends, to), to+1
	}
	out = append(out, fmt.Sprintf("xã có trên %d trường: ≥ %d%%", from-1, rapid.IntRange(10, 99).Draw(t, "last")))
	return strings.Join(out, "; "), ends
}

// A list that says every number of schools once has no gap, is told so that it is read again as it is,
// and stands as so many lines; without one of its cases it leaves communes out, and is left whole.
func TestListsBySchoolsHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, ends := casesDrawn(t)
		r := threshold.Read(text)
		if !r.BySchools() || len(r.Parts) != len(ends)+1 {
			t.Fatalf("%q is read as %s", text, r)
		}
		if gap := gapOf(r.Parts); gap != "" {
			t.Fatalf("%q: %s", text, gap)
		}
		for _, p := range r.Parts {
			again, ok := threshold.Schools(caseName(p.Count))
			if !ok || !sameCount(&again, p.Count) {
				t.Fatalf("%q is told as %q", p.When, caseName(p.Count))
			}
		}
		columns := []criteria.Region{"nhom-1", "nhom-2"}
		plain := item{reading: threshold.Read("100%")}
		at := map[criteria.Region][]item{"nhom-1": {{reading: r}}, "nhom-2": {plain}}
		names := unfold(columns, at)
		if len(names) != len(r.Parts) || len(at["nhom-1"]) != len(names) || len(at["nhom-2"]) != len(names) {
			t.Fatalf("%q: %d lines, %d and %d", text, len(names), len(at["nhom-1"]), len(at["nhom-2"]))
		}
		for i := range names {
			one, two := at["nhom-1"][i].reading, at["nhom-2"][i].reading
			if !one.Number.Equal(r.Parts[i].Number) || !two.Number.Equal(hundred) {
				t.Fatalf("%q: line %d asks %s and %s", text, i, one, two)
			}
		}
		out := rapid.IntRange(0, len(r.Parts)-1).Draw(t, "left out")
		short := r
		short.Parts = append(append([]threshold.Reading{}, r.Parts[:out]...), r.Parts[out+1:]...)
		if gapOf(short.Parts) == "" {
			t.Fatalf("%q without case %d leaves nobody out", text, out+1)
		}
		at = map[criteria.Region][]item{"nhom-1": {{reading: short}}}
		if names := unfold(columns, at); names != nil || len(at["nhom-1"]) != 1 {
			t.Fatalf("%q without case %d: %q", text, out+1, names)
		}
	})
}

// What keeps columns from being told apart by cases.
func TestWhatIsNotUnfolded(t *testing.T) {
	const list, other = "xã có từ 4 trường trở lên: ≥ 71%; xã có từ 3 trường trở xuống: ≥ 51%",
		"xã có từ 5 trường trở lên: ≥ 71%; xã có từ 4 trường trở xuống: ≥ 51%"
	for _, tt := range []struct {
		name     string
		one, two []string
		want     string
	}{
		{"a list beside a plain number", []string{list}, []string{"100%"},
			"xã có từ 4 trường trở lên, xã có từ 3 trường trở xuống"},
		{"a list beside nothing", []string{list}, nil, "xã có từ 4 trường trở lên, xã có từ 3 trường trở xuống"},
		{"the same list twice", []string{list}, []string{list},
			"xã có từ 4 trường trở lên, xã có từ 3 trường trở xuống"},
		{"lists of other numbers", []string{list}, []string{other}, ""},
		{"beside what is not read", []string{list}, []string{"80 hoặc thế"}, ""},
		{"beside two things", []string{list}, []string{"80%", "90%"}, ""},
		{"no list", []string{"80%"}, []string{"90%"}, ""},
		{"nothing", nil, nil, ""},
		{"one of several", []string{"≥ 2 mô hình hoặc ≥ 1 vụ"}, []string{"≥ 1 mô hình hoặc ≥ 1 vụ"},
			"hoặc (1), hoặc (2)"},
		{"one of several beside one", []string{"≥ 2 mô hình hoặc ≥ 1 vụ"}, []string{"≥ 1 mô hình"}, ""},
		{"one of others", []string{"≥ 2 mô hình hoặc ≥ 1 vụ"}, []string{"≥ 1 hộ hoặc ≥ 1 vụ"}, ""},
		{"a list beside one of several", []string{list}, []string{"≥ 2 mô hình hoặc ≥ 1 vụ"}, ""},
	} {
		columns := []criteria.Region{"nhom-1", "nhom-2"}
		at := map[criteria.Region][]item{}
		for i, cells := range [][]string{tt.one, tt.two} {
			for _, cell := range cells {
				at[columns[i]] = append(at[columns[i]], item{reading: threshold.Read(cell)})
			}
		}
		if got := strings.Join(unfold(columns, at), ", "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// The cases of a rule's ways, by its comparison.
func TestWithin(t *testing.T) {
	for op, want := range map[criteria.Op][2]int64{criteria.AtLeast: {4, 0}, criteria.MoreThan: {5, 0},
		criteria.AtMost: {1, 4}, criteria.LessThan: {1, 3}, criteria.Exactly: {4, 4}} {
		if least, most := within(op, 4); least != want[0] || most != want[1] {
			t.Errorf("%s 4: %d to %d", op, least, most)
		}
		if opOf(op) == "" {
			t.Errorf("%s is read as nothing", op)
		}
	}
}
