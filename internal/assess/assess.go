package assess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// Input is everything a verdict depends on.
type Input struct {
	Report  *commune.Report
	Commune places.Unit
	Set     *criteria.Set // resolved for the commune and year
	Version string        // of the program
	Rules   Rules         // none: the newest
}

// Assess judges the report at every level its requirements hold. The report
// has passed commune.Report.Check.
func Assess(in Input) *Assessment {
	in.Rules = cmp.Or(in.Rules, newest)
	j := newJudge(in.Report, in.Rules)
	c := crossChecker{in: in, findings: []Finding{}}
	c.figures(j)
	j.impossible, j.absurd = c.impossible()
	j.leaveOut(in.Set)
	c.leftOut(j)
	j.impossible, _ = c.impossible()
	out := &Assessment{
		Schema: Schema, Commune: in.Commune, Year: in.Report.Year, Date: in.Set.Query.On.String(),
		Engine: Engine{in.Version, in.Rules}, Criteria: packsOf(in.Set),
		Levels: make([]Level, 0, len(in.Set.Levels)), Capital: capital(in.Report), Report: in.Report, Set: in.Set,
	}
	for i := range in.Set.Levels {
		level := j.level(&in.Set.Levels[i])
		level.settle(in.Report, out.Levels)
		out.Levels = append(out.Levels, level)
		out.Draft = out.Draft || level.Draft
	}
	c.assessment(out)
	out.remarks()
	if in.Rules >= CheckedRules {
		c.inOrder()
	}
	out.Findings = c.findings
	return out
}

func packsOf(set *criteria.Set) Packs {
	names := list.Map(set.Overlays, func(o criteria.SetOverlay) string { return o.Name })
	return Packs{Digest: set.Digest, Overlays: list.NonNil(names), NationOnly: set.NationOnly}
}

// level judges the criteria and conditions of a level.
func (j *judge) level(set *criteria.SetLevel) Level {
	out := Level{
		Level: set.Standard.Level, Standard: set.Standard.ID, Rules: set.Standard, Evidence: Filed,
		rules: j.rules, Column: set.Column, ColumnTitle: set.ColumnTitle, ColumnNote: set.ColumnNote,
		Columns: set.Columns, prerequisite: set.Prerequisite,
		Criteria: make([]Criterion, len(set.Criteria)), Conditions: make([]Condition, len(set.Conditions)),
		Lack: set.Lack, IndicatorsMissing: set.Lack.Missing(), Draft: set.Lack.Missing() > 0,
	}
	for i := range set.Criteria {
		c := &set.Criteria[i]
		crit := Criterion{No: c.No, Name: c.Name, Indicators: make([]Indicator, len(c.Indicators))}
		var outcomes tally
		for k := range c.Indicators {
			ind := &crit.Indicators[k]
			*ind = j.indicator(&c.Indicators[k])
			outcomes.add(ind.Outcome)
			out.IndicatorsTotal++
			if ind.Outcome == Met || ind.Outcome == NotApplicable {
				out.IndicatorsMet++
			}
			out.weigh(&ind.Judgement)
			out.Doubted = out.Doubted || ind.doubted
		}
		crit.Outcome = criterionOutcome(&outcomes)
		if out.IndicatorsMissing > 0 && crit.Outcome != NotMet {
			crit.Outcome = Undetermined // some of those missing may be its own
		}
		out.Draft = out.Draft || len(c.Indicators) == 0 // a frame: its indicators are not known
		out.CriteriaTotal++
		if crit.Outcome == Met || crit.Outcome == NotApplicable {
			out.CriteriaMet++
		}
		out.Criteria[i] = crit
	}
	for i := range set.Conditions {
		c := &set.Conditions[i]
		judged := j.judge(&c.Requirement)
		says := also(cmp.Or(detail(&judged), j.tooLate(&c.Requirement)), judged.leftOut())
		out.Conditions[i] = Condition{ID: c.ID, Name: c.Name, Judgement: judged, Detail: says}
		if judged.doubted {
			out.Doubted = true
			out.Conditions[i].Detail += "; số liệu không hợp lý, xem phần đối chiếu"
		}
		evidence := out.Evidence
		if out.weigh(&judged); judged.Tabled(j.report) {
			out.Evidence = evidence
		}
	}
	return out
}

// Tabled tells whether the judgement is of the arrears and the report has their table,
// which is itself the paper that proves them.
func (j *Judgement) Tabled(r *commune.Report) bool {
	return j.Figure != nil && j.Figure.ID == commune.ArrearsFigure && r.Arrears != nil
}

// weigh adds a judgement to the level's evidence and draft mark.
func (l *Level) weigh(j *Judgement) {
	if j.Outcome == NotApplicable {
		return
	}
	l.Evidence = weaker(l.Evidence, j.Evidence)
	unsure := func(p Possible) bool { return !p.Rest().Sure() }
	l.Draft = l.Draft || !j.Rest().Sure() || slices.ContainsFunc(j.Columns, unsure)
}

func (j *judge) indicator(set *criteria.SetIndicator) Indicator {
	out := Indicator{No: set.No, Name: set.Name}
	if set.NotApplicable != "" {
		out.Judgement = Judgement{Outcome: NotApplicable, Evidence: NoEvidence, Threshold: Threshold{&set.Requirement}}
		out.Note = "không áp dụng: xã " + set.NotApplicable.Title()
		if j.speaksAgainst(&set.Requirement) {
			out.Judgement = j.open(&set.Requirement)
			out.Note = fmt.Sprintf("báo cáo ghi xã %s mà lại có số liệu của chỉ tiêu này, xem phần đối chiếu",
				set.NotApplicable.Title())
		}
		return out
	}
	out.Judgement = j.judge(&set.Requirement)
	out.Note = cmp.Or(j.tooLate(&set.Requirement), also(also(out.OpenBy(), out.inexact()),
		j.partOnly(&set.Requirement)))
	if out.doubted {
		out.Note = "số liệu không hợp lý, xem phần đối chiếu"
	}
	if out.Borderline {
		out.Note = "sát ngưỡng: làm tròn hai chữ số thập phân sẽ đổi kết quả; kết quả này xét theo số chưa làm tròn"
	}
	out.Note = also(out.Note, out.leftOut())
	return out
}

// also adds a remark to what is said already.
func also(said, more string) string {
	if said != "" && more != "" {
		return said + "; " + more
	}
	return said + more
}

// tooLate says which figures that the requirement asks for are of a year too late
// to decide.
func (j *judge) tooLate(req *criteria.Requirement) string {
	return ofFigures(req, func(id string) string {
		if f, is := j.later[id]; is {
			return fmt.Sprintf("có số liệu năm %d, sau năm xét nên không dùng", f.year)
		}
		return ""
	})
}

// ofFigures is what is said of the figures that the requirement asks for, each once.
func ofFigures(req *criteria.Requirement, say func(id string) string) string {
	var said []string
	req.Leaves(func(leaf *criteria.Requirement) {
		if text := say(leaf.Figure.ID); text != "" {
			said = list.Once(said, text)
		}
	})
	return strings.Join(said, "; ")
}

// criterionOutcome combines indicators; which of them is unknown for want of
// what, the indicators themselves say.
func criterionOutcome(indicators *tally) Outcome {
	o := indicators.whole()
	if o.Unknown() {
		return Undetermined
	}
	return o
}

// detail says in a phrase what a condition rests on, "" when it has no figure.
func detail(j *Judgement) string {
	switch {
	case j.Outcome == NotApplicable && j.Threshold.IfGiven && j.Figure != nil:
		return fmt.Sprintf("“%s” là số ước, chưa dùng để xét; có số chính xác thì xét theo mức %s", j.Figure,
			j.Threshold.Text())
	case j.Outcome == NotApplicable && j.Threshold.IfGiven:
		return "báo cáo chưa ghi số liệu này; có thì xét theo mức " + j.Threshold.Text()
	case j.OpenBy() != "":
		return also(j.OpenBy(), j.inexact())
	case j.Figure == nil:
		return ""
	}
	if met, is := j.Figure.Answer(); is {
		return map[bool]string{true: "có xác nhận đạt", false: "xác nhận chưa đạt"}[met]
	}
	text := j.Figure.String() + ", yêu cầu " + j.Asked()
	if j.Gap != nil {
		text += "; " + j.Gap.Text()
	}
	return also(text, j.inexact())
}

// settle gives the level its prerequisite and its verdict; below are the
// levels already settled.
func (l *Level) settle(r *commune.Report, below []Level) {
	var outcomes tally
	for i := range l.Criteria {
		outcomes.add(l.Criteria[i].Firm())
	}
	for i := range l.Conditions {
		outcomes.add(l.Conditions[i].firm())
	}
	if l.Doubted {
		outcomes.add(Undetermined) // on a figure that cannot be, no level is eligible
	}
	if l.IndicatorsMissing > 0 {
		outcomes.add(Undetermined) // by indicators that nobody here knows a commune may fail
	}
	if len(l.Conditions) == 0 {
		outcomes.add(Undetermined) // no procedure is known for the year: recognition asks for more than criteria
	}
	if l.prerequisite.Level != "" {
		l.Prerequisite = prerequisite(l, r, below)
		outcomes.add(l.Prerequisite.Outcome())
	}
	switch o := outcomes.whole(); {
	case o == NotMet:
		l.Verdict = NotEligible
	case o.Unknown():
		l.Verdict, l.FailsIf = Undecided, vi.Join("; ", l.Denied(), l.failsIf())
	default:
		l.Verdict = Eligible
	}
}

// Only keeps the given levels.
func (a *Assessment) Only(levels []criteria.Level) *Assessment {
	kept := *a
	kept.Levels, kept.Draft = []Level{}, false
	for _, l := range a.Levels {
		if slices.Contains(levels, l.Level) {
			kept.Levels = append(kept.Levels, l)
			kept.Draft = kept.Draft || l.Draft
		}
	}
	return &kept
}
