package collation

import (
	"cmp"

	"ntm/criteria"
	"ntm/internal/matching"
)

// otherTime is said of a row of a time for which a decision sets nothing.
const otherTime = "quyết định này không áp dụng cho thời gian của dòng này"

// span is when a paper may hold.
func (p *Paper) span(l *Law) criteria.Span {
	out := criteria.Span{Years: p.Years, Columns: l.Columns}
	if out.Years == (criteria.Years{}) {
		out.Years = l.Std.Years
	}
	if p.Amends {
		out.From = p.From
	}
	return out
}

// cut divides a slot where a paper that is about its topic begins or ends to hold.
func (r *Collation) cut(s Slot) []Slot {
	spans := []criteria.Span{s.Span}
	for _, a := range r.about[s.Topic.Topic] {
		holds := a.paper.span(r.law)
		var pieces []criteria.Span
		for _, one := range spans {
			pieces = append(pieces, one.Minus(holds)...)
			if common, meets := one.Meet(holds); meets {
				pieces = append(pieces, common)
			}
		}
		spans = pieces
	}
	var out []Slot
	for _, span := range spans {
		if one, ok := r.law.slot(s.Topic, s.Standing, span, s.Path); ok && span.Comes() {
			out = append(out, one)
		}
	}
	return out
}

// speaks tells whether a paper sets anything for the time of a slot: not for what ended
// before it, nor for what an amendment of it has put in its place since; with its amendments
// merged into it, not for what they put an end to.
func (r *Collation) speaks(p *Paper, s *Slot) bool {
	if !p.span(r.law).Covers(s.Span) {
		return false
	}
	if !s.Until.IsZero() && !p.From.IsZero() && s.Until.Before(p.From.Time) {
		return false
	}
	if s.Standing.Doc.Decision.Number != p.Decision.Number || p.From.IsZero() {
		return true
	}
	if p.IsMerged {
		return s.Standing.Until.IsZero()
	}
	return s.Standing.Doc.AmendedBy == "" || s.Standing.From.IsZero() || !s.Standing.From.After(p.From.Time)
}

// reworded is the day from which an indicator has had the words and the figure of a slot, where a paper of before that
// day has the words of before: what it asks is not asked of the new ones. Zero where it is not so.
func reworded(s *Slot, a *about) criteria.Date {
	since, day := s.Standing.From, cmp.Or(a.paper.From, a.paper.Decision.Date)
	if since.IsZero() || day.IsZero() || !day.Before(since.Time) || s.Standing.Rule == nil || a.paper.IsMerged {
		return criteria.Date{}
	}
	name := func(st *criteria.Standing) string { return cmp.Or(st.Rule.Name, s.Topic.Topic.Name) }
	for _, st := range s.Topic.Standings {
		if st.Rule == nil || st.Until.IsZero() || !st.Until.Before(since.Time) ||
			st.Rule.Figure == s.Standing.Rule.Figure || name(st) == name(s.Standing) {
			continue
		}
		words := a.rows[0].Name
		both := matching.NewIndex([]string{name(st), name(s.Standing)})
		if before := both.Score(words, 0); before >= matching.Sure && before > both.Score(words, 1)+nearer {
			return since
		}
	}
	return criteria.Date{}
}

// nearer is how much nearer words must be to one wording than to another.
const nearer = 0.2
