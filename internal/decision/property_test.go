package decision_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/decision"
	"ntm/internal/webpage"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// cells of a table that is drawn, and how they are understood.
var drawn = []struct{ words, want string }{
	{"≥ 81%", "≥ 81 %"}, {"từ 71 % trở lên", "≥ 71 %"}, {"100%", "100 %"}, {"Đạt", "đạt"}, {"Cấp độ 2",
		"cấp độ 2"}, {"-", "không có mức"},
	{"UBND cấp tỉnh quy định cụ thể", "UBND cấp tỉnh quy định"}, {"Loại khá trở lên", "loại khá trở lên"},
	{"≥ 95% (trong đó ≥ 56% từ hệ thống)", "≥ 95 %; trong đó ≥ 56 % (từ hệ thống)"},
}

// sets of columns, as headings and as kinds.
var sets = []struct{ over, headings, kinds []string }{
	{nil, []string{"Mức đạt"}, []string{"all"}},
	{[]string{"Mức đạt"}, []string{"Nhóm 1", "Nhóm 2", "Nhóm 3"}, []string{"group nhom-1", "group nhom-2",
		"group nhom-3"}},
	{[]string{"Chỉ tiêu theo vùng"}, []string{"Tây Nguyên", "ĐB sông Hồng"}, []string{"region tn", "region dbsh"}},
	{[]string{"Tiêu chuẩn"}, []string{"Khu vực 1", "Khu vực II"}, []string{"zone khu-vuc-1", "zone khu-vuc-2"}},
}

// Whatever the order of the columns, the merges, the heads and the cuts, a table is read
// as what it was drawn from.
func TestAnyLayout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := rapid.SampledFrom(sets).Draw(t, "columns")
		order := rapid.Permutation([]string{"TT", "Tên tiêu chí", "Nội dung tiêu chí", "values"}).Draw(t, "order")
		merged, deep := rapid.Bool().Draw(t, "merged"), rapid.Bool().Draw(t, "deep") && set.over != nil
		line := func(of map[string]string, values []string) string {
			var out []string
			for _, column := range order {
				switch text, has := of[column]; {
				case column == "values":
					out = append(out, values...)
				case has:
					out = append(out, text)
				}
			}
			return strings.Join(out, "|")
		}
		names := map[string]string{"TT": "TT", "Tên tiêu chí": "Tên tiêu chí", "Nội dung tiêu chí": "Nội dung tiêu chí"}
		head := []string{line(names, set.headings)}
		if deep {
			for name := range names {
				names[name] = "2v " + name
			}
			head = []string{line(names, []string{fmt.Sprintf("%d>%s", len(set.headings), set.over[0])}),
				strings.Join(set.headings, "|")}
		}
		table, content, want := append([]string{}, head...), "", []string{}
		for no := range rapid.IntRange(1, 4).Draw(t, "criteria") {
			indicators := rapid.IntRange(1, 3).Draw(t, "indicators")
			for i := range indicators {
				cells := map[string]string{"TT": "", "Tên tiêu chí": "",
					"Nội dung tiêu chí": fmt.Sprintf("%d.%d. Việc %c", no+1, i+1, 'A'+i)}
				switch {
				case i == 0 && merged && indicators > 1:
					cells["TT"], cells["Tên tiêu chí"] = fmt.Sprintf("%dv %d", indicators,
						no+1), fmt.Sprintf("%dv Tiêu chí %c", indicators, 'M'+no)
				case i == 0:
					cells["TT"], cells["Tên tiêu chí"] = fmt.Sprint(no+1), fmt.Sprintf("Lĩnh vực %c", 'M'+no)
				case merged:
					delete(cells, "TT")
					delete(cells, "Tên tiêu chí")
				}
				expected := fmt.Sprintf("%d/%d.%d Việc %c", no+1, no+1, i+1, 'A'+i)
				var values []string
				for column := range set.headings {
					one := rapid.SampledFrom(drawn).Draw(t, "cell")
					values = append(values, one.words)
					expected += fmt.Sprintf(" | %s: %s", set.kinds[column], one.want)
				}
				table, want = append(table, line(cells, values)), append(want, expected)
			}
			switch rapid.IntRange(0, 3).Draw(t, "then") {
			case 0:
				table = append(table, head...)
			case 1:
				content += rows(table...)
				table = append([]string{}, head...)
			}
		}
		content += rows(table...)
		got := short(page(t, content))
		for i := range got {
			got[i] = strings.TrimSuffix(strings.ReplaceAll(got[i], " ? |", " |"), " ?") // the numbers are drawn apart
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%s", strings.ReplaceAll(content, "<tr>", "\n"), diff)
		}
	})
}

// A cell that is taken out of a row leaves nothing sure in it.
func TestShiftedRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := []string{"2", "Giao thông", "2.1. Việc A", "≥ 81%", "≥ 71%", "≥ 61%"}
		out := rapid.IntRange(0, len(cells)-1).Draw(t, "taken out")
		cells = append(append([]string{}, cells[:out]...), cells[out+1:]...)
		d := page(t, rows("TT|Tên tiêu chí|Nội dung tiêu chí|Nhóm 1|Nhóm 2|Nhóm 3",
			"1|Quy hoạch|1.1. Việc|Đạt|Đạt|Đạt", strings.Join(cells, "|")))
		for _, a := range d.Annexes {
			for _, r := range a.Rows[1:] {
				for _, c := range r.Cells {
					if c.Sure() {
						t.Errorf("without cell %d: %q is sure in column %d", out+1, c.Words, c.Column.At)
					}
				}
			}
		}
	})
}

// Whatever a page holds, what is read of it is told, and every cell has a column.
func FuzzOf(f *testing.F) {
	f.Add(rows("TT|Tiêu chí|Nội dung|Nhóm 1|Nhóm 2", "1|2v A|1.1 B|≥ 81%|Đạt", "2>C|Năm 2021 ≥ 45"))
	f.Add(rows("TT|Nội dung tiêu chí|Mức đạt", "3>I. A", "3>PHỤ LỤC II", "TT|Nội dung tiêu chí|Mức đạt", "a)|B|-") +
		rows("1|C|Đạt"))
	f.Fuzz(func(t *testing.T, content string) {
		doc, err := webpage.Read("gia-dinh.html", []byte(content))
		if err != nil {
			return
		}
		d := decision.Of(doc)
		if told(d) == "" {
			t.Error("nothing told")
		}
		for _, a := range d.Annexes {
			for _, r := range a.Rows {
				if len(r.Cells) == 0 {
					t.Errorf("a row without cells: %+v", r)
				}
			}
		}
	})
}
