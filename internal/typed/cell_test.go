package typed_test

import (
	"strconv"
	"strings"
	"testing"

	"ntm/internal/typed"

	"pgregory.net/rapid"
)

func TestCellNumber(t *testing.T) {
	for raw, want := range map[string]string{
		"50": "50", "0": "0", "-0": "0", "8E1": "80", "1.50": "1.5", "1.5299999999999999E-2": "0.0153",
		"0.28999999999999998": "0.29", "1.5300000000000000266": "1.53",
		"0.30000000000000004": "0.3", "98.999999999999986": "99", "538336": "538336",
		"1.53010858835143": "1.53010858835143", "0.3333333333333333": "0.333333333333333",
		"123456789012345": "123456789012345", "-2.5": "-2.5", "1E-300": "0", "1e5": "100000",
	} {
		if got, err := typed.CellNumber(raw); err != nil || got.String() != want {
			t.Errorf("%s is read as %s, %v, want %s", raw, got, err, want)
		}
	}
	for _, raw := range []string{"", "x", "NaN", "Inf", "1e300", "1e9999999", "1,5", "0x1F", "1234567890123456",
		" 5", strings.Repeat("9", 60)} {
		if got, err := typed.CellNumber(raw); err == nil {
			t.Errorf("%q is read as %s", raw, got)
		}
	}
}

// What was typed into a number cell comes back, however the program wrote the
// float that it kept.
func TestTypedNumbersComeBackFromTheirFloats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDecimal.Draw(t, "number")
		f, _ := strconv.ParseFloat(d.String(), 64)
		for _, raw := range []string{strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'G', 17, 64),
			strconv.FormatFloat(f, 'f', -1, 64)} {
			if got, err := typed.CellNumber(raw); err != nil || !got.Equal(d) {
				t.Fatalf("%s, stored as %s, is read as %s, %v", d, raw, got, err)
			}
		}
	})
}

func TestCell(t *testing.T) {
	for _, tt := range []struct {
		raw       string
		asPercent bool
		under     string
		want      string
		told      string
	}{
		{"1.53", false, "%", "1.53", ""},
		{"1.5299999999999999E-2", true, "%", "1.53", ""},
		{"0.0153010858835143", true, "%", "1.530108588", ""},
		{"1", true, "%", "100", ""},
		{"33.3333333333333", false, "%", "33.333333333", ""},
		{"538.336", false, "vốn", "538.336", ""},
		{"153", false, "%", "", "số 153 % vượt quá 100 %"},
		{"1.5", true, "%", "", "số 150 % vượt quá 100 %"},
		{"2.5", false, "hộ", "", "số 2,5 hộ không phải số nguyên"},
		{"-1", false, "vốn", "", "số -1 triệu đồng nhỏ hơn 0 | ghi một số từ 0 trở lên"},
		{"0.69", true, "thu nhập", "", `đọc thấy "69 %", ô đang giữ một tỷ lệ %, nhưng ở đây cần số tính bằng ` +
			`"triệu đồng/người/năm" | đổi định dạng`},
		{"#N/A", false, "%", "", "ở đây cần một số"},
	} {
		got, err := typed.Cell(tt.raw, tt.asPercent, meanings[tt.under])
		if tt.told == "" && (err != nil || got.String() != tt.want) {
			t.Errorf("%s (%s) is read as %s, %v, want %s", tt.raw, tt.under, got, err, tt.want)
		}
		if tt.told != "" && (err == nil || !strings.Contains(sentence(err), tt.told)) {
			t.Errorf("%s (%s) is read as %s, %v, want %q", tt.raw, tt.under, got, err, tt.told)
		}
	}
}

func TestFraction(t *testing.T) {
	for _, tt := range []struct{ text, under, above, below, told string }{
		{"31/2026", "hộ", "31", "2026", ""},
		{" 31 / 2026 ", "hộ", "31", "2026", ""},
		{"31 hộ/2026 hộ", "hộ", "31", "2026", ""},
		{"31／2026", "hộ", "31", "2026", ""},
		{"31⁄2026", "hộ", "31", "2026", ""},
		{"12,5 km/15,25 km", "km", "12.5", "15.25", ""},
		{"31 / 2.026 hộ", "hộ", "31", "2026", `"2.026 hộ" được đọc là 2 026 hộ`},
		{"1.031/2.026", "hộ", "1031", "2026", `"1.031" được đọc là 1 031 hộ; cách đọc kia, 1,031 hộ, không phải ` +
			`số nguyên; "2.026" được đọc`},
		{"12/15.250", "km", "", "", "có thể hiểu là 15 250"},
		{"trên 31/2026", "hộ", "", "", "mức tối thiểu"},
		{"31/2026 %", "hộ", "", "", `ghi theo "%"`},
		{"1/2/3", "hộ", "", "", ""},
		{"15/3/2022", "hộ", "", "", ""},
		{"69 triệu/người", "hộ", "", "", ""},
		{"đạt/chưa đạt", "hộ", "", "", ""},
		{"31", "hộ", "", "", ""},
		{"", "hộ", "", "", ""},
	} {
		counts, told, err := typed.Fraction(tt.text, meanings[tt.under])
		if err != nil {
			told = sentence(err)
		}
		if (counts == nil) != (tt.above == "") || (err == nil) != (counts != nil || tt.told == "") ||
			!strings.Contains(told, tt.told) || tt.told == "" && told != "" {
			t.Errorf("%q is read as %v, told %q, want %s/%s, %q", tt.text, counts, told, tt.above, tt.below, tt.told)
		}
		if counts != nil && (counts.Numerator.String() != tt.above || counts.Denominator.String() != tt.below) {
			t.Errorf("%q is read as %s/%s, want %s/%s", tt.text, counts.Numerator, counts.Denominator, tt.above,
				tt.below)
		}
	}
}
