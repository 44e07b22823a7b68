package assess

import (
	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/commune"
)

var hundred = decimal.NewFromInt(100)

// judge judges requirements by the figures of one report.
type judge struct {
	report  *commune.Report
	figures map[string]*commune.Figure
	filed   map[string]bool // evidence by id: whether its file is named
	// impossible are the figures that cannot be what they say.
	impossible map[string]bool
}

// doubts tells whether a judgement rests on a figure that cannot be.
func (j *judge) doubts(judged *Judgement) bool {
	doubted := false
	judged.Leaves(func(leaf *Judgement) { doubted = doubted || leaf.Figure != nil && j.impossible[leaf.Figure.ID] })
	return doubted
}

func newJudge(r *commune.Report) *judge {
	j := &judge{report: r, figures: r.Measured(), filed: map[string]bool{}}
	for _, e := range r.Evidence {
		j.filed[e.ID] = e.File != ""
	}
	return j
}

// judge holds the report's figures against a requirement.
func (j *judge) judge(req *criteria.Requirement) Judgement {
	out := Judgement{Evidence: NoEvidence, Threshold: threshold(req)}
	if len(req.Parts) > 0 {
		return j.parts(req, out)
	}
	f, given := j.figures[req.Figure.ID]
	if given {
		out.Figure = j.figure(f, req.Figure)
		out.Evidence = j.evidence(f.Evidence)
	}
	switch {
	case !given:
		out.Outcome = NoFigure
	case !req.Known:
		out.Outcome = NoThreshold
	case req.Op == criteria.DeclaredMet:
		out.Outcome = outcome(*f.Met)
	default:
		met, rounded := reaches(f, req.Op, req.Value), reachesRounded(f, req.Op, req.Value)
		out.Outcome, out.rounded = outcome(met), outcome(rounded)
		out.Borderline = met != rounded
		if !met {
			out.Gap = gap(f, req)
		}
		return out
	}
	out.rounded = out.Outcome
	return out
}

// parts judges each part. What proves the whole is the least proven part, of
// those that decide: where one part is enough, the parts that are met.
func (j *judge) parts(req *criteria.Requirement, out Judgement) Judgement {
	outcomes, rounded := make([]Outcome, len(req.Parts)), make([]Outcome, len(req.Parts))
	out.Parts = make([]Judgement, len(req.Parts))
	for i := range req.Parts {
		out.Parts[i] = j.judge(&req.Parts[i])
		outcomes[i], rounded[i] = out.Parts[i].Outcome, out.Parts[i].rounded
	}
	out.Outcome, out.rounded = enough(outcomes, req.Need), enough(rounded, req.Need)
	out.Borderline = out.Outcome != out.rounded
	out.Evidence = Filed
	for _, part := range out.Parts {
		if req.Need == len(out.Parts) || part.Outcome == out.Outcome {
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

// reaches compares exactly. A quotient is compared by cross-multiplication, so
// that no division rounds it: 79,996 % does not reach 80 %.
func reaches(f *commune.Figure, op criteria.Op, threshold decimal.Decimal) bool {
	if f.IsRate() {
		return holds(f.Numerator.Mul(hundred).Cmp(threshold.Mul(*f.Denominator)), op)
	}
	return holds(f.Value.Cmp(threshold), op)
}

// reachesRounded compares the figure as it is usually written, with two
// decimals.
func reachesRounded(f *commune.Figure, op criteria.Op, threshold decimal.Decimal) bool {
	return holds(valueOf(f, 2).Cmp(threshold), op)
}

func holds(compared int, op criteria.Op) bool {
	switch op {
	case criteria.AtMost:
		return compared <= 0
	case criteria.Exactly:
		return compared == 0
	}
	return compared >= 0
}

// valueOf is the figure rounded half away from zero.
func valueOf(f *commune.Figure, places int32) decimal.Decimal {
	if f.IsRate() {
		return f.Numerator.Mul(hundred).DivRound(*f.Denominator, places)
	}
	return f.Value.Round(places)
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

func (j *judge) figure(f *commune.Figure, entry *criteria.Figure) *Figure {
	out := &Figure{ID: f.ID, Unit: entry.Unit, Year: f.Year, Met: f.Met, Sources: f.Evidence, Entry: entry, Note: f.Note}
	if out.Year == 0 {
		out.Year = j.report.Year
	}
	switch {
	case f.IsRate():
		out.Numerator, out.Denominator = number(*f.Numerator), number(*f.Denominator)
		out.Value = number(criteria.Trimmed(valueOf(f, 4)))
	case f.Value != nil:
		out.Value = number(f.Value.Decimal)
	}
	return out
}

func threshold(req *criteria.Requirement) *Threshold {
	out := &Threshold{Op: req.Op, Text: req.String(), Basis: req.Basis, Requirement: req}
	if r := req.Replaces; r != nil {
		out.Replaces = &Replaced{r.String(), r.Basis}
	}
	if req.Figure != nil {
		out.Unit = req.Figure.Unit
	}
	if req.Known && req.Op.Sign() != "" {
		out.Value = number(req.Value)
	}
	return out
}
