package label

import "testing"

// A choice holds for what stands under it.
func TestChoices(t *testing.T) {
	const sentence, heading = "Xã chọn ít nhất một lĩnh vực", "II. LĨNH VỰC (chọn ít nhất 01 lĩnh vực)"
	for _, tt := range []struct {
		name string
		do   func(c *Choices)
		want string
	}{
		{"none", func(c *Choices) { c.Line("I. QUY HOẠCH", true); c.Group("A. Đất") }, ""},
		{"a sentence", func(c *Choices) { c.Line(sentence, false); c.Line("I. Giáo dục", true) }, sentence},
		{"what must be met", func(c *Choices) { c.Line(sentence, false); c.Line("I. TIÊU CHÍ BẮT BUỘC", true) }, ""},
		{"a heading", func(c *Choices) { c.Line(heading, true); c.Line("(tiếp theo)", false) }, heading},
		{"the next heading", func(c *Choices) { c.Line(heading, true); c.Line("III. TỔ CHỨC", true) }, ""},
		{"back to the sentence", func(c *Choices) {
			c.Line(sentence, false)
			c.Line(heading, true)
			c.Line("III. Y tế", true)
		}, sentence},
		{"a group of rows", func(c *Choices) { c.Line("I. CHUNG", true); c.Group(heading) }, heading},
		{"the next group of rows", func(c *Choices) { c.Group(heading); c.Group("III. Y tế") }, ""},
		{"groups under a heading", func(c *Choices) { c.Line(heading, true); c.Group("A. Y tế") }, heading},
		{"one that must be met", func(c *Choices) { c.Line(heading, true); c.Group("A. Nội dung bắt buộc") }, ""},
	} {
		var c Choices
		tt.do(&c)
		if c.Now() != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, c.Now(), tt.want)
		}
	}
}

// A number below a heading that says of what.
func TestCountedBelow(t *testing.T) {
	for _, c := range []struct {
		above, text string
		kind        Kind
		id          string
	}{
		{"Yêu cầu theo nhóm xã", "1", Group, "nhom-1"}, {"Theo khu vực", "II", Zone, "khu-vuc-2"},
		{"Theo vùng", "(3)", Zone, "vung-3"}, {"Yêu cầu", "1", Unclear, ""}, {"Theo nhóm xã", "Mức đạt", Unclear, ""},
		{"Nhóm xã theo vùng", "1", Unclear, ""},
	} {
		kind, ids := CountedBelow(c.above, c.text)
		if kind != c.kind || c.id != "" && (len(ids) != 1 || ids[0] != c.id) {
			t.Errorf("%s over %s: %s %v", c.above, c.text, kind, ids)
		}
	}
}

func TestChoice(t *testing.T) {
	for words, leaves := range map[string]bool{
		"III. LĨNH VỰC NỔI TRỘI (đạt ít nhất 01 trong các lĩnh vực sau)": true,
		"Có ít nhất một lĩnh vực nổi trội":                               true,
		"Xã tự chọn ít nhất 02 nội dung":                                 true,
		"Tối thiểu 3 chỉ tiêu":                                           true,
		"01 mô hình trong số các mô hình sau":                            true,
		"II. TIÊU CHÍ BẮT BUỘC":                                          false,
		"Có ít nhất 01 hợp tác xã hoạt động hiệu quả":                    false,
		"Tỷ lệ hộ trong diện nghèo":                                      false,
	} {
		if got := Choice(words); got != "" != leaves {
			t.Errorf("%q: %q", words, got)
		}
	}
}
