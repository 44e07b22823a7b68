// Package council is the appraisal council's sitting: who sits, which communes it
// votes on, how the votes are counted and what follows by its rules. What may be done
// when, from the opening to the count or the cancellation, is the table acts.
//
// A secret ballot stays secret. A ballot bears a random number so that a foreign, a
// copied or a twice counted one is found; no number is ever tied to a member: the
// numbers are drawn for the whole sitting, sorted, and ballots differ in nothing
// else, so that handing them out in any order leaves no trace. They are counted all
// at once. What is kept is a sum for each commune; reasons are kept sorted, apart
// from the ballots they came from. The caller gives every ballot's file one and the
// same time, keeps only digests of the numbers, and writes one event for the whole
// count. What a member's own Excel writes into a ballot, such as the name of its
// user, is out of reach: it is neither read nor kept, and the clerk is told to seal
// or destroy the files after the count.
//
// Nothing here knows a clock, a file or a store.
package council
