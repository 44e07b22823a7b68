package read

import (
	"errors"
	"strings"
	"testing"
	"time"
)

const one = `<row r="1"><c r="A1"><v>1</v></c></row>`

// However a workbook is put together, its sheets are found.
func TestWorkbooksOfManyPrograms(t *testing.T) {
	strict := strings.NewReplacer("http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
		"http://purl.oclc.org/ooxml/officeDocument/relationships/")
	for _, tt := range []struct {
		name string
		own  parts
	}{
		{"no strings, no styles", parts{}},
		{"a style, and no styles", parts{firstSheet: sheetOf(`<row r="1"><c r="A1" s="3"><v>1</v></c></row>`)}},
		{"absolute targets", parts{workbookRels: `<Relationships><Relationship Id="r1" Type="` + officeRel +
			`worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`}},
		{"targets that climb", parts{workbookRels: `<Relationships><Relationship Id="r1" Type="` + officeRel +
			`worksheet" Target="../xl/worksheets/./sheet1.xml"/></Relationships>`}},
		{"another case", parts{firstSheet: without, "XL/Worksheets/Sheet1.XML": sheetOf(one)}},
		{"backslashes", parts{firstSheet: without, `xl\worksheets\sheet1.xml`: sheetOf(one)}},
		{"strict", parts{
			rootRels: strict.Replace(`<Relationships><Relationship Id="r1" Type="` + officeRel +
				`officeDocument" Target="xl/workbook.xml"/></Relationships>`),
			workbookRels: strict.Replace(`<Relationships><Relationship Id="r1" Type="` + officeRel +
				`worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
		}},
		{"prefixes", parts{
			workbook: `<x:workbook xmlns:x="x" xmlns:rel="r"><x:sheets><x:sheet name="Số liệu" sheetId="1" ` +
				`rel:id="r1"/></x:sheets></x:workbook>`,
			firstSheet: `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>` +
				`</x:row></x:sheetData></x:worksheet>`,
		}},
		{"a wrong dimension, and much else", parts{firstSheet: strings.Replace(sheetOf(one), "<sheetData>",
			`<!-- ghi chú --><dimension ref="A1:XFD1048576"/><sheetViews><sheetView><pane/></sheetView>`+
				`</sheetViews><cols><col min="1" max="2"/></cols><sheetData>`, 1)}},
		{"a byte order mark", parts{firstSheet: "\uFEFF" + sheetOf(one)}},
		{"a chart of its own beside it", parts{
			workbook: `<workbook xmlns:r="r"><sheets><sheet name="Biểu đồ" sheetId="2" r:id="r9"/><sheet ` +
				`name="Số liệu" sheetId="1" r:id="r1"/></sheets></workbook>`,
			workbookRels: `<Relationships><Relationship Id="r9" Type="` + officeRel +
				`chartsheet" Target="c.xml"/><Relationship Id="r1" Type="` + officeRel +
				`worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + officeRel +
				`sharedStrings" Target="https://example.com/x" TargetMode="External"/></Relationships>`,
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.own[firstSheet] == "" {
				tt.own[firstSheet] = sheetOf(one)
			}
			b := mustRead(t, "thu.xlsx", zipped(tt.own))
			if len(b.Sheets) != 1 || b.Sheets[0].Name != "Số liệu" || b.Sheets[0].Hidden || b.Uses1904 {
				t.Fatalf("got %+v", b.Sheets)
			}
			if got := cells(t, b.Sheets[0]); len(got) != 1 || got["A1"] != (Cell{Kind: Number, Text: "1"}) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestHiddenSheetsAndOldMacs(t *testing.T) {
	b := mustRead(t, "thu.xlsx", zipped(parts{
		workbook: `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" state="visible" ` +
			`r:id="r1"/><sheet name="b" state="hidden" r:id="r1"/><sheet name="c" state="veryHidden" r:id="r1"/>` +
			`</sheets></workbook>`,
		firstSheet: sheetOf(`<row r="1"><c r="A1" t="d"><v>2022-03-15</v></c></row>`),
	}))
	for i, hidden := range []bool{false, true, true} {
		if b.Sheets[i].Hidden != hidden {
			t.Errorf("sheet %s: %v", b.Sheets[i].Name, b.Sheets[i].Hidden)
		}
	}
	c := cells(t, b.Sheets[0])["A1"]
	if day, ok := Day(c.Text, b.Uses1904); !b.Uses1904 || !ok || day.Format(time.DateOnly) != "2022-03-15" {
		t.Errorf("%+v is %v", c, day)
	}
}

func TestTheVisitorEndsTheReading(t *testing.T) {
	b := mustRead(t, "thu.xlsx", zipped(parts{firstSheet: sheetOf(one + `<row r="2"><c r="A2"><v>2</v></c></row>`)}))
	enough := errors.New("enough")
	visits := 0
	err := b.Sheets[0].Each(func(Row) error { visits++; return enough })
	if !errors.Is(err, enough) || err.Error() != "enough" || visits != 1 {
		t.Errorf("%d visits, then %v", visits, err)
	}
}
