package decision_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/internal/decision"
)

// What becomes of a second table of criteria, by the lines that stand between it and the first.
func TestSecondTable(t *testing.T) {
	const title = "<p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (giả định)"
	one := rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt")
	next := rows("TT|Nội dung tiêu chí|Mức đạt", "2|B|Đạt")
	part := rows("TT|Nội dung tiêu chí|Mức đạt", "1.2|B|Đạt")
	first := rows("TT|Nội dung tiêu chí|Nhóm 1", "1|A|≥ 81%")
	other := rows("TT|Nội dung tiêu chí|Nhóm 2", "1|A|≥ 71%")
	for _, c := range []struct {
		name, content string
		rows          int    // of the annex of the level
		says          string // what a person is told
	}{
		{"title and number again", one + "<p>PHỤ LỤC I" + title + next, 2, ""},
		{"the title alone", one + title + next, 2, ""},
		{"the number alone", one + "<p>PHỤ LỤC I" + next, 2, ""},
		{"in the middle of a criterion", rows("TT|Nội dung tiêu chí|Mức đạt", "1|G|", "1.1|A|Đạt") + title + part, 2,
			""},
		{"the title again over the same rows", one + title + one, 0, "cùng cho một mức"},
		{"the title again for other communes", first + title + other, 1, ""},
		{"the title again for the same communes", first + title + first, 0, "cùng cho một mức"},
		{"another number", one + "<p>PHỤ LỤC II" + title + next, 0, "cùng cho một mức"},
		{"a title in capitals that names no level", one + "<p>BỘ TIÊU CHÍ XÃ DIỆN ĐẶC THÙ" + one, 1,
			"BỘ TIÊU CHÍ XÃ DIỆN ĐẶC THÙ) không nêu mức"},
		{"the same over rows that go on", one + "<p>BỘ TIÊU CHÍ XÃ DIỆN ĐẶC THÙ" + next, 1,
			"BỘ TIÊU CHÍ XÃ DIỆN ĐẶC THÙ) không nêu mức"},
		{"as an annex", one + "<p>PHỤ LỤC II<p>BỘ TIÊU CHÍ XÃ DIỆN ĐẶC THÙ" + one, 1, "không nêu mức"},
		{"in small letters", one + "<p>Tiêu chí xã bãi ngang" + next, 2, "Tiêu chí xã bãi ngang) mà không nêu mức"},
		{"a group's name", one + "<p>II. MÔI TRƯỜNG" + next, 2, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := page(t, c.content)
			var told []decision.Doubt
			for _, a := range d.Annexes {
				told = append(told, a.Doubts...)
			}
			told = append(told, d.Doubts...)
			if c.says == "" && len(told) > 0 || c.says != "" && !slices.ContainsFunc(told,
				func(d decision.Doubt) bool { return strings.Contains(d.What, c.says) }) {
				t.Errorf("told %v, want %q", told, c.says)
			}
			a, err := d.Annex("ntm")
			if err != nil {
				if c.rows != 0 {
					t.Error(err)
				}
				return
			}
			if len(a.Rows) != c.rows {
				t.Errorf("%d rows, want %d: %v", len(a.Rows), c.rows, short(d))
			}
		})
	}
}
