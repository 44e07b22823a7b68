package typed_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"
	"pgregory.net/rapid"
)

func number(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func lying(from, to string) *typed.Range { return &typed.Range{From: number(from), To: number(to)} }

// What the numbers of the table stand for.
var meanings = map[string]typed.Meaning{
	"%":        {Unit: "%"},
	"thu nhập": {Unit: "triệu đồng/người/năm", Plausible: lying("5", "500")},
	"vốn":      typed.Money,
	"tổng vốn": typed.CapitalTotal,
	"hộ":       {Unit: "hộ", Plausible: lying("0", "2000")},
	"trường":   {Unit: "trường", Plausible: lying("1", "30")},
	"km":       {Unit: "km"},
	"m2/người": {Unit: "m2/người", Plausible: lying("0", "500")},
	"mức độ":   {Unit: "mức độ", Plausible: lying("0", "3")},
	"thôn":     {Unit: "thôn"},
	"hộ, cs":   {Unit: "hộ, cơ sở"},
	"lần":      {Unit: "lần", Plausible: lying("0.5", "10")},
	"năm":      {Unit: "năm", Plausible: lying("1990", "2100")},
	"":         {},
}

// The table is the documentation: what is typed, under what, what is read, and
// of what is said or refused a telling part.
var table = []struct{ text, under, want, told string }{
	// One reading.
	{"69", "thu nhập", "69", ""},
	{" 69 ", "thu nhập", "69", ""},
	{"69.0", "thu nhập", "69.0", ""},
	{"69,0", "thu nhập", "69.0", ""},
	{"1,53", "%", "1.53", ""},
	{"1.53", "%", "1.53", ""},
	{"1,50", "%", "1.50", ""},
	{"0", "hộ", "0", ""},
	{"007", "hộ", "7", ""},
	{"05", "trường", "5", ""},
	{"0,8", "%", "0.8", ""},
	{"100", "%", "100", ""},
	{"0,234", "%", "0.234", ""},
	{"0.234", "km", "0.234", ""},
	{"1.234,5", "km", "1234.5", ""},
	{"1,234.5", "km", "1234.5", ""},
	{"1 234,5", "km", "1234.5", ""},
	{"1'234", "km", "1234", ""},
	{"1’234,5", "km", "1234.5", ""},
	{"1234,567", "km", "1234.567", ""},
	{"1234.567", "km", "1234.567", ""},
	{"12 345", "vốn", "12345", ""},
	{"538 336", "vốn", "538336", ""},
	{"538336", "vốn", "538336", ""},
	{"538.336,0", "vốn", "538336.0", ""},
	{"538,3360", "vốn", "538.3360", ""},
	{"1.234.567", "vốn", "1234567", ""},
	{"1,234,567", "vốn", "1234567", ""},
	{"1.234.567,891", "vốn", "1234567.891", ""},
	{"538\u00a0336", "vốn", "538336", ""},
	{"538\u2009336", "vốn", "538336", ""},
	{"53\u202f%", "%", "53", ""},
	{"５３，３", "%", "53.3", ""},
	{"８０％", "%", "80", ""},
	{"+5", "%", "5", ""},
	{"= 5", "%", "5", ""},
	{"đạt 80%", "%", "80", ""},
	{"Có 5 trường", "trường", "5", ""},
	{"123456789012345", "vốn", "123456789012345", ""},
	{"0,123456789", "km", "0.123456789", ""},
	{"80", "", "80", ""},
	// One reading, with a unit.
	{"1,53%", "%", "1.53", ""},
	{"1.53 %", "%", "1.53", ""},
	{"80 %", "%", "80", ""},
	{"80 phần trăm", "%", "80", ""},
	{"69,0 triệu", "thu nhập", "69.0", ""},
	{"69tr", "thu nhập", "69", ""},
	{"69 TRĐ", "thu nhập", "69", ""},
	{"69 tr.đ/người", "thu nhập", "69", ""},
	{"69 triệu đồng/người/năm", "thu nhập", "69", ""},
	{"69 triệu đồng / người / năm", "thu nhập", "69", ""},
	{"69 trieu dong/nguoi/nam", "thu nhập", "69", ""},
	{"69 triệu đồng/khẩu/năm", "thu nhập", "69", ""},
	{"69 (triệu đồng)", "thu nhập", "69", ""},
	{"69.000.000 đồng/người/năm", "thu nhập", "69", ""},
	{"1.200.000 đồng", "vốn", "1.2", ""},
	{"1.200.000đ", "vốn", "1.2", ""},
	{"1,2 tỷ", "vốn", "1200", ""},
	{"1,2 tỉ đồng", "vốn", "1200", ""},
	{"538336 nghìn đồng", "vốn", "538.336", ""},
	{"500 ngàn", "vốn", "0.5", ""},
	{"15 hộ", "hộ", "15", ""},
	{"15 hộ dân", "hộ", "15", ""},
	{"3 cơ sở", "hộ, cs", "3", ""},
	{"4 m2/người", "m2/người", "4", ""},
	{"4,5 m²/người", "m2/người", "4.5", ""},
	{"4 m2", "m2/người", "4", ""},
	{"mức độ 2", "mức độ", "2", ""},
	{"Mức 2", "mức độ", "2", ""},
	{"5 ấp", "thôn", "5", ""},
	{"2 lần", "lần", "2", ""},
	{"năm 2023", "năm", "2023", ""},
	// Two readings, of which one can be.
	{"1.530", "%", "1.530", `"1.530" được đọc là 1,53 %; cách đọc kia, 1 530 %, vượt quá 100 %`},
	{"1,530", "%", "1.530", "được đọc là 1,53 %"},
	{"1.530 %", "%", "1.530", "được đọc là 1,53 %"},
	{"100.000", "%", "100.000", "được đọc là 100 %"},
	{"1.530", "hộ", "1530", `"1.530" được đọc là 1 530 hộ; cách đọc kia, 1,53 hộ, không phải số nguyên`},
	{"1,530 hộ", "hộ", "1530", "được đọc là 1 530 hộ"},
	{"2.000", "hộ", "2000", "được đọc là 2 000 hộ; cách đọc kia, 2 hộ, là cách ghi có phần thập phân, ở đây " +
		"không dùng"},
	{"69.000", "thu nhập", "69.000", "được đọc là 69 triệu đồng/người/năm; cách đọc kia, 69 000 triệu " +
		"đồng/người/năm, nằm ngoài khoảng thường gặp (từ 5 đến 500)"},
	{"69.000 nghìn đồng", "thu nhập", "69", "được đọc là 69 triệu đồng/người/năm"},
	{"538.336", "tổng vốn", "538336", `"538.336" được đọc là 538 336 triệu đồng; cách đọc kia, 538,336 triệu ` +
		`đồng, nằm ngoài khoảng thường gặp (từ 1 000 đến 10 000 000)`},
	{"538.336 đồng", "vốn", "0.538336", "được đọc là 0,538336 triệu đồng; cách đọc kia, 0,000538336 triệu đồng, " +
		"là cách ghi có phần thập phân, ở đây không dùng"},
	{"1.530", "lần", "1.530", "được đọc là 1,53 lần"},
	{"2.023", "năm", "2023", "được đọc là 2 023 năm"},
	// Two readings, both or neither of which can be.
	{"538.336", "vốn", "", "có thể hiểu là 538 336 (không có phần thập phân) hoặc 538,336 (có phần thập phân) | " +
		"nếu là 538 336, ghi 538336; nếu là 538,336, ghi 538336 nghìn đồng"},
	{"538,336 triệu đồng", "vốn", "", "có thể hiểu là 538 336"},
	{"1.200 tỷ", "vốn", "", "có thể hiểu là 1 200 000 (không có phần thập phân) hoặc 1 200 (có phần thập phân) | " +
		"nếu là 1 200 000, ghi 1200000; nếu là 1 200, ghi 1200"},
	{"12.345", "km", "", "nếu là 12 345, ghi 12345; nếu là 12,345, ghi 12,3450"},
	{"12.500", "km", "", "nếu là 12 500, ghi 12500; nếu là 12,5, ghi 12,5"},
	{"538.336", "%", "", "dù hiểu là 538 336 hay 538,336 thì số này cũng vượt quá 100 % | ghi tỷ lệ từ 0 đến 100"},
	{"1.000", "hộ", "1000", "được đọc là 1 000 hộ"},
	{"1,234", "", "", "có thể hiểu là 1 234"},
	{"2.000", "trường", "", "nếu là 2 000, ghi 2000; nếu là 2, ghi 2"},
	{"69.000 đồng", "thu nhập", "", "nếu là 0,069, ghi 69 nghìn đồng"},
	{"01.234", "km", "", "có thể hiểu là 1 234"},
	// No single figure.
	{">84", "%", "", "mức tối thiểu"},
	{"≥ 84", "%", "", "mức tối thiểu"},
	{">= 84", "%", "", "mức tối thiểu"},
	{"trên 84", "%", "", "mức tối thiểu"},
	{"Trên 84%", "%", "", "mức tối thiểu"},
	{"ít nhất 80", "%", "", "mức tối thiểu"},
	{"80 trở lên", "%", "", "mức tối thiểu"},
	{"80%+", "%", "", "mức tối thiểu"},
	{"dưới 5", "%", "", "mức tối đa"},
	{"<5", "%", "", "mức tối đa"},
	{"không quá 5", "%", "", "mức tối đa"},
	{"~69", "thu nhập", "", "ước chừng"},
	{"khoảng 69", "thu nhập", "", "ước chừng"},
	{"ước đạt 69 triệu", "thu nhập", "", "ước chừng"},
	{"69-70", "thu nhập", "", "một khoảng"},
	{"69 - 70", "thu nhập", "", "một khoảng"},
	{"69–70 triệu", "thu nhập", "", "một khoảng"},
	{"69 ÷ 70", "thu nhập", "", "một khoảng"},
	{"từ 69 đến 70", "thu nhập", "", "một khoảng"},
	{"69 triệu đến 70 triệu", "thu nhập", "", "một khoảng"},
	{"31/2026", "%", "", "hai số"},
	{"15/3/2022", "%", "", "cần một số"},
	{"không", "hộ", "", "có thể hiểu là 0 hoặc chưa có số liệu | bằng không thì ghi 0"},
	{"khong co", "hộ", "", "có thể hiểu là 0"},
	{"không có hộ nào", "hộ", "", "có thể hiểu là 0"},
	{"", "hộ", "", "cần một số | ghi một số; chưa có số liệu thì để trống"},
	{"-", "hộ", "", "chưa có số liệu thì để trống"},
	{"chưa có", "hộ", "", "chưa có số liệu thì để trống"},
	// What cannot be, and what is no number.
	{"-5", "%", "", "cần một số không âm"},
	{"−5", "%", "", "cần một số không âm"},
	{"âm 5", "%", "", "cần một số không âm"},
	{"(5)", "vốn", "", "cần một số không âm"},
	{"120", "%", "", "số này vượt quá 100 % | ghi tỷ lệ từ 0 đến 100"},
	{"2,5", "trường", "", "số này không phải số nguyên"},
	{"69 %", "thu nhập", "", `ghi theo "%", nhưng ở đây cần số tính bằng "triệu đồng/người/năm"`},
	{"69 triệu đồng/người/tháng", "thu nhập", "", "nhưng ở đây cần số tính bằng"},
	{"69 triệu đồng/năm/người", "thu nhập", "", "nhưng ở đây cần số tính bằng"},
	{"5 ha", "km", "", `ghi theo "ha", nhưng ở đây cần số tính bằng "km"`},
	{"15 ‰", "%", "", "nhưng ở đây cần số tính bằng"},
	{"5 triệu", "", "", "cần một số"},
	{"nhiều", "%", "", "cần một số"},
	{"1e5", "vốn", "", "ở đây cần"},
	{"1,2,3", "km", "", "cần một số"},
	{"1.23.456", "km", "", "cần một số"},
	{"1.234,56.7", "km", "", "cần một số"},
	{"5,", "km", "", "cần một số"},
	{",5", "km", "", "cần một số"},
	{"8 0", "%", "", "cần một số"},
	{"1 234 5", "km", "", "cần một số"},
	{"1234567890123456", "vốn", "", "cần một số"},
	{"123456789012345 tỷ", "vốn", "", "quá nhiều chữ số"},
	{"1,1234567891", "km", "", "cần một số"},
	{"١٢", "hộ", "", "cần một số"},
}

func TestNumber(t *testing.T) {
	for _, tt := range table {
		got, said, err := typed.Number(tt.text, meanings[tt.under])
		told := said
		if err != nil {
			told = sentence(err)
		}
		if (err == nil) != (tt.want != "") || err == nil && written(got) != tt.want ||
			(told == "") != (tt.told == "") || !strings.Contains(told, tt.told) {
			t.Errorf("%q (%s) is read as %s, told %q; want %s, %q", tt.text, tt.under, written(got), told, tt.want,
				tt.told)
		}
	}
}

// written is v with the zeros it carries.
func written(v decimal.Decimal) string { return v.StringFixed(max(0, -v.Exponent())) }

// sentence is what a person is told of an error.
func sentence(err error) string {
	p := problem.Of(err)[0]
	if p.Hint == "" {
		return p.Message
	}
	return p.Message + " | " + p.Hint
}

// anyMeaning draws one of the meanings of the table.
func anyMeaning(t *rapid.T) typed.Meaning {
	names := make([]string, 0, len(meanings))
	for name := range meanings {
		names = append(names, name)
	}
	return meanings[rapid.SampledFrom(slices.Sorted(slices.Values(names))).Draw(t, "under")]
}

var anyDecimal = rapid.Custom(func(t *rapid.T) decimal.Decimal {
	return decimal.New(rapid.Int64Range(0, 999_999_999_999).Draw(t, "digits"), -rapid.Int32Range(0, 9).Draw(t,
		"decimals"))
})

// english is d as Excel shows it on an English machine.
func english(d decimal.Decimal) string {
	return strings.NewReplacer(".", ",", ",", ".").Replace(vi.Number(d))
}

// A number written by the rules of a country is read as that number, or shown
// with both its readings, or cannot be; it is never read as another.
func TestWrittenNumbersAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, m := anyDecimal.Draw(t, "number"), anyMeaning(t)
		for _, text := range []string{vi.Number(d), english(d), strings.ReplaceAll(vi.Number(d), ".", " "),
			strings.ReplaceAll(written(d), ".", ","), written(d)} {
			got, said, err := typed.Number(text, m)
			switch {
			case err == nil && said == "" && !got.Equal(d):
				t.Fatalf("%s, written %q, is read as %s", d, text, got)
			case err == nil && said == "" && written(got) != written(d):
				t.Fatalf("%s, written %q, loses or gains zeros: %s", d, text, written(got))
			case err == nil && !got.Equal(d) && !twoWays.MatchString(text):
				t.Fatalf("%s, written %q, is read as %s and said %q", d, text, got, said)
			case err != nil && !twoWays.MatchString(text) && m.Check(d) == nil:
				t.Fatalf("%s, written %q, is refused: %v", d, text, err)
			}
		}
	})
}

var twoWays = regexp.MustCompile(`^\d{1,3}[.,]\d{3}$`)

// twoWaysWithin finds digits that can be read in two ways within a text.
var twoWaysWithin = regexp.MustCompile(`\d[.,]\d{3}(\D|$)`)

// Both ways of writing that an error offers are read, each as what it says.
func TestOfferedWritingsAreRead(t *testing.T) {
	offer := regexp.MustCompile(`nếu là ([\d ,]+), ghi ([^;]+)`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[1-9]\d{0,2}[.,]\d{3}( tỷ| triệu đồng| nghìn| đồng)?`).Draw(t, "text")
		m := anyMeaning(t)
		_, _, err := typed.Number(text, m)
		if err == nil || !strings.Contains(err.Error(), "có thể hiểu là") {
			return
		}
		offers := offer.FindAllStringSubmatch(problem.Of(err)[0].Hint, -1)
		if len(offers) != 2 {
			t.Fatalf("%q: %s", text, sentence(err))
		}
		for _, o := range offers {
			meant := number(strings.NewReplacer(" ", "", ",", ".").Replace(o[1]))
			if got, said, err := typed.Number(o[2], m); err != nil || said != "" || !got.Equal(meant) {
				t.Fatalf("%q under %q: %q is to mean %s and is read as %s, %q, %v", text, m.Unit, o[2], meant, got,
					said, err)
			}
		}
	})
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct{ under, value, want string }{
		{"%", "100", ""}, {"%", "100.01", "số 100,01 % vượt quá 100 %"}, {"%", "-1", "số -1 % nhỏ hơn 0"},
		{"hộ", "2.50", "số 2,5 hộ không phải số nguyên"}, {"hộ", "2.0", ""}, {"thu nhập", "9999", ""}, {"", "2.5", ""},
	} {
		got := ""
		if err := meanings[tt.under].Check(number(tt.value)); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s (%s): %q, want %q", tt.value, tt.under, got, tt.want)
		}
	}
}

// Every unit of the dictionary and of its counts is either counted or measured,
// and a new one must be put on one of the two lists.
func TestEveryUnitIsCountedOrMeasured(t *testing.T) {
	measured := map[string]bool{"%": true, "km": true, "ha": true, "tấn": true, "lần": true, "m2/người": true,
		"lít/người/ngày đêm": true, "triệu đồng": true, "triệu đồng/người/năm": true,
		"m2": true, "điểm": true, "lần/năm": true}
	for _, unit := range criteria.Units { // an office's own figures may have any
		if whole := typed.OneByOne(string(unit)); unit != criteria.Declared && whole == measured[string(unit)] {
			t.Errorf("%q comes one by one: %v", unit, whole)
		}
	}
	lib, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range lib.FigureList {
		for _, unit := range []string{string(f.Unit), f.CountedIn} {
			if unit == "" || unit == string(criteria.Declared) {
				continue
			}
			m := typed.Meaning{Unit: unit, Plausible: (*typed.Range)(f.Plausible)}
			if whole := m.Check(number("0.5")) != nil; whole == measured[unit] {
				t.Errorf("%s: half a %q is refused: %v", f.ID, unit, whole)
			}
			if v, _, err := typed.Number("2 "+unit, m); err != nil || !v.Equal(number("2")) {
				t.Errorf("%s: a number with its own unit %q is read as %s, %v", f.ID, unit, v, err)
			}
		}
	}
}

func FuzzNumber(f *testing.F) {
	units := []string{"%", "thu nhập", "vốn", "tổng vốn", "hộ", "trường", "km", "m2/người", "mức độ", ""}
	for _, tt := range table {
		f.Add(tt.text, uint8(len(tt.text)))
	}
	f.Fuzz(func(t *testing.T, text string, under uint8) {
		m := meanings[units[int(under)%len(units)]]
		v, _, err := typed.Number(text, m)
		if err != nil {
			return
		}
		if m.Check(v) != nil || v.Exponent() < -typed.MaxDecimals {
			t.Fatalf("%q is read as %s, which cannot be", text, v)
		}
		if !sameDigits(text, v, m.Unit) {
			t.Fatalf("%q under %q is read as %s", text, m.Unit, written(v))
		}
		for _, again := range []string{vi.Number(v), english(v)} {
			if w, said, err := typed.Number(again, m); err == nil && !w.Equal(v) && said == "" || err != nil &&
				!strings.Contains(err.Error(), "hiểu là") {
				t.Fatalf("%q is read as %s, and %q as %s, %q, %v", text, v, again, w, said, err)
			}
		}
	})
}

// sameDigits tells whether v has the digits of the text in their order, with
// the comma where a separator stands that may be one. Where sums change their
// unit, only zeros may come or go at the ends.
func sameDigits(text string, v decimal.Decimal, unit string) bool {
	text = m2.ReplaceAllString(width.Narrow.String(vi.NFC(text)), "") // as a reader sees it
	digits := regexp.MustCompile(`[^0-9]`).ReplaceAllString(text, "")
	got := strings.ReplaceAll(written(v), ".", "")
	if strings.HasPrefix(unit, "triệu đồng") || unit == "km" { // "243m" is 0,243 km
		return strings.Trim(got, "0") == strings.Trim(digits, "0")
	}
	if strings.TrimLeft(got, "0") != strings.TrimLeft(digits, "0") {
		return false
	}
	separators := regexp.MustCompile(`[.,]`).FindAllString(regexp.MustCompile(`\d[\d.,]*\d`).FindString(text), -1)
	behind := -v.Exponent()
	last := int32(len(regexp.MustCompile(`\d*$`).FindString(regexp.MustCompile(`\D*$`).ReplaceAllString(text, ""))))
	switch {
	case len(separators) > 1 && separators[0] == separators[len(separators)-1]:
		return behind == 0
	case len(separators) > 1:
		return behind == last
	default:
		return behind == 0 || behind == last
	}
}

var m2 = regexp.MustCompile(`(?i)m2`)

func ExampleNumber() {
	for _, tt := range []struct {
		text string
		m    typed.Meaning
	}{{"1.530", typed.Meaning{Unit: "%"}}, {"538.336", typed.Money}, {"538.336", typed.CapitalTotal},
		{"69.0", typed.Meaning{Unit: "triệu đồng/người/năm"}}} {
		v, said, err := typed.Number(tt.text, tt.m)
		fmt.Println(vi.Number(v), said, err)
	}
	// Output:
	// 1,530 "1.530" được đọc là 1,53 %; cách đọc kia, 1 530 %, vượt quá 100 % <nil>
	// 0  đọc thấy "538.336", có thể hiểu là 538 336 (không có phần thập phân) hoặc 538,336 (có phần thập phân)
	// 538.336 "538.336" được đọc là 538 336 triệu đồng; cách đọc kia, 538,336 triệu đồng, nằm ngoài khoảng thường gặp (từ 1 000 đến 10 000 000) <nil>
	// 69,0  <nil>
}
