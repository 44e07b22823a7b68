package pattern_test

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"

	"ntm/internal/pattern"
)

func TestMethodsAreThoseOfRegexp(t *testing.T) {
	const text = "xã 12, xã 7"
	words := pattern.New(`xã (\d+)`)
	for name, c := range map[string]struct{ got, want any }{
		"MatchString":             {words.MatchString(text), true},
		"FindString":              {words.FindString(text), "xã 12"},
		"FindStringIndex":         {words.FindStringIndex(text), []int{0, 6}},
		"FindStringSubmatch":      {words.FindStringSubmatch(text), []string{"xã 12", "12"}},
		"FindStringSubmatchIndex": {words.FindStringSubmatchIndex(text), []int{0, 6, 4, 6}},
		"FindSubmatch":            {words.FindSubmatch([]byte(text)), [][]byte{[]byte("xã 12"), []byte("12")}},
		"FindAllString":           {words.FindAllString(text, -1), []string{"xã 12", "xã 7"}},
		"FindAllStringIndex":      {words.FindAllStringIndex(text, -1), [][]int{{0, 6}, {8, 13}}},
		"FindAllStringSubmatch": {words.FindAllStringSubmatch(text, -1),
			[][]string{{"xã 12", "12"}, {"xã 7", "7"}}},
		"First":                {words.First(text), "12"},
		"First of none":        {words.First("xã"), ""},
		"Split":                {words.Split(text, -1), []string{"", ", ", ""}},
		"ReplaceAllString":     {words.ReplaceAllString(text, "$1"), "12, 7"},
		"ReplaceAllStringFunc": {words.ReplaceAllStringFunc(text, strings.ToUpper), "XÃ 12, XÃ 7"},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}

func TestWrittenWrong(t *testing.T) {
	panics := func(f func()) (did bool) {
		defer func() { did = recover() != nil }()
		f()
		return false
	}
	if !panics(func() { pattern.New(`(`) }) {
		t.Error("in a test: made without a panic")
	}
	name := os.Args[0]
	os.Args[0] = "ntm"
	defer func() { os.Args[0] = name }()
	var later *pattern.Regexp
	if panics(func() { later = pattern.New(`(`) }) {
		t.Error("in the program: compiled before it was asked")
	}
	if !panics(func() { later.MatchString("") }) {
		t.Error("in the program: asked without a panic")
	}
}

// Every method gives what package regexp gives, whatever the text; many ask at once.
func TestMethodsAgreeWithRegexp(t *testing.T) {
	for _, words := range []string{`xã (\d+)`, `^$`, `(?i)đạt`, `\s+`, `a|b`} {
		mine, theirs := pattern.New(words), regexp.MustCompile(words)
		for _, text := range []string{"", "xã 12, xã 7", "ĐẠT", " a  b ", "\xff\xfe", "xã"} {
			for name, c := range map[string]struct{ got, want any }{
				"MatchString":           {mine.MatchString(text), theirs.MatchString(text)},
				"FindString":            {mine.FindString(text), theirs.FindString(text)},
				"FindStringIndex":       {mine.FindStringIndex(text), theirs.FindStringIndex(text)},
				"FindStringSubmatch":    {mine.FindStringSubmatch(text), theirs.FindStringSubmatch(text)},
				"FindAllString, two":    {mine.FindAllString(text, 2), theirs.FindAllString(text, 2)},
				"FindAllStringIndex":    {mine.FindAllStringIndex(text, -1), theirs.FindAllStringIndex(text, -1)},
				"FindAllStringSubmatch": {mine.FindAllStringSubmatch(text, -1), theirs.FindAllStringSubmatch(text, -1)},
				"Split, two":            {mine.Split(text, 2), theirs.Split(text, 2)},
				"ReplaceAllString":      {mine.ReplaceAllString(text, "<$0>"), theirs.ReplaceAllString(text, "<$0>")},
			} {
				if !reflect.DeepEqual(c.got, c.want) {
					t.Errorf("%s of %q in %q: %v, want %v", name, words, text, c.got, c.want)
				}
			}
		}
	}
	var all sync.WaitGroup
	one := pattern.New(`\d+`)
	for range 8 {
		all.Go(func() {
			if one.FindString("xã 12") != "12" {
				t.Error("asked at once it finds another")
			}
		})
	}
	all.Wait()
}
