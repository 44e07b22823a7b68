package matching

import (
	"strings"

	"ntm/criteria"
)

// Among lists the indicators of a criterion, by its number, with how near each is to words. None where the criterion is
// its own only indicator.
func (x *Indicators) Among(criterion, words string) (topics []*criteria.Topic, scores []float64) {
	var all []float64
	for i, t := range x.topics {
		if !strings.HasPrefix(t.Indicator.No, criterion+".") {
			continue
		}
		if all == nil {
			all = x.scores(x.criteria[i] + ". " + words)
		}
		topics, scores = append(topics, t), append(scores, all[i])
	}
	return topics, scores
}

// Alike is how near words must be to be about the same.
const Alike = alike

// IsCertain tells whether words are those of one indicator by themselves, by how near it and the others are.
func IsCertain(scores []float64, at int) bool {
	for i, s := range scores {
		if i != at && s > scores[at]-closer {
			return false
		}
	}
	return scores[at] >= certain
}
