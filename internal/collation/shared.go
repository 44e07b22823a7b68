package collation

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/matching"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// sharedBy is what one item asks of a part of a requirement of several: what it asks of each, where they are all
// asked the same or the indicator's words count them up; of the only one in its unit; or what the indicator's own
// words ask of the part. Of any other, a person chooses.
func (r *Collation) sharedBy(s *Slot, one *item, leaves []*criteria.Ask, mine int) (*item, string) {
	why := fmt.Sprintf("quyết định ghi một mức, chương trình chia %d phần", len(leaves))
	if one.reading.Kind == threshold.Word && one.reading.Word != "không" {
		if of := r.inName(s, one, leaves, mine); of != nil {
			return of, ""
		}
		return nil, fmt.Sprintf("%s: quyết định chỉ ghi %q, nội dung không ghi mức của phần này; đang có: %s", why,
			one.reading.Words, s.Present())
	}
	unit, ok := matching.UnitOf(one.reading.Unit)
	if one.reading.Kind != threshold.Value || !ok || len(one.reading.Parts) > 0 {
		return nil, why
	}
	of, alike := 0, true
	for _, leaf := range leaves {
		asked := r.law.Lib.Asked(s.Standing.Rule, leaf, s.Years.From, s.Columns[0])
		if asked.Figure == nil {
			return nil, why
		}
		if asked.Figure.Unit == unit {
			of++
		}
		alike = alike && asked.Op == s.Asked.Op && asked.Known == s.Asked.Known && asked.Value.Equal(s.Asked.Value) &&
			(asked.Known || asked.Op == criteria.ProvinceSets) && !isPartOf(asked.Figure, s.Asked.Figure)
	}
	switch {
	case of == len(leaves) && (alike || r.countsUp(one, leaves)), of == 1 && s.Asked.Figure.Unit == unit:
		return one, ""
	case of == 1:
		if inName := r.inName(s, one, leaves, mine); inName != nil {
			return inName, ""
		}
		return nil, "phần này không có mức ở ô, xem ở nội dung chỉ tiêu"
	}
	return nil, why + r.mayBe(s, unit, leaves)
}

// mayBe names the parts that a number in a unit may be of.
func (r *Collation) mayBe(s *Slot, unit criteria.Unit, leaves []*criteria.Ask) string {
	const longest = 70
	out := ""
	for _, leaf := range leaves {
		asked := r.law.Lib.Asked(s.Standing.Rule, leaf, s.Years.From, s.Columns[0])
		if asked.Figure == nil || asked.Figure.Unit != unit || leaf.Case {
			continue
		}
		one := fmt.Sprintf("%s (đang có: %s)", vi.Short(asked.Figure.Name, longest), asked.String())
		if !strings.Contains(out, one) {
			out = vi.Join("; ", out, one)
		}
	}
	if out == "" {
		return ""
	}
	return "; có thể là của: " + out
}

var (
	// explained is what stands in brackets, but for the letter of a list.
	explained = pattern.New(`\([^()]{2,}\)`)
	// betweenParts stands between the things that an indicator's words speak of.
	betweenParts = pattern.New(`(?i)[;,]|\s+và\s+|\(?\b[a-hđ]\)`)
	// listed is a letter before one of them.
	listed = pattern.New(`(?i)(?:^|[\s;:,])\(?[a-hđ]\)\s*`)
	// stepInName is a step that a thing must have reached.
	stepInName = pattern.New(`(?i)(?:mức độ|cấp độ)\s+(\d)(?:\D|$)`)
)

// askedIn are the thresholds among words in a unit.
func askedIn(words string, unit criteria.Unit) []threshold.Reading {
	out := list.Where(threshold.InWords(words), func(r threshold.Reading) bool {
		of, ok := matching.UnitOf(r.Unit)
		return ok && of == unit
	})
	if unit == "mức độ" {
		for _, m := range stepInName.FindAllStringSubmatch(words, -1) {
			out = append(out, threshold.Reading{Kind: threshold.Value, Op: threshold.AtLeast, Unit: "mức độ",
				Number: decimal.RequireFromString(m[1])})
		}
	}
	return out
}

// inName is what the indicator's own words ask of a part: the one threshold in its unit that stands beside the
// words of its figure, and of no other's. nil where they say that of none, or say when or of whom.
func (r *Collation) inName(s *Slot, one *item, leaves []*criteria.Ask, mine int) *item {
	name := vi.OneLine(explained.ReplaceAllString(one.row.Name+" "+one.row.Part, " "))
	f := s.Asked.Figure
	if f == nil || unless.MatchString(vi.Fold(name)) || len(one.doubts) > 0 {
		return nil
	}
	var found []item
	for _, words := range betweenParts.Split(name, -1) {
		words = strings.TrimSpace(words)
		if asked := askedIn(words, f.Unit); len(asked) == 1 {
			of := *one
			of.reading, of.name, of.isOfName = asked[0], words, true
			of.reading.Words = words
			found = append(found, of)
		} else if len(asked) > 1 {
			return nil
		}
	}
	if len(found) == 0 {
		return nil
	}
	alike := list.Where(leaves, func(leaf *criteria.Ask) bool {
		of := r.law.Lib.Figures[leaf.Figure]
		return of != nil && of.Unit == f.Unit
	})
	if len(alike) == len(found) {
		if order, sure := r.assign(alike, found); sure {
			return &found[order[slices.Index(alike, leaves[mine])]]
		}
		return nil
	}
	return r.nearest(leaves[mine], alike, found)
}

// nearest is the item whose words are those of a part, and of no other part as much; nil where they are not.
func (r *Collation) nearest(mine *criteria.Ask, alike []*criteria.Ask, found []item) *item {
	const near = 0.02
	score := r.scoring(found)
	best := 0
	for i := range found {
		if score(mine, i) > score(mine, best) {
			best = i
		}
	}
	least := score(mine, best) - near
	for i := range found {
		if i != best && score(mine, i) > least {
			return nil
		}
	}
	if least <= 0 || slices.ContainsFunc(alike, func(leaf *criteria.Ask) bool {
		return leaf != mine && score(leaf, best) > least
	}) {
		return nil
	}
	return &found[best]
}

// countsUp tells whether the indicator's words count up the parts of a requirement, "(a) …; (b) …", with no number of
// their own: the one behind them is each one's.
func (r *Collation) countsUp(one *item, leaves []*criteria.Ask) bool {
	name := vi.OneLine(explained.ReplaceAllString(one.row.Name, " "))
	parts := list.Map(byLetters(name), func(l byLetter) item { return item{name: l.words} })
	if one.row.Part != "" || len(parts) != len(leaves) || len(threshold.InWords(name)) > 0 ||
		unless.MatchString(vi.Fold(name)) || strings.Contains(vi.Fold(name), "trong do") {
		return false
	}
	for i, a := range leaves {
		for _, b := range leaves[:i] {
			if isPartOf(r.law.Lib.Figures[a.Figure], r.law.Lib.Figures[b.Figure]) {
				return false
			}
		}
	}
	_, sure := r.assign(leaves, parts)
	return sure
}
