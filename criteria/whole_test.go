package criteria_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// What a snapshot is read back as is all that Resolve gave, whoever was asked about:
// of the shipped standards, and of them under the packs of an invented office.
func TestSnapshotIsWhole(t *testing.T) {
	own, err := packs.Load("../testdata/criteria-gia-dinh")
	if err != nil {
		t.Fatal(err)
	}
	libraries := map[string]*criteria.Library{"nation": packs.Embedded(), "office": own}
	var years []int
	provinces := []string{"", "Cà Mau"}
	for _, std := range own.Standards {
		for year := std.Years.From; year <= std.Years.To; year++ {
			years = append(years, year)
		}
	}
	for _, o := range own.Overlays {
		provinces = append(provinces, o.Province)
	}
	slices.Sort(provinces)
	provinces = slices.Compact(provinces)
	rapid.Check(t, func(rt *rapid.T) {
		lib := libraries[rapid.SampledFrom([]string{"nation", "office"}).Draw(rt, "library")]
		q := criteria.Query{
			Year:     rapid.SampledFrom(years).Draw(rt, "year"),
			Region:   rapid.SampledFrom(criteria.Regions).Draw(rt, "region"),
			Province: rapid.SampledFrom(provinces).Draw(rt, "province"),
			UpTo:     rapid.SampledFrom(append([]criteria.Layer{""}, criteria.Layers...)).Draw(rt, "up to"),
		}
		for _, trait := range criteria.Traits {
			switch rapid.IntRange(0, 4).Draw(rt, string(trait)) {
			case 0:
				q.Traits = append(q.Traits, trait)
			case 1:
				q.Unknown = append(q.Unknown, trait)
			}
		}
		set, err := lib.Resolve(q)
		if err != nil {
			rt.Skip(err.Error())
		}
		kept, err := set.Snapshot()
		if err != nil {
			rt.Fatal(err)
		}
		read, err := criteria.ReadSnapshot(kept)
		if err != nil {
			rt.Fatal(err)
		}
		if said, saidAgain := all(t, set), all(t, read); said != saidAgain {
			rt.Errorf("(-resolved +read)\n%s", cmp.Diff(set, read, wholeSets))
		}
	})
}

// all is all that a set says, which cmp takes ten times as long to compare.
func all(t *testing.T, set *criteria.Set) string {
	text, err := json.Marshal(set)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The law as data can be used by itself: no type of a package that only this program
// may use shows in what it offers.
func TestExportsNothingInternal(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		internal := map[string]bool{}
		for _, i := range file.Imports {
			path := strings.Trim(i.Path.Value, `"`)
			internal[path[strings.LastIndex(path, "/")+1:]] = strings.Contains(path, "/internal/")
		}
		ast.FileExports(file)
		ast.Inspect(file, func(n ast.Node) bool {
			if _, isBody := n.(*ast.BlockStmt); isBody {
				return false
			}
			if s, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := s.X.(*ast.Ident); ok && internal[of.Name] {
					t.Errorf("%s offers %s.%s", f.Name(), of.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
}
