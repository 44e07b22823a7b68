package lawbook

import (
	"slices"
	"time"

	"ntm/criteria"
)

// box is the communes and times that a requirement holds for: years of
// recognition, days of assessment, columns and traits. Two rules of one
// indicator that an office sets must never meet in a box.
type box struct {
	years         criteria.Years
	from, until   criteria.Date // zero: open at that end
	columns       []criteria.Region
	with, without []criteria.Trait
}

// meet is what two boxes share, or false when that is nothing.
func (b box) meet(o box) (box, bool) {
	out := box{
		years: criteria.Years{From: max(b.years.From, o.years.From), To: min(b.years.To, o.years.To)},
		from:  b.from, until: b.until,
		with: union(b.with, o.with), without: union(b.without, o.without),
	}
	if startsBefore(out.from, o.from) {
		out.from = o.from
	}
	if endsAfter(out.until, o.until) {
		out.until = o.until
	}
	for _, c := range b.columns {
		if slices.Contains(o.columns, c) {
			out.columns = append(out.columns, c)
		}
	}
	empty := out.years.From > out.years.To || len(out.columns) == 0 ||
		!out.from.IsZero() && !out.until.IsZero() && out.from.After(out.until.Time) ||
		slices.ContainsFunc(out.with, func(t criteria.Trait) bool { return slices.Contains(out.without, t) })
	return out, !empty
}

// minus is what is left of a box outside another, as boxes that do not meet.
func (b box) minus(o box) []box {
	common, ok := b.meet(o)
	if !ok {
		return []box{b}
	}
	var rest []box
	// Each cut puts one slice aside and goes on with the remainder.
	cut := func(slice, remainder box) { rest, b = append(rest, slice), remainder }
	if b.years.From < common.years.From {
		slice, remainder := b, b
		slice.years.To, remainder.years.From = common.years.From-1, common.years.From
		cut(slice, remainder)
	}
	if common.years.To < b.years.To {
		slice, remainder := b, b
		slice.years.From, remainder.years.To = common.years.To+1, common.years.To
		cut(slice, remainder)
	}
	if startsBefore(b.from, common.from) {
		slice, remainder := b, b
		slice.until, remainder.from = dayAfter(common.from, -1), common.from
		cut(slice, remainder)
	}
	if endsAfter(b.until, common.until) {
		slice, remainder := b, b
		slice.from, remainder.until = dayAfter(common.until, 1), common.until
		cut(slice, remainder)
	}
	if len(common.columns) < len(b.columns) {
		slice, remainder := b, b
		slice.columns = slices.DeleteFunc(slices.Clone(b.columns), func(c criteria.Region) bool { return slices.Contains(common.columns, c) })
		remainder.columns = common.columns
		cut(slice, remainder)
	}
	for _, t := range common.with[len(b.with):] {
		slice, remainder := b, b
		slice.without, remainder.with = union(b.without, []criteria.Trait{t}), union(b.with, []criteria.Trait{t})
		cut(slice, remainder)
	}
	for _, t := range common.without[len(b.without):] {
		slice, remainder := b, b
		slice.with, remainder.without = union(b.with, []criteria.Trait{t}), union(b.without, []criteria.Trait{t})
		cut(slice, remainder)
	}
	return rest
}

// holds tells whether all of o lies in the box.
func (b box) holds(o box) bool {
	_, ok := o.meet(b)
	return ok && len(o.minus(b)) == 0
}

// union is a, then what b adds to it.
func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// startsBefore tells whether a span that opens on a opens before one that
// opens on b.
func startsBefore(a, b criteria.Date) bool {
	return !b.IsZero() && (a.IsZero() || a.Before(b.Time))
}

// endsAfter tells whether a span that closes on a closes after one that closes
// on b.
func endsAfter(a, b criteria.Date) bool {
	return !b.IsZero() && (a.IsZero() || a.After(b.Time))
}

func dayAfter(d criteria.Date, days int) criteria.Date {
	return criteria.Date{Time: d.Add(time.Duration(days) * 24 * time.Hour)}
}
