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
			if s.past(moreThings, s.at) > end && end == s.at+1 {
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
		if bound, end := s.take(boundTails, s.at); end > s.at {
			if !one.binds(Bound(bound)) {
				return false
			}
			s.at = end
			continue
		}
		if !hasUnit {
			return true
		}
		n, part := s.part(s.at)
		switch tail := s.tail(s.at); {
		case part > tail && (one.kind == ofValue || one.kind == ofCount):
			one.part, s.at = n, part
		case tail == s.at:
			return true
		default:
			s.at = tail
		}
	}
	return true
}

// tail is where words end that say of what a number is.
func (s *sentence) tail(p int) int {
	if s.token(p).key == "," && p+1 < len(s.tokens) {
		return p // parts two things
	}
	most := max(s.own(p), s.saying(p), s.past(places, p))
	if tails, has := unitTails[s.m.Unit]; has {
		end := s.past(tails, p)
		for end > p && s.token(end).isJoint() { // "đất ở và đất vườn"
			joint := s.past(tails, end+1)
			if joint == end+1 {
				break
			}
			end = joint
		}
		most = max(most, end)
	}
	whole := s.past(wholes, p)
	if end := s.past(shareNouns, whole); end > whole && s.m.Unit == percent {
		most = max(most, end, s.own(end))
	}
	return most
}
