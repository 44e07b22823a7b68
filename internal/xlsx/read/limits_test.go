package read

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/testenv"
)

// Each limit holds: what just keeps it is read, what oversteps it is refused.
func TestLimitsOfASheet(t *testing.T) {
	testenv.LeftToWhole(t)
	row := func(n, column int) string {
		return fmt.Sprintf(`<row r="%d"><c r="%s"><v>1</v></c></row>`, n, Ref(column, n))
	}
	rows := func(n, column int) string {
		var all strings.Builder
		for i := range n {
			all.WriteString(row(i+1, column))
		}
		return all.String()
	}
	long := func(n int) string {
		return `<row r="1"><c r="B1" t="inlineStr"><is><t>` + strings.Repeat("ầ", n) + `</t></is></c></row>`
	}
	for _, tt := range []struct {
		name, kept, overstepped string
		want                    problem.Problem
		at                      string
	}{
		{"rows", rows(maxRows, 1), rows(maxRows+1, 1), errRows, ""},
		{"columns", row(1, maxColumns), row(1, maxColumns+1), errColumns, Ref(maxColumns+1, 1)},
		{"cells", rows(maxCells/maxColumns, maxColumns), rows(maxCells/maxColumns+1, maxColumns), errCells, ""},
		{"text", long(maxText), long(maxText + 1), errLong, "B1"},
		{"a token", "<!--" + strings.Repeat("x", maxToken-10) + "-->", "<!--" + strings.Repeat("x", maxToken) +
			"-->", errToken, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, "thu.xlsx", zipped(parts{firstSheet: sheetOf(tt.kept)}))
			if err := b.Sheets[0].Each(func(Row) error { return nil }); err != nil {
				t.Errorf("what keeps the limit: %v", err)
			}
			if p := refused(t, "thu.xlsx",
				zipped(parts{firstSheet: sheetOf(tt.overstepped)})); p.Message != tt.want.Message ||
				p.Cell != tt.at || p.Sheet == "" {
				t.Errorf("got %+v", p)
			}
		})
	}
}

func TestLimitsOfAWorkbook(t *testing.T) {
	sheets := func(n int) parts {
		return parts{workbook: `<workbook xmlns:r="r"><sheets>` + strings.Repeat(`<sheet name="a" r:id="r1"/>`, n) +
			`</sheets></workbook>`}
	}
	if got := mustRead(t, "thu.xlsx", zipped(sheets(maxSheets))); len(got.Sheets) != maxSheets {
		t.Errorf("%d sheets", len(got.Sheets))
	}
	if p := refused(t, "thu.xlsx", zipped(sheets(maxSheets+1))); p.Message != errSheets.Message {
		t.Errorf("got %+v", p)
	}
	many := parts{}
	for i := range maxParts {
		many[fmt.Sprint("xl/media/", i)] = ""
	}
	if p := refused(t, "thu.xlsx", zipped(many)); p.Message != errParts.Message {
		t.Errorf("got %+v", p)
	}
	relations := parts{rootRels: `<Relationships>` + strings.Repeat(`<Relationship Id="r1"/>`, 3) + `</Relationships>`}
	if p := refused(t, "thu.xlsx", zipped(relations)); p.Message != errDamaged.Message {
		t.Errorf("got %+v", p)
	}
	style := parts{styles: `<styleSheet><cellXfs>` + strings.Repeat(`<xf/>`, maxStyles+1) + `</cellXfs></styleSheet>`}
	if p := refused(t, "thu.xlsx", zipped(style)); p.Message != errStyles.Message {
		t.Errorf("got %+v", p)
	}
}

// One text more than the workbook may share, or one that is too much.
func TestLimitsOfSharedStrings(t *testing.T) {
	testenv.LeftToWhole(t)
	data := zipped(parts{sharedStrings: `<sst><si><t>` + strings.Repeat("x", 1<<20) + `</t></si></sst>`})
	b := mustRead(t, "thu.xlsx", data)
	b.strings = make([]sharedString, maxStrings)
	if err := b.loadStrings("xl/sharedstrings.xml"); !errors.Is(err, errStrings) {
		t.Errorf("got %v", err)
	}
	all := zipped(parts{sharedStrings: `<sst>` + strings.Repeat(`<si><t>`+strings.Repeat("x", 1<<20)+`</t></si>`,
		maxStringBytes>>20+1) + `</sst>`})
	if p := refused(t, "thu.xlsx", all); p.Message != errStrings.Message {
		t.Errorf("got %+v", p)
	}
}

// What unfolds is counted, over all parts, and each part once however often it
// is read.
func TestUnfoldedBytesAreCounted(t *testing.T) {
	content := sheetOf(one)
	b := mustRead(t, "thu.xlsx", zipped(parts{firstSheet: content}))
	before := b.parts.unzipped
	for range 3 {
		cells(t, b.Sheets[0])
		if got := b.parts.unzipped - before; got != int64(len(content)) {
			t.Errorf("%d bytes of %d are counted", got, len(content))
		}
	}
	b = mustRead(t, "thu.xlsx", zipped(parts{firstSheet: content}))
	b.parts.unzipped = maxUnzipped - int64(len(content))
	cells(t, b.Sheets[0])
	b = mustRead(t, "thu.xlsx", zipped(parts{firstSheet: content}))
	b.parts.unzipped = maxUnzipped - int64(len(content)) + 1
	var p problem.Problem
	if _, err := tryCells(b.Sheets[0]); !errors.As(err, &p) || p.Message != errUnzipped.Message ||
		p.Sheet != "Số liệu" {
		t.Errorf("got %v", err)
	}
}
