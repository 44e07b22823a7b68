package typed

import (
	"slices"
	"strconv"

	"ntm/internal/pattern"

	"github.com/shopspring/decimal"
)

// item reads the next thing that the sentence says, false where nobody knows what it is.
func (s *sentence) item() bool {
	if s.year() || s.aside() || s.estimate() || s.neighbour() || s.comparison() {
		return true
	}
	one, onlyWords, start := item{}, true, s.at
	if s.partCounts(&one) {
		s.found = append(s.found, one)
		return true
	}
	for s.at < len(s.tokens) && !s.tokens[s.at].isNumber {
		tail := s.tail(s.at)
		n, part := s.part(s.at)
		switch {
		case one.bound == "" && one.part == 0 && s.change():
		case s.tokens[s.at].key == ":" && s.at > 0: // "hộ nghèo: 32 hộ"
			s.at++
		case tail > s.leads(s.at) && s.past(boundWords, s.at) < tail && (part < tail || part == s.at):
			s.at = tail // "tổng nguồn lực" is more than "tổng"
		case s.before(&one):
			onlyWords = false
		case part > tail:
			one.part, s.at, onlyWords = n, part, false
		case (one.bound == "" || one.bound == About) && s.year(): // "ước thực hiện năm 2024: 66,2"
			s.pauses()
		case tail > s.at: // "số hộ … đạt 95 %": what is counted comes first
			s.at = tail
		default:
			return false
		}
	}
	if s.at >= len(s.tokens) && onlyWords && len(s.found) > 0 { // "100 % (12,6/12,6 km) được nhựa hóa"
		return true
	}
	end := s.at
	if s.at >= len(s.tokens) || !s.number(&one) || s.isCountOf(&one, start, end) {
		return false
	}
	if n := len(s.found); n > 0 && one.part == 0 { // "41 hộ nghèo (1,92 %)"
		if last := s.found[n-1]; last.part > 0 && last.kind != one.kind && last.kind+one.kind == ofValue+ofCount {
			one.part = last.part
		}
	}
	s.found = append(s.found, one)
	return true
}

// before passes over what stands before a number, and notes how it bounds it; false where nothing does.
func (s *sentence) before(one *item) bool {
	bound, end := s.take(boundWords, s.at)
	if other := s.leads(s.at); other > end || end == s.at {
		end = other
	} else if !one.binds(Bound(bound)) {
		return false
	}
	isAny := end > s.at
	s.at = end
	return isAny
}

// leads is where the words end that may stand before a number.
func (s *sentence) leads(p int) int {
	if s.m.Also != "" && s.m.isMoney() {
		return max(s.past(leads, p), s.past(givers, p))
	}
	return s.past(leads, p)
}

// binds notes a bound of the item, false where it speaks against what is noted.
func (one *item) binds(b Bound) bool {
	if one.bound == "" {
		one.bound = b
		return true
	}
	together, ok := one.bound.both(b)
	one.bound = together
	return ok
}

// year reads a year that a number is of: "(2022)", "năm 2022", "đến 31/12/2022".
func (s *sentence) year() bool {
	p := s.past(ends, s.at)
	if p >= len(s.tokens) || slices.Contains(s.m.units(), "năm") {
		return false
	}
	word := s.tokens[p].key
	if day := lastDay.FindStringSubmatch(word); day != nil && p > s.at {
		word = day[1]
	}
	year, err := strconv.Atoi(word)
	of := p > s.at || p > 0 && (s.tokens[p-1].key == "nam" || // "triệu đồng/người/năm 2022"
		s.tokens[p-1].key == "(" && s.token(p+1).key == ")")
	if err != nil || len(word) != 4 || year < firstYear || year > lastYear || !of {
		return false
	}
	s.at = p + 1
	ahead := s.token(s.at).key == ":" // "năm 2023: 66,2 triệu đồng"
	s.found = append(s.found, item{kind: ofYear, value: decimal.NewFromInt(int64(year)), ahead: ahead})
	return true
}

// lastDay is the day that a year's figures are of.
var lastDay = pattern.New(`^31[/.]12[/.](\d{4})$`)
