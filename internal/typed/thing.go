package typed

import (
	"slices"
	"strings"

	"ntm/internal/vi"
)

// A number of what can be counted may stand where a rate is asked, or a number of one thing
// where another is: "95 hộ", "15/15 thôn". What is counted is then said right behind the number,
// and the number is no figure's that is of something else.

// things are what comes one by one or is measured, besides what shares are of.
var things = phrases(strings.Join(append(slices.DeleteFunc(slices.Clone(counted),
	func(unit string) bool { return unit == "năm" }), nouns, moreNouns), ";"))

// moreThings are further words for what is counted, and the units of the administration.
var moreThings = phrases(moreNouns)

const moreNouns = `xã; phường; thị trấn; huyện; tỉnh; tổ dân phố; khu phố; khu dân cư; làng; buôn; bon; khóm;
	sóc; phum; plei; nóc nhà; căn; căn nhà; ngôi nhà; nhà ở; nhân khẩu; công dân; hội viên; thành viên; đảng viên;
	đoàn viên; cán bộ; công chức; giáo viên; cháu; em; đám; ca; trạm; trạm y tế; chợ; cầu; cống; nghĩa trang;
	nhà văn hóa; điểm; điểm trường; lớp; lớp học; phòng; phòng học; đơn vị; chi bộ; đoàn thể; hội; trang trại;
	gia trại; chủ thể; htx; clb; mét; m; m2; m3; km2; kg; tạ; lít; sào; mẫu; tuyến; đoạn; nhóm; tiêu chí; chỉ tiêu;
	nội dung; hạng mục; dự án; cuộc; buổi; lượt; lần; suất; thẻ; bộ; máy; cây; con; loại; đồng; nghìn đồng; triệu;
	triệu đồng; tỷ; tỷ đồng; sao; ngày; tháng; giờ`

// thing is where the words end at a place that say what is counted or measured.
func (s *sentence) thing(p int) int {
	end := s.past(things, p)
	if key := s.token(p).key; end == p && (key == "so" || key == "tong") {
		if end = s.thing(p + 1); end == p+1 {
			return p
		}
	}
	return end
}

// isOther refuses a number that has no unit of the meaning behind it, but what is something else:
// in brackets too, where no further number stands beside it.
func (s *sentence) isOther(m Meaning, p int) bool {
	if s.token(p).isPause() {
		p++
		for at := p; at < len(s.tokens) && !s.tokens[at].isPause(); at++ {
			if s.tokens[at].isNumber {
				return false
			}
		}
	}
	end := s.thing(p)
	if end == p || m.Unit != percent && s.isOf(m, p, end) {
		return false
	}
	if s.m.Unit == percent { // of others [Number] says so
		s.wrong = s.anotherUnit(p, end, m)
	}
	return true
}

// isCountOf refuses a bare number where per cents are asked, which the words before it, from a
// place to another, say to be a count: "số hộ nghèo: 32". A rate says what it is, or has decimals.
func (s *sentence) isCountOf(one *item, from, to int) bool {
	if s.m.Unit != percent || one.kind != ofValue || one.sign {
		return false
	}
	if slices.ContainsFunc(s.tokens[from:to], func(t token) bool { return t.key == "ty" }) {
		return false
	}
	for p := from; p < to; p++ {
		end := s.thing(p)
		if end == p || end > to {
			continue
		}
		_, part := s.part(p)
		isNamed := s.own(p) > end || s.saying(p) > end || part > end
		if s.tokens[p].key != "so" && isNamed && !one.value.IsInteger() {
			return false
		}
		s.wrong = s.anotherUnit(p, end, s.m)
		return true
	}
	return false
}

func (s *sentence) anotherUnit(p, end int, m Meaning) error {
	return refuse(s.text, "đổi sang "+m.Unit+" rồi ghi riêng con số", "ghi theo %q, nhưng ở đây cần số tính bằng %q",
		s.said(p, end), m.Unit)
}

// isOf tells words that begin what the two counts of a rate are said to be of, as "dân số" begins
// "dân số của xã", or what each of them has, which is no unit: "8/8 nhà văn hóa" of villages.
func (s *sentence) isOf(m Meaning, p, end int) bool {
	for p+1 < end && (s.tokens[p].key == "so" || s.tokens[p].key == "tong") {
		p++
	}
	if s.tokens[p].key == "phieu" { // of a poll each is one of whom it asked
		return strings.Contains(vi.Fold(m.Name), "hai long")
	}
	if s.begins(m.Numerator, p, end) || s.begins(m.Denominator, p, end) {
		return true
	}
	isUnit := s.past(shareNouns, p) > p || slices.ContainsFunc(counted, func(u string) bool {
		return s.matched(strings.Fields(vi.Fold(u)), p) == end
	})
	return !isUnit && end-p > 1 && s.piece(p, wordsOf(m.Name, m.Numerator, m.Denominator, s.m.Also)) >= end
}

// begins tells whether words begin what is counted, as it is spelt: "hộ" is no "hồ sơ".
func (s *sentence) begins(counted string, p, end int) bool {
	words := strings.Fields(vi.NFC(counted))
	for len(words) > 0 && (strings.EqualFold(words[0], "số") || strings.EqualFold(words[0], "tổng")) {
		words = words[1:]
	}
	if len(words) < end-p {
		return false
	}
	for i, t := range s.tokens[p:end] {
		if !strings.EqualFold(t.text, words[i]) && !vi.LeavesOut(t.text, words[i]) {
			return false
		}
	}
	return true
}
