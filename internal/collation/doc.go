// Package collation holds decisions against the law, threshold by threshold (đối chiếu).
//
// A law is cut into slots: what one standard asks in one province, as small as an
// official confirms it at once. Collate lays beside each slot what the decisions that
// an office has say of it, in their own words, and how that stands to what the program
// has: the same, another, not there, or for a person to read again, with the reason.
// What no slot is for becomes a line, an indicator that the program does not have yet.
//
// Nothing is confirmed here and nothing is guessed: package lawbook shows the slots and
// lines to an official, and reads back what he or she confirmed.
package collation
