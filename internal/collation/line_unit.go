package collation

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/matching"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// unitOf is the unit of what the columns ask.
func (n *Line) unitOf(mine []asked) criteria.Unit {
	var out criteria.Unit
	isDeclared, isBare, sets := false, false, false
	for _, a := range mine {
		var one criteria.Unit
		switch reading := &a.reading; reading.Kind {
		case threshold.Value:
			var known bool
			if one, known = matching.UnitOf(reading.Unit); reading.Unit != "" && !known {
				n.doubt(fmt.Sprintf("chương trình chưa có đơn vị %q", reading.Unit))
			}
			isBare = isBare || one == ""
		case threshold.Grade:
			if one = criteria.Grade; !isGrade(reading.Word) {
				one = criteria.Declared // a step that the program has no ladder for: reached or not
			}
		case threshold.Word, threshold.Ministry: // whose own number is not here: reached or not
			isDeclared = isDeclared || reading.Word != "không" || !isNoneElsewhere(mine)
		case threshold.Province:
			sets = true
		}
		if one != "" && out != "" && one != out {
			n.doubt(fmt.Sprintf("các cột tính bằng đơn vị khác nhau: %s và %s", out, one))
		}
		out = cmp.Or(out, one)
	}
	byWords, spoken := matching.UnitByWords(cmp.Or(n.Part, n.Name))
	switch {
	case out != "" && isDeclared && out != criteria.Grade:
		n.doubt("có cột ghi số, có cột ghi bằng chữ")
	case out == "" && isBare && spoken:
		return byWords
	case out == "" && isBare:
		n.doubt("không rõ số này đếm gì: chọn đơn vị đo")
	case out == "" && isDeclared:
		return criteria.Declared
	case out == "" && sets && spoken:
		return byWords
	case out == "" && sets:
		return criteria.Declared
	}
	return out
}

// isNoneElsewhere tells whether another column writes in digits that there must be none: "Không" beside "0 nhà".
func isNoneElsewhere(mine []asked) bool {
	none := false
	for _, one := range mine {
		if one.reading.Kind == threshold.Value {
			if !one.reading.Number.IsZero() || one.reading.Op == threshold.AtLeast {
				return false
			}
			none = true
		}
	}
	return none
}

// judgedBy finds the figure that the line judges by, or makes one.
func (r *Collation) judgedBy(n *Line, unit criteria.Unit, step string) {
	words := matching.Plain(strings.TrimSpace(n.Name + " " + n.Part))
	found := r.figures.Find(words, unit)
	if f, ok := r.figures.Called(words, unit); ok && step == "" {
		n.Figure = f
		return
	}
	if f, ok := r.figures.CalledNone(words); ok && n.isNo && step == "" {
		n.Figure = f
		return
	}
	if f, ok := matching.Certain(words, found); ok && matching.Fits(unit, f.Unit, words) && step == "" {
		n.Figure = f
		return
	}
	n.Invented = matching.Invented(n.Name, n.Part, unit)
	if step != "" {
		n.Invented.Name += ": " + step
	}
	if n.isNo && !strings.HasPrefix(vi.Fold(n.Invented.Name), "khong") {
		n.Invented.Name = "Không có " + vi.Lower(n.Invented.Name) // what is declared met
	}
	for _, c := range found {
		n.Candidates = append(n.Candidates, c.Figure)
	}
}

// yearsBehind are years that stand behind a name, as where they are set below it.
var yearsBehind = pattern.New(`(?i)(?:\s*[-–]?\s*năm 20\d\d\s*[:;,]?)+$`)

// withoutYears is an indicator's words without the years behind them.
func withoutYears(name string) string {
	return strings.TrimRight(yearsBehind.ReplaceAllString(name, ""), " :;")
}
