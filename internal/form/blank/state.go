package blank

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// The states of a figure, which its row shows as it is filled in.
const (
	stateGiven   = "Đã có"
	stateMissing = "Chưa có"
	stateWords   = "Ghi bằng chữ" // which nobody has read yet
	stateOdd     = "Ngoài khoảng thường gặp"
	stateWrong   = "Kiểm tra lại"
	stateOld     = "Số năm trước"
	stateIdle    = "Không cần ghi"
	stateFree    = "Không bắt buộc" // of an optional figure that is not given
	stateExtra   = "Đã ghi thêm"    // of one that is
)

// entries are the cells of a figure's row, by name.
type entries struct{ value, numerator, denominator, year string }

// stateFormula is the state as the workbook finds it. formYear is the cell that
// holds the form's year, parts the test of whether all that it is the sum of is there, idle
// that of the answers by which it is no matter of the commune. state says the same of a
// reported figure.
func stateFormula(a *layout.Asked, e entries, formYear, parts, idle string) string {
	wrong := []string{
		fmt.Sprintf("COUNTA(%s)>COUNT(%s)", e.year, e.year),
	}
	given := fmt.Sprintf("COUNTA(%s)=0", e.value)
	var odd []string
	switch {
	case a.Unit == criteria.Declared:
		wrong = append(wrong, noneOf(e.value, layout.MetOr))
	case a.Unit == criteria.Grade:
		wrong = append(wrong, noneOf(e.value, layout.Grades()))
	case a.Numerator != "":
		all, counts := e.value+":"+e.denominator, e.numerator+":"+e.denominator
		given = fmt.Sprintf("COUNTA(%s)=0", all)
		wrong = append(wrong,
			fmt.Sprintf("COUNTA(%s)>COUNT(%s)", counts, counts),
			fmt.Sprintf("2*COUNTA(%s)+COUNTA(%s)<>2", e.value, counts), // one of the two ways, whole
			fmt.Sprintf("MIN(%s)<0", all),
			fmt.Sprintf("%s>%s", e.numerator, e.denominator),
			fmt.Sprintf("AND(COUNT(%s)=1,%s=0)", e.denominator, e.denominator))
		for _, bound := range bounds(a) {
			odd = append(odd,
				fmt.Sprintf("AND(COUNT(%s)=1,%s%s%s)", e.value, e.value, bound.sign, bound.at),
				fmt.Sprintf("AND(COUNT(%s)=2,%s*100%s%s*%s)", counts, e.numerator, bound.sign, bound.at, e.denominator))
		}
	default:
		wrong = append(wrong, e.value+"<0")
		for _, bound := range bounds(a) {
			odd = append(odd, fmt.Sprintf("%s%s%s", e.value, bound.sign, bound.at))
		}
	}
	rest := fmt.Sprintf("%q", there(a))
	if odd != nil {
		rest = fmt.Sprintf("IF(OR(%s),%q,%s)", strings.Join(odd, ","), stateOdd, rest)
	}
	if a.Unit != criteria.Declared && a.Unit != criteria.Grade {
		rest = fmt.Sprintf("IF(ISTEXT(%s),%q,%s)", e.value, stateWords, rest)
		for i, test := range wrong { // of words nothing is known
			if strings.HasPrefix(test, e.value) {
				wrong[i] = fmt.Sprintf("AND(ISNUMBER(%s),%s)", e.value, test)
			}
		}
	}
	none := fmt.Sprintf("%q", blank(a))
	if idle != "" && !a.Optional {
		none = fmt.Sprintf("IF(%s,%q,%q)", idle, stateIdle, stateMissing)
	}
	if parts != "" {
		none = fmt.Sprintf("IF(%s,%q,%s)", parts, stateGiven, none)
	}
	return fmt.Sprintf("IF(%s,%s,IF(OR(%s),%q,IF(AND(COUNT(%s)=1,%s<%s),%q,%s)))",
		given, none, strings.Join(wrong, ","), stateWrong, e.year, e.year, formYear, stateOld, rest)
}

// noneOf tells that a cell holds none of the words.
func noneOf(cell string, options []layout.Option) string {
	return "NOT(OR(" + vi.List(",", options, func(o layout.Option) string {
		return fmt.Sprintf("%s=%q", cell,
			o.Word)
	}) + "))"
}

// bound is an end of what a figure usually is: a value is odd on its far side.
type bound struct {
	sign string
	at   decimal.Decimal
}

func bounds(a *layout.Asked) []bound {
	switch {
	case a.Plausible != nil:
		return []bound{{"<", a.Plausible.From}, {">", a.Plausible.To}}
	case a.Unit == criteria.Percent:
		return []bound{{">", decimal.NewFromInt(100)}}
	}
	return nil
}

// blank is the state of a figure that is not given.
func blank(a *layout.Asked) string {
	switch {
	case a.Optional:
		return stateFree
	case a.Idle:
		return stateIdle
	}
	return stateMissing
}

// there is the state of a figure that is given, with nothing to look at.
func there(a *layout.Asked) string {
	if a.Optional {
		return stateExtra
	}
	return stateGiven
}

// state is the state of a reported figure, nil when there is none.
func state(a *layout.Asked, f *commune.Figure, formYear int) string {
	if f == nil {
		return blank(a)
	}
	_, words := f.Measure.(commune.Amount)
	wrong, odd := false, false
	hundred := decimal.NewFromInt(100)
	switch m := f.Measure.(type) {
	case commune.Rate:
		wrong = m.Numerator.IsNegative() || !m.Denominator.IsPositive() || m.Numerator.GreaterThan(m.Denominator)
		for _, b := range bounds(a) {
			odd = odd || b.beyond(m.Numerator.Mul(hundred), b.at.Mul(m.Denominator))
		}
	case commune.Number:
		if a.Unit == criteria.Grade {
			break
		}
		wrong, words = m.IsNegative(), m.NumDigits() > layout.Digits
		for _, b := range bounds(a) {
			odd = odd || b.beyond(m.Decimal, b.at)
		}
	}
	switch {
	case wrong:
		return stateWrong
	case f.Year != 0 && f.Year < formYear:
		return stateOld
	case words:
		return stateWords
	case odd:
		return stateOdd
	}
	return there(a)
}

func (b bound) beyond(value, at decimal.Decimal) bool {
	if b.sign == "<" {
		return value.LessThan(at)
	}
	return value.GreaterThan(at)
}
