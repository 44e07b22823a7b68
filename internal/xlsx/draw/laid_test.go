package draw

import (
	"html"
	"slices"
	"strings"
	"testing"

	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
)

// A group of few rows stays whole; of a longer one the first two stay together, and the
// last two. What is one thing stays whole where it is longer.
func TestKeep(t *testing.T) {
	for _, c := range []struct {
		name string
		rows int
		keep func(*Sheet, int)
		want []int // rows that stay with the next one
	}{
		{"one row", 1, (*Sheet).Keep, nil},
		{"few rows", 3, (*Sheet).Keep, []int{2, 3}},
		{"more rows", 5, (*Sheet).Keep, []int{2, 5}},
		{"many rows", 20, (*Sheet).Keep, []int{2, 20}},
		{"a thing of more rows", 5, (*Sheet).KeepWhole, []int{2, 3, 4, 5}},
		{"a thing of many rows", 20, (*Sheet).KeepWhole, []int{2, 20}},
	} {
		s := NewSheet("x", Page{}, 1)
		s.Gap(1)
		for range c.rows {
			s.AddTall(40, Blank(words))
		}
		c.keep(s, 2)
		s.Add(Text("sau nhóm", words))
		s.settle()
		var got []int
		for i, r := range s.Rows {
			if r.Bound {
				got = append(got, i+1)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// The number of a row is that under which it is found again, however it was laid down.
func TestRowsAsTheyAreLaid(t *testing.T) {
	s := NewSheet("x", Page{}, 1, 1)
	s.Least = 20
	rows := map[string]int{
		"một dòng": s.Add(Text("một dòng", words)), "cao": s.AddTall(55, Text("cao", words)),
		"lớn dần": s.AddOpen(Text("lớn dần", words)), "khóa": s.Hide("khóa", "ntm:x"),
		"cả hai cột": s.Line("cả hai cột", words), "đầu bảng": s.AddHead(Text("đầu bảng", words)),
	}
	s.Gap(7)
	for words, row := range rows {
		if got := s.Rows[row-1].Cells[0].Value; got != words {
			t.Errorf("row %d holds %v, want %s", row, got, words)
		}
	}
	if s.Last() != 7 || s.Columns() != 2 {
		t.Errorf("%d rows, %d columns", s.Last(), s.Columns())
	}
	file := painted(t, about, s)
	for row, want := range map[int]float64{1: 20, 2: 55, 7: 7} {
		if got := must(file.GetRowHeight("x", row)); got != want {
			t.Errorf("row %d is %v points high, want %v", row, got, want)
		}
	}
	if must(file.GetRowVisible("x", rows["khóa"])) || !must(file.GetRowVisible("x", 1)) {
		t.Error("the row for programs is seen, or another one is not")
	}
	if diff := cmp.Diff([]string{"A5:B5"}, mergedOf(s)); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
}

func mergedOf(s *Sheet) []string {
	var out []string
	for _, m := range s.Merged {
		out = append(out, m.String())
	}
	return out
}

// What a chart says is in its part of the file: its kind, its cells, its shades.
func TestCharts(t *testing.T) {
	for _, c := range []struct {
		name    string
		chart   Chart
		series  int
		has     []string
		without []string
	}{
		{"upright", Chart{Bars: Upright}, 1, []string{`<barDir val="col"`},
			[]string{"<legend>", "<max ", `<orientation val="maxMin"`}},
		{"lying", Chart{Bars: Lying, Most: 100}, 1, []string{`<barDir val="bar"`, `<max val="100"`,
			`<orientation val="maxMin"`}, []string{`<grouping val="stacked"`}},
		{"stacked", Chart{Bars: Stacked}, 2, []string{`<grouping val="stacked"`, `<legendPos val="b"`, Middle}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := NewSheet("Số liệu", Page{}, 3, 1, 1)
			head := s.AddHead(Text("Mức", words), Text("Đạt", words), Text("Chưa", words))
			last := s.Add(Text("xã A", words), Cell{Value: 1.0}, Cell{Value: 2.0})
			c.chart.Title, c.chart.Height = "Số xã theo mức", 150
			for i, shade := range []string{Dark, Middle}[:c.series] {
				c.chart.Series = append(c.chart.Series, s.Series(1, 2+i, head, last, shade))
			}
			s.Draw(c.chart)
			_, parts := xlsxtest.Parts(t, bytesOf(t, about, s))
			xml := html.UnescapeString(parts["xl/charts/chart1.xml"])
			cells := []string{"Số xã theo mức", Dark, "'Số liệu'!$B$1", "'Số liệu'!$A$2", "'Số liệu'!$B$2"}
			for _, want := range slices.Concat(c.has, cells) {
				if !strings.Contains(xml, want) {
					t.Errorf("the chart has no %s", want)
				}
			}
			for _, no := range c.without {
				if strings.Contains(xml, no) {
					t.Errorf("the chart has %s", no)
				}
			}
			free := 0.0
			for _, r := range s.Rows[last:] {
				free += r.Height
			}
			if free != 150 {
				t.Errorf("%v points are kept free, want 150", free)
			}
		})
	}
}

// Sheets that are hidden, show their lines or filter are opened again so.
func TestSheetOptions(t *testing.T) {
	s := NewSheet("Lọc", Page{}, 1, 1)
	s.Lines, s.Filter, s.Texts = true, "A1:B2", "A2:A2"
	s.Add(Text("Mã", words), Text("Tên", words))
	s.Add(Text("01", words), Text("xã", words))
	hidden := &Sheet{Name: "Ẩn", Hidden: true, Widths: []float64{1}}
	plain := NewSheet("Thường", Page{}, 1)
	_, parts := xlsxtest.Parts(t, bytesOf(t, about, s, hidden, plain))
	first, third := parts["xl/worksheets/sheet1.xml"], parts["xl/worksheets/sheet3.xml"]
	for _, c := range []struct {
		what   string
		in     string
		words  string
		stands bool
	}{
		{"lines", first, `showGridLines="false"`, false},
		{"no lines", third, `showGridLines="false"`, true},
		{"filter", first, `<autoFilter ref="`, true},
		{"no filter", third, `<autoFilter`, false},
		{"numbers as texts", first, `numberStoredAsText="true"`, true},
		{"hidden from all", parts["xl/workbook.xml"], `state="veryHidden"`, true},
	} {
		if strings.Contains(c.in, c.words) != c.stands {
			t.Errorf("%s: %s stands: %v", c.what, c.words, !c.stands)
		}
	}
}
