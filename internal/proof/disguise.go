package proof

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"ntm/internal/dossier"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
)

// A cell may hold what it should and still not be seen, or be seen as something
// else: hidden, covered, or written in the colour of the paper.

// disguised looks for what keeps a reader from seeing a sheet as it is.
func (c *comparison) disguised() error {
	visible, err := c.file.GetSheetVisible(c.sheet.Name)
	if err != nil {
		return damagedSheet(c.name, c.sheet.Name)
	}
	if !visible {
		c.out.Differences = append(c.out.Differences, Difference{Kind: OfSheet, Sheet: c.sheet.Name, Found: "tờ bị ẩn", Expected: "tờ hiện"})
	}
	for i, r := range c.sheet.Rows {
		if r.Height == 0 || i >= len(c.found) {
			continue
		}
		if seen, err := c.file.GetRowVisible(c.sheet.Name, i+1); err == nil && !seen {
			c.tell(OfFormat, 1, i, "", "dòng bị ẩn", "dòng hiện")
		} else if height, err := c.file.GetRowHeight(c.sheet.Name, i+1); err == nil && height < min(r.Height, excelize.MaxRowHeight)*squeezed && c.words(i) != "" {
			c.tell(OfFormat, 1, i, "", fmt.Sprintf("dòng cao %g điểm", height), fmt.Sprintf("dòng cao %g điểm", r.Height))
		}
	}
	for column := 1; column <= c.sheet.Columns(); column++ {
		letter := strings.TrimRight(draw.Ref(column, 1), "1")
		wanted := c.sheet.Widths[column-1] / draw.ZeroWidth
		if seen, err := c.file.GetColVisible(c.sheet.Name, letter); err == nil && !seen {
			c.tell(OfFormat, column, 0, "", "cột bị ẩn", "cột hiện")
		} else if width, err := c.file.GetColWidth(c.sheet.Name, letter); err == nil && width < wanted*squeezed {
			c.tell(OfFormat, column, 0, "", fmt.Sprintf("cột rộng %.1f", width), fmt.Sprintf("cột rộng %.1f", wanted))
		}
	}
	running, err := c.file.GetHeaderFooter(c.sheet.Name)
	if err != nil {
		return damagedSheet(c.name, c.sheet.Name)
	}
	if c.draft && (running == nil || running.DifferentFirst || running.DifferentOddEven || !strings.Contains(running.OddHeader, dossier.DraftMark)) {
		c.out.Differences = append(c.out.Differences, Difference{Kind: OfFormat, Sheet: c.sheet.Name, Cell: draw.Ref(1, 1), Found: "đầu trang không ghi " + dossier.DraftMark, Expected: "đầu mọi trang ghi " + dossier.DraftMark})
	}
	if running != nil && !c.draft && plainRunning(running.OddHeader) != "" {
		c.tell(OfFormat, 1, 0, "", "đầu trang ghi "+plainRunning(running.OddHeader), "đầu trang để trống")
	}
	want := plainRunning(c.sheet.Foot())
	if running != nil && plainRunning(running.OddFooter) != want {
		c.tell(OfFormat, 1, 0, "", "chân trang ghi "+plainRunning(running.OddFooter), "chân trang ghi "+want)
	}
	if err := c.colours(); err != nil {
		return err
	}
	return c.merges()
}

// squeezed is how much of its height or width a row or a column may have lost:
// programs size them anew, but not to nothing.
const squeezed = 0.4

// setting is what a running head or foot says of how its words are set.
var setting = regexp.MustCompile(`&"[^"]*"|&\d+|&K[0-9A-Fa-f]{6}|&[LCRBIUES]|\s+`)

// plainRunning is the words of a running head or foot.
func plainRunning(text string) string { return setting.ReplaceAllString(text, "") }

// namesOf holds the names that readers' formulas use against what they should mean.
func (w *Workbook) namesOf(out *Check, sheets []*draw.Sheet) {
	plain := strings.NewReplacer("$", "", "'", "")
	found := map[string]string{}
	for _, n := range w.file.GetDefinedName() {
		found[n.Name] = plain.Replace(n.RefersTo)
	}
	for _, s := range sheets {
		for _, n := range s.Named {
			if want := s.Name + "!" + n.Cell; found[n.Name] != want {
				out.Differences = append(out.Differences, Difference{Kind: OfFormula, Sheet: s.Name, Cell: n.Cell, What: "tên " + n.Name, Found: "chỉ đến " + found[n.Name], Expected: "chỉ đến " + want})
			}
		}
	}
}

// colours holds the conditional formats against those of verdicts: any other may
// hide a word.
func (c *comparison) colours() error {
	found, err := c.file.GetConditionalFormats(c.sheet.Name)
	if err != nil {
		return damagedSheet(c.name, c.sheet.Name)
	}
	for _, area := range slices.Sorted(maps.Keys(found)) {
		for _, rule := range found[area] {
			if !c.isMark(rule) {
				cell, _, _ := strings.Cut(area, ":")
				c.out.Differences = append(c.out.Differences, Difference{Kind: OfFormat, Sheet: c.sheet.Name, Cell: cell, Found: "định dạng có điều kiện thêm vào ở " + area, Expected: "định dạng của hồ sơ"})
			}
		}
	}
	return nil
}

// isMark tells whether a conditional format is one of the dossier's own.
func (c *comparison) isMark(rule excelize.ConditionalFormatOptions) bool {
	i := slices.IndexFunc(look.Marks, func(m draw.Marked) bool { return rule.Value == `"`+m.Word+`"` })
	if i < 0 || rule.Type != "cell" || rule.Format == nil {
		return false
	}
	style, err := c.file.GetConditionalStyle(*rule.Format)
	if err != nil || style.Font == nil || style.CustomNumFmt != nil || !slices.Contains([]string{"==", "equal to"}, rule.Criteria) {
		return false
	}
	if shade := strings.Join(style.Fill.Color, ""); shade != "" && !sameShade(shade, look.Marks[i].Shade) { // LibreOffice's backgrounds are not read
		return false
	}
	return strings.HasSuffix(strings.ToUpper(style.Font.Color), look.Marks[i].Ink)
}

// merges compares which cells are one: a cell under another is not seen.
func (c *comparison) merges() error {
	found, err := c.file.GetMergeCells(c.sheet.Name, true)
	if err != nil {
		return damagedSheet(c.name, c.sheet.Name)
	}
	var want, got []string
	for _, m := range c.sheet.Merged {
		want = append(want, m.String())
	}
	for _, m := range found {
		got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	for _, area := range got {
		if !slices.Contains(want, area) {
			cell, _, _ := strings.Cut(area, ":")
			c.out.Differences = append(c.out.Differences, Difference{Kind: OfFormat, Sheet: c.sheet.Name, Cell: cell, Found: "các ô " + area + " bị gộp", Expected: "các ô riêng"})
		}
	}
	return nil
}

// shape is something drawn that is no chart.
var shape = regexp.MustCompile(`<(?:\w+:)?(?:sp|pic|cxnSp|shape|rect|oval|roundrect|textbox)[\s>/]`)

// attached are the folders and files in a workbook that hold programs, other files
// and links to them.
var attached = regexp.MustCompile(`^xl/(?:vbaproject|macrosheets/|dialogsheets/|externallinks/|embeddings/|activex/|ctrlprops/|querytables/|connections\.)|^customui|(?:^|/)\.\./|^/|\\`)

// addedParts tells of what a dossier never has: programs, files and links in it, and
// pictures and boxes, which may cover what stands in the cells. It has charts alone.
func addedParts(data []byte) ([]Difference, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out []Difference
	for _, part := range archive.File {
		switch name := strings.ToLower(part.Name); {
		case attached.MatchString(name):
			out = append(out, Difference{Kind: OfSheet, Sheet: part.Name, Found: "macro, tệp nhúng hoặc liên kết ra ngoài", Expected: "không có phần này"})
			continue
		case strings.HasSuffix(name, ".vml"), strings.Contains(name, "drawing") && strings.HasSuffix(name, ".xml"):
		default:
			continue
		}
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		words, err := io.ReadAll(io.LimitReader(r, mostUnzipped))
		_ = r.Close() // was read to its end
		if err != nil {
			return nil, err
		}
		if n := len(shape.FindAllIndex(words, -1)); n > 0 {
			out = append(out, Difference{Kind: OfSheet, Sheet: part.Name, Found: fmt.Sprintf("%d hình hoặc khung chữ vẽ thêm, có thể che nội dung", n), Expected: "chỉ có biểu đồ"})
		}
	}
	return out, nil
}
