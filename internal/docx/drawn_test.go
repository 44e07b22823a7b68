package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// area is a cell that covers rows and columns.
type area struct{ row, column, rows, columns int }

// cutUp parts a grid into areas at random.
func cutUp(t *rapid.T, rows, columns int) []area {
	taken := make([][]bool, rows)
	for i := range taken {
		taken[i] = make([]bool, columns)
	}
	var out []area
	for row := range rows {
		for column := 0; column < columns; column++ {
			if taken[row][column] {
				continue
			}
			free := 1
			for column+free < columns && !taken[row][column+free] {
				free++
			}
			one := area{row, column, rapid.IntRange(1, rows-row).Draw(t, "rows"),
				rapid.IntRange(1, free).Draw(t, "columns")}
			for r := row; r < row+one.rows; r++ {
				for c := column; c < column+one.columns; c++ {
					taken[r][c] = true
				}
			}
			out = append(out, one)
		}
	}
	return out
}

// A table whose cells are merged both ways in any manner is read as it was drawn, by the
// signs of today's Word as by those of old.
func TestAnyMergedTable(tb *testing.T) {
	rapid.Check(tb, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		areas := cutUp(t, rows, columns)
		old := rapid.Bool().Draw(t, "old")
		want := make([][]string, rows)
		var lines []string
		for r := range rows {
			want[r] = make([]string, columns)
			var cells []string
			for c := 0; c < columns; {
				i := 0
				for i = range areas {
					if a := areas[i]; r >= a.row && r < a.row+a.rows && c == a.column {
						break
					}
				}
				a := areas[i]
				text, down := fmt.Sprintf("ô %d", i), ""
				for k := range a.columns {
					want[r][c+k] = text
				}
				switch {
				case a.rows > 1 && r == a.row:
					down = `<w:vMerge w:val="restart"/>`
				case a.rows > 1:
					down, text = `<w:vMerge/>`, ""
				}
				cells = append(cells, written(old, down, text, a.columns)...)
				c += a.columns
			}
			lines = append(lines, row(cells...))
		}
		d, err := read(tb, word(tb, table(lines...)))
		if err != nil {
			t.Fatal(err)
		}
		var shown []string
		for _, line := range want {
			shown = append(shown, strings.Join(line, "|"))
		}
		if diff := cmp.Diff(strings.Join(shown, "\n")+"\n", pictured(d)); diff != "" {
			t.Fatalf("%v\n%s", areas, diff)
		}
		for _, c := range d.Blocks[0].Table.Cells {
			if len(c.Odd) > 0 {
				t.Fatalf("%q is odd: %q", c.Text, c.Odd)
			}
		}
	})
}

// written is the XML of a cell that covers columns: by its span, or by one cell a column as
// files of old have it.
func written(old bool, down, text string, columns int) []string {
	if !old || columns == 1 {
		return []string{cell(fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, columns)+down, para(run("", text)))}
	}
	out := []string{cell(`<w:hMerge w:val="restart"/>`+down, para(run("", text)))}
	for range columns - 1 {
		out = append(out, cell(`<w:hMerge/>`+down, para()))
	}
	return out
}

// Word parts a text into runs wherever somebody once typed: the text stays one.
func TestAnyRuns(tb *testing.T) {
	texts := []string{"≥ 95% (trong đó ≥ 55% từ hệ thống)", "Tỷ lệ hộ có nhà ở", "4 m2/người", "đạt", " "}
	looks := []string{"", "<w:b/>", "<w:i/>", `<w:rFonts w:ascii="Times New Roman"/>`, `<w:sz w:val="26"/>`,
		`<w:strike w:val="0"/>`, `<w:vanish w:val="false"/>`, `<w:vertAlign w:val="baseline"/>`}
	rapid.Check(tb, func(t *rapid.T) {
		text := []rune(rapid.SampledFrom(texts).Draw(t, "text"))
		var runs []string
		for from := 0; from < len(text); {
			to := rapid.IntRange(from+1, len(text)).Draw(t, "to")
			runs = append(runs, run(rapid.SampledFrom(looks).Draw(t, "look"), string(text[from:to])))
			from = to
		}
		d, err := read(tb, word(tb, table(row(cell("", para(runs...)), said("x")))))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.TrimSpace(string(text))
		if got := d.Blocks[0].Table.At(1, 1); got.Text != want || len(got.Odd)+len(got.Notes) > 0 {
			t.Fatalf("%q is read as %q, %q, %q", runs, got.Text, got.Odd, got.Notes)
		}
	})
}

// What a text looks like is said by its run, else by the run's style, else by the
// paragraph's, else by the document: the nearest that says anything holds.
func TestLooksByStyle(t *testing.T) {
	style := func(kind, id, more, look string) string {
		return `<w:style w:type="` + kind + `" w:styleId="` + id + `">` + more + `<w:rPr>` + look + `</w:rPr></w:style>`
	}
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault>` +
		`</w:docDefaults>` +
		style("paragraph", "An", "", "<w:vanish/>") +
		style("paragraph", "ConAn", `<w:basedOn w:val="An"/>`, "") +
		style("paragraph", "HienLai", `<w:basedOn w:val="An"/>`, `<w:vanish w:val="0"/>`) +
		style("character", "Gach", "", "<w:strike/>") +
		style("character", "Nho", "", `<w:vertAlign w:val="superscript"/>`) +
		style("paragraph", "Vong1", `<w:basedOn w:val="Vong2"/>`, "") +
		style("paragraph", "Vong2", `<w:basedOn w:val="Vong1"/>`, `<w:strike/>`) +
		style("paragraph", "Unicode", "", `<w:rFonts w:ascii="Times New Roman"/>`)
	styled := func(style, inside string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + inside + `</w:p>`
	}
	for _, tt := range []struct {
		name, paragraph, text string
		odd                   bool
	}{
		{"by the document", para(run("", "§¹t")), "Đạt", false},
		{"by the run before the document", para(run(`<w:rFonts w:ascii="Times New Roman"/>`, "Đạt")), "Đạt", false},
		{"hidden by the paragraph's style", styled("An", run("", "80%")), "", false},
		{"hidden by the style it is based on", styled("ConAn", run("", "80%")), "", false},
		{"shown again by the style", styled("HienLai", run("", "80%")), "80%", false},
		{"shown again by the run", styled("An", run(`<w:vanish w:val="0"/>`, "80%")), "80%", false},
		{"shown again by false", styled("An", run(`<w:vanish w:val="false"/>`, "80%")), "80%", false},
		{"shown again by off", styled("An", run(`<w:vanish w:val="off"/>`, "80%")), "80%", false},
		{"hidden by 1", para(run(`<w:vanish w:val="1"/>`, "80%")), "", false},
		{"struck by the run's style", para(run(`<w:rStyle w:val="Gach"/>`, "70%"), run("", "80%")), "80%", true},
		{"not struck by the run", para(run(`<w:rStyle w:val="Gach"/><w:strike w:val="0"/>`, "70%")), "70%", false},
		{"struck twice", para(run(`<w:dstrike/>`, "70%"), run("", "80%")), "80%", true},
		{"struck once of two", para(run(`<w:strike/><w:dstrike w:val="0"/>`, "70%"), run("", "80%")), "80%", true},
		{"raised by the run's style", para(run("", "4 m"), run(`<w:rStyle w:val="Nho"/>`, "2")), "4 m²", false},
		{"a circle of styles", styled("Vong1", run("", "80%")), "", true},
		{"a style that nobody wrote", styled("KhongCo", run("", "§¹t")), "Đạt", false},
		{"by the paragraph's style before the document", styled("Unicode", run("", "\u00adx")), "x", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := read(t, word(t, table(row(cell("", tt.paragraph), said("x"))),
				part{"word/styles.xml", `<w:styles xmlns:w="` + transitional + `">` + styles + `</w:styles>`}))
			if err != nil {
				t.Fatal(err)
			}
			got := d.Blocks[0].Table.At(1, 1)
			if got.Text != tt.text || (len(got.Odd) > 0) != tt.odd {
				t.Errorf("read as %q, odd %q; want %q", got.Text, got.Odd, tt.text)
			}
		})
	}
}

// Superscripts are squares, marks of notes, or words that somebody raised.
func TestRaisedTexts(t *testing.T) {
	const up = `<w:vertAlign w:val="superscript"/>`
	for _, tt := range []struct {
		before, raised, text string
		notes                []string
	}{
		{"4 m", "2", "4 m²", nil}, {"5 km", "2", "5 km²", nil}, {"7 m", "3", "7 m³", nil}, {"4 M", "2", "4 M²", nil},
		{"80%", "2", "80%", []string{"2"}}, {"năm", "2", "năm", []string{"2"}}, // "năm" ends in m and is no metre
		{"80%", "(1)", "80%", []string{"1"}}, {"80%", "[12]", "80%", []string{"12"}},
		{"80%", "*", "80%", []string{"*"}},
		{"80%", "a", "80%", []string{"a"}}, {"1", "st", "1st", nil}, {"80%", " ", "80%", nil},
	} {
		d, err := read(t, word(t, table(row(cell("", para(run("", tt.before), run(up, tt.raised))), said("x")))))
		if err != nil {
			t.Fatal(err)
		}
		got := d.Blocks[0].Table.At(1, 1)
		if diff := cmp.Diff([]any{tt.text, tt.notes}, []any{got.Text, got.Notes}); diff != "" {
			t.Errorf("%s and %s raised: %s", tt.before, tt.raised, diff)
		}
	}
}

// The parts of a file are found by its relations, whatever they are called.
func TestPartsByTheirRelations(t *testing.T) {
	const body = `<w:document xmlns:w="` + transitional + `"><w:body><w:p><w:r><w:t>80%</w:t></w:r></w:p>` +
		`</w:body></w:document>`
	strict := strings.ReplaceAll(body, transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main")
	for name, parts := range map[string][]part{
		"as Word calls it": {{"_rels/.rels", relations("officeDocument", "word/document.xml")},
			{"word/document.xml", body}},
		"another name": {{"_rels/.rels", relations("officeDocument", "van-ban/chinh.xml")},
			{"van-ban/chinh.xml", body}},
		"from the root": {{"_rels/.rels", relations("officeDocument", "/word/document2.xml")},
			{"word/document2.xml", body}},
		"capitals": {{"_RELS/.RELS", relations("officeDocument", "Word/Document.XML")},
			{"WORD/document.xml", body}},
		"backslashes": {{"_rels/.rels", relations("officeDocument", `word\document.xml`)},
			{`word\document.xml`, body}},
		"up and down again": {{"_rels/.rels", relations("officeDocument", "./x/../word/document.xml")},
			{"word/document.xml", body}},
		"the first of two": {{"_rels/.rels", relations("officeDocument", "word/document.xml", "officeDocument",
			"word/b.xml")},
			{"word/document.xml", body}, {"word/b.xml", "<a/>"}},
		"the strict edition": {{"_rels/.rels", relations("officeDocument", "word/document.xml")},
			{"word/document.xml", strict}},
		"styles that are not there": {{"_rels/.rels", relations("officeDocument", "word/document.xml")},
			{"word/document.xml", body}, {"word/_rels/document.xml.rels", relations("styles", "styles.xml")}},
	} {
		d, err := read(t, zipped(t, parts...))
		if err != nil || len(d.Blocks) != 1 || d.Blocks[0].Paragraph.Text != "80%" {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
}

// Paragraphs in what may stand around them are read; what no person sees is not.
func TestAroundParagraphs(t *testing.T) {
	p := para(run("", "80%"))
	for name, tt := range map[string]struct{ body, want string }{
		"a content control": {"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>" + p +
			"</w:sdtContent></w:sdt>", "80%"},
		"an insertion": {"<w:ins>" + p + "</w:ins>", "80%"},
		"a deletion":   {"<w:del>" + p + "</w:del>", ""},
		"the newer of two": {"<mc:AlternateContent><mc:Choice>" + p + "</mc:Choice><mc:Fallback>" +
			para(run("", "cũ")) + "</mc:Fallback></mc:AlternateContent>", "80%"},
		"the older, where it is": {"<mc:AlternateContent><mc:Choice/><mc:Fallback>" + p +
			"</mc:Fallback></mc:AlternateContent>", "80%"},
		"another file":   {`<w:altChunk/>`, "\uFFFC"},
		"a link":         {para("<w:hyperlink>" + run("", "80%") + "</w:hyperlink>"), "80%"},
		"a simple field": {para(`<w:fldSimple w:instr="X">` + run("", "80%") + "</w:fldSimple>"), "80%"},
		"a smart tag":    {para("<w:smartTag>" + run("", "80%") + "</w:smartTag>"), "80%"},
		"comments and their marks": {para("<w:commentRangeStart/>", run("", "80%"),
			`<w:r><w:annotationRef/></w:r>`), "80%"},
		"a hyphen that holds": {para("<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r>"), "2021-2025"},
		"a sign by its code":  {para(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 80%</w:t></w:r>`), "≥ 80%"},
		"a sign without its code": {para(`<w:r><w:sym w:font="Symbol" w:char="zz"/><w:t>80%</w:t></w:r>`),
			"\uFFFC80%"},
		"a short code of a sign": {para(`<w:r><w:sym w:font="Symbol" w:char="B3"/><w:t> 80%</w:t></w:r>`), "≥ 80%"},
		"nothing":                {"<w:p/>", ""},
	} {
		d, err := read(t, word(t, tt.body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, b := range d.Blocks {
			got = append(got, b.Paragraph.Text)
		}
		if strings.Join(got, "\n") != tt.want {
			t.Errorf("%s is read as %q, want %q", name, got, tt.want)
		}
	}
}

// Whatever the lists and styles of a file say, its text is read, and begins with the number.
func FuzzListsAndStyles(f *testing.F) {
	f.Add(`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>`+
		`<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
		`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="a"/><w:pPr><w:numPr>`+
			`<w:numId w:val="1"/></w:numPr></w:pPr></w:style>`)
	f.Add(`<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="b"/></w:abstractNum><w:num w:numId="1">`+
		`<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="8"><w:startOverride w:val="9"/></w:lvlOverride></w:num>`,
		`<w:style w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style>`)
	f.Fuzz(func(t *testing.T, lists, styles string) {
		const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>` +
			`80%</w:t></w:r></w:p>`
		d, err := read(t, word(t, item+item,
			part{"word/numbering.xml", `<w:numbering xmlns:w="` + transitional + `">` + lists + `</w:numbering>`},
			part{"word/styles.xml", `<w:styles xmlns:w="` + transitional + `">` + styles + `</w:styles>`}))
		if err != nil || strings.Contains(styles, "<w:") && len(d.Blocks) == 0 {
			return // not XML, or a style that hides it
		}
		if len(d.Blocks) == 0 || !strings.HasSuffix(d.Blocks[0].Paragraph.Text, "80%") &&
			!strings.Contains(styles, "<w:") {
			t.Errorf("%q, %q: %+v", lists, styles, d.Blocks)
		}
	})
}
