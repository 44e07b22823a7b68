package dossier

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// counts are those of a figure that was reported as two.
func (u *used) counts() (commune.Rate, bool) {
	if u.figure == nil || u.entry.Numerator == "" {
		return commune.Rate{}, false
	}
	return u.figure.Rate()
}

// title is the figure's name and, for one given as two counts, what they are; of a
// numerator that only says the name again, the denominator alone.
func (u *used) title() string {
	if _, counted := u.counts(); !counted {
		return u.entry.Name
	}
	if l := u.figure.LeftOut; l != nil && l.Applied {
		return fmt.Sprintf("%s (%s / %s; %s)", u.entry.Name, u.entry.Numerator, u.entry.Denominator, l.Rule())
	}
	if restates(u.entry.Numerator, u.entry.Name) {
		return fmt.Sprintf("%s (trên %s)", u.entry.Name, vi.Lower(u.entry.Denominator))
	}
	return fmt.Sprintf("%s (%s / %s)", u.entry.Name, u.entry.Numerator, u.entry.Denominator)
}

// restates tells whether what is counted has no word that the figure's name has not.
func restates(counted, name string) bool {
	known := " số km ha " + strings.ToLower(name) + " "
	for word := range strings.FieldsSeq(strings.ToLower(counted)) {
		if !strings.Contains(strings.ReplaceAll(known, ",", " "), " "+strings.Trim(word, ",")+" ") {
			return false
		}
	}
	return true
}

// entered are the cells from the numerator to the check.
func (d *dossier) entered(s *draw.Sheet, u *used) []draw.Cell {
	numerator, denominator := draw.Ref(figureNumerator, u.row), draw.Ref(figureDenominator, u.row)
	year := draw.Blank(look.Body.Centred())
	if u.figure != nil {
		year = look.Int(u.figure.Year, look.Body.Centred().Shown("0"))
	}
	counts, isRate := u.counts()
	isRate = isRate || u.figure == nil && u.entry.Numerator != ""
	if u.figure != nil && !held(u.figure) {
		word, _ := d.believed(u)
		return []draw.Cell{look.Blank(), look.Blank(), look.Mid(u.figure.String()), year, look.Mid(word)}
	}
	top, bottom, amount := look.Blank(), look.Blank(), draw.Blank(look.Trial)
	quotient := fmt.Sprintf(`IF(COUNT(%s,%s)=2,IF(%s>0,ROUND(100*%s/%s,%d),"%s"),"%s")`,
		numerator, denominator, denominator, numerator, denominator, quotientPlaces, look.NotYet, look.NotYet)
	shown := look.Trial.Shown(u.valueFormat())
	switch f := u.figure; {
	case isRate:
		whole := look.Trial.Shown(look.Grouped(0))
		top, bottom, amount = draw.Blank(whole), draw.Blank(whole), draw.Computed(quotient, look.NotYet, shown)
		if f != nil {
			count := func(d decimal.Decimal) draw.Cell {
				return look.Number(d, whole.Shown(look.Grouped(look.PlacesOf(d))))
			}
			top, bottom = count(counts.Numerator), count(counts.Denominator)
			amount = draw.Computed(quotient, counted(f).InexactFloat64(), shown).By(quotient)
			if u.entry.ID == commune.SatisfactionFigure && d.poll.answered != "" {
				top, bottom = top.By(d.poll.satisfied), bottom.By(d.poll.answered)
			}
		}
	case f == nil:
		amount.Look = shown
	case !isNumber(u.entry.Unit):
		amount = draw.Text(f.String(), look.Trial)
	default:
		amount = look.Number(f.Value(), shown)
		if u.entry.ID == commune.ArrearsFigure && d.owed != "" {
			amount = amount.By(d.owed)
		}
	}
	u.take(s, isRate)
	return []draw.Cell{top, bottom, amount, year, d.check(u, isRate)}
}

// take says what may be typed into a figure's cells.
func (u *used) take(s *draw.Sheet, isRate bool) {
	kind := anyNumber
	switch u.entry.Unit {
	case criteria.Declared:
		kind = declaration
	case criteria.Grade:
		kind = grade
	}
	s.Take(kind, draw.Ref(figureValue, u.row))
	if isRate {
		s.Take(anyNumber, draw.Ref(figureNumerator, u.row), draw.Ref(figureDenominator, u.row))
	}
}

// valueFormat is how the cell of a figure's value shows it.
func (u *used) valueFormat() string {
	if u.figure == nil || !isNumber(u.entry.Unit) {
		return look.Grouped(valuePlacesOf(u))
	}
	j := &assess.Judgement{Figure: u.figure}
	return shownBare(written(j), figurePlaces(j), u.entry.Unit)
}

// valuePlacesOf is how many decimals a figure's cell shows: as many as were
// reported, and of what is not reported yet those that its unit has.
func valuePlacesOf(u *used) int32 {
	switch {
	case u.figure != nil:
		return look.PlacesOf(u.figure.Value())
	case assess.CountsWhole(u.entry, false):
		return 0
	}
	return 2
}

// check is the cell that says whether a figure can be what it says.
func (d *dossier) check(u *used, isRate bool) draw.Cell {
	l := look.Body.Centred()
	word, alone := d.believed(u)
	value, top, bottom := draw.Ref(figureValue, u.row), draw.Ref(figureNumerator, u.row),
		draw.Ref(figureDenominator, u.row)
	wrong := []string{value + "<0"}
	switch {
	case !alone, // another figure, or a trait of the commune, counts too,
		u.entry.ID == commune.SatisfactionFigure && d.poll.answered != "", // or the poll's villages,
		word == impossible && u.figure.LeftOut != nil:                     // or what is to be left out
		return draw.Text(word, l)
	case u.entry.Unit == criteria.Declared, u.entry.Unit == criteria.Grade:
		return draw.Blank(l)
	case u.entry.Unit == criteria.Percent:
		wrong = append(wrong, value+">100")
	}
	if isRate {
		wrong = append(wrong, top+"<0", fmt.Sprintf("%s>%s", top, bottom))
		if assess.CountsWhole(u.entry, true) {
			wrong = append(wrong, notWhole(top), notWhole(bottom))
		}
	} else if assess.CountsWhole(u.entry, false) {
		wrong = append(wrong, notWhole(value))
	}
	u.checked = true
	return draw.Computed(fmt.Sprintf("IF(ISNUMBER(%s),IF(OR(%s),%s,%s),%s)", value, vi.Join(",", wrong...),
		quote(impossible), quote(sensible), quote(look.NotYet)), word, l)
}

func notWhole(cell string) string { return fmt.Sprintf("N(%s)<>INT(N(%s))", cell, cell) }

// believed says whether a figure can be what it says, by the findings; alone tells that only the
// figure itself has a say in it.
func (d *dossier) believed(u *used) (word string, alone bool) {
	if u.figure == nil {
		return look.NotYet, true
	}
	word, alone = sensible, true
	for _, f := range d.a.Findings {
		if f.Severity == assess.Wrong && slices.Contains(f.Figures, u.entry.ID) {
			word, alone = impossible, alone && !f.Beside
		}
	}
	return word, alone
}
