package matching

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// How near a figure must be to the words of an indicator.
const (
	Sure    = 0.80 // to be taken
	Perhaps = 0.42 // to be offered
	apart   = 0.10 // the next one must be so much farther
	offered = 5    // are offered at most
)

// Figures finds the figures of the dictionary.
type Figures struct {
	list   []*criteria.Figure
	names  *Index
	counts *Index
}

// NewFigures are those that an indicator may judge by.
func NewFigures(lib *criteria.Library) *Figures {
	x := &Figures{}
	var names, counts []string
	for _, f := range lib.FigureList {
		if f.LeavesOutOf != "" || f.Told == criteria.TellsScale || f.Told == criteria.TellsPart {
			continue
		}
		x.list = append(x.list, f)
		names = append(names, f.Name)
		counts = append(counts, strings.TrimSpace(f.Numerator+" "+f.Denominator))
	}
	x.names, x.counts = NewIndex(names), NewIndex(counts)
	return x
}

// Candidate is a figure that words may be about.
type Candidate struct {
	*criteria.Figure
	Score float64
}

// Find lists the figures that words may be about, the nearest first, none farther than
// Perhaps. With a unit, only figures of that unit are.
func (x *Figures) Find(words string, unit criteria.Unit) []Candidate {
	var out []Candidate
	counts := x.counts.scores(words)
	for _, n := range x.names.Nearest(words, len(x.list)) {
		f := x.list[n.At]
		score := max(n.Score, 0.9*counts[n.At])
		if unit != "" && f.Unit != unit || score < Perhaps {
			continue
		}
		if unit == "" {
			score *= 0.9 // its unit does not speak for it
		}
		out = append(out, Candidate{f, score})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
	return out[:min(offered, len(out))]
}

// Certain is the first of the candidates, where it is near enough, nearer than the
// next, and speaks of the same things.
func Certain(words string, found []Candidate) (*criteria.Figure, bool) {
	if len(found) == 0 || found[0].Score < Sure || len(found) > 1 && found[1].Score > found[0].Score-apart {
		return nil, false
	}
	return found[0].Figure, sameThings(words, found[0].Name)
}

// telling are words that make two figures of what reads alike.
var telling = []string{"xa", "thon", "ngo", "xom", "noi dong", "lien thon", "chi tiet", "mau giao", "tieu hoc",
	"trung hoc", "mam non", "muc do 1", "muc do 2", "nu", "tre em", "kha", "tot", "tap trung", "ho ngheo", "can ngheo",
	"da chieu", "nuoc thai", "ran", "nhua", "khong", "truc", "bao tri", "chieu sang", "internet", "dien thoai",
	"thong minh", "cho", "nang cao", "kieu mau"}

// sameThings tells whether two texts have the same telling words.
func sameThings(a, b string) bool {
	fold := func(s string) string { return " " + strings.Join(syllables(vi.Fold(s)), " ") + " " }
	a, b = fold(a), fold(b)
	return !slices.ContainsFunc(telling, func(word string) bool {
		return strings.Contains(a, " "+word+" ") != strings.Contains(b, " "+word+" ")
	})
}
