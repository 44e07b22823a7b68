// Package departments sends a commune's form out in parts, one to each department that
// confirms figures, and puts together what they send back.
//
// Nothing is chosen for anybody: two answers that differ are left out of the form and shown
// side by side, for the office to ask. What only one says is taken as it was typed, its
// evidence and notes with it.
package departments
