package assess

import (
	"cmp"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// judge judges requirements by the figures of one report.
type judge struct {
	report  *commune.Report
	rules   Rules
	all     []held            // in the order of the report
	figures map[string]*held  // by id
	later   map[string]*later // figures that decide nothing, by id
	filed   map[string]bool   // evidence by id: whether its file is named
	// impossible are the figures that cannot be what they say.
	impossible map[string]bool
	// absurd are those of them that are so by themselves, not beside another.
	absurd map[string]bool
	// partly says of figures that are sums which of their parts alone are reported.
	partly map[string]string
	// contradicted are the traits that figures of the report speak against, by the figure's id.
	contradicted map[string]criteria.Trait
}

// later is a figure of a year after that under review. The name is its own, "" when
// no level judges by it.
type later struct {
	year int
	name string
}

// held is one figure of the report. What every judgement by it needs is worked
// out once, by show: a figure is judged at several levels.
type held struct {
	*commune.Figure
	shown    Figure
	evidence Evidence
	rounded  decimal.Decimal // as the figure is usually written, with two decimals; of a number
}

func newJudge(r *commune.Report, rules Rules) *judge {
	most := len(r.Figures) + 6 // those of the sections
	all := make([]held, 0, most)
	j := &judge{report: r, rules: rules, figures: make(map[string]*held, most), filed: map[string]bool{},
		later: map[string]*later{}}
	last := lastYear(r)
	r.EachMeasured(func(f *commune.Figure) {
		if f.Year > last && rules >= CheckedRules {
			j.later[f.ID] = &later{year: f.Year}
			return
		}
		all = append(all, held{Figure: f})
		j.figures[f.ID] = &all[len(all)-1]
	})
	j.all = all
	for _, e := range r.Evidence {
		j.filed[e.ID] = e.File != ""
	}
	return j
}

// lastYear is the last year whose figures decide. A title for a year is often
// decided the year after, on figures of either: then the day of the assessment,
// which the report gives, is in that year. Of a later year there is no figure yet.
func lastYear(r *commune.Report) int { return max(r.Year, r.On().Year()) }

// judge holds the report's figures against a requirement and, as long as traits
// of the commune are unknown, against each of the others that may hold.
func (j *judge) judge(req *criteria.Requirement) Judgement {
	out := j.against(req)
	if len(req.Others) == 0 {
		return out
	}
	own := out
	out.own, out.Columns = &own, make([]Possible, len(req.Others))
	for i := range req.Others {
		other := j.against(&req.Others[i])
		out.Columns[i] = Possible{other}
		out.agree(&other)
	}
	return out
}

// against holds the report's figures against one requirement.
func (j *judge) against(req *criteria.Requirement) Judgement {
	out := Judgement{Evidence: NoEvidence, Threshold: Threshold{req}}
	if len(req.Parts) > 0 {
		return j.parts(req, out)
	}
	if req.Op == criteria.NotAsked {
		out.Outcome, out.rounded = NotApplicable, NotApplicable
		return out
	}
	f, given := j.figures[req.Figure.ID]
	if given {
		out.Figure = j.show(f, req.Figure)
		out.Evidence = f.evidence
		out.doubted = j.impossible[f.ID]
	}
	switch {
	case !given && req.IfGiven:
		out.Outcome = NotApplicable
	case !given:
		out.Outcome = NoFigure
	case !req.Known:
		out.Outcome = NoThreshold
	case j.absurd[f.ID] && j.rules >= SoundRules:
		out.Outcome, out.unjudged = Undetermined, true
	case req.Op == criteria.DeclaredMet:
		out.Outcome = outcome(bool(f.Measure.(commune.Answer)))
		out.Unchecked = out.Outcome == NotMet && j.unchecked(&out)
	case f.isOpen():
		return j.bounded(out, req)
	default:
		met, rounded := reaches(f.Figure, req.Op, req.Value), req.Op.Holds(exact.Compare(f.rounded, req.Value))
		out.Outcome, out.rounded = outcome(met), outcome(rounded)
		out.Borderline = met != rounded
		if !met && j.uncounted(&out) {
			out.Outcome, out.Borderline = NoFigure, false
			break
		}
		if !met {
			out.Gap, out.Unchecked = gap(f.Figure, req), j.unchecked(&out)
		}
		return out
	}
	out.rounded = out.Outcome
	return out
}

// bounded holds a bound or an estimate against a threshold.
func (j *judge) bounded(out Judgement, req *criteria.Requirement) Judgement {
	f := j.figures[req.Figure.ID]
	a, _ := commune.AmountOf(f.Measure)
	switch out.Outcome = within(cut(a, req.Figure.Unit), req.Op, req.Value); {
	case a.Bound == typed.About && req.IfGiven:
		out.Outcome = NotApplicable // as if it were not given
	case out.Outcome == NotMet && j.uncounted(&out):
		out.Outcome = NoFigure
	}
	if out.rounded = out.Outcome; out.Outcome == NotMet {
		out.Gap, out.Unchecked = gap(f.Figure, req), j.unchecked(&out)
	}
	return out
}

// isOpen tells whether the figure is a bound or an estimate.
func (h *held) isOpen() bool {
	_, is := h.Measure.(commune.Amount)
	return is
}

// unchecked tells whether nobody has held against its decision the threshold, or the
// rule by which the figure is computed.
func (j *judge) unchecked(judged *Judgement) bool {
	return j.rules >= CheckedRules && !judged.Rest().Sure()
}

// parts judges each part. What proves the whole is the least proven part, of
// those that decide: where one part is enough, the parts that are met.
func (j *judge) parts(req *criteria.Requirement, out Judgement) Judgement {
	var outcomes, rounded, firm tally
	out.Parts = make([]Judgement, len(req.Parts))
	for i := range req.Parts {
		part := &out.Parts[i]
		*part = j.against(&req.Parts[i])
		outcomes.add(part.Outcome)
		rounded.add(part.rounded)
		firm.add(part.firm())
		out.doubted, out.unjudged = out.doubted || part.doubted, out.unjudged || part.unjudged
	}
	out.Outcome, out.rounded = outcomes.enough(req.Need), rounded.enough(req.Need)
	out.Borderline = out.Outcome != out.rounded
	out.Unchecked = out.Outcome == NotMet && firm.enough(req.Need) != NotMet
	out.Evidence = Filed
	for i := range out.Parts {
		if part := &out.Parts[i]; req.Need == len(out.Parts) || part.Outcome == out.Outcome {
			out.Evidence = weaker(out.Evidence, part.Evidence)
		}
	}
	return out
}

func outcome(met bool) Outcome {
	if met {
		return Met
	}
	return NotMet
}

func (j *judge) evidence(ids []string) Evidence {
	best := NoEvidence
	for _, id := range ids {
		if best = Listed; j.filed[id] {
			return Filed
		}
	}
	return best
}

// show is the figure as an assessment gives it.
func (j *judge) show(h *held, entry *criteria.Figure) *Figure {
	out := &h.shown
	if out.Entry != nil {
		return out
	}
	h.evidence = j.evidence(h.Evidence)
	*out = Figure{ID: h.ID, Unit: entry.Unit, Year: cmp.Or(h.Year, j.report.Year), Sources: h.Evidence,
		Entry: entry, Note: h.Note, Measure: h.Measure, Earlier: h.Earlier}
	if _, declared := out.Answer(); !declared {
		h.rounded = valueOf(h.Measure, 2)
	}
	return out
}
