package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/cases"
	"ntm/internal/cli/law"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/places"
	"ntm/internal/testenv"
	"ntm/internal/yamldoc"

	"github.com/google/go-cmp/cmp"
)

// A program in another language, written from the law and not from the engine,
// judges the same reports by the same requirements; each outcome must be the
// engine's.

// secondOpinion gathers what the other program is asked, and what the engine said.
type secondOpinion struct {
	Figures json.RawMessage   `json:"figures"`
	Sets    []json.RawMessage `json:"sets"`
	Cases   []opinionCase     `json:"cases"`
	said    []map[string]string
}

type opinionCase struct {
	Set    int             `json:"set"`
	Report json.RawMessage `json:"report"`
	name   string
}

func (s *secondOpinion) add(t *testing.T, name string, report *commune.Report, a *assess.Assessment) {
	t.Helper()
	text, err := report.JSON()
	if err != nil {
		t.Fatal(err)
	}
	s.Cases = append(s.Cases, opinionCase{len(s.Sets) - 1, text, name})
	s.said = append(s.said, outcomesOf(a))
}

// ask gives the other program's outcomes, one map a case.
func (s *secondOpinion) ask(t *testing.T) []map[string]string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil && os.Getenv("CI") != "true" {
		t.Skip("no python3 to give a second opinion")
	}
	figures, _, status := run(t, "criteria", "figures", "--json")
	if status != done {
		t.Fatal("no figures")
	}
	s.Figures = json.RawMessage(figures)
	asked, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	cmd := exec.CommandContext(t.Context(), python, "testdata/second_opinion.py")
	cmd.Stdin, cmd.Stderr = bytes.NewReader(asked), &errs
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &errs)
	}
	var answered []map[string]string
	if err := json.Unmarshal(text, &answered); err != nil || len(answered) != len(s.Cases) {
		t.Fatalf("%d answers to %d cases: %v", len(answered), len(s.Cases), err)
	}
	return answered
}

// compare holds each outcome against the other program's and counts them.
func (s *secondOpinion) compare(t *testing.T, answers []map[string]string) (seen map[string]int) {
	t.Helper()
	seen = map[string]int{}
	for i, answer := range answers {
		if diff := cmp.Diff(answer, s.said[i]); diff != "" {
			t.Errorf("%s: the other program (-), the engine (+)\n%s\n%s", s.Cases[i].name, diff, s.Cases[i].Report)
		}
		for _, o := range answer {
			seen[o]++
		}
	}
	return seen
}

// outcomesOf names outcomes as the other program does. Of a criterion whose
// indicators nobody entered there is nothing to ask.
func outcomesOf(a *assess.Assessment) map[string]string {
	out := map[string]string{}
	for _, l := range a.Levels {
		out[string(l.Level)] = string(l.Verdict)
		if p := l.Prerequisite; p != nil {
			out[string(l.Level)+"/prerequisite"] = string(p.Outcome())
		}
		for _, c := range l.Criteria {
			for _, ind := range c.Indicators {
				out[string(l.Level)+"/"+ind.No] = string(ind.Outcome)
				out[string(l.Level)+" "+c.No] = string(c.Outcome)
			}
		}
		for _, c := range l.Conditions {
			out[string(l.Level)+"/"+c.ID] = string(c.Outcome)
		}
	}
	return out
}

func TestSecondOpinionOnWhatIsShipped(t *testing.T) {
	t.Parallel()
	var s secondOpinion
	judge := func(name string, lib *criteria.Library, report *commune.Report) {
		t.Helper()
		in, err := assess.Prepare(lib, report, "thử")
		if err != nil {
			t.Fatal(name, err)
		}
		set, err := json.Marshal(law.ResolvedDocument(places.Unit{}, in.Set))
		if err != nil {
			t.Fatal(err)
		}
		s.Sets = append(s.Sets, set)
		s.add(t, name, report, assess.Assess(in))
	}
	office, err := lawpacks.Load("../../testdata/criteria-gia-dinh")
	if err != nil {
		t.Fatal(err)
	}
	reports, _ := filepath.Glob("../../testdata/*.yaml")
	for _, file := range reports {
		read, err := form.Read(t.Context(), file, office)
		if err != nil {
			t.Fatal(err)
		}
		judge(file, office, read.Report)
	}
	expected := map[int]cases.Expect{}
	files, err := fs.Glob(lawpacks.Files(), "*/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := fs.ReadFile(lawpacks.Files(), file)
		if err != nil {
			t.Fatal(err)
		}
		list, err := cases.Read(file, text, lawpacks.Embedded())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			expected[len(s.Cases)] = c.Expect
			judge(c.Name, lawpacks.Embedded(), &commune.Report{
				Schema: commune.Schema, Year: c.Year, Date: c.Date, Figures: c.Figures, Recognitions: c.Recognitions,
				Traits: append([]criteria.Trait{}, c.Commune.Traits...), TraitsUnknown: c.Commune.TraitsUnknown,
				Commune: commune.Where{Declared: &commune.Declared{Name: "Giả Định", Province: c.Commune.Province,
					Region: c.Commune.Region}},
			})
		}
	}
	answers := s.ask(t)
	seen := s.compare(t, answers)
	for i, answer := range answers {
		for _, want := range expected[i] {
			if answer[want.ID] != want.Want {
				t.Errorf("%s: %s is %s by the other program, the case says %s", s.Cases[i].name, want.ID,
					answer[want.ID], want.Want)
			}
		}
	}
	if len(reports) < 2 || len(expected) == 0 || seen["eligible"] == 0 {
		t.Errorf("%d reports, %d cases: %v", len(reports), len(expected), seen)
	}
	t.Logf("%d reports, %d cases: %v", len(reports), len(expected), seen)
}

func TestSecondOpinionOnRandomReports(t *testing.T) {
	t.Parallel()
	const reportsEach = 20
	sets := testenv.Some(t, 3, 50)
	r := rand.New(rand.NewPCG(18, 2022))
	dir, office := officeEverywhere(t)
	var s secondOpinion
	for range sets {
		w := randomWorld(t, r)
		lib, args := lawpacks.Embedded(), w.args()
		if r.IntN(2) == 0 {
			lib, args = office, append(args, "--criteria", dir)
		}
		text, errs, status := run(t, args...)
		if status != done {
			t.Fatalf("%v: %s", args, errs)
		}
		var set law.ResolvedSet
		if err := json.Unmarshal([]byte(text), &set); err != nil {
			t.Fatal(err)
		}
		s.Sets = append(s.Sets, json.RawMessage(text))
		g := newReportMaker(r, w, &set)
		for range reportsEach {
			text := g.report(t)
			report := new(commune.Report)
			if err := yamldoc.Decode("report.json", text, report); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if err := report.Check(lib); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			in, err := assess.Prepare(lib, report, "thử")
			if err != nil {
				t.Fatal(err)
			}
			if in.Set.Digest != set.Digest {
				t.Fatalf("%v: resolved as %s, judged by %s", args, set.Digest, in.Set.Digest)
			}
			s.add(t, strings.Join(args, " "), report, assess.Assess(in))
		}
	}
	seen := s.compare(t, s.ask(t))
	for _, o := range []string{"met", "not_met", "no_figure", "no_threshold", "not_applicable", "undetermined",
		"eligible", "not_eligible"} {
		if least := sets * 2 / 5; seen[o] < least {
			t.Errorf("only %d are %s", seen[o], o)
		}
	}
	t.Logf("%d reports by %d sets: %v", len(s.Cases), len(s.Sets), seen)
}

// officeEverywhere is the invented office's pack laid over every province, so
// that no level is left open.
func officeEverywhere(t *testing.T) (dir string, lib *criteria.Library) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/criteria-gia-dinh/gia-dinh.yaml")
	if err != nil {
		t.Fatal(err)
	}
	everywhere := strings.Replace(string(text), "\nprovince: Giả Định\n", "\n", 1)
	everywhere = strings.Replace(everywhere, "at_most: 20\n", "at_most: 14\n",
		1) // of 15.3: no laxer than any region asks
	dir = inFolder(t, map[string]string{"moi-noi.yaml": everywhere})
	lib, err = lawpacks.Load(dir)
	if err != nil || everywhere == string(text) {
		t.Fatal("the invented office is not everywhere: ", err)
	}
	return dir, lib
}

// opinionWorld is what decides which requirements hold.
type opinionWorld struct {
	place  places.Unit
	year   int
	date   string // "" for the last day of the year
	traits []criteria.Trait
	// unknown tells that nobody has said no to the traits it has not.
	unknown bool
}

// others are the traits that nobody has said yes or no to.
func (w *opinionWorld) others() []criteria.Trait {
	if !w.unknown {
		return []criteria.Trait{}
	}
	return slices.DeleteFunc(slices.Clone(criteria.Traits),
		func(t criteria.Trait) bool { return slices.Contains(w.traits, t) })
}

func (w *opinionWorld) args() []string {
	args := []string{"criteria", "resolve", "--json", "--commune", w.place.Code, "--year", fmt.Sprint(w.year)}
	if w.date != "" {
		args = append(args, "--date", w.date)
	}
	for _, t := range w.traits {
		args = append(args, "--trait", string(t))
	}
	if w.unknown {
		args = append(args, "--unknown-traits")
	}
	return args
}

// randomWorld draws a commune that is judged in the year, most often one of
// 2021–2025; some are decided the year after.
func randomWorld(t *testing.T, r *rand.Rand) opinionWorld {
	t.Helper()
	for range 1000 {
		w := opinionWorld{year: 2021 + r.IntN(5), unknown: r.IntN(3) == 0, traits: []criteria.Trait{}}
		if r.IntN(5) == 0 {
			w.year = []int{2016, 2018, 2019, 2020, 2026}[r.IntN(5)]
		}
		switch r.IntN(3) {
		case 0:
			w.date = fmt.Sprintf("%d-%02d-%02d", w.year, 1+r.IntN(12), 1+r.IntN(28))
		case 1:
			w.date = fmt.Sprintf("%d-%02d-%02d", w.year+1, 1+r.IntN(12), 1+r.IntN(28))
		}
		for _, trait := range criteria.Traits {
			if r.IntN(6) == 0 {
				w.traits = append(w.traits, trait)
			}
		}
		report := commune.Report{Year: w.year, Traits: w.traits}
		all := places.On(report.On().Time).All()
		w.place = all[r.IntN(len(all))]
		if w.place.Rural() && w.resolves(t) {
			return w
		}
	}
	t.Fatal("no commune that can be judged was drawn")
	return opinionWorld{}
}

// resolves tells whether there is such a commune: none is of two groups.
func (w *opinionWorld) resolves(t *testing.T) bool {
	t.Helper()
	_, _, status := run(t, w.args()...)
	return status == done
}

// leaves lists, by figure, what is asked of it.
func leaves(set *law.ResolvedSet) map[string][]law.ResolvedAsk {
	out := map[string][]law.ResolvedAsk{}
	var add func(asks []law.ResolvedAsk)
	add = func(asks []law.ResolvedAsk) {
		for _, a := range asks {
			if a.Figure != "" {
				out[a.Figure] = append(out[a.Figure], a)
			}
			add(a.Parts)
		}
	}
	for _, l := range set.Levels {
		add(slices.Concat(l.Indicators, l.Conditions))
	}
	return out
}
