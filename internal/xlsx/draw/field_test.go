package draw

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRules(t *testing.T) {
	long := []string{strings.Repeat("dài ", 20), strings.Repeat("hơn ", 20)}
	s := NewSheet("x", Page{}, 1, 1)
	shared := &Rule{Kind: Whole, Least: 1990, Most: 2100, Title: "Cần một năm", Refuse: "Ghi năm."}
	s.Take(&Rule{Kind: Choice, Words: []string{"Có", "Không"}}, "A1")
	s.Take(&Rule{Kind: Choice, Words: []string{"một, hai", "ba"}}, "A2")
	s.Take(&Rule{Kind: Choice, Words: long}, "A3")
	s.Take(&Rule{Kind: Choice, Source: "'Danh mục'!$A$1:$A$9"}, "A4")
	s.Take(shared, "B1", "B2")
	s.Take(&Rule{Kind: Decimal}, "B3")
	s.Take(&Rule{Hint: strings.Repeat("x", 300)}, "B4")
	s.Take(&Rule{}, "B5") // says nothing
	file := painted(t, about, s)
	got := map[string]string{}
	for _, v := range must(file.GetDataValidations("x")) {
		got[v.Sqref] = strings.TrimSpace(v.Type + " " + v.Operator + " " + v.Formula1 + " " + v.Formula2)
		if v.Prompt != nil && len([]rune(*v.Prompt)) != longestMessage {
			t.Errorf("%s: a hint of %d letters", v.Sqref, len([]rune(*v.Prompt)))
		}
	}
	want := map[string]string{
		"A1": `list  "Có,Không"`, "A2": "list  $C$1:$C$2", "A3": "list  $D$1:$D$2", "A4": "list  'Danh mục'!$A$1:$A$9",
		"B1 B2": "whole between 1990 2100", "B3": "decimal greaterThanOrEqual 0 0", "B4": "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for cell, want := range map[string]string{"C1": "một, hai", "C2": "ba", "D2": Clean(long[1])} {
		if got := must(file.GetCellValue("x", cell)); got != want {
			t.Errorf("%s holds %q, want %q", cell, got, want)
		}
	}
	if seen := must(file.GetColVisible("x", "C")); seen {
		t.Error("the words of a drop-down are seen")
	}
}

func TestLock(t *testing.T) {
	for _, lock := range []*Lock{{}, {Filter: true}, {Filter: true, Sort: true, Format: true}} {
		s := NewSheet("x", Page{}, 1)
		s.Locked = lock
		got := must(painted(t, about, s).GetSheetProtection("x"))
		if got.AutoFilter != lock.Filter || got.Sort != lock.Sort || got.FormatCells != lock.Format ||
			!got.SelectUnlockedCells || got.Password != "" {
			t.Errorf("%+v: %+v", lock, got)
		}
	}
}
