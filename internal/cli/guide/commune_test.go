package guide

import (
	"strings"
	"testing"
	"time"

	"ntm/criteria"
)

// What the command line knows of the reform, the guide knows too: who types the name
// of a xã that ended is offered its successor, and never a ward of another name.
func TestID4TheGuideKnowsTheReform(t *testing.T) {
	for _, c := range []struct {
		typed string
		year  int
		want  string
		more  string
	}{
		{"Quảng Trung, Thanh Hóa", 2026, "16489", ""},
		{"xã Diễn Thịnh", 2026, "17479", ""},
		{"canh nau bac giang", 2026, "07246", ""},
		{"Bát Mọt", 2026, "15607", ""},
		{"An Châu, Nghệ An", 2026, "17479", ""},
		{"Quảng Trung, Thanh Hóa", 2025, "16492", "--date 30/06/2025"},
		{"Quảng Trung, Thanh Hóa", 2024, "16492", ""},
	} {
		found := communesOfYear(c.typed, c.year)
		if len(found) == 0 || found[0].Code != c.want || strings.Join(found[0].more, " ") != c.more {
			t.Errorf("%s, %d: %+v", c.typed, c.year, found)
		}
		for _, f := range found {
			if f.Name == "Quang Trung" && strings.HasPrefix(c.typed, "Quảng") {
				t.Errorf("%s, %d: offered %s", c.typed, c.year, f)
			}
		}
	}
}

func TestCommunesLike(t *testing.T) {
	day := func(year int) time.Time { return criteria.Day(year, time.December, 31).Time }
	for _, c := range []struct {
		typed string
		year  int
		first string
		all   int // 0: not counted
	}{
		{"quang trung thanh hoa", 2023, "14824", 3}, // xã Quang Trung before the two xã, phường Quảng Trung by code
		{"Quảng Trung, Quảng Xương, Thanh Hóa", 2023, "16492", 1},
		{"xã quảng trung huyện quảng xương", 2023, "16492", 1},
		{"QUANG TRUNG QUANG XUONG", 2023, "16492", 1},
		{"quang trung quang xu", 2023, "16492", 1},
		{"16492", 2023, "16492", 1},
		{"1649", 2023, "16492", 3},
		{"khong co xa nay", 2023, "", 0},
		{" , - ", 2023, "", 0},
		{"thanh hoa thanh hoa quang xuong", 2026, "", 0}, // no districts since 1/7/2025
	} {
		found := communesLike(c.typed, day(c.year))
		first := ""
		if len(found) > 0 {
			first = found[0].Code
		}
		if first != c.first || c.all > 0 && len(found) != c.all {
			t.Errorf("%q: first %q of %d, want %q", c.typed, first, len(found), c.first)
		}
	}
}

// Typed with accents, the name with those accents comes first; and whoever
// types a whole name sees it before the longer ones.
func TestCommunesLikePutsTheNearestFirst(t *testing.T) {
	day := criteria.Day(2023, time.December, 31).Time
	names := map[string]string{"Quảng Trung": "Quảng Trung", "Quang Trung": "Quang Trung", "tân lập": "Tân Lập",
		"thanh hóa": "Thanh Hóa"}
	for typed, want := range names {
		if found := communesLike(typed, day); len(found) == 0 || found[0].Name != want {
			t.Errorf("%q: %v", typed, found[:min(len(found), 3)])
		}
	}
}

// One letter stands in thousands of names: nothing is offered for it, and Enter takes a commune only where its name or
// code was typed.
func TestTooLittleIsAskedAgain(t *testing.T) {
	for _, tt := range []struct {
		typed           string
		tooShort, named bool
	}{
		{"x", true, false}, {"xã", true, false}, {"16", true, false}, {"quang trung", false, true},
		{"xã Quảng Trung", false, true}, {"16492", false, true}, {"164", false, false},
		{"quang trung thanh hoa", false, true},
	} {
		found := communesOfYear(tt.typed, 2023)
		if tooShort(tt.typed, found) != tt.tooShort || isNamed(tt.typed, found) != tt.named {
			t.Errorf("%q: too short %t, named %t", tt.typed, tooShort(tt.typed, found), isNamed(tt.typed, found))
		}
	}
	g, out := guideOf(t, stub{}, "x", "quang trung quang xuong", "")
	g.year = 2023
	if args, err := askCommune(g); err != nil || len(args) != 2 || args[1] != "16492" {
		t.Errorf("%v %v\n%s", args, err, out)
	}
	if text := out.String(); strings.Contains(text, "15. ") || !strings.Contains(text, "Gõ thêm chữ") {
		t.Error(text)
	}
}
