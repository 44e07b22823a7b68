// Package pattern has regular expressions that are compiled when they are first
// asked: a command pays for those it needs, and ntm starts without any. Its methods
// are those of package regexp, and First.
package pattern

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// A Regexp is a regular expression, to be kept in a variable of a package.
type Regexp struct{ compiled func() *regexp.Regexp }

// New is the regular expression that text writes, by the rules of package regexp.
// What is written wrong panics: in a test at once, else when it is first asked.
func New(text string) *Regexp {
	r := &Regexp{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })}
	if strings.HasSuffix(os.Args[0], ".test") {
		r.compiled()
	}
	return r
}

// First is what the first group of the first match holds, "" where nothing matches.
func (r *Regexp) First(s string) string {
	if m := r.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}
