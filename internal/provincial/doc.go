// Package provincial is the report of a province's coordination office, or of the
// whole country: how far the communes have come in a year, what holds them back,
// what it cost, and how that compares with the year before.
//
// It counts briefs of assessments (assess.Brief) and titles; it judges nothing.
// Unknown is a count of its own everywhere: a criterion of which too little is known
// is neither met nor failed, and a commune that has not reported is in no count but
// that of the communes of the list.
//
// Two years are compared over the same communes only, and over those that both judge by one
// set of criteria. A commune merged on 1/7/2025
// bears the code of one of its parts, often the name too, and is none of them.
package provincial
