package typed_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/internal/typed"
	"ntm/internal/vi"

	"golang.org/x/text/width"
	"pgregory.net/rapid"
)

var days = []struct{ text, want, told string }{
	{"15/3/2022", "2022-03-15", ""},
	{"15/03/2022", "2022-03-15", ""},
	{"15-3-2022", "2022-03-15", ""},
	{"15.3.2022", "2022-03-15", ""},
	{"15 / 3 / 2022", "2022-03-15", ""},
	{"15–3–2022", "2022-03-15", ""},
	{"１５/３/２０２２", "2022-03-15", ""},
	{" 15/3/2022\u00a0", "2022-03-15", ""},
	{"ngày 15/3/2022", "2022-03-15", ""},
	{"Ngày 15-3-2022", "2022-03-15", ""},
	{"ngày 15 tháng 3 năm 2022", "2022-03-15", ""},
	{"Ngày 05 tháng 02 năm 2026", "2026-02-05", ""},
	{"ngay 15 thang 3 nam 2022", "2022-03-15", ""},
	{"15 tháng 3 năm 2022", "2022-03-15", ""},
	{"15 tháng 3, 2022", "2022-03-15", ""},
	{"2022-03-15", "2022-03-15", ""},
	{"2022/3/15", "2022-03-15", ""},
	{"2022-03-15T00:00:00", "2022-03-15", ""},
	{"2022-03-15T00:00:00.000Z", "2022-03-15", ""},
	{"15/3/2022 07:30", "2022-03-15", ""},
	{"29/2/2024", "2024-02-29", ""},
	{"", "", "cần ngày/tháng/năm"},
	{"hôm qua", "", "cần ngày/tháng/năm"},
	{"15/3/22", "", "; năm mới có hai chữ số | ghi đủ bốn chữ số của năm: 15/3/1922 hoặc 15/3/2022"},
	{"ngày 15 tháng 3 năm 22", "", "15/3/1922 hoặc 15/3/2022"},
	{"3/2022", "", "; còn thiếu ngày | ghi thêm ngày"},
	{"tháng 3 năm 2022", "", "còn thiếu ngày"},
	{"2022", "", "còn thiếu ngày và tháng"},
	{"năm 2022", "", "còn thiếu ngày và tháng"},
	{"15/3", "", "còn thiếu năm"},
	{"3/15/2022", "", "; không có tháng 15 | ngày đứng trước tháng: ghi 15/3/2022"},
	{"2022-13-01", "", "không có tháng 13"},
	{"31/2/2022", "", "lịch không có ngày này"},
	{"29/2/2023", "", "lịch không có ngày này"},
	{"0/3/2022", "", "lịch không có ngày này"},
	{"15/3/1022", "", "năm phải từ 1990 đến 2100"},
	{"15/3/20222", "", "cần ngày/tháng/năm"},
	{"15/3/2022-16/3/2022", "", "cần ngày/tháng/năm"},
	{"'15/3/2022", "2022-03-15", ""},
	{"15/3/202'2", "", "cần ngày/tháng/năm"},
	{"15/3/202\u03002", "", "cần ngày/tháng/năm"},
	{"44635", "", "cần ngày/tháng/năm"},
}

func TestDate(t *testing.T) {
	for _, tt := range days {
		got, err := typed.Date(tt.text)
		if tt.want != "" && (err != nil || got.Format(time.DateOnly) != tt.want) {
			t.Errorf("%q is read as %s, %v, want %s", tt.text, got, err, tt.want)
		}
		if tt.want == "" && (err == nil || !strings.Contains(sentence(err), tt.told)) {
			t.Errorf("%q is read as %s, %v, want %q", tt.text, got, err, tt.told)
		}
	}
}

func TestWrittenDaysAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(1990, 1, 1+rapid.IntRange(0, 40540).Draw(t, "days"), 0, 0, 0, 0, time.UTC)
		for _, text := range []string{vi.Date(day), vi.LongDate(day), day.Format(time.DateOnly),
			day.Format(time.RFC3339), day.Format("2-1-2006"), day.Format("2.1.2006")} {
			if got, err := typed.Date(text); err != nil || !got.Equal(day) {
				t.Fatalf("%q is read as %s, %v", text, got, err)
			}
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, tt := range days {
		f.Add(tt.text)
	}
	ints := regexp.MustCompile(`\d+`)
	f.Fuzz(func(t *testing.T, text string) {
		day, err := typed.Date(text)
		if err != nil {
			return
		}
		if again, err := typed.Date(vi.LongDate(day)); err != nil || !again.Equal(day) {
			t.Fatalf("%q is read as %s, and that as %s, %v", text, day, again, err)
		}
		parts := ints.FindAllString(width.Narrow.String(vi.NFC(text)), 3) // without what is not seen
		if len(parts) == 3 && len(parts[0]) == 4 {
			parts[0], parts[2] = parts[2], parts[0]
		}
		if want := fmt.Sprintf("%02s/%02s/%04s", parts[0], parts[1], parts[2]); want != vi.Date(day) {
			t.Fatalf("%q is read as %s", text, vi.Date(day))
		}
	})
}
