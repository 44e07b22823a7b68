package outlook_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/outlook"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// inventedWorld is the invented commune with its office's pack, and every
// figure that judges it.
type inventedWorld struct {
	lib     *criteria.Library
	report  *commune.Report
	in      assess.Input
	figures []string
}

func newInventedWorld(t *testing.T) *inventedWorld {
	lib := load(t, officePack)
	w := &inventedWorld{lib: lib, report: readReport(t, invented, lib)}
	w.in = input(t, lib, w.report)
	for i := range w.in.Set.Levels {
		for r := range w.in.Set.Levels[i].Requirements {
			r.Leaves(func(leaf *criteria.Requirement) { w.figures = list.Once(w.figures, leaf.Figure.ID) })
		}
	}
	slices.Sort(w.figures)
	return w
}

func (w *inventedWorld) assess(_ *rapid.T, r *commune.Report) *assess.Assessment {
	in := w.in
	in.Report = r
	return assess.Assess(in)
}

// base is the invented report, its documents as they are, or all filed, or the
// figures without any.
func (w *inventedWorld) base(t *rapid.T) *commune.Report {
	out := *w.report
	switch rapid.SampledFrom([]string{"listed", "filed", "none"}).Draw(t, "evidence") {
	case "filed":
		out.Evidence = slices.Clone(out.Evidence)
		for i := range out.Evidence {
			out.Evidence[i].File = "giả-định.pdf"
		}
	case "none":
		out.Figures = slices.Clone(out.Figures)
		for i := range out.Figures {
			out.Figures[i].Evidence = nil
		}
	}
	return &out
}

// suppositions are some figures moved, taken away, or supposed as they are.
func (w *inventedWorld) suppositions(t *rapid.T) []outlook.Supposition {
	var out []outlook.Supposition
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom(w.figures), 0, 4, rapid.ID[string]).Draw(t, "ids") {
		s := outlook.Supposition{Entry: w.lib.Figures[id]}
		switch rapid.IntRange(0, 5).Draw(t, "how") {
		case 0: // taken away
		case 1, 2:
			as := *w.report.Measured()[id]
			as.Evidence = nil
			s.Figure = &as
		default:
			s.Figure = anyFigure(t, s.Entry)
		}
		out = append(out, s)
	}
	return out
}

func anyFigure(t *rapid.T, entry *criteria.Figure) *commune.Figure {
	f := &commune.Figure{ID: entry.ID}
	count := func(from, to int64) *decimal.Decimal {
		d := decimal.NewFromInt(rapid.Int64Range(from, to).Draw(t, "count"))
		return &d
	}
	switch {
	case entry.Unit == criteria.Declared:
		met := rapid.Bool().Draw(t, "met")
		f.Measure = commune.Answer(met)
	case entry.Unit == criteria.Grade:
		f.Measure = commune.Number{Decimal: *count(0, 3)}
	case entry.Unit == criteria.Percent && rapid.Bool().Draw(t, "as counts"):
		of := count(1, 200)
		f.Measure = commune.Rate{Numerator: *count(0, of.IntPart()+20),
			Denominator: *of} // more than there are, now and then
	case entry.Unit == criteria.Percent:
		f.Measure = commune.Number{Decimal: criteria.Trimmed(decimal.New(rapid.Int64Range(0, 10000).Draw(t,
			"hundredths"), -2))}
	default:
		f.Measure = commune.Number{Decimal: *count(0, 80)}
	}
	return f
}

func document(t interface{ Fatal(...any) }, v any) string {
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// There is no change exactly when the two assessments are one document, and
// changing back undoes each.
func TestNoChangeExactlyWhenEqual(t *testing.T) {
	world := newInventedWorld(t)
	equal, different := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		report, supposed := world.base(t), world.suppositions(t)
		untouched := document(t, world.assess(t, report))
		before, after := world.assess(t, report), world.assess(t, outlook.Suppose(report, supposed))
		w := outlook.Compare(before, after, supposed)
		same := document(t, before) == document(t, after)
		if same {
			equal++
		} else {
			different++
		}
		if same != (len(w.Changes) == 0) {
			t.Fatalf("equal: %v, changes: %+v", same, w.Changes)
		}
		if len(outlook.Compare(after, before, supposed).Changes) != len(w.Changes) {
			t.Error("the way back has other changes")
		}
		if document(t, world.assess(t, report)) != untouched {
			t.Error("the report was changed by supposing")
		}
	})
	if equal == 0 || different == 0 {
		t.Errorf("%d equal, %d different", equal, different)
	}
}

// Supposing is what writing the value into the file is.
func TestSupposingIsWritingIntoTheFile(t *testing.T) {
	world := newInventedWorld(t)
	text, err := os.ReadFile(invented)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "xa-gia-dinh.yaml")
	rapid.Check(t, func(r *rapid.T) {
		supposed := world.suppositions(r)
		written := string(text)
		for _, s := range supposed {
			written = write(written, s)
		}
		if err := os.WriteFile(path, []byte(written), 0o600); err != nil {
			r.Fatal(err)
		}
		fromFile := world.assess(r, readReport(t, path, world.lib))
		if diff := cmp.Diff(document(r, world.assess(r, outlook.Suppose(world.report, supposed))),
			document(r, fromFile)); diff != "" {
			r.Errorf("the file judges otherwise:\n%s", diff)
		}
	})
}

// sections are the figures that the report gives in sections of their own.
var sections = map[string]string{
	commune.ArrearsFigure: "arrears", commune.SatisfactionFigure: "satisfaction", commune.SecurityFigure: "security",
	commune.SmartFigure: "smart_village", commune.FieldsFigure: "outstanding_fields",
}

// write edits the text of the invented report as a person would.
func write(text string, s outlook.Supposition) string {
	entry := ""
	if f := s.Figure; f != nil {
		switch m := f.Measure.(type) {
		case commune.Answer:
			entry = fmt.Sprintf("  - {id: %s, met: %v}\n", f.ID, m)
		case commune.Rate:
			entry = fmt.Sprintf("  - {id: %s, numerator: %s, denominator: %s}\n", f.ID, m.Numerator, m.Denominator)
		default:
			sign := ""
			if n, isNumber := m.(commune.Number); isNumber && s.Entry.Unit == criteria.Percent &&
				commune.MayBeShare(n.Decimal) {
				sign = " %" // so that nobody asks whether it is a share
			}
			entry = fmt.Sprintf("  - {id: %s, value: %s%s}\n", f.ID, m, sign)
		}
	}
	switch { // how many households the poll reached stands in its villages
	case s.Entry.ID == commune.SatisfactionFigure && strings.Contains(text, "households:"):
		entry += "  - {id: satisfaction_coverage_rate, numerator: 1300, denominator: 1850, evidence: [hai-long]}\n"
	case s.Entry.ID == commune.CoverageFigure:
		text = regexp.MustCompile(`households: \d+, `).ReplaceAllString(text, "")
		text = regexp.MustCompile(`(?m)^  - \{id: satisfaction_coverage_rate.*\n`).ReplaceAllString(text, "")
		return strings.Replace(text, "\nevidence:\n", "\n"+entry+"evidence:\n", 1)
	}
	if section, has := sections[s.Entry.ID]; has {
		text = regexp.MustCompile(`(?m)^`+section+`:.*\n(  .*\n)*`).ReplaceAllString(text, "")
		return strings.Replace(text, "\nevidence:\n", "\n"+entry+"evidence:\n", 1)
	}
	return regexp.MustCompile(`  - id: `+s.Entry.ID+`\n(    .*\n)+`).ReplaceAllString(text, entry)
}

// A figure is supposed in its place, wherever it stands.
func TestSuppose(t *testing.T) {
	r := &commune.Report{Figures: []commune.Figure{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	for _, id := range []string{"a", "b", "c", "d"} {
		entry := &criteria.Figure{ID: id}
		with := outlook.Suppose(r,
			[]outlook.Supposition{{Entry: entry, Figure: &commune.Figure{ID: id, Note: "supposed"}}})
		without := outlook.Suppose(r, []outlook.Supposition{{Entry: entry}})
		var got string
		for _, f := range append(with.Figures, without.Figures...) {
			got += strings.TrimSpace(f.ID+" "+f.Note) + ","
		}
		want := map[string]string{
			"a": "a supposed,b,c,b,c,", "b": "a,b supposed,c,a,c,", "c": "a,b,c supposed,a,b,",
			"d": "a,b,c,d supposed,a,b,c,",
		}[id]
		if got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
}

// What a supposition changes, from the figure up to the level above.
func TestWhatChanges(t *testing.T) {
	world := newInventedWorld(t)
	income := world.lib.Figures["income_per_capita"]
	before := assess.Assess(world.in)
	change := func(s ...outlook.Supposition) (*outlook.WhatIf, []string) {
		w := outlook.Compare(before, world.assess(nil, outlook.Suppose(world.report, s)), s)
		var out []string
		for _, c := range w.Changes {
			text := string(c.Kind) + " " + c.Path
			if c.Before != nil {
				text += " " + c.Before.Outcome
			}
			if c.After != nil {
				text += " " + c.After.Outcome
			}
			out = append(out, text)
		}
		return w, out
	}
	w, got := change(outlook.Supposition{Entry: income, Figure: &commune.Figure{ID: income.ID, Measure: value("54")}})
	want := []string{
		"level ntm eligible eligible", "indicator ntm/10 met met",
		"level nang-cao eligible eligible", "indicator nang-cao/10 met met",
		"level kieu-mau eligible undetermined", "criterion kieu-mau/2 met not_met", "indicator kieu-mau/2 met not_met",
	}
	if !slices.Equal(got, want) {
		t.Errorf("changes %q", got)
	}
	if f := w.Supposed[0]; f.Before.String() != "62,5 triệu đồng/người/năm" ||
		f.After.String() != "54 triệu đồng/người/năm" || len(f.After.Sources) != 0 {
		t.Errorf("supposed %+v", f)
	}
	if w.Before[2].Verdict != assess.Eligible || w.After[2].Verdict != assess.Undecided ||
		w.After[2].FailsIf != "chưa đạt chỉ tiêu 2 nếu ngưỡng 55 (chưa đối chiếu) đúng" ||
		w.After[2].IndicatorsMet != 2 {
		t.Errorf("standings %+v, %+v", w.Before[2], w.After[2])
	}

	poll := world.lib.Figures[commune.SatisfactionFigure]
	w, got = change(outlook.Supposition{Entry: poll})
	if w.Supposed[0].After != nil || w.Supposed[0].Before.String() != "1.275 / 1.300 người = 98,08 %" {
		t.Errorf("supposed %+v", w.Supposed[0])
	}
	for i := range w.Before {
		if w.Before[i].Verdict != assess.Eligible || w.After[i].Verdict != assess.Undecided {
			t.Errorf("%s: %s, then %s", w.Before[i].Level, w.Before[i].Verdict, w.After[i].Verdict)
		}
	}
	want = []string{
		"level ntm eligible undetermined", "condition ntm/satisfaction met no_figure",
		"level nang-cao eligible undetermined", "prerequisite nang-cao/prerequisite met undetermined",
		"condition nang-cao/satisfaction met no_figure",
		"level kieu-mau eligible undetermined", "prerequisite kieu-mau/prerequisite met undetermined",
		"condition kieu-mau/satisfaction met no_figure",
	}
	if !slices.Equal(got, want) {
		t.Errorf("changes %q", got)
	}

	_, got = change(outlook.Supposition{Entry: income, Figure: &commune.Figure{ID: income.ID, Measure: value("9999")}})
	if !slices.Contains(got, "finding implausible warning") {
		t.Errorf("changes %q", got)
	}
}
