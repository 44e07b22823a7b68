// Package merger is where a commune put together from others begins: the level
// it starts at and the figures it starts with.
//
// The level follows from the titles of its parts by the guidance of
// 267/BNN-VPĐP. A title that is not known, or a part of which the guidance does
// not speak, leaves it undetermined. Of the figures only what adds up is taken
// over: counts, and rates as their two counts, where every part gives them for
// the same year and went wholly into the new commune. Everything else stays
// open with the reason, for nobody has measured it yet.
package merger
