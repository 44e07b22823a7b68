package collation

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

var (
	// betweenPieces stands between several thresholds in one cell: "100% và có ít nhất 01 trường", "≥ 92%; ≥ 64%".
	betweenPieces = pattern.New(`\s*(?:\n|;|,\s| và )\s*(?:và )?`)
	// dashed is a dash before a part among an indicator's words, and the letter that it begins with.
	dashed = pattern.New(`(?:^|\s)[-–+•]\s*\p{Lu}`)
	// stepSaid is the step of a standard that a threshold speaks of.
	stepSaid = pattern.New(`(?i)(?:mức độ|cấp độ)\s+\d`)
	// schoolsOf are schools of a standard, in short.
	schoolsOf = pattern.New(`(?i)\btrường (mức độ \d)`)
	// pieceLead is what may stand before one of several thresholds.
	pieceLead = pattern.New(`(?i)^(?:[-–+•]\s*|\(?[a-hđ]\)\s*)?(?:đạt (?:tỷ lệ )?)?`)
)

// inParts is a cell in the parts of its own that it has, where it was not read as one threshold and that is all there
// is to doubt about it; else as it is.
func inParts(one item) []item {
	if one.reading.Kind == threshold.Unread && len(one.doubts) <= len(one.own) && one.row.Part == "" &&
		!slices.ContainsFunc(one.cell.Doubts, func(d decision.Doubt) bool { return d.What != one.reading.Why }) &&
		len(one.own) <= len(one.cell.Doubts) {
		for _, apart := range []func(item) []item{lettered, inPieces} {
			if parts := apart(one); parts != nil {
				return parts
			}
		}
	}
	return []item{one}
}

// inPieces parts a cell that was not read as one threshold because it holds several, each of another thing or in a line
// of its own; nil where one of them was not read. Which part of the requirement each is of, its words say, those of the
// indicator by dashes, or its unit.
func inPieces(one item) []item {
	for i, l := range byLetters(one.cell.Words) {
		if l.letter != string(rune('a'+i)) {
			return nil // counted up in another order, or with one left out
		}
	}
	var out []item
	for _, text := range betweenPieces.Split(strings.Trim(one.cell.Words, " \n.;"), -1) {
		piece := one
		text = schoolsOf.ReplaceAllString(pieceLead.ReplaceAllString(text, ""), "trường đạt $1")
		piece.reading = threshold.Read(text)
		if r := &piece.reading; r.Kind != threshold.Value || len(r.Parts) > 0 || r.Remark != "" || r.Mark != "" {
			return nil
		}
		piece.reading.Unit = cmp.Or(piece.reading.Unit, one.row.Unit)
		piece.name, piece.doubts, piece.own = strings.TrimSpace(one.row.Name+" "+piece.reading.Of), nil, nil
		out = append(out, piece)
	}
	if len(out) < 2 { //nolint:mnd // it is one threshold
		return nil
	}
	if names := byDashes(one.row.Name); len(names) == len(out) {
		for i := range out {
			out[i].name = names[i]
		}
	}
	return out
}

// byDashes are the parts of an indicator's words by the dashes before them. What stands before the first is one too,
// where it does not end at a colon.
func byDashes(name string) []string {
	name = vi.OneLine(name)
	var out []string
	from := 0
	for _, at := range dashed.FindAllStringIndex(name, -1) {
		out = append(out, strings.TrimSpace(name[from:at[0]]))
		from = at[0]
	}
	if out = append(out, strings.TrimSpace(name[from:])); strings.HasSuffix(out[0], ":") || out[0] == "" {
		out = out[1:]
	}
	for i := range out {
		out[i] = strings.TrimLeft(out[i], "-–+• ")
	}
	return out
}

// byUnit gives each part of a requirement the item in its unit, where no two are in one: false where they are not.
func (r *Collation) byUnit(leaves []*criteria.Ask, items []item) (order []int, ok bool) {
	order = make([]int, len(leaves))
	seen := map[criteria.Unit]bool{}
	for i, leaf := range leaves {
		f := r.law.Lib.Figures[leaf.Figure]
		if f == nil || seen[f.Unit] {
			return nil, false
		}
		seen[f.Unit] = true
		said := vi.Fold(f.Name + " " + f.Numerator)
		if order[i] = slices.IndexFunc(items, func(one item) bool {
			step := vi.Fold(strings.TrimSpace(stepSaid.FindString(one.reading.Of)))
			return one.reading.Kind == threshold.Value && one.reading.Unit == string(f.Unit) &&
				strings.Contains(said, step)
		}); order[i] < 0 {
			return nil, false
		}
	}
	return order, true
}
