package places

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Lookup is the one unit that q means. Where q means none or several the error
// is a [problem.Problem] that names the units that may be meant. A unit that is
// no xã is found too; whether it can be assessed is for the caller to say.
func (d *Directory) Lookup(q Query) (Unit, error) {
	q = q.clean()
	switch {
	case q.Code != "":
		return d.lookupCode(q)
	case key(q.Name) == "":
		return Unit{}, problem.Problem{
			Message: "chưa ghi mã xã hoặc tên xã",
			Hint:    "ghi mã xã gồm 5 chữ số, hoặc ghi tên xã kèm tên huyện (nếu có) và tên tỉnh",
		}
	}
	found := d.best(q)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return Unit{}, d.missing(q)
	}
	return Unit{}, d.ambiguous(q, found)
}

// Only is the one unit that fits the names of q; ok is false for none and for several. It is
// Lookup for who wants no words about what may be meant, which take long to find.
func (d *Directory) Only(q Query) (unit Unit, ok bool) {
	if q = q.clean(); key(q.Name) == "" {
		return Unit{}, false
	}
	found := d.best(q)
	if len(found) != 1 {
		return Unit{}, false
	}
	return found[0], true
}

// lookupCode finds by code and has the names given with it agree.
func (d *Directory) lookupCode(q Query) (Unit, error) {
	names := q.names()
	full, short := fullCode(q.Code)
	p, found := d.byCode(full)
	if !found {
		q.Code = full
		return Unit{}, d.unknownCode(q)
	}
	if names == (Query{}) {
		if !short {
			return p, nil
		}
		// A digit may have been lost anywhere: without a name to confirm it,
		// such a code is not taken.
		return Unit{}, problem.Problem{
			Message: fmt.Sprintf("mã xã phải có 5 chữ số, đã ghi %q", q.Code),
			Hint:    fmt.Sprintf("nếu là %s thì ghi đủ số 0 ở đầu: %s (bảng tính thường làm mất số này)", p, full),
		}
	}
	q.Code = full
	if len(d.best(q)) == 0 {
		return Unit{}, d.disagreement(p, q)
	}
	return p, nil
}

// fullCode restores the zeros that a spreadsheet takes from the front of a
// code, and tells whether any were missing.
func fullCode(code string) (full string, short bool) {
	if len(code) >= 5 || strings.Trim(code, "0123456789") != "" {
		return code, false
	}
	return strings.Repeat("0", 5-len(code)) + code, true
}

// names is what q tells besides the code.
func (q Query) names() Query {
	q.Code = ""
	return q
}

// String is the query as it was typed, for messages.
func (q Query) String() string {
	return fmt.Sprintf("%q", vi.Join(", ", q.Name, q.District, q.Province))
}

// listed names units with their codes, no more than most; the rest it counts.
func listed(places []Unit, most int) string {
	named := places[:min(most, len(places))]
	text, rest := vi.List("; ", named, Unit.withCode), places[len(named):]
	if len(rest) == 0 {
		return text
	}
	what := "xã"
	if slices.ContainsFunc(rest, func(p Unit) bool { return !p.Rural() }) {
		what = "đơn vị"
	}
	return fmt.Sprintf("%s và %d %s khác", text, len(rest), what)
}

// Find finds a commune on a day by what a person typed, as [Ask] reads it.
func Find(text string, on time.Time) (Unit, error) { return On(on).Lookup(Ask(text)) }

// Ask is what a text says of a commune: its code, or its name, district and province
// with commas between them or, as completion writes them for the shells' sake, slashes.
func Ask(text string) (q Query) {
	switch parts := strings.Split(strings.ReplaceAll(text, "/", ","), ","); {
	case strings.Trim(text, "0123456789 ") == "":
		q.Code = strings.TrimSpace(text)
	case len(parts) == 3:
		q = Query{Name: parts[0], District: parts[1], Province: parts[2]}
	case len(parts) == 2:
		q = Query{Name: parts[0], Province: parts[1]}
	default:
		q.Name = text
	}
	return q
}
