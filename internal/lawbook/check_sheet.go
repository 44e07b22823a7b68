package lawbook

import (
	"cmp"
	"fmt"
	"maps"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// check is the sheet Đối chiếu: what stands, and beside it what the official
// writes.
func (e *exporter) check() *draw.Sheet {
	o, rows := e.layout(), e.rows()
	widths, ids, heads, _ := laid(o.columns, entry)
	across := o.pageAcross
	if e.isBare(rows) { // nothing stands there but the head
		clear(widths[o.lastOfHead():])
		across = 0
	}
	s := e.sheet(checkSheet, draw.Page{Landscape: true, Across: across}, widths...)
	s.Hide(e.mark())
	behind := func(c ...draw.Cell) []draw.Cell { return append(make([]draw.Cell, o.hidden), c...) }
	s.AddTall(20, behind(draw.Text("ĐỐI CHIẾU NGƯỠNG VỚI QUYẾT ĐỊNH", title).Over(o.titleColumns))...)
	s.AddTall(18, behind(draw.Text(e.subject()+". "+e.extent(), remark).Over(o.titleColumns))...)
	for _, line := range e.cautions() {
		s.AddTall(30, behind(draw.Text(line, caution).Over(o.titleColumns))...)
	}
	e.head(s, o)
	s.Hide(ids...)
	header := s.Add(heads...)
	name := ""
	for _, one := range rows {
		e.named.row(checkSheet, s.Add(e.slotCells(&one, o, &name)...), "chỉ tiêu "+
			vi.Join(", ", one.Topic.No, one.Where(e.law), one.When()), o.columns)
	}
	if s.Last() == header {
		s.Rows[header-1].Hidden = e.isBare(rows)
		empty := "Bộ tiêu chí này chưa có chỉ tiêu nào: xin ghi ở tờ " + addSheet + "."
		if e.read != nil {
			empty = "Mọi chỉ tiêu đọc được đều là chỉ tiêu mới: ghi người, ngày ở đầu tờ này, rồi xem tờ " +
				addSheet + "."
		}
		s.Add(behind(draw.Text(empty, remark).Over(o.titleColumns))...)
	}
	last := s.Last()
	s.Filter = draw.Cells(1, header, len(o.columns), last)
	s.Texts = s.Filter
	s.Frozen = draw.Ref(o.hidden+5, header+1) // its number to its place stand on every page
	s.Head = draw.Heads{Row: header, Column: o.hidden + 2, Rightmost: o.hidden + 4}
	e.checkLists(s, o, header+1, last)
	return s
}

// isBare tells whether a decision was read that says nothing of what the program has.
func (e *exporter) isBare(rows []collation.Row) bool { return e.read != nil && len(rows) == 0 }

// lastOfHead is the last column that an entry stands over that every row shares.
func (o *layout) lastOfHead() int { return o.head[len(o.head)-1].last }

// rows are those of the sheet, in the order of the standard; of what was read, what a
// person must look at comes first.
func (e *exporter) rows() []collation.Row {
	if e.read != nil {
		return e.read.Rows
	}
	var out []collation.Row
	for _, t := range e.law.Topics {
		for _, one := range e.law.Slots(t, e.scope.Columns) {
			out = append(out, collation.Row{Slot: one})
		}
	}
	return out
}

func (e *exporter) layout() *layout {
	if e.read != nil {
		return &readLayout
	}
	return &plainLayout
}

// head lays down the entries that every row shares which leaves its own blank.
func (e *exporter) head(s *draw.Sheet, o *layout) {
	ids, titles, entries := heads(o.head, o.hidden+beforeHead, e.headEntry)
	first := o.hidden + 1
	titles[first-1] = draw.Text("Ghi một lần cho mọi dòng để trống →", draw.Look{Size: 11, Bold: true})
	s.Hide(ids...)
	top := s.AddTall(o.headTall, titles...)
	e.named.head(checkSheet, s.AddTall(24, entries...), o.head)
	s.Merged = append(s.Merged, draw.Area{Left: first, Top: top, Right: o.hidden + beforeHead, Bottom: top + 1})
}

// slotCells is the row of a slot. name is the wording that the row above has
// shown: the further parts of a requirement do not repeat it.
func (e *exporter) slotCells(s *collation.Row, o *layout, name *string) []draw.Cell {
	wording, number := cmp.Or(s.Standing.Rule.Name, s.Topic.Name), s.Topic.No
	if s.Path != "" {
		number += "\nphần " + s.Path
		whole := e.law.Lib.Asked(s.Standing.Rule, &s.Standing.Rule.Ask, s.Years.From, s.Columns[0])
		wording += "\nYêu cầu: " + whole.String()
		if again := s.Key(e.law)[len(s.Topic.ID)+1+len(s.Path):] + wording; again == *name {
			wording = "(phần tiếp của chỉ tiêu " + s.Topic.No + ")"
		} else {
			*name = again
		}
	}
	var cells []draw.Cell
	entries, read := e.rowEntries(s), e.shownCells(s)
	read[theNumber], read[theWording] = draw.Text(number, centre), draw.Text(wording, body)
	for _, c := range o.columns {
		switch {
		case c.shows != nothing:
			cells = append(cells, read[c.shows])
		case c.id == idKey:
			cells = append(cells, draw.Unseen(s.Key(e.law)))
		case c.id == idSeen:
			cells = append(cells, draw.Unseen(s.Present()))
		case c.id == idRead:
			cells = append(cells, draw.Unseen(marker(s.Said)))
		default:
			cells = append(cells, entryCell(s, c.id, entries))
		}
	}
	return cells
}

// shownCells are what an official only reads, but for the indicator.
func (e *exporter) shownCells(s *collation.Row) map[shown]draw.Cell {
	figure, from := "", s.Asked.Basis.Source
	if s.Asked.Figure != nil {
		figure = fmt.Sprintf("%s (%s)", s.Asked.Figure.Name, s.Asked.Figure.Unit)
	}
	if s.Ask.Case {
		figure = "Trường hợp áp dụng: " + figure
	}
	if s.Standing.Doc.Layer != criteria.Nation {
		from = s.Standing.Doc.String() + "; " + from
	}
	said := cmp.Or(s.Said, &collation.Said{})
	cells := saidCells(said.Kind, said.Words, said.Why)
	maps.Copy(cells, map[shown]draw.Cell{
		theCriterion: draw.Text(s.Topic.Criterion, body),
		theYears:     draw.Text(s.When(), centre),
		thePlace:     draw.Text(s.Where(e.law), centre),
		theFigure:    draw.Text(figure, body),
		theWay:       draw.Text(collation.Way(s.Asked.Op), centre),
		thePresent:   draw.Text(s.Present(), centre),
		theStatus:    draw.Text(s.Status().Title(), centre.On(shades[s.Status()])),
		theSource:    draw.Text(vi.Short(from, mostOfSource), source),
	})
	return cells
}

// entryCell is a cell that an official writes in, with what the machine has read.
func entryCell(s *collation.Row, id string, entries func(id string) string) draw.Cell {
	l := entry
	if id == idNote || id == idArticle || id == idLaxer {
		l = longText
	}
	if !s.Standing.Zoned() {
		return draw.Text(entries(id), l)
	}
	if id == idNote {
		return draw.Text(fmt.Sprintf("Tỉnh chia vùng riêng: sửa ở bộ quy định %q", s.Standing.Overlay.ID), locked)
	}
	return draw.Blank(locked)
}

// mostOfSource is how much of a source is shown; all of it stands in the pack.
const mostOfSource = 220

func (e *exporter) checkLists(s *draw.Sheet, o *layout, first, last int) {
	all := func(id string) string { return over(o.columns, id, first, last) }
	ticks, ways, tickHint := []string{"x"}, wayWords, "Ghi x nếu ngưỡng hiện có đúng với quyết định."
	if e.read != nil {
		ways, tickHint = addWays, "Ghi x nếu dòng này đúng như nguyên văn trong quyết định."
	}
	s.Take(&draw.Rule{Kind: draw.Choice, Words: ticks, Hint: tickHint}, all(idTick))
	s.Take(strict(&draw.Rule{Words: ways, Hint: "Chỉ cần chọn khi quyết định để tỉnh quy định, hoặc cách xét " +
		"khác hiện có."}), all(idWay))
	s.Take(&draw.Rule{Hint: "Ghi số theo quyết định, ví dụ 80 hoặc 1,53. Để trống nếu ngưỡng hiện có đã đúng."},
		all(idValue))
	for _, id := range []string{idDate, idOn} {
		s.Take(&draw.Rule{Hint: "Ngày/tháng/năm, ví dụ 15/3/2022."}, all(id))
	}
}

// strict is a choice of which nothing but the words may be written.
func strict(r *draw.Rule) *draw.Rule {
	r.Kind, r.Title, r.Refuse = draw.Choice, "Chưa đúng", r.Hint
	return r
}
