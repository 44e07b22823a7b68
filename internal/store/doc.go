// Package store keeps what the offices know for as long as it matters: every event
// of every dossier, the reports, and the requirements they were judged by.
//
// Events are only added. What they add up to (package docket) is kept beside them,
// written in the same transaction, so that a list is quick; it can be made again
// from the events at any time, and Check does. A report and a resolved standard
// are documents: bytes under their SHA-256, each kept once, so that a dossier of
// ten years ago is made again exactly as it was.
// Beside all that lie the working copies: what is being typed of a commune's year before
// it becomes a version of its report. They go with the whole store, in a backup or onto a
// server, and with no part of it that is handed over.
//
// A store is one SQLite file, or a database on a PostgreSQL server; what the two do
// each in its own way is an engine, all else is SQL that both understand: text,
// integers and bytes; ids, times and decimals are made in Go and kept as text. Every
// table carries the province. Several programs may use a store at once: who adds to
// a subject does so alone, and readers see the picture of one moment. An Append that
// returned is on the disk; one that did not has changed nothing, also where a server
// went away in the middle.
//
// Nothing ties a vote to a member, here or in the order and time of the rows: a
// sitting's votes arrive as one event that holds sums (package docket).
package store
