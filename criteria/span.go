package criteria

import (
	"slices"
	"time"

	"ntm/internal/list"
)

// Span is the communes and times that a requirement holds for: years of
// recognition, days of assessment, columns and traits. No two rules of one
// indicator and one layer may meet in a span.
type Span struct {
	Years         Years
	From, Until   Date // zero: open at that end
	Columns       []Region
	With, Without []Trait
}

// Point is one commune on one day, in a year of recognition.
type Point struct {
	Year   int
	On     Date
	Column Region
	Traits []Trait
}

// Span is where a rule holds in the years: in its own columns, or in all when it
// names none.
func (rule *Rule) Span(years Years, all []Region) Span {
	s := Span{years, rule.From, rule.Until, rule.Columns, rule.With, rule.Without}
	if len(s.Columns) == 0 {
		s.Columns = all
	}
	return s
}

// Comes tells whether the span holds for anyone: a year is assessed on its own days or on those of the next, so that
// a rule that ended in 2024 is none of 2025's.
func (s *Span) Comes() bool {
	ended := !s.Until.IsZero() && s.Until.Before(Day(s.Years.From, 1, 1).Time)
	begins := !s.From.IsZero() && s.From.After(Day(s.Years.To+1, 12, 31).Time)
	return !ended && !begins
}

// inYear is the part of the span that lies in a year and on its days, in some columns;
// false when there is none.
func (s *Span) inYear(year int, columns []Region) (Span, bool) {
	return s.Meet(Span{Years: Years{year, year}, From: Day(year, 1, 1), Until: Day(year, 12, 31), Columns: columns})
}

// Holds tells whether the point lies in the span.
func (s *Span) Holds(p Point) bool {
	return s.Years.Contain(p.Year) && !startsBefore(p.On, s.From) && !endsAfter(p.On, s.Until) &&
		slices.Contains(s.Columns, p.Column) && fit(p.Traits, s.With, s.Without)
}

// fit tells whether all of the traits with are among a commune's, and none of those without.
func fit(traits, with, without []Trait) bool {
	has := func(t Trait) bool { return slices.Contains(traits, t) }
	return !slices.ContainsFunc(with, func(t Trait) bool { return !has(t) }) && !slices.ContainsFunc(without, has)
}

// Corner is a point of the span: on the first day of its years where that lies in
// it, else on the last, else on a day where the span ends.
func (s *Span) Corner() Point {
	p := Point{s.Years.From, Day(s.Years.From, 1, 1), s.Columns[0], s.With}
	for _, day := range []Date{Day(s.Years.To, 12, 31), s.From, s.Until} {
		if !s.Holds(p) && !day.IsZero() {
			p.On = day
		}
	}
	return p
}

// Meet is what two spans share, or false when that is nothing.
func (s Span) Meet(o Span) (Span, bool) {
	out := Span{
		Years: Years{max(s.Years.From, o.Years.From), min(s.Years.To, o.Years.To)}, From: s.From, Until: s.Until,
		With: union(s.With, o.With), Without: union(s.Without, o.Without),
	}
	if startsBefore(out.From, o.From) {
		out.From = o.From
	}
	if endsAfter(out.Until, o.Until) {
		out.Until = o.Until
	}
	for _, c := range s.Columns {
		if slices.Contains(o.Columns, c) {
			out.Columns = append(out.Columns, c)
		}
	}
	empty := out.Years.From > out.Years.To || len(out.Columns) == 0 ||
		!out.From.IsZero() && !out.Until.IsZero() && out.From.After(out.Until.Time) ||
		slices.ContainsFunc(out.With, func(t Trait) bool { return slices.Contains(out.Without, t) })
	return out, !empty
}

// Minus is what is left of a span outside another, as spans that do not meet.
func (s Span) Minus(o Span) []Span {
	common, meets := s.Meet(o)
	if !meets {
		return []Span{s}
	}
	var rest []Span
	// cut puts a slice aside and goes on with the remainder.
	cut := func(change func(slice, remainder *Span)) {
		slice := s
		change(&slice, &s)
		rest = append(rest, slice)
	}
	if s.Years.From < common.Years.From {
		cut(func(slice, left *Span) { slice.Years.To, left.Years.From = common.Years.From-1, common.Years.From })
	}
	if common.Years.To < s.Years.To {
		cut(func(slice, left *Span) { slice.Years.From, left.Years.To = common.Years.To+1, common.Years.To })
	}
	if startsBefore(s.From, common.From) {
		cut(func(slice, left *Span) { slice.Until, left.From = common.From.daysOn(-1), common.From })
	}
	if endsAfter(s.Until, common.Until) {
		cut(func(slice, left *Span) { slice.From, left.Until = common.Until.daysOn(1), common.Until })
	}
	if len(common.Columns) < len(s.Columns) {
		cut(func(slice, left *Span) {
			slice.Columns = slices.DeleteFunc(slices.Clone(s.Columns),
				func(c Region) bool { return slices.Contains(common.Columns, c) })
			left.Columns = common.Columns
		})
	}
	for _, t := range common.With[len(s.With):] {
		cut(func(slice, left *Span) {
			slice.Without, left.With = union(s.Without, []Trait{t}), union(s.With, []Trait{t})
		})
	}
	for _, t := range common.Without[len(s.Without):] {
		cut(func(slice, left *Span) {
			slice.With, left.Without = union(s.With, []Trait{t}), union(s.Without, []Trait{t})
		})
	}
	return rest
}

// Covers tells whether all of o lies in the span.
func (s Span) Covers(o Span) bool {
	_, meets := o.Meet(s)
	return meets && len(o.Minus(s)) == 0
}

// union is a, then what b adds to it.
func union[T comparable](a, b []T) []T {
	return list.Once(slices.Clip(a), b...) // clipped, so that to add to it leaves a as it is
}

// startsBefore tells whether a span that opens on a opens before one that
// opens on b.
func startsBefore(a, b Date) bool { return !b.IsZero() && (a.IsZero() || a.Before(b.Time)) }

// endsAfter tells whether a span that closes on a closes after one that closes
// on b.
func endsAfter(a, b Date) bool { return !b.IsZero() && (a.IsZero() || a.After(b.Time)) }

func (d Date) daysOn(n int) Date { return Date{d.Add(time.Duration(n) * 24 * time.Hour)} }
