package proof

import (
	"cmp"
	"slices"
	"strings"

	"ntm/internal/dossier"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// objectWords are the kinds of objects as a person calls them.
var objectWords = map[read.ObjectKind]string{read.Chart: "biểu đồ", read.Picture: "hình ảnh",
	read.Shape: "hình vẽ hoặc khung chữ", read.Embedded: "tệp nhúng hoặc nút điều khiển"}

// objects tells of what was drawn on the sheets or put into them besides the dossier's
// charts, each of which is known by its title and the cells it draws, wherever it stands.
func (w *Workbook) objects(out *Check, sheets []*draw.Sheet) error {
	charts := map[string][]draw.Chart{dossier.SealName: nil}
	shown := shownPhotos{book: w.book, missing: map[string][]draw.Picture{}, digests: map[string]string{}}
	for _, s := range sheets {
		charts[s.Name] = slices.Clone(s.Charts)
		if out.Older { // which had room for it
			charts[s.Name] = append(charts[s.Name], s.Absent...)
		}
		shown.missing[s.Name] = slices.Clone(s.Shown)
	}
	for _, s := range w.book.Sheets {
		own, known := charts[s.Name]
		if !known && !out.Older {
			continue // the whole sheet was added
		}
		found, err := s.Objects()
		if err == nil {
			found, err = shown.without(out, s.Name, found)
		}
		if err != nil {
			return err
		}
		for _, o := range found {
			if i := slices.IndexFunc(own, func(c draw.Chart) bool { return isChart(&c, &o, out.Older) }); i >= 0 {
				own = slices.Delete(own, i, i+1)
				continue
			}
			what := objectWords[o.Kind]
			if o.Words != "" {
				what += " ghi: " + o.Words
			}
			out.differs(OfObject, s.Name, "", "", what, "hồ sơ không có")
		}
	}
	if w.book.Linked {
		out.differs(OfObject, "", "", "", "liên kết lấy số liệu từ tệp khác", "hồ sơ không có")
	}
	for _, name := range w.book.Others {
		out.differs(OfSheet, name, "", "", "tờ chỉ có hình vẽ thêm vào", "không có tờ này")
	}
	return nil
}

// isChart tells whether an object is a chart of the dossier: it has its title and draws all
// its cells and no others, which an older layout has elsewhere.
func isChart(c *draw.Chart, o *read.Object, older bool) bool {
	if o.Kind != read.Chart || vi.OneLine(o.Words) != vi.OneLine(c.Title) {
		return false
	}
	var own []string
	for _, s := range c.Series {
		own = append(own, s.Name, s.Labels, s.Values)
	}
	return older || slices.Equal(plainCells(own...), plainCells(o.Cells...))
}

// plainCells are the names of cells among formulas of a chart, sorted, each once: programs
// keep a series' name that is no cell or not, and call a cell an area of one.
func plainCells(formulas ...string) (out []string) {
	for _, f := range formulas {
		sheet, cells, named := strings.Cut(plainName(f), "!")
		if first, last, _ := strings.Cut(cells, ":"); first == last {
			cells = first
		}
		if named {
			out = append(out, sheet+"!"+cells)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// names holds the names that readers' formulas use against what they should mean.
func (w *Workbook) names(out *Check, sheets []*draw.Sheet) {
	for _, s := range sheets {
		for _, n := range s.Named {
			cell := draw.Ref(n.Column, n.Row)
			if is, want := plainName(w.book.Names[n.Name]), s.Name+"!"+cell; is != want {
				out.differs(OfFormula, s.Name, cell, "tên "+n.Name, "chỉ đến "+cmp.Or(is, "không đâu cả"),
					"chỉ đến "+want)
			}
		}
	}
}

// plainName is the cell that a name means, without what programs write differently.
func plainName(s string) string { return strings.NewReplacer("$", "", "'", "").Replace(s) }
