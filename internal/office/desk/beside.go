package desk

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// lay lays what a file says beside what the cells say. A figure is taken as a whole; a table is
// as the file has it, if that has any row of it; evidence is added to what there is.
func (o *Offer) lay(w *Working, cells []form.Cell) {
	theirs, file := map[form.Place]string{}, working(cells)
	renamed := o.evidence(w, file, theirs)
	named := rowsBeside(w, file)
	figures := map[string]bool{}
	for _, c := range cells {
		t := tableOf(c.Sheet, c.ID)
		if t == nil || t == &layout.EvidenceTable {
			continue
		}
		if t == &layout.FigureTable && slices.Contains(layout.Measured, c.ID) {
			figures[c.Item] = true
		}
		if !t.Fixed() {
			item, is := named[[2]string{t.Columns[0].ID, c.Item}]
			if !is {
				continue // a row that says nothing
			}
			c.Item = item
		}
		if t.KindOf(c.Item, c.ID) == layout.Cites {
			value, _ := form.Citing(c.Text, renamed)
			text, _ := value.(string)
			c.Text = together(w.Text(c.Sheet, c.Item, c.ID), text)
		}
		theirs[c.At()] = c.Text
	}
	said := map[string]bool{}
	for at := range theirs {
		said[tableOf(at.Sheet, at.ID).Columns[0].ID] = true
	}
	for at, mine := range w.Cells {
		t := tableOf(at.Sheet, at.ID)
		_, both := theirs[at]
		switch {
		case t == nil || both || mine.Value == "":
		case t == &layout.FigureTable && figures[at.Item] && slices.Contains(layout.Measured, at.ID),
			!t.Fixed() && t != &layout.EvidenceTable && said[t.Columns[0].ID]:
			theirs[at] = ""
		case t.Sheet == layout.PlaceSheet && layout.Says(at.Item): // whose it is has been looked at
		default:
			o.Alone++
		}
	}
	for at, text := range theirs {
		if mine := w.Cells[at]; mine.Value != text {
			o.Changes = append(o.Changes, Difference{at, mine.Value, text, mine.Version})
		} else {
			o.Same++
		}
	}
	o.sort()
}

// sort orders by table, row and column as the form has them.
func (o *Offer) sort() {
	rank := func(d Difference) (table, column int) {
		t := tableOf(d.At.Sheet, d.At.ID)
		return slices.Index(layout.Tables, t), t.At(d.At.ID)
	}
	slices.SortFunc(o.Changes, func(a, b Difference) int {
		at, ac := rank(a)
		bt, bc := rank(b)
		return cmp.Or(at-bt, byRow(a.At.Item, b.At.Item), strings.Compare(a.At.Item, b.At.Item), ac-bc)
	})
}

// together are the codes of both.
func together(mine, theirs string) string {
	codes := form.Codes(mine)
	known := len(codes)
	for _, code := range form.Codes(theirs) {
		if !slices.ContainsFunc(codes, func(c string) bool { return vi.FoldTone(c) == vi.FoldTone(code) }) {
			codes = append(codes, code)
		}
	}
	switch {
	case known == 0:
		return theirs
	case len(codes) == known:
		return mine
	}
	return strings.Join(codes, "; ")
}

// Items are the rows of a table in which something stands, in their order.
func (w *Working) Items(t *layout.Table) (out []string) {
	seen := map[string]bool{}
	for at, c := range w.Cells {
		if at.Sheet == t.Sheet && t.At(at.ID) >= 0 && isRow(at.Item) && c.Value != "" && !seen[at.Item] {
			out, seen[at.Item] = append(out, at.Item), true
		}
	}
	slices.SortFunc(out, byRow)
	return out
}

// Free is the number of the first row behind all that were ever written.
func (w *Working) Free(t *layout.Table) int {
	last := 0
	for at := range w.Cells {
		if n, err := strconv.Atoi(at.Item); err == nil && at.Sheet == t.Sheet && t.At(at.ID) >= 0 {
			last = max(last, n)
		}
	}
	return last + 1
}

// rowsBeside names the rows of a file as those that there are: the same one, else one of the same
// thing, else the first that is left, else a new one; by the first column of their table and
// the file's own name.
func rowsBeside(w, file *Working) map[[2]string]string {
	out := map[[2]string]string{}
	for _, t := range layout.Tables {
		if t.Fixed() || t == &layout.EvidenceTable {
			continue
		}
		mine, theirs := w.Items(t), file.Items(t)
		for _, alike := range []func(a, b map[string]string) bool{
			maps.Equal[map[string]string, map[string]string], sameThing(t),
			func(_, _ map[string]string) bool { return true },
		} {
			theirs = slices.DeleteFunc(theirs, func(item string) bool {
				row := file.row(t, item)
				at := slices.IndexFunc(mine, func(m string) bool { return alike(w.row(t, m), row) })
				if at >= 0 {
					out[[2]string{t.Columns[0].ID, item}] = mine[at]
					mine = slices.Delete(mine, at, at+1)
				}
				return at >= 0
			})
		}
		for n, item := range theirs {
			out[[2]string{t.Columns[0].ID, item}] = fmt.Sprint(w.Free(t) + n)
		}
	}
	return out
}

// sameThing tells rows of the same thing by the columns that name it.
func sameThing(t *layout.Table) func(a, b map[string]string) bool {
	named := 1
	if t == &layout.CapitalTable || t == &layout.TitleTable {
		named = 2
	}
	return func(a, b map[string]string) bool {
		return !slices.ContainsFunc(t.Columns[:named], func(c layout.Column) bool {
			return vi.FoldTone(a[c.ID]) != vi.FoldTone(b[c.ID])
		})
	}
}

// row is what stands in a row, by column.
func (w *Working) row(t *layout.Table, item string) map[string]string {
	out := map[string]string{}
	for _, c := range t.Columns {
		if text := w.Text(t.Sheet, item, c.ID); text != "" {
			out[c.ID] = text
		}
	}
	return out
}

// evidence lays what a file lists behind what there is, but for what is there already. It
// gives the codes that had to be others, for what has them is something else.
func (o *Offer) evidence(w, file *Working, theirs map[form.Place]string) map[string]string {
	t := &layout.EvidenceTable
	described := func(row map[string]string) string {
		return vi.FoldTone(row["ntm:number"] + "\x00" + row["ntm:title"] + "\x00" + row["ntm:file"])
	}
	known, codes := map[string]string{}, map[string]string{} // by what it is, by its code
	for _, item := range w.Items(t) {
		row := w.row(t, item)
		known[described(row)], codes[vi.FoldTone(row["ntm:code"])] = item, item
	}
	free, renamed := w.Free(t), map[string]string{}
	for _, item := range file.Items(t) {
		row := file.row(t, item)
		code := vi.FoldTone(row["ntm:code"])
		to, is := known[described(row)]
		switch {
		case is:
			if code != "" {
				renamed[code] = w.Text(t.Sheet, to, "ntm:code")
			}
			row["ntm:code"] = w.Text(t.Sheet, to, "ntm:code")
		default:
			to = fmt.Sprint(free)
			free++
			if codes[code] != "" {
				row["ntm:code"] = newCode(codes)
				renamed[code] = row["ntm:code"]
			}
			codes[vi.FoldTone(row["ntm:code"])] = to
		}
		for id, text := range row {
			if text != "" {
				theirs[form.Place{Sheet: t.Sheet, Item: to, ID: id}] = text
			}
		}
	}
	return renamed
}

// newCode is the number after all that there are.
func newCode(codes map[string]string) string {
	last := 0
	for code := range codes {
		if n, err := strconv.Atoi(code); err == nil {
			last = max(last, n)
		}
	}
	return strconv.Itoa(last + 1)
}
