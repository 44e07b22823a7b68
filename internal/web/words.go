package web

import "ntm/internal/assess"

// verdictWord is a level's verdict in words, and the class of how it looks. Colour never says
// it alone.
func verdictWord(v assess.Verdict, draft bool) (word, class string) {
	word = v.Word()
	if draft {
		word += " (dự thảo)"
	}
	return word, map[assess.Verdict]string{assess.Eligible: "good", assess.NotEligible: "bad"}[v]
}
