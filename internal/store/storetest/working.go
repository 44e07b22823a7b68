package storetest

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ntm/internal/store"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// ofYear is whose working copy the tests type into.
var ofYear = store.OfYear{Province: "Giả Định", Commune: "1", Year: 2024}

func cellOf(value string, version int) store.WorkingCell {
	return store.WorkingCell{Sheet: "Số liệu", Item: "income_per_capita", Cell: "ntm:value", Value: value,
		Version: version}
}

// beside is another cell.
var beside = store.WorkingCell{Sheet: "Số liệu", Item: "multidimensional_poverty_rate", Cell: "ntm:value",
	Value: "1,53"}

// begun is a store with a working copy in which one cell stands.
func begun(t *testing.T, open Open) *store.Store {
	t.Helper()
	s := open(t, always)
	copied := store.WorkingCopy{OfYear: ofYear, State: `{"tên":"Giả Định"}`, Base: "abc", By: "Người A"}
	for i, value := range []string{"69", "70"} {
		did, err := s.BeginWorking(t.Context(), copied, []store.WorkingCell{cellOf(value, 0)})
		if err != nil || did != (i == 0) {
			t.Fatal(did, err)
		}
	}
	return s
}

// A working copy is begun once, and holds what was typed into it.
func workingCopiesStand(t *testing.T, open Open) {
	s := begun(t, open)
	c, cells, err := s.Working(t.Context(), ofYear, nil)
	if err != nil || c == nil || c.Base != "abc" || c.State != `{"tên":"Giả Định"}` || c.By != "Người A" ||
		!c.At.Equal(Day) {
		t.Fatalf("%+v, %v", c, err)
	}
	same(t, cells, "69", 1)
	other := ofYear
	other.Year++
	if c, cells, err := s.Working(t.Context(), other, nil); c != nil || cells != nil || err != nil {
		t.Error(c, cells, err)
	}
	all, err := s.WorkingCopies(t.Context())
	if err != nil || len(all) != 1 || all[0] != *c {
		t.Errorf("%+v, %v", all, err)
	}
	must(t, s, Report(other.Province, other.Commune, "Giả Định", other.Year, ""))
	if left, err := s.Unreported(t.Context()); err != nil || len(left) != 1 || left[0] != *c {
		t.Errorf("another year reported: %+v, %v", left, err)
	}
	must(t, s, Report(ofYear.Province, ofYear.Commune, "Giả Định", ofYear.Year, ""))
	if left, err := s.Unreported(t.Context()); err != nil || len(left) != 0 {
		t.Errorf("this one: %+v, %v", left, err)
	}
	for _, from := range []string{"xyz", "abc", "abc"} { // the last is done again
		if did, err := s.Rebase(t.Context(), ofYear, from, "def"); err != nil || did != (from == "abc") {
			t.Error(from, did, err)
		}
	}
}

func same(t *testing.T, cells []store.WorkingCell, value string, version int) {
	t.Helper()
	want := []store.WorkingCell{cellOf(value, version)}
	if d := cmp.Diff(want, cells, cmpopts.IgnoreFields(store.WorkingCell{}, "At", "By")); d != "" {
		t.Error(d)
	}
}

func write(t *testing.T, s *store.Store, cells ...store.WorkingCell) (written, clashing []store.WorkingCell) {
	t.Helper()
	written, clashing, err := s.Write(t.Context(), ofYear, "Người B", cells)
	if err != nil {
		t.Fatal(err)
	}
	return written, clashing
}

// Who did not see what stands in a cell writes nothing, nor anything beside it, and is told
// what stands there; the same written twice is written once.
func workingCellsClash(t *testing.T, open Open) {
	s := begun(t, open)
	written, clashing := write(t, s, cellOf("71", 1))
	if same(t, written, "71", 2); len(clashing) > 0 || written[0].By != "Người B" {
		t.Error(written, clashing)
	}
	written, clashing = write(t, s, cellOf("71", 1)) // the same request again
	if same(t, written, "71", 2); len(clashing) > 0 {
		t.Error(clashing)
	}
	for _, version := range []int{0, 1, 3} {
		written, clashing = write(t, s, beside, cellOf("72", version))
		if same(t, clashing, "71", 2); len(written) > 0 {
			t.Error(written)
		}
	}
	_, cells, err := s.Working(t.Context(), ofYear, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, cells, "71", 2)
	written, clashing = write(t, s, beside, cellOf("", 2))
	if len(written) != 2 || len(clashing) > 0 {
		t.Error(written, clashing)
	}
	if _, cells, err = s.Working(t.Context(), ofYear, nil); err != nil || len(cells) != 2 || cells[0].Value != "" ||
		cells[0].Version != 3 {
		t.Error(cells, err)
	}
}

// Nothing in the place of nothing is no version of a cell.
func nothingIsNoVersion(t *testing.T, open Open) {
	s := begun(t, open)
	cell := beside
	cell.Value = ""
	if written, clashing := write(t, s, cell); len(clashing) > 0 || len(written) != 1 || written[0].Version != 0 {
		t.Error("nothing in the place of nothing was written:", written, clashing)
	}
	cell.Value = "4"
	if written, clashing := write(t, s, cell); len(clashing) > 0 || written[0].Version != 1 {
		t.Error(written, clashing)
	}
}

// A text that is no text is not written, nor what is typed into no working copy, nor one cell twice.
func unwritableCells(t *testing.T, open Open) {
	s := begun(t, open)
	for _, text := range []string{strings.Repeat("a", 1<<20), "a\x00", "\xff"} {
		if _, _, err := s.Write(t.Context(), ofYear, "Người B", []store.WorkingCell{cellOf(text, 1)}); err == nil {
			t.Errorf("%.10q was written", text)
		}
	}
	nobody := ofYear
	nobody.Commune = "2"
	if _, _, err := s.Write(t.Context(), nobody, "Người B", []store.WorkingCell{cellOf("1", 0)}); err == nil {
		t.Error("written into no working copy")
	}
	twice := []store.WorkingCell{cellOf("1", 0), cellOf("2", 0)}
	if _, err := s.BeginWorking(t.Context(), store.WorkingCopy{OfYear: nobody}, twice); err == nil {
		t.Error("one of two values of a cell was lost without a word")
	}
	if c, _, err := s.Working(t.Context(), nobody, nil); c != nil || err != nil {
		t.Errorf("a working copy that was refused is there: %+v, %v", c, err)
	}
}

// Who has read the cells before is given them as they stand, also where a clock went back and
// where nothing was written.
func workingCellsSince(t *testing.T, open Open) {
	now := Day
	s := open(t, func() time.Time { return now })
	if _, err := s.BeginWorking(t.Context(), store.WorkingCopy{OfYear: ofYear},
		[]store.WorkingCell{cellOf("69", 0)}); err != nil {
		t.Fatal(err)
	}
	var known []store.WorkingCell
	for i, after := range []time.Duration{0, time.Hour, -time.Hour, -time.Hour, 2 * time.Hour} {
		now = Day.Add(after)
		other := cellOf("70", 0)
		other.Item = strconv.Itoa(i)
		for _, cell := range []store.WorkingCell{other, cellOf(strconv.Itoa(i), i+1)} {
			if _, clashing, err := s.Write(t.Context(), ofYear, "Người B", []store.WorkingCell{cell}); err != nil ||
				len(clashing) > 0 {
				t.Fatal(clashing, err)
			}
		}
		_, all, err := s.Working(t.Context(), ofYear, nil)
		if err != nil || len(all) != i+2 {
			t.Fatal(all, err)
		}
		for range 2 {
			if _, known, err = s.Working(t.Context(), ofYear, known); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(all, known, cmpopts.SortSlices(func(a, b store.WorkingCell) bool {
				return a.Item < b.Item
			})); d != "" {
				t.Error(d)
			}
		}
	}
}

// A whole store that goes elsewhere takes its working copies along; a part that is handed
// over does not: they are no report yet.
func workingCopiesTravel(t *testing.T, open Open) {
	s := begun(t, open)
	must(t, s, Report("Giả Định", "1", "Một", 2024, ""))
	file := filepath.Join(t.TempDir(), "sao.db")
	if err := s.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	saved, err := store.Open(t.Context(), file, always)
	if err != nil {
		t.Fatal(err)
	}
	defer saved.Close() //nolint:errcheck // only read
	onto, part := open(t, always), open(t, always)
	for range 2 {
		if _, err := store.Transfer(t.Context(), saved, onto, func(int) {}); err != nil {
			t.Fatal(err)
		}
	}
	merge(t, part, s)
	for name, c := range map[string]struct {
		s    *store.Store
		want int
	}{"backup": {saved, 1}, "transferred": {onto, 1}, "handed over": {part, 0}} {
		_, cells, err := c.s.Working(t.Context(), ofYear, nil)
		if err != nil || len(cells) != c.want {
			t.Errorf("%s: %v, %v", name, cells, err)
		}
	}
	sound(t, onto)
}
