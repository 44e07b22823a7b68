package lawbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation/collationtest"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/xuri/excelize/v2"
)

func TestTheSameLawGivesTheSameBytes(t *testing.T) {
	lib := library(t)
	for _, std := range lib.Standards {
		if !bytes.Equal(exported(t, lib, std.ID), exported(t, lib, std.ID)) {
			t.Errorf("%s: two workbooks differ", std.ID)
		}
	}
}

func TestScopeOfAProvince(t *testing.T) {
	for _, tt := range []struct {
		id     string
		region criteria.Region
		want   string
	}{
		{"ntm-2021-2025", criteria.NorthCentral, "btb tdmnpb"}, // Điều 1: the poorest communes
		{"ntm-2021-2025", criteria.NorthernUpland, "tdmnpb"},
		{"ntm-2026-2030", criteria.NorthCentral, ""}, // all groups
	} {
		scope := ScopeOf(collationtest.Standard(t, tt.id), province, tt.region)
		if got := vi.Join(" ", scope.Columns...); got != tt.want || scope.Province != province {
			t.Errorf("%s %s: %q, want %q", tt.id, tt.region, got, tt.want)
		}
	}
}

func TestColumnsOfAnotherStandard(t *testing.T) {
	lib := library(t)
	err := Export(new(bytes.Buffer), lib, collationtest.Standard(t, frame),
		Scope{Columns: []criteria.Region{"btb"}}, day)
	if err == nil || !strings.Contains(err.Error(), `không có cột "btb"`) {
		t.Errorf("got %v", err)
	}
}

// Only the cells that an official fills in are open for writing, and they take
// what is typed as text, so that Excel makes no date of 1.5 and keeps 1,50.
func TestOnlyEntriesAreOpen(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "ntm-2021-2025"))
	row := w.row("ntm/3.1# 2021-2025 .. btb")
	for i, c := range plainLayout.columns {
		id, err := w.GetCellStyle(checkSheet, read.Ref(i+1, row))
		if err != nil {
			t.Fatal(err)
		}
		style, err := w.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if isOpen := style.Protection != nil && !style.Protection.Locked; isOpen != c.entry || c.entry &&
			style.NumFmt != 49 {
			t.Errorf("%s: open %v, format %d", c.title, isOpen, style.NumFmt)
		}
	}
	for _, sheet := range []string{guideSheet, checkSheet, addSheet, listSheet} {
		if _, err := w.GetSheetProtection(sheet); err != nil {
			t.Errorf("%s is not protected: %v", sheet, err)
		}
	}
	for _, hidden := range []string{"A", "B"} {
		if visible, err := w.GetColVisible(checkSheet, hidden); err != nil || visible {
			t.Errorf("column %s is to be seen (%v)", hidden, err)
		}
	}
}

// The status stands in words, and in its colour.
func TestStatusesAreColouredAndWorded(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	for key, want := range map[string]criteria.Status{income: criteria.Doubtful, waste: criteria.Missing,
		trees: criteria.Recalled, left: criteria.Missing} {
		cell := read.Ref(11, w.row(key))
		text, err := w.GetCellValue(checkSheet, cell)
		if err != nil || text != want.Title() {
			t.Errorf("%s: %q, %v, want %q", key, text, err, want.Title())
		}
		id, _ := w.GetCellStyle(checkSheet, cell)
		if style, err := w.GetStyle(id); err != nil || style.Fill.Color[0] != shades[want] {
			t.Errorf("%s: shade %v, want %s", key, style.Fill.Color, shades[want])
		}
	}
}

func TestDropDowns(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, frame))
	lists := map[string][]*excelize.DataValidation{}
	for _, sheet := range []string{checkSheet, addSheet} {
		all, err := w.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		lists[sheet] = all
	}
	if len(lists[checkSheet]) != 5 || len(lists[addSheet]) != 4 {
		t.Errorf("%d and %d drop-downs and hints", len(lists[checkSheet]), len(lists[addSheet]))
	}
	// The list of figures is long: it stands on a sheet of its own, whole.
	rows, err := w.GetRows(listSheet)
	leftOut := func(f *criteria.Figure) bool { return f.LeavesOutOf != "" } // judged by nothing
	judged := slices.DeleteFunc(slices.Clone(lib.FigureList), leftOut)
	if len(judged) != len(lib.FigureList)-1 {
		t.Errorf("%d of %d figures are judged", len(judged), len(lib.FigureList))
	}
	first := "(" + lib.FigureList[0].ID + ")"
	if err != nil || len(rows) != listHead+len(judged) || !strings.HasSuffix(rows[listHead][0], first) {
		t.Errorf("%d rows for %d figures, %v", len(rows), len(judged), err)
	}
}

func BenchmarkExport(b *testing.B) {
	lib := packs.Embedded()
	for b.Loop() {
		exported(b, lib, "nang-cao-2021-2025")
	}
}

func BenchmarkRead(b *testing.B) {
	lib := packs.Embedded()
	data := exported(b, lib, "nang-cao-2021-2025")
	for b.Loop() {
		if _, err := Read(b.Context(), "thu.xlsx", bytes.NewReader(data), lib, nil); err != nil {
			b.Fatal(err)
		}
	}
}
