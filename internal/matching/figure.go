package matching

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/pattern"
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
	called map[string][]*criteria.Figure // by what they are called, or the indicator that judges by one alone
	others *Index                        // of the words of those indicators
	ofThem []*criteria.Figure            // the figure of each
}

// NewFigures are those that an indicator may judge by.
func NewFigures(lib *criteria.Library) *Figures {
	x := &Figures{called: map[string][]*criteria.Figure{}}
	var names, counts []string
	for _, f := range lib.FigureList {
		if f.LeavesOutOf != "" || f.Told == criteria.TellsScale || f.Told == criteria.TellsPart {
			continue
		}
		x.list = append(x.list, f)
		names = append(names, f.Name)
		counts = append(counts, strings.TrimSpace(f.Numerator+" "+f.Denominator))
		x.call(f, f.Name)
	}
	for _, std := range lib.Standards {
		for _, c := range std.Criteria {
			for _, one := range c.Indicators {
				x.callByRules(lib, one)
			}
		}
	}
	var others []string
	for _, words := range slices.Sorted(maps.Keys(x.called)) {
		if of := x.called[words]; len(of) == 1 {
			others, x.ofThem = append(others, words), append(x.ofThem, of[0])
		}
	}
	x.names, x.counts, x.others = NewIndex(names), NewIndex(counts), NewIndex(others)
	return x
}

// callByRules notes the figures that an indicator of the packs judges by alone, by each wording it has or had.
func (x *Figures) callByRules(lib *criteria.Library, one *criteria.Indicator) {
	for _, rule := range one.Rules {
		name := cmp.Or(rule.Name, one.Name)
		if f := lib.Figures[rule.Figure]; f != nil && slices.Contains(x.list, f) {
			x.call(f, name)
		}
		for _, part := range rule.Parts() { // words of several are of none of them
			part.EachFigure(func(id string) {
				if f := lib.Figures[id]; f != nil {
					x.call(f, name)
				}
			})
		}
	}
}

// call notes what a figure is called.
func (x *Figures) call(f *criteria.Figure, name string) {
	x.called[calling(name)] = list.Once(x.called[calling(name)], f)
}

// periodIn are the years of a period, which change from one decision to the next.
var periodIn = pattern.New(`(?:\bgiai doan )?\b20\d\d 20\d\d\b`)

// calling are the words by which something is called, without the years of its period.
func calling(name string) string {
	return strings.Join(strings.Fields(periodIn.ReplaceAllString(strings.Join(syllables(name), " "), " ")), " ")
}

// Called is the one figure that is called so, word for word, or that an indicator of the packs with these very words
// judges by alone, where a unit is its own; false where there is none, or are several.
func (x *Figures) Called(words string, unit criteria.Unit) (*criteria.Figure, bool) {
	of := x.called[calling(words)]
	if len(of) != 1 || !Fits(unit, of[0].Unit, words) {
		return nil, false
	}
	return of[0], true
}

// CalledNone is the one figure that is called so and counts what there should be less of: of it "Không" asks for none.
func (x *Figures) CalledNone(words string) (*criteria.Figure, bool) {
	of := x.called[calling(words)]
	if len(of) != 1 || of[0].Unit == criteria.Percent || of[0].Unit == criteria.Declared ||
		of[0].Unit == criteria.Grade || !Fewer(words) {
		return nil, false
	}
	return of[0], true
}

// Fits tells whether what is counted in a unit is in that of a figure: it is the same, or the same without what it is
// counted by, which the words say: "triệu đồng" of "thu nhập bình quân đầu người".
func Fits(unit, figure criteria.Unit, words string) bool {
	if unit == figure {
		return true
	}
	folded := vi.Fold(words)
	return unit != "" && strings.HasPrefix(string(figure), string(unit)+"/người") &&
		(strings.Contains(folded, "dau nguoi") || strings.Contains(folded, "/nguoi"))
}

// Candidate is a figure that words may be about.
type Candidate struct {
	*criteria.Figure
	Score float64
}

// Find lists the figures that words may be about, the nearest first, none farther than
// Perhaps. With a unit, only figures that it fits are, and of those that are called so in other units.
func (x *Figures) Find(words string, unit criteria.Unit) []Candidate {
	var out []Candidate
	counts, names, byIndicator := x.counts.scores(words), x.names.scores(words), x.byIndicator(words)
	for at, f := range x.list {
		score := max(names[at], 0.9*counts[at], byIndicator[f])
		if unit != "" && !Fits(unit, f.Unit, words) && !(score >= Sure && isKin(unit, f.Unit)) || score < Perhaps {
			continue
		}
		if unit == "" {
			score *= 0.9 // its unit does not speak for it
		}
		out = append(out, Candidate{f, score})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.ID, b.ID))
	})
	return out[:min(offered, len(out))]
}

// byIndicator is how near the words of the indicators that judge by one figure alone are: near enough to offer it,
// never to take it.
func (x *Figures) byIndicator(words string) map[*criteria.Figure]float64 {
	const most = Sure - apart
	out := map[*criteria.Figure]float64{}
	for _, near := range x.others.Nearest(words, len(x.ofThem)) {
		if f := x.ofThem[near.At]; near.Score >= alike {
			out[f] = max(out[f], min(near.Score, most))
		}
	}
	return out
}

// isKin tells whether two units are of one thing, one of them by what it is counted: m2 and m2/người.
func isKin(a, b criteria.Unit) bool {
	of := func(u criteria.Unit) string {
		before, _, _ := strings.Cut(string(u), "/")
		return before
	}
	return of(a) == of(b) && a != criteria.Declared && b != criteria.Declared
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
