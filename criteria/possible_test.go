package criteria

import (
	"strings"
	"testing"
	"time"
)

// Which columns may hold follows from what is not known, and from nothing else.
func TestT8PossibleColumns(t *testing.T) {
	for name, c := range map[string]struct {
		q       Query
		column  Region
		columns int    // beside it
		note    string // "" where nothing is open
	}{
		"all known":               {Query{Year: 2023, Region: NorthCentral}, NorthCentral, 0, ""},
		"nothing known":           {Query{Year: 2023, Region: NorthCentral, Unknown: Traits}, NorthCentral, 1, "hay Trung du miền núi phía Bắc"},
		"half of what it takes":   {Query{Year: 2023, Region: NorthCentral, Unknown: []Trait{SafeZone}}, NorthCentral, 0, ""},
		"one half known":          {Query{Year: 2023, Region: NorthCentral, Traits: []Trait{PoorDistrict}, Unknown: []Trait{SafeZone}}, NorthCentral, 1, "an toàn khu"},
		"decided without it":      {Query{Year: 2023, Region: NorthCentral, Traits: []Trait{PoorDistrict, SafeZone}, Unknown: []Trait{SpeciallyDifficult}}, NorthernUpland, 0, "Điều 1"},
		"of that column anyway":   {Query{Year: 2023, Region: NorthernUpland, Unknown: Traits}, NorthernUpland, 0, ""},
		"groups, nothing known":   {Query{Year: 2026, Region: NorthCentral, Unknown: Traits}, "", 3, "hay Nhóm 3"},
		"groups, one known":       {Query{Year: 2026, Region: NorthCentral, Traits: []Trait{AreaIII}}, "nhom-3", 0, ""},
		"a trait of another year": {Query{Year: 2023, Region: NorthCentral, Unknown: []Trait{NextToUrban}}, NorthCentral, 0, ""},
	} {
		set, err := Embedded().Resolve(c.q)
		if err != nil {
			t.Fatal(name, err)
		}
		level, _ := set.Level(NTM)
		if level.Column != c.column || len(level.Columns) != c.columns || (c.note == "") != (level.ColumnNote == "") || !strings.Contains(level.ColumnNote, c.note) {
			t.Errorf("%s: %q beside %v, %q", name, level.Column, level.Columns, level.ColumnNote)
		}
		data, err := set.Snapshot()
		if err != nil {
			t.Fatal(name, err)
		}
		q, err := SnapshotQuery(data)
		if err != nil {
			t.Fatal(name, err)
		}
		again, err := Embedded().Resolve(q)
		if err != nil || again.Digest != set.Digest {
			t.Errorf("%s: what a snapshot answers is asked again as %+v: %v", name, q, err)
		}
	}
	if _, err := SnapshotQuery([]byte("{")); err == nil {
		t.Error("what is no snapshot is taken")
	}
}

func TestT3NothingIsConfirmedOnADayToCome(t *testing.T) {
	lib, err := Load("../testdata/criteria-gia-dinh")
	if err != nil {
		t.Fatal(err)
	}
	for day, ok := range map[Date]bool{
		Day(2022, time.December, 31): false, Day(2023, time.January, 1): true, Day(2030, time.January, 1): true,
	} {
		if err := lib.CheckedBy(day); (err == nil) != ok {
			t.Errorf("%s: %v", day, err)
		}
	}
}
