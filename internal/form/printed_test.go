package form

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/testenv"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// printedRow is a row of typed's testdata/printed.tsv: a figure as a report prints it, and
// how it is to be read.
type printedRow struct{ figure, text, want string }

func (r printedRow) refused() (telling string, is bool) { return strings.CutPrefix(r.want, "!") }

func printedRows(t *testing.T) []printedRow {
	t.Helper()
	data, err := os.ReadFile("../typed/testdata/printed.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []printedRow
	for line := range strings.Lines(string(data)) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 3 && !strings.HasPrefix(line, "#") {
			out = append(out, printedRow{cells[0], cells[1], cells[2]})
		}
	}
	if len(out) < 90 {
		t.Fatalf("only %d rows", len(out))
	}
	return out
}

// of is what a report says where the row was typed, as the table writes it.
func (r printedRow) of(report *commune.Report) string {
	for _, line := range report.Capital {
		switch {
		case "capital:"+string(line.Source) == r.figure && line.Value != nil && line.Kind != commune.Land &&
			line.Kind != commune.Labour:
			return amountAs(*line.Value, line.Share)
		case line.Quantity != nil && (r.figure == "land") == (line.Kind == commune.Land) &&
			(r.figure == "labour") == (line.Kind == commune.Labour):
			return amountAs(*line.Quantity, nil)
		}
	}
	if r.figure == commune.ArrearsFigure && report.Arrears != nil {
		return amountAs(report.Owed(), nil)
	}
	for _, f := range report.Figures {
		if f.ID != r.figure {
			continue
		}
		out := fmt.Sprint(f.Measure)
		if a, is := commune.AmountOf(f.Measure); is {
			out = amountAs(a, nil)
		}
		if f.Year != 0 {
			out += fmt.Sprintf(" @%d", f.Year)
		}
		return out
	}
	return "nothing"
}

func amountAs(a commune.Amount, share fmt.Stringer) string {
	out := strings.TrimSpace(fmt.Sprintf("%s %s", a.Bound, a.Decimal))
	if s := fmt.Sprint(share); s != "<nil>" {
		out += " " + s + "%"
	}
	return out
}

// holds tells of a row what was read of it.
func (r printedRow) holds(t *testing.T, where string, report *commune.Report, err error) {
	t.Helper()
	telling, refused := r.refused()
	switch {
	case refused && (err == nil || !strings.Contains(problem.Of(err)[0].Error(), telling)):
		t.Errorf("%s: %s %q gives %v, want %q", where, r.figure, r.text, err, telling)
	case refused:
	case err != nil:
		t.Errorf("%s: %s %q: %v", where, r.figure, r.text, err)
	default:
		if got := r.of(report); got != r.want {
			t.Errorf("%s: %s %q is read as %s, want %s", where, r.figure, r.text, got, r.want)
		}
	}
}

// cell is where the row is typed in a form.
func (r printedRow) cell(b formtest.BlankForm) (sheet, cell string) {
	source, isCapital := strings.CutPrefix(r.figure, "capital:")
	id := "ntm:worth"
	switch {
	case r.figure == commune.ArrearsFigure:
		return layout.ArrearsSheet, cellOf(b.Row(layout.ArrearsSheet, "ntm:owed", 0))
	case r.figure == "land" || r.figure == "labour":
		id = "ntm:quantity"
	case !isCapital:
		return layout.FigureSheet, b.Keyed(layout.FigureSheet, r.figure, "ntm:value")
	}
	kind := map[string]commune.Kind{"land": commune.Land, "labour": commune.Labour}[r.figure]
	if kind != "" {
		source = string(commune.People)
	} else {
		kind = commune.Money
	}
	for n := range 40 {
		at := cellOf(b.Row(layout.CapitalSheet, "ntm:source", n))
		of, _ := b.File.GetCellValue(layout.CapitalSheet, at)
		is, _ := b.File.GetCellValue(layout.CapitalSheet, cellOf(b.Row(layout.CapitalSheet, "ntm:kind", n)))
		if of == commune.Source(source).Title() && is == kind.Title() {
			return layout.CapitalSheet, cellOf(b.Row(layout.CapitalSheet, id, n))
		}
	}
	return layout.CapitalSheet, "A1"
}

// Every row is typed into a form, a wide sheet and a document: as reports print it, and the
// program reads it as the table says.
func TestPrintedRowsInAForm(t *testing.T) {
	data := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.KieuMau), nil)
	left := printedRows(t)
	left = left[:testenv.Some(t, 12, len(left))]
	for len(left) > 0 {
		var now, later []printedRow
		for _, r := range left { // a form has one of each figure, and one that is refused alone
			_, refused := r.refused()
			if slices.ContainsFunc(now, func(o printedRow) bool { return o.figure == r.figure }) ||
				refused && len(now) > 0 ||
				len(now) > 0 && strings.HasPrefix(now[0].want, "!") {
				later = append(later, r)
				continue
			}
			now = append(now, r)
		}
		left = later
		b := formtest.NewBlankForm(t, data)
		for _, r := range now {
			sheet, cell := r.cell(b)
			if err := b.File.SetCellValue(sheet, cell, r.text); err != nil {
				t.Fatal(err)
			}
			if sheet == layout.ArrearsSheet {
				work := cellOf(b.Row(sheet, "ntm:work", 0))
				if err := b.File.SetCellValue(sheet, work, "Đường giả định"); err != nil {
					t.Fatal(err)
				}
			}
		}
		var out bytes.Buffer
		if err := b.File.Write(&out); err != nil {
			t.Fatal(err)
		}
		read, err := Read(t.Context(), writeTemp(t, "gia-dinh.xlsx", out.Bytes()), packs.Embedded())
		for _, r := range now {
			var report *commune.Report
			if err == nil {
				report = read.Report
			}
			r.holds(t, "form", report, err)
		}
	}
}

func TestPrintedRowsInAWideSheet(t *testing.T) {
	for _, r := range printedRows(t) {
		if packs.Embedded().Figures[r.figure] == nil {
			continue // no place for capital
		}
		text := fmt.Sprintf("Mã xã;%s\n16492;\"%s\"\n", r.figure, r.text)
		all, wrong, _ := wideRead(t, writeTemp(t, "gia-dinh.csv", []byte(text)), 2023)
		if len(all) == 0 {
			r.holds(t, "wide sheet", nil, wrong)
			continue
		}
		r.holds(t, "wide sheet", all[0].Report, nil)
	}
}

func TestPrintedRowsInADocument(t *testing.T) {
	for _, r := range printedRows(t) {
		source, isCapital := strings.CutPrefix(r.figure, "capital:")
		section := fmt.Sprintf("figures: [{id: %s, value: %q}]", r.figure, r.text)
		switch {
		case r.figure == "land":
			section = fmt.Sprintf("capital: [{source: people, kind: land, quantity: %q, unit: m2}]", r.text)
		case r.figure == "labour":
			section = fmt.Sprintf("capital: [{source: people, kind: labour, quantity: %q, unit: ngày công}]", r.text)
		case r.figure == commune.ArrearsFigure:
			section = fmt.Sprintf("arrears: [{work: Đường giả định, owed: %q}]", r.text)
		case isCapital:
			section = fmt.Sprintf("capital: [{source: %s, value: %q}]", source, r.text)
		}
		if r.text == "538.336" {
			continue // a number of a document, which has its point before decimals
		}
		path := writeTemp(t, "gia-dinh.yaml", []byte("schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\n"+
			section+"\n"))
		read, err := Read(t.Context(), path, packs.Embedded())
		if err != nil {
			r.holds(t, "document", nil, err)
			continue
		}
		r.holds(t, "document", read.Report, nil)
		again, err := read.Report.JSON() // and so it is kept
		if err != nil {
			t.Fatal(err)
		}
		kept, err := commune.DecodeKept("kept", again, packs.Embedded().Figures)
		if err != nil {
			t.Fatalf("%q: %v\n%s", r.text, err, again)
		}
		r.holds(t, "kept", kept, nil)
	}
}

// A bound and an estimate go into the form of the next year as they were given, and come
// back the same.
func TestBoundsAreCarriedOver(t *testing.T) {
	previous := formtest.Invented(t, "../../testdata")
	want := map[string]commune.Amount{}
	for i := range previous.Figures {
		f := &previous.Figures[i]
		n, isNumber := f.Measure.(commune.Number)
		if !isNumber || n.Word != "" {
			continue
		}
		a := commune.Amount{Decimal: n.Decimal, Bound: []typed.Bound{"gt", "ge", "le", "about"}[i%4]}
		if i%2 == 0 {
			a.Words = a.Bound.Of(vi.Number(n.Decimal))
		}
		f.Measure, want[f.ID] = a, a
	}
	data := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2024, criteria.KieuMau), previous)
	r, err := Read(t.Context(), writeTemp(t, "gia-dinh.xlsx", data), packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, f := range r.Report.Figures {
		a, is := f.Measure.(commune.Amount)
		if w := want[f.ID]; is && (a.Bound != w.Bound || !a.Equal(w.Decimal) || f.Year != 2023) {
			t.Errorf("%s: %+v, year %d, want %+v", f.ID, a, f.Year, w)
		}
		if is {
			found++
		}
	}
	if found < 5 || found != len(want) {
		t.Errorf("%d of %d bounds came back", found, len(want))
	}
}
