package collation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"

	"pgregory.net/rapid"
)

// What a row shows is what is resolved for every commune that the row is
// about: the workbook lays the layers over each other as the resolver does.
func TestRowsShowWhatIsResolved(t *testing.T) {
	for name, lib := range map[string]*criteria.Library{"embedded": collationtest.Library(t),
		"with a province": collationtest.Library(t,
			collationtest.OfficePack)} {
		for _, std := range lib.Standards {
			t.Run(name+" "+std.ID, func(t *testing.T) {
				l, sets := collation.NewLaw(lib, std, "Giả Định"), map[string]*criteria.Set{}
				for _, topic := range l.Topics {
					for _, one := range l.Slots(topic, nil) {
						if one.Ask.Relative == nil && one.Standing.Prerequisite == nil {
							checkResolved(t, l, &one, sets)
						}
					}
				}
			})
		}
	}
}

// checkResolved compares a row with the requirement of a commune at each corner
// of its box.
func checkResolved(t *testing.T, l *collation.Law, s *collation.Slot, sets map[string]*criteria.Set) {
	t.Helper()
	for _, year := range []int{s.Years.From, s.Years.To} {
		for _, column := range s.Columns {
			q := criteria.Query{Year: year, On: s.From, Region: column, Province: l.Province,
				Traits: slices.Clone(s.With)}
			if q.On.IsZero() {
				q.On = s.Until
			}
			for _, g := range l.Std.Groups {
				if q.Region = criteria.NorthCentral; criteria.Region(g.ID) == column && len(g.AnyOf) > 0 {
					q.Traits = append(q.Traits, g.AnyOf[0]...)
				}
			}
			id := fmt.Sprint(q)
			if sets[id] == nil {
				set, err := l.Lib.Resolve(q)
				if err != nil {
					t.Fatal(err)
				}
				sets[id] = set
			}
			got := requirementAt(t, sets[id], l.Std.Level, s)
			if got.Op != s.Asked.Op || got.Known != s.Asked.Known || got.Known && s.Asked.Op.Sign() != "" &&
				!got.Value.Equal(s.Asked.Value) || got.Basis.Status != s.Status() || got.Figure != s.Asked.Figure {
				t.Errorf("%s: the row shows %s (%s), %s in %d is judged by %s (%s)", s.Key(l), s.Present(),
					s.Status(), column, year, got.String(), got.Basis.Status)
			}
			if got.Basis.Layer != s.Standing.Doc.Layer || got.Basis.Decision != s.Standing.Doc.Decision.Number {
				t.Errorf("%s: of %s, want %s %s", s.Key(l), s.Standing.Doc.String(), got.Basis.Layer,
					got.Basis.Decision)
			}
		}
	}
}

func requirementAt(t *testing.T, set *criteria.Set, level criteria.Level, s *collation.Slot) criteria.Requirement {
	t.Helper()
	_, no, _ := strings.Cut(s.Topic.ID, "/")
	resolved, _ := set.Level(level)
	var found *criteria.Requirement
	for _, c := range resolved.Criteria {
		for i := range c.Indicators {
			if c.Indicators[i].No == no {
				found = &c.Indicators[i].Requirement
			}
		}
	}
	for i := range resolved.Conditions {
		if resolved.Conditions[i].ID == no {
			found = &resolved.Conditions[i].Requirement
		}
	}
	if found == nil {
		t.Fatalf("%s is not resolved", s.Topic.ID)
	}
	for step := range strings.SplitSeq(s.Path, ".") {
		if step != "" {
			found = &found.Parts[int(step[0]-'1')]
		}
	}
	return *found
}

func TestKeysNameTheirRows(t *testing.T) {
	lib := collationtest.Library(t, collationtest.OfficePack)
	for _, std := range lib.Standards {
		for _, looked := range [][]criteria.Region{nil, std.Columns()[:2]} {
			l := collation.NewLaw(lib, std, "Giả Định")
			seen := map[string]bool{}
			for _, topic := range l.Topics {
				for _, one := range l.Slots(topic, looked) {
					if !one.Comes() {
						t.Errorf("%s: %s is a time that never comes", std.ID, one.When())
					}
					key := one.Key(l)
					if seen[key] {
						t.Errorf("%s: two rows have the key %s", std.ID, key)
					}
					seen[key] = true
					found, isKey, ok := l.Find(key)
					if !isKey || !ok || found.Key(l) != key || found.Present() != one.Present() {
						t.Errorf("%s: the key %q finds %q, %v, %v", std.ID, key, found.Present(), isKey, ok)
					}
				}
			}
		}
	}
}

func TestKeysThatAreNone(t *testing.T) {
	lib := collationtest.Library(t)
	std, _ := lib.StandardByID("ntm-2021-2025")
	l := collation.NewLaw(lib, std, "Giả Định")
	for key, want := range map[string][2]bool{
		"":                                      {false, false},
		"ntm/3.1":                               {false, false},
		"ntm/99# 2021-2025 .. *":                {false, false},
		"nang-cao/10# 2023-2023 .. btb":         {false, false},
		"ntm/10# 2023 .. btb":                   {false, false},
		"ntm/10# 2023-2023 hôm.qua btb":         {false, false},
		"ntm/10# 2023-2023 .. bắc":              {true, false},
		"ntm/10# 2023-2024 .. btb":              {true, false}, // two thresholds
		"ntm/10# 2023-2023 .. btb+btb":          {false, false},
		"ntm/10# 2020-2023 .. btb":              {true, false},
		"ntm/10#1 2023-2023 .. btb":             {true, false},
		"ntm/10# 2023-2023 .. btb +safe_zone":   {true, true},
		"ntm/17.1#1 2021-2025 ..2024-02-29 btb": {true, true},
	} {
		if _, isKey, ok := l.Find(key); isKey != want[0] || ok != want[1] {
			t.Errorf("%q: %v, %v, want %v", key, isKey, ok, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		if _, isKey, ok := l.Find(rapid.String().Draw(t, "key")); ok && !isKey {
			t.Fatal("found what is no key")
		}
	})
}

// A province that divides its communes by zones sets their thresholds in its
// own pack: the workbook shows them and takes none.
func TestZones(t *testing.T) {
	head, _, _ := strings.Cut(collationtest.OfficePack, "set:")
	zoned := strings.TrimSuffix(head, "\n") + `
groups:
  - {id: v1, name: Vùng 1, any_of: [[safe_zone]], status: seen, source: giả định}
  - {id: v2, name: Vùng 2, otherwise: true, status: seen, source: giả định}
set:
  - {indicator: ntm/3.1, columns: [v1], at_least: 85, status: seen, source: giả định}
  - {indicator: ntm/3.1, columns: [v2], at_least: 95, status: seen, source: giả định}
`
	l := collation.NewLaw(collationtest.Library(t, zoned), collationtest.Standard(t, "ntm-2021-2025"), "Giả Định")
	var got []string
	for _, topic := range l.Topics {
		for _, one := range l.Slots(topic, []criteria.Region{"btb"}) {
			if one.Topic.ID == "ntm/3.1" {
				got = append(got, one.When()+": "+one.Present())
			}
		}
	}
	want := []string{"2021: ≥ 80 %", "2022–2024: Theo vùng của tỉnh: Vùng 1: ≥ 85 %; Vùng 2: ≥ 95 %", "2025: ≥ 80 %"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
