package webpage_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/webpage"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A table whose cells span rows and columns in any manner is read as it was drawn, its rows
// in a head and a body too.
func TestAnySpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		head := rapid.IntRange(0, rows).Draw(t, "rows of the head")
		drawn := make([][]string, rows)
		for r := range drawn {
			drawn[r] = make([]string, columns)
		}
		var page strings.Builder
		page.WriteString("<table><thead>")
		n := 0
		for r := range rows {
			if r == head {
				page.WriteString("</thead><tbody>")
			}
			page.WriteString("<tr>")
			part := rows
			if r < head {
				part = head // a cell does not reach out of the head
			}
			for c := range columns {
				if drawn[r][c] != "" {
					continue
				}
				free := 1
				for c+free < columns && drawn[r][c+free] == "" {
					free++
				}
				down, across := rapid.IntRange(1, part-r).Draw(t, "down"), rapid.IntRange(1, free).Draw(t, "across")
				n++
				for i := range down {
					for k := range across {
						drawn[r+i][c+k] = fmt.Sprintf("ô %d", n)
					}
				}
				written := down
				if r+down == part && rapid.Bool().Draw(t, "to the end") {
					written = 0 // "to the end of its part"
				}
				fmt.Fprintf(&page, "<td rowspan=%d colspan=%d>ô %d", written, across, n)
			}
		}
		page.WriteString("</table>")
		want := ""
		for _, line := range drawn {
			want += "[" + strings.Join(line, "|") + "]\n"
		}
		d, err := webpage.Read("gia-dinh.html", []byte(page.String()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, pictured(d)); diff != "" {
			t.Fatalf("%s\n%s", page.String(), diff)
		}
	})
}

// What an element around a text does not change: bold, links, spans and breaks of lines
// within it.
func TestAnyMarkup(t *testing.T) {
	around := []string{"%s", "<b>%s</b>", "<span>%s</span>", "<a href=x>%s</a>", "<font color=red>%s</font>",
		"<i>%s</i>",
		"<span style='font-family:\"Times New Roman\",serif'>%s</span>", "<o:p>%s</o:p>", "<!-- x -->%s",
		"<ins>%s</ins>"}
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Fields("Tỷ lệ hộ có nhà ở kiên cố đạt từ 80 % trở lên")
		var page []string
		for _, w := range words {
			page = append(page, fmt.Sprintf(rapid.SampledFrom(around).Draw(t, "around"), w))
		}
		text := strings.Join(page, rapid.SampledFrom([]string{" ", "\n", "\r\n  ", "\t", "&#32;"}).Draw(t, "apart"))
		d, err := webpage.Read("gia-dinh.html", []byte("<table><tr><td>"+text+"</table>"))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Blocks[0].Table.At(1, 1); got.Text != strings.Join(words, " ") || len(got.Odd)+len(got.Notes) > 0 {
			t.Fatalf("%q is read as %q, %q", text, got.Text, got.Odd)
		}
	})
}

// A font of old is that of the nearest element that names one, the table and its row too.
func TestFontsAroundTables(t *testing.T) {
	const old = `style='font-family:".VnTime"'`
	for name, page := range map[string]string{
		"the cell":           "<table><tr><td " + old + ">§¹t</table>",
		"the row":            "<table><tr " + old + "><td>§¹t</table>",
		"the body":           "<table><tbody " + old + "><tr><td>§¹t</table>",
		"the table":          "<table " + old + "><tr><td>§¹t</table>",
		"around the table":   "<div " + old + "><table><tr><td>§¹t</table></div>",
		"a paragraph in it":  "<table><tr><td><p " + old + ">§¹t</table>",
		"a font of old":      "<table><tr><td><font face='.VnTime'>§¹t</font></table>",
		"nearer than a font": "<div style='font-family:Arial'><table><tr><td " + old + ">§¹t</table></div>",
		"a table in a cell":  "<table " + old + "><tr><td><b>§¹t</b></table>",
	} {
		if got := read(t, page).Blocks[0].Table.At(1, 1).Text; got != "Đạt" {
			t.Errorf("named by %s: %q", name, got)
		}
	}
	if got := read(t, "<div "+old+">x</div><table><tr><td>§¹t</table>").Blocks[1].Table.At(1, 1).Text; got != "§¹t" {
		t.Errorf("a font beside the table reaches into it: %q", got)
	}
}

// What is raised is a power behind a unit of length, the mark of a note elsewhere, or words.
func TestRaisedOnAPage(t *testing.T) {
	for _, tt := range []struct {
		page, text string
		notes      []string
	}{
		{"4 m<sup>2</sup>/người", "4 m²/người", nil},
		{"5 km<sup>2</sup>", "5 km²", nil},
		{"7 m <sup>3</sup>", "7 m ³", nil},
		{"hằng năm<sup>2</sup>", "hằng năm", []string{"2"}}, // "năm" ends in m and is no metre
		{"sản phẩm<sup>(3)</sup>", "sản phẩm", []string{"3"}},
		{"<sup>1</sup> Của ô", "(1) Của ô", nil},
		{"<sup>(1)</sup>", "", []string{"1"}},
		{"80%<sup>*</sup>", "80%", []string{"*"}},
		{"80%<sup> [12] </sup>", "80%", []string{"12"}},
		{"1<sup>st</sup>", "1st", nil},
		{"80%<sup></sup>", "80%", nil},
		{"80%<span style='vertical-align: super'>1</span>", "80%", []string{"1"}},
		{"80%<a class=MsoFootnoteReference>[1]</a>", "80%", []string{"1"}},
		{"80%<a class=MsoEndnoteReference>[iv]</a>", "80%", []string{"iv"}},
		{"80%<a class=MsoEndnoteReference> </a>", "80%", nil},
	} {
		got := read(t, "<table><tr><td>"+tt.page+"</table>").Blocks[0].Table.At(1, 1)
		if diff := cmp.Diff([]any{tt.text, tt.notes}, []any{got.Text, got.Notes}); diff != "" {
			t.Errorf("%s: %s", tt.page, diff)
		}
	}
}

// What no reader of the page sees is not read, however it is hidden; what is seen is.
func TestWhatIsSeen(t *testing.T) {
	for page, want := range map[string]string{
		"a<span hidden>b</span>": "a", "a<span style='DISPLAY : NONE'>b</span>": "a",
		"a<span style='visibility:hidden'>b</span>": "a", "a<span style='mso-hide: all'>b</span>": "a",
		"a<style>b</style>": "a", "a<textarea>b</textarea>": "a", "a<noscript>b</noscript>": "a",
		"a<select><option>b</select>": "a",
		"a<template>b</template>":     "a", "a<ruby>c<rt>b</rt></ruby>": "ac", "a<del>b</del><ins>c</ins>": "ac",
		"a<svg><text>b</text></svg>": "a\uFFFC", "a<object>b</object>": "a\uFFFC",
		"a<span style='display:inline'>b</span>": "ab", "a&nbsp;&ge;&nbsp;b": "a ≥ b", "a<details>b</details>": "ab",
		"<math><mi>x</mi><mo>≥</mo><mn>80</mn></math>":   "x≥80",
		"<math><msup><mi>m</mi><mn>2</mn></msup></math>": "\uFFFC",
		"<math></math>a": "\uFFFCa", "a<br>b": "a\nb", "a<wbr>b": "ab",
	} {
		d := read(t, "<table><tr><td>"+page+"</table>")
		if got := d.Blocks[0].Table.At(1, 1).Text; got != want {
			t.Errorf("%s is read as %q, want %q", page, got, want)
		}
	}
}

// A file that begins as a letter does is a page with all that belongs to it.
func TestArchives(t *testing.T) {
	for head, want := range map[string]bool{
		"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>a":                            true,
		"\xEF\xBB\xBF\r\n mime-version: 1.0\r\ncontent-type: text/html\r\n":                   true,
		"From: <x>\r\nSubject: y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n": true,
		"<html>MIME-Version: 1.0 Content-Type: x":                                             false,
		"MIME-Version: 1.0":          false,
		"":                           false,
		"<p>Content-Type: text/html": false,
	} {
		if got := webpage.IsArchive([]byte(head)); got != want {
			t.Errorf("%q is an archive: %t", head, got)
		}
	}
}

// The first page of an archive is the paper, whatever stands before it.
func TestTheFirstPageOfAnArchive(t *testing.T) {
	mht := func(parts ...string) string {
		return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" +
			strings.Join(parts, "\r\n--x\r\n") + "\r\n--x--\r\n"
	}
	const html = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>"
	const picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"
	deep := html + "sâu"
	for i := range 7 {
		deep = fmt.Sprintf("Content-Type: multipart/mixed; boundary=y%d\r\n\r\n--y%d\r\n%s\r\n--y%d--", i, i, deep, i)
	}
	for name, tt := range map[string]struct{ file, want string }{
		"alone":           {mht(html + "một"), "một"},
		"two pages":       {mht(html+"một", html+"hai"), "một"},
		"behind pictures": {mht(picture, html+"một"), "một"},
		"no kind said":    {mht("\r\nx", html+"một"), "một"},
		"xhtml":           {mht(strings.Replace(html, "text/html", "application/xhtml+xml", 1) + "một"), "một"},
		"the page itself": {"MIME-Version: 1.0\r\n" + html + "một", "một"},
		"only pictures":   {mht(picture), "!không có trang web nào"},
		"too deep":        {mht(deep), "!không có trang web nào"},
		"bad base64": {mht("Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!"),
			"!hỏng hoặc bị cắt"},
		"no boundary": {"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx", "!không có trang web nào"},
	} {
		d, err := webpage.Read("gia-dinh.mht", []byte(tt.file))
		if want, wrong := strings.CutPrefix(tt.want, "!"); wrong {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %s", name, err, want)
			}
		} else if err != nil || pictured(d) != tt.want+"\n" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
