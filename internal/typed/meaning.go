package typed

import (
	"slices"
	"strings"

	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Meaning is what a number stands for. It decides between two readings of one
// text. The zero Meaning decides nothing and takes no unit behind a number.
type Meaning struct {
	// Unit is how the number is measured, in the words of the dictionary of
	// figures: "%", "triệu đồng/người/năm", "hộ". Several that are counted
	// alike are apart by commas: "hộ, cơ sở".
	Unit string
	// Plausible is where the number usually lies. It chooses between two
	// readings; a number that can be read in one way only may lie outside.
	Plausible *Range
	// What a rate's two counts count, and the figure's own words: its name, what it divides
	// by what, and the formula "(a + b) / c" of one whose parts are often told apart. They
	// say what may stand around the number. See [Read].
	CountedIn, Name, Numerator, Denominator, Formula string
	// Also are further words for what the number is of, apart by semicolons.
	Also string
	// Wider are the names of the figures that this one is a part of, and what they count, apart by
	// semicolons: what says no more than they do does not say this one.
	Wider string
	// Owed is of what is owed: "không còn" says that it is nothing.
	Owed bool
}

// counts is what the two counts of the rate stand for.
func (m Meaning) counts() Meaning {
	return Meaning{Unit: m.CountedIn, Name: m.Name, Numerator: m.Numerator, Denominator: m.Denominator}
}

// Range is a closed interval.
type Range struct{ From, To decimal.Decimal }

// Contains tells whether a number lies in it.
func (r Range) Contains(v decimal.Decimal) bool {
	return v.GreaterThanOrEqual(r.From) && v.LessThanOrEqual(r.To)
}

// What the sums of a report stand for, in triệu đồng. One line of the capital
// report may be 538 triệu as well as 538 tỷ: it carries no range, so "538.336"
// is refused with both readings. A commune's whole capital over its years is
// taken to lie between 1 tỷ and 10.000 tỷ (Quảng Trung's of 2016–2022 was 538
// tỷ), so there it can only be 538 tỷ.
var (
	Money = Meaning{Unit: "triệu đồng"}
	Debt  = Meaning{Unit: "triệu đồng", Name: "Nợ đọng xây dựng cơ bản", Owed: true,
		Also: "còn nợ; nợ; nợ đọng; còn nợ đọng; nợ xây dựng cơ bản; " +
			"nợ đọng trong xây dựng cơ bản; còn phải trả; phải trả; chưa trả; chưa thanh toán"}
	CapitalTotal = Meaning{Unit: "triệu đồng", Plausible: &Range{decimal.NewFromInt(1_000),
		decimal.NewFromInt(10_000_000)}}
)

// shareOf is where a part of the sum lies that is some per cents of it.
func (m Meaning) shareOf(share decimal.Decimal) *Range {
	return &Range{m.Plausible.From.Mul(share).Shift(-2), m.Plausible.To.Mul(share).Shift(-2)}
}

const percent = "%"

// counted are the units of what comes one by one: of these there is no half.
var counted = []string{
	"hộ", "người", "thôn", "trường", "nhà", "vụ", "vụ việc", "mô hình", "mức độ", "hợp tác xã", "sản phẩm", "lĩnh vực",
	"bãi", "công trình", "cơ sở", "học sinh", "thuê bao", "trường hợp", "trẻ em", "tổ chức", "phiếu", "xếp loại", "năm",
	"lao động", "tuyến đường", "câu lạc bộ", "tổ hợp tác", "tổ", "doanh nghiệp", "vùng", "chuỗi liên kết", "làng nghề",
	"dịch vụ", "bác sĩ", "giường", "ngày công", "hồ sơ", "khu", "vườn",
}

// OneByOne tells whether a unit's things come one by one: of these there is no half.
func OneByOne(unit string) bool { return Meaning{Unit: unit}.whole() }

// units are the words for the unit, one or several.
func (m Meaning) units() []string { return strings.Split(m.Unit, ", ") }

// whole tells whether only whole numbers are possible.
func (m Meaning) whole() bool {
	for u := range strings.SplitSeq(m.Unit, ", ") {
		if !slices.Contains(counted, u) {
			return false
		}
	}
	return m.Unit != ""
}

// isMoney tells whether the unit is triệu đồng, alone or for each of something.
func (m Meaning) isMoney() bool {
	return m.Unit == Money.Unit || strings.HasPrefix(m.Unit, Money.Unit+"/")
}

// named is a number with its unit, in words that can be read in one way.
func (m Meaning) named(v decimal.Decimal) string {
	if m.Unit == "" {
		return spaced(v)
	}
	return spaced(v) + " " + m.Unit
}

// hundred is all there is, in per cents, and beyond it no share lies.
var hundred, beyond = decimal.NewFromInt(100), decimal.NewFromInt(101)

// impossible says why a number cannot be at all, and what to write then; "" of one that can.
func (m Meaning) impossible(v decimal.Decimal) (why, hint string) {
	switch {
	case v.IsNegative():
		return "nhỏ hơn 0", "ghi một số từ 0 trở lên"
	case m.Unit == percent && v.GreaterThan(hundred):
		return "vượt quá 100 %", "ghi tỷ lệ từ 0 đến 100, ví dụ 1,53"
	case m.whole() && !v.IsInteger():
		return "không phải số nguyên", "ghi số nguyên; chưa có số liệu thì để trống"
	}
	return "", ""
}

// refused is the error of a text that says what cannot be, nil where it can.
func (m Meaning) refused(text string, v decimal.Decimal) error {
	why, hint := m.impossible(v)
	if why == "" {
		return nil
	}
	return refuse(text, hint, "số này %s", why)
}

// unusual says why a number is not the likely one of two readings, or "".
func (m Meaning) unusual(v decimal.Decimal) string {
	if m.Plausible == nil || m.Plausible.Contains(v) {
		return ""
	}
	return "nằm ngoài khoảng thường gặp (từ " + spaced(m.Plausible.From) + " đến " + spaced(m.Plausible.To) + ")"
}

// Check refuses a number that cannot be, however it came: one below zero, a
// rate above 100 %, half a household.
func (m Meaning) Check(v decimal.Decimal) error {
	why, hint := m.impossible(v)
	if why == "" {
		return nil
	}
	return problem.Problem{Message: "số " + m.named(v) + " " + why, Hint: hint}
}

// spaced is v in Vietnamese writing, with spaces between thousands so that
// nobody takes them for decimals, and without zeros to spare.
func spaced(v decimal.Decimal) string {
	return strings.ReplaceAll(vi.Rounded(v, max(0, -v.Exponent())), ".", " ")
}
