package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"ntm/internal/dossier"
	"ntm/internal/look"
	"ntm/internal/pattern"
	"ntm/internal/xlsx/draw"
)

// A cell may hold what it should and still not be seen, or be seen as something
// else: hidden, covered, or written in the colour of the paper.

// disguised looks for what keeps a reader from seeing a sheet as it is.
func (c *comparison) disguised() error {
	visible, err := c.file.GetSheetVisible(c.sheet.Name)
	if err != nil {
		return err
	}
	if !visible {
		c.out.differs(OfSheet, c.sheet.Name, "", "", "tờ bị ẩn", "tờ hiện")
	}
	for i, r := range c.sheet.Rows {
		if r.Height == 0 || i >= len(c.found) {
			continue
		}
		if seen, err := c.file.GetRowVisible(c.sheet.Name, i+1); err == nil && !seen {
			c.tell(OfFormat, 1, i, "", "dòng bị ẩn", "dòng hiện")
		} else if height, err := c.file.GetRowHeight(c.sheet.Name, i+1); err == nil &&
			height < min(r.Height, excelize.MaxRowHeight)*squeezed && c.words(i) != "" {
			c.tell(OfFormat, 1, i, "", fmt.Sprintf("dòng cao %g điểm", height), fmt.Sprintf("dòng cao %g điểm",
				r.Height))
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
	if err := c.running(); err != nil {
		return err
	}
	if err := c.colours(); err != nil {
		return err
	}
	return c.merges()
}

// squeezed is how much of its height or width a row or a column may have lost:
// programs size them anew, but not to nothing.
const squeezed = 0.4

// running compares the words at the head and the foot of the pages.
func (c *comparison) running() error {
	running, err := c.file.GetHeaderFooter(c.sheet.Name)
	if err != nil {
		return err
	}
	if c.draft && (running == nil || running.DifferentFirst || running.DifferentOddEven ||
		!strings.Contains(running.OddHeader, dossier.DraftMark)) {
		c.tell(OfFormat, 1, 0, "", "đầu trang không ghi "+dossier.DraftMark, "đầu mọi trang ghi "+dossier.DraftMark)
	}
	if running != nil && !c.draft && plainRunning(running.OddHeader) != "" {
		c.tell(OfFormat, 1, 0, "", "đầu trang ghi "+plainRunning(running.OddHeader), "đầu trang để trống")
	}
	want := plainRunning(c.sheet.Foot())
	if running != nil && plainRunning(running.OddFooter) != want {
		c.tell(OfFormat, 1, 0, "", "chân trang ghi "+plainRunning(running.OddFooter), "chân trang ghi "+want)
	}
	return nil
}

// setting is what a running head or foot says of how its words are set.
var setting = pattern.New(`&"[^"]*"|&\d+|&K[0-9A-Fa-f]{6}|&[LCRBIUES]|\s+`)

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
				out.differs(OfFormula, s.Name, n.Cell, "tên "+n.Name, "chỉ đến "+found[n.Name], "chỉ đến "+want)
			}
		}
	}
}

// colours holds the conditional formats against those of verdicts: any other may
// hide a word.
func (c *comparison) colours() error {
	found, err := c.file.GetConditionalFormats(c.sheet.Name)
	if err != nil {
		return err
	}
	for _, area := range slices.Sorted(maps.Keys(found)) {
		for _, rule := range found[area] {
			if !c.isMark(rule) {
				cell, _, _ := strings.Cut(area, ":")
				c.out.differs(OfFormat, c.sheet.Name, cell, "", "định dạng có điều kiện thêm vào ở "+area,
					"định dạng của hồ sơ")
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
	if err != nil || style.Font == nil || style.CustomNumFmt != nil || !slices.Contains([]string{"==", "equal to"},
		rule.Criteria) {
		return false
	}
	if shade := strings.Join(style.Fill.Color, ""); shade != "" &&
		!sameShade(shade, look.Marks[i].Shade) { // LibreOffice's backgrounds are not read
		return false
	}
	return strings.HasSuffix(strings.ToUpper(style.Font.Color), look.Marks[i].Ink)
}

// merges compares which cells are one: a cell under another is not seen.
func (c *comparison) merges() error {
	found, err := c.file.GetMergeCells(c.sheet.Name, true)
	if err != nil {
		return err
	}
	for _, m := range found {
		area := m.GetStartAxis() + ":" + m.GetEndAxis()
		if !slices.ContainsFunc(c.sheet.Merged, func(a draw.Area) bool { return a.String() == area }) {
			c.out.differs(OfFormat, c.sheet.Name, m.GetStartAxis(), "", "các ô "+area+" bị gộp", "các ô riêng")
		}
	}
	return nil
}
