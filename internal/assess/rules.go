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
	// CheckedRules fail nobody by unchecked thresholds. They hold figures against each
	// other, against the commune's traits and its size, and sums as far as they were printed;
	// they make a figure of its parts, and put the findings in order of weight. Programs
	// that nobody was given numbered the steps to this.
	CheckedRules Rules = 2
	// SoundRules judge nothing by a figure that by itself cannot be what it says.
	SoundRules Rules = 5
	// HeldRules take a title for no proof of a level that the report's own figures miss, and
	// judge nothing by a debt that the sums done and paid deny.
	HeldRules Rules = 6

	newest = HeldRules
)
