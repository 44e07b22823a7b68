package testenv_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ntm/internal/testenv"
)

func TestMain(m *testing.M) { os.Exit(testenv.Run(m)) }

func TestG1TheEnvironmentIsCleared(t *testing.T) {
	kept := map[string]string{"NTM_TEST_KEPT": "x", "PATH": os.Getenv("PATH"), "NTMX": "x", "PUBLIC": "x"}
	for _, name := range []string{
		"NTM_DB", "NTM_CRITERIA", "NTM_AS", "NTM_MỚI", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PGHOST", "PGPASSFILE",
		"PGSSLMODE",
		"LC_ALL", "LANG", "LANGUAGE", "FORCE_COLOR", "PYTHONPATH", "TZ",
	} {
		t.Setenv(name, "/không có/đâu")
	}
	for name, value := range kept {
		t.Setenv(name, value)
	}
	testenv.Clear()
	for _, set := range os.Environ() {
		if strings.Contains(set, "/không có/đâu") {
			t.Error("still set:", set)
		}
	}
	for name, value := range kept {
		if os.Getenv(name) != value {
			t.Error("taken away:", name)
		}
	}
}

// clearing is what clears it: Run, or the tests of a program, which call it.
var clearing = regexp.MustCompile(`testenv\.Run\(|clitest\.Program`)

// A package of tests that forgot it would fail for whoever has a variable set.
func TestG1EveryPackageClearsTheEnvironment(t *testing.T) {
	root := filepath.Join("..", "..")
	clears := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		folder := filepath.Dir(path)
		clears[folder] = clears[folder] || clearing.Match(text)
		return err
	})
	if err != nil || len(clears) < 20 {
		t.Fatal(len(clears), err)
	}
	for folder, does := range clears {
		if !does {
			t.Errorf("%s: no TestMain that clears the environment: copy internal/vi/main_test.go", folder)
		}
	}
}

// asserted is a time that a test holds against a bound.
var asserted = regexp.MustCompile(`(UserTime|SystemTime|Utime|time\.Since|Elapsed)\b.*[<>]|RUSAGE_CHILDREN`)

// None of them asserts how long something took: a busy machine is no fault.
func TestG1NoTestAssertsATime(t *testing.T) {
	for _, line := range []string{"if took := time.Since(begun); took > limit {", "if p.UserTime() > most {"} {
		if !asserted.MatchString(line) {
			t.Error("not found:", line)
		}
	}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testenv") {
			return err
		}
		text, err := os.ReadFile(path)
		if found := asserted.Find(text); found != nil {
			t.Errorf("%s: %s: count work instead, measure in benchmarks", path, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSample(t *testing.T) {
	all := map[string]int{"a": 1, "b": 2, "c": 3}
	t.Setenv(testenv.WholeVariable, "")
	if got := testenv.Sample(t, all, "b"); len(got) != 1 || got["b"] != 2 {
		t.Error(got)
	}
	if n := testenv.Some(t, 2, 200); n != 2 {
		t.Error(n)
	}
	list := []string{"a", "b", "c", "d", "e"}
	if got := testenv.Every(t, 2, list); !slices.Equal(got, []string{"a", "c", "e"}) {
		t.Error(got)
	}
	if got := testenv.EveryNamed(t, 2, all); !maps.Equal(got, map[string]int{"a": 1, "c": 3}) {
		t.Error(got)
	}
	t.Setenv(testenv.WholeVariable, "1")
	if got := testenv.EveryNamed(t, 2, all); !maps.Equal(got, all) {
		t.Error(got)
	}
	if got := testenv.Every(t, 2, list); !slices.Equal(got, list) {
		t.Error(got)
	}
	if got := testenv.Sample(t, all, "b"); len(got) != 3 {
		t.Error(got)
	}
	if n := testenv.Some(t, 2, 200); n != 200 {
		t.Error(n)
	}
}
