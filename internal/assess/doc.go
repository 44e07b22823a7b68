// Package assess is the engine: a commune's report held against the
// requirements resolved for it, giving the tree of verdicts with their reasons.
//
// It is pure: no clock, no file, no global. Comparisons are of exact decimals,
// a quotient's by cross-multiplication. What is unknown stays unknown on its
// way up: an indicator without a figure or without a threshold leaves its
// criterion, and that its level, undetermined unless something else fails. What
// fails only by thresholds that nobody has checked leaves its level undetermined
// too, though it stays "not met" in the table. How
// well figures are proven is a second axis beside the outcomes, and what does
// not add up is a finding beside them; neither changes an outcome.
package assess
