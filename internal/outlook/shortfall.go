package outlook

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/places"
)

// ShortfallSchema names the JSON document of a Shortfall.
const ShortfallSchema = "ntm.gap.v1"

// Shortfall is what still stands between a commune and each level. It says
// nothing that the assessment does not say, but in the order of the work ahead.
type Shortfall struct {
	Schema  string      `json:"schema"`
	Commune places.Unit `json:"commune"`
	Year    int         `json:"year"`
	Draft   bool        `json:"draft"`
	// NationOnly says why the office's own packs were not judged by: see Packs.
	NationOnly string           `json:"nation_only,omitempty"`
	Levels     []LevelShortfall `json:"levels"`
}

// LevelShortfall is what a level still lacks. The level is eligible exactly
// when Nothing is lacking; evidence is owed apart from that.
type LevelShortfall struct {
	Level        criteria.Level       `json:"level"`
	Verdict      assess.Verdict       `json:"verdict"`
	FailsIf      string               `json:"fails_if,omitempty"`
	Draft        bool                 `json:"draft"`
	Unsure       int                  `json:"unsure_thresholds"` // how many make it a draft
	NotMet       []Unmet              `json:"not_met"`           // nearest first
	NoFigure     []FigureOwed         `json:"no_figure"`
	NoThreshold  []ThresholdOwed      `json:"no_threshold"`
	Prerequisite *assess.Prerequisite `json:"prerequisite"` // nil when it is met or none is asked
	Doubted      []assess.Finding     `json:"doubted"`      // figures that cannot be
	Open         []string             `json:"open"`         // what nobody has entered of the standard itself
	// IndicatorsMissing are those of the decision that are not known here.
	IndicatorsMissing int `json:"indicators_missing,omitempty"`

	Lack     criteria.Lack  `json:"-"`
	Evidence []EvidenceOwed `json:"evidence"` // of what is met
}

// Unmet is an indicator or condition whose figures miss their thresholds.
type Unmet struct {
	ID     string `json:"id"` // "nang-cao/10", "ntm/arrears"
	No     string `json:"no"`
	Name   string `json:"name"`
	Parted bool   `json:"parted"` // of several requirements, each with a figure of its own
	// Unchecked is set of what fails only by thresholds that nobody has checked.
	Unchecked   bool   `json:"unchecked,omitempty"`
	UncheckedBy string `json:"-"` // what nobody has checked, in words

	Distance *assess.Number `json:"distance"` // the farthest step's; nil when that is not measured
	Steps    []Step         `json:"steps"`    // all of them must be made
}

// Step is one figure that misses its threshold. Distance is the gap relative to
// the threshold, to eight decimals: 1 where the threshold is zero, for all there
// is must go; nil for what is declared not met.
type Step struct {
	Figure    *assess.Figure   `json:"figure"`
	Threshold assess.Threshold `json:"threshold"`
	Gap       *assess.Gap      `json:"gap"`
	Distance  *assess.Number   `json:"distance"`
}

// FigureOwed is a figure that nobody has reported, or not exactly enough, and what waits
// for it.
type FigureOwed struct {
	Figure *criteria.Figure `json:"figure"`
	For    []string         `json:"for"` // numbers of indicators, ids of conditions
	// Given is the bound or the estimate that is reported in its place, as given.
	Given string `json:"given,omitempty"`
}

// Asked is the figure's name and, where it is reported otherwise than exactly, how.
func (f *FigureOwed) Asked() string {
	if f.Given == "" {
		return f.Figure.Name
	}
	return fmt.Sprintf("%s (đang ghi “%s”, cần số chính xác)", f.Figure.Name, f.Given)
}

// ThresholdOwed is a threshold that nobody has entered.
type ThresholdOwed struct {
	ID    string         `json:"id"`
	No    string         `json:"no"`
	Name  string         `json:"name"`
	Text  string         `json:"text"`   // the requirement as far as it is known
	SetBy criteria.Layer `json:"set_by"` // who is to say
	Basis criteria.Basis `json:"basis"`
}

// EvidenceOwed is a figure that is good enough but not proven: no document is
// listed for it, or those listed are not at hand.
type EvidenceOwed struct {
	Figure   *criteria.Figure `json:"figure"`
	Evidence assess.Evidence  `json:"evidence"`
	For      []string         `json:"for"`
}

// Nothing tells whether the level lacks nothing but, perhaps, evidence.
func (l *LevelShortfall) Nothing() bool {
	return len(l.NotMet)+len(l.NoFigure)+len(l.NoThreshold)+len(l.Doubted)+len(l.Open) == 0 && l.Prerequisite == nil
}

// ShortfallOf gathers what each level of the assessment lacks.
func ShortfallOf(a *assess.Assessment) *Shortfall {
	out := &Shortfall{Schema: ShortfallSchema, Commune: a.Commune, Year: a.Year, Draft: a.Draft,
		NationOnly: a.Criteria.NationOnly,
		Levels:     make([]LevelShortfall, len(a.Levels))}
	for i := range a.Levels {
		out.Levels[i] = shortfall(a, &a.Levels[i])
	}
	return out
}

func shortfall(a *assess.Assessment, l *assess.Level) LevelShortfall {
	out := LevelShortfall{
		Level: l.Level, Verdict: l.Verdict, FailsIf: l.FailsIf, Draft: l.Draft, Unsure: len(l.Unsure()),
		NotMet: []Unmet{}, NoFigure: []FigureOwed{},
		NoThreshold: []ThresholdOwed{}, Doubted: doubted(a, l), Open: open(a, l), Evidence: []EvidenceOwed{},
		IndicatorsMissing: l.IndicatorsMissing, Lack: l.Lack,
	}
	if p := l.Prerequisite; p != nil && (p.Met == nil || !*p.Met) {
		out.Prerequisite = p
	}
	for x := range l.Judged() {
		var w remaining
		w.gather(x.Judgement)
		out.figures(w.figures, x.No)
		out.thresholds(w.thresholds, x)
		if x.Outcome == assess.NotMet {
			out.NotMet = append(out.NotMet, Unmet{
				ID: x.ID, No: x.No, Name: x.Name, Parted: len(x.Parts) > 0,
				Unchecked: x.Unchecked, UncheckedBy: x.UncheckedBy(),
				Distance: w.distance(), Steps: append([]Step{}, w.steps...),
			})
		}
		if x.Outcome == assess.Met && !x.Tabled(a.Report) {
			out.evidence(x.Judgement, x.No)
		}
	}
	slices.SortStableFunc(out.NotMet, func(a, b Unmet) int { return Nearer(a.Distance, b.Distance) })
	return out
}

// openByColumn are the numbers of what comes out otherwise by another column that
// may hold.
func openByColumn(l *assess.Level) []string {
	var out []string
	for x := range l.Judged() {
		switch {
		case x.OpenBy() == "":
		case x.Condition:
			out = append(out, "điều kiện “"+x.Name+"”")
		default:
			out = append(out, x.No)
		}
	}
	return out
}

func (l *LevelShortfall) figures(leaves []*assess.Judgement, no string) {
	for _, leaf := range leaves {
		entry := leaf.Threshold.Figure
		owed := FigureOwed{Figure: entry}
		if leaf.NeedsExact() {
			owed.Given = leaf.Figure.String()
		}
		f := list.Entry(&l.NoFigure, func(f FigureOwed) bool { return f.Figure.ID == entry.ID }, owed)
		f.For = list.Once(f.For, no)
	}
}

// thresholds notes an indicator once for each layer that is to say what it asks.
func (l *LevelShortfall) thresholds(leaves []*assess.Judgement, of assess.Judged) {
	for _, leaf := range leaves {
		by := leaf.Threshold.Basis.Layer
		if leaf.Threshold.Op == criteria.ProvinceSets {
			by = criteria.Province
		}
		if !slices.ContainsFunc(l.NoThreshold, func(t ThresholdOwed) bool { return t.ID == of.ID && t.SetBy == by }) {
			l.NoThreshold = append(l.NoThreshold, ThresholdOwed{of.ID, of.No, of.Name, of.Threshold.Text(), by,
				leaf.Threshold.Basis})
		}
	}
}

// evidence notes what the parts that are met still owe.
func (l *LevelShortfall) evidence(j *assess.Judgement, no string) {
	for i := range j.Parts {
		if j.Parts[i].Outcome == assess.Met {
			l.evidence(&j.Parts[i], no)
		}
	}
	if len(j.Parts) > 0 || j.Evidence == assess.Filed {
		return
	}
	entry := j.Figure.Entry
	e := list.Entry(&l.Evidence, func(e EvidenceOwed) bool { return e.Figure.ID == entry.ID },
		EvidenceOwed{Figure: entry, Evidence: j.Evidence})
	e.For = list.Once(e.For, no)
}

// doubted lists the findings that say a figure the level judges by cannot be.
func doubted(a *assess.Assessment, l *assess.Level) []assess.Finding {
	used := map[string]bool{}
	for x := range l.Judged() {
		x.Leaves(func(leaf *assess.Judgement) {
			if leaf.Figure != nil {
				used[leaf.Figure.ID] = true
			}
		})
	}
	out := []assess.Finding{}
	for _, f := range a.Findings {
		if f.Severity == assess.Wrong && slices.ContainsFunc(f.Figures, func(id string) bool { return used[id] }) {
			out = append(out, f)
		}
	}
	return out
}

// open says what of the standard nobody has entered, which no figure can make
// good.
func open(a *assess.Assessment, l *assess.Level) []string {
	out := []string{}
	if l.IndicatorsMissing > 0 {
		out = append(out, l.Lack.String())
	}
	if frames := l.Frames(); len(frames) > 0 {
		out = append(out, fmt.Sprintf("chưa có chỉ tiêu nào của tiêu chí %s; cơ quan nhập từ quyết định",
			strings.Join(frames, ", ")))
	}
	if nos := openByColumn(l); len(nos) > 0 {
		out = append(out, fmt.Sprintf("%s: %s", strings.Join(nos, ", "), l.ColumnNote))
	}
	if len(l.Conditions) == 0 {
		out = append(out, fmt.Sprintf("chưa có bộ thủ tục công nhận cho năm %d", a.Year))
	}
	return out
}
