package list_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/internal/list"
	"ntm/internal/testenv"
)

func TestMain(m *testing.M) { os.Exit(testenv.Run(m)) }

func TestLists(t *testing.T) {
	words := []string{"xã", "huyện", "tỉnh", "xã"}
	short := func(s string) bool { return len(s) < 5 }
	if got := list.Map(words, strings.ToUpper); !slices.Equal(got, []string{"XÃ", "HUYỆN", "TỈNH", "XÃ"}) {
		t.Errorf("mapped: %q", got)
	}
	if got := list.Where(words, short); !slices.Equal(got, []string{"xã", "xã"}) {
		t.Errorf("kept: %q", got)
	}
	if n := list.Count(words, short); n != 2 {
		t.Errorf("%d are short", n)
	}
	is := func(wanted string) func(string) bool { return func(s string) bool { return s == wanted } }
	if got := list.Entry(&words, is("xã"), "phường"); got != &words[0] || len(words) != 4 {
		t.Errorf("%q of %q", *got, words)
	}
	if got := list.Entry(&words, is("phường"), "phường"); got != &words[4] || *got != "phường" {
		t.Errorf("%q of %q", *got, words)
	}
	words = words[:4]
	if got := list.Once([]string{"xã"}, words...); !slices.Equal(got, words[:3]) {
		t.Errorf("each once: %q", got)
	}
	by := ""
	for n, group := range list.By(words, func(s string) int { return len(s) }) {
		if by += fmt.Sprint(n, group, " "); n == 7 {
			break
		}
	}
	if by != "3 [xã xã] 7 [huyện] " {
		t.Errorf("by their length: %q", by)
	}
	if n := list.Sum([]float64{1.5, 2}); n != 3.5 {
		t.Errorf("added up: %v", n)
	}
}

// Of nothing there is nothing, which JSON tells from an empty list.
func TestOfNothing(t *testing.T) {
	none := func(string) bool { return false }
	if list.Map([]string{}, strings.ToUpper) != nil || list.Where([]string{"xã"}, none) != nil ||
		list.Once[string](nil) != nil || list.Count([]string{"xã"}, none) != 0 {
		t.Error("something came of nothing")
	}
	if none := list.NonNil[string](nil); none == nil || len(none) != 0 || len(list.NonNil([]string{"xã"})) != 1 {
		t.Error("nothing is no empty list")
	}
}
