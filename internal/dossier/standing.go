package dossier

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
)

// standing is how far the commune has come on a level, in formulas over the
// level's table.
type standing struct {
	*table
	of                  *assess.Level
	first, last         int // rows of the criteria
	firstGate, lastGate int // rows of the conditions; 0 for none

	// Cells that other sheets refer to.
	criteria, indicators, verdict string
}

// prerequisite is whether the level that must be held before is, which stands first among the
// conditions; basis why, below it. Both are cells that follow it.
func (s *standing) prerequisite(l draw.Look) draw.Cell { return s.follows(colSelf, s.firstGate, l) }
func (s *standing) basis(l draw.Look) draw.Cell        { return s.follows(colContent, s.firstGate+1, l) }

func (s *standing) follows(column, row int, l draw.Look) draw.Cell {
	return draw.Computed(at(s.Name, draw.Ref(column, row)), s.Rows[row-1].Cells[column-1].Value, l)
}

// sum fills the row above the table with the counts and the verdict.
func (s *standing) sum(bar int) {
	l := s.of
	set := func(column int, value any, format, formula string) string {
		c := &s.Rows[bar-1].Cells[column-1]
		c.Value, c.Look = value, look.Group.Centred().Shown(format)
		s.Compute(column, bar, formula)
		return at(s.Name, draw.Ref(column, bar))
	}
	s.criteria = set(colContent, float64(l.CriteriaMet),
		`"Tự đánh giá: đạt "`+ofTotal(l.CriteriaTotal, "tiêu chí"),
		fmt.Sprintf("%s+%s", s.criteriaThat(assess.Met), s.criteriaThat(assess.NotApplicable)))
	s.indicators = set(colRequired, float64(l.IndicatorsMet), `"đạt "`+ofTotal(l.IndicatorsTotal, "chỉ tiêu"),
		fmt.Sprintf("SUMIFS(%s,%s,%s)", s.column(colResult), s.column(colRequired), quote(wholeCriterion)))
	s.verdict = set(colSelf, l.Verdict.Word(), `"Kết luận: "@`, s.verdictFormula())
	level := strings.ReplaceAll(string(l.Level), "-", "_")
	s.Named = append(s.Named, draw.Named{Name: "ket_luan_" + level, Column: colSelf, Row: bar},
		draw.Named{Name: "tieu_chi_dat_" + level, Column: colContent, Row: bar},
		draw.Named{Name: "chi_tieu_dat_" + level, Column: colRequired, Row: bar})
}

// column is the part of a column beside the criteria.
func (s *standing) column(column int) string {
	return at(s.Name, draw.Cells(column, s.first, column, s.last))
}

// criteriaThat counts the criteria that came out so.
func (s *standing) criteriaThat(o assess.Outcome) string {
	return fmt.Sprintf("COUNTIFS(%s,%s,%s,%s)", s.column(colRequired), quote(wholeCriterion), s.column(colSelf),
		outcomeWord(o))
}

// all counts the criteria and the conditions that came out so.
func (s *standing) all(o assess.Outcome) string {
	if s.firstGate == 0 {
		return s.criteriaThat(o)
	}
	return s.criteriaThat(o) + "+" + s.count(s.firstGate, s.lastGate, o)
}

// refused is the condition that something fails by thresholds that somebody has
// checked. Where all are, it is anything that fails.
func (s *standing) refused() string {
	switch {
	case s.d.a.Engine.Rules < assess.CheckedRules, len(s.firm) == s.of.IndicatorsTotal+s.gates():
		return s.all(assess.NotMet) + ">0"
	case len(s.firm) == 0:
		return "FALSE"
	}
	var groups []string
	for some := range slices.Chunk(s.firm, mostArguments) {
		groups = append(groups, "OR("+strings.Join(some, ",")+")")
	}
	if len(groups) == 1 {
		return groups[0]
	}
	return "OR(" + strings.Join(groups, ",") + ")"
}

// mostArguments is well below the 255 that a function of Excel takes, and the 30 of
// old programs.
const mostArguments = 25

// gates is how many conditions stand beside the criteria.
func (s *standing) gates() int {
	if s.of.Prerequisite != nil {
		return len(s.of.Conditions) + 1
	}
	return len(s.of.Conditions)
}

// verdictFormula combines what must all be met. On a figure that cannot be, no
// level is eligible, nor where no conditions of recognition are known.
func (s *standing) verdictFormula() string {
	eligible := quote(assess.Eligible.Word())
	if len(s.of.Conditions) == 0 || s.of.IndicatorsMissing > 0 {
		eligible = quote(assess.Undecided.Word())
	}
	doubt := "0"
	if rows := s.d.figureRows; rows[0] > 0 {
		uses := figureUses + slices.IndexFunc(s.d.a.Levels, func(l assess.Level) bool { return l.Level == s.of.Level })
		span := func(column int) string { return at(figuresName, draw.Cells(column, rows[0], column, rows[1])) }
		doubt = fmt.Sprintf(`COUNTIFS(%s,%s,%s,"<>")`, span(figureCheck), quote(impossible), span(uses))
	}
	return fmt.Sprintf("IF(%s,%s,IF(OR(%s+%s<%d,%s>0),%s,%s))", s.refused(), quote(assess.NotEligible.Word()),
		s.all(assess.Met), s.all(assess.NotApplicable), s.of.CriteriaTotal+s.gates(), doubt,
		quote(assess.Undecided.Word()), eligible)
}
