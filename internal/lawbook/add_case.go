package lawbook

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/decision/label"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// addCase is for which communes a line of an indicator is: by how many schools they have,
// or one of several lines of which one is enough. The zero case is every commune.
type addCase struct {
	text        string
	least, most int64 // schools; the most 0 where there is no end
	either      bool
}

// either is how a line says that another of its part is enough as well.
var either = pattern.New(`^hoac(?: ?\(?\d{1,2}\)?)?$`)

// schoolCount is the figure that the cases go by.
const schoolCount = "school_count"

// caseOf reads the case of a line.
func caseOf(l line) addCase {
	text := l.text(idCase)
	switch count, ok := threshold.Schools(text); {
	case text == "", l.text(idKey) != "" && isZone(text): // whose key says for which communes it is
		return addCase{}
	case either.MatchString(vi.Fold(text)):
		return addCase{text: text, either: true}
	case ok:
		out := addCase{text: text}
		out.least, out.most = count.Within()
		return out
	}
	l.fail(idCase, "ghi như: xã có từ 4 trường trở lên; hoặc (1); mọi xã như nhau thì để trống",
		"đọc thấy trường hợp %q, ở đây cần số trường của xã, hoặc chữ hoặc", text)
	return addCase{}
}

// isZone tells whether a text names a zone of a province.
func isZone(text string) bool {
	kind, _, _ := label.Of(text)
	return kind == label.Zone
}

// mustBeWhole refuses a case in which a column is not asked: none of its ways would be met.
func (l *addLine) mustBeWhole(column criteria.Region, title string) {
	if l.when != (addCase{}) {
		l.fail(idCase, "ghi mức cho mọi trường hợp của cột, hoặc ghi ở bộ quy định của cơ quan",
			"cột %s (%s) không xét trong trường hợp này", title, column)
	}
}

// addPart is a part of an indicator, with what is asked in each case.
type addPart struct {
	name  string
	lines []*addLine // the first of each case
	asks  []*criteria.Ask
}

type addParts []*addPart

// ask is where what a line asks goes: of one part and case, whatever the year.
func (p *addParts) ask(l *addLine) *criteria.Ask {
	i := slices.IndexFunc(*p, func(one *addPart) bool { return one.name == l.part })
	if i < 0 {
		i = len(*p)
		*p = append(*p, &addPart{name: l.part})
	}
	one := (*p)[i]
	at := slices.IndexFunc(one.lines, func(other *addLine) bool { return other.when == l.when })
	if at < 0 {
		at = len(one.lines)
		one.lines, one.asks = append(one.lines, l), append(one.asks, &criteria.Ask{Figure: l.figure.ID})
	}
	return one.asks[at]
}

// asksOf are the requirements of the parts.
func (r *reader) asksOf(parts addParts) []*criteria.Ask {
	return list.Map(parts, r.askOf)
}

// askOf is what a part asks: of the communes of each case its own, or one of several.
func (r *reader) askOf(p *addPart) *criteria.Ask {
	if len(p.lines) == 1 && p.lines[0].when == (addCase{}) {
		return p.asks[0]
	}
	out := &criteria.Ask{}
	for i, l := range p.lines {
		if l.when.either != p.lines[0].when.either || l.when == (addCase{}) || len(p.lines) == 1 {
			l.fail(idCase, "ghi trường hợp ở mọi dòng của chỉ tiêu, hoặc để trống ở mọi dòng",
				"các dòng của chỉ tiêu này không cùng một cách chia trường hợp")
			return p.asks[0]
		}
		if l.when.either {
			out.AnyOf = append(out.AnyOf, p.asks[i])
			continue
		}
		out.AnyOf = append(out.AnyOf, &criteria.Ask{AllOf: append(l.when.facts(), p.asks[i])})
	}
	if !p.lines[0].when.either {
		r.wholeCases(p)
	}
	return out
}

// facts are what says that a commune is of a case.
func (c addCase) facts() []*criteria.Ask {
	fact := func(op criteria.Op, n int64) *criteria.Ask {
		out := &criteria.Ask{Figure: schoolCount, Case: true}
		compared(out, op, table(decimal.NewFromInt(n), true))
		return out
	}
	switch {
	case c.most == 0:
		return []*criteria.Ask{fact(criteria.AtLeast, c.least)}
	case c.least == c.most:
		return []*criteria.Ask{fact(criteria.Exactly, c.least)}
	case c.least <= 1:
		return []*criteria.Ask{fact(criteria.AtMost, c.most)}
	}
	return []*criteria.Ask{fact(criteria.AtLeast, c.least), fact(criteria.AtMost, c.most)}
}

// wholeCases notes a number of schools that no case of a part is for, or two are.
func (r *reader) wholeCases(p *addPart) {
	n, found := collation.Gap(p.lines, func(l *addLine) (least, most int64) { return l.when.least, l.when.most })
	switch {
	case len(found) > 1:
		found[1].fail(idCase, "sửa để mỗi số trường chỉ thuộc một trường hợp",
			"xã có %d trường thuộc hai trường hợp, còn ở ô %s", n, found[0].cell(idCase))
	case n > 0:
		p.lines[len(p.lines)-1].fail(idCase, "thêm dòng cho trường hợp còn thiếu",
			"không trường hợp nào nói xã có %d trường", n)
	}
}
