// Package proof holds a dossier that came back against the seal it carries. It makes the
// dossier again of its seal and names what is not as it was: another value or formula, a
// row or a sheet gone or added, and what was drawn or put over the sheets besides the
// dossier's own charts. What the council and the departments fill in is theirs to
// change, and is read as their opinions.
//
// How a dossier looks is not compared: colours, sizes, the way a number is shown, formats by
// conditions, hidden rows and columns, merged cells, comments, links to pages, what may be
// typed, where a chart stands, what is printed of a sheet and over it. Programs change all
// that when they save. Who prints a dossier prints the one made anew of the seal.
//
// A cell for an opinion that is struck out, shown otherwise than it is held or merged with
// others is asked about: nothing of it is taken.
//
// Of a dossier that an earlier program laid down otherwise only the values are compared.
//
// A seal is no signature: it shows what was changed by hand; that somebody forged seal
// and cells alike shows only beside the fingerprint printed on paper.
package proof
