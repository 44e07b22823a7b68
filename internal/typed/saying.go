package typed

import (
	"slices"
	"strings"
	"sync"

	"ntm/internal/vi"
)

// saying is where words end that say what the figure of a rate says, in a report's own order:
// pieces of two words or more out of its name and out of what it counts, what it counts, and
// words that say nothing beside them. Of "Số km đường thôn được cứng hóa" these are "đã cứng
// hóa", "đường thôn đạt chuẩn", and never "chưa cứng hóa": what is in none of them leaves the
// cell unread. Words that say no more than a figure which this one is a part of, as "lao động
// qua đào tạo" does of those with certificates, are that one's.
func (s *sentence) saying(p int) int {
	if s.m.Unit != percent || s.m.Name == "" || s.m.Formula != "" {
		return p
	}
	own, wider := wordsOf(s.m.Name, s.m.Numerator, s.m.Denominator, s.m.Also), wordsOf(s.m.Wider)
	end, isOwn, isWider := p, false, false
	for at := p; at < len(s.tokens); {
		next := s.piece(at, own)
		other := max(s.past(fillers, at), s.past(shareNouns, at))
		switch {
		case next > other:
			are := s.piece(at, wider) == next
			isWider, isOwn = isWider || are, isOwn || !are
		case other > at:
			next = other
		case at > p && s.tokens[at].isJoint() && s.piece(at+1, own) > at+1:
			at++
			continue
		default:
			at = len(s.tokens)
			continue
		}
		at, end = next, next
	}
	if isWider && !isOwn {
		return p
	}
	return end
}

// piece is where the longest piece of two words or more ends that stands at p.
func (s *sentence) piece(p int, texts [][]string) int {
	longest := p
	for _, words := range texts {
		for from := range words {
			if p >= len(s.tokens) || words[from] != s.tokens[p].key {
				continue
			}
			end, n := p, 0
			for at := p; at < len(s.tokens) && from+n < len(words); at++ {
				key := s.tokens[at].key
				if key == words[from+n] {
					n, end = n+1, at+1
				} else if key != "," && key != "-" && key != "duoc" {
					break
				}
			}
			if n > 1 {
				longest = max(longest, end)
			}
		}
	}
	return longest
}

// wordsOf are the words of texts, of which semicolons part one from the next.
func wordsOf(texts ...string) [][]string {
	key := strings.Join(texts, ";")
	if found, ok := ownWords.Load(key); ok {
		return found.([][]string)
	}
	var out [][]string
	for text := range strings.SplitSeq(key, ";") {
		if keys, _ := namedBy(vi.NFC(text)); len(keys) > 0 {
			out = append(out, slices.DeleteFunc(keys, func(word string) bool { return word == "(" || word == ")" }))
		}
	}
	ownWords.Store(key, out)
	return out
}

var ownWords sync.Map

// fillers say nothing beside the words of a figure.
var fillers = phrases(`được; đã; đã được; các; số; tổng số; có; có đủ; đạt; đạt chuẩn; đạt tiêu chuẩn; đạt yêu cầu;
	đạt danh hiệu; đạt tiêu chí; đạt chuẩn theo quy định; danh hiệu; theo quy định; theo quy chuẩn; theo tiêu chuẩn;
	theo quy định của bộ xây dựng; của bộ xây dựng; của bộ y tế; đều; đều được; trên địa bàn; trên địa bàn xã;
	toàn xã; của xã; trong xã; tham gia; thực hiện; hằng năm; hàng năm; dùng; sử dụng; lượng; khối lượng; trong năm;
	nông thôn; đang; hiện; hiện có; được hỏi; được lấy ý kiến; trả lời`)
