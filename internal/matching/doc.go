// Package matching says what a line of a decision is about: which indicator of the
// standard, by its number and by its words, and which figure of the dictionary.
//
// Words are compared by the syllables and pairs of syllables that they share, a rare
// one counting for more than one that every line has. What is nearly as near as the
// best is told too: which of them is meant is for a person to say.
package matching
