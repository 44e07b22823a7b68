package collation_test

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// What a decision asks in another shape than the program has becomes lines that rewrite the indicator, beside what
// stands; where anything is doubtful, or more is known above than could be held against it, it is for a person.
func TestAnotherShape(t *testing.T) {
	lib := collationtest.Library(t)
	const health = "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	const record = "15.4. Tỷ lệ dân số có sổ khám chữa bệnh điện tử"
	const lanes = "2.3. Tỷ lệ đường ngõ, xóm sạch và đảm bảo đi lại thuận tiện quanh năm"
	for _, tt := range []struct {
		name  string
		layer criteria.Layer
		cell  string
		lines []string // part, threshold
	}{
		{health, criteria.Nation, "≥ 90% (trong đó ≥ 60% từ hồ chứa)", []string{"", "90", "trong đó từ hồ chứa", "60"}},
		{health, criteria.Province, "≥ 90% (trong đó ≥ 60% từ hồ chứa)", nil}, // the nation's is known
		{lanes, criteria.Province, "100%, trong đó cứng hóa ≥ 85%", []string{"", "100", "trong đó cứng hóa", "85"}},
		{health, criteria.Nation, "Đạt", nil},
		{health, criteria.Nation, "≥ 90%, khoảng 60% tạm tính", nil},
		{health, criteria.Nation, "≥ 3 mô hình", nil}, // of a rate
		{record, criteria.Nation, "Đạt", nil},
	} {
		no := tt.name[:2]
		p := collationtest.Paper(t, tt.layer, collationtest.ByRegion, collationtest.Each(no, "", tt.name, tt.cell))
		r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2021-2025"), "Thanh Hóa"), nil,
			[]collation.Paper{p})
		var got []string
		for _, n := range r.Lines {
			if n.Of == nil || n.Kind != collation.Rewritten || n.Before() == "" {
				t.Errorf("%s: %s, %s, %q", tt.cell, n.No, n.Kind, n.Why)
				continue
			}
			got = append(got, n.Part, n.All)
		}
		if len(got) != len(tt.lines) {
			t.Errorf("%s, %s: %q", tt.name, tt.cell, got)
			continue
		}
		for i := range got {
			if got[i] != tt.lines[i] {
				t.Errorf("%s: %q, want %q", tt.cell, got, tt.lines)
			}
		}
	}
}

// A province that says no more than that an indicator is met keeps what a ministry asks of its parts.
func TestMetByWhatStandsAbove(t *testing.T) {
	lib := collationtest.Library(t)
	p := collationtest.Paper(t, criteria.Province, collationtest.ByRegion, collationtest.Each("14",
		"Giáo dục và Đào tạo", "14.1. Phổ cập giáo dục mầm non cho trẻ em 5 tuổi; phổ cập giáo dục tiểu học; "+
			"phổ cập giáo dục trung học cơ sở; xóa mù chữ", "Đạt"))
	rows := rowsOf(t, lib, "ntm-2021-2025", p)
	for part, want := range map[string]collation.Kind{"1 ": collation.Same, "2 ": collation.Absent,
		"5 ": collation.Absent} {
		if got := of(rows, "ntm/14.1#"+part, "btb"); got == nil || got.Kind != want {
			t.Errorf("part %s: %+v", part, got)
		}
	}
}
