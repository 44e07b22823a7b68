package pattern_test

import (
	"os"
	"reflect"
	"strings"
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
		"FindAllStringSubmatch": {words.FindAllStringSubmatch(text, -1),
			[][]string{{"xã 12", "12"}, {"xã 7", "7"}}},
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
