package lawbook

import (
	"cmp"
	"slices"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/lawbook/binder"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// rewrites finds the requirement that a line is to take the place of, by the key that the machine put into it.
func (r *reader) rewrites(l *addLine) {
	key := l.text(idKey)
	if key == "" {
		return
	}
	of, ok := r.law.Whole(key)
	switch {
	case !ok:
		l.fail(idKey, "đọc lại quyết định bằng ntm criteria read rồi ghi lại dòng này",
			"bộ tiêu chí đã đổi từ khi đọc quyết định: không còn chỉ tiêu mà dòng này viết lại")
	case of.Topic.No != l.no:
		l.fail(idNo, "ghi lại số "+of.Topic.No, "dòng này viết lại chỉ tiêu %s, ô này ghi %s", of.Topic.No,
			l.no)
	default:
		l.of = &of
	}
}

// columns are those that an addition is for: of one that rewrites an indicator, those of its requirement for which
// something is written.
func (a *addition) columns(law *collation.Law) []criteria.Region {
	if a.of == nil {
		return law.Columns
	}
	return list.Where(a.of.Columns, func(c criteria.Region) bool {
		return slices.ContainsFunc(a.lines, func(l *addLine) bool { return l.at(c).asks != blank })
	})
}

// rewritten are the rules that take the place of a known indicator's.
func (a *addition) rewritten() []binder.Rule {
	return list.Map(a.indicator.Rules, func(rule *criteria.Rule) binder.Rule {
		span := a.of.Span
		span.Columns = rule.Columns
		one := &criteria.OverlayRule{Indicator: a.of.Topic.ID, Rule: *rule}
		if was := cmp.Or(a.of.Standing.Rule.Name, a.of.Topic.Name); vi.FoldTone(a.indicator.Name) != vi.FoldTone(was) {
			one.Name = a.indicator.Name
		}
		return binder.Rule{Span: span, Set: one}
	})
}

// rewritesAlready tells whether a pack of the law already asks what a rewritten indicator asks.
func (f *Filled) rewritesAlready(a *addition) bool {
	return !slices.ContainsFunc(a.rewritten(), func(one binder.Rule) bool {
		return !slices.ContainsFunc(f.law.Lib.Overlays, func(o *criteria.Overlay) bool {
			return f.law.Concerns(o) && slices.ContainsFunc(o.Set, func(set *criteria.OverlayRule) bool {
				return set.Indicator == one.Set.Indicator && binder.Text(&set.Ask) == binder.Text(&one.Set.Ask) &&
					set.From == one.From && set.Until == one.Until
			})
		})
	})
}

// isWhole notes a rewritten indicator of which a line is left out, or that a row of the sheet Đối chiếu sets as well.
func (r *reader) isWhole(a *addition, entries []*entered) {
	if a.of == nil {
		return
	}
	if slices.Contains(r.unwritten, a.at.text(idKey)) {
		a.at.fail(idTick, "ghi x ở mọi dòng của chỉ tiêu, hoặc xóa dấu x ở dòng này",
			"chỉ tiêu %s được viết lại bằng nhiều dòng, có dòng chưa ghi x: thiếu dòng ấy là mất một phần của chỉ tiêu",
			a.indicator.No)
	}
	for _, e := range entries {
		if _, meets := e.Meet(a.of.Span); e.Topic == a.of.Topic && meets {
			a.at.fail(idTick, "giữ một: xóa dấu x ở dòng này, hoặc để trống dòng kia",
				"chỉ tiêu %s được viết lại ở đây, lại được ghi ở tờ %s, ô %s", a.indicator.No, checkSheet,
				e.at.cell(idValue))
			return
		}
	}
}
