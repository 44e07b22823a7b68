package packs

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
	"time"

	"ntm/criteria"
)

// Whatever a pack says, it is refused, or what it asks for can be kept and read
// again as it is.
func FuzzPack(f *testing.F) {
	figures, err := fs.ReadFile(embedded, "figures.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range []string{"2021-2025/nang-cao.yaml", "2021-2025/thanh-hoa.yaml", "2021-2025/procedure.yaml",
		"2016-2020/kieu-mau.yaml", "2026-2030/ntm.yaml"} {
		data, err := fs.ReadFile(embedded, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	office, err := os.ReadFile("../../testdata/criteria-gia-dinh/gia-dinh.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(office)
	f.Fuzz(func(t *testing.T, data []byte) {
		lib, err := Over(&criteria.Library{},
			Folder{fstest.MapFS{"figures.yaml": {Data: figures}, "a.yaml": {Data: data}}, "packs", true})
		if err != nil {
			return
		}
		for _, year := range []int{2018, 2023, 2027} {
			set, err := lib.Resolve(criteria.Query{Year: year, On: criteria.Day(year, time.November, 15),
				Region: criteria.NorthCentral, Province: "Thanh Hóa"})
			if err != nil {
				continue
			}
			kept, err := set.Snapshot()
			if err != nil {
				t.Fatal(err)
			}
			if again, err := criteria.ReadSnapshot(kept); err != nil || again.Digest != set.Digest {
				t.Fatalf("%d: what it asks for is not read again: %v", year, err)
			}
		}
	})
}
