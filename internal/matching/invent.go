package matching

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ntm/criteria"
	"ntm/internal/exact"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// units are the program's units by what a decision's number is counted in.
var units = map[string]criteria.Unit{
	"cấp độ": "mức độ", "triệu đồng/người": "triệu đồng/người/năm", "vụ việc": "vụ",
	"khu dân cư": "thôn", "khu phố": "thôn", "tổ dân phố": "thôn", // where people live together, as typed has them
}

// UnitOf is the program's unit for one of a decision; false where it has none.
func UnitOf(unit string) (criteria.Unit, bool) {
	if own, ok := units[unit]; ok {
		return own, true
	}
	var out criteria.Unit
	if unit == "" || out.UnmarshalText([]byte(unit)) != nil {
		return "", false
	}
	return out, true
}

// millions are units of money, as powers of ten of the program's own.
var millions = map[string]int32{"đồng": -6, "nghìn đồng": -3, "tỷ đồng": 3} //nolint:mnd // of a million

// InOwnUnit is a number in the program's unit, where a decision writes it in another of the same kind: exactly.
func InOwnUnit(r threshold.Reading) threshold.Reading {
	if power, ok := millions[r.Unit]; ok && r.Kind == threshold.Value {
		r.Number, r.Unit = exact.Trimmed(r.Number.Shift(power)), "triệu đồng"
	}
	return r
}

// counted are the things that a name may begin to count, with their units. "Hộ" is no "hồ
// sơ" and no "hỗ trợ": they are told apart by their tones.
var counted = []struct {
	words string
	unit  criteria.Unit
}{
	{"thu nhập bình quân", "triệu đồng/người/năm"}, {"hợp tác xã", "hợp tác xã"}, {"htx", "hợp tác xã"},
	{"sản phẩm", "sản phẩm"}, {"mô hình", "mô hình"}, {"cấp độ", "mức độ"}, {"mức độ", "mức độ"}, {"vụ", "vụ"},
	{"lĩnh vực", "lĩnh vực"}, {"thôn", "thôn"}, {"nhà", "nhà"}, {"trường", "trường"}, {"hộ", "hộ"},
}

// countedLeads are what may stand before the thing that is counted.
var countedLeads = []string{"số lượng", "số", "có ít nhất", "ít nhất", "có"}

// begins tells whether a text begins with whole words, and gives the rest: the text as vi.FoldTone has it, as the
// words are compared.
func begins(text, words string) (rest string, does bool) {
	rest, does = strings.CutPrefix(text, vi.FoldTone(words))
	next, _ := utf8.DecodeRuneInString(rest)
	if !does || unicode.IsLetter(next) || unicode.IsMark(next) {
		return "", false
	}
	return strings.TrimLeft(rest, " "), true
}

// UnitByWords is the unit of an indicator whose number stands without one, by the words
// that it begins with; false where they do not say it.
func UnitByWords(name string) (criteria.Unit, bool) {
	folded := vi.Fold(name)
	if strings.HasPrefix(folded, "ty le") || strings.HasPrefix(folded, "ti le") {
		return criteria.Percent, true
	}
	rest := vi.FoldTone(name)
	for _, lead := range countedLeads {
		if after, does := begins(rest, lead); does {
			rest = after
			break
		}
	}
	for _, c := range counted {
		if _, does := begins(rest, c.words); does {
			return c.unit, true
		}
	}
	return "", false
}

// fewer are the words of what there should be less of.
var fewer = pattern.New(`\b(ngheo|that nghiep|tao hon|suy dinh duong|thap coi|tu vong|bo hoc|te nan|tai ` +
	`nan|su co|` +
	`vi pham|khieu kien|o nhiem|nha tam|dot nat|no dong|bao luc|ngo doc|dich benh|chay no|xam hai|` +
	`toi pham|ma tuy|mat can bang|chet)\b`)

// Fewer tells whether an indicator is about what there should be less of, by its words.
func Fewer(name string) bool { return knownFewer(name) }

var knownFewer = vi.Remembered(func(name string) bool { return fewer.MatchString(vi.Fold(name)) })

var (
	// helped are words by which what is bad may be more: the poor who are helped.
	helped = pattern.New(`\b(?:duoc|co|dat|thoat|giam|khong|xu ly|ho tro|phong|chong|tham gia|tiep can|dap ung|` +
		`dam bao|bao dam|thuc hien|tu van|khac phuc|ngan ngua|kiem soat|hoa giai|giai quyet|diem|mo hinh|hoa tang)\b`)
	// good are words of a rate that can only be too low.
	good = pattern.New(`\b(?:duoc|dat|tham gia|hai long|su dung|dap ung|dam bao|bao dam|qua dao tao|kien co|` +
		`cung hoa|nhua hoa|be tong hoa|thu gom|hoa giai thanh|` +
		`co ket noi|co dien|co nuoc|co nha|co bang|co chung chi|co viec lam)\b`)
	// turned are words that may turn the others: of what is left, or not reached.
	turned = pattern.New(`\b(?:khong|chua|con|giam|mat|tru|nong nghiep)\b`)
	// countable are the units of things that there may only be too few of.
	countable = []criteria.Unit{"mô hình", "hợp tác xã", "sản phẩm", "triệu đồng/người/năm", "m2/người", "trường"}
)

// Wants tells which way a number counts that stands without a comparison, by the words of its
// indicator and what it counts: whether it is the most that may be, and whether that is certain.
func Wants(name string, unit criteria.Unit) (most, sure bool) {
	folded := vi.Fold(name)
	switch {
	case fewer.MatchString(folded) && !helped.MatchString(folded):
		return true, unit == criteria.Percent
	case fewer.MatchString(folded):
		return true, false
	case unit == criteria.Percent:
		return false, good.MatchString(folded) && !turned.MatchString(folded)
	}
	return false, slices.Contains(countable, unit)
}

var (
	rateLead = pattern.New(`(?i)^(?:[a-zđ]\)|[-–+•])?\s*(?:tỷ|tỉ) lệ\s+`)
	unitTail = pattern.New(`\s*\((?:%|[^()]*/[^()]*|ĐVT[^()]*|đơn vị[^()]*)\)\s*`)
	partLead = pattern.New(`^(?:[a-zđ]\)|[a-zđ]\.|[-–+•])\s*`)
	// predicate is where the subject of a rate ends.
	predicate = pattern.New(`(?i)\s(?:được|có|đạt|tham gia|sử dụng|dùng|qua|thực hiện|đảm bảo|bảo đảm|đáp ứng|` +
		`áp dụng|ứng dụng|tiếp cận|hoàn thành|phân loại|kết nối|ký|cam kết|chấp hành|hưởng|đủ|còn|thuộc|làm|hài lòng|` +
		`xử lý|thu gom|sạch|trở|là|từ|biết|mắc|bị|nghèo)(?:\s|$)`)
)

// Invented is a figure for an indicator that the dictionary has none for, as far as the
// indicator's words say what it is: its name, and of a rate what is counted.
func Invented(name, part string, unit criteria.Unit) criteria.Figure {
	words := Plain(name)
	if part != "" {
		words = strings.TrimRight(words, " :;") + ": " + partLead.ReplaceAllString(Plain(part), "")
	}
	f := criteria.Figure{Name: words, Unit: unit}
	if unit != criteria.Percent {
		return f
	}
	of := words
	if part != "" && rateLead.MatchString(part) {
		of = Plain(part)
	}
	rest := rateLead.ReplaceAllString(of, "")
	subject := rest
	if at := predicate.FindStringIndex(rest); at != nil && at[0] > 0 {
		subject = rest[:at[0]]
	}
	subject = strings.TrimRight(subject, " :;,.")
	unitWord, many := countedIn(subject)
	f.Numerator, f.Denominator, f.CountedIn = amount(many, rest), "Tổng "+vi.Lower(amount(many, subject)), unitWord
	return f
}

// Plain is an indicator's words without its unit in brackets.
func Plain(name string) string {
	return strings.TrimRight(strings.TrimSpace(unitTail.ReplaceAllString(name, " ")), " :;.")
}

// amount is how many there are of what words name: "Số hộ…", "Diện tích…".
func amount(many, words string) string {
	folded := vi.Fold(words)
	if many == "" || strings.HasPrefix(folded, "so ") || strings.HasPrefix(folded, vi.Fold(many)) {
		return vi.Capital(words)
	}
	return many + " " + vi.Lower(words)
}

// kinds say in what a rate's counts are counted, by the words its subject begins with.
var kinds = []struct {
	words      []string
	unit, many string
}{
	{[]string{"hồ sơ", "dịch vụ công", "thủ tục"}, "hồ sơ", "Số"},
	{[]string{"hộ", "số hộ"}, "hộ", "Số"},
	{[]string{"đường", "tuyến đường", "km"}, "km", "Số km"},
	{[]string{"diện tích", "đất"}, "ha", "Diện tích"},
	{[]string{"trường"}, "trường", "Số"},
	{[]string{"thôn", "bản", "ấp", "khu dân cư"}, "thôn", "Số"},
	{[]string{"người", "dân", "lao động", "lực lượng lao động", "cán bộ", "phụ nữ", "trẻ", "học sinh", "thanh niên",
		"hội viên", "đảng viên", "công chức"}, "người", "Số"},
	{[]string{"cơ sở", "doanh nghiệp"}, "cơ sở", "Số"},
	{[]string{"chất thải", "rác", "phụ phẩm"}, "tấn", "Khối lượng"},
	{[]string{"nước thải"}, "m3", "Khối lượng"},
	{[]string{"vụ", "mâu thuẫn", "tranh chấp"}, "vụ", "Số"},
	{[]string{"sản phẩm"}, "sản phẩm", "Số"},
}

// CountsThings tells whether the words of an indicator begin with what is counted: "Hộ dân được dùng điện".
func CountsThings(name string) bool {
	unit, _ := countedIn(Plain(name))
	return unit != anyThing
}

// anyThing is the unit of what no kind names.
const anyThing = "đơn vị"

func countedIn(subject string) (unit, many string) {
	folded := vi.FoldTone(subject)
	for _, k := range kinds {
		if slices.ContainsFunc(k.words, func(words string) bool {
			_, does := begins(folded, words)
			return does
		}) {
			return k.unit, k.many
		}
	}
	return anyThing, "Số"
}
