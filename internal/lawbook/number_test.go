package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
)

func TestReadNumber(t *testing.T) {
	for text, want := range map[string]string{
		"80": "80", "1,53": "1.53", "1.53": "1.53", "1,50": "1.50", "1.234,5": "1234.5", "1,234.5": "1234.5",
		"1.234.567": "1234567", "12 345": "12345", "12 345,6": "12345.6",
		"0,234": "0.234", "0.234": "0.234", "1234,567": "1234.567", "007": "7",
	} {
		if got, err := readNumber(text); err != nil || got.StringFixed(max(0, -got.Exponent())) != want {
			t.Errorf("%q is read as %s, %v, want %s", text, got, err, want)
		}
	}
}

func TestNumbersThatCannotBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"1.234": "1 234 (không có phần thập phân) hoặc 1,234 (có phần thập phân)",
		"1,234": "1 234 (không có phần thập phân) hoặc 1,234 (có phần thập phân)",
		"":      "cần một số", "nhiều": "cần một số", "-5": "cần một số", "1,2,3": "cần một số",
		"1.23.456": "cần một số", "5,": "cần một số", ",5": "cần một số",
		"1e9": "ở đây cần số viết đủ chữ số", "1234567890123456": "cần một số", "1,1234567891": "cần một số",
		"8 0": "cần một số",
	} {
		if got, err := readNumber(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is read as %s, %v, want %q", text, got, err, want)
		}
	}
}

func TestCellNumber(t *testing.T) {
	for raw, want := range map[string]string{"50": "50", "0.28999999999999998": "0.29",
		"1.5300000000000000266": "1.53", "8E1": "80"} {
		if got, err := cellNumber(raw); err != nil || got.String() != want {
			t.Errorf("%s is read as %s, %v, want %s", raw, got, err, want)
		}
	}
	for _, raw := range []string{"", "x", "-1", "NaN", "Inf", "0.3333333333333333", "1e300"} {
		if got, err := cellNumber(raw); err == nil {
			t.Errorf("%q is read as %s", raw, got)
		}
	}
}

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"15/3/2022": "2022-03-15", "15/03/2022": "2022-03-15", "5-3-2022": "2022-03-05", "5.3.2022": "2022-03-05",
		"ngày 15 tháng 3 năm 2022": "2022-03-15",
		"15 tháng 03 năm 2022":     "2022-03-15", "2022-03-15": "2022-03-15", "2022-03-15T00:00:00": "2022-03-15",
		"15 / 3 / 2022": "2022-03-15",
	} {
		if got, err := readDate(text); err != nil || got.String() != want {
			t.Errorf("%q is read as %s, %v, want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "hôm qua", "3/2022", "15/3/22", "3/15/2022", "31/2/2022", "15/3/1022",
		"2022-13-01"} {
		if got, err := readDate(text); err == nil {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

func TestUnitsAreDropped(t *testing.T) {
	for _, tt := range []struct {
		text string
		unit criteria.Unit
		want string
	}{
		{"80 %", criteria.Percent, "80"}, {"80%", criteria.Percent, "80"},
		{"50 triệu đồng/người/năm", "triệu đồng/người/năm", "50"}, {"50 triệu", "triệu đồng/người/năm", "50"},
		{"mức độ 2", "mức độ", "2"}, {"4 m2/người", "m2/người", "4"}, {"50 %", "triệu đồng", "50 %"},
		{"80 phần", criteria.Percent, "80 phần"}, {"1,5", criteria.Percent, "1,5"},
	} {
		if got := withoutUnit(tt.text, tt.unit); got != tt.want {
			t.Errorf("%q in %s is %q, want %q", tt.text, tt.unit, got, tt.want)
		}
	}
}
