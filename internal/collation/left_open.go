package collation

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// leftOpen are the columns of a line whose own cell is doubtful beside others that ask for
// a number, or that something is met, without any doubt: what those ask need not wait for them.
// So are those that leave to a ministry what others give a number of, or ask one of several
// things. Where the line as a whole is doubtful there are none.
func leftOpen(shown []asked) []criteria.Region {
	var out []criteria.Region
	var ruled []asked
	numbers, words := false, false
	for _, one := range shown {
		switch {
		case len(one.doubts) > len(one.own), slices.ContainsFunc(one.cell.Doubts,
			func(d decision.Doubt) bool { return d.Beside }):
			return nil
		case one.reading.Kind == threshold.Unread && mayBeElsewhere(one.cell.Words):
			return nil // words of another column, perhaps
		case len(one.own) > 0:
			out = append(out, one.column)
		case one.isNumber():
			numbers = true
		case one.reading.Kind == threshold.Ministry, one.reading.Kind == threshold.OneOf,
			one.reading.Kind == threshold.ByCase:
			ruled = append(ruled, one)
		case one.reading.Kind == threshold.Word, one.reading.Kind == threshold.Grade:
			words = true
		case one.reading.Kind != threshold.Province && one.reading.Kind != threshold.NotApplied &&
			one.reading.Kind != threshold.None:
			return nil
		}
	}
	switch {
	case numbers && words:
		return nil // it is not known which of them the line goes by
	case !numbers && !words && len(ruled) == 0:
		return nil
	case numbers:
		for _, one := range ruled {
			one.own = append(one.own, whyRuled(&one.reading))
			out = append(out, one.column)
		}
	}
	return out
}

// whyRuled is why a column has no number of its own beside those that have.
func whyRuled(r *threshold.Reading) string {
	if r.Kind == threshold.Ministry {
		return ruledBy(r)
	}
	return severalIn(r)
}

// office begins the name of one that is responsible, folded.
var office = pattern.New(`^(?:- )?(?:so|ubnd|uy ban|cong an|ban|phong|van phong|hoi|mat tran|cuc|chi cuc|trung tam|` +
	`dang uy|bo|bch|bao hiem|buu dien|kho bac|doan|lien doan|cac so|tram)\b`)

// mayBeElsewhere tells whether words that were not read may be those of another column, that of
// who is responsible or of the indicators.
func mayBeElsewhere(words string) bool {
	const most = 60 // bytes of what a cell says instead of a threshold
	return !strings.ContainsAny(words, "0123456789") && (len(words) > most || office.MatchString(vi.Fold(words)))
}

// leaveOpen notes why a column has no threshold yet.
func (n *Line) leaveOpen(column criteria.Region, title string, one *item) {
	n.openAt = append(n.openAt, column)
	for _, why := range one.own {
		n.open = append(n.open, title+" để trống, xin ghi: "+why)
	}
}

// markUnits marks what is counted in another unit than all the other columns of a line, two
// at least: they need not wait for it.
func markUnits(shown []asked) {
	numbers := list.Where(shown, func(a asked) bool { return a.reading.Kind == threshold.Value })
	for own, mine := range list.By(numbers, func(a asked) string { return a.reading.Unit }) {
		others := list.Where(numbers, func(a asked) bool { return a.reading.Unit != own })
		if len(mine) > 1 || len(others) < 2 { //nolint:mnd // one is as odd as the other
			continue
		}
		theirs := others[0].reading.Unit
		isTheirs := func(a asked) bool { return a.reading.Unit == theirs }
		if own != "" && theirs != "" && list.Count(others, isTheirs) == len(others) {
			why := fmt.Sprintf("ô này tính bằng %s, các cột khác tính bằng %s", own, theirs)
			mine[0].doubts, mine[0].own = append(mine[0].doubts, why), append(mine[0].own, why)
		}
	}
}
