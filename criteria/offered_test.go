package criteria_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// A year has the levels whose standards hold then; a commune may hold those of any year
// before.
func TestOffered(t *testing.T) {
	lib := packs.Embedded()
	three := []criteria.Level{criteria.NTM, criteria.NangCao, criteria.KieuMau}
	for year, want := range map[int]struct{ has, held []criteria.Level }{
		2009: {nil, nil},
		2018: {three[:1:1], three[:1:1]},
		2023: {three, three},
		2026: {three[:1:1], three},
		2031: {nil, three},
	} {
		if year == 2018 { // 691/QĐ-TTg
			want.has, want.held = append(want.has, criteria.KieuMau), append(want.held, criteria.KieuMau)
		}
		if got := lib.Offered(year, ""); !slices.Equal(got, want.has) {
			t.Errorf("%d has %v, want %v", year, got, want.has)
		}
		if got := lib.OfferedBy(year); !slices.Equal(got, want.held) {
			t.Errorf("%d: held may be %v, want %v", year, got, want.held)
		}
	}
}

// A trait is asked about in the years whose documents use it, with what follows from it.
func TestTraitUses(t *testing.T) {
	lib := packs.Embedded()
	says := func(year int, province string, trait criteria.Trait) (string, bool) {
		uses := lib.TraitUses(year, province)
		at := slices.IndexFunc(uses, func(u criteria.TraitUse) bool { return u.Trait == trait })
		if at < 0 {
			return "", false
		}
		return uses[at].Says, true
	}
	for _, tt := range []struct {
		year     int
		province string
		trait    criteria.Trait
		asked    bool
		says     string
	}{
		{2026, "", criteria.NextToUrban, true, "Nhóm 1"},
		{2026, "Lào Cai", criteria.AreaIII, true, "60/QĐ-BDTTG"},
		{2026, "", criteria.NoCemetery, false, ""},
		{2023, "", criteria.NextToUrban, false, ""},
		{2023, "Thanh Hóa", criteria.SafeZone, true, "Điều 1 Quyết định 318/QĐ-TTg"},
		{2023, "", criteria.NoCraftVillage, true, ""},
		{2025, "", criteria.AreaII, true, "26/2024/QĐ-UBND"},
		{2025, "An Giang", criteria.AreaII, false, ""},
	} {
		got, asked := says(tt.year, tt.province, tt.trait)
		if asked != tt.asked || !strings.Contains(got, tt.says) {
			t.Errorf("%d, %q, %s: %v, %q", tt.year, tt.province, tt.trait, asked, got)
		}
	}
}

// A standard that is a frame lacks what its decision has; one that is whole lacks nothing.
func TestLack(t *testing.T) {
	frame, whole := &criteria.Standard{Indicators: 47, Decision: criteria.Document{Number: "1/QĐ"}},
		&criteria.Standard{}
	for _, tt := range []struct {
		std     *criteria.Standard
		known   int
		missing int
		says    string
	}{
		{frame, 0, 47, "chưa có chỉ tiêu nào trong 47 chỉ tiêu của 1/QĐ, còn thiếu 47"},
		{frame, 1, 46, "mới có 1 trong 47 chỉ tiêu của 1/QĐ, còn thiếu 46"},
		{frame, 47, 0, ""},
		{whole, 5, 0, ""},
	} {
		l := tt.std.LackOf(tt.known)
		if l.Missing() != tt.missing || l.String() != tt.says || !strings.Contains(l.Remedy(),
			criteria.ReadingCommand) {
			t.Errorf("%d known: %+v, %q", tt.known, l, l)
		}
	}
}

// Uses names the indicators of all years that judge a figure.
func TestUses(t *testing.T) {
	got := packs.Embedded().Uses()["income_per_capita"]
	if want := "ntm/10 (2016-2020)"; !slices.Contains(got, want) || len(got) < 4 {
		t.Errorf("%v, want %s among them", got, want)
	}
}
