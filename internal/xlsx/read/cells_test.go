package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The styles of these tests: 1 shows a percentage, 2 a day, 3 is a percentage
// that the format spells out, 4 is set in .VnTime, 5 in VNI-Times.
const someStyles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
<fonts><font><name val="Calibri"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts>
<cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`

const someStrings = `<sst><si><t>một</t></si><si><t xml:space="preserve"> hai </t></si>
<si><r><t>Xã </t></r><r><rPr><b/></rPr><t>Kiểm</t></r><rPh sb="0" eb="1"><t>phiên âm</t></rPh><phoneticPr fontId="1"/></si>
<si><t>dòng_x000D_
sau_x005F_x000D_</t></si><si><t/></si>
<si><r><rPr><rFont val="Arial"/></rPr><t>moi</t></r></si><si><r><t>moi, </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>cò</t></r></si></sst>`

func TestCells(t *testing.T) {
	for _, tt := range []struct {
		name, row string
		want      map[string]Cell
	}{
		{"a number", `<c r="A1"><v>538.336</v></c>`, map[string]Cell{"A1": {Kind: Number, Text: "538.336"}}},
		{"a number so named", `<c r="A1" t="n"><v> -1.5E-3 </v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "-1.5E-3"}}},
		{"the same as a text", `<c r="A1" t="inlineStr"><is><t>538.336</t></is></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "538.336"}}},
		{"a percentage", `<c r="A1" s="1"><v>0.0153</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "0.0153", Shown: Percent}}},
		{"a percentage spelled out", `<c r="A1" s="3"><v>1</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "1", Shown: Percent}}},
		{"a day", `<c r="A1" s="2"><v>44635</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "44635", Shown: Date}}},
		{"an ISO day", `<c r="A1" t="d"><v>2022-03-15</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "44635", Shown: Date}}},
		{"an ISO noon", `<c r="A1" t="d"><v>2022-03-15T12:00:00Z</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "44635.5", Shown: Date}}},
		{"an ISO day of nonsense", `<c r="A1" t="d"><v>2022-13-15</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "2022-13-15"}}},
		{"a shared string", `<c r="A1" t="s"><v>0</v></c>`, map[string]Cell{"A1": {Kind: Text, Text: "một"}}},
		{"blanks are kept", `<c r="A1" t="s"><v>1</v></c>`, map[string]Cell{"A1": {Kind: Text, Text: " hai "}}},
		{"runs are joined, pronunciation left out", `<c r="A1" t="s"><v>2</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "Xã Kiểm"}}},
		{"escapes", `<c r="A1" t="s"><v>3</v></c>`, map[string]Cell{"A1": {Kind: Text, Text: "dòng\r\nsau_x000D_"}}},
		{"an empty text", `<c r="A1" t="s"><v>4</v></c><c r="B1" t="s"/><c r="C1" t="inlineStr"><is><t></t></is>` +
			`</c>`, map[string]Cell{}},
		{"rich text of its own", `<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "ab"}}},
		{"CDATA", `<c r="A1" t="str"><v><![CDATA[<a>]]>&amp;</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "<a>&"}}},
		{"TRUE and FALSE", `<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c>`,
			map[string]Cell{"A1": {Kind: Bool, Text: "TRUE"}, "B1": {Kind: Bool, Text: "FALSE"}}},
		{"an error", `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
			map[string]Cell{"A1": {Kind: Error, Text: "#DIV/0!", Formula: true}}},
		{"a formula", `<c r="A1"><f>1+1</f><v>2</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "2", Formula: true}}},
		{"a shared formula", `<c r="A1"><f t="shared" si="0"/><v>2</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "2", Formula: true}}},
		{"a formula of a text", `<c r="A1" t="str"><f>B1</f><v>x_x000D_</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "x\r", Formula: true}}},
		{"a formula of an empty text", `<c r="A1" t="str"><f>""</f><v></v></c>`, map[string]Cell{}},
		{"a formula without its result", `<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str">` +
			`<f>D1</f></c><c r="D1" t="b"><f>TRUE()</f></c>`,
			map[string]Cell{"A1": {Kind: Uncomputed, Formula: true}, "B1": {Kind: Uncomputed, Formula: true},
				"C1": {Kind: Uncomputed, Formula: true}, "D1": {Kind: Uncomputed, Formula: true}}},
		{"blanks with a style", `<c r="A1" s="1"/><c r="XFD1" s="1"/>`, map[string]Cell{}},
		{"no names", `<c><v>1</v></c><c/><c><v>3</v></c>`, map[string]Cell{"A1": {Kind: Number, Text: "1"},
			"C1": {Kind: Number, Text: "3"}}},
		{"names begun in the middle", `<c r="C1"><v>3</v></c><c><v>4</v></c>`,
			map[string]Cell{"C1": {Kind: Number, Text: "3"}, "D1": {Kind: Number, Text: "4"}}},
		{"out of order", `<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "1"}, "C1": {Kind: Number, Text: "3"}}},
		{"what is unknown", `<x:ext xmlns:x="x"><c r="A1"><v>9</v></c></x:ext><c r="A1"><ext><v>8</v></ext><v>` +
			`1</v></c>`, map[string]Cell{"A1": {Kind: Number, Text: "1"}}},
		{"a prefix", `<x:c r="A1"><x:f>1</x:f><x:v>1</x:v></x:c>`,
			map[string]Cell{"A1": {Kind: Number, Text: "1", Formula: true}}},
		{"what no program writes is no number", `<c r="A1"><v>NaN</v></c><c r="B1"><v>1e9999</v></c><c r="C1"><v>` +
			`0x1F</v></c><c r="D1"><v>1.2.3</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "NaN"}, "B1": {Kind: Text, Text: "1e9999"},
				"C1": {Kind: Text, Text: "0x1F"}, "D1": {Kind: Text, Text: "1.2.3"}}},
		{"old fonts", `<c r="A1" s="4" t="s"><v>0</v></c><c r="B1" s="5" t="str"><v>a</v></c><c r="C1" s="4"><v>` +
			`1</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "một", Font: TCVN3}, "B1": {Kind: Text, Text: "a", Font: VNI},
				"C1": {Kind: Number, Text: "1"}}},
		{"a run's own font", `<c r="A1" s="4" t="s"><v>5</v></c><c r="B1" t="s"><v>6</v></c><c r="C1" s="5" ` +
			`t="s"><v>2</v></c>`,
			map[string]Cell{"A1": {Kind: Text, Text: "moi"}, "B1": {Kind: Text, Text: "moi, cò", Font: TCVN3},
				"C1": {Kind: Text, Text: "Xã Kiểm", Font: VNI}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, "thu.xlsx", zipped(parts{firstSheet: sheetOf(`<row r="1">` + tt.row + `</row>`),
				sharedStrings: someStrings, styles: someStyles}))
			if diff := cmp.Diff(tt.want, cells(t, b.Sheets[0])); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A cell that the file contradicts is named; nothing is guessed.
func TestContradictions(t *testing.T) {
	const cell, damaged = "ô ", "hỏng"
	for _, tt := range []struct{ name, rows, at, says string }{
		{"a shared string that is not there", `<row r="7"><c r="B7" t="s"><v>9</v></c></row>`, "B7",
			"không có trong tệp"},
		{"one before the first", `<row r="7"><c r="B7" t="s"><v>-1</v></c></row>`, "B7", "không có trong tệp"},
		{"one far away", `<row r="7"><c r="B7" t="s"><v>99999999999999999999</v></c></row>`, "B7",
			"không có trong tệp"},
		{"a style that is not there", `<row r="7"><c r="B7" s="77"><v>1</v></c></row>`, "B7", "kiểu của ô"},
		{"a style before the first", `<row r="7"><c r="B7" s="-1"><v>1</v></c></row>`, "B7", "kiểu của ô"},
		{"a kind that is not known", `<row r="7"><c r="B7" t="x"><v>1</v></c></row>`, "B7", "không đọc được"},
		{"a truth value that is none", `<row r="7"><c r="B7" t="b"><v>2</v></c></row>`, "B7", "không đọc được"},
		{"two values of a cell", `<row r="7"><c r="B7"><v>1</v></c><c r="B7"><v>2</v></c></row>`, "B7", "hai lần"},
		{"a text in the cell and another value", `<row r="7"><c r="B7" t="inlineStr"><is><t>15</t></is><v>90</v>` +
			`</c></row>`, "B7", "hai lần"},
		{"a value and a text in the cell", `<row r="7"><c r="B7"><v>90</v><is><t>15</t></is></c></row>`, "B7",
			"hai lần"},
		{"rows out of order", `<row r="7"/><row r="5"><c r="B5"><v>1</v></c></row>`, "A5", "thứ tự"},
		{"two rows of one number", `<row r="7"/><row r="7"/>`, "A7", "thứ tự"},
		{"a cell of another row", `<row r="7"><c r="B8"><v>1</v></c></row>`, "", damaged},
		{"row 0", `<row r="0"/>`, "", damaged},
		{"a row before the first", `<row r="-1"/>`, "", damaged},
		{"a row beyond the last", `<row r="1048577"/>`, "", damaged},
		{"a row without a number beyond the last", `<row r="1048576"/><row/>`, "", damaged},
		{"a row that overflows", `<row r="18446744073709551617"/>`, "", damaged},
		{"a column beyond the last", `<row r="1"><c r="XFE1"><v>1</v></c></row>`, "", damaged},
		{"a column without a name beyond the last", `<row r="1"><c r="XFD1"/><c/></row>`, "", damaged},
		{"a column that overflows", `<row r="1"><c r="AAAAAAAAAAAAAAAAAAAAAAAA1"/></row>`, "", damaged},
		{"no column", `<row r="1"><c r="1"/></row>`, "", damaged},
		{"no row", `<row r="1"><c r="A"/></row>`, "", damaged},
		{"a style that is no number", `<row r="1"><c r="A1" s="x"/></row>`, "", damaged},
		{"an element that is not closed", `<row r="1"><c r="A1"><v>1</c></row>`, "", damaged},
		{"an entity of its own", `<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>`, "", damaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := refused(t, "thu.xlsx", zipped(parts{firstSheet: sheetOf(tt.rows), sharedStrings: someStrings,
				styles: someStyles}))
			if p.Cell != tt.at || p.Sheet != "Số liệu" || !strings.Contains(p.Message, tt.says) {
				t.Errorf("got %+v", p)
			}
			if strings.Contains(p.Error(), cell) != (tt.at != "") {
				t.Errorf("it reads %q", p.Error())
			}
		})
	}
}

func TestRowsAreNumberedAndHidden(t *testing.T) {
	b := mustRead(t, "thu.xlsx",
		zipped(parts{firstSheet: sheetOf(`<row><c><v>1</v></c></row><row/><row hidden="1"><c><v>3</v></c></row>` +
			`<row r="9" hidden="false"><c><v>9</v></c></row><row><c r="B10"><v>10</v></c></row>`)}))
	type seen struct {
		Number, Width int
		Hidden        bool
	}
	var got []seen
	for range 2 { // a sheet can be read again
		got = nil
		if err := b.Sheets[0].Each(func(r Row) error {
			got = append(got, seen{r.Number, len(r.Cells), r.Hidden})
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]seen{{1, 1, false}, {3, 1, true}, {9, 1, false}, {10, 2, false}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
