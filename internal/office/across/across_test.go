package across

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/invented"
	"ntm/internal/office"
	"ntm/internal/office/asking"
	"ntm/internal/outlook"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// province is a wide sheet of invented communes, as a source and judged one by one.
func province(t testing.TB, communes int) (Files, []*assess.Assessment) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "gia-dinh.csv")
	var sheet bytes.Buffer
	if err := invented.New(packs.Embedded(), 7).WriteCSV(&sheet, 0, communes, 2023); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, sheet.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	f := Files{Bulk: &office.Bulk{Lib: packs.Embedded(), Year: 2023}, Paths: []string{file}, Version: "v0-thử"}
	var all []*assess.Assessment
	err := office.Each(t.Context(), f.Bulk, f.Paths, func(i office.Item) office.Judged { return f.Judge(i, f.Version) },
		func(j office.Judged) error {
			if j.Assessment != nil {
				all = append(all, j.Assessment)
			}
			return nil
		})
	if err != nil {
		t.Fatal(err)
	}
	return f, all
}

func none(int) func() { return func() {} }

// What is said of many is what is said of each: all counts are those of the communes' own
// shortfalls, each commune is in one group by number, and none that has something open is
// among those of which all is known.
func TestGaps(t *testing.T) {
	from, all := province(t, 60)
	found, err := GapsOf(t.Context(), from, "", none)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 || len(found.Levels) != 3 {
		t.Fatalf("%d communes, %d levels", len(all), len(found.Levels))
	}
	for _, l := range found.Levels {
		failed, open, verdicts := map[string]int{}, map[string]int{}, map[assess.Verdict]int{}
		for _, a := range all {
			for i := range a.Levels {
				if a.Levels[i].Level != l.Level {
					continue
				}
				verdicts[a.Levels[i].Verdict]++
				for x := range a.Levels[i].Judged() {
					switch x.Outcome {
					case assess.Met, assess.NotApplicable:
					case assess.NotMet:
						failed[x.ID]++
					default:
						open[x.ID]++
					}
				}
			}
		}
		if diff := cmp.Diff(verdicts, l.Verdicts); diff != "" {
			t.Error(l.Level, diff)
		}
		gotFailed, gotOpen, alone := map[string]int{}, map[string]int{}, 0
		for _, s := range l.Stops {
			if s.NotMet > 0 {
				gotFailed[s.ID] = s.NotMet
			}
			if s.Open > 0 {
				gotOpen[s.ID] = s.Open
			}
			alone += s.Alone
		}
		if diff := cmp.Diff([]map[string]int{failed, open}, []map[string]int{gotFailed, gotOpen}); diff != "" {
			t.Error(l.Level, diff)
		}
		counted(t, &l, alone)
	}
}

// counted holds the groups by number against the communes.
func counted(t *testing.T, l *LevelGaps, alone int) {
	t.Helper()
	sum, sure, before := 0, 0, -1
	for _, n := range l.ByNumber {
		sum += n.Surely + n.Open
		if n.NotMet == 1 {
			sure = n.Surely
		}
		if n.NotMet <= before {
			t.Errorf("%s: %d after %d", l.Level, n.NotMet, before)
		}
		before = n.NotMet
	}
	if sum != len(l.Communes) || alone != sure {
		t.Errorf("%s: %d of %d communes; %d fail one thing alone, %d by indicator", l.Level, sum, len(l.Communes), sure,
			alone)
	}
	for most := range 4 {
		surely, perhaps := l.Within(most)
		for _, c := range surely {
			if len(c.Open) > 0 || len(c.NotMet) == 0 || len(c.NotMet) > most {
				t.Errorf("%s fails surely at most %d: %+v", c.Commune.Name, most, c)
			}
		}
		for _, c := range perhaps {
			if len(c.Open) == 0 || len(c.NotMet) > most {
				t.Errorf("%s fails perhaps at most %d: %+v", c.Commune.Name, most, c)
			}
		}
	}
}

// The workbook has a line for each commune and each indicator that stops one.
func TestSheet(t *testing.T) {
	from, _ := province(t, 20)
	found, err := GapsOf(t.Context(), from, criteria.NTM, none)
	if err != nil {
		t.Fatal(err)
	}
	var out, again bytes.Buffer
	for _, to := range []io.Writer{&out, &again} {
		if err := found.Sheet(to, "tỉnh giả định", time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("other bytes the second time")
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	l := &found.Levels[0]
	for sheet, want := range map[string]int{"Xã NTM": len(l.Communes), "Chỉ tiêu NTM": len(l.Stops)} {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err, book.GetSheetList())
		}
		if got := len(rows) - 5; got != want {
			t.Errorf("%s: %d lines, want %d", sheet, got, want)
		}
	}
	var nothing bytes.Buffer
	if err := (&Gaps{}).Sheet(&nothing, "trống", time.Time{}); err != nil {
		t.Error(err)
	}
}

// The sheet of a supposition has a line for each commune of which something turns, and two of sums.
func TestSheetOfWhatTurns(t *testing.T) {
	from, _ := province(t, 20)
	found, err := WhatIf(t.Context(), from, packs.Embedded(), []string{"10=+30"}, criteria.NTM, from.Version, none)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := found.Sheet(&out, "tỉnh giả định", time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	l := &found.Levels[0]
	rows, err := book.GetRows("Xã NTM")
	if want := len(l.Verdicts) + len(l.Outcomes) + 2; err != nil || len(rows)-5 != want || want == 2 {
		t.Errorf("%d lines, want %d: %v", len(rows)-5, want, err)
	}
	if err := (&Turns{}).Sheet(&out, "trống", time.Time{}); err != nil {
		t.Error(err)
	}
}

// What turns of many is what turns of each by itself; who has not reported the figure that is
// added to is left as it is and named.
func TestWhatIf(t *testing.T) {
	from, all := province(t, 40)
	const supposed = "income_per_capita=-15"
	found, err := WhatIf(t.Context(), from, packs.Embedded(), []string{supposed}, criteria.NTM, from.Version, none)
	if err != nil {
		t.Fatal(err)
	}
	want, got, without := map[string]string{}, map[string]string{}, 0
	for _, a := range all {
		values, _, err := asking.Supposing{Lib: packs.Embedded(), Before: a,
			Level: criteria.NTM}.Read([]string{supposed})
		if err != nil {
			without++
			continue
		}
		w, err := asking.WhatIf("", a, values, criteria.NTM, from.Version)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range w.Changes {
			if c.Kind == outlook.OfIndicator && c.Before.Outcome != c.After.Outcome {
				want[a.Commune.Title()] += fmt.Sprint(c.Path, c.Before.Outcome, c.After.Outcome)
			}
		}
	}
	for _, l := range found.Levels {
		for _, turn := range append(l.Verdicts, l.Outcomes...) {
			for _, c := range turn.Changed {
				got[turn.Commune.Title()] += fmt.Sprint(c.ID, c.Before, c.After)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 {
		t.Error(len(want), diff)
	}
	if len(found.Untouched) != without || without == 0 {
		t.Errorf("%d communes without the figure, %d told", without, len(found.Untouched))
	}
}

// Every threshold that a commune was judged by is counted once for it, with the basis that its
// own assessment shows; those that nobody has entered are among them and say so.
func TestUse(t *testing.T) {
	from, all := province(t, 30)
	found, err := UseOf(t.Context(), from, "", none)
	if err != nil {
		t.Fatal(err)
	}
	want, got := map[string]int{}, map[string]int{}
	for _, a := range all {
		seen := map[string]bool{}
		for i := range a.Levels {
			for x := range a.Levels[i].Judged() {
				x.Leaves(func(leaf *assess.Judgement) {
					b := leaf.Threshold.Basis
					key := fmt.Sprint(x.ID, leaf.Threshold.Text(), b.Decision, b.Annex, b.Status, b.Year, b.Source)
					if leaf.Outcome != assess.NotApplicable && !seen[key] {
						seen[key] = true
						want[key]++
					}
				})
			}
		}
	}
	unknown := 0
	for _, u := range found.Thresholds {
		got[fmt.Sprint(u.ID, u.Text, u.Basis.Decision, u.Basis.Annex, u.Basis.Status, u.Basis.Year, u.Basis.Source)] +=
			u.Communes
		if !u.Known {
			unknown++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if found.Communes != len(all) || unknown == 0 {
		t.Errorf("%d communes of %d, %d thresholds are not known", found.Communes, len(all), unknown)
	}
}

// What is said of many under another set is what the set says of each, and no commune is told to
// fail by what nobody knows of it.
func TestCompare(t *testing.T) {
	from, all := province(t, 60)
	found, err := Compare(t.Context(), from, packs.Embedded(), "ntm-2016-2020", from.Version, none)
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Communes) != len(all) || found.Year != 2020 || found.Level != criteria.NTM {
		t.Fatalf("%d of %d communes, year %d", len(found.Communes), len(all), found.Year)
	}
	was := map[string]assess.Verdict{}
	for _, a := range all {
		for i := range a.Levels {
			if a.Levels[i].Level == criteria.NTM {
				was[a.Commune.Key()] = a.Levels[i].Verdict
			}
		}
	}
	turns, missing := map[Count]int{}, map[string]int{}
	for i := range found.Communes {
		c := &found.Communes[i]
		if c.Was != was[c.Commune.Key()] || c.Verdict == assess.NotEligible && len(c.NotMet) == 0 && c.Before == "" ||
			c.Verdict == assess.Eligible && len(c.Open)+len(c.NotMet) > 0 {
			t.Errorf("%+v", c)
		}
		turns[Count{Was: c.Was, After: c.Verdict}]++
		for _, name := range c.Missing {
			missing[name]++
		}
	}
	for _, n := range found.Turns {
		if turns[Count{Was: n.Was, After: n.After}] != n.Communes {
			t.Errorf("%+v of %v", n, turns)
		}
	}
	for _, m := range found.Missing {
		if missing[m.Name] != m.Communes {
			t.Errorf("%+v, counted %d", m, missing[m.Name])
		}
	}
	if len(found.Turns) != len(turns) || len(found.Missing) != len(missing) || len(missing) == 0 {
		t.Errorf("%d of %d turns, %d of %d figures", len(found.Turns), len(turns), len(found.Missing), len(missing))
	}
	var out bytes.Buffer
	if err := found.Sheet(&out, "tỉnh giả định", time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if _, err := Compare(t.Context(), from, packs.Embedded(), "khong-co", from.Version, none); err == nil {
		t.Error("a set that is not there is compared with")
	}
}

// A trait that a report was not asked for is not known under the other set: the commune is in no
// group of 2026 for having been silent. A set of another province is nobody's here.
func TestCompareAsksNoSilence(t *testing.T) {
	from, all := province(t, 3)
	lib, law := packs.Embedded(), &office.Bulk{Lib: packs.Embedded()}
	std, _ := lib.StandardByID("ntm-2026-2030")
	for _, a := range all {
		a.Report.Traits, a.Report.TraitsUnknown = []criteria.Trait{}, nil
		c, err := compared(law, std, a, from.Version)
		if err != nil || c.Verdict != assess.Undecided || c.of.Missing() == 0 {
			t.Errorf("%+v, %v", c, err)
		}
	}
	elsewhere := *std
	elsewhere.ID = "khac"
	if _, err := compared(law, &elsewhere, all[0], from.Version); err == nil {
		t.Error("judged by a set of elsewhere")
	}
}

// A file that cannot be read is told of and counted nowhere; one of another year than the
// level's is told too; a question nobody waits for ends.
func TestAside(t *testing.T) {
	wrong := filepath.Join(t.TempDir(), "sai.yaml")
	if err := os.WriteFile(wrong, []byte("schema: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	from, all := province(t, 5)
	from.Paths = append(from.Paths, wrong)
	found, err := GapsOf(t.Context(), from, criteria.HienDai, none)
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Levels) != 0 || len(found.Unread) < len(all)+1 {
		t.Errorf("%+v", found)
	}
}

// A province of 467 communes.
func BenchmarkGaps(b *testing.B) {
	from, _ := province(b, 467)
	for b.Loop() {
		if _, err := GapsOf(b.Context(), from, criteria.NTM, none); err != nil {
			b.Fatal(err)
		}
	}
}
