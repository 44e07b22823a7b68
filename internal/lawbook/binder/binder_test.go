package binder

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"

	"github.com/shopspring/decimal"
)

const who = "Văn phòng Giả Định"

// lawWith is the law of NTM 2021–2025 for the nation, with packs of offices over it.
func lawWith(t *testing.T, over ...string) *collation.Law {
	t.Helper()
	return collation.NewLaw(collationtest.Library(t, over...), collationtest.Standard(t, "ntm-2021-2025"), "")
}

// opened is the binder of the office at the nation's layer.
func opened(t *testing.T, l *collation.Law) *Binder {
	t.Helper()
	b, err := Open(l, who, criteria.Nation)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// ruled is a rule that asks an invented share of water of years and columns.
func ruled(l *collation.Law, from, to int, share int64, columns ...criteria.Region) Rule {
	if columns == nil {
		columns = l.Columns
	}
	set := &criteria.OverlayRule{Indicator: "ntm/15.1"}
	set.Decision, set.CheckedBy = &criteria.Document{Number: "1/QĐ-GIẢ-ĐỊNH", Date: criteria.Day(2022, 3, 1)},
		"Người thử"
	set.CheckedOn, set.Figure = criteria.Day(2024, 3, 1), "health_insurance_rate"
	set.AtLeast = &criteria.Series{Cells: []criteria.SeriesCell{{Value: decimal.NewFromInt(share), Known: true}}}
	set.Grounds = criteria.Grounds{Status: criteria.Confirmed, Source: "giả định"}
	return Rule{Span: criteria.Span{Years: criteria.Years{From: from, To: to}, Columns: columns}, Set: set}
}

// said tells of each pack its years and what its rules ask.
func said(all []*criteria.Overlay) string {
	var out []string
	for _, o := range all {
		for _, set := range o.Set {
			one := o.ID[len("van-phong-gia-dinh-trung-uong-"):] + " ≥" + set.AtLeast.Cells[0].Value.String()
			for _, c := range set.Columns {
				one += " " + string(c)
			}
			out = append(out, one)
		}
	}
	return strings.Join(out, "; ")
}

// A rule takes the place of what the office set before where both hold, and there alone; rules that differ in
// their columns alone become one.
func TestPut(t *testing.T) {
	l := lawWith(t)
	some, others := l.Columns[:2], l.Columns[2:]
	var rest string
	for _, c := range others {
		rest += " " + string(c)
	}
	for _, c := range []struct {
		name  string
		rules []Rule
		want  string
	}{
		{"one", []Rule{ruled(l, 2021, 2025, 91)}, "2021-2025 ≥91"},
		{"the same again", []Rule{ruled(l, 2021, 2025, 91), ruled(l, 2021, 2025, 92)}, "2021-2025 ≥92"},
		{"a year of it", []Rule{ruled(l, 2021, 2025, 91), ruled(l, 2023, 2023, 92)},
			"2021-2022 ≥91; 2023 ≥92; 2024-2025 ≥91"},
		{"all by columns", []Rule{ruled(l, 2021, 2025, 91, some...), ruled(l, 2021, 2025, 91, others...)},
			"2021-2025 ≥91"},
		{"some columns", []Rule{ruled(l, 2021, 2025, 91), ruled(l, 2021, 2025, 92, some...)},
			"2021-2025 ≥92 " + string(some[0]) + " " + string(some[1]) + "; 2021-2025 ≥91" + rest},
	} {
		b := opened(t, l)
		for _, r := range c.rules {
			b.Put(r)
		}
		if got := said(b.Changed()); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What an office set before is kept, and is no change when it is set again.
func TestChangedIsWhatIsNew(t *testing.T) {
	l := lawWith(t)
	b := opened(t, l)
	b.Put(ruled(l, 2021, 2025, 91))
	again := lawWith(t, Text(b.Changed()[0]))
	same := opened(t, again)
	if got := same.Changed(); len(got) > 0 {
		t.Errorf("nothing was set, and it changed: %s", said(got))
	}
	same.Put(ruled(again, 2021, 2025, 91))
	if got := same.Changed(); len(got) > 0 {
		t.Errorf("the same was set, and it changed: %s", said(got))
	}
	same.Put(ruled(again, 2025, 2025, 93))
	if got := said(same.Changed()); got != "2021-2024 ≥91; 2025 ≥93" && got != "2021-2025 ≥91; 2025 ≥93" {
		t.Error(got)
	}
}

// An office must say who it is, and an id is made of that and the years.
func TestOpen(t *testing.T) {
	l := lawWith(t)
	for _, office := range []string{"", "  ", "123"} {
		if _, err := Open(l, office, criteria.Nation); err == nil ||
			!strings.Contains(err.Error(), "chưa có tên cơ quan") {
			t.Errorf("%q: %v", office, err)
		}
	}
	if _, err := Open(l, who, criteria.Province); err == nil || !strings.Contains(err.Error(), "tỉnh nào") {
		t.Error(err)
	}
	if got := ID(who, criteria.Years{From: 2021, To: 2025}); got != "van-phong-gia-dinh-2021-2025" {
		t.Error(got)
	}
	if When(criteria.Years{From: 2023, To: 2023}) != "năm 2023" {
		t.Error(When(criteria.Years{From: 2023, To: 2023}))
	}
}

// Numbers are in the order of a decision: 2.9 before 2.10, levels one after another.
func TestByLevel(t *testing.T) {
	order := []string{"ntm/2.1", "ntm/2.9", "ntm/2.10", "ntm/10", "nang-cao/1.1", "kieu-mau/1"}
	for i, a := range order {
		for j, b := range order {
			if got := byLevel(a, b); got < 0 != (i < j) || got > 0 != (i > j) {
				t.Errorf("%s, %s: %d", a, b, got)
			}
		}
	}
}
