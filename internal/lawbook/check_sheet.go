package lawbook

import (
	"fmt"
	"slices"

	"ntm/criteria"
)

// firstEntry is the first column that an official writes in, counted from 1.
var firstEntry = 1 + slices.IndexFunc(checkColumns, func(c column) bool { return c.entry })

// check is the sheet Đối chiếu: what stands, and beside it what the official
// writes.
func (e *exporter) check() *sheet {
	s := &sheet{name: checkSheet, footer: e.subject()}
	for _, c := range checkColumns {
		s.widths = append(s.widths, c.width)
	}
	s.hide(e.mark())
	s.rows = append(s.rows, row{cells: []cell{{}, {}, {"ĐỐI CHIẾU NGƯỠNG VỚI QUYẾT ĐỊNH", look{size: 14, bold: true}}}, height: 20})
	s.rows = append(s.rows, row{cells: []cell{{}, {}, {e.subject() + ". " + e.extent(), look{size: 11, italic: true}}}, height: 18})
	s.merged = append(s.merged, area(firstVisible, 2, firstEntry-1, 2), area(firstVisible, 3, firstEntry-1, 3))
	e.head(s)
	ids, heads := make([]string, len(checkColumns)), make([]cell, len(checkColumns))
	for i, c := range checkColumns {
		ids[i], heads[i] = c.id, cell{c.title, colHead}
		if c.entry {
			heads[i].look = toFill
		}
	}
	s.hide(ids...)
	header := s.add(heads...)
	for _, t := range e.law.topics {
		name := ""
		for _, one := range e.law.slots(t, e.scope.Columns) {
			s.add(e.slotCells(&one, &name)...)
		}
	}
	if len(s.rows) == header {
		s.add(cell{}, cell{}, cell{"Bộ tiêu chí này chưa có chỉ tiêu nào: xin ghi ở tờ " + addSheet + ".", look{size: 11, italic: true}})
		s.merged = append(s.merged, area(firstVisible, header+1, firstEntry-1, header+1))
	}
	last := len(s.rows)
	s.filtered = area(1, header, len(checkColumns), last)
	s.frozen = ref(lastNaming+1, header+1)
	s.pageBreak = ref(firstEntry, 1)
	s.header, s.naming = header, [2]int{firstNaming, lastNaming}
	e.checkLists(s, header+1, last)
	return s
}

// head lays down the entries that every row shares which leaves its own blank.
func (e *exporter) head(s *sheet) {
	width := headFields[len(headFields)-1].last
	ids, titles, blanks := make([]string, width), make([]cell, width), make([]cell, width)
	for _, f := range headFields {
		ids[f.first-1] = headID(f.id)
		for i := f.first - 1; i < f.last; i++ {
			titles[i], blanks[i] = cell{look: toFill}, cell{look: entry}
		}
		titles[f.first-1].text = f.title
	}
	s.hide(ids...)
	titles[2] = cell{"Ghi một lần cho mọi dòng để trống →", look{size: 11, bold: true}}
	s.rows = append(s.rows, row{cells: titles, height: 18}, row{cells: blanks, height: 24})
	top := len(s.rows) - 1
	s.merged = append(s.merged, area(firstVisible, top, firstNaming, top+1))
	for _, f := range headFields {
		if f.last > f.first {
			s.merged = append(s.merged, area(f.first, top, f.last, top), area(f.first, top+1, f.last, top+1))
		}
	}
}

// slotCells is the row of a slot. name is the wording that the row above has
// shown: the further parts of a requirement do not repeat it.
func (e *exporter) slotCells(s *slot, name *string) []cell {
	wording := s.standing.rule.Name
	if wording == "" {
		wording = s.topic.name
	}
	number := s.topic.no
	if s.path != "" {
		number += "\nphần " + s.path
		whole := e.law.asked(s.standing.rule, &s.standing.rule.Ask, s.years.From, s.columns[0])
		wording += "\nYêu cầu: " + whole.String()
		if again := s.key(e.law)[len(s.topic.id)+1+len(s.path):] + wording; again == *name {
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
	source := s.asked.Basis.Source
	if cite := s.standing.doc.cite(); s.standing.doc.layer != criteria.Nation {
		source = cite + "; " + source
	}
	cells := []cell{
		{s.key(e.law), look{size: 8}}, {s.present(), look{size: 8}},
		{s.topic.criterion, body}, {number, centre}, {s.when(), centre}, {s.where(e.law), centre},
		{wording, body}, {figure, body}, {op, centre},
		{s.present(), centre}, {s.status().Title(), look{size: 10, boxed: true, centred: true, shade: shades[s.status()]}}, {short(source), look{size: 8, boxed: true}},
	}
	for _, c := range checkColumns[len(cells):] {
		l := entry
		if c.id == idNote || c.id == idArticle || c.id == idLaxer {
			l = longText
		}
		blank := cell{look: l}
		if s.standing.zoning != nil {
			blank.look = locked
			if c.id == idNote {
				blank.text = fmt.Sprintf("Tỉnh chia vùng riêng: sửa ở bộ quy định %q", s.standing.zoning.ID)
			}
		}
		cells = append(cells, blank)
	}
	return cells
}

// short cuts a source that would fill the page; all of it stands in the pack.
func short(s string) string {
	const most = 220
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most]) + "…"
}

func (e *exporter) checkLists(s *sheet, first, last int) {
	over := func(id string) string {
		i := 1 + slices.IndexFunc(checkColumns, func(c column) bool { return c.id == id })
		return area(i, first, i, last)
	}
	s.lists = append(s.lists,
		list{area: over(idTick), words: []string{"x"}, hint: "Ghi x nếu ngưỡng hiện có đúng với quyết định."},
		list{area: over(idWay), words: wayWords, strict: true, hint: "Chỉ cần chọn khi quyết định để tỉnh quy định, hoặc cách xét khác hiện có."},
		list{area: over(idValue), hint: "Ghi số theo quyết định, ví dụ 80 hoặc 1,53. Để trống nếu ngưỡng hiện có đã đúng."},
		list{area: over(idDate), hint: "Ngày/tháng/năm, ví dụ 15/3/2022."},
		list{area: over(idOn), hint: "Ngày/tháng/năm, ví dụ 15/3/2022."},
	)
}
