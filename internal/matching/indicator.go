package matching

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
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
	isOfOnes bool // every criterion is its own indicator, as those of xã kiểu mẫu
}

// NewIndicators are those of a law, added ones too.
func NewIndicators(law *criteria.Law) *Indicators {
	x := &Indicators{isOfOnes: true}
	var names []string
	for _, c := range law.Criteria {
		x.isOfOnes = x.isOfOnes && (c.Overlay != nil || len(c.Topics) > 0 && c.Topics[0].Indicator.No == c.No)
		for _, t := range c.Topics {
			x.topics, x.criteria = append(x.topics, t), append(x.criteria, c.Name)
			names = append(names, c.Name+". "+t.Name)
		}
	}
	x.index = NewIndex(names)
	return x
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
	scores := x.index.scores(text)
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
			orNone(no),
			x.named(best.At))}
	}
	score := scores[byNo]
	isOdd := score < alike/2 || score < alike && criterion != "" && !SameCriterion(x.criteria[byNo], criterion)
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

// SameCriterion tells whether two names are of one criterion.
func SameCriterion(name, other string) bool {
	const near = 0.3
	return NewIndex([]string{name}).Score(other, 0) >= near
}

func orNone(no string) string {
	if no == "" {
		return "(không có)"
	}
	return no
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
