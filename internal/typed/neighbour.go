package typed

import (
	"fmt"
	"slices"

	"ntm/internal/vi"
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
	_, s.at = take(neighbourWords, s.tokens, s.at)
	if s.at >= len(s.tokens) || !s.tokens[s.at].isNumber {
		s.at = at
		return false
	}
	digits := s.at
	for _, unit := range neighbours {
		s.at = digits + 1
		if _, own := s.unit(); own != "" {
			break
		}
		if _, found := s.unitOf(Meaning{Unit: unit}); unit == s.m.Unit || found == "" {
			continue
		}
		words := vi.NFC(s.text[s.tokens[digits].start:s.tokens[s.at-1].end])
		s.found = append(s.found, item{kind: ofAside,
			said: fmt.Sprintf("không dùng %q: số %s có ô riêng", words, unit)})
		return true
	}
	s.at = at
	return false
}

var neighbourWords = phrasesOf(map[string]string{"": "với; và; /; có; gồm; toàn xã có; toàn xã; xã có; cả xã có; " +
	"trong đó có"})

// comparison passes over what stands before the figure and only compares it: "tăng 5,2 triệu
// đồng so với năm 2022, đạt 62,3 triệu đồng", "bằng 102,5 % kế hoạch, đạt 62,1 triệu đồng". A
// lead must follow, or it is the only number that there is.
func (s *sentence) comparison() bool {
	start := s.at
	_, p := take(changes, s.tokens, start)
	if p == start {
		_, p = take(leads, s.tokens, start)
		if p+1 >= len(s.tokens) || !s.tokens[p].isNumber || s.tokens[p+1].key != percent {
			return false
		}
		if _, plan := take(asides, s.tokens, p+2); plan == p+2 {
			return false
		}
	}
	for ; p < len(s.tokens); p++ {
		if !s.tokens[p].isOne(",;") {
			continue
		}
		_, lead := take(becomes, s.tokens, p+1)
		if lead == p+1 {
			lead = s.leads(p + 1)
		}
		bare := lead < len(s.tokens) && lead > p+1
		if bare || p+1 == len(s.tokens) {
			break
		}
	}
	if p >= len(s.tokens) && len(s.found) == 0 {
		return false
	}
	words := vi.NFC(s.text[s.tokens[start].start:s.tokens[p-1].end])
	s.at = p
	s.found = append(s.found, item{kind: ofAside, said: fmt.Sprintf("không dùng %q: đó là mức so sánh", words)})
	return true
}

// changes begin what only compares.
var changes = phrasesOf(map[string]string{"": "tăng; giảm; tăng thêm; giảm được; đã tăng; đã giảm; giảm bình quân; " +
	"tăng bình quân"})
