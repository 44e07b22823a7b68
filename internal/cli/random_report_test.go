package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/cli/law"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// reportMaker invents reports of one commune whose figures lie about what is
// asked of it: on a threshold, a thousandth beside it, far off, impossible, or
// not given.
type reportMaker struct {
	r    *rand.Rand
	w    opinionWorld
	set  *law.ResolvedSet
	asks map[string][]law.ResolvedAsk
	care float64 // the share of figures that are as they should be
	// whole is the total of every rate, 0 where each has one of its own; households tells
	// that the villages of the poll say how many they have.
	whole      int64
	households bool
}

func newReportMaker(r *rand.Rand, w opinionWorld, set *law.ResolvedSet) *reportMaker {
	return &reportMaker{r: r, w: w, set: set, asks: leaves(set)}
}

type object map[string]any

// report is a report as JSON.
func (m *reportMaker) report(t *testing.T) []byte {
	t.Helper()
	m.care = []float64{1, 0.995, 0.9, 0.5}[m.r.IntN(4)]
	m.whole, m.households = []int64{0, 97, 2026, 100000}[m.r.IntN(4)], false
	out := object{
		"schema": commune.Schema, "commune": object{"code": m.w.place.Code}, "year": m.w.year, "traits": m.w.traits,
		"traits_unknown": m.w.others(),
		"evidence": []object{{"id": "bang-ke", "title": "Bảng kê giả định"}, {"id": "tep", "title": "Tệp giả định",
			"file": "gia-dinh.pdf"}},
	}
	if m.w.date != "" {
		out["date"] = m.w.date
	}
	figures := []object{}
	for _, id := range slices.Sorted(maps.Keys(m.asks)) {
		switch {
		case m.r.Float64() > m.care && m.r.IntN(2) == 0: // not given
		case m.r.IntN(2) == 0 && m.section(out, id):
		default:
			f := m.figure(m.asks[id])
			f["id"], f["evidence"] = id, [][]string{{}, {"bang-ke"}, {"tep", "bang-ke"}}[m.r.IntN(3)]
			if m.r.IntN(20) == 0 {
				f["year"] = m.w.year - 1 + m.r.IntN(4)
			}
			figures = append(figures, f)
		}
	}
	out["figures"] = figures
	if m.r.IntN(3) == 0 {
		out["recognitions"] = []object{m.title(), m.title()}
	}
	text, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func (m *reportMaker) figure(asks []law.ResolvedAsk) object {
	unit := asks[0].Unit
	if unit == criteria.Declared {
		return object{"met": m.r.Float64() < m.care}
	}
	value := m.value(asks)
	if one := decimal.NewFromInt(1); unit == criteria.Percent && value.LessThanOrEqual(one) {
		value = value.Round(2)
		if asks[0].Op != criteria.AtMost && value.IsPositive() {
			value = value.Add(one) // else it is asked whether it is a share
		}
	}
	switch {
	case unit == criteria.Grade:
		grade := max(0, min(3, value.IntPart()))
		if m.r.IntN(2) == 0 {
			return object{"value": criteria.Grades[grade]}
		}
		return object{"value": grade}
	case m.alike() && strings.HasPrefix(asks[0].Figure, "schools_"): // how many there are is a figure too
	case unit == criteria.Percent && m.r.IntN(2) == 0:
		whole := decimal.NewFromInt(cmp.Or(m.whole, []int64{3, 97, 2026, 100000}[m.r.IntN(4)]))
		part := value.Mul(whole).Div(decimal.NewFromInt(100))
		switch { // of whole things, most often
		case m.r.Float64() > m.care:
		case asks[0].Op == criteria.AtMost:
			part = part.Floor()
		default:
			part = part.Ceil()
		}
		return object{"numerator": json.Number(part.String()), "denominator": json.Number(whole.String())}
	}
	return object{"value": json.Number(value.String())}
}

// alike tells whether the figures of the report are to fit each other.
func (m *reportMaker) alike() bool { return m.whole > 0 && m.care > 0.9 }

// value is most often one that meets all that is asked, and else beside one of
// the thresholds or out of all bounds.
func (m *reportMaker) value(asks []law.ResolvedAsk) decimal.Decimal {
	var known []decimal.Decimal
	good := decimal.NewFromInt(m.r.Int64N(100))
	for _, a := range asks {
		if a.Value == nil {
			continue
		}
		v := decimal.RequireFromString(*a.Value)
		if len(known) == 0 || a.Op == criteria.AtMost && v.LessThan(good) || a.Op != criteria.AtMost &&
			v.GreaterThan(good) {
			good = v
		}
		known = append(known, v)
	}
	if m.r.Float64() < m.care {
		if m.alike() && asks[0].Unit == criteria.Percent && asks[0].Op == criteria.AtLeast {
			return decimal.NewFromInt(100) // no part is then more than what it is a part of
		}
		return good
	}
	if len(known) > 0 {
		good = known[m.r.IntN(len(known))]
	}
	beside := []string{"-0.001", "0.001", "-0.004", "0.004", "-1", "1", "-1000", "1000", "0.5"}
	return good.Add(decimal.RequireFromString(beside[m.r.IntN(len(beside))]))
}

// section gives the figure in the section that it may stand in, false when there
// is none.
func (m *reportMaker) section(out object, id string) bool {
	odd := m.r.Float64() > m.care
	switch id {
	case commune.ArrearsFigure:
		works := []object{{"work": "Đường giả định", "owed": 0},
			{"work": "Cầu giả định", "owed": json.Number("0.5")}}[:m.r.IntN(2)]
		if odd {
			works = works[:cap(works)]
		}
		out["arrears"] = works
	case commune.SatisfactionFigure:
		villages := []object{}
		for i := range 1 + m.r.IntN(3) {
			sent := 50 + m.r.IntN(100)
			back, satisfied := sent, sent
			if odd {
				back = 1 + m.r.IntN(sent)
				satisfied = m.r.IntN(back + 2) // one more than there are, now and then
			}
			village := object{"name": fmt.Sprintf("Thôn giả định %d", i+1), "forms_out": sent, "forms_back": back,
				"satisfied": satisfied}
			if m.households {
				village["households"] = sent + m.r.IntN(20)
				if odd {
					village["households"] = max(1, sent-10+m.r.IntN(500)) // fewer than forms, now and then
				}
			}
			villages = append(villages, village)
		}
		out["satisfaction"] = object{"villages": villages}
	case commune.CoverageFigure:
		m.households = true
	case commune.SecurityFigure:
		out["security"] = object{"met": !odd}
	case commune.SmartFigure:
		out["smart_village"] = object{"villages": []string{"Thôn giả định 1", "Thôn giả định 2"}[:m.some(odd)]}
	case commune.FieldsFigure:
		out["outstanding_fields"] = []object{{"name": "Văn hóa"}, {"name": "Du lịch"}}[:m.some(odd)]
	default:
		return false
	}
	return true
}

func (m *reportMaker) some(odd bool) int {
	if odd {
		return 0
	}
	return 1 + m.r.IntN(2)
}

// title is a title the commune says it has: of this period or before, or after
// the day of the assessment, with or without its decision.
func (m *reportMaker) title() object {
	year := m.w.year + 1 - m.r.IntN(7)
	out := object{"level": criteria.Levels[m.r.IntN(2)], "year": year}
	if m.r.IntN(3) > 0 {
		out["decision"] = "00/QĐ-GIẢ-ĐỊNH"
	}
	if m.r.IntN(3) > 0 {
		out["date"] = fmt.Sprintf("%d-%02d-%02d", year-1+m.r.IntN(3), 1+m.r.IntN(12), 1+m.r.IntN(28))
	}
	return out
}
