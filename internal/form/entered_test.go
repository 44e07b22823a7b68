package form_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/typed"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func jsonOf(t *testing.T, r *commune.Report) string {
	t.Helper()
	data, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What a report says, typed into cells, is read as the same report.
func TestTypedAgain(t *testing.T) {
	lib := packs.Embedded()
	files, err := filepath.Glob("../../testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	printed, _ := filepath.Glob("../../testdata/*/*.yaml")
	for _, file := range append(files, printed...) {
		r, _, err := commune.Read(file, lib)
		if err != nil {
			continue // a pack, or a report with mistakes
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			e := form.Enter("bàn làm việc", form.CellsOf(r), lib, nil)
			if !e.Sound() {
				t.Fatalf("%v %v", e.Wrong, e.Else)
			}
			form.Besides(e.Reading.Report, r)
			if d := cmp.Diff(jsonOf(t, r), jsonOf(t, e.Reading.Report)); d != "" {
				t.Error(d)
			}
		})
	}
}

// What is owed in words goes into cells, and comes back, as it was written.
func TestDebtsTypedAgain(t *testing.T) {
	lib := packs.Embedded()
	for _, owed := range []commune.Amount{
		{Decimal: decimal.NewFromInt(200), Bound: typed.LessThan, Words: "dưới 200 triệu"},
		{Decimal: decimal.NewFromInt(1200), Bound: typed.About, Words: "khoảng 1,2 tỷ"},
		commune.Exact(decimal.RequireFromString("350.5")), commune.Exact(decimal.Zero),
	} {
		r := &commune.Report{Schema: commune.Schema, Year: 2023, Commune: commune.Where{Code: "16492"},
			Arrears: []commune.Arrear{{Work: "Đường giả định", Owed: &owed}}}
		e := form.Enter("bàn làm việc", form.CellsOf(r), lib, nil)
		if !e.Sound() {
			t.Fatalf("%s: %v %v", owed.Words, e.Wrong, e.Else)
		}
		if d := cmp.Diff(jsonOf(t, r), jsonOf(t, e.Reading.Report)); d != "" {
			t.Error(d)
		}
	}
	cells := quangTrung(
		form.Cell{Sheet: layout.ArrearsSheet, Item: "1", ID: "ntm:work", Text: "Đường giả định"},
		form.Cell{Sheet: layout.ArrearsSheet, Item: "1", ID: "ntm:owed", Text: "đã trả hết 200 triệu"})
	if e := form.Enter("bàn làm việc", cells, lib, nil); e.Sound() || e.Reading.Report.Arrears != nil {
		t.Errorf("what is in no words for a debt is read: %v", e.Reading.Report.Arrears)
	}
}

// quangTrung are cells of Quảng Trung's report, with others in their place or besides.
func quangTrung(more ...form.Cell) []form.Cell {
	cells := []form.Cell{
		{Sheet: layout.PlaceSheet, Item: "code", ID: "ntm:answer", Text: "16492"},
		{Sheet: layout.PlaceSheet, Item: "year", ID: "ntm:answer", Text: "2023"},
		{Sheet: layout.FigureSheet, Item: "income_per_capita", ID: "ntm:value", Text: "69 triệu"},
	}
	return append(cells, more...)
}

// Cells that cannot be read are left out and told of, each where it stands; the others are
// a report.
func TestLeftOut(t *testing.T) {
	figure := func(id, column, text string) form.Cell {
		return form.Cell{Sheet: layout.FigureSheet, Item: id, ID: column, Text: text}
	}
	const poverty = "multidimensional_poverty_rate"
	for name, c := range map[string]struct {
		cell  form.Cell
		wrong string // "" for nothing
		given bool   // the figure is
	}{
		"read":             {figure(poverty, "ntm:value", "1,53 %"), "", true},
		"no number":        {figure(poverty, "ntm:value", "chờ sở"), "chờ sở", false},
		"a blank":          {figure(poverty, "ntm:value", " - "), "", false},
		"decomposed":       {figure(poverty, "ntm:value", "trên 1,5 %"), "", true},
		"half a rate":      {figure(poverty, "ntm:numerator", "31"), "một trong hai số", false},
		"above all":        {figure(poverty, "ntm:value", "153 %"), "153", false},
		"an unknown paper": {figure("income_per_capita", "ntm:evidence", "7"), "không có minh chứng nào số", false},
		"an unknown level": {form.Cell{Sheet: layout.PlaceSheet, Item: "level", ID: "ntm:answer", Text: "cao"},
			"mức", false},
		"no such figure": {figure("giả định", "ntm:value", "1"), "bộ tiêu chí đang dùng không có", false},
	} {
		t.Run(name, func(t *testing.T) {
			e := form.Enter("bàn làm việc", quangTrung(c.cell), packs.Embedded(), nil)
			if e.Reading == nil || len(e.Else) > 0 {
				t.Fatalf("%v %v", e.Wrong, e.Else)
			}
			var said strings.Builder
			for at, wrong := range e.Wrong {
				if at.Sheet != c.cell.Sheet || at.Item != c.cell.Item {
					t.Errorf("%v: %v", at, wrong)
				}
				said.WriteString(problem.List(wrong).Error())
			}
			if (said.Len() > 0) != (c.wrong != "") || !strings.Contains(said.String(), c.wrong) {
				t.Errorf("it says %s", said.String())
			}
			measured := e.Reading.Report.Measured()
			if got := measured[poverty] != nil; got != c.given || measured["income_per_capita"] == nil {
				t.Errorf("given: %v, of %d", got, len(measured))
			}
		})
	}
}

// Without a commune or a year there is no report, and that is said.
func TestNobodys(t *testing.T) {
	for name, cells := range map[string][]form.Cell{
		"nothing":         nil,
		"no year":         quangTrung()[:1],
		"no such commune": {{Sheet: layout.PlaceSheet, Item: "code", ID: "ntm:answer", Text: "99999"}, quangTrung()[1]},
	} {
		t.Run(name, func(t *testing.T) {
			e := form.Enter("bàn làm việc", cells, packs.Embedded(), nil)
			if e.Reading != nil || len(e.Wrong)+len(e.Else) == 0 {
				t.Errorf("%+v", e)
			}
		})
	}
}

// What is read one way of two says so beside its cell.
func TestReadOneWay(t *testing.T) {
	at := form.Cell{Sheet: layout.FigureSheet, Item: "population", ID: "ntm:value", Text: "5.530"}
	e := form.Enter("bàn làm việc", quangTrung(at), packs.Embedded(), nil)
	if !e.Sound() {
		t.Fatalf("%v %v", e.Wrong, e.Else)
	}
	t.Logf("%v", e.Noted)
}

func BenchmarkEnter(b *testing.B) {
	lib := packs.Embedded()
	if _, err := os.Stat("../../testdata/xa-gia-dinh-2023.yaml"); err != nil {
		b.Fatal(err)
	}
	r, _, err := commune.Read("../../testdata/xa-gia-dinh-2023.yaml", lib)
	if err != nil {
		b.Fatal(err)
	}
	cells := form.CellsOf(r)
	for b.Loop() {
		form.Enter("bàn làm việc", cells, lib, nil)
	}
}
