package typed

import (
	"fmt"
	"slices"
)

// neighbours are the units that stand beside one another where a report introduces the
// commune: "11 thôn, 2.745 hộ với 10.214 nhân khẩu". Each has a row of its own.
var neighbours = []string{"hộ", "người", "thôn"}

// neighbour passes over a count of another thing of the commune, where the whole of one is asked.
func (s *sentence) neighbour() bool {
	if !slices.Contains(neighbours, s.m.Unit) {
		return false
	}
	at := s.at
	digits := s.past(neighbourWords, at)
	if !s.token(digits).isNumber {
		return false
	}
	for _, unit := range neighbours {
		s.at = digits + 1
		if _, own := s.unit(); own != "" {
			break
		}
		if _, found := s.unitOf(Meaning{Unit: unit}); unit != s.m.Unit && found != "" {
			s.passOver(digits, fmt.Sprintf("số %s có ô riêng", unit))
			return true
		}
	}
	s.at = at
	return false
}

var neighbourWords = phrases(`với; và; /; có; gồm; toàn xã có; toàn xã; xã có; cả xã có; trong đó có`)

// comparison passes over what stands before the figure and only compares it: "tăng 5,2 triệu
// đồng so với năm 2022, đạt 62,3 triệu đồng", "bằng 102,5 % kế hoạch, đạt 62,1 triệu đồng". A
// lead must follow, or it is the only number that there is.
func (s *sentence) comparison() bool {
	start := s.at
	p := s.past(changes, start)
	if p == start {
		p = s.past(leads, start)
		if !s.token(p).isNumber || s.token(p+1).key != percent || s.past(asides, p+2) == p+2 {
			return false
		}
	}
	for ; p < len(s.tokens); p++ {
		if !s.tokens[p].isOne(",;") {
			continue
		}
		lead := s.past(becomes, p+1)
		if lead == p+1 {
			lead = s.leads(p + 1)
		}
		if lead < len(s.tokens) && lead > p+1 || p+1 == len(s.tokens) {
			break
		}
	}
	if p >= len(s.tokens) && len(s.found) == 0 {
		return false
	}
	s.at = p
	s.passOver(start, "đó là mức so sánh")
	return true
}

// changes begin what only compares.
var changes = phrases(`tăng; giảm; tăng thêm; giảm được; đã tăng; đã giảm; giảm bình quân; tăng bình quân`)
