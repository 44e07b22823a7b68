package typed

import (
	"fmt"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

var (
	// numberThenUnit parts the digits from the unit behind them, unitThenNumber
	// from the unit before them ("mức độ 2").
	numberThenUnit = pattern.New(`^(\d[\d., ']*\d|\d)( ?[\pL%‰(].*)?$`)
	unitThenNumber = pattern.New(`^(\pL[^\d]*?) ?(\d[\d., ']*)$`)
	// currency is what formats and people put before a sum, folded.
	currency = pattern.New(`^(?:d|vnd)$`)
	// lead is what may stand before a figure and changes nothing.
	lead = pattern.New(`^(?:(?i:đạt|dat|là|la|có|co) |[+=] ?)`)
	// unended is a number with a point that nothing follows, quoted one as spreadsheets
	// write it into a CSV so that it stays as it is.
	unended    = pattern.New(`^(\d(?:[\d., ']*\d)?)\.$`)
	quoted     = pattern.New(`^="([^"]*)"$`)
	apostrophe = strings.NewReplacer("₫", "đ", "’", "'", "‘", "'", "′", "'", "`", "'", "´", "'")
)

// Number reads a number as an official types it. said is the sentence that
// tells how a number with two readings was decided, and "" when there was but
// one. A number below zero, a floor ("trên 84"), a range, a number with another
// unit, and one whose two readings are both possible are errors; sums in đồng,
// nghìn and tỷ turn exactly into triệu đồng.
func Number(text string, m Meaning) (value decimal.Decimal, said string, err error) {
	t := unended.ReplaceAllString(apostrophe.Replace(clean(text)), "$1")
	if m := quoted.FindStringSubmatch(t); m != nil {
		t = m[1]
	}
	digits, unit := m.part(lead.ReplaceAllString(t, ""))
	found := readings(digits)
	in, ok := m.scaleOf(unit)
	if found == nil || !ok {
		return decimal.Decimal{}, "", m.unread(text, t, unit, found != nil)
	}
	for i, v := range found {
		found[i] = in.apply(v)
		if !inBounds(found[i]) {
			return decimal.Decimal{}, "", refuse(text, "kiểm tra lại các chữ số; số có không quá 15 chữ số",
				"số có quá nhiều chữ số")
		}
	}
	if len(found) == 2 {
		return m.choose(text, found[0], found[1], in)
	}
	if err := m.refused(text, found[0]); err != nil {
		return decimal.Decimal{}, "", err
	}
	return found[0], "", nil
}

// part parts the digits of a text from the unit behind or before them.
func (m Meaning) part(t string) (digits, unit string) {
	if parts := numberThenUnit.FindStringSubmatch(t); parts != nil {
		return parts[1], parts[2]
	}
	parts := unitThenNumber.FindStringSubmatch(t)
	switch {
	case parts == nil || m.Unit == "":
	case m.isMoney() && currency.MatchString(vi.Fold(parts[1])),
		!m.isMoney() && t[len(parts[1])] == ' ': // "m2" is no two metres
		return parts[2], parts[1]
	}
	return t, ""
}

// unread says why a text gives no number: it names no single one, its unit is
// another, or it is none.
func (m Meaning) unread(text, t, unit string, isNumber bool) error {
	if err := notOne(text, t); err != nil {
		return err
	}
	if !isNumber || m.Unit == "" {
		return refuse(text, "ghi riêng con số bằng chữ số; chưa có số liệu thì để trống",
			"ở đây cần một số, ví dụ 80 hoặc 1,53")
	}
	if hint := hintFor(unit); hint != "" {
		return refuse(text, hint, "đây không phải là số liệu của xã về nội dung này")
	}
	if rest := m.beyond(unit); rest != "" && rest[0] != '/' {
		return refuse(text, fmt.Sprintf("nếu đúng là số %s của nội dung này thì chỉ ghi con số; nếu là số khác thì "+
			"để trống",
			m.Unit), "không rõ phần %q nói gì về con số", rest)
	}
	return refuse(text, fmt.Sprintf("đổi sang %s rồi ghi riêng con số", m.Unit),
		"ghi theo %q, nhưng ở đây cần số tính bằng %q", strings.TrimSpace(unit), m.Unit)
}

// choose takes the one of two readings that can be, or the one that lies where
// such numbers usually do.
func (m Meaning) choose(text string, grouped, divided decimal.Decimal, in scale) (decimal.Decimal, string, error) {
	notGrouped, hint := m.impossible(grouped)
	notDivided, _ := m.impossible(divided)
	switch {
	case notGrouped != "" && notDivided != "":
		return decimal.Decimal{}, "", refuse(text, hint,
			"dù hiểu là %s hay %s thì số này cũng %s", spaced(grouped), spaced(divided), notGrouped)
	case notGrouped == "" && notDivided == "":
		notGrouped, notDivided = m.unusual(grouped), m.unusual(divided)
		if in.single || m.whole() && !in.many {
			notDivided = "là cách ghi có phần thập phân, ở đây không dùng"
		}
	}
	const decided = "%q được đọc là %s; cách đọc kia, %s, %s"
	switch {
	case notGrouped == "" && notDivided != "":
		return grouped, fmt.Sprintf(decided, vi.NFC(text), m.named(grouped), m.named(divided), notDivided), nil
	case notGrouped != "" && notDivided == "":
		return divided, fmt.Sprintf(decided, vi.NFC(text), m.named(divided), m.named(grouped), notGrouped), nil
	}
	return decimal.Decimal{}, "", refuse(text, fmt.Sprintf("nếu là %s, ghi %s; nếu là %s, ghi %s", spaced(grouped),
		m.clear(grouped), spaced(divided), m.clear(divided)),
		"có thể hiểu là %s (không có phần thập phân) hoặc %s (có phần thập phân)", spaced(grouped), spaced(divided))
}

// clear is how to write a number so that it can be read in one way only.
func (m Meaning) clear(v decimal.Decimal) string {
	v = trimmed(v)
	switch {
	case v.Exponent() != -3:
		return strings.ReplaceAll(vi.Number(v), ".", "")
	case m.isMoney():
		return v.Shift(3).String() + " nghìn đồng"
	}
	return strings.ReplaceAll(vi.Number(v), ".", "") + "0"
}
