package typed

import "fmt"

// asides begin what stands behind a figure and is another number, by what is told of it: it
// is passed over, and said to be.
var asides = phrasesOf(map[string]string{
	"đó là mức tăng, giảm": `tăng; giảm; vượt; cao hơn; thấp hơn; so với; tăng thêm; bằng; gấp`,
	"đó là chỉ tiêu": `chỉ tiêu; chỉ tiêu giao; chỉ tiêu được giao; chỉ tiêu đề ra; chỉ tiêu nghị quyết; kế hoạch;
		kế hoạch giao; kế hoạch năm; kh; kh giao; mục tiêu; mục tiêu đề ra; nghị quyết; nghị quyết đề ra;
		nghị quyết giao; yêu cầu; tiêu chí yêu cầu; quy định; theo quy định; tiêu chí quy định; tiêu chuẩn; chuẩn;
		mức chuẩn; ngưỡng; phấn đấu; mức phải đạt; mức quy định; chỉ tiêu kế hoạch; đạt kế hoạch; đạt chỉ tiêu;
		hoàn thành kế hoạch; vượt kế hoạch; vượt chỉ tiêu`,
	"đó là số của kỳ trước": `năm trước; năm ngoái; cùng kỳ; cùng kỳ năm trước; kỳ trước; đầu năm; đầu kỳ;
		đầu nhiệm kỳ; đầu giai đoạn; trước đây; trước kia`,
	ofWhole: `trong đó; trong đó có; trong số đó; bao gồm; gồm; gồm có; gồm các; cụ thể; riêng; chia ra`,
})

// ofWhole is told of what a number is made of.
const ofWhole = "đó là một phần của số này"

// worths begin what a quantity is worth, which has a place of its own.
var worths = phrases(`trị giá; có trị giá; ước trị giá; giá trị; quy ra; quy ra tiền; quy đổi; quy đổi ra tiền;
	quy thành tiền; thành tiền; tương đương; tương đương với; tương đương số tiền; trị giá khoảng; trị giá hơn;
	trị giá trên; trị giá gần; trị giá ước`)

// estimates say behind a number that it is one.
var estimates = phrases(`ước; số ước; ước tính; ước thực hiện; ước đạt; tạm tính; số tạm tính; sơ bộ; số sơ bộ;
	số liệu sơ bộ; số liệu ước; số liệu ước tính; số liệu tạm tính; ước cả năm; ước cuối năm; ước hết năm; dự kiến;
	dự ước; khoảng; số ước tính; ước lượng; chưa chính thức; số chưa chính thức; số liệu chưa chính thức;
	chưa công bố; chưa chốt; số chưa chốt`)

// aside passes over what stands behind a number and is not it: ", tăng 5,2 triệu so với năm
// 2022", "(chỉ tiêu giao 95 %)", ", trong đó …", "(trị giá 426 triệu đồng)".
func (s *sentence) aside() bool {
	if len(s.found) == 0 || s.at == 0 {
		return false
	}
	at, parted := s.at, s.tokens[s.at-1].isPause()
	if s.tokens[at].isOne("/-") { // "96,4 %/KH 95 %"
		at, parted = at+1, true
	}
	why, p := s.take(asides, at)
	switch {
	case p > at && (parted && s.past(leads, at) < p || why == ofWhole):
	case parted && !s.m.isMoney() && s.m.Unit != percent && s.past(worths, s.at) > s.at:
		why = "giá trị có ô riêng"
	default:
		return false
	}
	depth := 0
	for s.at = at; s.at < len(s.tokens); s.at++ {
		key := s.tokens[s.at].key
		if key == ")" && depth == 0 || key == ";" && why != ofWhole {
			break
		}
		switch key {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	s.passOver(at, why)
	return true
}

// passOver says of the words from a token on that they are not used, and why.
func (s *sentence) passOver(start int, why string) {
	s.found = append(s.found, item{kind: ofAside, said: fmt.Sprintf("không dùng %q: %s", s.said(start, s.at), why)})
}

// estimate reads behind a number that it is one: "44,1 triệu đồng (ước)".
func (s *sentence) estimate() bool {
	if len(s.found) == 0 || s.at == 0 || !s.tokens[s.at-1].isPause() {
		return false
	}
	p := s.past(estimates, s.at)
	last := &s.found[len(s.found)-1]
	if p == s.at || p < len(s.tokens) && !s.tokens[p].isPause() && s.tokens[p].key != "nam" ||
		last.kind != ofValue && last.kind != ofCounts {
		return false
	}
	last.bound, s.at = About, p
	return true
}
