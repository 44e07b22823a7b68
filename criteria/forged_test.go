package criteria

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// forged is a snapshot after a change, with the digest of what it says now: whoever
// forges one can reckon that.
func forged(t *testing.T, change func(*snapshot)) []byte {
	t.Helper()
	set, err := Embedded().Resolve(Query{Year: 2023, Region: NorthCentral, Province: "Thanh Hóa"})
	if err != nil {
		t.Fatal(err)
	}
	data, err := set.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	var doc snapshot
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	change(&doc)
	r := snapshotReader{doc: &doc, figures: map[string]*Figure{}}
	for _, f := range doc.Figures {
		r.figures[f.ID] = f.figure()
	}
	var now Set
	for i := range doc.Levels {
		now.Levels = append(now.Levels, r.level(&doc.Levels[i]))
	}
	doc.Digest = digest(&now)
	if data, err = json.Marshal(doc); err != nil {
		t.Fatal(err)
	}
	return data
}

// G3: a set that was forged whole, its digest too, is refused where no report could
// be judged by it.
func TestG3ForgedSnapshots(t *testing.T) {
	first := func(d *snapshot) *requirementDoc { return &d.Levels[0].Criteria[2].Indicators[0].Requirement } // a rate
	one := digits{decimal.NewFromInt(1)}
	for name, tt := range map[string]struct {
		change func(*snapshot)
		wrong  string // "" for a set that can be judged by
	}{
		"as it was":                      {func(*snapshot) {}, ""},
		"another threshold":              {func(d *snapshot) { first(d).Value = &one }, ""},
		"a rate that is declared":        {func(d *snapshot) { r := first(d); r.Op, r.Value = DeclaredMet, nil }, "không hợp với đơn vị"},
		"a declaration that is measured": {func(d *snapshot) { r := first(d); r.Figure = "commune_master_plan" }, "không hợp với đơn vị"},
		"so in a column that may hold": {func(d *snapshot) {
			r := first(d)
			o := *r
			o.Op, o.Value = DeclaredMet, nil
			r.Others = append(r.Others, o)
		}, "không hợp với đơn vị"},
		"another unit of its figure": {func(d *snapshot) { d.Figures[0].Unit = Percent }, "không hợp với đơn vị"},
		"a level of no criteria":     {func(d *snapshot) { d.Levels[0].Criteria = nil }, "không có tiêu chí nào"},
		"a level of no name":         {func(d *snapshot) { d.Levels[0].Standard.Level = "" }, "cần một trong: ntm"},
		"a part that is missing":     {func(d *snapshot) { r := first(d); r.Op, r.Figure, r.Value, r.Need = AllOf, "", nil, 1 }, "thiếu phần"},
		"more parts needed than there are": {func(d *snapshot) {
			r := first(d)
			part := *r
			r.Op, r.Figure, r.Value, r.Need, r.Parts = SomeOfParts, "", nil, 2, []requirementDoc{part}
		}, "thiếu phần"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadSnapshot(forged(t, tt.change))
			if (err == nil) != (tt.wrong == "") || err != nil && !strings.Contains(err.Error(), tt.wrong) {
				t.Errorf("%v, want %q", err, tt.wrong)
			}
		})
	}
}
