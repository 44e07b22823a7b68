package criteria_test

import (
	"encoding/json"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/shopspring/decimal"
)

// forged is a snapshot after a change, with the digest of what it says now: whoever
// forges one can compute that.
func forged(t *testing.T, change func(*criteria.SnapshotDoc)) []byte {
	t.Helper()
	set, err := packs.Embedded().Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral,
		Province: "Thanh Hóa"})
	if err != nil {
		t.Fatal(err)
	}
	data, err := set.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	var doc criteria.SnapshotDoc
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	change(&doc)
	doc.Sign()
	if data, err = json.Marshal(doc); err != nil {
		t.Fatal(err)
	}
	return data
}

// G3: a set that was forged whole, its digest too, is refused where no report could
// be judged by it.
func TestG3ForgedSnapshots(t *testing.T) {
	first := func(d *criteria.SnapshotDoc) *criteria.RequirementDoc {
		return &d.Levels[0].Criteria[2].Indicators[0].Requirement
	} // a rate
	one := criteria.Digits{Decimal: decimal.NewFromInt(1)}
	for name, tt := range map[string]struct {
		change func(*criteria.SnapshotDoc)
		wrong  string // "" for a set that can be judged by
	}{
		"as it was":         {func(*criteria.SnapshotDoc) {}, ""},
		"another threshold": {func(d *criteria.SnapshotDoc) { first(d).Value = &one }, ""},
		"a rate that is declared": {func(d *criteria.SnapshotDoc) {
			r := first(d)
			r.Op,
				r.Value = criteria.DeclaredMet, nil
		}, "không hợp với đơn vị"},
		"a declaration that is measured": {func(d *criteria.SnapshotDoc) {
			r := first(
				d)
			r.Figure = "commune_master_plan"
		}, "không hợp với đơn vị"},
		"so in a column that may hold": {func(d *criteria.SnapshotDoc) {
			r := first(d)
			o := *r
			o.Op, o.Value = criteria.DeclaredMet, nil
			r.Others = append(r.Others, o)
		}, "không hợp với đơn vị"},
		"another unit of its figure": {func(d *criteria.SnapshotDoc) { d.Figures[0].Unit = criteria.Percent },
			"không hợp với đơn vị"},
		"a level of no criteria": {func(d *criteria.SnapshotDoc) { d.Levels[0].Criteria = nil },
			"không có tiêu chí nào"},
		"a level of no name": {func(d *criteria.SnapshotDoc) { d.Levels[0].Standard.Level = "" },
			"cần một trong: ntm"},
		"a part that is missing": {func(d *criteria.SnapshotDoc) {
			r := first(d)
			r.Op, r.Figure, r.Value, r.Need = criteria.AllOf, "", nil, 1
		}, "thiếu phần"},
		"more parts needed than there are": {func(d *criteria.SnapshotDoc) {
			r := first(d)
			part := *r
			r.Op, r.Figure, r.Value, r.Need, r.Parts = criteria.SomeOfParts, "", nil, 2, []criteria.RequirementDoc{part}
		}, "thiếu phần"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := criteria.ReadSnapshot(forged(t, tt.change))
			if (err == nil) != (tt.wrong == "") || err != nil && !strings.Contains(err.Error(), tt.wrong) {
				t.Errorf("%v, want %q", err, tt.wrong)
			}
		})
	}
}
