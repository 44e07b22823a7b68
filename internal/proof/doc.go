// Package proof holds a dossier that came back against the seal it carries. It makes the
// dossier again of its seal and names every cell that is not as it was: another value or
// formula, another way of showing it, what hides or covers it, a row or a sheet gone or
// added. What the council and the departments fill in is theirs to change, and is read as
// their opinions.
//
// A seal is no signature: it shows what was changed by hand; that somebody forged seal
// and cells alike shows only beside the fingerprint printed on paper.
//
// Workbooks are read here by excelize and not by xlsx/read, which gives values alone: the
// proof looks at styles, sizes, merged cells, headers and names too, and computes the
// formulas that follow what the council filled in.
package proof
