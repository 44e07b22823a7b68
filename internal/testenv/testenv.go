// Package testenv is the ground that all tests stand on: an environment in which
// nothing is set that the program or what it works with would read, and one word on
// how much of the long suites is run.
//
// Every package of tests has it in its TestMain. By default the long suites run a
// small fixed sample, so that `go test ./...` is quick anywhere; with NTM_TEST_WHOLE=1
// they run whole, as .ci/run has them.
package testenv

import (
	"flag"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// WholeVariable is set, to anything, where the long suites are to run whole.
const WholeVariable = "NTM_TEST_WHOLE"

// own are the variables of the tests themselves.
const own = "NTM_TEST_"

// foreign are the beginnings of the variables that the program, a database's client,
// a terminal or Python would read: whoever runs the tests may have set them to anything.
var foreign = []string{
	"NTM_", "XDG_", "PG", "LC_", "LANG", "PYTHON", "FORCE_COLOR", "NO_COLOR", "CLICOLOR", "COLORTERM", "COLUMNS", "TZ",
}

// Run clears the environment and runs a package's tests.
func Run(m *testing.M) int {
	Clear()
	debug.SetGCPercent(400) // tests make much that lives briefly
	defer func() {
		for _, do := range atEnd {
			do()
		}
	}()
	return m.Run()
}

var atEnd []func()

// AtEnd has something done when all tests of the package have ended: for what they share.
// It is not for several goroutines at once.
func AtEnd(do func()) { atEnd = append(atEnd, do) }

// Draws has properties tried with n draws where the long suites are not run whole
// and the command line does not say otherwise: for packages in which a draw is slow.
func Draws(n int) {
	if draws := flag.Lookup("rapid.checks"); draws != nil && !Whole() {
		draws.DefValue = strconv.Itoa(n)
		_ = draws.Value.Set(draws.DefValue) // before the command line is read
	}
}

// Clear takes out of the environment what tests must not depend on, for this process
// and those it starts.
func Clear() {
	for _, set := range os.Environ() {
		name, _, _ := strings.Cut(set, "=")
		isForeign := slices.ContainsFunc(foreign, func(f string) bool { return strings.HasPrefix(name, f) })
		if isForeign && !strings.HasPrefix(name, own) {
			_ = os.Unsetenv(name) // a name from the environment itself is valid
		}
	}
}

// Whole tells whether the long suites run whole.
func Whole() bool { return os.Getenv(WholeVariable) != "" }

// Sample is all of a suite where it runs whole, else those cases of it that are named,
// and one line that says what is left out.
func Sample[T any](t testing.TB, all map[string]T, names ...string) map[string]T {
	t.Helper()
	if Whole() {
		return all
	}
	out := map[string]T{}
	for _, name := range names {
		one, known := all[name]
		if !known {
			t.Fatalf("the sample names %q, of which there is none", name)
		}
		out[name] = one
	}
	left := slices.DeleteFunc(slices.Sorted(maps.Keys(all)),
		func(name string) bool { return slices.Contains(names, name) })
	t.Logf("%d of %d cases; %s=1 for %s", len(out), len(all), WholeVariable, strings.Join(left, ", "))
	return out
}

// Some is how many times something is done: most where the suite runs whole, else few.
func Some(t testing.TB, few, most int) int {
	t.Helper()
	if Whole() {
		return most
	}
	t.Logf("%d of %d times; %s=1 for all", few, most, WholeVariable)
	return few
}

// Every is all cases of a suite where it runs whole, else each nth of them, the first
// among them: for tables in which cases of a kind stand together.
func Every[T any](t testing.TB, n int, all []T) []T {
	t.Helper()
	if Whole() {
		return all
	}
	var out []T
	for i := 0; i < len(all); i += n {
		out = append(out, all[i])
	}
	t.Logf("%d of %d cases; %s=1 for all", len(out), len(all), WholeVariable)
	return out
}

// EveryNamed is Every of cases that are told by name, in the order of their names.
func EveryNamed[T any](t testing.TB, n int, all map[string]T) map[string]T {
	t.Helper()
	names := slices.Sorted(maps.Keys(all))
	for i := range names {
		names[i/n] = names[i/n*n]
	}
	return Sample(t, all, names[:(len(names)+n-1)/n]...)
}

// LeftToWhole ends a test where the long suites are not run whole: one that takes long, by
// itself or by what other programs do in it.
func LeftToWhole(t testing.TB) {
	t.Helper()
	if !Whole() {
		t.Skipf("left to %s=1: it takes long", WholeVariable)
	}
}
