package read

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func mergedSheet(rows string, areas ...string) string {
	merged := `<mergeCells><mergeCell ref="` + strings.Join(areas, `"/><mergeCell ref="`) + `"/></mergeCells>`
	return strings.Replace(sheetOf(rows), "</worksheet>", merged+"</worksheet>", 1)
}

func TestTable(t *testing.T) {
	data := zipped(parts{firstSheet: mergedSheet(`<row r="2"><c r="B2"><v>22</v></c><c r="C2"><v>0</v></c></row>`+
		`<row r="3"><c r="A3"><v>13</v></c><c r="E3"><v>53</v></c></row>`, "B2:C4", "E3:XFD3", "A5", "A3:A4")})
	table, err := mustRead(t, "thu.xlsx", data).Sheets[0].Table()
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 2 || table.Rows[0].Number != 2 || table.Rows[0].Cells[1].Text != "22" ||
		table.Rows[1].Cells[4].Text != "53" {
		t.Errorf("got %+v", table.Rows)
	}
	for _, tt := range []struct {
		cell string
		want string
	}{
		{"A1", ""}, {"A2", ""}, {"A3", "13"}, {"A4", "13"}, {"A5", ""},
		{"B1", ""}, {"B2", "22"}, {"B3", "22"}, {"B4", "22"}, {"B5", ""},
		{"C2", ""}, {"C4", ""}, {"D2", ""}, {"D3", ""},
		{"E3", "53"}, {"F3", ""}, {"AAA3", ""}, {"F4", ""}, {"F1048576", ""},
	} {
		column, row, ok := parseRef(tt.cell)
		if got := table.At(row, column).Text; !ok || got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.cell, got, tt.want)
		}
	}
	for _, outside := range [][2]int{{0, 0}, {-1, 2}, {2, -1}, {2, 0}, {1 << 40, 1}, {3, 1 << 40}} {
		if got := table.At(outside[0], outside[1]); got != (Cell{}) {
			t.Errorf("%v: got %+v", outside, got)
		}
	}
}

func TestMergedAreasThatCannotBe(t *testing.T) {
	for _, tt := range []struct {
		name  string
		areas []string
		at    string
		says  string
	}{
		{"overlapping", []string{"A1:B3", "D1:D9", "B2:C2"}, "B2", "hai vùng ô gộp"},
		{"twice", []string{"A1:B1", "A1:B1"}, "A1", "hai vùng ô gộp"},
		{"upside down", []string{"B2:A1"}, "", "hỏng"},
		{"nowhere", []string{""}, "", "hỏng"},
		{"beyond the grid", []string{"A1:XFE1"}, "", "hỏng"},
		{"too wide together", repeat(maxMergedWidth/maxColumns+1,
			func(i int) string { return fmt.Sprintf("A%d:XFD%d", i, i) }), "", "quá nhiều ô gộp"},
		{"too many", repeat(maxMerged+1, func(i int) string { return fmt.Sprintf("A%d", i) }), "", "quá nhiều ô gộp"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := refused(t, "thu.xlsx", zipped(parts{firstSheet: mergedSheet("", tt.areas...)}))
			if !strings.Contains(p.Message, tt.says) || p.Sheet != "Số liệu" || tt.at != "" && p.Cell != tt.at {
				t.Errorf("got %+v", p)
			}
		})
	}
}

func repeat(n int, one func(i int) string) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = one(i + 1)
	}
	return all
}

// At is what one finds by looking at each area and each row.
func TestTableAtProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows strings.Builder
		want := map[[2]int]string{}
		for row := 1; row <= 8; row++ {
			fmt.Fprintf(&rows, `<row r="%d">`, row)
			for column := 1; column <= 8; column++ {
				if rapid.Bool().Draw(t, "filled") {
					want[[2]int{row, column}] = fmt.Sprint(row*10 + column)
					fmt.Fprintf(&rows, `<c r="%s"><v>%d</v></c>`, Ref(column, row), row*10+column)
				}
			}
			rows.WriteString("</row>")
		}
		var areas []string
		taken := map[[2]int]bool{}
		covers := map[[2]int][4]int{}
		for range rapid.IntRange(0, 6).Draw(t, "areas") {
			top, left := rapid.IntRange(1, 8).Draw(t, "top"), rapid.IntRange(1, 8).Draw(t, "left")
			bottom, right := rapid.IntRange(top, 8).Draw(t, "bottom"), rapid.IntRange(left, 8).Draw(t, "right")
			free := true
			for row := top; row <= bottom; row++ {
				for column := left; column <= right; column++ {
					free = free && !taken[[2]int{row, column}]
				}
			}
			if !free {
				continue
			}
			first := want[[2]int{top, left}]
			for row := top; row <= bottom; row++ {
				for column := left; column <= right; column++ {
					taken[[2]int{row, column}] = true
					covers[[2]int{row, column}] = [4]int{top, left, bottom, right}
					want[[2]int{row, column}] = ""
					if column == left {
						want[[2]int{row, column}] = first
					}
				}
			}
			areas = append(areas, Ref(left, top)+":"+Ref(right, bottom))
		}
		part := sheetOf(rows.String())
		if len(areas) > 0 {
			part = mergedSheet(rows.String(), areas...)
		}
		b, err := readBytes("thu.xlsx", zipped(parts{firstSheet: part}))
		if err != nil {
			t.Fatal(err)
		}
		table, err := b.Sheets[0].Table()
		if err != nil {
			t.Fatal(err)
		}
		for row := 0; row <= 9; row++ {
			for column := 0; column <= 9; column++ {
				if merged := table.Merged(row, column); merged && !taken[[2]int{row, column}] {
					t.Fatalf("%s with %v is merged", Ref(column, row), areas)
				}
				area, is := covers[[2]int{row, column}]
				if !is {
					area = [4]int{row, column, row, column}
				}
				if top, left, bottom, right := table.Area(row, column); area != [4]int{top, left, bottom, right} {
					t.Fatalf("%s with %v: area %d,%d,%d,%d", Ref(column, row), areas, top, left, bottom, right)
				}
				if got := table.At(row, column).Text; got != want[[2]int{row, column}] {
					t.Fatalf("%s with %v: got %q", Ref(column, row), areas, got)
				}
			}
		}
	})
}
