package binder

import (
	"strings"
	"testing"

	"ntm/criteria"
)

// added is an invented indicator of the criterion of health care.
func added(no, name string, figures ...*criteria.Figure) Indicator {
	ind := &criteria.Indicator{No: no, Name: name}
	for _, f := range figures {
		rule := &criteria.Rule{}
		rule.Figure = f.ID
		ind.Rules = append(ind.Rules, rule)
	}
	return Indicator{Criterion: criteria.Criterion{No: "15", Name: "Y tế"}, Indicator: ind, Figures: figures}
}

// numbers are those of the indicators that a pack adds, by criterion.
func numbers(o *criteria.Overlay) string {
	var out []string
	for _, a := range o.Add {
		for _, ind := range a.Indicators {
			out = append(out, ind.No+" "+ind.Name)
		}
	}
	return strings.Join(out, "; ")
}

// Indicators stand in the order of their numbers, each once, the last of a number; the figures that no pack has
// come with them.
func TestAdd(t *testing.T) {
	l := lawWith(t)
	b := opened(t, l)
	known := &criteria.Figure{ID: "health_insurance_rate"}
	anew := &criteria.Figure{ID: "gia_dinh", Name: "Chỉ tiêu giả định"}
	for _, a := range []Indicator{added("15.10", "giả định mười", known, anew), added("15.9", "giả định chín", anew),
		added("15.10", "giả định mười, viết lại")} {
		if clash := b.Add(a); clash != nil {
			t.Errorf("%s clashes with %s", a.No, clash.ID)
		}
	}
	all := b.Changed()
	if len(all) != 1 {
		t.Fatalf("%d packs", len(all))
	}
	if got := numbers(all[0]); got != "15.9 giả định chín; 15.10 giả định mười, viết lại" {
		t.Error(got)
	}
	if f := all[0].Figures; len(f) != 1 || f[0] != anew {
		t.Errorf("%d figures come with them", len(f))
	}
	if a := all[0].Add[0]; a.Level != criteria.NTM || a.Name != "Y tế" {
		t.Errorf("%+v", a)
	}
}

// What another office added under the same number is told, and not put aside.
func TestAddedByTwoOffices(t *testing.T) {
	shared := lawWith(t)
	earlier := opened(t, shared)
	earlier.Put(ruled(shared, 2021, 2025, 91))
	l := lawWith(t, Text(earlier.Changed()[0])) // whose library is this test's own
	other, err := Open(l, "Sở Giả Định", criteria.Nation)
	if err != nil {
		t.Fatal(err)
	}
	_ = other.Add(added("15.9", "giả định của sở"))
	l.Lib.Overlays = append(l.Lib.Overlays, other.Changed()...)
	b := opened(t, l)
	if clash := b.Add(added("15.9", "giả định của văn phòng")); clash != other.packs[0] {
		t.Errorf("%+v", clash)
	}
	if clash := b.Add(added("15.8", "giả định khác")); clash != nil {
		t.Errorf("%+v", clash)
	}
}

// A level has one prerequisite in a span of years, the last that was set.
func TestRequire(t *testing.T) {
	b := opened(t, lawWith(t))
	years := criteria.Years{From: 2022, To: 2023}
	for _, level := range []criteria.Level{criteria.NangCao, criteria.KieuMau} {
		b.Require(years, criteria.Prerequisite{Level: level})
	}
	all := b.Changed()
	if len(all) != 1 || all[0].Years != years || len(all[0].Prerequisites) != 1 {
		t.Fatalf("%+v", all)
	}
	if p := all[0].Prerequisites[0]; p.For != criteria.NTM || p.Level != criteria.KieuMau {
		t.Errorf("%+v", p)
	}
}
