package matching

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// spelled are words that are written in several ways, folded.
var spelled = strings.NewReplacer(
	"ti le", "ty le", "uy ban nhan dan", "ubnd", "bao hiem y te", "bhyt", "bao hiem xa hoi", "bhxh",
	"hop tac xa", "htx", "to hop tac", "tht", "hang nam", "hangnam", "an toan thuc pham", "attp",
	"phan tram", " ", "nong thon moi", "ntm", "xa hoi chu nghia", "xhcn", "thon, ban, ap", "thon",
	"thon, ban", "thon", "thon (ban, ap)", "thon", "ban quan ly", "bql",
)

var notLetters = pattern.New(`[^a-z0-9]+`)

// syllables are those of a text, folded.
func syllables(text string) []string {
	return strings.Fields(notLetters.ReplaceAllString(spelled.Replace(vi.Fold(text)), " "))
}

// features are what a text is compared by: its syllables and their pairs.
func features(text string) map[string]bool {
	out := map[string]bool{}
	before := ""
	for _, s := range syllables(text) {
		out[s] = true
		if before != "" {
			out[before+" "+s] = true
		}
		before = s
	}
	return out
}

// Index finds, among texts, those nearest to another.
type Index struct {
	texts  []map[string]bool
	weight map[string]float64 // by how few of the texts have it
	rarest float64
}

// NewIndex is the index of texts, which are known by their places in the list.
func NewIndex(texts []string) *Index {
	x := &Index{weight: map[string]float64{}, rarest: math.Log(float64(len(texts)) + 1)}
	count := map[string]int{}
	for _, text := range texts {
		all := features(text)
		x.texts = append(x.texts, all)
		for f := range all {
			count[f]++
		}
	}
	for f, n := range count {
		x.weight[f] = math.Log((float64(len(texts)) + 1) / (float64(n) + 0.5))
	}
	return x
}

// Near is a text of an index and how near it is: 1 for the same words, 0 for none.
type Near struct {
	At    int
	Score float64
}

// Nearest lists the texts nearest to a text, the nearest first, at most so many.
func (x *Index) Nearest(text string, most int) []Near {
	all := features(text)
	var out []Near
	for i := range x.texts {
		if score := x.between(all, x.texts[i]); score > 0 {
			out = append(out, Near{i, score})
		}
	}
	slices.SortStableFunc(out, func(a, b Near) int { return cmp.Compare(b.Score, a.Score) })
	return out[:min(most, len(out))]
}

// Score is how near a text of the index is to another text.
func (x *Index) Score(text string, at int) float64 { return x.between(features(text), x.texts[at]) }

// between is the cosine of two sets of features, each by its weight. Its sums are taken
// in a fixed order: floating-point addition would tell equal runs apart.
func (x *Index) between(a, b map[string]bool) float64 {
	shared, ofA, ofB := 0.0, 0.0, 0.0
	for _, f := range sorted(a) {
		w := x.of(f)
		ofA += w
		if b[f] {
			shared += w
		}
	}
	for _, f := range sorted(b) {
		ofB += x.of(f)
	}
	if ofA == 0 || ofB == 0 {
		return 0
	}
	return shared / math.Sqrt(ofA*ofB)
}

func (x *Index) of(feature string) float64 {
	if w, known := x.weight[feature]; known {
		return w * w
	}
	return x.rarest * x.rarest
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for f := range set {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}
