package matching

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// How near words must be.
const (
	alike   = 0.45 // to be about the same, where the number says so too
	closer  = 0.12 // than the number's, for the words to speak against it
	certain = 0.60 // to be the same though the number does not say so
)

// Indicators finds the indicators of a law.
type Indicators struct {
	topics   []*criteria.Topic
	criteria []string // the name of each topic's criterion
	index    *Index
	of       []int // the topic of each text of the index: a topic has one for each of its wordings
	isOfOnes bool  // every criterion is its own indicator, as those of xã kiểu mẫu
}

// NewIndicators are those of a law, added ones too.
func NewIndicators(law *criteria.Law) *Indicators {
	x := &Indicators{isOfOnes: true}
	var names []string
	for _, c := range law.Criteria {
		x.isOfOnes = x.isOfOnes && (c.Overlay != nil || len(c.Topics) > 0 && c.Topics[0].Indicator.No == c.No)
		for _, t := range c.Topics {
			x.topics, x.criteria = append(x.topics, t), append(x.criteria, c.Name)
			for _, words := range wordings(t) {
				names, x.of = append(names, c.Name+". "+words), append(x.of, len(x.topics)-1)
			}
		}
	}
	x.index = NewIndex(names)
	return x
}

// wordings are the words that an indicator has or had: those of its pack, and of each time's own.
func wordings(t *criteria.Topic) []string {
	out := []string{t.Name}
	for _, s := range t.Standings {
		for ; s != nil; s = s.Overridden {
			if s.Rule != nil && s.Rule.Name != "" {
				out = append(out, s.Rule.Name)
			}
		}
	}
	return list.Once(out)
}

// scores is how near each topic is to a text, by the wording that is nearest.
func (x *Indicators) scores(text string) []float64 {
	out := make([]float64, len(x.topics))
	for i, score := range x.index.scores(text) {
		out[x.of[i]] = max(out[x.of[i]], score)
	}
	return out
}

// Match is what a line was found to be about.
type Match struct {
	Topic *criteria.Topic // nil for an indicator that the law does not have
	Score float64         // how near the words are
	Doubt string          // why it is not certain; "" where it is
}

// Match finds the indicator of a number and words, both as the decision has them.
func (x *Indicators) Match(no, criterion, name string) Match {
	text := criterion + ". " + name
	byNo := x.numbered(no)
	scores := x.scores(text)
	near := nearest(scores, 1)
	if len(near) == 0 {
		if byNo < 0 {
			return Match{}
		}
		return Match{x.topics[byNo], 0, "nội dung không giống chỉ tiêu " + x.named(byNo)}
	}
	best := near[0]
	if byNo < 0 {
		if best.Score < certain {
			return Match{}
		}
		return Match{x.topics[best.At], best.Score, fmt.Sprintf("quyết định ghi số %s, nội dung giống chỉ tiêu %s",
			cmp.Or(no, "(không có)"), x.named(best.At))}
	}
	score := scores[byNo]
	isOdd := score < alike/2 || score < alike && criterion != "" && !SameCriterion(x.criteria[byNo], criterion)
	isOdd = isOdd && (best.At != byNo || !isAmong(x.topics[byNo].Name, name))
	switch {
	case isOdd && x.isOfOnes && x.topics[byNo].Indicator.No != no && best.Score < certain:
		return Match{} // below a criterion of that number, which has another name and no such indicator
	case best.At != byNo && best.Score >= alike && best.Score > score+closer:
		return Match{x.topics[byNo], score, fmt.Sprintf("số %s là chỉ tiêu %s, nhưng nội dung giống chỉ tiêu %s", no,
			x.named(byNo), x.named(best.At))}
	case isOdd:
		return Match{x.topics[byNo], score, "nội dung khác nhiều với chỉ tiêu " + x.named(byNo)}
	}
	return Match{x.topics[byNo], score, ""}
}

// isAmong tells whether a decision's words are some of an indicator's own, in their order, and enough to name it.
func isAmong(indicator, name string) bool {
	const enough = 4
	words := syllables(name)
	return len(words) >= enough && strings.Contains(" "+strings.Join(syllables(indicator), " ")+" ",
		" "+strings.Join(words, " ")+" ")
}

// SameCriterion tells whether two names are of one criterion.
func SameCriterion(name, other string) bool {
	const near = 0.3
	return NewIndex([]string{name}).Score(other, 0) >= near
}

// numbered finds the indicator of a number; a criterion of one indicator may be named
// by its own.
func (x *Indicators) numbered(no string) int {
	if no == "" {
		return -1
	}
	at := slices.IndexFunc(x.topics, func(t *criteria.Topic) bool { return t.Indicator.No == no })
	if at >= 0 {
		return at
	}
	only := -1
	for i, t := range x.topics {
		before, _, has := strings.Cut(t.Indicator.No, ".")
		if has && before == no || !has && t.Indicator.No+".1" == no {
			if only >= 0 {
				return -1
			}
			only = i
		}
	}
	return only
}

// mostOfName is how much of an indicator's words a doubt repeats.
const mostOfName = 80

func (x *Indicators) named(at int) string {
	t := x.topics[at]
	return fmt.Sprintf("%s (%s)", t.Indicator.No, vi.Short(t.Name, mostOfName))
}
