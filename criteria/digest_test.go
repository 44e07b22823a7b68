package criteria

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// asked is a set of one level in which every field has something to say.
func asked() *Set {
	leaf := func(v int64) Requirement {
		return Requirement{Op: AtLeast, Figure: &Figure{ID: "a", Name: "A", Unit: Percent},
			Value: decimal.NewFromInt(v), Known: true, Text: "chữ",
			Basis: Basis{Decision: "1/QĐ", AmendedBy: "2/QĐ", Annex: "I", Column: "btb", Year: 2023, Layer: Nation,
				Status: Seen, Source: "nguồn"}}
	}
	whole := Requirement{Op: SomeOfParts, Known: true, Need: 1, Parts: []Requirement{leaf(1), leaf(2)}}
	return &Set{Levels: []SetLevel{{
		Standard: SetStandard{ID: "ntm"}, Column: "btb", Prerequisite: SetPrerequisite{Level: NTM, Text: "trước",
			Basis: Basis{Decision: "1/QĐ", Layer: Nation, Status: Seen}},
		Criteria: []SetCriterion{{No: "1", Name: "Một",
			Indicators: []SetIndicator{{No: "1.1", Name: "Một một", Requirement: leaf(3)},
				{No: "1.2", Requirement: whole}}}},
		Conditions: []SetCondition{{ID: "arrears", Name: "Nợ", Requirement: leaf(4)}},
	}}}
}

// The digest names what is asked and on whose authority, not how it is worded.
func TestWhatTheDigestNames(t *testing.T) {
	first := func(s *Set) *Requirement { return &s.Levels[0].Criteria[0].Indicators[0].Requirement }
	second := func(s *Set) *Requirement { return &s.Levels[0].Criteria[0].Indicators[1].Requirement }
	for _, tt := range []struct {
		what    string
		change  func(*Set)
		changes bool
	}{
		{"standard", func(s *Set) { s.Levels[0].Standard = SetStandard{ID: "x"} }, true},
		{"column", func(s *Set) { s.Levels[0].Column = "tn" }, true},
		{"prerequisite", func(s *Set) { s.Levels[0].Prerequisite.Level = NangCao }, true},
		{"decision of the prerequisite", func(s *Set) { s.Levels[0].Prerequisite.Basis.Decision = "x" }, true},
		{"layer of the prerequisite", func(s *Set) { s.Levels[0].Prerequisite.Basis.Layer = Office }, true},
		{"status of the prerequisite", func(s *Set) { s.Levels[0].Prerequisite.Basis.Status = Confirmed }, true},
		{"number of an indicator", func(s *Set) { s.Levels[0].Criteria[0].Indicators[0].No = "1.3" }, true},
		{"whether it applies", func(s *Set) { s.Levels[0].Criteria[0].Indicators[0].NotApplicable = NoCemetery }, true},
		{"comparison", func(s *Set) { first(s).Op = AtMost }, true},
		{"figure", func(s *Set) { first(s).Figure = &Figure{ID: "b"} }, true},
		{"value", func(s *Set) { first(s).Value = decimal.RequireFromString("3.01") }, true},
		{"whether it is known", func(s *Set) { first(s).Known = false }, true},
		{"decision", func(s *Set) { first(s).Basis.Decision = "x" }, true},
		{"amendment", func(s *Set) { first(s).Basis.AmendedBy = "x" }, true},
		{"annex", func(s *Set) { first(s).Basis.Annex = "x" }, true},
		{"column of a threshold", func(s *Set) { first(s).Basis.Column = "x" }, true},
		{"year of a threshold", func(s *Set) { first(s).Basis.Year = 2024 }, true},
		{"layer", func(s *Set) { first(s).Basis.Layer = Office }, true},
		{"status", func(s *Set) { first(s).Basis.Status = Recalled }, true},
		{"how many parts are needed", func(s *Set) { second(s).Need = 2 }, true},
		{"a part", func(s *Set) { second(s).Parts[1].Value = decimal.NewFromInt(9) }, true},
		{"a part less", func(s *Set) { second(s).Parts = second(s).Parts[:1] }, true},
		{"an indicator less", func(
			s *Set) {
			s.Levels[0].Criteria[0].Indicators = s.Levels[0].Criteria[0].Indicators[:1]
		}, true},
		{"condition", func(s *Set) { s.Levels[0].Conditions[0].ID = "x" }, true},
		{"what a condition asks",
			func(s *Set) { s.Levels[0].Conditions[0].Requirement.Value = decimal.NewFromInt(5) }, true},
		{"a level more", func(s *Set) { s.Levels = append(s.Levels, SetLevel{Standard: SetStandard{}}) }, true},

		{"the source", func(s *Set) { first(s).Basis.Source = "x" }, false},
		{"who checked it", func(s *Set) { first(s).Basis.CheckedBy, first(s).Basis.CheckedOn = "x", "2024-01-01" },
			false},
		{"the wording", func(s *Set) { s.Levels[0].Criteria[0].Indicators[0].Name, first(s).Text = "x", "x" }, false},
		{"what was replaced", func(s *Set) { first(s).Replaces = &Requirement{} }, false},
		{"zeros behind the value", func(s *Set) { first(s).Value = decimal.RequireFromString("3.00") }, false},
	} {
		t.Run(tt.what, func(t *testing.T) {
			changed := asked()
			tt.change(changed)
			if before, after := digest(asked()), digest(changed); (before != after) != tt.changes {
				t.Errorf("changed: %v, want %v", before != after, tt.changes)
			}
		})
	}
	if got := digest(asked()); !strings.HasPrefix(got, "sha256:") || len(got) != len("sha256:")+64 {
		t.Errorf("digest %q", got)
	}
}

// Two lists of fields never read the same, wherever the border between two
// fields lies.
func TestFieldsDoNotRunTogether(t *testing.T) {
	set := func(decision, annex string) *Set {
		s := asked()
		b := &s.Levels[0].Criteria[0].Indicators[0].Requirement.Basis
		b.Decision, b.AmendedBy, b.Annex = decision, "", annex
		return s
	}
	if digest(set("ab", "c")) == digest(set("a", "bc")) {
		t.Error("the border between two fields is lost")
	}
}
