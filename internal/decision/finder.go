package decision

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"ntm/internal/decision/head"
	"ntm/internal/decision/label"
	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/document/open"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// line is one line of text outside of tables of criteria.
type line = head.Line

// finder goes through a paper and gathers its annexes.
type finder struct {
	*Decision
	head   []line // until the first table of criteria
	all    []line
	since  []line // since the last table of criteria
	cells  int
	annex  *Annex
	layout *layout // of the last table of criteria
	rows   *reader
	within int    // the number of the table whose cells are being read as lines
	side   int    // the column of the cell
	no     string // of the annex that was announced last
}

// Read reads a decision. The error is a problem.Problem that names the file. The reading
// ends with ctx.
func Read(ctx context.Context, path string) (*Decision, error) {
	doc, err := open.Document(ctx, path)
	if err != nil {
		return nil, err
	}
	return Of(doc), nil
}

// Of reads a decision out of a paper.
func Of(doc *document.Document) *Decision {
	f := &finder{Decision: &Decision{File: doc.File, Said: doc.Said, Document: doc}}
	for _, block := range doc.Blocks {
		f.block(block)
	}
	f.annexNotes(f.since)
	f.readHead(f.head)
	f.readForce(f.all)
	if !f.Amends || f.Number == "" { // one that amends names the other's annexes
		f.readGivenWith(f.all)
	}
	if level := label.LevelOf(vi.Fold(f.Title)); len(f.Annexes) == 0 && (level == "kieu-mau" || level == "hien-dai") {
		f.readConditions()
	}
	f.splitLevels()
	if f.Amends {
		f.settleClauses()
	}
	for _, a := range f.Annexes {
		a.Footnotes = doc.Notes
		f.describe(a)
		a.check(f.isOfProvince())
	}
	f.checkLevels()
	f.readApart()
	if len(f.Annexes) == 0 {
		f.doubt("không thấy bảng tiêu chí nào: một bảng như vậy có các cột TT, tên hoặc nội dung tiêu chí, và " +
			"chỉ tiêu hoặc mức đạt")
	}
	return f.Decision
}

func (f *finder) block(b document.Block) {
	if b.Paragraph != nil {
		f.cells++
		f.line(b.Paragraph.Text)
		return
	}
	f.table(b.Table)
}

// line takes the lines of a paragraph or of a cell outside of the criteria.
func (f *finder) line(text string) {
	for one := range strings.SplitSeq(text, "\n") {
		if one = strings.TrimSpace(strings.ReplaceAll(one, document.Unreadable, "")); one == "" {
			continue
		}
		l := line{Text: one, Cell: f.cells, Table: f.within, Side: f.side}
		if f.annex == nil && len(f.head) < 200 {
			f.head = append(f.head, l)
		}
		f.all = append(f.all, l)
		f.since = append(f.since, l)
	}
}

func (f *finder) table(t *document.Table) {
	l := f.layout.again(t)
	if l == nil {
		l = layoutOf(t, 1)
	}
	if l == nil && f.goesOn(t) {
		l = &layout{Table: t, roles: f.layout.roles, values: f.layout.values, paths: f.layout.paths}
	}
	if l == nil && f.beneath(t) {
		return
	}
	if l == nil {
		f.tellsOfAsking(t)
		f.otherTable(t)
		return
	}
	for from := 1; l != nil; { // a sheet may hold one annex below another
		f.titles(t, from, l.top)
		l.limit(f.since)
		f.begin(l)
		f.annex.Tables = append(f.annex.Tables, t.Number)
		f.annex.Doubts = append(f.annex.Doubts, l.unread...)
		from = f.rows.read(l)
		f.layout, f.since = f.rows.layout, nil
		if l = layoutOf(t, from); l == nil {
			f.titles(t, from, t.Rows+1)
		}
	}
}

// titles takes the rows of a table before its head as lines.
func (f *finder) titles(t *document.Table, from, to int) {
	around := f.within
	f.within = 0
	for row := from; row < to; row++ {
		for c := range cellsIn(t, row) {
			f.cells++
			f.line(c.Text)
		}
	}
	f.within = around
}

// otherTable takes a table that is none of criteria: the head of a decision stands in
// one, and a page may stand in one as a whole.
func (f *finder) otherTable(t *document.Table) {
	says := ""
	nested := false
	around, side := f.within, f.side
	defer func() { f.within, f.side = around, side }()
	for _, c := range t.Cells {
		f.within, f.side = t.Number, c.Column
		f.cells++
		if len(c.Tables) > 0 { // a page laid out as a table
			nested, f.within = true, around
			for _, block := range c.Blocks {
				f.block(block)
			}
			continue
		}
		f.line(c.Text)
		if len(says) < 60 && c.Text != "" {
			says = strings.TrimSpace(says + " " + strings.ReplaceAll(c.Text, "\n", " "))
		}
	}
	if !nested {
		f.Others = append(f.Others, Other{t.Number, vi.Short(says, 60)})
	}
}

// goesOn tells whether a table without a head goes on from the last one, as where a page
// or a heading cuts it: as many columns, nothing between but a heading, and rows like
// those of criteria.
func (f *finder) goesOn(t *document.Table) bool {
	if f.layout == nil || t.Columns != f.layout.Columns || f.announced() >= 0 {
		return false
	}
	for _, l := range f.since {
		if !groupHeading.MatchString(l.Text) && len([]rune(l.Text)) > 80 {
			return false
		}
	}
	if slices.ContainsFunc(t.Cells, func(c *document.Cell) bool {
		return c.Row == 1 && label.RoleOf(c.Text) == number
	}) {
		return false // it has a head of its own, which is not one of criteria
	}
	like := 0
	for row := 1; row <= t.Rows; row++ {
		if f.layout.isNumbered(t, row) {
			like++
			continue
		}
		for _, v := range f.layout.values {
			if c := t.At(row, v.At); c != nil && c.Text != "" && threshold.Read(c.Text).Kind != threshold.Unread {
				like++
				break
			}
		}
	}
	return like*2 >= t.Rows
}

// isNumbered tells whether a row has the number of an indicator where the layout has numbers.
func (l *layout) isNumbered(t *document.Table, row int) bool {
	for column, is := range l.roles {
		c := t.At(row, column)
		if c == nil || c.Row < row {
			continue
		}
		if is == number && shape.Dotted.MatchString(c.Text) ||
			is == content && shape.Named.MatchString(vi.OneLine(c.Text)) {
			return true
		}
	}
	return false
}

var (
	annexWords   = pattern.New(`^phu luc(?: so)?[ :.]*([ivx]+|\d+)?(?:[ :.–-]|$)`)
	setTitle     = pattern.New(`^(?:[a-h]|[ivx]+|\d+)?[.):]? ?(?:bo tieu chi|khung tieu chi|tieu chi xa|quy dinh xa)`)
	groupHeading = pattern.New(`^\s*(?:[IVX]+\s*[.:)]|[A-H]\s*[.)]|(?i:nhóm (?:tiêu chí|[IVX\d]+)))`)
	unitWords    = pattern.New(`(?i)(?:đvt|đơn vị(?: tính)?)\s*:\s*([^)]+)`)
)

// announced is where, since the last table, the last annex is announced, or -1.
func (f *finder) announced() int {
	for i := len(f.since) - 1; i >= 0; i-- {
		if text := f.since[i].Text; annexWords.MatchString(vi.Fold(text)) && utf8.RuneCountInString(text) < 120 {
			if f.isContinued(f.since[i:]) {
				return -1
			}
			return i
		}
	}
	return -1
}

// longestHeading is how many letters a heading over a table may have.
const longestHeading = 250

// begin begins another annex where the lines above a table say so, or goes on with the
// last.
func (f *finder) begin(l *layout) {
	at := f.announced()
	if clause, line := f.clause(at); clause != nil {
		f.beginClause(clause, line)
		return
	}
	titles := f.since[max(at, 0):]
	isNew := f.annex == nil || (at >= 0 || f.isTitled(titles)) && !f.isSame(titles, at, l)
	if isNew {
		f.annexNotes(f.since[:max(at, 0)])
		if at >= 0 {
			f.no = strings.ToUpper(annexWords.First(vi.Fold(titles[0].Text)))
		}
		f.goOnTo(&Annex{No: f.no, Title: annexTitle(titles, at >= 0)})
	}
	for i, t := range titles {
		isNear := i >= len(titles)-2 || groupHeading.MatchString(t.Text) // a heading, and not the decision's text
		if isNear && len([]rune(t.Text)) < longestHeading {
			f.rows.choices.Line(t.Text, groupHeading.MatchString(t.Text))
		}
		if u, ok := threshold.Unit(unitWords.First(t.Text)); ok {
			f.annex.Unit = u
		}
		if m := statedCriterion.FindStringSubmatch(t.Text); m != nil && len([]rune(t.Text)) < 120 {
			f.rows.enterCriterion(m[1], vi.OneLine(m[2]), nil)
			continue
		}
		if groupHeading.MatchString(t.Text) && len([]rune(t.Text)) < 120 {
			f.rows.group = t.Text
		} else if !isNew {
			f.annex.Notes = append(f.annex.Notes, t.Text)
		}
	}
	if !isNew && slices.ContainsFunc(titles, isSetTitle) && !f.isContinued(titles) && !f.isSame(titles, at, l) {
		f.annex.doubt(l.Number, 0, "bảng này có tên riêng (%s) mà không nêu mức: đọc tiếp vào bảng trước, xem có đúng "+
			"không", annexTitle(titles, at >= 0))
	}
}

// goOnTo begins an annex.
func (f *finder) goOnTo(a *Annex) {
	f.annex, f.rows = a, &reader{annex: a}
	f.Annexes = append(f.Annexes, a)
}

var continued = pattern.New(`[(–-] ?(?:tiep|con tiep)(?: theo)?(?: (?:trang|phan|bang)(?: so)? ?\d{1,3})?\W*$|` +
	`\b(?:tiep theo|con tiep)\W*$|^\W*tiep(?: theo)?\W`)

// isContinued tells whether a title is that of the annex under way, which goes on: "BỘ TIÊU CHÍ
// … (tiếp theo)", "Phụ lục I (tiếp)". One of another level or number begins anew, and a note that
// speaks of "các năm tiếp theo" says nothing of it.
func (f *finder) isContinued(titles []line) bool {
	if f.annex == nil {
		return false
	}
	saysSo, begun := false, false
	var of []line
	for _, t := range titles {
		text := vi.Fold(t.Text)
		m := annexWords.FindStringSubmatch(text)
		if m != nil && !strings.EqualFold(m[1], f.no) {
			return false
		}
		isTitle := m != nil || setTitle.MatchString(continued.ReplaceAllString(text, ""))
		if begun = begun || isTitle; !begun {
			continue // a note below the last table
		}
		of = append(of, t)
		saysSo = saysSo || isTitle && continued.MatchString(text)
	}
	level := label.LevelOf(joined(of))
	return saysSo && (level == "" || level == label.LevelOf(vi.Fold(f.annex.Title)))
}

// annexNotes takes what stands below the last table of an annex.
func (f *finder) annexNotes(lines []line) {
	for _, l := range lines {
		if f.annex == nil || annexWords.MatchString(vi.Fold(l.Text)) {
			return
		}
		if l.Table == 0 {
			f.annex.Notes = append(f.annex.Notes, l.Text)
		}
	}
}
