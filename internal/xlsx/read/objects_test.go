package read

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFormulasAreWrittenOut(t *testing.T) {
	b := mustRead(t, "thu.xlsx", zipped(parts{
		workbook: `<workbook xmlns:r="r"><sheets><sheet name="Số liệu" sheetId="1" r:id="r1"/></sheets><definedNames>` +
			`<definedName name="ty_le">'Số liệu'!$A$1</definedName>` +
			`<definedName name="_xlnm.Print_Area" localSheetId="0">'Số liệu'!$A$1:$B$2</definedName>` +
			`</definedNames></workbook>`,
		firstSheet: sheetOf(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>IF(A1&gt;1,"A1","")</f>` +
			`<v></v></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:B3" si="0">` +
			`SUM($A1,B$1)+'A1 &amp; B2'!A1+LOG10(A1)+"A1"+ty_le2+A1</f><v>1</v></c><c r="B2"><f t="shared" ` +
			`si="0"/></c>` +
			`</row><row r="3"><c r="A3"><f t="shared" si="0"></f><v>1</v></c><c r="B3"><f t="shared" si="7"/></c>` +
			`</row>`),
	}))
	got, err := b.Sheets[0].Formulas()
	if diff := cmp.Diff(map[string]string{
		"A1": "1+1", "B1": `IF(A1>1,"A1","")`,
		"A2": `SUM($A1,B$1)+'A1 & B2'!A1+LOG10(A1)+"A1"+ty_le2+A1`,
		"B2": `SUM($A1,C$1)+'A1 & B2'!B1+LOG10(B1)+"A1"+ty_le2+B1`,
		"A3": `SUM($A2,B$1)+'A1 & B2'!A2+LOG10(A2)+"A1"+ty_le2+A2`, "B3": "",
	}, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if diff := cmp.Diff(map[string]string{"ty_le": "'Số liệu'!$A$1"}, b.Names); diff != "" {
		t.Error(diff)
	}
}

// What is drawn is found by the relations that lead to it, wherever it is kept.
func TestObjects(t *testing.T) {
	const rels = "xl/worksheets/_rels/sheet1.xml.rels"
	related := func(all ...string) string {
		out := "<Relationships>"
		for i := 0; i < len(all); i += 2 {
			mode := ""
			if all[i+1] == "https://example.com/x" {
				mode = ` TargetMode="External"`
			}
			out += fmt.Sprintf(`<Relationship Id="r%d" Type="%s%s" Target="%s"%s/>`, i/2+1, officeRel, all[i],
				all[i+1], mode)
		}
		return out + "</Relationships>"
	}
	anchored := func(what string) string {
		return `<xdr:wsDr xmlns:xdr="x" xmlns:r="r"><xdr:twoCellAnchor><xdr:from/>` + what +
			`<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
	}
	chart := `<xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic>` +
		`</xdr:graphicFrame>`
	box := `<xdr:sp><xdr:txBody><a:p><a:r><a:rPr lang="vi-VN"/><a:t>Đủ </a:t></a:r><a:r><a:t>điều kiện</a:t>` +
		`</a:r></a:p>` +
		`</xdr:txBody></xdr:sp>`
	for name, tt := range map[string]struct {
		own  parts
		want []Object
	}{
		"nothing": {parts{}, nil},
		"a text box in a part of another name": {parts{rels: related("drawing", "../o/x1.xml"),
			"xl/o/x1.xml": anchored(box)}, []Object{{Kind: Shape, Words: "Đủ điều kiện"}}},
		"a chart, and a picture in a group": {parts{rels: related("drawing", "d.xml"),
			"xl/worksheets/d.xml":            anchored(chart + `<xdr:grpSp><xdr:pic/></xdr:grpSp>`),
			"xl/worksheets/_rels/d.xml.rels": related("chart", "c.xml"),
			"xl/worksheets/c.xml": `<c:chartSpace><c:chart><c:title><a:t>Số tiêu chí</a:t></c:title><c:ser><c:val>` +
				`<c:numRef><c:f>'Tổng hợp'!$B$1:$B$3</c:f></c:numRef></c:val></c:ser></c:chart></c:chartSpace>`},
			[]Object{{Kind: Chart, Words: "Số tiêu chí", Cells: []string{"'Tổng hợp'!$B$1:$B$3"}}, {Kind: Picture}}},
		"a box inside a chart": {parts{rels: related("drawing", "d.xml"),
			"xl/worksheets/d.xml": anchored(chart), "xl/worksheets/_rels/d.xml.rels": related("chart", "c.xml"),
			"xl/worksheets/c.xml":            `<c:chartSpace/>`,
			"xl/worksheets/_rels/c.xml.rels": related("chartUserShapes", "u.xml"),
			"xl/worksheets/u.xml": `<c:userShapes><cdr:relSizeAnchor>` + box +
				`</cdr:relSizeAnchor></c:userShapes>`},
			[]Object{{Kind: Chart}, {Kind: Shape, Words: "Đủ điều kiện"}}},
		"what only a later program shows": {parts{rels: related("drawing", "d.xml"),
			"xl/worksheets/d.xml": anchored(`<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><xdr:pic/>` +
				`</mc:Fallback></mc:AlternateContent>`)}, []Object{{Kind: Picture}}},
		"a diagram": {parts{rels: related("drawing", "d.xml"),
			"xl/worksheets/d.xml": anchored(`<xdr:graphicFrame><dgm:relIds r:dm="r1"/></xdr:graphicFrame>`)},
			[]Object{{Kind: Shape}}},
		"a picture behind the cells, files within and without": {parts{rels: related("image", "p.png", "package",
			"a.xlsx",
			"oleObject", "https://example.com/x")}, []Object{{Kind: Picture}, {Kind: Embedded}, {Kind: Embedded}}},
		"a comment": {parts{rels: related("vmlDrawing", "v.vml", "comments", "c.xml"),
			"xl/worksheets/v.vml": `<xml><v:shapetype/><v:shape><v:textbox><div>một<br></div></v:textbox>` +
				`<x:ClientData ObjectType="Note"><x:Row>1</x:Row></x:ClientData></v:shape></xml>`}, nil},
		"a button beside a comment": {parts{rels: related("vmlDrawing", "v.vml"),
			"xl/worksheets/v.vml": `<xml><v:shape><x:ClientData ObjectType="Note"/></v:shape>` +
				`<v:shape><x:ClientData ObjectType="Button"/></v:shape><v:rect/></xml>`},
			[]Object{{Kind: Shape}, {Kind: Shape}}},
		"a shape beside one that is a comment twice": {parts{rels: related("vmlDrawing", "v.vml"),
			"xl/worksheets/v.vml": `<xml><v:shape><x:ClientData ObjectType="Note"/><x:ClientData ObjectType="Note"/>` +
				`</v:shape><v:shape><v:textbox>Đủ</v:textbox></v:shape></xml>`}, []Object{{Kind: Shape}}},
		"a picture at the head of pages": {parts{rels: related("vmlDrawing", "v.vml"),
			"xl/worksheets/v.vml": `<xml><v:shape><v:imagedata/></v:shape></xml>`,
			firstSheet:            `<worksheet xmlns:r="r"><sheetData/><legacyDrawingHF r:id="r1"/></worksheet>`}, nil},
		"pictures of a part, of two, of none, and one outside": {parts{rels: related("drawing", "d.xml"),
			"xl/worksheets/d.xml": `<xdr:wsDr xmlns:xdr="x" xmlns:r="r">` +
				`<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row> 3 </xdr:row>` +
				`</xdr:from><xdr:pic><a:blip r:embed="r1"/><a:srcRect l="0" r="0%"/></xdr:pic></xdr:oneCellAnchor>` +
				`<xdr:absoluteAnchor><xdr:pic><a:blip r:embed="r1"><x:svgBlip r:embed="r1"/></a:blip></xdr:pic>` +
				`</xdr:absoluteAnchor>` +
				`<xdr:oneCellAnchor><xdr:from><xdr:col>-1</xdr:col><xdr:row>99999999</xdr:row></xdr:from>` +
				`<xdr:pic><a:blip r:embed="r9"/><a:srcRect t="7"/></xdr:pic></xdr:oneCellAnchor>` +
				`<xdr:absoluteAnchor><xdr:pic><a:blip r:link="r2"/></xdr:pic></xdr:absoluteAnchor></xdr:wsDr>`,
			"xl/worksheets/_rels/d.xml.rels": related("image", "../media/P.jpeg", "image", "https://example.com/x"),
			"xl/media/P.jpeg":                "ảnh"},
			[]Object{{Kind: Picture, Part: "xl/media/p.jpeg", Column: 2, Row: 4}, {Kind: Picture},
				{Kind: Picture, Cropped: true}, {Kind: Picture}}},
		"a drawing that leads to itself, and one that is not there": {parts{
			rels:                  related("drawing", "d.xml", "drawing", "d.xml", "drawing", "none.xml"),
			"xl/worksheets/d.xml": anchored(`<xdr:pic/>`)}, []Object{{Kind: Picture}}},
		"links and prints": {parts{rels: related("hyperlink", "https://example.com/x", "printerSettings", "p.bin",
			"table", "t.xml")}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := mustRead(t, "thu.xlsx", zipped(tt.own)).Sheets[0].Objects()
			if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
				t.Errorf("%v\n%s", err, diff)
			}
		})
	}
}

func TestWhatABookHoldsBesidesItsSheets(t *testing.T) {
	b := mustRead(t, "thu.xlsx", zipped(parts{
		workbook: `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/><sheet name="b" r:id="r9"/></sheets>` +
			`</workbook>`,
		workbookRels: `<Relationships><Relationship Id="r1" Type="` + officeRel +
			`worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r9" Type="` + officeRel + `chartsheet" Target="c.xml"/>` +
			`<Relationship Id="r8" Type="` + officeRel + `externalLink" Target="e.xml"/></Relationships>`,
	}))
	if len(b.Sheets) != 1 || cmp.Diff([]string{"b"}, b.Others) != "" || !b.Linked {
		t.Errorf("%+v", b)
	}
}

// A part is read to a bound.
func TestPart(t *testing.T) {
	b := mustRead(t, "thu.xlsx", zipped(parts{"xl/media/p.jpeg": "ảnh giả định"}))
	for most, want := range map[int64]string{100: "ảnh giả định", 15: "", 0: ""} {
		if got, err := b.Part("xl/media/p.jpeg", most); err != nil || string(got) != want {
			t.Errorf("of %d bytes: %q, %v", most, got, err)
		}
	}
	if _, err := b.Part("xl/media/none.jpeg", 1); err == nil {
		t.Error("a part that is not there is read")
	}
}
