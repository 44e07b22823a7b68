package decision_test

import (
	"strings"
	"testing"
)

// What an article or a note asks of some communes otherwise than the table is told; what only names
// them, or changes nothing, is not.
func TestWhatIsAskedOfSomeOutsideTheTable(t *testing.T) {
	lead := rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|Giao thông|1.1. Tỷ lệ đường xã|≥ 80%")
	inside := func(note string) string {
		return rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|Giao thông|1.1. Tỷ lệ đường xã|≥ 80%", "4>"+note)
	}
	for _, c := range []struct {
		content string
		told    bool
	}{
		{lead + "<p>Ghi chú: Đối với xã khu vực III, mức đạt của các chỉ tiêu giảm 10%.", true},
		{inside("Ghi chú: Các xã nhóm 3 được giảm 10% so với mức trên"), true},
		{lead + "<p>Điều 2. Các xã đặc biệt khó khăn áp dụng mức bằng 80% mức quy định tại Phụ lục", true},
		{lead + "<p>Xã an toàn khu không xét chỉ tiêu 1.1.", true},
		{lead + "<p>Các xã đảo được áp dụng theo cột khác", true},
		{lead + "<p>Căn cứ Quyết định phê duyệt xã khu vực III, giảm 10 xã so với trước", false},
		{lead + "<p>Ghi chú: Khu vực 1 gồm các xã đặc biệt khó khăn.", false},
		{lead + "<p>Mức đạt giảm 10% từ năm 2027.", false}, // of everyone
		{lead, false},
	} {
		told := ""
		for _, d := range page(t, c.content).Doubts {
			told += d.What
		}
		if strings.Contains(told, "ghi riêng cho một số xã") != c.told {
			t.Errorf("%s: told %q", c.content, told)
		}
	}
}

// An indicator whose own words ask something else of some communes is not sure for all of them.
func TestWordsForSomeInAName(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|A|1.1. Tỷ lệ đường xã (riêng xã nhóm 3: ≥ 50%)|≥ 80%"),
			"all: ≥ 80 % ?"},
		{rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|A|1.1. Tỷ lệ đường xã, riêng các xã miền núi giảm một nửa|≥ 80%"),
			"all: ≥ 80 % ?"},
		{rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|A|1.1. Có quy hoạch riêng cho xã|Đạt"), "all: đạt"},
		{rows("TT|Tiêu chí|Nội dung|Nhóm 1", "1|A|1.1. Tỷ lệ đường (riêng xã đảo)|≥ 80%"), "group nhom-1: ≥ 80 %"},
		{rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|A|1.1. Tỷ lệ hộ có nhà vệ sinh riêng|≥ 80%"), "all: ≥ 80 %"},
	} {
		if got := short(page(t, c.table)); len(got) != 1 || !strings.HasSuffix(got[0], "| "+c.want) {
			t.Errorf("%q, want %s", got, c.want)
		}
	}
}

// A set for villages, gardens and neighbourhoods is none for communes, whatever level it names.
func TestSetsThatAreNotForCommunes(t *testing.T) {
	one := rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt")
	for title, of := range map[string]string{
		"BỘ TIÊU CHÍ THÔN NÔNG THÔN MỚI KIỂU MẪU":            "thôn",
		"BỘ TIÊU CHÍ KHU DÂN CƯ NÔNG THÔN MỚI KIỂU MẪU":      "thôn",
		"Bộ tiêu chí vườn mẫu, xã nông thôn mới kiểu mẫu":    "thôn",
		"BỘ TIÊU CHÍ ẤP NÔNG THÔN MỚI NÂNG CAO":              "thôn",
		"BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI KIỂU MẪU":              "xã",
		"BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO CỦA TỈNH BẢN": "xã",
		"BỘ TIÊU CHÍ HUYỆN NÔNG THÔN MỚI NÂNG CAO":           "huyện",
	} {
		d := page(t, one+"<p>PHỤ LỤC II<p>"+title+one)
		if len(d.Annexes) != 2 || d.Annexes[1].Of != of {
			t.Errorf("%s: of %s", title, d.Annexes[len(d.Annexes)-1].Of)
		}
		if a, err := d.Annex("ntm"); err != nil || a.No != "I" {
			t.Errorf("%s: %v", title, err)
		}
	}
}
