package typed_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"pgregory.net/rapid"
)

// printedRow is a row of testdata/printed.tsv: what a report prints for a figure.
type printedRow struct{ figure, text, want string }

func printedRows(t testing.TB) []printedRow {
	t.Helper()
	data, err := os.ReadFile("testdata/printed.tsv")
	if err != nil {
		t.Fatal(err)
	}
	variants, err := os.ReadFile("testdata/variants.tsv")
	if err != nil {
		t.Fatal(err)
	}
	reports, err := os.ReadFile("testdata/reports.tsv")
	if err != nil {
		t.Fatal(err)
	}
	data = append(append(data, variants...), reports...)
	var out []printedRow
	for line := range strings.Lines(string(data)) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 3 && !strings.HasPrefix(line, "#") {
			out = append(out, printedRow{cells[0], cells[1], cells[2]})
		}
	}
	return out
}

func meaningOf(f *criteria.Figure) typed.Meaning {
	return typed.Meaning{Unit: string(f.Unit), Plausible: (*typed.Range)(f.Plausible), CountedIn: f.CountedIn,
		Name: f.Name, Numerator: f.Numerator, Denominator: f.Denominator, Formula: f.Formula,
		Also: f.Also, Wider: f.Wider}
}

// meant is what a row's figure stands for.
func meant(t testing.TB, lib *criteria.Library, figure string) typed.Meaning {
	t.Helper()
	people := commune.Capital{Source: commune.People}
	switch figure {
	case "land":
		return people.Counted("m2")
	case "labour":
		return people.Counted("ngày công")
	case commune.ArrearsFigure:
		return typed.Debt
	}
	if source, is := strings.CutPrefix(figure, "capital:"); is {
		return (&commune.Capital{Source: commune.Source(source)}).Money()
	}
	f := lib.Figures[figure]
	if f == nil {
		t.Fatalf("no figure %q", figure)
	}
	return meaningOf(f)
}

// read is what was read, as the table writes it.
func read(g typed.Given, err error) string {
	if err != nil {
		return "!" + err.Error()
	}
	out := strings.TrimSpace(fmt.Sprintf("%s %s", g.Bound, g.Value))
	if g.Counts != nil {
		out = g.Counts.Numerator.String() + "/" + g.Counts.Denominator.String()
	}
	if g.Year != 0 {
		out += fmt.Sprintf(" @%d", g.Year)
	}
	if g.Share != nil {
		out += fmt.Sprintf(" %s%%", g.Share)
	}
	return out
}

func TestReadAsPrinted(t *testing.T) {
	lib, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range printedRows(t) {
		got := read(typed.Read(row.text, meant(t, lib, row.figure)))
		wrong, refused := strings.CutPrefix(row.want, "!")
		if refused && (!strings.HasPrefix(got, "!") || !strings.Contains(got, wrong)) || !refused && got != row.want {
			t.Errorf("%s %q is read as %s, want %s", row.figure, row.text, got, row.want)
		}
	}
}

// Whatever Number reads, Read reads as the same number and nothing else, but for what is
// said of none; and what it reads beyond is no single exact number or has words around it.
func TestReadIsNumberAndMore(t *testing.T) {
	for _, tt := range table {
		m := meanings[tt.under]
		g, err := typed.Read(tt.text, m)
		if tt.want != "" && (err != nil || written(g.Value) != tt.want || g.Bound != "" || g.Counts != nil) {
			t.Errorf("%q (%s) is read as %s, want %s", tt.text, tt.under, read(g, err), tt.want)
		}
		for _, stays := range []string{"một khoảng", "không âm", "có thể hiểu là 538", "quá nhiều chữ số", "vượt quá",
			"nhưng ở đây cần số"} {
			if tt.want == "" && strings.Contains(tt.told, stays) && err == nil {
				t.Errorf("%q (%s) was refused: %s; and is read as %s", tt.text, tt.under, tt.told, read(g, err))
			}
		}
	}
}

// A number with a bound before it is that bound of that number, in every way that both are
// written; with its accents left out too.
func TestBoundsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, m := anyDecimal.Draw(t, "number"), anyMeaning(t)
		b := rapid.SampledFrom(typed.Bounds).Draw(t, "bound")
		text := b.Of(strings.ReplaceAll(vi.Number(d), ".", ""))
		for _, text := range []string{text, vi.Fold(text), strings.ToUpper(text)} {
			g, err := typed.Read(text, m)
			if err == nil && (!g.Value.Equal(d) || g.Bound != b || g.Words != text) &&
				!twoWaysWithin.MatchString(text) {
				t.Fatalf("%q under %q is read as %s", text, m.Unit, read(g, err))
			}
			if err != nil && m.Check(d) == nil && !twoWaysWithin.MatchString(text) && !d.IsZero() && m.Unit != "%" {
				t.Fatalf("%q under %q is refused: %v", text, m.Unit, err)
			}
		}
	})
}

// Whatever is typed: what is read can be, says the same when it is read again, and takes no
// digits that are not there.
func FuzzRead(f *testing.F) {
	lib, err := packs.Load()
	if err != nil {
		f.Fatal(err)
	}
	figures := []string{"income_per_capita", "health_insurance_rate", "multidimensional_poverty_rate",
		"makeshift_houses", "ocop_products", "solid_housing_rate", "village_road_hardened_rate", "public_green_space",
		"capital:total", "capital:people", "land", "labour"}
	for i, row := range printedRows(f) {
		f.Add(row.text, uint8(i))
		for k, figure := range figures {
			if figure == row.figure {
				f.Add(row.text, uint8(k))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		figure := figures[int(which)%len(figures)]
		m := meant(t, lib, figure)
		g, err := typed.Read(text, m)
		if err != nil {
			return
		}
		of := m
		if g.Counts != nil {
			of = typed.Meaning{Unit: m.CountedIn}
			if wrong := of.Check(g.Counts.Numerator); wrong != nil || of.Check(g.Counts.Denominator) != nil {
				t.Fatalf("%q is read as %s: %v", text, read(g, err), wrong)
			}
		}
		if wrong := of.Check(g.Value); wrong != nil && g.Counts == nil {
			t.Fatalf("%q is read as %s: %v", text, read(g, err), wrong)
		}
		if (g.Words != "") != (g.Bound != "") || g.Words != "" && g.Words != vi.NFC(text) {
			t.Fatalf("%q: its words are %q", text, g.Words)
		}
		if again, err := typed.Read(vi.NFC(text), m); read(again, err) != read(g, nil) {
			t.Fatalf("%q is read as %s, and then as %s", text, read(g, nil), read(again, err))
		}
		if !g.Value.IsZero() && !strings.ContainsAny(text, "0123456789０１２３４５６７８９") {
			t.Fatalf("%q is read as %s", text, read(g, nil))
		}
	})
}
