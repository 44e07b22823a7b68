package read

import (
	"errors"
	"testing"

	"ntm/internal/problem"
)

// Whatever is given, it is read within the limits, or refused with a problem
// that can be acted on; and it is read the same each time.
func examine(t *testing.T, name string, data []byte) {
	b, err := readBytes(name, data)
	if err == nil {
		for _, s := range b.Sheets {
			var table *Table
			if table, err = s.Table(); err != nil {
				break
			}
			last, seen := 0, 0
			for _, r := range table.Rows {
				if r.Number <= last || len(r.Cells) == 0 || r.Cells[len(r.Cells)-1].Kind == Blank {
					t.Fatalf("a row that cannot be: %+v", r)
				}
				last = r.Number
				for column, c := range r.Cells {
					if c.Kind == Number && !isNumber(c.Text) || c.Kind == Blank && c != (Cell{}) ||
						c.Kind == Text && c.Text == "" {
						t.Fatalf("%s cannot be: %+v", Ref(column+1, r.Number), c)
					}
					Day(c.Text, b.Uses1904)
					table.At(r.Number, column+1)
					if c.Kind != Blank {
						seen++
					}
				}
			}
			if again, err := tryCells(s); err != nil || len(again) != seen {
				t.Fatalf("read again it has %d cells, not %d: %v", len(again), seen, err)
			}
		}
	}
	var p problem.Problem
	if err != nil && (!errors.As(err, &p) || p.File != name || p.Message == "" || p.Hint == "") {
		t.Fatalf("no problem to act on: %+v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(zipped(parts{firstSheet: sheetOf(one), sharedStrings: someStrings, styles: someStyles}))
	f.Add(zipped(parts{types: without}))
	f.Add(wide(f, 3, 4))
	f.Add([]byte("sep=;\r\nXã;\"Thu\nnhập\"\r\n;1,5\r\n"))
	f.Add([]byte("\xFF\xFEX\x00;\x00"))
	f.Add([]byte("\xEF\xBB\xBFa,b\n\"c"))
	f.Fuzz(func(t *testing.T, data []byte) { examine(t, "thu.csv", data) })
}

// The parts that hold what people typed, each by itself: a change to the
// archive as a whole only breaks it.
func FuzzParts(f *testing.F) {
	f.Add(sheetOf(one), someStrings, someStyles)
	f.Add(sheetOf(`<row r="1"><c r="A1" t="s" s="4"><v>6</v></c><c t="str"><f>1</f><v>_x000D_</v></c><c t="d"><v>`+
		`2022-03-15</v></c><c t="e"><v>#N/A</v></c></row>`), someStrings, someStyles)
	f.Add(mergedSheet(`<row><c t="inlineStr"><is><r><t>a</t></r></is></c></row><row hidden="1"><c t="b"><v>1</v>`+
		`</c></row>`, "A1:B2", "C1:XFD9"), someStrings, someStyles)
	f.Fuzz(func(t *testing.T, sheet, text, style string) {
		if sheet == without || text == without || style == without {
			return
		}
		examine(t, "thu.xlsx", zipped(parts{firstSheet: sheet, sharedStrings: text, styles: style}))
	})
}
