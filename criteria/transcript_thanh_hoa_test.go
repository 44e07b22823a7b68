package criteria_test

import (
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

func thanhHoa(t *testing.T, q criteria.Query) *criteria.Set {
	t.Helper()
	q.Region, q.Province = criteria.NorthCentral, "Thanh Hoá" // as the other list spells it
	set, err := packs.Embedded().Resolve(q)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// 26/2024/QĐ-UBND: its zones, and what nâng cao rests on. No threshold of it
// was seen, so none is set.
func TestThanhHoa2024(t *testing.T) {
	i := slices.IndexFunc(packs.Embedded().Overlays,
		func(o *criteria.Overlay) bool { return o.Decision.Number == "26/2024/QĐ-UBND" })
	if i < 0 {
		t.Fatal("no overlay of 26/2024/QĐ-UBND")
	}
	o := packs.Embedded().Overlays[i]
	if len(o.Set)+len(o.Add) > 0 {
		t.Error("the overlay sets what nobody has seen")
	}
	for _, tt := range []struct {
		traits []criteria.Trait
		zone   string
	}{
		{nil, "vung-2"}, {[]criteria.Trait{criteria.SafeZone}, "vung-2"}, {[]criteria.Trait{criteria.PoorDistrict},
			"vung-2"},
		{[]criteria.Trait{criteria.SpeciallyDifficult, criteria.PoorDistrict}, "vung-2"},
		{[]criteria.Trait{criteria.AreaII}, "vung-1"}, {[]criteria.Trait{criteria.AreaIII}, "vung-1"},
		{[]criteria.Trait{criteria.DifficultCoast}, "vung-1"},
		{[]criteria.Trait{criteria.SafeZone, criteria.PoorDistrict}, "vung-1"},
		{[]criteria.Trait{criteria.AreaII, criteria.DifficultCoast}, "vung-1"},
	} {
		g, err := criteria.GroupOf(o.Groups, criteria.Query{Traits: tt.traits})
		if err != nil || g.ID != tt.zone {
			t.Errorf("%v: %v, %v", tt.traits, g, err)
		}
	}
	for year, own := range map[int]bool{2023: false, 2024: true, 2025: true} {
		l, _ := thanhHoa(t, criteria.Query{Year: year}).Level(criteria.NangCao)
		if got := l.Prerequisite.Text == "Đạt chuẩn xã nông thôn mới theo bộ tiêu chí giai đoạn 2024-2025 của "+
			"tỉnh Thanh Hóa"; got != own || l.Prerequisite.Level != criteria.NTM {
			t.Errorf("%d: %+v", year, l.Prerequisite)
		}
	}
}

// What the press of Thanh Hóa printed of clean water holds there, under the
// text of 2022, and nowhere else.
func TestCleanWaterInThanhHoa(t *testing.T) {
	water := "all(clean_water_rate ?, centralised_clean_water_rate ≥ 15, any(centralised_clean_water_rate ≥ 20, " +
		"centralised_clean_water_rate ?))"
	of := func(q criteria.Query, level criteria.Level, no string) criteria.Requirement {
		l, _ := thanhHoa(t, q).Level(level)
		for _, c := range l.Criteria {
			for _, ind := range c.Indicators {
				if ind.No == no {
					return ind.Requirement
				}
			}
		}
		t.Fatalf("no %s/%s", level, no)
		return criteria.Requirement{}
	}
	last := criteria.Query{Year: 2024, On: criteria.Day(2024, 2, 29)}
	for _, q := range []criteria.Query{{Year: 2022}, {Year: 2023}, last} {
		r := of(q, criteria.NTM, "17.1")
		if got := formula(&r); got != water || r.Basis.Layer != criteria.Nation || r.Basis.Decision != "318/QĐ-TTg" {
			t.Errorf("%d: %s, %+v", q.Year, got, r.Basis)
		}
		r = of(q, criteria.NangCao, "18.1")
		if got := formula(&r); got != "centralised_clean_water_rate ≥ 55" || r.Basis.Status != criteria.Seen ||
			r.Replaces.Basis.Status != criteria.Doubtful {
			t.Errorf("%d: %s, %+v", q.Year, got, r.Basis)
		}
	}
	for _, q := range []criteria.Query{{Year: 2024}, {Year: 2025}} {
		r := of(q, criteria.NangCao, "18.1")
		if r.Known || r.Replaces != nil {
			t.Errorf("%d: %s", q.Year, formula(&r))
		}
	}
	q := last
	q.Traits = []criteria.Trait{criteria.SpeciallyDifficult, criteria.PoorDistrict}
	if r := of(q, criteria.NangCao, "18.1"); r.Known {
		t.Errorf("a level for a column the press does not speak of: %s", formula(&r))
	}
}
