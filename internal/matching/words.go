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

// features are what a text is compared by: its syllables and their pairs, sorted, each once.
func features(text string) []string {
	words := syllables(text)
	out := make([]string, 0, 2*len(words))
	for i, s := range words {
		out = append(out, s)
		if i > 0 {
			out = append(out, words[i-1]+" "+s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Index finds, among texts, those nearest to another.
type Index struct {
	having  map[string][]int   // the texts that have a feature
	squared map[string]float64 // its weight, by how few of the texts have it
	own     []float64          // the sum of a text's
	rarest  float64
}

// NewIndex is the index of texts, which are known by their places in the list.
func NewIndex(texts []string) *Index {
	rarest := math.Log(float64(len(texts)) + 1)
	x := &Index{having: map[string][]int{}, squared: map[string]float64{}, own: make([]float64, len(texts)),
		rarest: rarest * rarest}
	all := make([][]string, len(texts))
	for i, text := range texts {
		all[i] = features(text)
		for _, f := range all[i] {
			x.having[f] = append(x.having[f], i)
		}
	}
	for f, in := range x.having {
		w := math.Log((float64(len(texts)) + 1) / (float64(len(in)) + 0.5))
		x.squared[f] = w * w
	}
	for i, of := range all {
		for _, f := range of {
			x.own[i] += x.squared[f]
		}
	}
	return x
}

// Near is a text of an index and how near it is: 1 for the same words, 0 for none.
type Near struct {
	At    int
	Score float64
}

// Nearest lists the texts nearest to a text, the nearest first, at most so many.
func (x *Index) Nearest(text string, most int) []Near { return nearest(x.scores(text), most) }

func nearest(scores []float64, most int) []Near {
	var out []Near
	for i, score := range scores {
		if score > 0 {
			out = append(out, Near{i, score})
		}
	}
	slices.SortStableFunc(out, func(a, b Near) int { return cmp.Compare(b.Score, a.Score) })
	return out[:min(most, len(out))]
}

// Score is how near a text of the index is to another text.
func (x *Index) Score(text string, at int) float64 { return x.scores(text)[at] }

// scores is how near each text of the index is to a text: the cosine of their features,
// each by its weight. Its sums are taken in the order of the features: floating-point
// addition would tell equal runs apart.
func (x *Index) scores(text string) []float64 {
	out, asked := make([]float64, len(x.own)), 0.0
	for _, f := range features(text) {
		w, known := x.squared[f]
		if !known {
			w = x.rarest
		}
		asked += w
		for _, i := range x.having[f] {
			out[i] += w
		}
	}
	for i, own := range x.own {
		if out[i] > 0 {
			out[i] /= math.Sqrt(asked * own)
		}
	}
	return out
}
