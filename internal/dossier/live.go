package dossier

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/look"

	"github.com/shopspring/decimal"
)

// The workbook judges by formulas as the engine does: a figure on the sheet Số
// liệu, its outcome, the criterion, the counts and the verdict follow each other.
// Every formula carries the value the engine came to, and none is written where
// the arithmetic of a spreadsheet could come to another: numbers with more digits
// than a cell holds, and quotients that lie too close to their threshold.

// There is more than the fourteen digits of digitsHeld to compare in a double,
// even as LibreOffice does, which takes for equal what differs by less than a
// part in 2^48.
const (
	countDigits    = 9  // of a count that a rate divides
	quotientPlaces = 10 // to which a rate is rounded in a cell
)

// at names a cell or a block of cells of another sheet in a formula.
func at(sheet, cell string) string { return "'" + sheet + "'!" + cell }

// quote is words as a constant of a formula.
func quote(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }

// outcomeWords is a constant of a formula.
func outcomeWord(o assess.Outcome) string { return quote(o.Word()) }

// fits tells whether a cell holds a number exactly enough to be compared.
func fits(d decimal.Decimal, digits int) bool { return d.NumDigits() <= digits }

// counted is a figure's number, a rate's as the sheet Số liệu reckons it from its counts.
func counted(f *assess.Figure) decimal.Decimal {
	if rate, is := f.Rate(); is {
		return rate.Numerator.Shift(2).DivRound(rate.Denominator, quotientPlaces)
	}
	return f.Value()
}

// held tells whether the figure's cells hold it exactly.
func held(f *assess.Figure) bool {
	if f == nil {
		return true
	}
	switch m := f.Measure.(type) {
	case commune.Rate:
		return fits(m.Numerator, countDigits) && fits(m.Denominator, countDigits)
	case commune.Number:
		if f.Unit == criteria.Grade {
			return gradeOf(m.Decimal) >= 0
		}
		return fits(m.Decimal, look.DigitsHeld)
	case commune.Amount: // its words
		return false
	}
	return true
}

// gradeOf is the step a grade stands for, -1 for none.
func gradeOf(d decimal.Decimal) int {
	if i := d.IntPart(); d.IsInteger() && i >= 0 && int(i) < len(criteria.Grades) {
		return int(i)
	}
	return -1
}

// isLive tells whether a formula comes to the judgement's outcome.
func isLive(j *assess.Judgement) bool {
	t, f := j.Threshold, j.Figure
	switch {
	case j.Outcome == assess.NotApplicable || !held(f):
		return false
	case j.Outcome == assess.NoFigure && f != nil:
		return false // what an office's rule leaves out of it cannot be computed
	case j.Outcome == assess.Undetermined && alikeOpen(j):
		return false // whether it applies is not known, or its figure cannot be
	case t.Value() == nil:
		return true
	case t.Unit() == criteria.Grade:
		return gradeOf(t.Value().Decimal) >= 0
	case !fits(t.Value().Decimal, look.DigitsHeld):
		return false
	}
	if f == nil {
		return true
	}
	_, isRate := f.Rate()
	return !isRate || t.Op.Holds(counted(f).Cmp(t.Value().Decimal)) == (j.Outcome == assess.Met)
}

// leafFormula judges a figure in the cell result by the threshold in the cell
// required.
func leafFormula(t assess.Threshold, result, required string) string {
	met, notMet := leafWords(t)
	judged := func(holds string) string { return fmt.Sprintf("IF(%s,%s,%s)", holds, quote(met), quote(notMet)) }
	noThreshold, noFigure := outcomeWord(assess.NoThreshold), outcomeWord(assess.NoFigure)
	sign := strings.NewReplacer("≥", ">=", "≤", "<=").Replace(t.Op.Sign())
	switch {
	case t.Op == criteria.DeclaredMet:
		return fmt.Sprintf("IF(%s=%s,%s,IF(%s=%s,%s,%s))", result, outcomeWord(assess.Met), quote(met),
			result, outcomeWord(assess.NotMet), quote(notMet), noFigure)
	case sign == "" || t.Unit() == criteria.Grade && t.Value() == nil:
		return fmt.Sprintf("IF(%s=%s,%s,%s)", result, quote(look.NotYet), noFigure, noThreshold)
	case t.Unit() == criteria.Grade:
		return fmt.Sprintf("IF(%s=%s,%s,%s)", result, quote(look.NotYet), noFigure,
			judged(gradeIn(result)+sign+t.Value().String()))
	}
	return fmt.Sprintf("IF(ISNUMBER(%s),IF(ISNUMBER(%s),%s,%s),%s)", result, required, judged(result+sign+required),
		noThreshold, noFigure)
}

// gradeIn is the step of the grade that a cell names. A word that is none makes an
// error that everyone sees, not a failure.
func gradeIn(cell string) string {
	formula := "NA()"
	for step, word := range criteria.Grades {
		formula = fmt.Sprintf("IF(%s=%s,%d,%s)", cell, quote(word), step, formula)
	}
	return formula
}

// What a fact says that only tells which part applies.
const (
	ofCase    = "Thuộc diện này"
	notOfCase = "Không thuộc"
)

// leafWords are the words for met and not met.
func leafWords(t assess.Threshold) (met, notMet string) {
	if t.Case {
		return ofCase, notOfCase
	}
	return assess.Met.Word(), assess.NotMet.Word()
}

// PartWord is the outcome of a part of a requirement as the table says it: of what only tells
// which part applies, that; what is for communes of another case has not failed.
func PartWord(j *assess.Judgement) string {
	if j.Elsewhere() {
		return notOfCase
	}
	return leafWord(j)
}

// leafWord is the outcome as the table says it.
func leafWord(j *assess.Judgement) string {
	met, notMet := leafWords(j.Threshold)
	switch j.Outcome {
	case assess.Met:
		return met
	case assess.NotMet:
		return notMet
	}
	return j.Outcome.Word()
}

// alikeOpen tells whether the judgement is open by every column that may hold.
func alikeOpen(j *assess.Judgement) bool {
	decided := func(way *assess.Judgement) bool { return way.Outcome != assess.Undetermined }
	return !slices.ContainsFunc(j.Ways(), decided)
}

// unlessImpossible is the formula of a judgement, open where its figure cannot be what it says.
func (d *dossier) unlessImpossible(t assess.Threshold, formula string) string {
	u := d.figures[t.Figure.ID]
	if t.Value() == nil || !u.checked {
		return formula
	}
	return fmt.Sprintf("IF(%s=%s,%s,%s)", u.at(figureCheck), quote(impossible),
		outcomeWord(assess.Undetermined), formula)
}
