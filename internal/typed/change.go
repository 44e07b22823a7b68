package typed

// froms begin where a figure once stood, and becomes end it: "tăng từ 12,4 triệu đồng năm 2011
// lên 55,6 triệu đồng". A range, "từ 12 đến 55", is no change; nor is one that says no year, which
// may be what is planned.
var (
	froms = phrases(`từ; từ mức; từ chỗ; tăng từ; đã tăng từ; nâng từ; đã nâng từ; giảm từ; đã giảm từ; giảm dần từ;
		tăng dần từ; hạ từ; từ mức bình quân`)
	begins  = phrases(`đầu; vào đầu; vào; ở; của; giữa`) // of the year then
	becomes = phrases(`lên; lên mức; lên đến; lên tới; tăng lên; đã tăng lên; tăng lên mức; tăng lên đến;
		tăng lên tới; nâng lên; nâng lên mức; đã nâng lên; lên đạt; xuống; xuống còn; xuống mức; còn; chỉ còn;
		giảm còn; giảm xuống; giảm xuống còn; đã giảm còn; đã giảm xuống còn; giảm xuống chỉ còn; nay còn;
		nay chỉ còn; đến nay còn; đến nay chỉ còn; hạ xuống; hạ xuống còn; tăng đến; nay đạt; nay là; đến nay đạt;
		đến nay là`)
)

// change passes over where the figure stood before, with its year: what it became is what is
// meant. False, and nothing passed over, of anything else.
func (s *sentence) change() bool {
	start, found := s.at, len(s.found)
	p := s.past(froms, start)
	if p == start || found > 0 && s.found[found-1].kind != ofYear || !s.token(p).isNumber {
		return false
	}
	s.at = p + 1
	s.unit()
	s.pauses()
	s.at = s.past(begins, s.at)
	if s.year() {
		s.pauses()
	}
	s.found = s.found[:found]
	end := s.past(becomes, s.at)
	if end == s.at || !s.isDated(p) {
		s.at = start
		return false
	}
	s.passOver(start, "đó là số trước khi thay đổi")
	s.at = end
	return true
}

// isDated tells whether a year is named from a place on.
func (s *sentence) isDated(p int) bool {
	at, found := s.at, len(s.found)
	defer func() { s.at, s.found = at, s.found[:found] }()
	for s.at = p; s.at < len(s.tokens); s.at++ {
		if s.year() {
			return true
		}
	}
	return false
}
