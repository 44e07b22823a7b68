package packs

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/list"
)

// rules checks each rule, and that for every column, day and commune one rule
// holds and only one.
func (c *checker) rules(rules []*criteria.Rule, at criteria.Pos, f frame) {
	whole := criteria.Span{Years: f.years, Columns: f.columns}
	var mine, wrong []criteria.Span
	left := []criteria.Span{whole}
	for _, rule := range rules {
		if len(rule.Levels) > 0 && !slices.Contains(rule.Levels, f.level) {
			continue
		}
		c.rule(rule, f, true)
		span, meets := whole.Meet(rule.Span(f.years, f.columns))
		if !meets {
			continue
		}
		for _, other := range mine {
			if twice, meets := other.Meet(span); meets {
				wrong = append(wrong, twice)
			}
		}
		var rest []criteria.Span
		for _, l := range left {
			rest = append(rest, l.Minus(span)...)
		}
		mine, left = append(mine, span), rest
	}
	wrong = append(wrong, left...)
	if len(wrong) == 0 {
		return
	}
	p := wrong[0].Corner()
	held := list.Count(mine, func(s criteria.Span) bool { return s.Holds(p) })
	c.fail(at, "xem lại from, until, columns, with và without",
		"ngày %s, cột %s, mức %s có %d quy định, cần đúng một", p.On, p.Column, f.level, held)
}

// rule checks a rule; that of an overlay may leave its figure to the rule it
// overrides.
func (c *checker) rule(rule *criteria.Rule, f frame, needsFigure bool) {
	if !rule.Given() {
		c.fail(rule.Pos, "ghi status (seen, recalled, doubtful, confirmed, missing) và source", "ngưỡng chưa có căn cứ")
	}
	if rule.Status == criteria.Confirmed && (rule.CheckedBy == "" || rule.CheckedOn.IsZero()) {
		c.fail(rule.Pos, "ghi checked_by và checked_on", "ngưỡng đã xác nhận phải ghi ai xác nhận, ngày nào")
	}
	if rule.Status == criteria.Missing && setsValue(rule) {
		c.fail(rule.Pos, "ghi tình trạng thật của ngưỡng, hoặc ghi unknown",
			"ngưỡng có giá trị mà tình trạng là missing")
	}
	c.columns(rule.Columns, f.columns, rule.Pos)
	c.ask(&rule.Ask, f, needsFigure)
}

// setsValue tells whether the rule gives a threshold that could be judged by.
func setsValue(rule *criteria.Rule) bool {
	table := rule.Table()
	return rule.Declared || table != nil && slices.ContainsFunc(table.Cells,
		func(cell criteria.SeriesCell) bool { return cell.Known })
}

// ask checks that a requirement says one thing, of a figure that exists.
func (c *checker) ask(ask *criteria.Ask, f frame, needsFigure bool) {
	given := []bool{ask.Declared, ask.SetBy != "", ask.NotAsked, ask.Relative != nil,
		len(ask.AllOf) > 0, len(ask.AnyOf) > 0, ask.SomeOf != nil}
	for _, table := range ask.Tables() {
		given = append(given, table != nil)
	}
	if ways := list.Count(given, func(is bool) bool { return is }); ways != 1 {
		c.fail(ask.Pos, "chọn một trong: at_least, at_most, exactly, more_than, less_than, declared, set_by, "+
			"not_asked, relative, all_of, any_of, some_of", "có %d cách xét, cần đúng một", ways)
	}
	if s := ask.SomeOf; s != nil && s.Least > len(s.Of) {
		c.fail(ask.Pos, "", "cần ít nhất %d trong %d phần", s.Least, len(s.Of))
	}
	for _, part := range ask.Parts() {
		c.ask(part, f, true)
	}
	figure := c.lib.Figures[ask.Figure]
	switch {
	case len(ask.Parts()) == 0 && ask.Figure == "" && needsFigure:
		c.fail(ask.Pos, "ghi figure", "chưa nói xét theo số liệu nào")
	case ask.Figure != "" && figure == nil:
		c.fail(ask.Pos, "thêm số liệu này vào danh mục hoặc sửa mã", "không có số liệu %q", ask.Figure)
	case figure != nil && figure.LeavesOutOf != "":
		c.fail(ask.Pos, "xét theo tỷ lệ "+figure.LeavesOutOf,
			"số liệu %s chỉ để trừ khi tính tỷ lệ %s, không xét riêng", figure.ID, figure.LeavesOutOf)
	case figure != nil && ask.Declared != (figure.Unit == criteria.Declared) && ask.SetBy == "" && !ask.NotAsked:
		c.fail(ask.Pos, "", "số liệu %s có đơn vị %q, không hợp với cách xét này", figure.ID, figure.Unit)
	}
	for _, s := range ask.Tables() {
		c.series(s, figure, f)
	}
	if rel := ask.Relative; rel != nil {
		c.target(rel.To, f.years, ask.Pos)
	}
	for _, cell := range ask.Cells {
		c.grounded(cell.Grounds, cell.Pos, "ô này")
		c.columns([]criteria.Region{cell.Column}, f.columns, cell.Pos)
	}
}

func (c *checker) series(s *criteria.Series, figure *criteria.Figure, f frame) {
	if s == nil {
		return
	}
	for _, cell := range s.Cells {
		if v := cell.Value; figure != nil && figure.Unit == criteria.Percent &&
			(v.IsNegative() || v.GreaterThan(hundred)) {
			c.fail(s.Pos, "ngưỡng của một tỷ lệ từ 0 đến 100", "ngưỡng %s nằm ngoài khoảng 0-100 %%", figure.Show(v))
		}
		if cell.Column != "" {
			c.columns([]criteria.Region{cell.Column}, f.columns, cell.Pos)
		}
	}
	if !s.ByYear {
		return
	}
	for year := f.years.From; year <= f.years.To; year++ {
		if !slices.Contains(s.Years(), year) {
			c.fail(s.Pos, "ghi đủ các năm; năm chưa biết ngưỡng ghi unknown", "dãy ngưỡng thiếu năm %d", year)
		}
	}
}
