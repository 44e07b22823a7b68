package wordpapers_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"ntm/internal/xlsx/draw"
)

// paperTable is a table of a Word file, as far as its words need room.
type paperTable struct {
	Columns []struct {
		Width float64 `xml:"w,attr"` // in twentieths of a point
	} `xml:"tblGrid>gridCol"`
	Rows []struct {
		Cells []struct {
			Span struct {
				Columns int `xml:"val,attr"`
			} `xml:"tcPr>gridSpan"`
			Runs []struct {
				Size struct {
					Halves float64 `xml:"val,attr"`
				} `xml:"rPr>sz"`
				Bold *struct{} `xml:"rPr>b"`
				Text string    `xml:"t"`
			} `xml:"p>r"`
		} `xml:"tc"`
	} `xml:"tr"`
}

const cellMargins = 6 // points at both sides of a cell

// tooWide are the words of a table that a column would break in the middle.
func (p *paperTable) tooWide() []string {
	var out []string
	for _, row := range p.Rows {
		column := 0
		for _, c := range row.Cells {
			room := -float64(cellMargins)
			for range max(1, c.Span.Columns) {
				room += p.Columns[column].Width / 20
				column++
			}
			for _, r := range c.Runs {
				for _, word := range strings.Fields(r.Text) {
					if draw.Needs(word, r.Size.Halves/2, r.Bold != nil, room).Widest > room {
						out = append(out, word)
					}
				}
			}
		}
	}
	return out
}

// No column of a paper's tables breaks a word in the middle.
func TestColumnsHoldTheirWords(t *testing.T) {
	for name, one := range subjects(t) {
		for _, p := range papersOf(t, one.a, one.o) {
			var document struct {
				Tables []paperTable `xml:"body>tbl"`
			}
			if err := xml.Unmarshal([]byte(partOf(t, p.Data, "word/document.xml")), &document); err != nil {
				t.Fatal(err)
			}
			held := 0
			for i := range document.Tables {
				held += len(document.Tables[i].Rows)
				for _, word := range document.Tables[i].tooWide() {
					t.Errorf("%s, %s: table %d breaks %q", name, p.File, i+1, word)
				}
			}
			if held == 0 {
				t.Errorf("%s, %s: no row of a table was measured", name, p.File)
			}
		}
	}
}
