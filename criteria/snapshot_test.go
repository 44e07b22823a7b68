package criteria_test

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"
)

// sets are what communes of every period, of some regions and with overlays are
// judged by.
func sets(t testing.TB) map[string]*criteria.Set {
	t.Helper()
	out := map[string]*criteria.Set{}
	for of, folders := range map[string][]string{"nation": nil, "invented": {"../testdata/criteria-gia-dinh"}} {
		lib, err := packs.Load(folders...)
		if err != nil {
			t.Fatal(err)
		}
		for name, q := range map[string]criteria.Query{
			"2018": {Year: 2018, Region: criteria.NorthCentral, Province: "Thanh Hóa"},
			"2023": {Year: 2023, Region: criteria.MekongDelta},
			"thanh-hoa-2023": {Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa",
				Traits: []criteria.Trait{criteria.NoCraftVillage, criteria.SafeZone}},
			"thanh-hoa-2025": {Year: 2025, Region: criteria.NorthCentral, Province: "Thanh Hóa"},
			"2026":           {Year: 2026, Region: criteria.RedRiverDelta},
		} {
			if out[of+" "+name], err = lib.Resolve(q); err != nil {
				t.Fatal(of, name, err)
			}
		}
	}
	return out
}

func TestSnapshotIsReadBack(t *testing.T) {
	for name, set := range sets(t) {
		first, err := set.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		read, err := criteria.ReadSnapshot(first)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if again, err := read.Snapshot(); err != nil || !bytes.Equal(first, again) {
			t.Errorf("%s: read and written again, it differs: %v", name, err)
		}
		if diff := cmp.Diff(set, read, wholeSets); diff != "" {
			t.Errorf("%s: (-written +read)\n%s", name, diff)
		}
	}
}

// wholeSets compares all that sets say, but where in which file a figure stands and what only
// helps to read it.
var wholeSets = cmp.Options{
	cmp.Comparer(func(_, _ criteria.Pos) bool { return true }),
	cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) && a.Exponent() == b.Exponent() }),
	cmp.Comparer(func(a, b criteria.Date) bool { return a.String() == b.String() }),
	cmpopts.EquateEmpty(), cmpopts.IgnoreFields(criteria.Figure{}, "Also", "Wider"),
}

func TestSnapshotThatIsNone(t *testing.T) {
	whole, err := sets(t)["nation 2023"].Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"another threshold": {`"value":"80"`, `"value":"79"`},
		"a giant number":    {`"value":"80"`, `"value":"1e999999"`},
		"another schema":    {"ntm.set.v1", "ntm.set.v9"},
		"an unknown key":    {`{"schema"`, `{"key":1,"schema"`},
		"no such figure":    {`"figure":"income_per_capita"`, `"figure":"none"`},
		"no such grounds":   {`"basis":3`, `"basis":999`},
		"a strange word":    {`"op":"at_least"`, `"op":"about"`},
		"a missing key":     {`,"unit":"triệu đồng/người/năm"`, ``},
		"a doubled key":     {`"year":`, `"year":2021,"year":`},
		"a space":           {`"year":`, `"year": `},
		"cut short":         {`"bases":`, ``},
	} {
		damaged := bytes.Replace(whole, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(damaged, whole) {
			t.Fatalf("%s: nothing was damaged", name)
		}
		if _, err := criteria.ReadSnapshot(damaged); err == nil || !strings.Contains(err.Error(),
			"bản lưu bộ tiêu chí") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzSnapshot(f *testing.F) {
	for _, set := range sets(f) {
		data, err := set.Snapshot()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := criteria.ReadSnapshot(data)
		if err != nil {
			return
		}
		written, err := set.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		read, err := criteria.ReadSnapshot(written)
		if err != nil || read.Digest != set.Digest {
			t.Fatalf("what was read is not read again: %v", err)
		}
	})
}

func BenchmarkSnapshot(b *testing.B) {
	set := sets(b)["nation 2023"]
	for b.Loop() {
		data, err := set.Snapshot()
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
	}
}
