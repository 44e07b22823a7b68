package decision

import (
	"strings"

	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// underYear is a row over the whole width that names a year, for which the rows below it are: of the criterion under
// way, or, where the next row begins another, of all of them.
type underYear struct {
	year      int
	criterion string // under which it stands; "" where it is of all of them
	isNew     bool   // no row has followed
}

// entersYear goes on to the rows of a year, where a row over the whole width says nothing else.
func (r *reader) entersYear(text string) bool {
	year, is := threshold.Year(text)
	if !is || !strings.Contains(vi.Fold(text), "nam") {
		return false
	}
	r.flush()
	r.under = underYear{year: year, criterion: r.criterionNo, isNew: true}
	return true
}

// takeYearAbove gives a row the year of the row over the whole width that it stands under.
func (r *reader) takeYearAbove(one *Row, no string) {
	if r.under.year == 0 {
		return
	}
	criterion, _, isDotted := strings.Cut(no, ".")
	if !isDotted {
		criterion = r.criterionNo
	}
	if r.under.isNew && criterion != r.under.criterion {
		r.under.criterion = ""
	}
	r.under.isNew = false
	switch {
	case r.under.criterion != "" && criterion != r.under.criterion:
		r.under = underYear{}
	case one.Year == 0:
		one.Year = r.under.year
	}
}

// leaveHeading takes a criterion's line, which has its number and its name in the columns of an indicator, for what
// it is where an indicator of it follows with words of its own.
func (r *reader) leaveHeading(one *Row, no, part, text string) {
	p := r.pending
	if p == nil || p.No != p.CriterionNo || p.No != r.criterionNo || p.Part != "" ||
		vi.Fold(p.Name) != vi.Fold(p.Criterion) || part != "" || one.Year != 0 || one.whom != "" {
		return
	}
	if no == "" && (text == "" || vi.Fold(text) == vi.Fold(p.Name) || isBullet(part, text) ||
		partName.MatchString(text) || amongLead.MatchString(text)) {
		return
	}
	if no != "" && !strings.HasPrefix(no, p.No+".") {
		return
	}
	r.pending, r.no, r.name, r.indicators = nil, "", "", 0
}
