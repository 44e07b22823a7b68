package office

import (
	"errors"
	"strings"
	"testing"
)

// A report that was read elsewhere comes in once, and one that a report loses by is refused as a
// file's would be.
func TestTakeReport(t *testing.T) {
	d := newDesk(t)
	in := Intake{Store: d.Store, Lib: lib(), By: "người thử", Version: "v0-thử"}
	read := func(file string) Item {
		var one Item
		if err := Each(t.Context(), &Bulk{Lib: lib()}, []string{file}, func(i Item) Item { return i },
			func(i Item) error { one = i; return i.Err }); err != nil {
			t.Fatal(err)
		}
		return one
	}
	both := read(d.Report("a.yaml", "income_per_capita=69", "multidimensional_poverty_rate=1.53"))
	for _, known := range []bool{false, true} {
		if got, err := in.TakeReport(t.Context(), both); err != nil || got.Known != known ||
			got.Commune.Name != "Quảng Trung" {
			t.Errorf("%+v, %v", got, err)
		}
	}
	less := read(d.Report("b.yaml", "income_per_capita=69"))
	if _, err := in.TakeReport(t.Context(), less); err == nil ||
		!errors.As(err, new(losing)) && !strings.Contains(err.Error(), "thiếu những gì bản đang có đã có: 1 số liệu") {
		t.Error(err)
	}
	if _, err := in.TakeReport(t.Context(), Item{File: "c.yaml", Err: errors.New("không đọc được")}); err == nil {
		t.Error("a report that nobody could read came in")
	}
}
