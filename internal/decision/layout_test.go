package decision_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/decision"
	"ntm/internal/webpage"

	"github.com/google/go-cmp/cmp"
)

// page reads a decision out of a page with a title and the given content.
func page(t interface {
	Helper()
	Fatal(args ...any)
}, content string) *decision.Decision {
	t.Helper()
	doc, err := webpage.Read("gia-dinh.html", []byte("<p>PHỤ LỤC I<p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (giả định)"+content))
	if err != nil {
		t.Fatal(err)
	}
	return decision.Of(doc)
}

// rows writes a table: the cells of a row are apart by "|", as "3>text" and "2v text"
// they cover columns and rows.
func rows(lines ...string) string {
	var out strings.Builder
	out.WriteString("<table>")
	for _, line := range lines {
		out.WriteString("<tr>")
		for cell := range strings.SplitSeq(line, "|") {
			var columns, down int
			if n, _ := fmt.Sscanf(cell, "%d>", &columns); n == 1 && strings.Contains(cell, ">") && len(cell) > 1 &&
				cell[1] == '>' {
				fmt.Fprintf(&out, "<td colspan=%d>%s", columns, cell[2:])
			} else if n, _ := fmt.Sscanf(cell, "%dv ", &down); n == 1 && len(cell) > 1 && cell[1] == 'v' {
				fmt.Fprintf(&out, "<td rowspan=%d>%s", down, cell[3:])
			} else {
				out.WriteString("<td>" + cell)
			}
		}
	}
	return out.String() + "</table>"
}

// short is a line a row: where, which indicator, and what each column asks.
func short(d *decision.Decision) []string {
	var out []string
	for _, a := range d.Annexes {
		for _, r := range a.Rows {
			line := fmt.Sprintf("%s/%s %s", r.CriterionNo, r.No, r.Name)
			if r.Group != "" {
				line = r.Group + ": " + line
			}
			if r.Part != "" {
				line += " " + r.Part
			}
			if r.Year != 0 {
				line += fmt.Sprintf(" năm %d", r.Year)
			}
			for _, c := range r.Cells {
				line += fmt.Sprintf(" | %s: %s", columnName(c.Column), c.Reading)
				if len(c.Doubts) > 0 {
					line += " ?"
				}
			}
			if len(r.Doubts) > 0 {
				line += " ??"
			}
			out = append(out, line)
		}
	}
	return out
}

// The ways in which decisions lay out their tables.
func TestLayouts(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"three columns, the last the threshold", rows("TT|Tiêu chí|Chỉ tiêu", "1|Quy hoạch|Đạt",
			"2|Tỷ lệ đường cứng hóa|≥ 81%"),
			[]string{"1/1 Quy hoạch | all: đạt", "2/2 Tỷ lệ đường cứng hóa | all: ≥ 81 %"}},
		{"a choice left beside the rows", rows("TT|Tiêu chí|Nội dung|Mức đạt",
			"2v 4|2v Lĩnh vực nổi trội: đạt ít nhất 01 trong các lĩnh vực|4.1. A|≥ 81%", "4.2. B|Đạt"),
			[]string{"4/4.1 A | all: ≥ 81 % ??", "4/4.2 B | all: đạt ??"}},
		{"what is asked to be reached", rows("TT|Nội dung tiêu chí|Yêu cầu đạt được", "1|A|≥ 81%"),
			[]string{"1/1 A | all: ≥ 81 %"}},
		{"in another order", rows("Mức đạt|Nội dung chỉ tiêu|Tên tiêu chí|STT",
			"≥ 81%|1.1. Tỷ lệ đường xã|Giao thông|1", "Đạt|1.2. Cầu||"),
			[]string{"1/1.1 Tỷ lệ đường xã | all: ≥ 81 %", "1/1.2 Cầu | all: đạt"}},
		{"criterion merged over its rows", rows("TT|Tên tiêu chí|Nội dung tiêu chí|Mức đạt chuẩn",
			"2v 2|2v Giao thông|2.1. A|≥ 81%", "2.2. B|≥ 71%"),
			[]string{"2/2.1 A | all: ≥ 81 %", "2/2.2 B | all: ≥ 71 %"}},
		{"the number in the criterion's name", rows("Tiêu chí|Nội dung|Mức đạt",
			"Tiêu chí số 2: Giao thông|2.1 A|≥ 81%", "Tiêu chí 3. Thủy lợi|Tỷ lệ tưới|≥ 71%"),
			[]string{"2/2.1 A | all: ≥ 81 %", "3/3 Tỷ lệ tưới | all: ≥ 71 %"}},
		{"criteria as lines of their own", rows("TT|Tiêu chí, chỉ tiêu|Mức đạt", "I|HẠ TẦNG|", "1|Giao thông|",
			"1.1|A|≥ 81%", "1.2|B|Đạt", "2|Điện|Đạt"),
			[]string{"I HẠ TẦNG: 1/1.1 A | all: ≥ 81 %", "I HẠ TẦNG: 1/1.2 B | all: đạt",
				"I HẠ TẦNG: 2/2 Điện | all: đạt"}},
		{"criteria over the whole width", rows("TT|Nội dung tiêu chí|Mức đạt", "3>I. HẠ TẦNG",
			"3>Tiêu chí số 1: Giao thông", "1.1|A|≥ 81%"),
			[]string{"I. HẠ TẦNG: 1/1.1 A | all: ≥ 81 %"}},
		{"numbers in two columns", rows("TT|Tiêu chí|STT|Nội dung|Mức đạt", "2v 1|2v Giao thông|1.1|A|≥ 81%",
			"1.2|B|Đạt"),
			[]string{"1/1.1 A | all: ≥ 81 %", "1/1.2 B | all: đạt"}},
		{"a title within the table", rows("4>BỘ TIÊU CHÍ", "4>(Ban hành kèm theo)",
			"TT|Tiêu chí|Nội dung tiêu chí|Mức đạt", "1|Giao thông|1.1 A|≥ 81%"),
			[]string{"1/1.1 A | all: ≥ 81 %"}},
		{"regions and the whole country", rows("2v TT|2v Nội dung tiêu chí|2v Chỉ tiêu chung|3>Chỉ tiêu theo vùng",
			"TDMN phía Bắc|ĐB sông Hồng|DH Nam Trung Bộ", "1|A|≥ 81%|≥ 71%|≥ 91%|≥ 81%"),
			[]string{"1/1 A | all chung: ≥ 81 % | region tdmnpb: ≥ 71 % | region dbsh: ≥ 91 % | region dhntb: ≥ 81 %"}},
		{"regions taken together", rows("TT|Nội dung tiêu chí|Bắc Trung Bộ và Duyên hải Nam Trung Bộ|Tây Nguyên "+
			"(1)", "1|A|≥ 81%|≥ 71%"),
			[]string{"1/1 A | region btb+dhntb: ≥ 81 % | region tn: ≥ 71 %"}},
		{"years under regions, three rows of heads", rows("3v TT|3v Nội dung tiêu chí|4>Chỉ tiêu",
			"2>Tây Nguyên|2>Đông Nam Bộ", "2021|2022|2021|2022", "1|A (triệu đồng)|41|44|61|64"),
			[]string{"1/1 A (triệu đồng) | region tn 2021: 41 triệu đồng | region tn 2022: 44 triệu đồng | " +
				"region dnb 2021: 61 triệu đồng | region dnb 2022: 64 triệu đồng"}},
		{"zones by name", rows("2v TT|2v Nội dung tiêu chí|2>Mức đạt", "Xã ĐBKK|Các xã còn lại", "1|A|≥ 71%|≥ 81%"),
			[]string{"1/1 A | zone dac-biet-kho-khan: ≥ 71 % | zone con-lai: ≥ 81 %"}},
		{"zones told in full", rows("TT|Nội dung tiêu chí|Vùng 1 (xã khu vực II, III)|Vùng 2: các xã còn lại",
			"1|A|≥ 71%|≥ 81%"),
			[]string{"1/1 A | zone vung-1: ≥ 71 % | zone vung-2: ≥ 81 %"}},
		{"groups taken together", rows("TT|Nội dung tiêu chí|Nhóm 1|Xã nhóm 2 và nhóm 3", "1|A|≥ 81%|≥ 71%"),
			[]string{"1/1 A | group nhom-1: ≥ 81 % | group nhom-2+nhom-3: ≥ 71 %"}},
		{"beside what the centre asks",
			rows("TT|Nội dung tiêu chí|Quy định của Trung ương|Mức đạt của tỉnh|Sở phụ trách",
				"1|A|≥ 71%|≥ 81%|Sở Y tế"),
			[]string{"1/1 A | all: ≥ 81 %"}},
		{"the unit in the heading of a column", rows("TT|Nội dung tiêu chí|Đơn vị tính|Mức đạt", "1|A|%|≥ 81",
			"2|B|m2/người|≥ 4"),
			[]string{"1/1 A | all: ≥ 81 %", "2/2 B | all: ≥ 4 m2/người"}},
		{"columns numbered", rows("TT|Nội dung tiêu chí|Mức đạt", "(1)|(2)|(3)", "1|A|Đạt"),
			[]string{"1/1 A | all: đạt"}},
		{"the head again", rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt", "TT|Nội dung tiêu chí|Mức đạt",
			"2|B|Đạt"), []string{"1/1 A | all: đạt", "2/2 B | all: đạt"}},
		{"another head below", rows("TT|Nội dung tiêu chí|Nhóm 1|Nhóm 2", "1|A|≥ 81%|≥ 71%",
			"TT|Nội dung tiêu chí|Nhóm 2|Nhóm 1", "2|B|≥ 61%|≥ 51%"),
			[]string{"1/1 A | group nhom-1: ≥ 81 % | group nhom-2: ≥ 71 %",
				"2/2 B | group nhom-2: ≥ 61 % | group nhom-1: ≥ 51 %"}},
		{"rows counted through", rows("TT|Tiêu chí|Nội dung tiêu chí|Mức đạt", "1|2v Quy hoạch|A|Đạt", "2|B|Đạt",
			"3|Giao thông|C|Đạt"),
			[]string{"/1 A | all: đạt ??", "/2 B | all: đạt ??", "/3 C | all: đạt ??"}},
		{"rows counted below a criterion of the whole width", rows("TT|Nội dung tiêu chí|Mức đạt",
			"3>Tiêu chí 2: Giao thông", "1|A|Đạt", "2|B|Đạt"),
			[]string{"2/1 A | all: đạt ??", "2/2 B | all: đạt ??"}},
		{"heads that are not merged", rows("TT|Tiêu chí|Nội dung tiêu chí|Phân theo nhóm xã||",
			"|||Nhóm 1|Nhóm 2|Nhóm 3", "1|Quy hoạch|1.1 A|Đạt|Đạt|-"),
			[]string{"1/1.1 A | group nhom-1: đạt | group nhom-2: đạt | group nhom-3: không có mức"}},
		{"cut in two", rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt") + rows("2|B|Đạt", "3|C|≥ 81%"),
			[]string{"1/1 A | all: đạt", "2/2 B | all: đạt", "3/3 C | all: ≥ 81 %"}},
		{"a table a group, without heads", rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt") + "<p>II. MÔI TRƯỜNG" +
			rows("2|B|Đạt"),
			[]string{"1/1 A | all: đạt", "II. MÔI TRƯỜNG: 2/2 B | all: đạt"}},
		{"years as rows", rows("TT|Tiêu chí|Nội dung tiêu chí|Mức đạt", "10|Thu nhập|Thu nhập (triệu đồng/người)|",
			"||Năm 2021|≥ 41", "||Năm 2022|≥ 44"),
			[]string{"10/10 Thu nhập (triệu đồng/người) năm 2021 | all: ≥ 41 triệu đồng/người/năm",
				"10/10 Thu nhập (triệu đồng/người) năm 2022 | all: ≥ 44 triệu đồng/người/năm"}},
		{"years in the cells of their rows", rows("TT|Nội dung tiêu chí|Mức đạt", "2v 10|2v Thu nhập|Năm 2021 ≥ 41",
			"Năm 2022 ≥ 44"),
			[]string{"10/10 Thu nhập năm 2021 | all: ≥ 41", "10/10 Thu nhập năm 2022 | all: ≥ 44"}},
		{"parts of an indicator", rows("TT|Nội dung tiêu chí|Mức đạt", "1.1|Đường:|", "a|Trục xã|≥ 81%",
			"b|Trục thôn|≥ 71%"),
			[]string{"1/1.1 Đường: a Trục xã | all: ≥ 81 %", "1/1.1 Đường: b Trục thôn | all: ≥ 71 %"}},
		{"parts in a column of their own", rows("TT|Tiêu chí|2>Nội dung tiêu chí|Mức đạt",
			"2v 1|2v Giao thông|2v 1.1. Đường:|Trục xã|≥ 81%", "Trục thôn|≥ 71%"),
			[]string{"1/1.1 Đường: Trục xã | all: ≥ 81 %", "1/1.1 Đường: Trục thôn | all: ≥ 71 %"}},
		{"groups in a column", rows("Nhóm tiêu chí|TT|Tiêu chí|Nội dung|Mức đạt",
			"2v Hạ tầng|1|Giao thông|1.1 A|Đạt", "2|Điện|2.1 B|Đạt"),
			[]string{"Hạ tầng: 1/1.1 A | all: đạt", "Hạ tầng: 2/2.1 B | all: đạt"}},
		{"nested in a page", "<table><tr><td>" + rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt") + "</table>",
			[]string{"1/1 A | all: đạt"}},
		{"a row that is short", rows("TT|Nội dung tiêu chí|Nhóm 1|Nhóm 2", "1|A|≥ 81%"),
			[]string{"1/1 A | group nhom-1: ≥ 81 % ? | group nhom-2: CẦN ĐỌC LẠI: dòng này thiếu ô ở cột này: " +
				"các cột có thể bị lệch ?"}},
		{"a row that is long", rows("TT|Nội dung tiêu chí|Nhóm 1|Nhóm 2", "1|A|B|≥ 81%|≥ 71%"),
			[]string{"1/1 A | group nhom-1: CẦN ĐỌC LẠI: không rõ ô này yêu cầu gì ? | group nhom-2: ≥ 81 % ? ??"}},
		{"a heading that says nothing", rows("2v TT|2v Nội dung tiêu chí|2>Mức đạt", "Loại A|Loại B",
			"1|A|≥ 71%|≥ 81%"),
			[]string{"1/1 A | unclear: ≥ 71 % ? | unclear: ≥ 81 % ?"}},
		{"two columns for the same", rows("TT|Nội dung tiêu chí|Nhóm 1|Xã nhóm 1", "1|A|≥ 71%|≥ 81%"),
			[]string{"1/1 A | group nhom-1: ≥ 71 % ? | group nhom-1: ≥ 81 % ?"}},
		{"an indicator without a threshold", rows("TT|Tiêu chí|Nội dung tiêu chí|Mức đạt", "1|Giao thông|1.1 A|",
			"||1.2 B|Đạt"),
			[]string{"1/1.1 A | all: không có mức ??", "1/1.2 B | all: đạt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is no table of criteria.
func TestOtherTables(t *testing.T) {
	for _, c := range []struct{ name, content string }{
		{"receipt", rows("Nơi nhận: - Như Điều 3|CHỦ TỊCH")},
		{"who does what", rows("TT|Nhiệm vụ|Cơ quan chủ trì|Thời gian", "1|Hướng dẫn tiêu chí|Sở Y tế|Năm 2026")},
		{"names", rows("TT|Họ và tên|Chức vụ", "1|Nguyễn Văn Giả|Chủ tịch")},
		{"nothing", rows("|", "|")},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := page(t, c.content)
			if len(d.Annexes) != 0 || len(d.Doubts) == 0 {
				t.Errorf("read %q, doubts %v", short(d), d.Doubts)
			}
		})
	}
}

// Which annex is of which level, and that two for one level are refused.
func TestAnnexOfALevel(t *testing.T) {
	one := rows("TT|Nội dung tiêu chí|Mức đạt", "1|A|Đạt")
	next := rows("TT|Nội dung tiêu chí|Mức đạt", "2|B|Đạt")
	between := "<p>Phân công theo dõi" + rows("TT|Đơn vị|Nhiệm vụ", "1|Sở Xây dựng|Tiêu chí 1")
	for _, c := range []struct{ name, content, level, no, wrong string }{
		{"the only one", one, "ntm", "I", ""},
		{"the second", one + "<p>Phụ lục II<p>Bộ tiêu chí xã nông thôn mới nâng cao" + one, "nang-cao", "II", ""},
		{"hiện đại", one + "<p>Phụ lục số 02<p>Khung tiêu chí xã nông thôn mới hiện đại" + one, "hien-dai", "02", ""},
		{"below the first, in its table", strings.TrimSuffix(one, "</table>") +
			"<tr><td colspan=3>PHỤ LỤC II<tr><td colspan=3>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO" +
			strings.TrimPrefix(one, "<table>"), "nang-cao", "II", ""},
		{"in one annex, by its title", one + "<p>B. BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO" + one, "nang-cao", "I", ""},
		{"of districts", one + "<p>Phụ lục II<p>Bộ tiêu chí huyện nông thôn mới nâng cao" + one, "nang-cao", "",
			"không thấy bảng tiêu chí của mức này"},
		{"goes on under its title", one + between + "<p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (tiếp theo)" + next, "ntm",
			"I", ""},
		{"goes on under its number", one + between + "<p>Phụ lục I (tiếp)" + next, "ntm", "I", ""},
		{"goes on at a page", one + "<p>Phụ lục I (tiếp theo trang 1)" + next, "ntm", "I", ""},
		{"its title again, word for word", one + "<p>PHỤ LỤC I<p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI" + next, "ntm", "",
			"có 2 bảng"},
		{"goes on without a head", one + "<p>Phụ lục I (tiếp theo)" + rows("2|B|Đạt"), "ntm", "I", ""},
		{"a note that speaks of what goes on", one + "<p>Ghi chú: áp dụng cho các năm tiếp theo<p>B. BỘ TIÊU CHÍ XÃ " +
			"NÔNG THÔN MỚI CỦA VÙNG BÃI NGANG" + next, "ntm", "", "có 2 bảng"},
		{"another level goes on", one + "<p>BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO (tiếp theo)" + next, "nang-cao",
			"I", ""},
		{"another annex goes on", one + "<p>Phụ lục II (tiếp theo)<p>Bộ tiêu chí xã nông thôn mới" + next, "ntm", "",
			"có 2 bảng cho cùng một mức (bảng 1 và bảng 2)"},
		{"two", one + "<p>Phụ lục II<p>Bộ tiêu chí xã nông thôn mới (sửa đổi)" + one, "ntm", "",
			"có 2 bảng cho cùng một mức (bảng 1 và bảng 2)"},
		{"none", one, "kieu-mau", "", "đã thấy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := page(t, c.content).Annex(c.level)
			switch {
			case c.wrong != "":
				if err == nil || !strings.Contains(err.Error(), c.wrong) {
					t.Errorf("got %v, want %q", err, c.wrong)
				}
			case err != nil:
				t.Error(err)
			case a.No != c.no:
				t.Errorf("annex %q, want %q", a.No, c.no)
			case strings.HasPrefix(c.name, "goes on") && len(a.Rows) != 2:
				t.Errorf("%d rows, want both tables'", len(a.Rows))
			}
		})
	}
}
