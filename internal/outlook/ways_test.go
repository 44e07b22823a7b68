package outlook

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// told writes what a judgement wants in a line: its distance, the steps with
// their gaps, the figures without a value and the thresholds without one.
func told(w *remaining) string {
	var out []string
	if d := w.distance(); d != nil {
		out = append(out, d.String())
	}
	for _, s := range w.steps {
		text := s.Figure.ID + " declared"
		if s.Gap != nil {
			text = s.Figure.ID + " " + s.Gap.Text()
		}
		out = append(out, text)
	}
	for _, leaf := range w.figures {
		out = append(out, "figure "+leaf.Threshold.Figure.ID)
	}
	for _, leaf := range w.thresholds {
		out = append(out, "threshold "+leaf.Threshold.Figure.ID)
	}
	return strings.Join(out, "; ")
}

var (
	households = &criteria.Figure{ID: "h", Name: "Tỷ lệ hộ", Unit: criteria.Percent, CountedIn: "hộ"}
	money      = &criteria.Figure{ID: "m", Name: "Tiền", Unit: "triệu đồng"}
	grade      = &criteria.Figure{ID: "g", Name: "Xếp loại", Unit: criteria.Grade}
	declared   = &criteria.Figure{ID: "w", Name: "Khẳng định", Unit: criteria.Declared}
)

func asks(f *criteria.Figure, op criteria.Op, value string) criteria.Requirement {
	out := criteria.Requirement{Figure: f, Op: op, Known: value != "", Basis: criteria.Basis{Status: criteria.Seen}}
	if value != "" && op != criteria.DeclaredMet {
		out.Value = decimal.RequireFromString(value)
	}
	return out
}

// reported is a figure given as "12", "3/4", or "met" and "failed".
func reported(id, text string) commune.Figure {
	numerator, denominator, quotient := strings.Cut(text, "/")
	switch {
	case text == "met", text == "failed":
		return commune.Figure{ID: id, Measure: commune.Answer(text == "met")}
	case quotient:
		return commune.Figure{ID: id, Measure: commune.Rate{Numerator: decimal.RequireFromString(numerator),
			Denominator: decimal.RequireFromString(denominator)}}
	}
	return commune.Figure{ID: id, Measure: commune.Number{Decimal: decimal.RequireFromString(text)}}
}

// levelOf is a set of one level that asks for no more than this.
func levelOf(req criteria.Requirement, lack criteria.Lack) *criteria.Set {
	return &criteria.Set{Query: criteria.Query{Year: 2026, On: criteria.Day(2026, 12, 31)},
		Levels: []criteria.SetLevel{{Standard: criteria.SetStandard{Level: criteria.NTM}, Lack: lack,
			Criteria: []criteria.SetCriterion{{No: "1",
				Indicators: []criteria.SetIndicator{{No: "1", Requirement: req}}}}}}}
}

func judgedBy(r *commune.Report, req criteria.Requirement) *assess.Judgement {
	a := assess.Assess(assess.Input{Report: r, Set: levelOf(req, criteria.Lack{})})
	return &a.Levels[0].Criteria[0].Indicators[0].Judgement
}

// A level of whose decision indicators are missing lacks those, whatever is reported.
func TestIndicatorsMissingAreLacking(t *testing.T) {
	a := assess.Assess(assess.Input{Report: &commune.Report{Year: 2026, Figures: []commune.Figure{reported("m", "6")}},
		Set: levelOf(asks(money, criteria.AtLeast, "5"), criteria.Lack{Decision: "51/2025/QĐ-TTg", Known: 1,
			Declared: 47})})
	short := ShortfallOf(a).Levels[0]
	if short.IndicatorsMissing != 46 || !strings.Contains(strings.Join(short.Open, ""), "còn thiếu 46") ||
		short.Nothing() {
		t.Errorf("the shortfall: %d missing, %q", short.IndicatorsMissing, short.Open)
	}
}

func parts(op criteria.Op, need int, of ...criteria.Requirement) criteria.Requirement {
	return criteria.Requirement{Op: op, Known: true, Need: need, Parts: of}
}

// What is wanted, by how far it is and by which way.
func TestWhatIsWanted(t *testing.T) {
	income, rate := asks(money, criteria.AtLeast, "50"), asks(households, criteria.AtLeast, "80")
	word := asks(declared, criteria.DeclaredMet, "met")
	fewGrades, manyGrades := asks(grade, criteria.AtMost, "1"), asks(grade, criteria.AtLeast, "2")
	fewGrades.Case, manyGrades.Case = true, true
	either := parts(criteria.AnyOf, 1, income, rate)
	byCase := parts(criteria.AnyOf, 1, parts(criteria.AllOf, 2, fewGrades, income),
		parts(criteria.AllOf, 2, manyGrades, rate))
	twoOfThree := parts(criteria.SomeOfParts, 2, income, rate, word)
	for _, tt := range []struct {
		name    string
		req     criteria.Requirement
		figures string // "m 49, h 40"
		want    string
	}{
		{"what is met wants nothing", income, "m 50", ""},
		{"short", income, "m 49", "0.02; m thiếu 1 triệu đồng"},
		{"beyond", asks(money, criteria.AtMost, "50"), "m 60", "0.2; m vượt 10 triệu đồng"},
		{"beyond nothing", asks(money, criteria.AtMost, "0"), "m 0.5", "1; m vượt 0,5 triệu đồng"},
		{"by counts, not by the rounded rate", rate, "h 2/3", "0.16666667; h thiếu 13,34 điểm %, tương đương 1 hộ"},
		{"a debt of grades", asks(grade, criteria.AtLeast, "3"), "g 2", "0.33333333; g thiếu 1 bậc"},
		{"declared failed has no distance", word, "w failed", "w declared"},
		{"no figure", income, "", "figure m"},
		{"no threshold", asks(money, criteria.AtLeast, ""), "m 3", "threshold m"},
		{"neither", asks(money, criteria.AtLeast, ""), "", "figure m; threshold m"},

		{"all: each that fails, as far as the farthest", parts(criteria.AllOf, 2, income, rate), "m 49, h 40",
			"0.5; m thiếu 1 triệu đồng; h thiếu 40 điểm %"},
		{"all: in their order, the farther one first", parts(criteria.AllOf, 2, rate, income), "m 49, h 40",
			"0.5; h thiếu 40 điểm %; m thiếu 1 triệu đồng"},
		{"all: not those that are met", parts(criteria.AllOf, 2, income, rate), "m 50, h 40", "0.5; h thiếu 40 điểm %"},
		{"all: a declared one hides the distance", parts(criteria.AllOf, 2, income, word), "m 49, w failed",
			"m thiếu 1 triệu đồng; w declared"},
		{"all: an unknown one too", parts(criteria.AllOf, 2, income, rate), "m 49", "m thiếu 1 triệu đồng; figure h"},

		{"either: the nearer way", either, "m 49, h 40", "0.02; m thiếu 1 triệu đồng"},
		{"either: the other is nearer", either, "m 20, h 79", "0.0125; h thiếu 1 điểm %"},
		{"either: of equals the first", either, "m 25, h 40", "0.5; m thiếu 25 triệu đồng"},
		{"either: a measured way before a declared one", parts(criteria.AnyOf, 1, word, income), "m 1, w failed",
			"0.98; m thiếu 49 triệu đồng"},
		{"either: what is unknown may do", either, "m 49", "figure h"},
		{"either: one is enough", either, "m 50", ""},

		{"by case: the commune's own", byCase, "g 3, m 49, h 40", "0.5; h thiếu 40 điểm %"},
		{"by case: the other case", byCase, "g 1, m 10, h 79", "0.8; m thiếu 40 triệu đồng"},
		{"by case: which one is not known", byCase, "m 49, h 79", "h thiếu 1 điểm %; figure g"},
		{"by case: either may do", byCase, "m 50, h 79", "figure g"},

		{"two of three: the nearest two", twoOfThree, "m 49, h 40, w failed",
			"0.5; m thiếu 1 triệu đồng; h thiếu 40 điểm %"},
		{"two of three: one more", twoOfThree, "m 49, h 40, w met", "0.02; m thiếu 1 triệu đồng"},
		{"two of three: one more besides the unknown", twoOfThree, "m 49, h 40", "m thiếu 1 triệu đồng; figure w"},
		{"two of three: the unknown would do", twoOfThree, "m 49, h 80", "figure w"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := new(commune.Report)
			for _, f := range strings.Split(tt.figures, ", ") {
				if id, text, given := strings.Cut(f, " "); given {
					r.Figures = append(r.Figures, reported(id, text))
				}
			}
			judged := judgedBy(r, tt.req)
			var w remaining
			w.gather(judged)
			if got := told(&w); got != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", judged.Outcome, got, tt.want)
			}
		})
	}
}

// The nearest comes first, what is not measured last and in its old order.
func TestNearer(t *testing.T) {
	a, b := &assess.Number{Decimal: decimal.RequireFromString("0.1")},
		&assess.Number{Decimal: decimal.RequireFromString("0.10")}
	c := &assess.Number{Decimal: decimal.RequireFromString("0.11")}
	for _, tt := range []struct {
		left, right *assess.Number
		want        int
	}{{a, b, 0}, {a, c, -1}, {c, a, 1}, {a, nil, -1}, {nil, a, 1}, {nil, nil, 0}} {
		if got := Nearer(tt.left, tt.right); got != tt.want {
			t.Errorf("Nearer(%v, %v) = %d, want %d", fmt.Sprint(tt.left), fmt.Sprint(tt.right), got, tt.want)
		}
	}
}
