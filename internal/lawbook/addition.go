package lawbook

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// addition is an indicator that an office adds: a row of the sheet Chỉ tiêu
// mới, or several, one for each part or year of it.
type addition struct {
	criterion criteria.Criterion // without its indicators
	indicator *criteria.Indicator
	of        *collation.Slot    // what stands of it, which it takes the place of; nil of a new one
	figures   []*criteria.Figure // that are new
	at        line
	lines     []*addLine
}

// addLine is a row of the sheet.
type addLine struct {
	line
	criterion criteria.Criterion
	of        *collation.Slot // the known requirement that it rewrites
	no, name  string
	part      string
	year      int // 0 for every year
	when      addCase
	figure    *criteria.Figure
	isNew     bool // of the figure: the dictionary does not have it
	op        criteria.Op
	cells     []addCell
	check     checked
	words     string
	note      string
}

// addCell is what a line asks of a column, "" for every column.
type addCell struct {
	column criteria.Region
	asks   columnAsks
	op     criteria.Op
	value  decimal.Decimal
}

// columnAsks is in which way a column is asked.
type columnAsks int

const (
	blank     columnAsks = iota // nothing is written: no threshold is known
	aNumber                     // a number, or that it is met
	byTheSide                   // UBND tỉnh quy định, in a row of numbers
	notAsked                    // Không áp dụng
)

// additions reads the rows of the sheet Chỉ tiêu mới.
func (r *reader) additions(g *grid) []*addition {
	row, at, ok := g.table(idCriterion)
	columns := addColumns(r.law, []criteria.Region{}, false)
	if g.missing(row, at, required(columns)...) || !ok {
		return nil
	}
	ids := append(required(columns), idPart, idYear, idCase)
	var thresholds []string // one for all columns, then one a column
	for _, c := range r.law.Columns {
		if _, ok := at[idAt+string(c)]; ok {
			thresholds = append(thresholds, idAt+string(c))
		}
	}
	entries := slices.Concat(ids, thresholds)
	var out []*addition
	for i := row + addHeads; i < g.end(); i++ {
		l := line{g, i, at}
		written := l.written(entries...)
		if len(written) == 0 || r.leavesLine(l, columns, thresholds) {
			continue
		}
		before := len(*r.problems)
		l.refuse(written)
		if len(*r.problems) > before {
			continue
		}
		one := &addLine{line: l, no: l.text(idNo), name: l.text(idName), part: l.text(idPart),
			words: l.text(idWords), note: l.text(idNote)}
		r.rewrites(one)
		r.placed(one)
		r.year(one)
		one.when = caseOf(l)
		r.figure(one, out)
		one.check = r.checkOf(l, nil)
		if one.figure != nil {
			r.asks(one, thresholds)
		}
		out = r.joined(out, one, len(*r.problems) == before)
	}
	return list.Where(out, func(a *addition) bool { return len(a.lines) > 0 && r.build(a) })
}

// joined adds a line to the indicator of its number, or begins one.
func (r *reader) joined(out []*addition, one *addLine, isGood bool) []*addition {
	for _, earlier := range out {
		if earlier.indicator.No != one.no {
			continue
		}
		for _, other := range earlier.lines {
			switch {
			case other.part == one.part && other.year == one.year && other.when == one.when:
				one.fail(one.cell(idNo), "mỗi chỉ tiêu một dòng; chỉ tiêu nhiều phần thì ghi tên phần, theo năm "+
					"thì ghi năm, theo số trường thì ghi trường hợp",
					"chỉ tiêu %s đã ghi ở ô %s", one.no, other.cell(idNo))
				return out
			case vi.FoldTone(other.name) != vi.FoldTone(one.name) || other.criterion.No != one.criterion.No:
				one.fail(one.cell(idName), "các phần của một chỉ tiêu ghi cùng tiêu chí và cùng nội dung",
					"chỉ tiêu %s ở ô %s có nội dung khác", one.no, other.cell(idName))
				return out
			}
		}
		if isGood {
			earlier.lines = append(earlier.lines, one)
		}
		return out
	}
	if !isGood {
		return out
	}
	return append(out, &addition{
		criterion: one.criterion, of: one.of, at: one.line, lines: []*addLine{one},
		indicator: &criteria.Indicator{No: one.no, Name: one.name},
	})
}

// leavesLine tells whether a row is as the machine put it in, and no person has taken it.
func (r *reader) leavesLine(l line, columns []column, thresholds []string) bool {
	sure, entries, isRead := strings.Cut(l.text(idRead), "|")
	if !isRead {
		return false // a person's own
	}
	if r.ticked(l, idTick) {
		if (sure == markChoose || sure == markEither) && l.text(idFigure) == "" && !r.fresh {
			l.fail(l.cell(idFigure), "chọn một số liệu trong danh sách của ô, hoặc chọn "+strconv.Quote(NewFigure),
				"chưa chọn chỉ tiêu này xét theo số liệu nào")
		}
		return false
	}
	if key := l.text(idKey); key != "" { // it would take the place of what stands: that a person says of each
		r.left++
		r.unwritten = append(r.unwritten, key)
		return true
	}
	asRead := fingerprint(slices.Concat(columns, columnsOf(thresholds)), l.text) == entries
	isSure := sure == markSure || sure == markChoose && r.fresh
	if r.all && (isSure || !asRead) {
		return false
	}
	r.left++
	return true
}

// columnsOf are columns of which only the ids matter.
func columnsOf(ids []string) []column {
	out := make([]column, len(ids))
	for i, id := range ids {
		out[i].id = id
	}
	return out
}

// year reads for which year a line is.
func (r *reader) year(one *addLine) {
	text := one.text(idYear)
	if text == "" {
		return
	}
	year, err := strconv.Atoi(text)
	if years := r.law.Std.Years; err != nil || !years.Contain(year) {
		one.fail(one.cell(idYear), "để trống nếu mọi năm như nhau", "đọc thấy %q, ở đây cần một năm từ %d đến %d",
			text, years.From, years.To)
	}
	one.year = year
}

// numbered is a criterion as "20. Chuyển đổi số", or by its number alone.
var numbered = pattern.New(`^(\d{1,2})(?:[.:)]\s*|\s+|$)(.*)$`)

// placed reads where the indicator belongs and what it is called.
func (r *reader) placed(l *addLine) {
	m := numbered.FindStringSubmatch(l.text(idCriterion))
	if m == nil {
		l.fail(l.cell(idCriterion), "chọn trong danh sách, hoặc ghi số và tên, ví dụ 20. Chuyển đổi số",
			"đọc thấy tiêu chí %q, ở đây cần số và tên tiêu chí", l.text(idCriterion))
	} else {
		l.criterion.No, l.criterion.Name = m[1], m[2]
		for _, c := range r.law.Std.Criteria {
			if c.No != m[1] {
				continue
			}
			if m[2] != "" && vi.Fold(m[2]) != vi.Fold(c.Name) {
				l.fail(l.cell(idCriterion), "chọn trong danh sách; tiêu chí mới thì đặt số khác",
					"tiêu chí %s của bộ là %q, ô này ghi %q", c.No, c.Name, m[2])
			}
			l.criterion.Name = c.Name
		}
		if l.criterion.Name == "" {
			l.fail(l.cell(idCriterion), "ghi cả tên, ví dụ 20. Chuyển đổi số",
				"tiêu chí %s chưa có trong bộ, ô này cần cả tên", m[1])
		}
	}
	no := l.no
	if !collation.IsIndicatorNo(no) {
		l.fail(l.cell(idNo), "ghi số như trong quyết định, ví dụ 3.2", "đọc thấy số chỉ tiêu %q", no)
	} else if above, _, _ := strings.Cut(no, "."); l.criterion.Name != "" && above != l.criterion.No {
		l.fail(l.cell(idNo), "ghi số của chỉ tiêu trong tiêu chí ấy, hoặc sửa tiêu chí ở ô "+l.cell(idCriterion),
			"chỉ tiêu %s không thuộc tiêu chí %s ghi ở ô %s", no, l.criterion.No, l.cell(idCriterion))
	} else if _, taken := r.law.Std.Indicator(no); taken && l.of == nil {
		l.fail(l.cell(idNo), "muốn sửa ngưỡng thì ghi ở tờ "+checkSheet, "chỉ tiêu %s đã có trong bộ tiêu chí", no)
	}
	if l.name == "" {
		l.fail(l.cell(idName), "", "chưa ghi nội dung chỉ tiêu")
	}
}

// choiceID is the id at the end of a figure chosen from the list.
var choiceID = pattern.New(`\(([a-z0-9_]+)\)$`)

// figure reads which figure a line judges by: one of the dictionary, or a new one.
func (r *reader) figure(l *addLine, earlier []*addition) {
	about := []string{idNewName, idUnit, idNumerator, idOver, idCounted, idConfirmedBy}
	isRead := l.text(idRead) != ""
	if text := l.text(idFigure); text != "" && !isNewFigure(text) {
		if more := l.written(about...); len(more) > 0 && !isRead {
			l.fail(l.cell(more[0]), "xóa số liệu có sẵn, hoặc xóa các ô về số liệu mới",
				"dòng này vừa chọn số liệu có sẵn vừa ghi số liệu mới")
			return
		}
		id := text
		if m := choiceID.FindStringSubmatch(text); m != nil {
			id = m[1]
		}
		for _, f := range r.law.Lib.FigureList {
			if f.ID == id || vi.FoldTone(f.Name) == vi.FoldTone(text) {
				l.figure = f
				return
			}
		}
		l.fail(l.cell(idFigure), "chọn trong danh sách, hoặc để trống và ghi số liệu mới ở các ô sau",
			"không có số liệu %q trong danh mục", text)
		return
	}
	f := &criteria.Figure{Name: l.text(idNewName), Numerator: l.text(idNumerator), Denominator: l.text(idOver),
		CountedIn: l.text(idCounted), ConfirmedBy: l.text(idConfirmedBy)}
	if f.Name == "" {
		l.fail(l.cell(idFigure), "chọn số liệu có sẵn, hoặc ghi tên số liệu mới",
			"chưa nói chỉ tiêu này xét theo số liệu nào")
		return
	}
	if err := f.Unit.UnmarshalText([]byte(l.text(idUnit))); err != nil {
		l.fail(l.cell(idUnit), "chọn trong danh sách", "%v", err)
		return
	}
	counts := l.written(idNumerator, idOver, idCounted)
	for _, id := range []string{idNumerator, idOver, idCounted} {
		if f.Unit == criteria.Percent && !slices.Contains(counts, id) {
			l.fail(l.cell(id), "", "số liệu tính bằng %% cần đủ tử số, mẫu số và đơn vị đếm")
		}
	}
	if f.Unit != criteria.Percent && len(counts) > 0 {
		l.fail(l.cell(counts[0]), "xóa ô này, hoặc chọn đơn vị %", "chỉ số liệu tính bằng %% mới có tử số, mẫu số")
	}
	if f.ConfirmedBy == "" {
		f.ConfirmedBy = "ngành phụ trách tiêu chí " + l.criterion.Name
	}
	r.named(f, l, earlier)
}

// named gives a new figure its id, made from its name: the same name gives the
// same figure, in this workbook and in every later one.
func (r *reader) named(f *criteria.Figure, l *addLine, earlier []*addition) {
	taken := maps.Clone(r.law.Lib.Figures)
	for _, e := range earlier {
		for _, other := range e.lines {
			if other.isNew {
				taken[other.figure.ID] = other.figure
			}
		}
	}
	stem := figureID(f.Name)
	for i := 1; ; i++ {
		f.ID = stem
		if i > 1 {
			f.ID = fmt.Sprintf("%s_%d", stem, i)
		}
		known, ok := taken[f.ID]
		if !ok {
			l.figure, l.isNew = f, true
			return
		}
		if sameFigure(known, f) {
			l.figure, l.isNew = known, true
			return
		}
	}
}

func sameFigure(a, b *criteria.Figure) bool {
	return vi.FoldTone(a.Name) == vi.FoldTone(b.Name) && a.Unit == b.Unit && a.Numerator == b.Numerator &&
		a.Denominator == b.Denominator && a.CountedIn == b.CountedIn
}

// figureID makes a readable id of a name: "office_ty_le_ho_dung_nuoc_sach".
func figureID(name string) string {
	const most = 60
	out := "office"
	for w := range strings.SplitSeq(vi.Slug(name), "-") {
		if w == "" || len(out)+1+len(w) > most {
			break
		}
		out += "_" + w
	}
	return out
}

// asks reads what a line asks of each column.
func (r *reader) asks(l *addLine, columns []string) {
	f := l.figure
	apart, all := l.written(columns...), l.written(idValue)
	l.op = r.way(l.line, addWays)
	switch {
	case l.text(idWay) == "" &&
		!slices.ContainsFunc(apart, func(id string) bool { return !isNotApplied(l.text(id)) }) && len(apart) > 0 &&
		len(all) == 0:
		// nothing is asked of anyone here
	case l.text(idWay) == "":
		l.fail(l.cell(idWay), "chọn trong danh sách của ô", "chưa chọn cách xét")
		return
	case l.op == "":
		return
	case l.op.Sign() == "":
		for _, id := range slices.Concat(all, apart) {
			if text := l.text(id); !isNotApplied(text) && (!isMet(text) || l.op != criteria.DeclaredMet) {
				l.fail(l.cell(id), "xóa ngưỡng, hoặc chọn cách xét ≥, ≤, =, >, <",
					"cách xét %s không đi với ngưỡng bằng số", collation.Way(l.op))
				return
			}
		}
		if l.op == criteria.DeclaredMet && f.Unit != criteria.Declared {
			l.fail(l.cell(idWay), "chọn ≥, ≤, =, >, <, hoặc đổi đơn vị đo thành "+string(criteria.Declared),
				"số liệu %q tính bằng %s, không xét Đạt được", f.Name, f.Unit)
		}
	case f.Unit == criteria.Declared:
		l.fail(l.cell(idWay), "chọn Đạt, hoặc đổi đơn vị đo", "số liệu %q chỉ xét Đạt hoặc chưa đạt", f.Name)
		return
	case len(all) > 0 && len(apart) > 0:
		l.fail(l.cell(apart[0]), "giữ ngưỡng chung, hoặc ghi riêng cho từng cột",
			"dòng này vừa ghi ngưỡng chung vừa ghi ngưỡng riêng")
		return
	case len(all)+len(apart) == 0:
		l.fail(l.cell(idValue), "ghi ngưỡng chung, hoặc ghi riêng cho từng cột", "chưa ghi ngưỡng")
		return
	}
	if r.hasBlank(l, apart, columns) {
		return
	}
	for _, id := range slices.Concat(all, apart) {
		cell, ok := r.addCell(l, id)
		if !ok {
			return
		}
		l.cells = append(l.cells, cell)
	}
}

// hasBlank notes columns that are left blank beside others that say something: whether they
// are not asked, or left to the province, is for the decision to say.
func (r *reader) hasBlank(l *addLine, apart, columns []string) bool {
	if len(apart) == 0 || len(apart) == len(columns) || l.text(idRead) != "" && l.op != criteria.DeclaredMet {
		return false
	}
	for _, id := range columns {
		if !slices.Contains(apart, id) {
			column := criteria.Region(strings.TrimPrefix(id, idAt))
			l.fail(l.cell(id), "ghi ngưỡng; không xét thì ghi "+collation.NotApplied+"; để tỉnh quy định thì ghi "+
				collation.Way(criteria.ProvinceSets), "các cột khác của dòng này đã ghi, cột %s còn để trống",
				r.law.ColumnTitle(column))
		}
	}
	return true
}

// addCell reads what a line asks of one column.
func (r *reader) addCell(l *addLine, id string) (addCell, bool) {
	out := addCell{op: l.op, asks: aNumber}
	if id != idValue {
		column, _ := strings.CutPrefix(id, idAt)
		out.column = criteria.Region(column)
	}
	text := l.text(id)
	switch {
	case isNotApplied(text):
		out.asks = notAsked
		return out, true
	case vi.Fold(text) == vi.Fold(collation.Way(criteria.ProvinceSets)):
		out.asks = byTheSide
		return out, true
	case l.op.Sign() == "":
		return out, true
	}
	op, number := signed(text)
	if op != "" {
		out.op = op
	}
	var ok bool
	out.value, ok = l.number(id, number, l.figure)
	return out, ok
}
