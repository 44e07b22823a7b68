package read

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func TestRef(t *testing.T) {
	for want, at := range map[string][2]int{"A1": {1, 1}, "B3": {2, 3}, "Z9": {26, 9}, "AA10": {27, 10},
		"ZZ1": {702, 1}, "AAA1": {703, 1}, "XFD1048576": {16384, 1048576}} {
		if got := Ref(at[0], at[1]); got != want {
			t.Errorf("%v is %s, want %s", at, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		column, row := rapid.IntRange(1, lastColumn).Draw(t, "column"), rapid.IntRange(1, lastRow).Draw(t, "row")
		gotColumn, gotRow, ok := parseRef(Ref(column, row))
		if !ok || gotColumn != column || gotRow != row {
			t.Fatalf("%s is read as %d, %d", Ref(column, row), gotColumn, gotRow)
		}
	})
	for _, name := range []string{"", "A", "1", "A0", "A-1", "1A", "A1B", "Â1", "XFE1", "AAAA1", "A1048577",
		"A99999999999999999999", "$A$1", "A 1"} {
		if column, row, ok := parseRef(name); ok {
			t.Errorf("%q is read as %d, %d", name, column, row)
		}
	}
}

func TestDay(t *testing.T) {
	for _, tt := range []struct {
		raw     string
		use1904 bool
		want    string // "" when it is no day
	}{
		{"44635", false, "2022-03-15"}, {"44635.999", false, "2022-03-15"}, {"4.4635E4", false, "2022-03-15"},
		{"43173", true, "2022-03-15"},
		{"1", false, "1900-01-01"}, {"59", false, "1900-02-28"}, {"60", false, ""}, {"60.5", false, ""},
		{"61", false, "1900-03-01"},
		{"0", false, ""}, {"0.5", false, ""}, {"-1", false, ""}, {"0", true, "1904-01-01"}, {"-1", true, ""},
		{"2958465", false, "9999-12-31"}, {"2958466", false, ""}, {"2957003", true, "9999-12-31"},
		{"2957004", true, ""},
		{"1e300", false, ""}, {"1e-300", false, ""}, {"", false, ""}, {"x", false, ""}, {"NaN", false, ""},
		{"1e99999", false, ""},
	} {
		day, ok := Day(tt.raw, tt.use1904)
		if ok != (tt.want != "") || ok && day.Format(time.DateOnly) != tt.want {
			t.Errorf("%q (1904: %v): got %v, %v", tt.raw, tt.use1904, day, ok)
		}
	}
}

// Days are counted as excelize counts them, in both calendars.
func TestDayAsExcelize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, use1904 := rapid.IntRange(61, 2_900_000).Draw(t, "n"), rapid.Bool().Draw(t, "1904")
		got, ok := Day(decimal.NewFromInt(int64(n)).String(), use1904)
		want, err := excelize.ExcelDateToTime(float64(n), use1904)
		if err != nil || !ok || !got.Equal(want) {
			t.Fatalf("%d (1904: %v): got %v, %v; excelize %v, %v", n, use1904, got, ok, want, err)
		}
		if raw, ok := serial(got.Format(time.DateOnly), use1904); !ok || raw != decimal.NewFromInt(int64(n)).String() {
			t.Fatalf("%v is stored as %s, %v", got, raw, ok)
		}
	})
}

// What passes for a number can be read exactly; what does not, no program
// writes.
func TestIsNumber(t *testing.T) {
	for raw, want := range map[string]bool{
		"0": true, "-1": true, "+1": true, "1.5": true, ".5": true, "5.": true, "1E3": true, "1e-3": true,
		"1.5E+300": true, "0.30000000000000004": true,
		"": false, ".": false, "-": false, "+-1": false, "e1": false, "1e": false, "1e+": false, "1e1000": false,
		"1.2.3": false, "1,5": false, "0x1": false, "1_0": false, "Inf": false, "１": false,
	} {
		if isNumber(raw) != want {
			t.Errorf("%q: %v", raw, !want)
		}
		if _, err := decimal.NewFromString(raw); want && err != nil {
			t.Errorf("%q passes and cannot be read: %v", raw, err)
		}
	}
}

func TestShownBy(t *testing.T) {
	for code, want := range map[string]Shown{
		"General": Plain, "0": Plain, "#,##0.00": Plain, "@": Plain, "0.00E+00": Plain, "": Plain,
		"# ?/?": Otherwise, "#,##0,,": Otherwise, `0.0,"x"`: Otherwise, "0.0‰": Otherwise,
		`#,##0 "đồng"`: Plain, `#,##0" hộ/dân"`: Plain, `0"%"`: Plain, `0\%`: Plain,
		`[$USD] #,##0`: Plain, `[$-42A]#,##0.00 _đ`: Plain,
		`_-* #,##0.00\ [$₫-42A]_-;\-* #,##0.00\ [$₫-42A]_-`: Plain, `[Red]0;[<1]0`: Plain, `0_d`: Plain,
		`0*d`: Plain, `"chưa đóng`: Plain, `[Red`: Plain,
		"0%": Percent, "0.00%": Percent, "0.0 %": Percent, `0.00%;[Red]-0.00%`: Percent, `#,##0.00" "%`: Percent,
		"dd/mm/yyyy": Date, "DD/MM/YYYY": Date, "[$-42A]dd/mm/yyyy;@": Date,
		`"ngày" dd "tháng" mm "năm" yyyy`: Date, "mmm": Date, "yy": Date, "h:mm AM/PM": Date, "[h]:mm": Date,
		"[HH]": Date, "mm:ss.0": Date, `yyyy"年"m"月"d"日";@`: Date,
	} {
		if got := shownBy(code); got != want {
			t.Errorf("%s: got %d, want %d", code, got, want)
		}
	}
	for id, want := range map[int]Shown{0: Plain, 1: Plain, 4: Plain, 9: Percent, 10: Percent, 11: Plain,
		12: Otherwise, 13: Otherwise, 14: Date, 22: Date, 23: Plain, 27: Date, 36: Date, 37: Plain, 44: Plain,
		45: Date, 47: Date, 48: Plain, 49: Plain, 50: Date, 58: Date, 59: Plain, -1: Plain} {
		if got := builtIn(id); got != want {
			t.Errorf("format %d: got %d, want %d", id, got, want)
		}
	}
}

func TestLettering(t *testing.T) {
	for font, want := range map[string]string{".VnTime": TCVN3, ".vntimeh": TCVN3, ".VnArial NarrowH": TCVN3,
		"VNI-Times": VNI, "VNI Helve": VNI, "vni-times": VNI, "Times New Roman": "", "Arial": "", "UVN Bai Sau": "",
		"Vni": "", "": ""} {
		if got := letteringOf(font).name(); got != want {
			t.Errorf("%s: got %q", font, got)
		}
	}
}

func TestUnescape(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "_x": "_x", "_x000D_": "\r", "a_x0041_b": "aAb", "_x005F_x000D_": "_x000D_", "_x00ZZ_": "_x00ZZ_",
		"_x000D": "_x000D", "__x000D__": "_\r_",
		"_xD83D__xDE00_": "😀", "_xD83D_": "\uFFFD", "_xDE00__xD83D_": "\uFFFD\uFFFD", "_x+00D_": "_x+00D_",
		"xã_x1EA7_": "xãầ",
	} {
		if got := unescape(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
