package web

import (
	"slices"

	"ntm/internal/assess"
	"ntm/internal/pattern"
	"ntm/internal/problem"
)

// aFlag is a choice of the command line in brackets, as a refusal names it beside what is missing.
var aFlag = pattern.New(` \(--[a-z-]+\)`)

// told is what an error says to who looks at a page: it names no choices of the command line.
func told(err error) problem.List {
	out := slices.Clone(problem.Of(err))
	for i := range out {
		out[i].Message = aFlag.ReplaceAllString(out[i].Message, "")
	}
	return out
}

// verdictWord is a level's verdict in words, and the class of how it looks. Colour never says
// it alone.
func verdictWord(v assess.Verdict, draft bool) (word, class string) {
	word = v.Word()
	if draft {
		word += " (dự thảo)"
	}
	return word, map[assess.Verdict]string{assess.Eligible: "good", assess.NotEligible: "bad"}[v]
}
