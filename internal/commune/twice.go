package commune

import (
	"cmp"
	"fmt"

	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// What is written down twice would be counted twice. A village has one poll. Capital of one
// source and kind, or a debt for one work, may be in several lines, where these say how
// they differ; else it is asked whether they are one.

// twice checks that nothing is counted twice.
func (c *checker) twice() {
	if s := c.report.Satisfaction; s != nil {
		seen := map[string]yamldoc.Pos{}
		for _, v := range s.Villages {
			if before, twice := seen[vi.FoldTone(v.Name)]; twice {
				c.fail(v.Pos, "giữ một dòng, xóa dòng kia", "thôn %q ghi hai lần trong kết quả lấy ý kiến (lần "+
					"trước ở %s)",
					v.Name, before)
				continue
			}
			seen[vi.FoldTone(v.Name)] = v.Pos
		}
	}
	c.capitalTwice()
	c.arrearsTwice()
}

// capitalTwice asks about lines of capital that may be one.
func (c *checker) capitalTwice() {
	for i := range c.report.Capital {
		line := &c.report.Capital[i]
		if !line.counts() || line.Source == Total {
			continue
		}
		for k := range c.report.Capital[:i] {
			before := &c.report.Capital[k]
			if before.counts() && line.mayBe(before) {
				c.fail(line.Pos, "cùng một khoản thì bỏ một dòng; hai khoản khác nhau thì ghi note (nội dung) "+
					"khác nhau ở "+
					"từng dòng", "nguồn %q%s có hai dòng (dòng trước ở %s): là một khoản hay hai khoản?",
					line.Source.Title(), line.Years.words(), before.Pos)
				break
			}
		}
	}
}

// counts tells whether the line adds to what its source gave.
func (c *Capital) counts() bool {
	_, known := c.Worth()
	return known || c.Share != nil
}

// mayBe tells whether two lines may be of the same capital: of one source and kind, in years
// of which some are the same, and with nothing said that tells them apart.
func (c *Capital) mayBe(other *Capital) bool {
	return c.Source == other.Source && cmp.Or(c.Kind, Money) == cmp.Or(other.Kind, Money) &&
		c.Years.meets(other.Years) && vi.Fold(c.Note) == vi.Fold(other.Note)
}

// meets tells whether the spans have a year in common; one that names no years may be of
// any.
func (s Span) meets(other Span) bool {
	if s == (Span{}) || other == (Span{}) {
		return true
	}
	end := func(s Span) int { return cmp.Or(s.To, s.From) }
	return cmp.Or(s.From, s.To) <= end(other) && cmp.Or(other.From, other.To) <= end(s)
}

// words are the years in brackets, "" where none are named.
func (s Span) words() string {
	switch {
	case s == (Span{}):
		return ""
	case s.From == s.To || s.To == 0:
		return fmt.Sprintf(" (năm %d)", s.From)
	}
	return fmt.Sprintf(" (%d-%d)", s.From, s.To)
}

// arrearsTwice asks about debts that may be one.
func (c *checker) arrearsTwice() {
	type debt struct{ work, decision string }
	seen := map[debt]yamldoc.Pos{}
	for _, a := range c.report.Arrears {
		key := debt{vi.FoldTone(a.Work), vi.Fold(a.Decision)}
		if before, twice := seen[key]; twice {
			c.fail(a.Pos, "cùng một công trình thì bỏ một dòng; hai công trình khác nhau thì ghi tên hoặc số "+
				"quyết định khác "+
				"nhau", "công trình còn nợ %q có hai dòng (dòng trước ở %s): là một hay hai công trình?", a.Work,
				before)
			continue
		}
		seen[key] = a.Pos
	}
}
