package cli

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/cli/law"
	"ntm/internal/places"

	"github.com/google/go-cmp/cmp"
)

// Reports imported one by one, as a folder, or out of bundles of one commune or
// of the province, in any order, are assessed as each is by itself.
func TestABundleIsAssessedAsItsParts(t *testing.T) {
	const communes, year = 6, 2023
	r := rand.New(rand.NewPCG(18, 2022))
	var all []places.Unit
	for _, p := range places.On(criteria.Day(year, time.December, 31).Time).All() {
		if p.Rural() && p.Province == "Thanh Hóa" {
			all = append(all, p)
		}
	}
	ok := func(args ...string) string {
		t.Helper()
		out, errs, status := run(t, args...)
		if status != done {
			t.Fatalf("%v: %s", args, errs)
		}
		return out
	}
	dir := t.TempDir()
	in := func(names ...string) string { return filepath.Join(append([]string{dir}, names...)...) }
	if err := os.Mkdir(in("reports"), 0o700); err != nil {
		t.Fatal(err)
	}
	var codes []string
	alone := map[string]string{} // the assessment of each report by itself
	for _, i := range r.Perm(len(all))[:communes] {
		w := opinionWorld{place: all[i], year: year}
		var set law.ResolvedSet
		if err := json.Unmarshal([]byte(ok(w.args()...)), &set); err != nil {
			t.Fatal(err)
		}
		file := in("reports", w.place.Code+".json")
		if err := os.WriteFile(file, newReportMaker(r, w, &set).report(t), 0o600); err != nil {
			t.Fatal(err)
		}
		codes = append(codes, w.place.Code)
		alone[w.place.Code] = ok("assess", file, "--json")
	}
	shuffled := func() []string {
		out := slices.Clone(codes)
		r.Shuffle(len(out), func(i, k int) { out[i], out[k] = out[k], out[i] })
		return out
	}
	stores := []string{in("one by one.db"), in("folder.db"), in("bundles.db"), in("province.db")}
	for _, code := range shuffled() {
		ok("import", in("reports", code+".json"), "--db", stores[0], "--as", "Người thử")
	}
	ok("import", in("reports"), "--db", stores[1], "--as", "Người thử")
	for _, code := range shuffled() {
		ok("bundle", code, "-o", in(code+".ntm"), "--db", stores[0])
		ok("import", in(code+".ntm"), "--db", stores[2], "--as", "Người thử")
	}
	ok("bundle", "--province", "Thanh Hóa", "-o", in("all.ntm"), "--db", stores[1])
	ok("import", in("all.ntm"), "--db", stores[3], "--as", "Người thử")
	for _, store := range stores {
		listed := ok("list", "--json", "--db", store)
		if first := ok("list", "--json", "--db", stores[0]); listed != first {
			t.Errorf("%s: %s", filepath.Base(store), cmp.Diff(first, listed))
		}
		for _, code := range codes {
			if diff := cmp.Diff(alone[code], ok("assess", code, "--year", fmt.Sprint(year), "--json", "--db", store,
				"--as", "Người thử")); diff != "" {
				t.Errorf("%s, %s: by itself (-), out of the store (+)\n%s", filepath.Base(store), code, diff)
			}
		}
	}
}
