package criteria_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// The small packs below are invented and stand alone, so that one rule at a time
// can be broken: three figures, three indicators, one condition.
var (
	smallFigures   = smallPack("figures")
	smallStandard  = smallPack("standard")
	smallProcedure = smallPack("procedure")
	smallOverlay   = smallPack("overlay")
	smallAddition  = smallPack("addition")
	goodOverlay    = smallPack("office")
)

func smallPack(name string) string {
	text, err := os.ReadFile("testdata/small/" + name + ".yaml")
	if err != nil {
		panic(err)
	}
	return string(text)
}

// filesOf is a folder of the packs: a.yaml, b.yaml and so on.
func filesOf(given ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i, text := range given {
		files[string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// alone reads packs with no others under them.
func alone(files fs.FS) (*criteria.Library, error) {
	return packs.Over(&criteria.Library{}, packs.Folder{FS: files})
}

// small loads the small packs and those given, none of the program's.
func small(given ...string) (*criteria.Library, error) {
	return alone(filesOf(slices.Concat([]string{smallFigures, smallStandard, smallProcedure}, given)...))
}

func smallLibrary(t testing.TB, given ...string) *criteria.Library {
	t.Helper()
	lib, err := small(given...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// smallRequirement is what the indicator or condition asks.
func smallRequirement(t testing.TB, lib *criteria.Library, no string, q criteria.Query) *criteria.Requirement {
	t.Helper()
	set, err := lib.Resolve(q)
	if err != nil {
		t.Fatal(err)
	}
	level, _ := set.Level(lib.Standards[0].Level)
	for _, c := range level.Criteria {
		for i := range c.Indicators {
			if c.Indicators[i].No == no {
				return &c.Indicators[i].Requirement
			}
		}
	}
	for i := range level.Conditions {
		if level.Conditions[i].ID == no {
			return &level.Conditions[i].Requirement
		}
	}
	return &criteria.Requirement{}
}

// loadOffice loads the embedded packs with one office pack over them.
func loadOffice(t *testing.T, given ...string) (*criteria.Library, error) {
	t.Helper()
	dir := t.TempDir()
	for i, text := range given {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return packs.Load(dir)
}
