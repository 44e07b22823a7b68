package assess

// Rules numbers the ways in which the engine has come to its verdicts. A dossier
// that went out is held against the rules that it was made by: what it says was
// then so. Everything new is judged by the newest.
type Rules int

// The rules so far.
const (
	// FirstRules failed a commune by thresholds that nobody had checked, judged by
	// figures of any year, and did not tell of a title of an earlier period.
	FirstRules Rules = 1
	// CheckedRules fail nobody by unchecked thresholds (T7).
	CheckedRules Rules = 2
	// RelatedRules hold figures against each other and against the commune's traits, and
	// sums as far as they were printed (R9 to R12).
	RelatedRules Rules = 3

	// ToldRules hold the figures against the size of the commune and against what the report
	// tells besides, make a figure of its parts, and put the findings in order of weight.
	ToldRules Rules = 4

	newest = ToldRules
)
