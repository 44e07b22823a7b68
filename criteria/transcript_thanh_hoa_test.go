package criteria

import (
	"slices"
	"testing"
)

func thanhHoa(t *testing.T, q Query) *Set {
	t.Helper()
	q.Region, q.Province = NorthCentral, "Thanh Hoá" // as the other list spells it
	set, err := Embedded().Resolve(q)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// 26/2024/QĐ-UBND: its zones, and what nâng cao rests on. No threshold of it
// was seen, so none is set.
func TestThanhHoa2024(t *testing.T) {
	i := slices.IndexFunc(Embedded().Overlays, func(o *Overlay) bool { return o.Decision.Number == "26/2024/QĐ-UBND" })
	if i < 0 {
		t.Fatal("no overlay of 26/2024/QĐ-UBND")
	}
	o := Embedded().Overlays[i]
	if len(o.Set)+len(o.Add) > 0 {
		t.Error("the overlay sets what nobody has seen")
	}
	for _, tt := range []struct {
		traits []Trait
		zone   string
	}{
		{nil, "vung-2"}, {[]Trait{SafeZone}, "vung-2"}, {[]Trait{PoorDistrict}, "vung-2"},
		{[]Trait{SpeciallyDifficult, PoorDistrict}, "vung-2"},
		{[]Trait{AreaII}, "vung-1"}, {[]Trait{AreaIII}, "vung-1"}, {[]Trait{DifficultCoast}, "vung-1"},
		{[]Trait{SafeZone, PoorDistrict}, "vung-1"}, {[]Trait{AreaII, DifficultCoast}, "vung-1"},
	} {
		g, err := groupOf(o.Groups, Query{Traits: tt.traits})
		if err != nil || g.ID != tt.zone {
			t.Errorf("%v: %v, %v", tt.traits, g, err)
		}
	}
	for year, own := range map[int]bool{2023: false, 2024: true, 2025: true} {
		l, _ := thanhHoa(t, Query{Year: year}).Level(NangCao)
		if got := l.Prerequisite.Text == "Đạt chuẩn xã nông thôn mới theo bộ tiêu chí giai đoạn 2024-2025 của tỉnh Thanh Hóa"; got != own || l.Prerequisite.Level != NTM {
			t.Errorf("%d: %+v", year, l.Prerequisite)
		}
	}
}

// What the press of Thanh Hóa printed of clean water holds there, under the
// text of 2022, and nowhere else.
func TestCleanWaterInThanhHoa(t *testing.T) {
	water := "all(clean_water_rate ?, centralised_clean_water_rate ≥ 15, any(centralised_clean_water_rate ≥ 20, centralised_clean_water_rate ?))"
	of := func(q Query, level Level, no string) Requirement {
		l, _ := thanhHoa(t, q).Level(level)
		for _, c := range l.Criteria {
			for _, ind := range c.Indicators {
				if ind.No == no {
					return ind.Requirement
				}
			}
		}
		t.Fatalf("no %s/%s", level, no)
		return Requirement{}
	}
	last := Query{Year: 2024, On: Day(2024, 2, 29)}
	for _, q := range []Query{{Year: 2022}, {Year: 2023}, last} {
		r := of(q, NTM, "17.1")
		if got := formula(&r); got != water || r.Basis.Layer != Nation || r.Basis.Decision != "318/QĐ-TTg" {
			t.Errorf("%d: %s, %+v", q.Year, got, r.Basis)
		}
		r = of(q, NangCao, "18.1")
		if got := formula(&r); got != "centralised_clean_water_rate ≥ 55" || r.Basis.Status != Seen || r.Replaces.Basis.Status != Doubtful {
			t.Errorf("%d: %s, %+v", q.Year, got, r.Basis)
		}
	}
	for _, q := range []Query{{Year: 2024}, {Year: 2025}} {
		r := of(q, NangCao, "18.1")
		if r.Known || r.Replaces != nil {
			t.Errorf("%d: %s", q.Year, formula(&r))
		}
	}
	q := last
	q.Traits = []Trait{SpeciallyDifficult, PoorDistrict}
	if r := of(q, NangCao, "18.1"); r.Known {
		t.Errorf("a level for a column the press does not speak of: %s", formula(&r))
	}
}
