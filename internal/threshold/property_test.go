package threshold_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/threshold"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// How a decision compares: the words around a number, # for the number with its unit, and
// the sign they come to. What is meant is what the words mean in Vietnamese.
var compared = []struct{ words, sign string }{
	{"≥ #", "≥"}, {">= #", "≥"}, {"=> #", "≥"}, {"# trở lên", "≥"}, {"từ # trở lên", "≥"}, {"đạt từ # trở lên", "≥"},
	{"tối thiểu #", "≥"}, {"tối thiểu là #", "≥"}, {"ít nhất #", "≥"}, {"không dưới #", "≥"}, {"không thấp hơn #", "≥"},
	{"không ít hơn #", "≥"}, {"không nhỏ hơn #", "≥"}, {"bằng hoặc cao hơn #", "≥"}, {"# hoặc cao hơn", "≥"},
	{"lớn hơn hoặc bằng #", "≥"}, {"bằng hoặc trên #", "≥"}, {"trên hoặc bằng #", "≥"},
	{"≤ #", "≤"}, {"<= #", "≤"}, {"# trở xuống", "≤"}, {"từ # trở xuống", "≤"}, {"không quá #", "≤"},
	{"không vượt quá #", "≤"}, {"tối đa #", "≤"}, {"nhiều nhất #", "≤"}, {"bằng hoặc dưới #", "≤"},
	{"dưới hoặc bằng #", "≤"}, {"không cao hơn #", "≤"}, {"không trên #", "≤"}, {"# hoặc thấp hơn", "≤"},
	{"> #", ">"}, {"trên #", ">"}, {"hơn #", ">"}, {"cao hơn #", ">"}, {"lớn hơn #", ">"},
	{"< #", "<"}, {"dưới #", "<"}, {"thấp hơn #", "<"}, {"chưa đến #", "<"}, {"chưa tới #", "<"},
	{"= #", "="}, {"bằng #", "="}, {"đúng #", "="}, {"#", ""},
}

// What stands behind a number, and how the program says it.
var counted = []struct{ words, unit string }{
	{"%", "%"}, {" %", "%"}, {" phần trăm", "%"}, {" hộ", "hộ"}, {" hộ gia đình", "hộ"}, {" mô hình", "mô hình"},
	{" HTX", "hợp tác xã"}, {" hợp tác xã", "hợp tác xã"}, {" trường học", "trường"}, {" sản phẩm OCOP", "sản phẩm"},
	{" triệu đồng/người/năm", "triệu đồng/người/năm"}, {" m²/người", "m2/người"}, {" lần/năm", "lần/năm"},
	{" lít/người/ngày đêm", "lít/người/ngày đêm"}, {" km", "km"}, {" thôn, bản", "thôn"}, {"", ""},
}

// Every comparison goes with every unit, and the number stays what it is.
func TestEveryComparisonWithEveryUnit(t *testing.T) {
	for _, c := range compared {
		for _, u := range counted {
			for _, number := range []string{"1", "05", "60"} {
				words := strings.ReplaceAll(c.words, "#", number+u.words)
				want := strings.TrimSpace(c.sign + " " + strings.TrimLeft(number, "0") + " " + u.unit)
				if got := threshold.Read(words); got.Kind != threshold.Value || got.String() != want {
					t.Errorf("%s is read as %s, want %s", words, got, want)
				}
			}
		}
	}
}

// written is a cell of one comparison, with the sign, the number and the unit it means.
func written(t *rapid.T) (words, want string) {
	c, u := rapid.SampledFrom(compared).Draw(t, "comparison"), rapid.SampledFrom(counted).Draw(t, "unit")
	number := fmt.Sprint(rapid.IntRange(0, 100).Draw(t, "number"))
	return strings.ReplaceAll(c.words, "#", number+u.words), strings.TrimSpace(c.sign + " " + number + " " + u.unit)
}

// Capitals, composed letters or not, breaks of lines, wide signs, a dash before and a stop
// behind change nothing.
func TestHowACellIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words, want := written(t)
		typed := words
		for _, change := range []struct {
			name string
			do   func(string) string
		}{
			{"capitals", strings.ToUpper},
			{"decomposed", norm.NFD.String},
			{"in lines", func(s string) string { return strings.Replace(s, " ", "\n", 1) }},
			{"wide spaces", func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0 ") }},
			{"a stop", func(s string) string { return s + "." }},
			{"blank lines", func(s string) string { return "\n" + s + " \n\n" }},
			{"a mark of a note", func(s string) string { return s + " (1)" }},
		} {
			if rapid.Bool().Draw(t, change.name) {
				typed = change.do(typed)
			}
		}
		if got := threshold.Read(typed); got.Kind != threshold.Value || got.String() != want {
			t.Fatalf("%q is read as %s, want %s", typed, got, want)
		}
	})
}

// What the program says of a cell is itself a cell that says the same.
func TestWhatIsSaidReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words, _ := written(t)
		first := threshold.Read(words)
		again := threshold.Read(first.String())
		if again.Kind != first.Kind || again.Op != first.Op || !again.Number.Equal(first.Number) ||
			again.Unit != first.Unit {
			t.Fatalf("%s is said %s, which is read as %s", words, first, again)
		}
	})
	for _, words := range []string{"Mức độ 2 trở lên", "Loại khá trở lên", "Đạt", "Không",
		"UBND cấp tỉnh quy định cụ thể",
		"≥ 2 mô hình hoặc ≥ 1 sản phẩm", "Năm 2021: ≥ 45; Năm 2022: ≥ 48", "Tây Nguyên: ≥ 70%; Đông Nam Bộ: ≥ 80%"} {
		first := threshold.Read(words)
		if again := threshold.Read(first.String()); again.Kind != first.Kind || again.String() != first.String() {
			t.Errorf("%s is said %s, which is read as %s", words, first, again)
		}
	}
}

// Words that a reader does not know leave a cell to a person, wherever they stand: a number
// is never taken out of words that say another thing.
func TestUnknownWordsAnywhere(t *testing.T) {
	strange := []string{"trừ xã đảo", "nếu được", "phấn đấu", "so với năm trước", "giảm", "khoảng", "hộ nghèo",
		"hoặc", "90",
		"không", "chưa", "đến"}
	rapid.Check(t, func(t *rapid.T) {
		words, want := written(t)
		parts := strings.Fields(words)
		at := rapid.IntRange(0, len(parts)).Draw(t, "at")
		odd := rapid.SampledFrom(strange).Draw(t, "odd")
		cell := strings.Join(parts[:at], " ") + " " + odd + " " + strings.Join(parts[at:], " ")
		if got := threshold.Read(cell); got.Kind == threshold.Value && got.String() == want {
			t.Fatalf("%q is read as %s", cell, got)
		}
	})
}

// spelt is a number below a thousand as officials write it out.
func spelt(n int) string {
	ones := []string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}
	switch {
	case n < 10:
		return ones[n]
	case n < 20:
		switch n % 10 {
		case 0:
			return "mười"
		case 5:
			return "mười lăm"
		}
		return "mười " + ones[n%10]
	case n < 100:
		tail := map[int]string{0: "", 1: " mốt", 5: " lăm"}
		last, special := tail[n%10]
		if !special {
			last = " " + ones[n%10]
		}
		return ones[n/10] + " mươi" + last
	case n%100 == 0:
		return ones[n/100] + " trăm"
	case n%100 < 10:
		return ones[n/100] + " trăm linh " + ones[n%10]
	}
	return ones[n/100] + " trăm " + spelt(n%100)
}

// Every number below a thousand is taken with itself in words, and not with another.
func TestEveryNumberInWords(t *testing.T) {
	for n := 1; n < 1000; n++ {
		cell := fmt.Sprintf("≥ %d (%s) hộ", n, spelt(n))
		if got := threshold.Read(cell); got.String() != fmt.Sprintf("≥ %d hộ", n) {
			t.Errorf("%s is read as %s", cell, got)
		}
		other := fmt.Sprintf("≥ %d (%s) hộ", n, spelt(n%999+1))
		if got := threshold.Read(other); got.Kind != threshold.Unread {
			t.Errorf("%s is read as %s", other, got)
		}
	}
}

// A case by how many schools holds exactly for those numbers of schools that its words mean.
func TestNumbersOfSchools(t *testing.T) {
	for _, tt := range []struct {
		words string
		holds func(schools int64) bool
	}{
		{"xã có %d trường", func(n int64) bool { return n == 3 }},
		{"xã có từ %d trường trở lên", func(n int64) bool { return n >= 3 }},
		{"xã có ≥ %d trường", func(n int64) bool { return n >= 3 }},
		{"đối với xã có tối thiểu %d trường", func(n int64) bool { return n >= 3 }},
		{"xã có trên %d trường", func(n int64) bool { return n > 3 }},
		{"xã có > %d trường", func(n int64) bool { return n > 3 }},
		{"xã có từ %d trường trở xuống", func(n int64) bool { return n <= 3 }},
		{"xã có không quá %d trường", func(n int64) bool { return n <= 3 }},
		{"xã có dưới %d trường", func(n int64) bool { return n < 3 }},
		{"xã có từ %d đến 5 trường", func(n int64) bool { return 3 <= n && n <= 5 }},
		{"%d-5 trường", func(n int64) bool { return 3 <= n && n <= 5 }},
	} {
		words := fmt.Sprintf(tt.words, 3)
		r, ok := threshold.Schools(words)
		if !ok {
			t.Errorf("%s is not read", words)
			continue
		}
		least, most := r.Within()
		for n := int64(1); n <= 9; n++ {
			if got := n >= least && (most == 0 || n <= most); got != tt.holds(n) {
				t.Errorf("%s: of %d schools it is %t (%d to %d)", words, n, got, least, most)
			}
		}
	}
	for _, words := range []string{"xã có từ 5 đến 3 trường", "xã có 3 trường và 2 lớp", "xã có 3 hộ", "trường",
		"3", ""} {
		if r, ok := threshold.Schools(words); ok {
			t.Errorf("%q is read as %s", words, r)
		}
	}
}

// A list reads the same in whatever order its parts stand, and no part is for two years.
func TestTheOrderOfAListIsNoMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years := rapid.Permutation([]int{2021, 2022, 2023, 2024, 2025}).Draw(t, "years")
		years = years[:rapid.IntRange(2, 5).Draw(t, "many")]
		apart := rapid.SampledFrom([]string{"; ", "\n", ";\n"}).Draw(t, "apart")
		var lines []string
		for _, y := range years {
			lines = append(lines, fmt.Sprintf("Năm %d: ≥ %d triệu đồng/người", y, y-1980))
		}
		r := threshold.Read(strings.Join(lines, apart))
		if r.Kind != threshold.ByYear || len(r.Parts) != len(years) {
			t.Fatalf("%q is read as %s", lines, r)
		}
		for i, p := range r.Parts {
			if p.Year != years[i] || p.Number.IntPart() != int64(p.Year-1980) || p.Op != threshold.AtLeast {
				t.Fatalf("%q: part %d is %s of %d", lines, i, p, p.Year)
			}
		}
		twice := threshold.Read(strings.Join(append(lines, lines[0]), apart))
		if twice.Kind != threshold.Unread {
			t.Fatalf("%q, with %d twice, is read as %s", lines, years[0], twice)
		}
	})
}

func TestUnits(t *testing.T) {
	for text, want := range map[string]string{
		"%": "%", "phần trăm": "%", "triệu đồng/người": "triệu đồng/người/năm", "Trđ/người/năm": "triệu đồng/người/năm",
		"TRIỆU ĐỒNG": "triệu đồng", "HTX": "hợp tác xã", "m²/đầu người": "m2/người", "m2": "m2", " hộ ": "hộ",
		"xóm": "thôn",
		"":    "", "80 %": "", "hộ nghèo": "", "≥ %": "", "% và hộ": "", "người/năm": "", "Trieu dong": "",
	} {
		if unit, ok := threshold.Unit(text); ok != (want != "") || ok && unit != want {
			t.Errorf("%q: %q, %t, want %q", text, unit, ok, want)
		}
	}
}

// A year of a decision is one that there can be.
func TestYearsOfAList(t *testing.T) {
	for year := 1990; year < 2070; year++ {
		got, ok := threshold.Year(fmt.Sprintf("Năm %d", year))
		if can := 2010 <= year && year <= 2050; ok != can || ok && got != year {
			t.Errorf("%d: %d, %t", year, got, ok)
		}
	}
}

// A cell that cannot be read says why, so that a person knows where to look.
func TestWhyACellIsNotRead(t *testing.T) {
	for _, tt := range []struct{ words, why string }{
		{strings.Repeat("dài ", 500), "quá dài"},
		{"≥ \uFFFC 80%", "hình, công thức hoặc ký tự"},
		{"≥ \uFFFD 80%", "hình, công thức hoặc ký tự"},
		{"§¹t chuÈn", "phông chữ cũ"},
		{"Tỷ lệ hộ nghèo", "không rõ ô này yêu cầu gì"},
		{"từ 80 đến 90%", "nhiều số"},
		{"80% trừ xã đảo", "còn chữ mà máy không hiểu"},
		{"1.530", "1.530"}, // two readings
	} {
		r := threshold.Read(tt.words)
		if r.Kind != threshold.Unread || !strings.Contains(r.Why, tt.why) || !strings.HasPrefix(r.String(),
			"CẦN ĐỌC LẠI: ") {
			t.Errorf("%.40q: %s, want %q", tt.words, r, tt.why)
		}
	}
}

// The mark of a note is no part of a threshold, and is kept.
func TestMarksOfNotes(t *testing.T) {
	for words, want := range map[string][2]string{
		"≥ 80% (1)": {"≥ 80 %", "(1)"}, "≥ 80%*": {"≥ 80 %", "*"}, "≥ 80% (**)": {"≥ 80 %", "(**)"},
		"Đạt [2]": {"đạt", "[2]"},
		"69³":     {"69", "³"}, "≥ 2 sản phẩm (1)": {"≥ 2 sản phẩm", "(1)"}, "≥ 5 km (3)": {"≥ 5 km", "(3)"},
		"80 phần trăm*": {"80 %", "*"}, "≥ 4 m²/người (2)": {"≥ 4 m2/người", "(2)"}, "≥ 3 điểm¹": {"≥ 3 điểm", "¹"},
		"≥ 4 m²": {"≥ 4 m2", ""}, "≥ 80%": {"≥ 80 %", ""}, "(1)": {"", ""},
	} {
		r := threshold.Read(words)
		if want[0] == "" {
			if r.Kind != threshold.Unread {
				t.Errorf("%q is read as %s", words, r)
			}
			continue
		}
		if r.String() != want[0] || r.Mark != want[1] {
			t.Errorf("%q is read as %s with the mark %q, want %v", words, r, r.Mark, want)
		}
	}
}

// What holds for everyone says nothing: it is left out; what holds for some is not.
func TestForEveryone(t *testing.T) {
	for words, want := range map[string]string{
		"≥ 80% (áp dụng chung cho cả nam và nữ)": "≥ 80 %", "≥ 80% (đạt cho cả nam và nữ)": "≥ 80 %",
		"Đạt (đối với tất cả các xã)": "đạt", "≥ 70% (áp dụng cho tất cả các vùng)": "≥ 70 %",
		"≥ 80% (áp dụng cho nữ)": "", "≥ 80% (đối với xã đảo)": "",
	} {
		if r := threshold.Read(words); want == "" && r.Kind != threshold.Unread || want != "" && r.String() != want {
			t.Errorf("%q is read as %s, want %q", words, r, want)
		}
	}
}
