package lawbook

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/vi"
)

// ticks are what a tick may be written as.
var ticks = []string{"x", "✓", "✔", "√", "có", "v"}

// signs are the comparisons as people write them.
var signs = []struct {
	text string
	op   criteria.Op
}{
	{"≥", criteria.AtLeast}, {">=", criteria.AtLeast}, {"≤", criteria.AtMost}, {"<=", criteria.AtMost},
	{"=", criteria.Exactly}, {">", criteria.MoreThan}, {"<", criteria.LessThan},
}

// signed parts a text from the comparison it begins with.
func signed(text string) (criteria.Op, string) {
	for _, s := range signs {
		if rest, ok := strings.CutPrefix(text, s.text); ok {
			return s.op, strings.TrimSpace(rest)
		}
	}
	return "", text
}

// met is said of what is reached or not.
const met = "Đạt"

// is tells whether a text is a word, however it is written.
func is(text, word string) bool { return vi.FoldTone(text) == vi.FoldTone(word) }

// way reads the comparison that was chosen among those offered, "" for none.
func (r *reader) way(l line, offered []string) criteria.Op {
	text := l.text(idWay)
	if text == "" {
		return ""
	}
	op, rest := signed(text)
	switch {
	case op != "" && rest == "":
		return op
	case is(text, met):
		return criteria.DeclaredMet
	case vi.Fold(text) == vi.Fold(collation.Way(criteria.ProvinceSets)) &&
		slices.Contains(offered, collation.Way(criteria.ProvinceSets)):
		return criteria.ProvinceSets
	}
	l.fail(idWay, "chọn trong danh sách của ô", "đọc thấy cách xét %q, cần một trong: %s", text,
		strings.Join(offered, ", "))
	return ""
}

// ticked tells whether a cell is ticked; what is neither a tick nor nothing is a problem.
func (r *reader) ticked(l line, id string) bool {
	tick := l.text(id)
	if tick != "" && !slices.Contains(ticks, vi.FoldTone(tick)) {
		l.fail(id, "ghi x, hoặc để trống", "đọc thấy %q, ở đây cần x hoặc để trống", tick)
		return false
	}
	return tick != ""
}

// threshold reads what a row of the sheet Đối chiếu sets: the tick alone keeps
// what stands, a value replaces it.
func (r *reader) threshold(l line, e *entered) {
	tick, text := l.text(idTick), l.text(idValue)
	if tick != "" && !slices.Contains(ticks, vi.FoldTone(tick)) {
		l.fail(idTick, "ghi x nếu ngưỡng hiện có đúng với quyết định, nếu không thì để trống",
			"đọc thấy %q, ở đây cần x hoặc để trống", tick)
		return
	}
	op := r.way(l, addWays)
	if tick != "" && l.text(idRead) == "" && e.Standing.Prerequisite == nil && len(l.written(idValue, idWay)) > 0 {
		written := l.written(idValue, idWay)[0]
		l.fail(idTick, "xóa x nếu quyết định ghi khác ngưỡng hiện có; xóa ô "+l.cell(written)+
			" nếu ngưỡng hiện "+
			"có đúng", "dòng này vừa đánh dấu ngưỡng hiện có là đúng vừa ghi %q ở ô %s", l.text(written),
			l.cell(written))
		return
	}
	if text == "" && op == criteria.DeclaredMet {
		text = met
	}
	switch {
	case is(text, collation.NotApplied) && e.Path == "" && e.Standing.Prerequisite == nil:
		e.op, e.known = criteria.NotAsked, true
	case op == criteria.ProvinceSets && text == "" && e.Standing.Prerequisite == nil:
		e.op = op
	case e.Standing.Prerequisite != nil && (text != "" || op != ""):
		l.fail(l.written(idValue, idWay)[0], "xóa ô này và ghi x ở cột Đã đối chiếu; quyết định ghi khác "+
			"thì sửa ở bộ quy định của tỉnh", "điều kiện tiên quyết chỉ xác nhận được, không ghi ngưỡng")
	case text != "":
		r.value(l, e, op, text)
	case op != "":
		l.fail(idValue, "ghi ngưỡng vào ô này, hoặc xóa cách xét",
			"đã chọn cách xét %s nhưng chưa ghi ngưỡng", l.text(idWay))
	case tick == "":
		l.fail(idTick, "ghi x nếu ngưỡng hiện có đúng, hoặc ghi ngưỡng đúng; chưa kiểm tra được thì xóa "+
			"các ô đã ghi ở dòng này", "dòng này có ghi nhưng chưa đánh dấu đã đối chiếu, cũng chưa ghi ngưỡng")
	case !e.Asked.Known:
		l.fail(idValue, "ghi ngưỡng theo quyết định vào ô này, hoặc xóa dấu đã đối chiếu",
			"đã đánh dấu đối chiếu, nhưng chỉ tiêu %s chưa có ngưỡng nào để xác nhận", e.Topic.ID)
	case !sameThreshold(l.text(idSeen), vi.NFC(e.Present())):
		l.fail(idTick, "xuất lại bảng rồi xem lại dòng này",
			"đã đánh dấu đối chiếu cho ngưỡng %q, nay bộ tiêu chí ghi %q", l.text(idSeen), e.Present())
	default:
		e.op, e.value = e.Asked.Op, e.Asked.Value
		e.known = e.op != criteria.DeclaredMet
	}
}

// value reads a typed threshold and the comparison it is for.
func (r *reader) value(l line, e *entered, op criteria.Op, text string) {
	figure := e.Asked.Figure
	isMet := op == criteria.DeclaredMet || is(text, met) &&
		figure.Unit != criteria.Grade // where "đạt" is a grade of its own
	switch {
	case isMet && is(text, met) && figure.Unit == criteria.Declared:
		e.op = criteria.DeclaredMet
		return
	case isMet:
		l.fail(idValue, "", "đọc thấy %q với cách xét Đạt, nhưng số liệu %q tính bằng %s", text, figure.Name,
			figure.Unit)
		return
	case figure.Unit == criteria.Declared:
		l.fail(idValue, "ghi Đạt, hoặc ghi x ở cột Đã đối chiếu",
			"đọc thấy %q, nhưng số liệu %q chỉ xét Đạt hoặc chưa đạt", text, figure.Name)
		return
	}
	written, number := signed(text)
	op, ok := r.comparison(l, e, op, written)
	if !ok {
		return
	}
	unit := *figure
	if e.Ask.Relative != nil {
		unit.Unit = "" // what is typed is the factor
	}
	if e.value, ok = l.number(idValue, number, &unit); ok {
		e.op, e.known = op, true
	}
}

// comparison settles how a number is judged: as chosen, as typed before the
// number, or as it stands.
func (r *reader) comparison(l line, e *entered, chosen, typed criteria.Op) (criteria.Op, bool) {
	standing := e.Asked.Op
	switch {
	case chosen != "" && typed != "" && chosen != typed:
		l.fail(idWay, "giữ một cách xét", "cách xét ở ô này khác với dấu ghi trước ngưỡng (%s)", typed.Sign())
		return "", false
	case chosen != "" || typed != "":
		op := cmp.Or(chosen, typed)
		if e.Ask.Relative != nil && op != standing {
			l.fail(idWay, "để trống ô này", "ngưỡng tính theo chỉ tiêu khác chỉ xét %s", standing.Sign())
			return "", false
		}
		return op, true
	case standing.Sign() != "":
		return standing, true
	}
	l.fail(idWay, "chọn ≥, ≤, =, > hoặc < ở ô này", "đã ghi ngưỡng nhưng chưa chọn cách xét; quyết định để "+
		"tỉnh quy định nên không có sẵn")
	return "", false
}

// compared puts a number on the side of its comparison.
func compared(ask *criteria.Ask, op criteria.Op, table *criteria.Series) {
	switch op {
	case criteria.AtLeast:
		ask.AtLeast = table
	case criteria.AtMost:
		ask.AtMost = table
	case criteria.Exactly:
		ask.Exactly = table
	case criteria.MoreThan:
		ask.MoreThan = table
	case criteria.LessThan:
		ask.LessThan = table
	}
}

// sameThreshold tells whether a line that was exported still says what stands. Earlier
// versions wrote a sign before all of a whole: "≥ 100 %".
func sameThreshold(seen, present string) bool {
	return seen == present || strings.TrimPrefix(seen, criteria.AtLeast.Sign()+" ") == present
}
