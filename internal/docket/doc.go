// Package docket is the way of a commune's dossier through the offices: what
// happened to it, and what follows from that.
//
// A dossier is one commune's for one year. It is drafted by the report, submitted
// for a level, sent back with reasons or taken up, gathers the departments'
// opinions criterion by criterion, is ready for the council, put into the batch of
// a sitting, voted on, and recognised or refused. Each of these is an event: it
// says who did what when, is never changed and never taken away. Where a dossier
// stands, which titles a commune holds and how far a council has come is what its
// events add up to (Fold, FoldCouncil), and nothing else.
//
// Which step may follow which is the table steps (steps.go), and for a sitting the
// council's own; a step that may not be taken is a Refusal that says what is missing.
// Who signs an event is who the program was told: this is a record among colleagues,
// not a login.
//
// Events of two offices may meet, in an order nobody saw. Then each is in the
// record once; one that could not follow those before it changes nothing and is
// listed as a Conflict.
//
// A secret ballot leaves no event a vote: a sitting is counted once, and its one
// event holds sums.
package docket
