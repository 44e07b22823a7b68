// Package criteria is the law as data: which figure a commune must reach for
// which indicator, who says so, and how sure that is.
//
// A standard is one published set of criteria (a decision, its level and its
// years); an overlay is what a ministry, a province or an office sets on top of
// it; a procedure holds the conditions of recognition that stand beside the
// criteria; the dictionary names the figures that all of them judge. Package packs
// reads them from YAML.
//
// The law of a standard in a province is laid once, as standings: each is one rule
// with the span of years, days, columns and traits for which it holds, and what it
// overrides there. Resolve picks for one commune and day the standing that holds,
// and each threshold that comes out of it carries its basis.
//
// A threshold that nobody knows is no threshold. It is written `unknown`, or
// `province` where the decision says "UBND cấp tỉnh quy định cụ thể", and
// nothing is ever put in its place: no zero, no national column, no guess.
//
// Values are exact decimals (shopspring/decimal: arbitrary precision, no
// rounding and no error in +, − and ×, text in JSON, and the scale a value was
// written with is kept, so 1.50 stays 1.50).
package criteria
