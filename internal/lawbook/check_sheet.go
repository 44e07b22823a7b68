package lawbook

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// firstEntry is the first column that an official writes in, counted from 1.
var firstEntry = 1 + slices.IndexFunc(checkColumns, func(c column) bool { return c.entry })

// check is the sheet Đối chiếu: what stands, and beside it what the official
// writes.
func (e *exporter) check() *draw.Sheet {
	widths, ids, heads, _ := laid(checkColumns, entry)
	s := e.sheet(checkSheet, draw.Page{Landscape: true, Across: firstEntry}, widths...)
	s.Hide(e.mark())
	s.AddTall(20, draw.Cell{}, draw.Cell{}, draw.Text("ĐỐI CHIẾU NGƯỠNG VỚI QUYẾT ĐỊNH", title).Over(firstEntry-firstVisible))
	s.AddTall(18, draw.Cell{}, draw.Cell{}, draw.Text(e.subject()+". "+e.extent(), remark).Over(firstEntry-firstVisible))
	e.head(s)
	s.Hide(ids...)
	header := s.Add(heads...)
	for _, t := range e.law.topics {
		name := ""
		for _, one := range e.law.slots(t, e.scope.Columns) {
			s.Add(e.slotCells(&one, &name)...)
		}
	}
	if s.Last() == header {
		s.Add(draw.Cell{}, draw.Cell{}, draw.Text("Bộ tiêu chí này chưa có chỉ tiêu nào: xin ghi ở tờ "+addSheet+".", remark).Over(firstEntry-firstVisible))
	}
	last := s.Last()
	s.Filter = draw.Cells(1, header, len(checkColumns), last)
	s.Texts = s.Filter
	s.Frozen = draw.Ref(lastNaming+1, header+1)
	s.Head = draw.Heads{Row: header, Column: firstNaming, Rightmost: lastNaming}
	e.checkLists(s, header+1, last)
	return s
}

// head lays down the entries that every row shares which leaves its own blank.
func (e *exporter) head(s *draw.Sheet) {
	ids := make([]string, headFields[len(headFields)-1].last)
	titles, blanks := make([]draw.Cell, firstNaming), make([]draw.Cell, firstNaming)
	titles[firstVisible-1] = draw.Text("Ghi một lần cho mọi dòng để trống →", draw.Look{Size: 11, Bold: true})
	for _, f := range headFields {
		ids[f.first-1] = headID(f.id)
		titles = append(titles, draw.Text(f.title, toFill).Over(f.last-f.first+1))
		blanks = append(blanks, draw.Blank(entry).Over(f.last-f.first+1))
	}
	s.Hide(ids...)
	top := s.AddTall(18, titles...)
	s.AddTall(24, blanks...)
	s.Merged = append(s.Merged, draw.Area{Left: firstVisible, Top: top, Right: firstNaming, Bottom: top + 1})
}

// slotCells is the row of a slot. name is the wording that the row above has
// shown: the further parts of a requirement do not repeat it.
func (e *exporter) slotCells(s *slot, name *string) []draw.Cell {
	wording := s.standing.Rule.Name
	if wording == "" {
		wording = s.topic.name
	}
	number := s.topic.no
	if s.path != "" {
		number += "\nphần " + s.path
		whole := e.law.lib.Asked(s.standing.Rule, &s.standing.Rule.Ask, s.Years.From, s.Columns[0])
		wording += "\nYêu cầu: " + whole.String()
		if again := s.key(e.law)[len(s.topic.ID)+1+len(s.path):] + wording; again == *name {
			wording = "(phần tiếp của chỉ tiêu " + s.topic.no + ")"
		} else {
			*name = again
		}
	}
	figure, op := "", way(s.asked.Op)
	if s.asked.Figure != nil {
		figure = fmt.Sprintf("%s (%s)", s.asked.Figure.Name, s.asked.Figure.Unit)
	}
	if s.ask.Case {
		figure = "Trường hợp áp dụng: " + figure
	}
	from := s.asked.Basis.Source
	if cite := s.standing.Doc.String(); s.standing.Doc.Layer != criteria.Nation {
		from = cite + "; " + from
	}
	cells := []draw.Cell{
		draw.Unseen(s.key(e.law)), draw.Unseen(s.present()),
		draw.Text(s.topic.criterion, body), draw.Text(number, centre), draw.Text(s.when(), centre), draw.Text(s.where(e.law), centre),
		draw.Text(wording, body), draw.Text(figure, body), draw.Text(op, centre),
		draw.Text(s.present(), centre), draw.Text(s.status().Title(), centre.On(shades[s.status()])), draw.Text(vi.Short(from, mostOfSource), source),
	}
	for _, c := range checkColumns[len(cells):] {
		l := entry
		if c.id == idNote || c.id == idArticle || c.id == idLaxer {
			l = longText
		}
		blank := draw.Blank(l)
		if s.standing.Zoned() {
			blank = draw.Blank(locked)
			if c.id == idNote {
				blank = draw.Text(fmt.Sprintf("Tỉnh chia vùng riêng: sửa ở bộ quy định %q", s.standing.Overlay.ID), locked)
			}
		}
		cells = append(cells, blank)
	}
	return cells
}

// mostOfSource is how much of a source is shown; all of it stands in the pack.
const mostOfSource = 220

func (e *exporter) checkLists(s *draw.Sheet, first, last int) {
	over := func(id string) string {
		i := 1 + slices.IndexFunc(checkColumns, func(c column) bool { return c.id == id })
		return draw.Cells(i, first, i, last)
	}
	s.Take(&draw.Rule{Kind: draw.Choice, Words: []string{"x"}, Hint: "Ghi x nếu ngưỡng hiện có đúng với quyết định."}, over(idTick))
	s.Take(strict(&draw.Rule{Words: wayWords, Hint: "Chỉ cần chọn khi quyết định để tỉnh quy định, hoặc cách xét khác hiện có."}), over(idWay))
	s.Take(&draw.Rule{Hint: "Ghi số theo quyết định, ví dụ 80 hoặc 1,53. Để trống nếu ngưỡng hiện có đã đúng."}, over(idValue))
	for _, id := range []string{idDate, idOn} {
		s.Take(&draw.Rule{Hint: "Ngày/tháng/năm, ví dụ 15/3/2022."}, over(id))
	}
}

// strict is a choice of which nothing but the words may be written.
func strict(r *draw.Rule) *draw.Rule {
	r.Kind, r.Title, r.Refuse = draw.Choice, "Chưa đúng", r.Hint
	return r
}
