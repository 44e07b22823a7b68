// Package invented makes up a country to measure and try the program on: a
// report for every xã of the list before the reform, its figures about what is
// asked of it there.
//
// Only the communes are real; not one figure is. They are as reports are, not as
// they ought to be: most reach what is asked, some miss it by a little, some are
// missing, a few are ten times too large or do not add up. All of them can
// be read. The same seed gives the same report of a commune, whichever others are
// made.
package invented
