package typed

import (
	"slices"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// otherWords are what people write for a unit besides its own name, folded.
var otherWords = map[string][]string{
	percent: {"phan tram"},
	"hộ": {"gia dinh", "ho dan", "ho gia dinh", "ho nong thon", "can", "can nha", "nha", "ngoi nha", "nha o",
		"can nha o",
		"ngoi nha o"},
	"người": {"khau", "nhan khau", "ng", "dan", "nguoi dan", "dau nguoi", "the", "the bao hiem y te", "lao dong",
		"nguoi lao dong", "ld",
		"cong dan", "hoi vien"},
	"thôn": {"ban", "ap", "to", "tdp", "ban lang", "buon", "xom", "lang", "khu", "khu dan cu", "kdc", "to dan pho",
		"thon ban", "thon xom",
		"thon, ban", "thon, xom", "thon, ap", "thon (ban)", "bon", "khom", "soc", "phum", "plei"},
	"trường":       {"truong hoc", "truong hoc cac cap"},
	"nhà":          {"can nha", "ngoi nha", "can", "ngoi", "ho"},
	"hợp tác xã":   {"htx"},
	"sản phẩm":     {"sp"},
	"doanh nghiệp": {"dn"},
	"vụ":           {"vu viec", "vu vi pham"},
	"mô hình":      {"mh"},
	"cơ sở": {"cs", "co so sx", "co so san xuat", "ho", "ho chan nuoi", "ho san xuat", "ho kinh doanh", "trang trai",
		"gia trai", "trang trai, gia trai", "co so san xuat, kinh doanh", "co so san xuat kinh doanh", "co so sx kd",
		"doanh nghiep", "don vi", "chu the"},
	"công trình":  {"ct"},
	"tuyến đường": {"tuyen"},
	"câu lạc bộ":  {"clb"},
	"tổ hợp tác":  {"tht"},
	"lao động":    {"nguoi", "ld", "nguoi lao dong"},
	"trẻ em":      {"chau", "tre", "em", "be"},
	"học sinh":    {"hs", "em"},
	"phiếu":       {"ho", "nguoi", "y kien"},
	"ngày công":   {"cong", "ngay", "ngay cong lao dong"},
	"km":          {"kilomet", "ki lo met"},
	"ha":          {"hecta", "hec ta"},
	"m2":          {"met vuong"},
	"trường hợp":  {"ca", "nguoi", "dam", "nguoi chet", "nguoi mat", "nguoi qua doi", "ca tu vong"},
	"tổ chức":     {"doan the", "hoi", "hoi doan the", "to chuc doan the", "to chuc hoi"},
	"hồ sơ":       {"hs", "tthc", "thu tuc", "thu tuc hanh chinh"},
	"thuê bao":    {"sim"},
	"lít":         {"l"},
	"tấn":         {"t"},
}

// otherScales are units that turn exactly into another: by powers of ten.
var otherScales = map[string]map[string]int32{
	"m2":  {"ha": 4, "hecta": 4, "hec ta": 4, "km2": 6, "a": 2},
	"ha":  {"m2": -4, "met vuong": -4, "km2": 2, "a": -2},
	"km2": {"ha": -2, "m2": -6},
	"km":  {"m": -3, "met": -3},
	"tấn": {"kg": -3, "ta": -1, "kilogam": -3, // of two counts, by whatever time
		"tan/ngay": 0, "tan/ngay dem": 0, "tan/thang": 0, "tan/nam": 0, "kg/ngay": -3, "kg/ngay dem": -3},
}

// thousandsOf are thousands of what is counted, folded: "hơn 11 nghìn người".
var thousandsOf = map[string]int32{"nghin": 3, "ngan": 3, "van": 4}

// money is a sum's unit, folded: the name of its thousands and, after a slash,
// for each of what.
var money = pattern.New(`^(?:(dong|d|vnd)|(nghin|ngan|k)(?: ?(?:dong|d|vnd))?|(trieu|tr)(?: ?(?:dong|d|` +
	`vnd))?|(ty|ti)(?: ?(?:dong|d|vnd))?)((?:/.*)?)$`)

// scale is how a typed unit turns into the unit that is meant.
type scale struct {
	shift  int32 // by powers of ten
	single bool  // sums in it have no decimals
	many   bool  // of thousands, which may have decimals
}

// apply is the number in the unit that is meant.
func (s scale) apply(v decimal.Decimal) decimal.Decimal {
	if s.shift == 0 {
		return v
	}
	return trimmed(v.Shift(s.shift))
}

// trimmed is v without zeros at the end of its decimals.
func trimmed(v decimal.Decimal) decimal.Decimal {
	return decimal.RequireFromString(v.String())
}

var (
	unitSigns   = strings.NewReplacer("²", "2", "tr.d", "trd")
	unitStrokes = strings.NewReplacer(" / ", "/", " /", "/", "/ ", "/")
	// perWords are what people write for a stroke, longer ones first.
	perWords = strings.NewReplacer(" tren moi dau ", "/", " tren mot dau ", "/", " tren dau ", "/", " tren moi ", "/",
		" tren mot ", "/", " cho moi ", "/", " cho mot ", "/", " tren 1 ", "/", " tren ", "/", " moi dau ", "/",
		" mot dau ", "/", " moi ", "/", " mot ", "/", "/nguoi nam", "/nguoi/nam", "/nguoi.nam", "/nguoi/nam")
)

// looseDigit is a digit in a unit that does not end a word, as the 2 of m2 does: it
// belongs to a number that was cut in two by signs which names are matched without.
var looseDigit = pattern.New(`(?:^|[^\p{L}\p{M}])\d`)

// unitKey is the key under which units match.
func unitKey(unit string) string {
	return perWords.Replace(unitStrokes.Replace(unitSigns.Replace(vi.Fold(strings.Trim(unit, "(). ")))))
}

// scaleOf tells how a number with a unit behind it turns into one of the
// meaning's; false when the unit is another.
func (m Meaning) scaleOf(unit string) (scale, bool) {
	if looseDigit.MatchString(unit) {
		return scale{}, false
	}
	key := unitKey(unit)
	if m.Unit == "m2" && key == "m2" {
		return scale{single: true}, true // of land nobody measures thousandths
	}
	if key == "" || m.Unit != "" && key == unitKey(m.Unit) {
		return scale{}, true
	}
	if m.isMoney() {
		found := money.FindStringSubmatch(key)
		if found == nil || !each(found[5], m.Unit) {
			return scale{}, false
		}
		for i, shift := range []int32{-6, -3, 0, 3} { // đồng, nghìn, triệu, tỷ
			if found[i+1] != "" {
				return scale{shift: shift, single: shift < 0}, true
			}
		}
		return scale{}, true
	}
	if shift, is := otherScales[m.Unit][key]; is {
		return scale{shift: shift, single: shift < 0}, true
	}
	if many, of, ok := strings.Cut(key, " "); ok && m.countsThings() {
		if shift := thousandsOf[many]; shift > 0 {
			in, is := m.scaleOf(of)
			return scale{shift: shift, many: true}, is && in.shift == 0
		}
	}
	for _, name := range m.units() {
		base, _, _ := strings.Cut(name, "/")
		typed, per, slash := strings.Cut(key, "/")
		if isWordFor(typed, base) && (!slash || each("/"+per, name)) {
			return scale{}, true
		}
	}
	return scale{}, false
}

// isWordFor tells whether a typed word means a unit: by its name, by its first
// words, or by what people write for it.
func isWordFor(typed, unit string) bool {
	if unit == "" || typed == "" {
		return false
	}
	name := unitKey(unit)
	if typed == name || slices.Contains(otherWords[unit], typed) {
		return true
	}
	return strings.HasPrefix(name, typed+" ") && !slices.ContainsFunc(counted, func(other string) bool {
		return unitKey(other) == typed && !slices.Contains(otherWords[other], name) // "hộ" begins no "hồ sơ"
	})
}

// each tells whether what is typed after a unit's slashes leaves nothing but
// parts out of what the unit says: "/người" for "triệu đồng/người/năm".
func each(typed, unit string) bool {
	parts := strings.Split(unit, "/")[1:]
	for _, word := range strings.Split(typed, "/")[1:] {
		for len(parts) > 0 && !isWordFor(word, parts[0]) {
			parts = parts[1:]
		}
		if len(parts) == 0 {
			return false
		}
		parts = parts[1:]
	}
	return true
}
