package shape_test

import (
	"strings"
	"testing"

	"ntm/internal/decision/shape"
	"ntm/internal/webpage"
)

// What a column holds is told by its cells, whatever its heading says.
func TestShapes(t *testing.T) {
	for _, tt := range []struct {
		name, cells             string
		numbers, words, isAsked bool
		counts                  bool
	}{
		{"counted", "1|2|3|4", true, false, false, true},
		{"counted anew below the head again", "1|2|3|Cột|1|2", true, false, false, true},
		{"counted anew below nothing", "1|2|3|1|2", true, false, false, false},
		{"criteria over several rows", "1||2|2.|4", true, false, false, false},
		{"numbers of indicators", "1.1|1.2|2.1\n2.2|Chỉ tiêu 3.1|(4.1)", true, false, false, false},
		{"the head again", "1.1|Cột|1.2|1.3", true, false, false, false},
		{"indicators with their numbers", "1.1. Tỷ lệ hộ|1.2. Tỷ lệ đường|1.3 Thu nhập", false, true, false, false},
		{"names", "Quy hoạch|Giao thông nông thôn|Thủy lợi và phòng, chống thiên tai", false, true, false, false},
		{"thresholds", "≥ 80%|Đạt|100%|không quá 5%", false, false, true, false},
		{"thresholds among words", "≥ 80%|Đạt|UBND cấp tỉnh quy định cụ thể|chưa rõ", false, false, true, false},
		{"bare numbers", "80|90|100,5", false, false, false, false},
		{"units", "%|%|Triệu đồng", false, false, false, false},
		{"nothing", "||", false, false, false, false},
	} {
		rows := "<tr><td>Cột<td>Tên"
		for cell := range strings.SplitSeq(tt.cells, "|") {
			rows += "<tr><td>" + strings.ReplaceAll(cell, "\n", "<br>") + "<td>x"
		}
		doc, err := webpage.Read("gia-dinh.html", []byte("<table>"+rows+"</table>"))
		if err != nil {
			t.Fatal(err)
		}
		s := shape.Of(doc.Blocks[0].Table, 1, 2)
		if s.IsNumbers() != tt.numbers || s.IsWords() != tt.words || s.IsAsked() != tt.isAsked ||
			s.Counts != tt.counts {
			t.Errorf("%s: numbers %t, words %t, asked %t, counts %t: %+v", tt.name, s.IsNumbers(), s.IsWords(),
				s.IsAsked(), s.Counts, s)
		}
	}
}
