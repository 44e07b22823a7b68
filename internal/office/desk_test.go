package office

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/office/officetest"
	"ntm/internal/store"

	"github.com/google/go-cmp/cmp"
)

type desk struct{ officetest.Desk }

func newDesk(t *testing.T) *desk {
	t.Helper()
	return &desk{officetest.New(t)}
}

// lib is the law as it comes with the program.
func lib() *criteria.Library { return packs.Embedded() }

// takes takes reports in and tells what became of each: new, known, again, refused.
func (d *desk) takes(force bool, files ...string) (became []string) {
	d.Helper()
	in := Intake{Store: d.Store, Lib: packs.Embedded(), By: "người thử", Version: "v0-thử", Force: force}
	err := in.TakeIn(d.Context(), files, func(i *Incoming) error {
		if i.Err != nil {
			became = append(became, "unreadable")
		}
		return nil
	}, func(i *Incoming) error {
		switch {
		case i.Known:
			became = append(became, "known")
		case i.Err != nil:
			became = append(became, "refused")
		case i.Again:
			became = append(became, "again")
		default:
			became = append(became, "new")
		}
		return nil
	})
	if err != nil {
		d.Fatal(err)
	}
	return became
}

func TestTakeIn(t *testing.T) {
	const income, poverty = "income_per_capita", "multidimensional_poverty_rate"
	d := newDesk(t)
	a := d.Report("a.yaml", income+"=69", poverty+"=1.53")
	b := d.Report("b.yaml", income+"=70", poverty+"=1.5")
	less := d.Report("less.yaml", income+"=70")
	for _, step := range []struct {
		why   string
		force bool
		files []string
		want  []string
	}{
		{"the first", false, []string{a}, []string{"new"}},
		{"the same", false, []string{a}, []string{"known"}},
		{"one that says as much", false, []string{b}, []string{"new"}},
		{"the first is current again", false, []string{a}, []string{"again"}},
		{"it lacks a figure", false, []string{less}, []string{"refused"}},
		{"it is wanted all the same", true, []string{less}, []string{"new"}},
		{"two of one commune", true, []string{a, b}, []string{"refused", "refused"}},
		{"one given twice", true, []string{b, b}, []string{"again", "known"}},
		{"what is no report", false, []string{filepath.Join(d.Folder, "kho.db")}, []string{"unreadable"}},
	} {
		if diff := cmp.Diff(step.want, d.takes(step.force, step.files...)); diff != "" {
			t.Errorf("%s (-want +got): %s", step.why, diff)
		}
	}
}

func TestRestoreReport(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	d.takes(false, d.Report("b.yaml", "income_per_capita=70"))
	lib, which := packs.Embedded(), Which{Text: "quang trung, quang xuong, thanh hoa"}
	c, dossier, err := which.Dossier(t.Context(), d.Store)
	if err != nil {
		t.Fatal(err)
	}
	for _, none := range []int{-1, 0, 3} {
		_, err := RestoreReport(t.Context(), d.Store, lib, "v0-thử", "người thử", c, dossier, none)
		if !officetest.IsWrongUse(err) {
			t.Errorf("version %d: %v", none, err)
		}
	}
	if _, err := RestoreReport(t.Context(), d.Store, lib, "v0-thử", "người thử", c, dossier, 2); err == nil {
		t.Error("the current one is made current")
	}
	ref, err := RestoreReport(t.Context(), d.Store, lib, "v0-thử", "người thử", c, dossier, 1)
	if err != nil || filepath.Base(ref.File) != "a.yaml" {
		t.Fatal(ref, err)
	}
	if _, dossier, err = which.Dossier(t.Context(), d.Store); err != nil || len(dossier.Reports) != 3 ||
		dossier.Report().Digest != ref.Digest || !dossier.Current() {
		t.Errorf("%d reports: %v", len(dossier.Reports), err)
	}
}

// An assessment by an older program is renewed; one past being judged is left, and told.
func TestJudgeAgain(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16489", "income_per_capita=69"))
	judge := func(version string) *Renewed {
		all, err := d.Store.Dossiers(t.Context(), store.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		steps := 0
		out, err := JudgeAgain(t.Context(), NewFreshness(d.Store, packs.Embedded(), version), "người thử", all,
			func(n int) func() {
				steps -= n
				return func() { steps++ }
			})
		if err != nil || steps != 0 {
			t.Fatal(steps, err)
		}
		return out
	}
	none := []string{}
	for _, run := range []struct {
		version string
		want    Renewed
	}{
		{"v0-thử", Renewed{0, 0, none, none, none}},
		{"v1-thử", Renewed{2, 2, none, none, none}},
		{"v1-thử", Renewed{0, 0, none, none, none}},
	} {
		if diff := cmp.Diff(&run.want, judge(run.version)); diff != "" {
			t.Errorf("%s (-want +got): %s", run.version, diff)
		}
	}
	d.Ready()
	if out := judge("v3-thử"); out.Renewed != 1 || len(out.Past) != 1 ||
		!strings.Contains(out.Past[0], "Quảng Trung") {
		t.Errorf("one before the council: %+v", out)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	all, err := d.Store.Dossiers(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := JudgeAgain(ctx, NewFreshness(d.Store, packs.Embedded(), "v2-thử"), "người thử", all,
		func(int) func() { return func() {} }); err == nil {
		t.Error("it was stopped, and nobody is told")
	}
}

func TestWhich(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	for text, known := range map[string]bool{
		"16492": true, "Quảng Trung, Quảng Xương, Thanh Hóa": true, "quang trung/quang xuong/thanh hoa": true,
		" 16492 ": true,
		"16489":   false, "Quảng Chính, Quảng Xương, Thanh Hóa": false, "Không Có, Không Có": false, "": false,
		"99999": false,
	} {
		c, _, err := Which{Text: text}.Dossier(t.Context(), d.Store)
		if (err == nil) != known || known && c.Key != "16492" {
			t.Errorf("%q: %v", text, err)
		}
	}
	for year, known := range map[int]bool{0: true, 2023: true, 2022: false, 2026: false} {
		if _, dossier, err := (Which{Text: "16492", Year: year}).Dossier(t.Context(),
			d.Store); (err == nil) != known || known && dossier.Year != 2023 {
			t.Errorf("year %d: %v", year, err)
		}
	}
}
