package places

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// How many units a message names: all between which the user has to choose, up
// to choices, and of those that are only a guess, likes.
const (
	choices = 8
	likes   = 3
)

// ambiguous tells the units between which q leaves the choice.
func (d *Directory) ambiguous(q Query, found []Unit) problem.Problem {
	hint := fmt.Sprintf("hãy ghi mã xã (ví dụ %s)", found[0].Code)
	var more []string
	if d.old && q.District == "" {
		more = append(more, "tên huyện")
	}
	if q.Province == "" {
		more = append(more, "tên tỉnh")
	}
	if plain(q.Name) {
		more = append(more, "tên xã có đủ dấu")
	}
	if len(more) > 0 {
		hint += ", hoặc ghi rõ " + strings.Join(more, ", ")
	}
	return problem.Problem{
		Message: fmt.Sprintf("có %d đơn vị phù hợp với %s trong danh mục %s: %s", len(found), q, d.period,
			listed(found, choices)),
		Hint: hint,
	}
}

// disagreement tells that the unit p of q's code is not the one q names.
func (d *Directory) disagreement(p Unit, q Query) problem.Problem {
	hint := "sửa mã hoặc sửa tên cho khớp nhau"
	names := q.names()
	if undistricted := d.withoutDistrict(q); undistricted != "" {
		hint = undistricted
	} else if was := d.elsewhere(q); was != "" {
		hint = was
	} else if named := d.best(names); q.Name != "" && len(named) > 0 {
		hint = fmt.Sprintf("nếu mã đúng thì sửa tên; nếu tên đúng thì sửa mã: %s", listed(named, likes))
	}
	return problem.Problem{
		Message: fmt.Sprintf("mã %s trong danh mục %s là của %s, không khớp với %s đã ghi", p.Code, d.period, p, names),
		Hint:    hint,
	}
}

// unknownCode tells that no unit has q's code.
func (d *Directory) unknownCode(q Query) problem.Problem {
	hint := d.elsewhere(Query{Code: q.Code})
	if hint == "" {
		names := q.names()
		if named := d.best(names); q.Name != "" && len(named) > 0 {
			hint = "nếu tên đúng thì sửa mã: " + listed(named, likes)
		} else {
			hint = "kiểm tra lại mã (5 chữ số, theo danh mục của cơ quan thống kê), hoặc ghi tên xã kèm tên tỉnh"
		}
	}
	return problem.Problem{
		Message: fmt.Sprintf("không có đơn vị nào mang mã %q trong danh mục %s", q.Code, d.period),
		Hint:    hint,
	}
}

// missing tells that nothing fits q, which of its names is the stranger, and
// what may be meant.
func (d *Directory) missing(q Query) problem.Problem {
	var message string
	var near []string
	relaxed, elsewhere := d.relaxed(q), d.elsewhere(q)
	if d.old && len(relaxed) > 0 && elsewhere != "" {
		// What is only to come is the lesser guess while the list has the name.
		elsewhere = question(withCodes(relaxed)) + " Còn " + elsewhere
	}
	guesses := withCodes(relaxed)
	switch {
	case len(d.Find(Query{Province: q.Province})) == 0:
		message = fmt.Sprintf("không có tỉnh, thành phố nào tên %q trong danh mục %s", q.Province, d.period)
		near = d.nearProvinces(q)
	case !d.old && q.District != "":
		message = fmt.Sprintf("%s không còn cấp huyện, không tìm được %s", d.period, q)
	case len(d.Find(Query{District: q.District, Province: q.Province})) == 0:
		message = fmt.Sprintf("không có huyện, quận, thị xã, thành phố nào tên %q%s trong danh mục %s", q.District,
			ofProvince(q), d.period)
		near = d.nearDistricts(q)
	default:
		message = fmt.Sprintf("không có đơn vị nào là %s trong danh mục %s", q, d.period)
		if len(d.best(q.untyped())) == 0 {
			guesses = append(guesses, withCodes(d.nearNames(q))...)
		}
	}
	if len(guesses) == 0 {
		guesses = near
	}
	hint := cmp.Or(elsewhere, d.withoutDistrict(q), d.heir(q), question(guesses), "kiểm tra lại tên, hoặc ghi mã xã")
	return problem.Problem{Message: message, Hint: hint}
}

// question asks whether one of the guesses, no more than likes of them, was
// meant.
func question(guesses []string) string {
	asked := list.Once(nil, guesses...)
	if len(asked) == 0 {
		return ""
	}
	return "có phải là " + strings.Join(asked[:min(likes, len(asked))], "; ") + "?"
}

func ofProvince(q Query) string {
	if q.Province == "" {
		return ""
	}
	return fmt.Sprintf(" thuộc %q", q.Province)
}

// withoutDistrict is the advice to leave out the district where there are none
// any more.
func (d *Directory) withoutDistrict(q Query) string {
	if d.old || q.District == "" {
		return ""
	}
	q.District = ""
	if found := d.best(q); len(found) > 0 {
		return fmt.Sprintf("%s không còn cấp huyện: nếu là %s thì bỏ trống tên huyện", d.period, listed(found, likes))
	}
	return ""
}

// untyped is q without the type before its name.
func (q Query) untyped() Query {
	for _, r := range readings(q.Name, communeKinds()) {
		if r.kind != "" {
			q.Name = r.tone
		}
	}
	return q
}

// relaxed is the units that fit when the type, then the district, then the
// province is left out of q; too many to choose from are no help.
func (d *Directory) relaxed(q Query) []Unit {
	q = q.untyped()
	for _, wider := range []Query{q, {Name: q.Name, Province: q.Province}, {Name: q.Name, District: q.District},
		{Name: q.Name}} {
		switch found := d.best(wider); {
		case len(found) > likes:
			return nil
		case len(found) > 0:
			return found
		}
	}
	return nil
}

func withCodes(units []Unit) []string { return list.Map(units, Unit.withCode) }

// heir tells which province now holds the one asked for.
func (d *Directory) heir(q Query) string {
	if d.old || q.Province == "" || len(d.Find(Query{Province: q.Province})) > 0 {
		return ""
	}
	was := before().Find(Query{Province: q.Province})
	if len(was) == 0 {
		return ""
	}
	return fmt.Sprintf("%s nay thuộc %s", was[0].province(), heirs()[was[0].ProvinceCode].province())
}

// elsewhere tells what of q the list on the other side of the reform has: for
// an old unit where it went, for a new one that there was none before.
func (d *Directory) elsewhere(q Query) string {
	other := d.other()
	if !other.old {
		q.District = ""
	}
	found := other.best(q)
	if len(found) == 0 {
		return ""
	}
	text := vi.List("; ", found[:min(likes, len(found))], history)
	if more := len(found) - likes; more > 0 {
		text += fmt.Sprintf(" (và %d đơn vị khác)", more)
	}
	return text
}

// history is what became of an old unit, or what a new one was made from.
func history(p Unit) string {
	if p.District == "" {
		from := mergedFrom(p.Code)
		was, ok := before().byCode(p.Code)
		if ok && (from == "" || key(was.Name) == key(p.Name)) {
			return fmt.Sprintf("%s có %s, trước đó là %s", since().period, p.withCode(), was)
		}
		s := fmt.Sprintf("%s chỉ có %s", p.withCode(), since().period)
		if from != "" {
			s += ", lập từ: " + from
		}
		return s
	}
	s := fmt.Sprintf("%s có %s", before().period, p.withCode())
	if now := successors(p); len(now) > 0 {
		s += ", nay thuộc " + listed(now, choices)
	}
	return s
}
