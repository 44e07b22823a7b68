package decision

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ntm/internal/decision/shape"
	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

var (
	romanNumber = pattern.New(`^[IVX]+[.)]?$|^[A-H][.)]?$`)
	partMark    = pattern.New(`^(?:[a-zđ][.)]?|[-–+•*])$`)

	criterionIn = pattern.New(`(?is)^(?:tiêu chí(?: số)?\s*)?0?(\d{1,2})\s*(?:[.:)\-–]\s*|\s+)(\D.*)$`)
	criterionNo = pattern.New(`(?i)^(?:tiêu chí|tc)(?: số)?[\s.:]*0?(\d{1,2})$`)
	onlyOf      = pattern.New(`(?i)^(?:chỉ tiêu|ct)(?: số)?[\s.:]*0?(\d{1,2})$`)
	// statedCriterion is a heading that names a criterion: "Tiêu chí số 2: Giao thông".
	statedCriterion = pattern.New(`(?is)^(?:(?:\d{1,2}|[IVX]+)\s*[.)]\s*)?tiêu chí(?: số)?\s*0?(\d{1,2})` +
		`(?:\s*[.:)\-–]\s*|\s+(?:về\s+)?|$)(\D.*)?$`)
	partLead  = pattern.New(`^(?:\(?[a-zđ]\)|[a-zđ]\.|[-–+•])\s*`)
	amongLead = pattern.New(`(?i)^trong đó(?:[\s:,]|$)`)
	partName  = pattern.New(`^(?:\(?[a-zđ]\)|[a-zđ]\.|[-–+•])\s*\S`)
)

// place tells which criterion and indicator a row is of; false where it is a heading.
func (r *reader) place(one *Row, w words) bool {
	r.whomIn(one, &w)
	no, part, is := r.numbersOf(one, w)
	if !is {
		return false
	}
	if w.criterion != "" {
		r.nameCriterion(one, w, strings.Contains(no, "."))
	}
	text := strings.ReplaceAll(strings.Join(w.content, " "), "\n", " ")
	if m := shape.Named.FindStringSubmatch(text); m != nil {
		if no != "" && no != m[1] {
			one.doubt("cột số thứ tự ghi %s nhưng nội dung ghi %s", no, m[1])
		}
		no, text = m[1], m[2]
	} else if m := statedCriterion.FindStringSubmatch(text); m != nil && no == "" && w.values != "" &&
		strings.TrimSpace(m[2]) != "" { // "Tiêu chí 4. Điện: Tỷ lệ hộ…"
		name, words, has := strings.Cut(m[2], ":")
		if no, text = m[1], strings.TrimSpace(words); !has || text == "" {
			name, text = "", vi.OneLine(m[2])
		}
		r.enterCriterion(no, vi.OneLine(name), nil)
	} else if m := criterionIn.FindStringSubmatch(text); m != nil && no == "" && w.values != "" &&
		(r.isCounter || r.isOnlyOf(m[1], text)) { // of a criterion of one indicator
		no, text = m[1], m[2]
		r.enterCriterion(no, "", nil)
	}
	if r.isCriterionLine(w, no, text) {
		return false
	}
	for _, c := range w.content {
		if year, ok := threshold.Year(c); ok {
			one.Year = year
		}
	}
	r.takeYearAbove(one, no)
	r.leaveHeading(one, no, part, text)
	r.nameIndicator(one, w, no, part, text)
	return true
}

// numbersOf reads the numbers of a row: its indicator's, and the mark of a part. It is none where they
// begin a group, or a criterion that stands alone.
func (r *reader) numbersOf(one *Row, w words) (no, part string, is bool) {
	for _, text := range w.numbers {
		dotted, whole := shape.Dotted.First(text), shape.Integer.First(text)
		switch {
		case text == "":
		case dotted != "":
			no = strings.ReplaceAll(dotted, ",", ".")
		case whole != "" && (r.isCounter || r.isRunning && w.isNumbered()):
			// counts the rows, whose own numbers stand in their words
		case whole != "" && r.isOverWidth && r.repeatsCriterion(w, whole):
			// the number of the criterion that the row over the width has named
		case whole != "" && (r.isRunning || r.isOverWidth && w.values != "" && !r.isOwnNumber(w, whole)):
			no = whole
			one.doubt("số thứ tự %s đếm các dòng, không phải số của chỉ tiêu trong bộ tiêu chí", no)
		case whole != "":
			r.enterCriterion(whole, "", w.mark)
		case onlyOf.MatchString(text) && onlyOf.First(text) == r.criterionNo:
			// the criterion is its own only indicator
		case criterionNo.MatchString(text):
			r.enterCriterion(criterionNo.First(text), "", w.mark)
		case romanNumber.MatchString(text) && w.values == "":
			r.enterGroup(text + " " + strings.TrimSpace(w.criterion+" "+strings.Join(w.content, " ")))
			return "", "", false
		case romanNumber.MatchString(text) && w.criterion != "" && w.isNumbered():
			// counts the criteria, whose own numbers stand in those of their indicators
		case partMark.MatchString(text):
			part = text
		case w.isCriterionAlone() && statedCriterion.MatchString(text):
			m := statedCriterion.FindStringSubmatch(text)
			r.enterCriterion(m[1], vi.OneLine(m[2]), w.mark)
			return "", "", false
		default:
			one.Doubts = append(one.Doubts, doubtAt(one.Table, one.Row, 1, "cột số thứ tự có %q, không phải số", text))
		}
	}
	return no, part, true
}

// isOnlyOf tells whether a number before the words of a row is that of its criterion, which is its own only indicator:
// it is the one under way, or follows it where no criterion has a line of its own.
func (r *reader) isOnlyOf(no, text string) bool {
	if no == r.criterionNo {
		return r.indicators == 0 || r.no == no
	}
	before, _ := strconv.Atoi(r.criterionNo)
	n, err := strconv.Atoi(no)
	return err == nil && n > before && (r.criterionNo == "" || r.isDerived || r.isOfOne) &&
		shape.Titled.MatchString(text)
}

// repeatsCriterion tells whether the number of a row is that of the criterion that stands in a row above over the whole
// width: it stands beside its name once more, before the numbers of its indicators or over several rows.
func (r *reader) repeatsCriterion(w words, no string) bool {
	if no != r.criterionNo {
		return false
	}
	if named := w.number(); named != "" {
		return strings.HasPrefix(named, no+".")
	}
	return w.criterion != "" && vi.Fold(w.criterion) == vi.Fold(r.criterion)
}

// isOwnNumber tells whether the number of a row is that of its criterion, which stands in
// the row above: of one indicator, so that no other is counted below it.
func (r *reader) isOwnNumber(w words, no string) bool {
	if no != r.criterionNo || r.indicators > 0 {
		return false
	}
	next := r.layout.At(w.at+1, slices.Index(r.layout.roles, number))
	return next == nil || !shape.Integer.MatchString(next.Text)
}

// enterCriterion goes on to another criterion.
func (r *reader) enterCriterion(no, name string, mark *document.Cell) {
	if no == r.criterionNo && (name == "" || vi.Fold(name) == vi.Fold(r.criterion)) {
		return
	}
	r.leave(no, name)
	r.isOverWidth, r.isDerived, r.lastMark = false, false, mark
}

func (r *reader) enterGroup(name string) {
	r.leave("", "")
	r.choices.Group(name)
	r.group = vi.OneLine(name)
}

// nameCriterion reads the column of the criteria's names, where the number may stand too.
// Its number may be that of its indicator, which is of one then.
func (r *reader) nameCriterion(one *Row, w words, isOf bool) {
	name := vi.OneLine(w.criterion)
	if m := criterionIn.FindStringSubmatch(name); m != nil {
		r.enterCriterion(m[1], m[2], w.mark)
		return
	}
	if no := criterionNo.First(name); no != "" {
		r.enterCriterion(no, r.criterion, w.mark)
		return
	}
	switch {
	case r.criterion == "":
		r.criterion = name
	case vi.Fold(name) == vi.Fold(r.criterion):
	default:
		r.enterCriterion("", name, w.mark)
		if !w.isNumbered() && !isOf {
			one.doubt("tiêu chí %q không có số", name)
		}
	}
}

// isCriterionAlone tells whether a row has nothing but what stands for its number.
func (w words) isCriterionAlone() bool {
	return w.values == "" && w.criterion == "" && strings.Join(w.content, "") == ""
}

// number is the indicator's own that stands before its words, "2.1. Tỷ lệ…"; "" where none does.
func (w words) number() string { return shape.Named.First(vi.OneLine(strings.Join(w.content, " "))) }

func (w words) isNumbered() bool { return w.number() != "" }

// isCriterionLine takes a line that names a criterion whose indicators follow, where the
// names of criteria and indicators share a column.
func (r *reader) isCriterionLine(w words, no, text string) bool {
	if r.layout.has(criterion) || no != "" || w.values != "" {
		return false
	}
	if m := criterionIn.FindStringSubmatch(text); m != nil {
		r.enterCriterion(m[1], m[2], w.mark)
		return true
	}
	if r.criterionNo != "" && r.criterion == "" && text != "" {
		r.criterion = vi.OneLine(text)
		return true
	}
	return false
}

// nameIndicator tells which indicator a row is of, or of which it is a part.
func (r *reader) nameIndicator(one *Row, w words, no, part, text string) {
	same := len(w.cells) > 0 && len(r.lastContent) > 0 && w.cells[0] == r.lastContent[0] && r.name != ""
	isYear := one.Year != 0 && (same || len(w.content) == 1)
	isName := vi.Fold(text) == vi.Fold(r.name)
	switch {
	case no != "" && (no != r.no || r.name == "" || !partName.MatchString(text) && !amongLead.MatchString(text)):
		r.startIndicator(one, no, w.nameOf(one, text))
	case isYear && r.name == "" && r.criterion != "" && r.indicators == 0:
		r.startIndicator(one, r.criterionNo, r.criterion) // its years stand below it
	case isYear, one.Year != 0 && r.name != "" && isName:
	case one.whom != "" && (same || w.isWhom || r.name != "" && (text == "" || isName)):
	case same && len(w.content) > 1:
		one.Part = vi.OneLine(strings.Join(w.content[1:], " "))
	case same, text != "" && part == "" && isName && one.Year == 0:
		one.isAgain = true // in the same cell, or the same words in another
	case r.indicators == 0 && r.criterionNo != "" && r.criterion != "" && isBullet(part, text):
		r.startIndicator(one, r.criterionNo, r.criterion) // which has no words but the criterion's
		one.Part = vi.OneLine(strings.TrimSpace(part + " " + text))
	case r.name != "" && (part != "" || partName.MatchString(text) || amongLead.MatchString(text)):
		one.Part = vi.OneLine(strings.TrimSpace(part + " " + text))
	case text == "" && r.name == "" && r.criterion != "":
		r.startIndicator(one, r.criterionNo, r.criterion)
	case text == "":
		one.doubt("dòng này không có nội dung")
	case r.criterionNo != "" && r.indicators == 0:
		r.startIndicator(one, r.criterionNo, w.nameOf(one, text))
	default:
		r.startIndicator(one, "", w.nameOf(one, text))
		one.doubt(noNumber)
	}
	one.findStray(w.content)
	if r.criterion == "" && !r.layout.has(criterion) && r.no == r.criterionNo {
		r.criterion = r.name // a criterion of one indicator, named once
	}
	one.No, one.Name = r.no, r.name
}

const noNumber = "chỉ tiêu này không có số"

// isBullet tells whether a row is one of a list that numbers nothing.
func isBullet(part, text string) bool {
	return strings.HasPrefix(part, "-") || strings.HasPrefix(part, "–") || strings.HasPrefix(part, "+") ||
		part == "" &&
			(strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "– ") || strings.HasPrefix(text, "+ "))
}

// findStray marks a row with a threshold among the several cells of its content, as where
// a row lost a merge that the others have.
func (row *Row) findStray(content []string) {
	for _, text := range content {
		_, isYear := threshold.Year(text)
		if len(content) > 1 && !isYear && threshold.Read(text).Kind == threshold.Value {
			row.isShifted = true
			row.doubt("cột nội dung có %q: các cột có thể bị lệch", text)
		}
	}
}

// nameOf is the words of an indicator without the year of the row. Where they stand over
// several rows, what stands beside them is the row's part.
func (w words) nameOf(row *Row, text string) string {
	if len(w.content) < 2 {
		return vi.OneLine(text)
	}
	var out []string
	for _, c := range w.content {
		if _, isYear := threshold.Year(c); !isYear {
			out = append(out, c)
		}
	}
	if len(out) > 1 && w.cells[0].Rows > 1 && w.cells[0].Text == out[0] {
		row.Part, out = vi.OneLine(strings.Join(out[1:], " ")), out[:1]
	}
	name := vi.OneLine(strings.Join(out, " "))
	if m := shape.Named.FindStringSubmatch(name); m != nil {
		return m[2]
	}
	return name
}

func (r *reader) startIndicator(one *Row, no, name string) {
	r.no, r.name = no, name
	r.indicators++
	if before, _, has := strings.Cut(no, "."); has {
		switch {
		case r.criterionNo == "":
			r.criterionNo, r.isDerived = before, r.criterion == ""
		case (r.isDerived || r.isOfOne && !r.layout.has(criterion)) && before != r.criterionNo:
			r.criterionNo, r.criterion, r.indicators, r.isDerived = before, "", 1, true
		case before != r.criterionNo:
			one.doubt("chỉ tiêu %s đứng dưới tiêu chí %s", no, r.criterionNo)
		}
	}
	r.isOfOne = no != "" && no == r.criterionNo
	if _, isBound := threshold.Unit(name); isBound && !beginsCapital(name) || isThreshold(name) {
		one.isShifted = true
		one.doubt("cột nội dung có %q: các cột có thể bị lệch", name)
	}
}

// beginsCapital tells a name, "Trường học", from a unit, "trường học".
func beginsCapital(name string) bool { return strings.IndexFunc(name, unicode.IsUpper) == 0 }

// isThreshold tells whether the words of an indicator are those of a threshold, as where
// the columns are shifted. A sentence of its own, "Có ít nhất 80% số hộ…", is a name.
func isThreshold(name string) bool {
	const longest = 250 // bytes that a threshold is written in, with its parts
	r := threshold.Reading{}
	if len(name) <= longest {
		r = threshold.Read(name)
	}
	return r.Kind == threshold.Value && (r.Of == "" || !strings.HasPrefix(vi.Fold(name), "co "))
}
