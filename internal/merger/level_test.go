package merger

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/places"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

const none, ntm, nangCao, kieuMau = criteria.Level(""), criteria.NTM, criteria.NangCao, criteria.KieuMau

// held are invented communes of those levels.
func held(levels ...criteria.Level) []Held {
	parts := make([]Held, len(levels))
	for i, l := range levels {
		letter := string(rune('A' + i))
		parts[i] = Held{Part{Code: fmt.Sprintf("0000%d", i), Title: "xã Giả Định " + letter + ", huyện Giả Định"},
			l, true}
	}
	return parts
}

// The cases that the guidance is seen to state.
func TestStatedCases(t *testing.T) {
	tests := []struct {
		parts        []Held
		held, toward criteria.Level
		of           string // which of the two is stated
	}{
		{held(ntm, ntm), ntm, nangCao, "held"},
		{held(nangCao, nangCao), nangCao, kieuMau, "held"},
		{held(kieuMau, kieuMau), kieuMau, none, "both"},
		{held(ntm, none), none, ntm, "both"},
		{held(nangCao, none), none, ntm, "both"},
		{held(kieuMau, none), none, ntm, "both"},
		{held(kieuMau, ntm), ntm, nangCao, "toward"},
		{held(nangCao, ntm), ntm, nangCao, "none"},
		{held(none, none), none, ntm, "none"},
		{held(kieuMau, nangCao, ntm), ntm, nangCao, "none"},
		{held(kieuMau, kieuMau, ntm), ntm, nangCao, "toward"},
	}
	for _, tt := range tests {
		got := StartingLevel(tt.parts)
		basis := func(which string) criteria.Status {
			if tt.of == which || tt.of == "both" {
				return criteria.Seen
			}
			return criteria.Recalled
		}
		want := Levels{tt.held, basis("held"), tt.toward, basis("toward")}
		if got.Levels == nil || *got.Levels != want || got.Source != Guidance {
			t.Errorf("%v: %+v of %+v, want %+v", tt.parts, got.Levels, got, want)
		}
	}
}

// All that can come of two and three parts, for a person to read.
func TestAllCombinations(t *testing.T) {
	var out strings.Builder
	levels := append([]criteria.Level{none}, ladder...)
	show := func(parts []Held) {
		start := StartingLevel(parts)
		var of []string
		for _, p := range parts {
			of = append(of, string(p.Level)+map[bool]string{false: "?"}[p.Known]+
				map[bool]string{true: "(phần)"}[p.Partly]+map[bool]string{true: "(thị trấn)"}[p.Urban])
		}
		fmt.Fprintf(&out, "%q", of)
		if l := start.Levels; l != nil {
			fmt.Fprintf(&out, " -> %q (%s), toward %q (%s)", l.Held, l.HeldBasis, l.Toward, l.TowardBasis)
		}
		fmt.Fprintf(&out, "\n    %s\n", start.Words)
	}
	show(held(criteria.NTM, criteria.HienDai))
	for i, a := range levels {
		for k, b := range levels[i:] {
			show(held(a, b))
			for _, c := range levels[i+k:] {
				show(held(a, b, c))
			}
		}
	}
	special := func(change func([]Held)) {
		parts := held(ntm, nangCao)
		change(parts)
		show(parts)
	}
	special(func(p []Held) { p[1].Known, p[1].Level = false, none })
	special(func(p []Held) { p[0].Partly = true })
	special(func(p []Held) { p[1].Urban, p[1].Known = true, false })
	special(func(p []Held) { p[0].Known, p[1].Urban = false, true })
	special(func(p []Held) { p[1].Title = "xã Giả Định A, huyện Giả Định Khác"; p[1].Known = false })
	show(held(ntm))
	show(nil)

	golden := "testdata/starts.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != string(want) {
		t.Errorf("differs from %s (go test -update writes it anew):\n%s", golden, got)
	}
}

func TestStartProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.SliceOfN(rapid.SampledFrom([]criteria.Level{none, ntm, nangCao, kieuMau}), 2, 6).Draw(t,
			"levels")
		parts := held(levels...)
		parts[0].Known = rapid.IntRange(0, 9).Draw(t, "known") > 0
		parts[1].Partly = rapid.Bool().Draw(t, "partly")
		start := StartingLevel(parts)
		if again := StartingLevel(rapid.Permutation(parts).Draw(t, "order")); !reflect.DeepEqual(again, start) {
			t.Fatalf("%+v in another order: %+v", start, again)
		}
		if !parts[0].Known {
			if start.Levels != nil || !strings.Contains(start.Words, "Giả Định A") {
				t.Fatalf("decided without knowing all: %+v", start)
			}
			return
		}
		if slices.Contains(levels, none) != (start.Levels.Held == none) {
			t.Fatalf("%v holds %q", levels, start.Levels.Held)
		}
		if parts[1].Partly && (start.Levels.HeldBasis.Sure() || !strings.Contains(start.Words, "Giả Định B")) {
			t.Fatalf("sure of a part: %+v", start)
		}
		rank := func(l criteria.Level) int { return slices.Index(criteria.Levels, l) }
		lowest := slices.MinFunc(levels, func(a, b criteria.Level) int { return rank(a) - rank(b) })
		if lowest != kieuMau && rank(start.Levels.Toward) != rank(lowest)+1 {
			t.Fatalf("%v works toward %q", levels, start.Levels.Toward)
		}
	})
}

func TestPartOf(t *testing.T) {
	merged, _ := places.Origins("16489")
	if got := PartOf(merged[1]); got.Code != "16489" || got.Urban || got.Partly || !strings.HasPrefix(got.Title,
		"xã Quảng Khê, huyện") {
		t.Errorf("%+v", got)
	}
	for text, urban := range map[string]bool{"Phường Mộc Lỵ": true, "Thị trấn Biển Động": true, "Xã Phường": false} {
		if got := PartOf(places.Part{Text: text, Partly: true}); got != (Part{Title: text, Partly: true,
			Urban: urban}) {
			t.Errorf("%+v", got)
		}
	}
}
