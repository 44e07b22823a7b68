package lawbook

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// addRows is how many indicators an office can add in one workbook: a whole
// set of the years 2026–2030, with room.
const addRows = 60

// addRowsRead is how many, where a decision was read that has indicators of its own.
const addRowsRead = 15

// addHeads are the rows above the first indicator, from the hidden one on.
const addHeads = 4

// addWays are the ways to judge an added indicator.
var addWays = append(slices.Clone(wayWords), collation.Way(criteria.ProvinceSets))

// additions is the sheet Chỉ tiêu mới.
func (e *exporter) additions() *draw.Sheet {
	isRead := e.read != nil
	columns := addColumns(e.law, e.scope.Columns, isRead)
	if !isRead || !slices.ContainsFunc(e.read.Lines, func(n *collation.Line) bool { return n.Of != nil }) {
		columns = slices.DeleteFunc(columns, func(c column) bool { return c.shows == thePresent })
	}
	widths, ids, heads, blanks := laid(columns, longText)
	judged := slices.IndexFunc(columns, func(c column) bool { return c.id == idNewName || c.shows == theWhy })
	s := e.sheet(addSheet, draw.Page{Landscape: true, Across: judged + 1}, widths...)
	s.Hide(ids...)
	s.AddTall(22, draw.Text("CHỈ TIÊU MỚI: thêm chỉ tiêu mà tờ Đối chiếu chưa có", title).Over(5))
	s.AddTall(48, draw.Text(e.additionsHelp(), remark).Over(5))
	header := s.Add(heads...)
	if isRead {
		for _, n := range e.read.Lines {
			e.named.row(addSheet, s.Add(e.lineCells(n, columns)...), "chỉ tiêu "+vi.Join(", ", n.No, n.Part, n.Case),
				columns)
		}
	}
	for _, typed := range e.signed.Added {
		cells := list.Map(columns, func(c column) draw.Cell { return draw.Text(typed[c.id], longText) })
		e.named.row(addSheet, s.Add(cells...), "chỉ tiêu "+vi.Join(", ", typed[idNo], typed[idPart], typed[idCase]),
			columns)
	}
	rows := addRows
	if isRead && len(e.read.Lines) > 0 {
		rows = addRowsRead
	}
	for range rows {
		s.AddTall(30, blanks...)
	}
	s.Frozen = draw.Ref(4, header+1)
	s.Head = draw.Heads{Row: header, Column: 1, Rightmost: 2}
	e.addLists(s, columns, header)
	return s
}

func (e *exporter) additionsHelp() string {
	if e.read != nil {
		return "Mỗi dòng một chỉ tiêu, hoặc một phần, một năm của chỉ tiêu, như đọc được trong quyết định. Đúng " +
			"thì ghi x; " +
			"dòng cần chọn số liệu thì chọn ở cột Số liệu có sẵn, hoặc ghi x một lần ở đầu tờ Đối chiếu để lập số " +
			"liệu mới cho mọi dòng còn để trống. Dòng \"viết lại\" thay cho mức đang có của chỉ tiêu ấy, nên " +
			"phải ghi x ở từng dòng. Nhóm không xét thì ghi Không áp dụng."
	}
	return "Mỗi dòng một chỉ tiêu, hoặc một phần, một năm của chỉ tiêu. Ghi ngưỡng chung, hoặc ghi riêng cho " +
		"từng cột; chỉ tiêu xét " +
		"Đạt thì không ghi ngưỡng; nhóm không xét thì ghi Không áp dụng. Số quyết định, người và ngày đối chiếu " +
		"để trống thì lấy ở đầu " +
		"tờ Đối chiếu."
}

// cells is the row of a line that was read.
func (e *exporter) lineCells(n *collation.Line, columns []column) []draw.Cell {
	var out []draw.Cell
	entries, read := e.lineEntries(n, columns), saidCells(n.Kind, n.Words, n.Why)
	read[thePresent] = draw.Text(n.Before(), body)
	for _, c := range columns {
		switch {
		case c.shows != nothing:
			out = append(out, read[c.shows])
		case c.id == idRead:
			out = append(out, draw.Unseen(e.lineMarker(n, columns)))
		case c.id == idKey:
			out = append(out, draw.Unseen(n.Key(e.law)))
		default:
			l := longText
			if c.id == idNo || c.id == idYear || c.id == idTick || c.id == idWay || c.id == idValue ||
				strings.HasPrefix(c.id, idAt) {
				l = entry
			}
			out = append(out, draw.Text(entries(c.id), l))
		}
	}
	return out
}

// lineMarker is what the machine put into a row: whether it is sure, and its entries.
func (e *exporter) lineMarker(n *collation.Line, columns []column) string {
	sure := markSure
	switch n.Kind {
	case collation.Again:
		switch sure = markAgain; { // where it is a part, what is doubtful was left out of it
		case n.IsPart && len(n.Candidates) > 0:
			sure = markEither
		case n.IsPart:
			sure = markSure
		}
	case collation.Choose, collation.Rewritten:
		sure = markChoose
	}
	return sure + "|" + fingerprint(columns, func(id string) string { return e.lineEntry(n, id) })
}

// fingerprint is short for what stands in the cells of a line that say what it asks.
func fingerprint(columns []column, text func(id string) string) string {
	var said []string
	for _, c := range columns {
		switch c.id {
		case "", idTick, idRead, idKey, idWords, idDecision, idDate, idArticle, idBy, idOn, idNote:
		default:
			if words := vi.NFC(text(c.id)); words != "" {
				said = append(said, c.id+"="+words)
			}
		}
	}
	slices.Sort(said) // wherever the columns stand
	return hashed(strings.Join(said, "\n"))
}

// addLists has the sheet offer what its cells take.
func (e *exporter) addLists(s *draw.Sheet, columns []column, header int) {
	last := s.Last()
	all := func(id string) string { return over(columns, id, header+1, last) }
	s.Take(&draw.Rule{Kind: draw.Choice, Source: e.listed(listCriteria),
		Hint: "Chọn tiêu chí có sẵn, hoặc ghi số và tên, ví dụ: 20. Chuyển đổi số."}, all(idCriterion))
	s.Take(strict(&draw.Rule{Source: e.listed(listUnits), Hint: "Chọn một đơn vị đo trong danh mục."}), all(idUnit))
	s.Take(strict(&draw.Rule{Words: addWays, Hint: "Chọn cách xét."}), all(idWay))
	from := header + 1
	if e.read != nil {
		s.Take(&draw.Rule{Kind: draw.Choice, Words: []string{"x"}, Hint: "Ghi x nếu dòng này đúng như nguyên văn."},
			all(idTick))
		for i, n := range e.read.Lines {
			rule := e.figureRule()
			if len(n.Candidates) > 0 {
				rule = &draw.Rule{Kind: draw.Choice, Words: choices(n),
					Hint: "Chọn số liệu đúng với nội dung chỉ tiêu, hoặc chọn số liệu mới."}
			}
			s.Take(rule, over(columns, idFigure, header+1+i, header+1+i))
		}
		from += len(e.read.Lines)
	}
	s.Take(e.figureRule(), over(columns, idFigure, from, last))
}

func (e *exporter) figureRule() *draw.Rule {
	return &draw.Rule{Kind: draw.Choice, Source: e.listed(listFigures),
		Hint: "Chọn số liệu đã có trong danh mục; chưa có thì để trống và ghi số liệu mới ở các ô sau."}
}

// The columns of the sheet Danh mục.
const (
	listFigures = iota
	listUnits
	listCriteria
)

// listHead is the row of that sheet's heads.
const listHead = 3

// words are the words of a column of the sheet Danh mục.
func (e *exporter) words(column int) []string {
	switch column {
	case listFigures: // but for those that no indicator judges by
		judged := list.Where(e.law.Lib.FigureList, func(f *criteria.Figure) bool { return f.LeavesOutOf == "" })
		return list.Map(judged, figureChoice)
	case listUnits:
		return list.Map(criteria.Units, func(u criteria.Unit) string { return string(u) })
	}
	return list.Map(e.law.Std.Criteria, func(c *criteria.Criterion) string { return c.No + ". " + c.Name })
}

// listed is where a column of words stands.
func (e *exporter) listed(column int) string {
	name, last := string(rune('A'+column)), listHead+len(e.words(column))
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", listSheet, name, listHead+1, name, last)
}

// figureChoice is a figure as the drop-down offers it.
func figureChoice(f *criteria.Figure) string { return fmt.Sprintf("%s (%s)", f.Name, f.ID) }

// lists is the sheet Danh mục, which the drop-downs take their words from.
func (e *exporter) lists() *draw.Sheet {
	s := e.sheet(listSheet, draw.Page{Landscape: true}, 90, 24, 60)
	s.AddTall(22, draw.Text("DANH MỤC dùng cho tờ Chỉ tiêu mới", title))
	s.Gap(6)
	s.Add(draw.Text("Số liệu có sẵn (mã)", colHead), draw.Text("Đơn vị đo", colHead), draw.Text("Tiêu chí", colHead))
	columns := [][]string{e.words(listFigures), e.words(listUnits), e.words(listCriteria)}
	for i := range columns[listFigures] {
		var cells []draw.Cell
		for _, words := range columns {
			c := draw.Cell{}
			if i < len(words) {
				c = draw.Text(words[i], body)
			}
			cells = append(cells, c)
		}
		s.Add(cells...)
	}
	s.Frozen = draw.Ref(1, listHead+1)
	return s
}
