package lawbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"pgregory.net/rapid"
)

// officePack is an invented pack with every kind of rule that a workbook has to
// show rightly: for a column, a day, a trait, and with parts.
const officePack = `schema: ntm.overlay.v1
id: van-phong-khac
name: Ngưỡng giả định của văn phòng khác
layer: province
province: Giả Định
years: {from: 2022, to: 2024}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
set:
  - indicator: ntm/2.1
    columns: [btb]
    with: [safe_zone]
    at_least: 90
    status: seen
    source: giả định
  - indicator: ntm/10
    from: 2023-06-01
    columns: [btb]
    at_least: {2022: {btb: 60}, 2023: {btb: 61}, 2024: {btb: 62}}
    status: seen
    source: giả định
  - indicator: ntm/17.1
    from: 2024-03-01
    laxer_by: giả định
    any_of:
      - {figure: clean_water_rate, at_least: 90}
      - {figure: centralised_clean_water_rate, at_least: 20}
    status: seen
    source: giả định
  - indicator: ntm/satisfaction
    at_least: 85
    status: seen
    source: giả định
`

// What a row shows is what is resolved for every commune that the row is
// about: the workbook lays the layers over each other as the resolver does.
func TestRowsShowWhatIsResolved(t *testing.T) {
	for name, lib := range map[string]*criteria.Library{"embedded": library(t), "with a province": library(t,
		officePack)} {
		for _, std := range lib.Standards {
			t.Run(name+" "+std.ID, func(t *testing.T) {
				l, sets := newLaw(lib, std, province), map[string]*criteria.Set{}
				for _, topic := range l.topics {
					for _, one := range l.slots(topic, nil) {
						if one.ask.Relative == nil && one.standing.Prerequisite == nil {
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
func checkResolved(t *testing.T, l *law, s *slot, sets map[string]*criteria.Set) {
	t.Helper()
	for _, year := range []int{s.Years.From, s.Years.To} {
		for _, column := range s.Columns {
			q := criteria.Query{Year: year, On: s.From, Region: column, Province: l.province,
				Traits: slices.Clone(s.With)}
			if q.On.IsZero() {
				q.On = s.Until
			}
			for _, g := range l.std.Groups {
				if q.Region = criteria.NorthCentral; criteria.Region(g.ID) == column && len(g.AnyOf) > 0 {
					q.Traits = append(q.Traits, g.AnyOf[0]...)
				}
			}
			id := fmt.Sprint(q)
			if sets[id] == nil {
				set, err := l.lib.Resolve(q)
				if err != nil {
					t.Fatal(err)
				}
				sets[id] = set
			}
			got := requirementAt(t, sets[id], l.std.Level, s)
			if got.Op != s.asked.Op || got.Known != s.asked.Known || got.Known && s.asked.Op.Sign() != "" &&
				!got.Value.Equal(s.asked.Value) || got.Basis.Status != s.status() || got.Figure != s.asked.Figure {
				t.Errorf("%s: the row shows %s (%s), %s in %d is judged by %s (%s)", s.key(l), s.present(),
					s.status(), column, year, got.String(), got.Basis.Status)
			}
			if got.Basis.Layer != s.standing.Doc.Layer || got.Basis.Decision != s.standing.Doc.Decision.Number {
				t.Errorf("%s: of %s, want %s %s", s.key(l), s.standing.Doc.String(), got.Basis.Layer,
					got.Basis.Decision)
			}
		}
	}
}

func requirementAt(t *testing.T, set *criteria.Set, level criteria.Level, s *slot) criteria.Requirement {
	t.Helper()
	_, no, _ := strings.Cut(s.topic.ID, "/")
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
		t.Fatalf("%s is not resolved", s.topic.ID)
	}
	for step := range strings.SplitSeq(s.path, ".") {
		if step != "" {
			found = &found.Parts[int(step[0]-'1')]
		}
	}
	return *found
}

func TestKeysNameTheirRows(t *testing.T) {
	lib := library(t, officePack)
	for _, std := range lib.Standards {
		for _, looked := range [][]criteria.Region{nil, std.Columns()[:2]} {
			l := newLaw(lib, std, province)
			seen := map[string]bool{}
			for _, topic := range l.topics {
				for _, one := range l.slots(topic, looked) {
					key := one.key(l)
					if seen[key] {
						t.Errorf("%s: two rows have the key %s", std.ID, key)
					}
					seen[key] = true
					found, isKey, ok := l.find(key)
					if !isKey || !ok || found.key(l) != key || found.present() != one.present() {
						t.Errorf("%s: the key %q finds %q, %v, %v", std.ID, key, found.present(), isKey, ok)
					}
				}
			}
		}
	}
}

func TestKeysThatAreNone(t *testing.T) {
	lib := library(t)
	std, _ := lib.StandardByID("ntm-2021-2025")
	l := newLaw(lib, std, province)
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
		if _, isKey, ok := l.find(key); isKey != want[0] || ok != want[1] {
			t.Errorf("%q: %v, %v, want %v", key, isKey, ok, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		if _, isKey, ok := l.find(rapid.String().Draw(t, "key")); ok && !isKey {
			t.Fatal("found what is no key")
		}
	})
}

// A province that divides its communes by zones sets their thresholds in its
// own pack: the workbook shows them and takes none.
func TestZones(t *testing.T) {
	head, _, _ := strings.Cut(officePack, "set:")
	zoned := strings.TrimSuffix(head, "\n") + `
groups:
  - {id: v1, name: Vùng 1, any_of: [[safe_zone]], status: seen, source: giả định}
  - {id: v2, name: Vùng 2, otherwise: true, status: seen, source: giả định}
set:
  - {indicator: ntm/3.1, columns: [v1], at_least: 85, status: seen, source: giả định}
  - {indicator: ntm/3.1, columns: [v2], at_least: 95, status: seen, source: giả định}
`
	l := newLaw(library(t, zoned), mustStandard(t, "ntm-2021-2025"), province)
	var got []string
	for _, topic := range l.topics {
		for _, one := range l.slots(topic, []criteria.Region{"btb"}) {
			if one.topic.ID == "ntm/3.1" {
				got = append(got, one.when()+": "+one.present())
			}
		}
	}
	want := []string{"2021: ≥ 80 %", "2022–2024: Theo vùng của tỉnh: Vùng 1: ≥ 85 %; Vùng 2: ≥ 95 %", "2025: ≥ 80 %"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func mustStandard(t testing.TB, id string) *criteria.Standard {
	t.Helper()
	std, ok := packs.Embedded().StandardByID(id)
	if !ok {
		t.Fatalf("no standard %s", id)
	}
	return std
}

// The prerequisite has a row of its own: confirmed, it makes no draft any more.
func TestThePrerequisiteIsConfirmed(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	key := "nang-cao/prerequisite# 2021-2025 .. *"
	w.fill(key, map[string]any{idTick: "x"})
	filled := w.read(lib)
	if changes := filled.Changes(); len(changes) != 1 || changes[0].Indicator != "nang-cao/prerequisite" ||
		changes[0].Before.Text != changes[0].After.Text {
		t.Errorf("changes %+v", changes)
	}
	written := packsOf(t, filled)
	after := library(t, written...)
	set, err := after.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: province})
	if err != nil {
		t.Fatal(err)
	}
	if p := set.Levels[1].Prerequisite; p.Level != criteria.NTM || p.Basis.Status != criteria.Confirmed ||
		p.Basis.Layer != criteria.Office || !strings.Contains(p.Basis.Source, "Nguyễn Thị Kiểm") {
		t.Errorf("got %+v", p)
	}
	if again := w.read(after); len(again.Changes())+len(packsOf(t, again)) > 0 {
		t.Errorf("entered again, it changes %+v", again.Changes())
	}
	w.fill(key, map[string]any{idValue: "Đạt"})
	if _, err := Read("thu.xlsx", bytes.NewReader(w.bytes()), lib); err == nil || !strings.Contains(err.Error(),
		"chỉ xác nhận được") {
		t.Errorf("a value: %v", err)
	}
}
