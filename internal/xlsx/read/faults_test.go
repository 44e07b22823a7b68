package read

import (
	"html"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

// oddStyles are a struck font and a small one; formats are those of the test.
func oddStyles(code string) string {
	return `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="` + code + `"/></numFmts><fonts><font/>` +
		`<font><strike/></font><font><vertAlign val="superscript"/></font><font><strike val="0"/></font></fonts>` +
		`<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="164"/><xf fontId="3"/></cellXfs></styleSheet>`
}

func TestRunsOfALetter(t *testing.T) {
	const sup, sub, gone = `<rPr><vertAlign val="superscript"/></rPr>`, `<rPr><vertAlign val="subscript"/></rPr>`,
		`<rPr><strike/></rPr>`
	run := func(properties, text string) string {
		return "<r>" + properties + `<t xml:space="preserve">` + text + "</t></r>"
	}
	for _, tt := range []struct {
		name, style, runs, want, aside string
		doubt                          bool
	}{
		{"a footnote", "0", run("", "69") + run(sup, "1"), "69", `"1" viết nhỏ`, false},
		{"below the line", "0", run("", "69") + run(sub, "a"), "69", `"a" viết nhỏ`, false},
		{"an exponent", "0", run("", "7 m") + run(sup, "2"), "7 m2", "", false},
		{"a formula of chemistry", "0", run("", "CO") + run(sub, "2"), "CO2", "", false},
		{"a blank above the line", "0", run("", "69") + run(sup, " "), "69 ", "", false},
		{"struck out", "0", run(gone, "8") + run("<rPr/>", "5"), "5", `"8" bị gạch ngang`, false},
		{"struck by a word for no", "0", run(`<rPr><strike val="false"/></rPr>`, "85"), "85", "", false},
		{"all struck out", "0", run(gone, "8") + run(gone, "5"), "85", "", true},
		{"half a number", "0", run("", "69") + run(sup, "1/2"), "69", `"1/2" viết nhỏ`, true},
		{"a power of ten", "0", run("", "10") + run(sup, "6"), "10", `"6" viết nhỏ`, true},
		{"a struck cell", "1", "<t>85</t>", "85", "", true},
		{"a struck cell but for its runs", "1", run("<rPr/>", "85"), "85", "", false},
		{"a small cell", "2", "<t>1</t>", "1", "", true},
		{"a font that says it is not struck", "4", "<t>85</t>", "85", "", false},
	} {
		b := mustRead(t, "a.xlsx", zipped(parts{styles: oddStyles("0"), firstSheet: sheetOf(
			`<row><c s="` + tt.style + `" t="inlineStr"><is>` + tt.runs + `</is></c></row>`)}))
		c := cells(t, b.Sheets[0])["A1"]
		if c.Text != tt.want || !strings.Contains(c.Aside(), tt.aside) || tt.aside == "" && c.Aside() != "" ||
			(c.Doubt() != nil) != tt.doubt {
			t.Errorf("%s: %+v %+v, aside %q, doubt %v", tt.name, c, c.Odd, c.Aside(), c.Doubt())
		}
	}
}

func TestFormatsThatShowOtherDigits(t *testing.T) {
	for _, tt := range []struct{ code, raw, seen string }{ // seen "-" for nothing, "" for what is held
		{`0"00"`, "69", "6900"}, {`&quot;1&quot;0`, "5", "15"}, {`00\9`, "5", "059"}, {";;;", "5", "-"},
		{`""`, "5", "-"}, {"0,", "69000", "69"}, {"0.0,,", "69500000", "69,5"}, {"0", "69.4", "69"},
		{"0.0", "1.53", "1,5"}, {"0.00", "79.996", "80,00"}, {"0%", "0.055", "6%"}, {"0.0%", "0.0549", "5,5%"},
		{"#", "0", "-"}, {"0;0;", "0", "-"}, {`0"."000`, "69", "0.069"}, {"[&gt;5]&quot;7&quot;;0", "6", "7"},
		{"yyyy", "45000", "2023"}, {"dd/mm", "45000", "15/03"}, {"mm/dd/yyyy", "45017", "04/01/2023"},
		{"0", "69", ""}, {"0.00", "1.5", ""}, {"#,##0", "69000", ""}, {"0.00", "1.53010858835143", ""},
		{"0.00%", "0.0153", ""}, {"[Red]0.0;-0.0", "1.5", ""}, {"General", "1.53", ""}, {"@", "1.53", ""},
		{`_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-`, "0", ""}, {"dd/mm/yyyy", "45017", ""}, {"mm/dd/yyyy", "45000", ""},
		{`"ngày" dd "tháng" mm "năm" yyyy`, "45017", ""}, {"00000", "382", ""}, {"0.00", "1.5299999999999998", ""},
		{"[&lt;=9999]0;#,##0", "69000", ""}, {"0.00E+00", "69", ""},
	} {
		code := strings.ReplaceAll(tt.code, `"`, "&quot;")
		b := mustRead(t, "a.xlsx", zipped(parts{styles: oddStyles(strings.ReplaceAll(code, "&amp;", "&")),
			firstSheet: sheetOf(`<row><c s="3"><v>` + tt.raw + `</v></c></row>`)}))
		c := cells(t, b.Sheets[0])["A1"]
		seen := ""
		if c.Odd != nil {
			if seen = c.Odd.Seen; seen == "" {
				seen = "-"
			}
		}
		if seen != tt.seen || (c.Doubt() != nil) != (tt.seen != "") {
			t.Errorf("%s of %s: seen %q, want %q; %v", tt.code, tt.raw, seen, tt.seen, c.Doubt())
		}
	}
}

func TestWordsOfAFormat(t *testing.T) {
	for _, tt := range []struct{ code, cell, want string }{ // want "-" where it is asked about
		{`#,##0 "đồng"`, "69000000", "69000000 đồng"}, {`0.0" triệu"`, "69", "69 triệu"},
		{`0" hộ"`, "31", "31 hộ"}, {`[$-42A]#,##0`, "69", "69"}, {`General" %"`, "0.5", "0,5 %"},
		{`0.00"%"`, "1.53", "1,53%"}, {`0\%`, "80", "80%"}, {`#,##0\ \đ\ồ\n\g`, "5", "5 đồng"},
		{`#,##0\ [$₫-42A];[RED]-#,##0\ [$₫-42A]`, "5", "5 ₫"}, {`[$VND] #,##0`, "5", "VND 5"},
		{`_-* #,##0\ "₫"_-;-* #,##0\ "₫"_-;_-* "-"??\ "₫"_-;_-@_-`, "0", "0 ₫"},
		{`0.0" m2"`, "10.5", "10,5 m2"}, {`"≥ "0`, "85", "≥ 85"}, {`0% "hộ"`, "0.06", "6% hộ"},
		{`0.000" km"`, "1.234", "1,2340 km"}, {`[>=1000]0" hộ";0" ho"`, "5", "5 ho"},
		{`0.00" %"`, "4.428571428571429", "4,428571429 %"}, {"0%", "0.06", "0.06"}, {"0_%", "6", "6"},
		{`+0;-0`, "6", "6"}, {`(0)`, "6", "6"},
		{`0.0" triệu"`, "69.04", "-"}, {`#,##0,," triệu"`, "69000000", "-"}, {`0"00 hộ"`, "5", "-"},
		{`0" hộ" 0`, "12", "-"}, {`"không có"`, "5", "-"}, {`"Q"0"."0`, "12", "-"}, {`0" ngàn 3"`, "5", "-"},
	} {
		b := mustRead(t, "a.xlsx", zipped(parts{styles: oddStyles(html.EscapeString(tt.code)),
			firstSheet: sheetOf(`<row><c s="3"><v>` + tt.cell + `</v></c></row>`)}))
		c := cells(t, b.Sheets[0])["A1"]
		got := c.Typed().Text
		if c.Doubt() != nil {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%s of %s: %q, want %q; %v", tt.code, tt.cell, got, tt.want, c.Doubt())
		}
	}
	for _, tt := range []struct{ code, kind, cell, want string }{
		{`@" hộ"`, "str", "31", "31 hộ"}, {`"Thôn "@`, "str", "Đông", "Thôn Đông"}, {"@", "str", "Đạt", "Đạt"},
		{"0;0;0;@", "str", "Đạt", "Đạt"}, {"0", "str", "Đạt", "Đạt"}, {";;;", "str", "Đạt", "-"},
		{`@"0"`, "str", "5", "-"}, {`0;0;0;"Đạt"`, "str", "Chưa đạt", "-"}, {";;;", "b", "1", "-"},
		{"0", "b", "1", "TRUE"},
	} {
		b := mustRead(t, "a.xlsx", zipped(parts{styles: oddStyles(html.EscapeString(tt.code)),
			firstSheet: sheetOf(`<row><c s="3" t="` + tt.kind + `"><v>` + tt.cell + `</v></c></row>`)}))
		c := cells(t, b.Sheets[0])["A1"]
		got := c.Typed().Text
		if c.Doubt() != nil {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%s of the text %s: %q, want %q; %v", tt.code, tt.cell, got, tt.want, c.Doubt())
		}
	}
}

func TestFieldsOfARow(t *testing.T) {
	b := mustRead(t, "a.csv", []byte("a,b,c\n1,2,\n1,2,3,,\n=\"007\",\"=\"\"x\"\"\",y\n"))
	var got []int
	if err := b.Sheets[0].Each(func(r Row) error { got = append(got, r.Fields); return nil }); err != nil {
		t.Fatal(err)
	}
	if len(got) != 4 || got[1] != 3 || got[2] != 5 {
		t.Errorf("fields %v", got)
	}
	if c := cells(t, b.Sheets[0]); c["A4"].Text != "007" || c["B4"].Text != "x" {
		t.Errorf("%+v", c)
	}
}

func TestAreasAlone(t *testing.T) {
	data := zipped(parts{firstSheet: strings.Replace(sheetOf(`<row><c t="str"><v>x</v></c></row>`), "</sheetData>",
		`</sheetData><x:mergeCells xmlns:x="m"><x:mergeCell ref="B2:C4"/></x:mergeCells>`, 1)})
	m, err := mustRead(t, "a.xlsx", data).Sheets[0].Merged()
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []struct{ row, column, top, left, bottom, right int }{
		{3, 3, 2, 2, 4, 3}, {2, 2, 2, 2, 4, 3}, {1, 2, 1, 2, 1, 2}, {5, 2, 5, 2, 5, 2},
	} {
		if top, left, bottom, right := m.Area(at.row, at.column); top != at.top || left != at.left ||
			bottom != at.bottom || right != at.right {
			t.Errorf("%d, %d: %d %d %d %d", at.row, at.column, top, left, bottom, right)
		}
	}
	if none, err := mustRead(t, "a.csv", []byte("a,b\n")).Sheets[0].Merged(); err != nil {
		t.Errorf("%v %v", none, err)
	}
}

// What the standard allows, and what programs write besides, is read.
func TestPartsOfOtherWriters(t *testing.T) {
	sheet := sheetOf(`<row><c t="inlineStr"><is><t>xã giả định</t></is></c></row>`)
	rels := func(target, kind string) string {
		return `<Relationships><Relationship Id="r1" Type="` + kind + `worksheet" Target="` + target +
			`"/></Relationships>`
	}
	in := func(e encoding.Encoding, name, text string) string {
		out, err := e.NewEncoder().String(strings.Replace(text, "UTF-8", name, 1))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM)
	const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	for name, own := range map[string]parts{
		"backslashes":        {firstSheet: sheet, workbookRels: rels(`worksheets\sheet1.xml`, officeRel)},
		"backslashes, whole": {firstSheet: sheet, workbookRels: rels(`\xl\worksheets\sheet1.xml`, officeRel)},
		"an absolute target": {firstSheet: sheet, workbookRels: rels("/xl/worksheets/sheet1.xml", officeRel)},
		"a way up":           {firstSheet: sheet, workbookRels: rels("../xl/worksheets/sheet1.xml", officeRel)},
		"other case": {firstSheet: without, "XL/Worksheets/Sheet1.XML": sheet,
			workbookRels: rels("worksheets/SHEET1.xml", officeRel)},
		"an address": {firstSheet: without, "xl/worksheets/sheet 1.xml": sheet,
			workbookRels: rels("worksheets/sheet%201.xml", officeRel)},
		"backslashes in the archive": {firstSheet: without, `xl\worksheets\sheet1.xml`: sheet},
		"a folder":                   {firstSheet: sheet, "xl/worksheets/": ""},
		"strict":                     {firstSheet: sheet, workbookRels: rels("worksheets/sheet1.xml", strict)},
		"UTF-16":                     {firstSheet: in(utf16, "UTF-16", sheet)},
		"UTF-16, the other way": {firstSheet: in(textunicode.UTF16(textunicode.BigEndian, textunicode.UseBOM),
			"utf-16", sheet)},
		"UTF-16 without a mark": {firstSheet: in(textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM),
			"UTF-16", sheet)},
		"UTF-8 with a mark": {firstSheet: "\ufeff" + sheet},
		"no encoding":       {firstSheet: strings.Replace(sheet, ` encoding="UTF-8"`, "", 1)},
		"strings in UTF-16": {firstSheet: sheetOf(`<row><c t="s"><v>0</v></c></row>`),
			sharedStrings: in(utf16, "UTF-16", `<?xml version="1.0" encoding="UTF-8"?><sst><si><t>xã giả định</t>`+
				`</si></sst>`)},
	} {
		b, err := readBytes("a.xlsx", zipped(own))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		all, err := tryCells(b.Sheets[0])
		if err != nil || all["A1"].Text != "xã giả định" {
			t.Errorf("%s: %+v, %v", name, all, err)
		}
	}
	latin := in(charmap.Windows1252, "windows-1252", strings.Replace(sheet, "xã giả định", "xã", 1))
	if all := cells(t, mustRead(t, "a.xlsx", zipped(parts{firstSheet: latin})).Sheets[0]); all["A1"].Text != "xã" {
		t.Errorf("windows-1252: %+v", all)
	}
	unknown := zipped(parts{firstSheet: strings.Replace(sheet, "UTF-8", "x-tcvn", 1)})
	if p := refused(t, "a.xlsx", unknown); !strings.Contains(p.Message, "bảng mã") {
		t.Errorf("letters nobody knows: %v", p)
	}
}
