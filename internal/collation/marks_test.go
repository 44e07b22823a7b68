package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// Marks of notes, however they are typed and wherever they stand, bring the words of the note and never a digit of
// the number; a note of the indicator that asks some for another number is read by a person too.
func TestMarksOfNotes(t *testing.T) {
	lib := collationtest.Library(t)
	const name, note = "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "Theo tiêu chuẩn hiện hành."
	for _, tt := range []struct {
		name, cell, note string
		kind             collation.Kind
		want             string
	}{
		{name, "≥ 90%(1)", "(1) " + note, collation.Same, "chú thích 1: " + note},
		{name, "≥ 90%¹", "¹ " + note, collation.Same, note},
		{name, "≥ 90%¹", "(1) " + note, collation.Same, note},
		{name, "≥ 90¹%", "(1) " + note, collation.Same, note},
		{name, "≥ 90 (1)%", "1. " + note, collation.Same, note},
		{name, "≥ 90%*", "* " + note, collation.Same, "chú thích *: " + note},
		{name, "≥ 90% (**)", "(**) " + note, collation.Same, note},
		{name, "≥ 90%(a)", "(a) " + note, collation.Same, "chú thích a: " + note},
		{name, "≥ 90%(b)", "(a) " + note, collation.Again, "≥ 90%(b)"},
		{name, "≥ 90%<sup>1</sup>", "<sup>1</sup> " + note, collation.Same, note},
		{name, "≥ 90%¹", "¹ Riêng xã đảo 60%.", collation.Again, "60%"},
		{name + "(1)", "≥ 90%", "(1) " + note, collation.Same, note},
		{name + " ¹", "≥ 90%", "(1) " + note, collation.Same, note},
		{name + "*", "≥ 90%", "* " + note, collation.Same, note},
		{name + " (1)", "≥ 90%", "(1) Riêng xã đảo ≥ 60%.", collation.Again, "60%"},
		{name + " (1)", "≥ 90%", "(1) Không áp dụng đối với xã đảo.", collation.Again, "xã đảo"},
		{name + " (1)", "≥ 90%", "(2) " + note, collation.Same, "≥ 90%"},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế", tt.name,
			tt.cell), "note "+tt.note)
		got := rowsOf(t, lib, "ntm-2021-2025", p)["ntm/15.1# 2021-2025 .. *"]
		if got == nil || got.Kind != tt.kind || !strings.Contains(got.Words, tt.want) {
			t.Errorf("%s, %s, %s: %+v", tt.name, tt.cell, tt.note, got)
		}
	}
}
