package vi

import (
	"cmp"
	"slices"
)

// Nearest is the choice most like word, for hints of the kind "có phải là …?".
// It compares folded text and allows one slip in three letters; with nothing
// that near it reports false. Of equals the first wins.
func Nearest(word string, choices []string) (string, bool) {
	near := Near(word, choices, 1)
	if len(near) == 0 {
		return "", false
	}
	return near[0], true
}

// Near is the choices like word in the sense of [Nearest], the most alike first
// and no more than most.
func Near(word string, choices []string, most int) []string {
	type slipped struct {
		choice string
		slips  int
	}
	var near []slipped
	typed := []rune(Fold(word))
	for _, choice := range choices {
		other := []rune(Fold(choice))
		limit := slips(typed, other)
		if d := distance(typed, other, limit); d <= limit {
			near = append(near, slipped{choice, d})
		}
	}
	slices.SortStableFunc(near, func(a, b slipped) int { return cmp.Compare(a.slips, b.slips) })
	found := make([]string, 0, most)
	for _, n := range near[:min(most, len(near))] {
		found = append(found, n.choice)
	}
	return found
}

// slips is how many slips two words may be apart and still be taken for one:
// a third of the longer, at least one, and never every letter of the shorter.
func slips(a, b []rune) int {
	return min(max(1, max(len(a), len(b))/3), min(len(a), len(b))-1)
}

// distance counts the slips of a hurried hand between two words: a letter left
// out, put in, mistaken for another, or swapped with its neighbour (optimal
// string alignment). Past limit it may return any larger number.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			mistaken := 1
			if a[i-1] == b[j-1] {
				mistaken = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+mistaken)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
