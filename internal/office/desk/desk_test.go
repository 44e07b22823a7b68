package desk

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/invented"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/store"

	"github.com/google/go-cmp/cmp"
)

var day = time.Date(2023, 12, 1, 9, 0, 0, 0, time.UTC)

const by, example = "Người thử", "../../../testdata/quang-trung-2023.yaml"

func opened(t testing.TB) *Desk {
	t.Helper()
	st, err := store.OpenOrMake(t.Context(), filepath.Join(t.TempDir(), "ntm.db"), func() time.Time { return day })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return New(st, packs.Embedded(), "thử", t.TempDir())
}

// imported takes in a file as ntm import does.
func (d *Desk) imported(t testing.TB, file string) office.Incoming {
	t.Helper()
	in := office.Intake{Store: d.Store, Lib: d.Lib, By: by, Version: d.Version}
	var out office.Incoming
	came := func(i *office.Incoming) error { out = *i; return nil }
	if err := in.TakeIn(t.Context(), []string{file}, came, came); err != nil || out.Err != nil {
		t.Fatal(err, out.Err)
	}
	return out
}

// cellsIn are the cells of the report in a file, but for capital: of that a form has lines of
// its own, in its own order.
func cellsIn(t testing.TB, lib *criteria.Library, file string) []form.Cell {
	t.Helper()
	r, _, err := commune.Read(file, lib)
	if err != nil {
		t.Fatal(err)
	}
	r.Capital, r.Commune.Code = nil, "16492"
	return form.CellsOf(r)
}

// typed types the cells of the report in a file.
func (d *Desk) typed(t testing.TB, of store.OfYear, file string) {
	t.Helper()
	for _, c := range list.Map(cellsIn(t, d.Lib, file), asCell) {
		w, err := d.Read(t.Context(), of)
		if err != nil {
			t.Fatal(err)
		}
		c.Version = w.Cells[PlaceOf(&c)].Version
		if clashing, err := d.Set(t.Context(), of, by, []store.WorkingCell{c}); err != nil || len(clashing) > 0 {
			t.Fatal(c, clashing, err)
		}
	}
}

func (d *Desk) begun(t testing.TB) store.OfYear {
	t.Helper()
	of, err := d.Begin(t.Context(), "Quang Trung, Quang Xuong, Thanh Hoa", 2023, "", by)
	if err != nil {
		t.Fatal(err)
	}
	return of
}

// filled is a form into which the cells of the report in a file are written.
func filled(t testing.TB, lib *criteria.Library, file string) string {
	t.Helper()
	plan, err := layout.NewPlan(lib, 2023, criteria.KieuMau, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	answers, rows := layout.NewAnswers(), map[string]map[string]any{}
	for _, c := range cellsIn(t, lib, file) {
		i := slices.IndexFunc(layout.Tables, func(t *layout.Table) bool {
			return t.Sheet == c.Sheet &&
				t.At(c.ID) >= 0
		})
		if table := layout.Tables[i]; table.Fixed() || len(table.Questions) > 0 {
			answers.Set(c.Sheet, c.Item, c.ID, c.Text)
		} else {
			key := c.Sheet + c.Item
			if rows[key] == nil {
				rows[key] = map[string]any{}
				answers.Rows[table.Columns[0].ID] = append(answers.Rows[table.Columns[0].ID], rows[key])
			}
			rows[key][c.ID] = c.Text
		}
	}
	var out bytes.Buffer
	if err := blank.WriteFilled(&out, plan, nil, answers, day, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "quang-trung.xlsx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// events are the kinds of what happened to a commune, with the reports they name.
func (d *Desk) events(t testing.TB, of store.OfYear) string {
	t.Helper()
	events, err := d.Store.Events(t.Context(), store.Subject{Province: of.Province, Commune: of.Commune})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for i := range events {
		out.WriteString(string(events[i].Kind) + " " + events[i].By + " ")
		if b, is := docket.AssessedOf(&events[i]); is {
			out.WriteString(b.Report + " " + b.Result)
		}
		out.WriteString("\n")
	}
	return out.String()
}

// The same figures are the same report, in whatever order somebody typed them and in whatever
// order the report had them that was there before: the one of a form that says them.
func TestOneOrder(t *testing.T) {
	lib := packs.Embedded()
	came := opened(t).imported(t, filled(t, lib, example))
	backwards, _, err := commune.Read(example, lib)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(backwards.Figures)
	backwards.Capital, backwards.CouncilVotes, backwards.Commune.Code = nil, nil, "16492"
	const income, poverty = "income_per_capita", "multidimensional_poverty_rate"
	for name, c := range map[string]struct {
		before, typed []string // figures that a report had that was there, and the order of typing
		stays         bool     // it says all the same: it is that report
	}{
		"nothing before":  {nil, []string{income, poverty}, false},
		"the other way":   {nil, []string{poverty, income}, false},
		"the last before": {[]string{poverty}, []string{income}, false},
		"both, backwards": {[]string{poverty, income}, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			d := opened(t)
			of, was := store.OfYear{}, came.Digest
			if c.before == nil {
				of = d.begun(t)
			} else {
				r := *backwards
				r.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(f commune.Figure) bool {
					return !slices.Contains(c.before, f.ID)
				})
				of, was = d.importedReport(t, &r)
			}
			cells := list.Map(cellsIn(t, lib, example), asCell)
			at := func(cell store.WorkingCell) int {
				return slices.Index(append(c.typed, cell.Item), cell.Item)
			}
			slices.SortStableFunc(cells, func(a, b store.WorkingCell) int { return at(a) - at(b) })
			for _, cell := range cells {
				for _, text := range []string{"1", cell.Value} {
					w, err := d.Read(t.Context(), of)
					if err != nil {
						t.Fatal(err)
					}
					cell.Version, cell.Value = w.Cells[PlaceOf(&cell)].Version, text
					if clashing, err := d.Set(t.Context(), of, by, []store.WorkingCell{cell}); err != nil ||
						len(clashing) > 0 {
						t.Fatal(cell, clashing, err)
					}
				}
			}
			one, err := d.Keep(t.Context(), of, by, true)
			if err != nil {
				t.Fatal(err)
			}
			if one.Known != c.stays || !c.stays && one.Digest != came.Digest || c.stays && one.Digest != was {
				mine, _ := d.Store.Document(t.Context(), of.Province, one.Digest)
				t.Errorf("it is %s", mine)
			}
		})
	}
}

// importedReport takes in a report as ntm import does.
func (d *Desk) importedReport(t testing.TB, r *commune.Report) (of store.OfYear, digest string) {
	t.Helper()
	text, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bao-cao.yaml")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	came := d.imported(t, path)
	return store.OfYear{Province: came.Commune.Home(), Commune: came.Commune.Key(), Year: came.Of}, came.Digest
}

// What is typed cell by cell and kept is what an import of the same figures makes: the same
// report, the same result, the same events.
func TestKeptAsImported(t *testing.T) {
	typed, taken := opened(t), opened(t)
	of := typed.begun(t)
	typed.typed(t, of, example)
	came := taken.imported(t, filled(t, typed.Lib, example))
	one, err := typed.Keep(t.Context(), of, by, false)
	if err != nil {
		t.Fatal(err)
	}
	if one.Digest != came.Digest || typed.events(t, of) != taken.events(t, of) {
		mine, _ := typed.Store.Document(t.Context(), of.Province, one.Digest)
		theirs, _ := taken.Store.Document(t.Context(), of.Province, came.Digest)
		t.Error(cmp.Diff(string(theirs), string(mine)))
		t.Errorf("%s, imported %s:\n%s\n%s", one.Digest, came.Digest, typed.events(t, of), taken.events(t, of))
	}
	again, err := typed.Keep(t.Context(), of, by, false)
	if err != nil || !again.Known || typed.events(t, of) != taken.events(t, of) {
		t.Errorf("kept twice: %v", err)
	}
	w, err := typed.Read(t.Context(), of)
	if err != nil || w.Stale() || w.Base != one.Digest {
		t.Error(w, err)
	}
}

// A report that is in the store stands in the cells without a working copy; the first cell that
// is typed begins one.
func TestFromTheStore(t *testing.T) {
	d := opened(t)
	came := d.imported(t, example)
	of := d.begun(t) // nothing is to be begun
	w, err := d.Read(t.Context(), of)
	if err != nil || w.Begun || w.Base != came.Digest || w.Text(layout.FigureSheet, "income_per_capita",
		"ntm:value") != "69" {
		t.Fatalf("%+v %v", w, err)
	}
	copies, err := d.Store.WorkingCopies(t.Context())
	if err != nil || len(copies) != 0 {
		t.Error("reading began one", copies, err)
	}
	cell := store.WorkingCell{Sheet: layout.FigureSheet, Item: "income_per_capita", Cell: "ntm:value", Value: "70",
		Version: 1}
	if clashing, err := d.Set(t.Context(), of, by, []store.WorkingCell{cell}); err != nil || len(clashing) > 0 {
		t.Fatal(clashing, err)
	}
	one, err := d.Keep(t.Context(), of, by, false)
	if err != nil || one.Known {
		t.Fatal(one, err)
	}
	// Somebody takes in another report meanwhile: that is told, and nothing is kept over it.
	cell.Value, cell.Version = "71", 2
	if _, err := d.Set(t.Context(), of, by, []store.WorkingCell{cell}); err != nil {
		t.Fatal(err)
	}
	d.imported(t, example)
	if _, err := d.Keep(t.Context(), of, by, false); err == nil || !strings.Contains(err.Error(),
		"bản báo cáo khác") {
		t.Error(err)
	}
	found, err := d.Differences(t.Context(), of)
	if err != nil || len(found) != 1 || found[0].Mine != "71" || found[0].Theirs != "69" {
		t.Errorf("%+v %v", found, err)
	}
	theirs := func(form.Place) bool { return true }
	if err := d.Settle(t.Context(), of, by, "x", theirs); err == nil {
		t.Error("settled with a report that is not the current one")
	}
	if err := d.Settle(t.Context(), of, by, came.Digest, theirs); err != nil {
		t.Error(err)
	}
	if w, err = d.Read(t.Context(), of); err != nil || w.Stale() || w.Text(layout.FigureSheet, "income_per_capita",
		"ntm:value") != "69" {
		t.Errorf("%+v %v", w.Cells, err)
	}
	lines, err := listed(t.Context(), d, "quang trung 2023")
	if err != nil || len(lines) != 1 || !lines[0].Typed || lines[0].Dossier == nil {
		t.Errorf("%+v %v", lines, err)
	}
}

// What is no commune, no year, no cell.
func TestRefused(t *testing.T) {
	d := opened(t)
	for name, c := range map[string]struct {
		commune string
		year    int
		level   criteria.Level
		want    string
	}{
		"no commune": {"Nơi Không Có", 2023, "", "Nơi Không Có"},
		"no xã":      {"phường Ba Đình, Bỉm Sơn, Thanh Hóa", 2023, "", "phường"},
		"no year":    {"16492", 1999, "", "1999"},
		"no level":   {"16492", 2018, criteria.NangCao, "nâng cao"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := d.Begin(t.Context(), c.commune, c.year, c.level, by); err == nil ||
				!strings.Contains(err.Error(), c.want) {
				t.Error(err)
			}
		})
	}
	of := d.begun(t)
	for name, cell := range map[string]store.WorkingCell{
		"no sheet":      {Sheet: "Lạ", Item: "1", Cell: "ntm:value"},
		"no figure":     {Sheet: layout.FigureSheet, Item: "lạ", Cell: "ntm:value"},
		"a key":         {Sheet: layout.FigureSheet, Item: "income_per_capita", Cell: "ntm:figure"},
		"no column":     {Sheet: layout.FigureSheet, Item: "income_per_capita", Cell: "ntm:work"},
		"no row":        {Sheet: layout.ArrearsSheet, Item: "../x", Cell: "ntm:work"},
		"too many rows": {Sheet: layout.ArrearsSheet, Item: "1001", Cell: "ntm:work"},
		"ten thousand letters": {Sheet: layout.FigureSheet, Item: "income_per_capita", Cell: "ntm:note",
			Value: strings.Repeat("ă", 10_000)},
	} {
		if _, err := d.Set(t.Context(), of, by, []store.WorkingCell{cell}); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	of.Year++
	if _, err := d.Read(t.Context(), of); err == nil {
		t.Error("a year that nobody began")
	}
}

// A cell that cannot be read keeps the report back, with what is wrong.
func TestNotKeptUnread(t *testing.T) {
	d := opened(t)
	of := d.begun(t)
	cell := store.WorkingCell{Sheet: layout.FigureSheet, Item: "income_per_capita", Cell: "ntm:value",
		Value: "chờ thống kê"}
	if _, err := d.Set(t.Context(), of, by, []store.WorkingCell{cell}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Keep(t.Context(), of, by, false); err == nil || !strings.Contains(err.Error(),
		"chờ thống kê") {
		t.Error(err)
	}
	w, err := d.Read(t.Context(), of)
	if err != nil || w.Assessment == nil || len(w.Entered.Wrong) != 1 {
		t.Errorf("%+v %v", w, err)
	}
}

func BenchmarkCell(b *testing.B) {
	d := opened(b)
	d.imported(b, "../../../testdata/xa-gia-dinh-2023.yaml")
	lines, err := listed(b.Context(), d, "")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.Read(b.Context(), lines[0].OfYear); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkJudged is a cell that was typed, read and judged with all others.
func BenchmarkJudged(b *testing.B) {
	d := opened(b)
	d.imported(b, "../../../testdata/xa-gia-dinh-2023.yaml")
	lines, err := listed(b.Context(), d, "")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if last := d.last[lines[0].OfYear]; last != nil {
			last.Cells = nil // so that it says something else
		}
		if _, err := d.Read(b.Context(), lines[0].OfYear); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSearch is one more letter typed, of the country's communes.
func BenchmarkSearch(b *testing.B) {
	d := opened(b)
	country := invented.New(d.Lib, 1)
	file, err := os.Create(filepath.Join(b.TempDir(), "ca-nuoc.csv"))
	if err != nil {
		b.Fatal(err)
	}
	if err := country.WriteCSV(file, 0, 3321, 2023); err != nil {
		b.Fatal(err)
	}
	_ = file.Close()
	in := office.Intake{Store: d.Store, Lib: d.Lib, Year: 2023, By: by, Version: d.Version}
	none := func(*office.Incoming) error { return nil }
	if err := in.TakeIn(b.Context(), []string{file.Name()}, none, none); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.List(b.Context(), "tan an", 0, 100); err != nil {
			b.Fatal(err)
		}
	}
}

// listed are the first communes' years that are found.
func listed(ctx context.Context, d *Desk, asked string) ([]Line, error) {
	found, err := d.List(ctx, asked, 0, 100)
	if err != nil {
		return nil, err
	}
	return found.Lines, nil
}
