package proof_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/proof"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/xuri/excelize/v2"
)

const (
	related  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	textBox  = `<xdr:sp><xdr:txBody><a:p><a:r><a:t>Đủ điều kiện</a:t></a:r></a:p></xdr:txBody></xdr:sp>`
	drawingA = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><xdr:twoCellAnchor>`
	drawingZ = `<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`

	summary, summaryRels = "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels"
	table, tableRels     = "xl/worksheets/sheet4.xml", "xl/worksheets/_rels/sheet4.xml.rels"
	drawing, drawingRels = "xl/drawings/drawing1.xml", "xl/drawings/_rels/drawing1.xml.rels"
)

// leads has a part lead to others: kind, target, kind, target.
func leads(parts map[string]string, rels string, to ...string) {
	if parts[rels] == "" {
		parts[rels] = "<Relationships></Relationships>"
	}
	for i := 0; i < len(to); i += 2 {
		parts[rels] = strings.Replace(parts[rels], "</Relationships>", `<Relationship Id="gd`+string(rune('a'+i))+
			`" Type="`+related+to[i]+`" Target="`+to[i+1]+`"/></Relationships>`, 1)
	}
}

// What was drawn or put there besides the dossier's charts makes a file altered,
// however it is called; how it looks does not.
func TestWhatIsDrawn(t *testing.T) {
	whole := dossiertest.Written(t, dossiertest.QuangTrung(t).Only([]criteria.Level{criteria.NTM, criteria.NangCao}))
	replace := func(part, old, with string) func(map[string]string) {
		return func(parts map[string]string) {
			if !strings.Contains(parts[part], old) {
				t.Fatalf("no %q in %s", old, part)
			}
			parts[part] = strings.Replace(parts[part], old, with, 1)
		}
	}
	for name, tt := range testenv.EveryNamed(t, 6, map[string]struct {
		change func(map[string]string)
		kind   proof.Kind // "" for one that is not altered
		sheet  string
	}{
		"t11, white runs": {func(parts map[string]string) {
			words := regexp.MustCompile(`<is><t>(Tỷ lệ diện tích đất )(.*?)</t></is>`)
			if !words.MatchString(parts[table]) {
				t.Fatal("no such words")
			}
			parts[table] = words.ReplaceAllString(parts[table], `<is><r><rPr><color rgb="FFFFFFFF"/></rPr>`+
				`<t xml:space="preserve">$1</t></r><r><t>$2</t></r></is>`)
		}, "", ""},
		"t15, a print area": {replace("xl/workbook.xml", "<definedNames>", `<definedNames>`+
			`<definedName name="_xlnm.Print_Area" localSheetId="3">'Biểu NTM'!$A$1:$K$12</definedName>`), "", ""},
		"t17, a head of one point": {replace(table, "&amp;C&amp;14",
			"&amp;C&amp;1DỰ THẢO&amp;14 ĐÃ ĐƯỢC PHÊ DUYỆT"), "", ""},
		"t30, a chart of other words": {replace("xl/charts/chart1.xml", "Số tiêu chí đạt, chưa đạt và chưa đủ căn cứ",
			"KẾT LUẬN: XÃ ĐỦ ĐIỀU KIỆN"), proof.OfObject, "Tổng hợp"},
		"a chart of its own words and other cells": {func(parts map[string]string) {
			cells := regexp.MustCompile(`<f>[^<]*!\$B[^<]*</f>`)
			if !cells.MatchString(parts["xl/charts/chart1.xml"]) {
				t.Fatal("no such cells")
			}
			parts["xl/charts/chart1.xml"] = cells.ReplaceAllString(parts["xl/charts/chart1.xml"],
				`<f>'Biểu NTM'!$$A$$1:$$A$$3</f>`)
		}, proof.OfObject, "Tổng hợp"},
		"a chart whose cells are written as areas": {func(parts map[string]string) {
			parts["xl/charts/chart1.xml"] = regexp.MustCompile(`<f>([^<]*!)(\$[A-Z]+\$\d+)</f>`).ReplaceAllString(
				parts["xl/charts/chart1.xml"], "<f>$1$2:$2</f>")
		}, "", ""},
		"a chart that draws no cells": {func(parts map[string]string) {
			parts["xl/charts/chart1.xml"] = regexp.MustCompile(`<f>[^<]*</f>`).ReplaceAllString(
				parts["xl/charts/chart1.xml"], "")
		}, proof.OfObject, "Tổng hợp"},
		"a formula that comes to nothing, below": {replace(table, "</sheetData>",
			`<row r="901"><c r="B901" t="str"><f>IF(TRUE,"","x")</f><v></v></c></row></sheetData>`), proof.OfFormula,
			"Biểu NTM"},
		"a formula that comes to nothing, beside": {func(parts map[string]string) {
			row := regexp.MustCompile(`(<row r="9".*?)</row>`)
			parts[table] = row.ReplaceAllString(parts[table], `$1<c r="ZZ9" t="str"><f>""</f><v></v></c></row>`)
		}, proof.OfFormula, "Biểu NTM"},
		"a box beside what says twice that it is a comment": {func(parts map[string]string) {
			leads(parts, tableRels, "vmlDrawing", "../drawings/v.vml")
			parts["xl/drawings/v.vml"] = `<xml><v:shape><x:ClientData ObjectType="Note"/>` +
				`<x:ClientData ObjectType="Note"/></v:shape><v:shape/></xml>`
		}, proof.OfObject, "Biểu NTM"},
		"a format by a condition, a rule of what is typed, merged cells": {replace(table, "</sheetData>",
			`</sheetData><conditionalFormatting sqref="A1:K90"><cfRule type="expression" priority="1">`+
				`<formula>TRUE</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation `+
				`type="whole" sqref="D8"><formula1>1</formula1></dataValidation></dataValidations>`), "", ""},
		"t30, a chart moved": {replace(drawing, "<xdr:row>", "<xdr:row>1"), "", ""},
		"t30, a chart more": {func(parts map[string]string) {
			leads(parts, drawingRels, "chart", "../charts/chart1.xml")
			parts[drawing] = strings.Replace(parts[drawing], "</xdr:wsDr>", `<xdr:oneCellAnchor><xdr:graphicFrame>`+
				`<c:chart xmlns:c="c" xmlns:r="r" r:id="gda"/></xdr:graphicFrame></xdr:oneCellAnchor></xdr:wsDr>`, 1)
		}, proof.OfObject, "Tổng hợp"},
		"t32, a text box in a part of another name": {func(parts map[string]string) {
			leads(parts, tableRels, "drawing", "../o/x1.xml")
			parts["xl/o/x1.xml"] = drawingA + textBox + drawingZ
		}, proof.OfObject, "Biểu NTM"},
		"a box inside a chart": {func(parts map[string]string) {
			leads(parts, "xl/charts/_rels/chart1.xml.rels", "chartUserShapes", "x.xml")
			parts["xl/charts/x.xml"] = `<c:userShapes><cdr:relSizeAnchor>` + textBox +
				`</cdr:relSizeAnchor></c:userShapes>`
		}, proof.OfObject, "Tổng hợp"},
		"a picture behind the cells": {func(parts map[string]string) {
			leads(parts, tableRels, "image", "../media/a.png")
		}, proof.OfObject, "Biểu NTM"},
		"a file in it": {func(parts map[string]string) {
			leads(parts, tableRels, "package", "../embeddings/a.xlsx")
		}, proof.OfObject, "Biểu NTM"},
		"a box over the sheet of the seal": {func(parts map[string]string) {
			leads(parts, "xl/worksheets/_rels/sheet12.xml.rels", "drawing", "../o/x1.xml")
			parts["xl/o/x1.xml"] = drawingA + textBox + drawingZ
		}, proof.OfObject, "ntm"},
		"values of another file": {func(parts map[string]string) {
			leads(parts, "xl/_rels/workbook.xml.rels", "externalLink", "externalLinks/a.xml")
		}, proof.OfObject, ""},
		"a sheet that is a chart": {func(parts map[string]string) {
			leads(parts, "xl/_rels/workbook.xml.rels", "chartsheet", "chartsheets/a.xml")
			replace("xl/workbook.xml", "</sheets>", `<sheet name="KẾT LUẬN" sheetId="99" r:id="gda"/></sheets>`)(parts)
		}, proof.OfSheet, "KẾT LUẬN"},
		"a sheet nobody can show again": {replace("xl/workbook.xml", `name="Khoảng cách" `,
			`name="Khoảng cách" state="veryHidden" `), proof.OfSheet, "Khoảng cách"},
		"another name of a sheet": {replace("xl/workbook.xml", `name="Khoảng cách"`, `name="Khoảng  cách"`),
			proof.OfSheet, "Khoảng cách"},
		"a comment": {func(parts map[string]string) {
			leads(parts, tableRels, "comments", "../comments1.xml", "vmlDrawing", "../drawings/v.vml")
			parts["xl/drawings/v.vml"] = `<xml><v:shape><v:textbox><div>xem lại<br></div></v:textbox>` +
				`<x:ClientData ObjectType="Note"/></v:shape></xml>`
		}, "", ""},
		"no theme, its charts gone": {func(parts map[string]string) {
			delete(parts, "xl/theme/theme1.xml")
			delete(parts, summaryRels)
			replace(summary, "<drawing ", "<bo ")(parts)
			replace(summary, "</drawing>", "</bo>")(parts)
		}, "", ""},
		"a sheet that is protected, frozen, narrow": {replace(table, "<sheetData>",
			`<sheetProtection sheet="1"/><cols><col min="1" max="3" width="1" hidden="1"/></cols><sheetData>`), "", ""},
	}) {
		t.Run(name, func(t *testing.T) {
			check := dossiertest.Verified(t, xlsxtest.Edited(t, whole, tt.change))
			if check.Same() != (tt.kind == "") {
				t.Fatalf("%+v", check.Differences)
			}
			if tt.kind != "" && (check.Differences[0].Kind != tt.kind || check.Differences[0].Sheet != tt.sheet) {
				t.Errorf("%+v", check.Differences)
			}
		})
	}
}

// The paper to print is made anew of the seal, whatever was done to the file.
func TestMadeAnew(t *testing.T) {
	a := dossiertest.GiaDinh(t, dossiertest.Spoiled).Only([]criteria.Level{criteria.NTM})
	first := dossiertest.Written(t, a)
	spoilt := altered(t, a, func(w xlsxtest.Book) {
		fillIn(w)
		if err := w.SetCellValue("Số liệu", figure(w, "income_per_capita"), 70); err != nil {
			t.Fatal(err)
		}
		if err := w.DeleteSheet("Khoảng cách"); err != nil {
			t.Fatal(err)
		}
	})
	if dossiertest.Verified(t, spoilt).Same() {
		t.Fatal("not altered")
	}
	var out bytes.Buffer
	if err := dossiertest.HandedIn(t, spoilt).Remake(&out); err != nil {
		t.Fatal(err)
	}
	check := dossiertest.Verified(t, out.Bytes())
	if !check.Same() || check.Fingerprint != dossiertest.Verified(t, first).Fingerprint || len(check.Opinions) > 0 {
		t.Errorf("%+v", check.Differences)
	}
	_, want := xlsxtest.Parts(t, first)
	_, got := xlsxtest.Parts(t, out.Bytes())
	for name, part := range want {
		if got[name] != part && name != "docProps/core.xml" { // the day it was made
			t.Errorf("%s is another", name)
		}
	}
}

// Of a dossier that was laid down otherwise the values of its seal are compared, and
// its opinions read.
func TestOlderLayout(t *testing.T) {
	data, err := os.ReadFile("../../testdata/faults/t11-f3o.xlsx") // made before there were layouts
	if err != nil {
		t.Fatal(err)
	}
	if w := dossiertest.HandedIn(t, data); w.Layout >= dossier.CurrentLayout || w.Layout != 0 {
		t.Fatalf("layout %d", w.Layout)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	otherwise := func(w xlsxtest.Book) { // what an earlier program might have said
		must(w.SetCellValue("Tổng hợp", "A2", "HỒ SƠ CỦA XÃ, KIỂU CŨ"))
		must(w.InsertRows("Biểu NTM", 12, 1))
		must(w.SetCellValue("Biểu NTM", "A12", "Ghi chú của bố cục cũ"))
		must(w.InsertCols("Số liệu", "C", 1))
		must(w.SetCellValue("Số liệu", "C6", "Cột cũ"))
		must(w.DeleteSheet("Đối chiếu"))
	}
	income := "Thu nhập bình quân đầu người (triệu đồng/người)"
	for name, tt := range testenv.EveryNamed(t, 6, map[string]struct {
		change func(w xlsxtest.Book)
		sheet  string // "" for intact
	}{
		"as it was laid down": {func(xlsxtest.Book) {}, ""},
		"a figure": {func(w xlsxtest.Book) {
			must(w.SetCellValue("Số liệu", figure(w, "income_per_capita"), 999))
		}, "Số liệu"},
		"an outcome": {func(w xlsxtest.Book) {
			must(w.SetCellValue("Biểu NTM", w.At("Biểu NTM", "Kết quả tự đánh giá", "Nội dung tiêu chí", income),
				"Chưa đạt"))
		}, "Biểu NTM"},
		"a threshold": {func(w xlsxtest.Book) {
			must(w.SetCellValue("Biểu NTM", w.At("Biểu NTM", "Tiêu chuẩn đạt chuẩn", "Nội dung tiêu chí", income), 1))
		}, "Biểu NTM"},
		"the year on the cover": {func(w xlsxtest.Book) {
			must(w.SetCellValue("Bìa", w.Find("Bìa", "NÔNG THÔN MỚI KIỂU MẪU NĂM 2023"),
				"NÔNG THÔN MỚI KIỂU MẪU NĂM 2024"))
		}, "Bìa"},
		"a box over it": {func(w xlsxtest.Book) {
			must(w.AddShape("Tổng hợp", &excelize.Shape{Cell: "B14", Type: "rect"}))
		}, "Tổng hợp"},
	}) {
		t.Run(name, func(t *testing.T) {
			w := xlsxtest.Open(t, data)
			otherwise(w)
			tt.change(w)
			var out bytes.Buffer
			must(w.Write(&out))
			check := dossiertest.Verified(t, out.Bytes())
			if !check.Older || check.Same() != (tt.sheet == "") || check.Cells < 500 {
				t.Fatalf("%d cells, older %v: %+v", check.Cells, check.Older, check.Differences)
			}
			if tt.sheet != "" && check.Differences[0].Sheet != tt.sheet {
				t.Errorf("%+v", check.Differences)
			}
			if len(check.Opinions) != 1 {
				t.Errorf("%d opinions", len(check.Opinions))
			}
		})
	}
	if check := dossiertest.Verified(t, data); !check.Same() || len(check.Opinions) != 1 || check.Unplaced == 0 {
		t.Errorf("as it was handed in: %d opinions, %d values without a place, %+v", len(check.Opinions),
			check.Unplaced, check.Differences)
	}
}
