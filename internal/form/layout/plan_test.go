package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/places"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// plans are those of a year for every level: of Quảng Trung, of no commune, and of one
// without craft villages.
func plans(t *testing.T, year int) map[string]*layout.Plan {
	t.Helper()
	at, err := places.On(criteria.Day(2024, 12, 31).Time).Lookup(places.Query{Code: "16492"})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*layout.Plan{}
	for _, level := range []criteria.Level{criteria.NTM, criteria.NangCao, criteria.KieuMau} {
		for name, of := range map[string]struct {
			place  *places.Unit
			traits []criteria.Trait
		}{"of a commune": {&at, nil}, "of none": {nil, nil},
			"without craft villages": {&at, []criteria.Trait{criteria.NoCraftVillage}}} {
			plan, err := layout.NewPlan(packs.Embedded(), year, level, of.place, of.traits)
			if err != nil {
				t.Fatalf("%d, %s: %v", year, level, err)
			}
			out[fmt.Sprintf("%d, %s, %s", year, level, name)] = plan
		}
	}
	return out
}

// years are those that tests of plans go through.
var years = []int{2021, 2023, 2025}

// asked are the figures of a plan in their order.
func asked(p *layout.Plan) (out []layout.Asked) {
	for _, g := range p.Groups {
		out = append(out, g.Figures...)
	}
	return out
}

// A figure is asked for once, by what judges it; what other sheets ask for is none of these;
// thresholds are of levels that the plan asks about, and only a plan of a commune has them.
func TestEachFigureIsAskedOnce(t *testing.T) {
	sections := []string{commune.ArrearsFigure, commune.SatisfactionFigure, commune.CoverageFigure,
		commune.SecurityFigure, commune.SmartFigure, commune.FieldsFigure}
	for _, year := range years {
		for name, p := range plans(t, year) {
			seen := map[string]bool{}
			for _, a := range asked(p) {
				told := a.Told == criteria.TellsScale || a.Told == criteria.TellsResult || a.ID == "school_count"
				if seen[a.ID] || slices.Contains(sections, a.ID) || len(a.Nos) == 0 && !told {
					t.Errorf("%s: %s is asked again, by another sheet or by nobody", name, a.ID)
				}
				seen[a.ID] = true
				for level, text := range a.Thresholds {
					if !p.Asks(level) || text == "" || p.Place == nil {
						t.Errorf("%s: %s has a threshold %q of %s", name, a.ID, text, level)
					}
				}
				if left := a.LeavesOutOf != ""; !told && a.Told == "" && a.Optional != left || left &&
					!seen[a.LeavesOutOf] ||
					a.Told != "" && !a.Optional {
					t.Errorf("%s: %s is optional (%t), left out of %q", name, a.ID, a.Optional, a.LeavesOutOf)
				}
			}
		}
	}
}

// A form for a higher level asks for all that one for a lower level asks for.
func TestHigherLevelsAskForMore(t *testing.T) {
	for _, year := range years {
		all := plans(t, year)
		for _, of := range []string{"of a commune", "of none", "without craft villages"} {
			var below []string
			for _, level := range []criteria.Level{criteria.NTM, criteria.NangCao, criteria.KieuMau} {
				p := all[fmt.Sprintf("%d, %s, %s", year, level, of)]
				ids, required := []string{}, 0
				for _, a := range asked(p) {
					if ids = append(ids, a.ID); !a.Optional {
						required++
					}
				}
				if required != p.Required() {
					t.Errorf("%d, %s: %d are required, counted %d", year, level, p.Required(), required)
				}
				for _, id := range below {
					if !slices.Contains(ids, id) {
						t.Errorf("%d, %s %s does not ask for %s", year, level, of, id)
					}
				}
				below = ids
			}
		}
	}
}

// The hidden words of a form lead back to the level that it was made for.
func TestOwnLevel(t *testing.T) {
	lib := packs.Embedded()
	report := &commune.Report{Year: 2023}
	for _, year := range years {
		for name, p := range plans(t, year) {
			for _, own := range []criteria.Level{"", criteria.NTM, criteria.NangCao, criteria.KieuMau} {
				p.Own = own
				if got := layout.OwnLevel(lib, report, string(p.Up), p.OwnWord()); got != own {
					t.Errorf("%s: a form for %q is read as one for %q", name, own, got)
				}
			}
		}
	}
	for name, c := range map[string]struct {
		up, own string
		want    criteria.Level
	}{
		"an older form for the highest":     {"kieu-mau", "", ""},
		"an older form for one below":       {"nang-cao", "", criteria.NangCao},
		"an older form for the lowest":      {"ntm", "", criteria.NTM},
		"words that nobody wrote":           {"ntm", "khác", ""},
		"an older form with a damaged word": {"khác", "", ""},
		"nothing":                           {"", "", ""},
	} {
		if got := layout.OwnLevel(lib, report, c.up, c.own); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What is asked is either given or missing; each figure that comes in takes one away, and
// what nobody must report is never missed.
func TestCoverageCounts(t *testing.T) {
	for name, p := range plans(t, 2023) {
		r := &commune.Report{Year: 2023}
		missing := func() (n int) {
			for _, c := range p.Coverage(r) {
				if c.Given+len(c.Missing) != c.Asked {
					t.Errorf("%s: %q asks %d, has %d, misses %d", name, c.Name, c.Asked, c.Given, len(c.Missing))
				}
				n += len(c.Missing)
			}
			return n
		}
		before := missing()
		for _, a := range asked(p) {
			r.Figures = append(r.Figures, commune.Figure{ID: a.ID, Measure: commune.Answer(true)})
			want := before
			if !a.Optional && !a.Idle {
				want--
			}
			if before = missing(); before != want {
				t.Fatalf("%s: after %s %d are missing, want %d", name, a.ID, before, want)
			}
		}
		one, met := decimal.NewFromInt(1), true
		r.Capital, r.Arrears = []commune.Capital{}, []commune.Arrear{}
		r.Satisfaction = &commune.Satisfaction{Villages: []commune.Village{{Satisfied: &one, FormsBack: &one}}}
		r.Security, r.Recognitions = &commune.Security{Met: &met}, []commune.Recognition{}
		r.SmartVillage, r.OutstandingFields = &commune.SmartVillage{}, []commune.Field{}
		if n := missing(); n != 0 {
			t.Errorf("%s: all is given and %d are missing", name, n)
		}
	}
}

// The questions about a commune are those of its year: the traits that the year asks
// about, each so that a yes says that there is something.
func TestPlaceAnswers(t *testing.T) {
	for _, year := range years {
		for name, p := range plans(t, year) {
			var traits []string
			for _, q := range p.PlaceAnswers().Questions {
				if !slices.Contains(criteria.Traits, criteria.Trait(q.Key)) {
					continue
				}
				traits = append(traits, q.Key)
				if strings.Contains(q.Label, "không có") || len(q.Options) != 2 {
					t.Errorf("%s: %q is asked with %d answers", name, q.Label, len(q.Options))
				}
			}
			var want []string
			for _, use := range p.Uses {
				want = append(want, string(use.Trait))
			}
			if diff := cmp.Diff(want, traits); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
			titles := p.TitleTable()
			if options := titles.Columns[titles.At("ntm:level")].Options; len(options) != len(p.Titles) {
				t.Errorf("%s: %d titles are offered, %d exist", name, len(options), len(p.Titles))
			}
		}
	}
}
