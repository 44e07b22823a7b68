package typed

import (
	"slices"
	"strings"
)

// unit reads the unit that stands next, "" for none.
func (s *sentence) unit() (scale, string) { return s.unitOf(s.m) }

// mostWords is how many tokens a unit has at most: "triệu đồng / người / năm".
const mostWords = 8

func (s *sentence) unitOf(m Meaning) (scale, string) {
	if m.Unit == "" || s.at >= len(s.tokens) {
		return scale{}, ""
	}
	start := s.tokens[s.at].start
	for end := min(len(s.tokens), s.at+mostWords); end > s.at; end-- {
		if slices.ContainsFunc(s.tokens[s.at:end], func(t token) bool {
			return t.isNumber || t.key == "(" || t.key == ")"
		}) || s.tokens[end-1].isOne(",./") {
			continue
		}
		unit := s.text[start:s.tokens[end-1].end]
		if unitKey(unit) == "" || strings.IndexFunc(unit, isDash) == 0 {
			// a stroke is no unit: "5-", "70-72"
			continue
		}
		if in, ok := m.scaleOf(unit); ok {
			if _, other := take(moreThings, s.tokens, s.at); other > end && end == s.at+1 {
				return scale{}, "" // "nhà văn hóa" is no "nhà"
			}
			s.at = end
			return in, unit
		}
	}
	return scale{}, ""
}

// behind reads what may stand behind a number and its unit. hasUnit tells that there was
// one: bare words behind a bare number could be another unit.
func (s *sentence) behind(one *item, hasUnit bool) bool {
	for s.at < len(s.tokens) {
		bound, end := take(boundTails, s.tokens, s.at)
		if end > s.at {
			if !one.binds(bound) {
				return false
			}
			s.at = end
			continue
		}
		if n, end := s.part(s.at); end > s.tail(s.at) && (one.kind == ofValue || one.kind == ofCount) && hasUnit {
			one.part, s.at = n, end
			continue
		}
		if !hasUnit {
			return true
		}
		if end = s.tail(s.at); end == s.at {
			return true
		}
		s.at = end
	}
	return true
}

// tail is where words end that say of what a number is.
func (s *sentence) tail(p int) int {
	if p < len(s.tokens) && s.tokens[p].key == "," && p+1 < len(s.tokens) {
		return p // parts two things
	}
	most := max(s.own(p), s.saying(p))
	if tails, has := unitTails[s.m.Unit]; has {
		_, end := take(tails, s.tokens, p)
		for joint := end; joint > p && joint < len(s.tokens) && s.tokens[joint].isJoint(); { // "đất ở và đất vườn"
			if _, joint = take(tails, s.tokens, joint+1); joint > end+1 {
				end = joint
			} else {
				break
			}
		}
		most = max(most, end)
	}
	_, end := take(places, s.tokens, p)
	most = max(most, end)
	_, q := take(wholes, s.tokens, p)
	if _, end = take(shareNouns, s.tokens, q); end > q && s.m.Unit == percent {
		most = max(most, end, s.own(end))
	}
	return most
}
