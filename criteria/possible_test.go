package criteria_test

import (
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// Which columns may hold follows from what is not known, and from nothing else.
func TestT8PossibleColumns(t *testing.T) {
	for name, c := range map[string]struct {
		q       criteria.Query
		column  criteria.Region
		columns int    // beside it
		note    string // "" where nothing is open
	}{
		"all known": {criteria.Query{Year: 2023, Region: criteria.NorthCentral},
			criteria.NorthCentral, 0, ""},
		"nothing known": {criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Unknown: criteria.Traits}, criteria.NorthCentral, 1, "hay Trung du miền núi phía Bắc"},
		"half of what it takes": {criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Unknown: []criteria.Trait{criteria.SafeZone}}, criteria.NorthCentral, 0, ""},
		"one half known": {criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Traits: []criteria.Trait{criteria.PoorDistrict}, Unknown: []criteria.Trait{criteria.SafeZone}},
			criteria.NorthCentral, 1, "an toàn khu"},
		"decided without it": {criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Traits:  []criteria.Trait{criteria.PoorDistrict, criteria.SafeZone},
			Unknown: []criteria.Trait{criteria.SpeciallyDifficult}}, criteria.NorthernUpland, 0, "Điều 1"},
		"of that column anyway": {criteria.Query{Year: 2023, Region: criteria.NorthernUpland,
			Unknown: criteria.Traits}, criteria.NorthernUpland, 0, ""},
		"groups, nothing known": {criteria.Query{Year: 2026, Region: criteria.NorthCentral,
			Unknown: criteria.Traits}, "", 3, "hay Nhóm 3"},
		"groups, one known": {criteria.Query{Year: 2026, Region: criteria.NorthCentral,
			Traits: []criteria.Trait{criteria.AreaIII}}, "nhom-3", 0, ""},
		"a trait of another year": {criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Unknown: []criteria.Trait{criteria.NextToUrban}}, criteria.NorthCentral, 0, ""},
	} {
		set, err := packs.Embedded().Resolve(c.q)
		if err != nil {
			t.Fatal(name, err)
		}
		level, _ := set.Level(criteria.NTM)
		if level.Column != c.column || len(level.Columns) != c.columns ||
			(c.note == "") != (level.ColumnNote == "") || !strings.Contains(level.ColumnNote, c.note) {
			t.Errorf("%s: %q beside %v, %q", name, level.Column, level.Columns, level.ColumnNote)
		}
		data, err := set.Snapshot()
		if err != nil {
			t.Fatal(name, err)
		}
		q, err := criteria.SnapshotQuery(data)
		if err != nil {
			t.Fatal(name, err)
		}
		again, err := packs.Embedded().Resolve(q)
		if err != nil || again.Digest != set.Digest {
			t.Errorf("%s: what a snapshot answers is asked again as %+v: %v", name, q, err)
		}
	}
	if _, err := criteria.SnapshotQuery([]byte("{")); err == nil {
		t.Error("what is no snapshot is taken")
	}
}

func TestT3NothingIsConfirmedOnADayToCome(t *testing.T) {
	lib, err := packs.Load("../testdata/criteria-gia-dinh")
	if err != nil {
		t.Fatal(err)
	}
	for day, ok := range map[criteria.Date]bool{
		criteria.Day(2022, time.December, 31): false, criteria.Day(2023, time.January, 1): true,
		criteria.Day(2030, time.January, 1): true,
	} {
		if err := lib.CheckedBy(day); (err == nil) != ok {
			t.Errorf("%s: %v", day, err)
		}
	}
}
