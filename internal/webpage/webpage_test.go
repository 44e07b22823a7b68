package webpage_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"ntm/internal/document"
	"ntm/internal/problem"
	"ntm/internal/webpage"

	"github.com/google/go-cmp/cmp"
)

func read(t testing.TB, page string) *document.Document {
	t.Helper()
	d, err := webpage.Read("gia-dinh.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// pictured shows paragraphs, and tables row by row.
func pictured(d *document.Document) string {
	var out strings.Builder
	for _, block := range d.Blocks {
		if block.Paragraph != nil {
			fmt.Fprintf(&out, "%s\n", strings.ReplaceAll(block.Paragraph.Text, "\n", `\n`))
			continue
		}
		t := block.Table
		for row := 1; row <= t.Rows; row++ {
			var cells []string
			for column := 1; column <= t.Columns; column++ {
				text := ""
				if c := t.At(row, column); c != nil {
					text = strings.ReplaceAll(c.Text, "\n", `\n`) + strings.Repeat("[table]", len(c.Tables))
				}
				cells = append(cells, text)
			}
			fmt.Fprintf(&out, "[%s]\n", strings.Join(cells, "|"))
		}
	}
	return out.String()
}

func TestPages(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"both spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>", "[a|b|b]\n[a|c|d]\n"},
		{"rowspan to the end", "<table><tr><td rowspan=0>a<td>b<tr><td>c</table>", "[a|b]\n[a|c]\n"},
		{"rowspan beyond the table", "<table><tr><td rowspan=99>a<td>b<tr><td>c</table>", "[a|b]\n[a|c]\n"},
		{"a row covered from above and in the middle", "<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>",
			"[a|b|c]\n[d|b|e]\n"},
		{"foot written before the body",
			"<table><thead><tr><th>a</thead><tfoot><tr><td>z</tfoot><tbody><tr><td>b</tbody></table>",
			"[a]\n[b]\n[z]\n"},
		{"a whole width of a thousand", "<table><tr><td>a<td>b<tr><td colspan=1000>c</table>", "[a|b]\n[c|c]\n"},
		{"nested", "<table><tr><td>a<table><tr><td>b</table></table>", "[a[table]]\n"},
		{"paragraphs and breaks", "<p>Số:\n 1/QĐ<p>a<br>b<div>c</div>", "Số: 1/QĐ\na\\nb\nc\n"},
		{"what nobody sees", "<p>a<script>b</script><span style='display: none'>c</span><del>d</del><!-- e -->", "a\n"},
		{"square metres and notes",
			"<p>4 m<sup>2</sup> 2.1<sup>1</sup> x<span class=MsoFootnoteReference>[1]</span>", "4 m² 2.1 x\n"},
		{"Symbol", "<p><span style='font-family:Symbol'>³</span> 80% <font face=Symbol>£</font> 5", "≥ 80% ≤ 5\n"},
		{"font of old", `<p style='font-family:".VnTime","serif"'>§¹t`, "Đạt\n"},
		{"formulas", "<p><math><mo>≥</mo></math> 80 <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "≥ 80 \uFFFC\n"},
		{"pictures", "<p><img src=x>80%", "\uFFFC80%\n"},
		{"sign underlined", "<p><u>&gt;</u> 85%", "≥ 85%\n"},
		{"sign underlined by its style", "<p><span style='text-decoration: underline'>&lt;</span> 5%", "≤ 5%\n"},
		{"words underlined", "<p><u>Đạt</u> &gt; 5%", "Đạt > 5%\n"},
		{"struck", "<p><s>70%</s>80%", "80%\n"},
		{"hidden row and cell", "<table><tr hidden><td>a<tr><td style='display:none'>b<td>c</table>", "[c]\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, pictured(read(t, c.page))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStruckCellIsSaid(t *testing.T) {
	got := read(t, "<table><tr><td><s>70%</s>80%</table>").Blocks[0].Table.At(1, 1)
	if got.Text != "80%" || len(got.Odd) != 1 {
		t.Errorf("got %q, odd %q", got.Text, got.Odd)
	}
}

// The letters a page is written in.
// Of a sign that is underlined with its number nobody knows whether it is ≥.
func TestUnderlinedSignIsSaid(t *testing.T) {
	got := read(t, "<table><tr><td><u>&gt; 70%</u></table>").Blocks[0].Table.At(1, 1)
	if len(got.Odd) != 1 || !strings.Contains(got.Odd[0], "gạch chân") || got.Text != "> 70%" {
		t.Errorf("%q, %q", got.Text, got.Odd)
	}
}

func TestLetters(t *testing.T) {
	long := "<html><head><!--" + strings.Repeat(" ", 2000) + "--></head>"
	for _, c := range []struct{ name, page, want string }{
		{"said in the page", "<meta charset=utf-8><p>Đạt", "Đạt"},
		{"not said, far from the head", long + "<p>Đạt", "Đạt"},
		{"with a mark before it", "\xEF\xBB\xBF<p>Đạt", "Đạt"},
		{"UTF-16", "\xFF\xFE<\x00p\x00>\x00\x10\x01\xA1\x1Et\x00", "Đạt"},
		{"windows-1258", "<meta charset=windows-1258><p>\xD0\xE0i \xE1\xE2n, bi\xEA\xD2n", "Đài áân, biển"},
		{"mht, quoted", "MIME-Version: 1.0\r\nContent-Type: multipart/related; " +
			"boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"utf-8\"\r\n" +
			"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C4=90=E1=BA=A1t\r\n--x--\r\n", "Đạt"},
		{"mht, base64, within a part",
			"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; " +
				"boundary=x\r\n\r\n--x\r\n" +
				"Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/html; " +
				"charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
				base64.StdEncoding.EncodeToString([]byte("<p>Đạt")) + "\r\n--y--\r\n--x--\r\n", "Đạt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.page)
			if got := d.Blocks[0].Paragraph.Text; c.want != "" && got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRefusedPages(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"too long", strings.Repeat("<p>a</p>  ", 2<<20), "quá lớn"},
		{"too many tags", strings.Repeat("<p>", 1_000_001), "quá nhiều phần"},
		{"bold begun anew", strings.Repeat("<b><i><u>", 3000) + strings.Repeat("<p>", 3000), "quá nhiều phần"},
		{"too deep", strings.Repeat("<div>", 2000), "quá nhiều phần"},
		{"no letters said", "<p>\xD0\xE0i", "bảng mã"},
		{"a hundred columns", "<table><tr>" + strings.Repeat("<td>", 100) + "</table>", "dòng 1: bảng có hơn 63 cột"},
		{"mht without a page", "MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx", "không có trang web nào"},
		{"mht that is cut", "MIME-Version: 1.0\r\nContent-Type: multipart/related; " +
			"boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>a", "hỏng hoặc bị cắt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := webpage.Read("gia-dinh.html", []byte(c.page))
			if err == nil || !strings.Contains(err.Error(), c.want) || problem.Of(err)[0].File == "" {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>")
	f.Add("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: " +
		"text/html\r\n\r\n<p>a\r\n--x--")
	f.Fuzz(func(t *testing.T, page string) {
		d, err := webpage.Read("gia-dinh.html", []byte(page))
		if err != nil {
			return
		}
		for table := range d.Tables() {
			for _, c := range table.Cells {
				if c.Row < 1 || c.Row+c.Rows-1 > table.Rows || c.Column+c.Columns-1 > table.Columns {
					t.Errorf("cell at %d,%d of %dx%d in a table of %dx%d", c.Row, c.Column, c.Rows, c.Columns,
						table.Rows, table.Columns)
				}
			}
		}
	})
}

// endsAfter is a context that ends when it was asked so many times.
type endsAfter struct {
	context.Context
	left int
}

func (e *endsAfter) Err() error {
	if e.left--; e.left < 0 {
		return context.Canceled
	}
	return nil
}

// Who stops the program while a large page is read does not wait for its end.
func TestAPageThatIsStopped(t *testing.T) {
	page := []byte("<table>" + strings.Repeat("<tr><td><b>giả định</b><td>2", 20_000) + "</table>")
	for _, after := range []int{0, 1, 20, 60, 120, 200, 5000} { // before, while tags are counted, parsed, walked
		d, err := webpage.Until(&endsAfter{context.Background(), after}, "gia-dinh.html", page)
		if d != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("after %d: %v, %v", after, d != nil, err)
		}
	}
	if d, err := webpage.Until(context.Background(), "gia-dinh.html", page[:4000]); d == nil || err != nil {
		t.Error(err)
	}
}
