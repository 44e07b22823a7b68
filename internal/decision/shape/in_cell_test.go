package shape_test

import (
	"strings"
	"testing"

	"ntm/internal/decision/shape"
	"ntm/internal/webpage"
)

// A small table in a cell is read as the list that it stands for, or not at all.
func TestTableInACell(t *testing.T) {
	isName := func(text string) bool {
		return strings.HasPrefix(text, "Năm") || text == "2022" || text == "2023" || strings.HasPrefix(text, "Nhóm")
	}
	for _, c := range []struct{ inside, want string }{
		{"<table><tr><td>2022<td>2023<tr><td>54<td>57</table>", "Năm 2022: 54;\nNăm 2023: 57"},
		{"<table><tr><td>Nhóm 1<td>≥ 54%<tr><td>Nhóm 2<td>≥ 57%</table>", "Nhóm 1: ≥ 54%;\nNhóm 2: ≥ 57%"},
		{"<table><tr><td>Năm<td>2022<tr><td>Triệu đồng/người<td>54</table>", ""}, // one name, and one of nothing
		{"<table><tr><td>Mức<td>2022<td>2023<tr><td>Triệu đồng/người<td>54<td>57</table>",
			"Năm 2022: 54 triệu đồng/người/năm;\nNăm 2023: 57 triệu đồng/người/năm"},
		{"<table><tr><td>Mức<td>2022<tr><td>≥ 5%<td>54</table>", ""},
		{"<table><tr><td>2022<td>A<tr><td>54<td>57</table>", ""},
		{"<table><tr><td>2022<td>2023<tr><td>54<td>chưa rõ</table>", ""},
		{"<table><tr><td colspan=2>2022<tr><td>54<td>57</table>", ""},
		{"<table><tr><td>2022</table>", ""},
		{"Đạt <table><tr><td>2022<td>2023<tr><td>54<td>57</table>", ""},
		{"Đạt", ""},
	} {
		doc, err := webpage.Read("gia-dinh.html", []byte("<table><tr><td>x<td>"+c.inside+"</table>"))
		if err != nil {
			t.Fatal(err)
		}
		got, ok := shape.TableIn(doc.Blocks[0].Table.At(1, 2), isName)
		if ok != (c.want != "") || got != c.want {
			t.Errorf("%s: %q, %v", c.inside, got, ok)
		}
	}
}

// Columns are numbered one after another, in letters and then in digits.
func TestFollows(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          bool
	}{{"1", "2", true}, {"9", "10", true}, {"1", "3", false}, {"a", "b", true}, {"A", "C", false}, {"B", "1", true},
		{"B", "2", false}, {"1", "a", false}} {
		if got := shape.Follows(c.before, c.after); got != c.want {
			t.Errorf("%s behind %s: %v", c.after, c.before, got)
		}
	}
}
