package threshold_test

import (
	"testing"

	"ntm/internal/threshold"
)

// Words in brackets behind a value that have no number are kept; those that may make the number that of
// something else leave it to a person.
func TestRemarks(t *testing.T) {
	for _, c := range []struct {
		words, name, want string
		isPlain           bool
	}{
		{"100% (nhựa hóa, bê tông hóa)", "", "100 % (nhựa hóa, bê tông hóa)", true},
		{"100% (nhựa hoá hoặc bê tông hoá)", "", "100 % (nhựa hoá hoặc bê tông hoá)", true},
		{"≥ 70 % (cứng hóa)", "", "≥ 70 % (cứng hóa)", true},
		{"≥ 70%\n(không lầy lội vào mùa mưa)", "", "≥ 70 % (không lầy lội vào mùa mưa)", true},
		{"100% (xanh, sạch, đẹp)", "", "100 % (xanh, sạch, đẹp)", true},
		{"80% trở lên (lát gạch, bê tông)", "", "≥ 80 % (lát gạch, bê tông)", true},
		{"≥ 90% (Đạt)", "", "≥ 90 % (Đạt)", true},
		{"≥ 2 mô hình (chăn nuôi)", "Số mô hình chăn nuôi", "≥ 2 mô hình (chăn nuôi)", true},
		{"≥ 2 mô hình (chăn nuôi)", "Số mô hình", "≥ 2 mô hình (chăn nuôi)", false},
		{"Đạt (có quy chế)", "", "đạt (có quy chế)", false},
		{"Đạt (cứng hóa)", "", "đạt (cứng hóa)", true},
	} {
		r := threshold.Read(c.words)
		if r.String() != c.want || r.Words != c.words || r.IsPlainRemark(c.name) != c.isPlain {
			t.Errorf("%q: read as %q, plain %v", c.words, r, r.IsPlainRemark(c.name))
		}
	}
	checkCells(t, []cell{
		{"100% (trừ xã đảo)", ""}, {"≥ 80% (kể cả hộ tạm trú)", ""}, {"≥ 80% (khuyến khích đạt cao hơn)", ""},
		{"≥ 80% (nếu có điều kiện)", ""}, {"≥ 80% (riêng vùng cao)", ""}, {"≥ 80% (UBND tỉnh quy định cụ thể)", ""},
		{"≥ 80% (theo lộ trình)", ""}, {"≥ 80% (hoặc thấp hơn)", ""}, {"≥ 80% (một nửa nhựa hóa)", ""},
		{"≥ 80% (nước từ hệ thống tập trung)", ""}, {"≥ 30% (nữ)", ""}, {"≥ 80% (chưa bắt buộc)", ""},
		{"Không (có hồ sơ)", ""}, {"≥ 80% (hộ)", ""}, {"≥ 80% (dự kiến)", ""}, {"≥ 80% (mức cũ)", ""},
		{"≥ 95% (trong đó cứng hóa)", ""}, {"≥ 80% (cứng hóa) (nhựa hóa)", ""},
	})
}

// The mark of a note is no digit of its number, also where it stands within.
func TestMarksInside(t *testing.T) {
	for _, c := range []struct{ words, want, mark string }{
		{"≥ 80 (1)%", "≥ 80 %", "(1)"}, {"80¹%", "80 %", "¹"}, {"≥ 80²%", "≥ 80 %", "²"}, {"≥ 97,5 (2) % trở lên",
			"≥ 97,5 %", "(2)"}, {"≥ 80%(a)", "≥ 80 %", "(a)"}, {"80%**", "80 %", "**"}, {"Đạt(2)", "đạt", "(2)"},
		{"≥ 4 m²", "≥ 4 m2", ""}, {"≥ 2 (02) mô hình", "≥ 2 mô hình", ""},
	} {
		if r := threshold.Read(c.words); r.String() != c.want || r.Mark != c.mark {
			t.Errorf("%q: %q with the mark %q", c.words, r, r.Mark)
		}
	}
	checkCells(t, []cell{{"≥ 80 (70)%", ""}, {"≥ 80%1", ""}, {"≥ 80 1%", ""}, {"≥ 8 (1)%", ""}, {"≥ 80%(x)", ""},
		{"≥ 80¹ 70%", ""}, {"≥ 801%", ""}})
	for name, want := range map[string][2]string{"Việc A(1)": {"Việc A", "1"}, "Việc A ¹": {"Việc A", "¹"},
		"Việc A*": {"Việc A", "*"}, "Việc A [2]:": {"Việc A", "2"}, "Diện tích m²": {"Diện tích m²", ""},
		"Việc (a)": {"Việc (a)", ""}, "Việc (2021)": {"Việc (2021)", ""}, "(1)": {"(1)", ""}} {
		if rest, mark := threshold.NameMark(name); rest != want[0] || mark != want[1] {
			t.Errorf("%q: %q with the mark %q", name, rest, mark)
		}
	}
}

// "Từ 85%" is the least that is asked where it stands in a column of thresholds, and nowhere else.
func TestFromAlone(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"Từ 85%", "≥ 85 %"}, {"từ 70 %", "≥ 70 %"}, {"Từ\n2 mô hình", "≥ 2 mô hình"},
		{"Từ 85% số hộ", "≥ 85 % (số hộ)"},
		{"Tỷ lệ từ 85%", "≥ 85 %"}, {"Từ 01 thôn (bản)", "≥ 1 thôn"}, {"Từ 95% (trong đó ≥ 55% từ công trình)",
			"≥ 95 %; trong đó ≥ 55 % (từ công trình)"},
		// as anywhere
		{"Từ 85% trở xuống", "≤ 85 %"}, {"≥ 85%", "≥ 85 %"}, {"Đạt", "đạt"},
		// says more, or no threshold
		{"từ 80% đến 90%", ""}, {"từ 80-90%", ""}, {"Từ 80", ""}, {"Từ 2021", ""}, {"Từ năm 2025", ""},
		{"Từ 85% tùy vùng",
			""}, {"từ 80% 90%", ""}, {"từ khá", ""},
	} {
		r := threshold.InColumn(c.words)
		switch {
		case r.Words != c.words:
			t.Errorf("%q: the words became %q", c.words, r.Words)
		case c.want == "" && r.Kind != threshold.Unread, c.want != "" && r.String() != c.want:
			t.Errorf("%q: read as %q, want %q", c.words, r, c.want)
		}
	}
	if r := threshold.Read("Từ 85%"); r.Kind != threshold.Unread {
		t.Errorf("outside of a column: %q", r)
	}
}

// What people live together in has many names, and so have other things.
func TestOtherNamesOfUnits(t *testing.T) {
	checkCells(t, []cell{
		{"≥ 01 thôn (xóm)", "≥ 1 thôn"}, {"≥ 01 thôn (bản, ấp)", "≥ 1 thôn"}, {"≥ 01 thôn/bản", "≥ 1 thôn"},
		{"≥ 02 thôn, bản, buôn", "≥ 2 thôn"}, {"≥ 01 thôn (hoặc khu dân cư)", "≥ 1 thôn"}, {"≥ 01 thôn, tổ dân phố",
			"≥ 1 thôn"}, {"≥ 01 thôn hoặc xóm", "≥ 1 thôn"}, {"≥ 01 thôn (xóm) trở lên", "≥ 1 thôn"},
		{"≥ 01 khu dân cư (thôn, xóm)", "≥ 1 khu dân cư"}, {"01 ấp (khóm) trở lên", "≥ 1 thôn"},
		{"≥ 01 hợp tác xã (HTX)", "≥ 1 hợp tác xã"}, {"≥ 01 HTX (hợp tác xã)", "≥ 1 hợp tác xã"},
		{"≥ 01 thôn (bản, ấp và tương đương)", "≥ 1 thôn"}, {"≥ 01 buôn", "≥ 1 thôn"}, {"≥ 01 khóm", "≥ 1 thôn"},
		{"≥ 02 vườn", "≥ 2 vườn"}, {"≥ 01 vườn mẫu", "≥ 1 vườn"}, {"≥ 01 khu", "≥ 1 khu"}, {"≥ 01 tổ", "≥ 1 tổ"},
		{"≥ 01 tổ dân phố", "≥ 1 tổ dân phố"}, {"≥ 1.200 vườn", "≥ 1.200 vườn"},
		// another thing, or nothing that is known
		{
			"≥ 01 thôn (mô hình)",
			"",
		}, {"≥ 01 thôn (5)", "≥ 1 thôn"}, {"≥ 01 thôn (xóm", ""}, {"≥ 01 HTX (tổ hợp tác)", ""},
		{
			"≥ 01 khu vực",
			"",
		}, {"≥ 01 thôn, 02 bản", ""}, {"≥ 01 thôn/hộ", ""}, {"≥ 1,5 vườn", ""}, {"≥ 01 thôn/02 bản", ""},
	})
}

// What a column does not ask is no threshold of it, in all the words of that.
func TestNotAsked(t *testing.T) {
	for _, words := range []string{"Không bắt buộc", "không yêu cầu", "Không áp dụng", "Không đánh giá",
		"Không bắt buộc thực hiện", "Không xem xét", "Được miễn", "Chưa yêu cầu", "KHÔNG BẮT BUỘC.", "(Không áp dụng)",
		"Không thuộc đối tượng áp dụng", "Không phải đánh giá"} {
		if r := threshold.Read(words); r.Kind != threshold.NotApplied {
			t.Errorf("%q: read as %q", words, r)
		}
	}
	checkCells(t, []cell{{"Không bắt buộc nhưng ≥ 80%", ""}, {"Không bắt buộc đối với xã đảo", ""},
		{"Khuyến khích", ""}, {"Bắt buộc", ""}, {"Không thực hiện", ""}, {"Miễn phí", ""}})
}

// That there be none of what an indicator names is asked in its own words only.
func TestNoneOfWhatIsNamed(t *testing.T) {
	for _, c := range []struct {
		cell, name string
		want       bool
	}{
		{"Không còn nhà tạm.", "Số nhà tạm, nhà dột nát", true}, {"Không còn nhà dột", "Số nhà tạm", false},
		{"Không còn nhà tạm", "Xã không còn nhà tạm", false}, {"Không", "Số nhà tạm", false},
		{"Không còn", "Số nhà tạm", false}, {"Không để xảy ra vụ cháy", "Số vụ cháy", true},
	} {
		if got := threshold.IsNoneOf(c.cell, c.name); got != c.want {
			t.Errorf("%q of %q: %v", c.cell, c.name, got)
		}
	}
}
