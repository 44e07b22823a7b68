package lawbook

import (
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// joined adds a line to the indicator of its number, or begins one.
func (r *reader) joined(out []*addition, one *addLine, isGood bool) []*addition {
	for _, earlier := range out {
		if earlier.indicator.No != one.no || earlier.at.text(idKey) != one.text(idKey) {
			continue
		}
		for _, other := range earlier.lines {
			switch {
			case other.part == one.part && other.year == one.year && other.when == one.when:
				one.fail(idNo, "mỗi chỉ tiêu một dòng; chỉ tiêu nhiều phần thì ghi tên phần, theo năm "+
					"thì ghi năm, theo số trường thì ghi trường hợp",
					"chỉ tiêu %s đã ghi ở ô %s", one.no, other.cell(idNo))
				return out
			case vi.FoldTone(other.name) != vi.FoldTone(one.name) || other.criterion.No != one.criterion.No:
				one.fail(idName, "các phần của một chỉ tiêu ghi cùng tiêu chí và cùng nội dung",
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
			l.fail(idFigure, "chọn một số liệu trong danh sách của ô, hoặc chọn "+strconv.Quote(NewFigure),
				"chưa chọn chỉ tiêu này xét theo số liệu nào")
		}
		return false
	}
	if key := l.text(idKey); key != "" { // it would take the place of what stands: that a person says of each
		r.left.Add++
		r.unwritten = append(r.unwritten, key)
		return true
	}
	asRead := fingerprint(slices.Concat(columns, columnsOf(thresholds)), l.text) == entries
	isSure := sure == markSure || sure == markChoose && r.fresh
	if r.all && (isSure || !asRead) {
		return false
	}
	r.left.Add++
	return true
}

// columnsOf are columns of which only the ids matter.
func columnsOf(ids []string) []column {
	return list.Map(ids, func(id string) column { return column{id: id} })
}

// year reads for which year a line is.
func (r *reader) year(one *addLine) {
	text := one.text(idYear)
	if text == "" {
		return
	}
	year, err := strconv.Atoi(text)
	if years := r.law.Std.Years; err != nil || !years.Contain(year) {
		one.fail(idYear, "để trống nếu mọi năm như nhau", "đọc thấy %q, ở đây cần một năm từ %d đến %d",
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
		l.fail(idCriterion, "chọn trong danh sách, hoặc ghi số và tên, ví dụ 20. Chuyển đổi số",
			"đọc thấy tiêu chí %q, ở đây cần số và tên tiêu chí", l.text(idCriterion))
	} else {
		l.criterion.No, l.criterion.Name = m[1], m[2]
		for _, c := range r.law.Std.Criteria {
			if c.No != m[1] {
				continue
			}
			if m[2] != "" && vi.Fold(m[2]) != vi.Fold(c.Name) {
				l.fail(idCriterion, "chọn trong danh sách; tiêu chí mới thì đặt số khác",
					"tiêu chí %s của bộ là %q, ô này ghi %q", c.No, c.Name, m[2])
			}
			l.criterion.Name = c.Name
		}
		if l.criterion.Name == "" {
			l.fail(idCriterion, "ghi cả tên, ví dụ 20. Chuyển đổi số",
				"tiêu chí %s chưa có trong bộ, ô này cần cả tên", m[1])
		}
	}
	no := l.no
	if !collation.IsIndicatorNo(no) {
		l.fail(idNo, "ghi số như trong quyết định, ví dụ 3.2", "đọc thấy số chỉ tiêu %q", no)
	} else if above, _, _ := strings.Cut(no, "."); l.criterion.Name != "" && above != l.criterion.No {
		l.fail(idNo, "ghi số của chỉ tiêu trong tiêu chí ấy, hoặc sửa tiêu chí ở ô "+l.cell(idCriterion),
			"chỉ tiêu %s không thuộc tiêu chí %s ghi ở ô %s", no, l.criterion.No, l.cell(idCriterion))
	} else if _, taken := r.law.Std.Indicator(no); taken && l.of == nil {
		l.fail(idNo, "muốn sửa ngưỡng thì ghi ở tờ "+checkSheet, "chỉ tiêu %s đã có trong bộ tiêu chí", no)
	}
	if l.name == "" {
		l.fail(idName, "", "chưa ghi nội dung chỉ tiêu")
	}
}
