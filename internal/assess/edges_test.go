package assess

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

func amount(s string) *commune.Amount { return &commune.Amount{Decimal: *at(s)} }

func at(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

// reported is a figure given as "12", "3/4", or "met" and "failed".
func reported(id, text string, evidence ...string) commune.Figure {
	f := commune.Figure{ID: id, Evidence: evidence}
	numerator, denominator, quotient := strings.Cut(text, "/")
	switch {
	case text == "met":
		f.Measure = commune.Answer(true)
	case text == "failed":
		f.Measure = commune.Answer(false)
	case quotient:
		f.Measure = commune.Rate{Numerator: *at(numerator), Denominator: *at(denominator)}
	default:
		f.Measure = commune.Number{Decimal: *at(text)}
	}
	return f
}

var (
	households = &criteria.Figure{ID: "h", Name: "Tỷ lệ hộ", Unit: criteria.Percent, CountedIn: "hộ"}
	roads      = &criteria.Figure{ID: "r", Name: "Tỷ lệ đường", Unit: criteria.Percent, CountedIn: "km"}
	money      = &criteria.Figure{ID: "m", Name: "Tiền", Unit: "triệu đồng"}
	grade      = &criteria.Figure{ID: "g", Name: "Xếp loại", Unit: criteria.Grade}
	degree     = &criteria.Figure{ID: "d", Name: "Mức độ", Unit: "mức độ"}
	declared   = &criteria.Figure{ID: "w", Name: "Khẳng định", Unit: criteria.Declared}
)

func asks(f *criteria.Figure, op criteria.Op, value string) criteria.Requirement {
	out := criteria.Requirement{Figure: f, Op: op, Known: value != "", Basis: criteria.Basis{Status: criteria.Seen}}
	if value != "" && op != criteria.DeclaredMet {
		out.Value = *at(value)
	}
	return out
}

// Each comparison at its edge and a hair to either side, and what is short.
func TestEveryComparisonAtItsEdge(t *testing.T) {
	for _, tt := range []struct {
		name, figure string
		req          criteria.Requirement
		outcome      Outcome
		borderline   bool
		gap          string
	}{
		{"at least, on it", "7", asks(money, criteria.AtLeast, "7"), Met, false, ""},
		{"at least, under it", "6.99", asks(money, criteria.AtLeast, "7"), NotMet, false, "thiếu 0,01 triệu đồng"},
		{"at least, rounded up to it", "6.995", asks(money, criteria.AtLeast, "7"), NotMet, true,
			"thiếu 0,005 triệu đồng"},
		{"at most, on it", "7", asks(money, criteria.AtMost, "7"), Met, false, ""},
		{"at most, over it", "7.01", asks(money, criteria.AtMost, "7"), NotMet, false, "vượt 0,01 triệu đồng"},
		{"at most, rounded down to it", "7.004", asks(money, criteria.AtMost, "7"), NotMet, true,
			"vượt 0,004 triệu đồng"},
		{"exactly, on it", "7.00", asks(money, criteria.Exactly, "7"), Met, false, ""},
		{"exactly, under it", "6.5", asks(money, criteria.Exactly, "7"), NotMet, false, "thiếu 0,5 triệu đồng"},
		{"exactly, over it", "7.5", asks(money, criteria.Exactly, "7"), NotMet, false, "vượt 0,5 triệu đồng"},
		{"exactly, rounded to it", "7.001", asks(money, criteria.Exactly, "7"), NotMet, true, "vượt 0,001 triệu đồng"},
		{"more than, on it", "7", asks(money, criteria.MoreThan, "7"), NotMet, false, "bằng đúng mức, phải cao hơn"},
		{"more than, over it", "7.01", asks(money, criteria.MoreThan, "7"), Met, false, ""},
		{"more than, rounded down to it", "7.004", asks(money, criteria.MoreThan, "7"), Met, true, ""},
		{"more than, under it", "6.5", asks(money, criteria.MoreThan, "7"), NotMet, false, "thiếu 0,5 triệu đồng"},
		{"less than, on it", "7.00", asks(money, criteria.LessThan, "7"), NotMet, false,
			"bằng đúng mức, phải thấp hơn"},
		{"less than, under it", "6.99", asks(money, criteria.LessThan, "7"), Met, false, ""},
		{"less than, over it", "8", asks(money, criteria.LessThan, "7"), NotMet, false, "vượt 1 triệu đồng"},
		{"a rate on what it must exceed", "50/100", asks(households, criteria.MoreThan, "50"), NotMet, false,
			"bằng đúng mức, phải cao hơn, tương đương 1 hộ"},
		{"a rate under what it must exceed", "48/100", asks(households, criteria.MoreThan, "50"), NotMet, false,
			"thiếu 2 điểm %, tương đương 3 hộ"},
		{"a rate on what it must stay under", "5/100", asks(households, criteria.LessThan, "5"), NotMet, false,
			"bằng đúng mức, phải thấp hơn, tương đương 1 hộ"},
		{"a third under a hair more", "1/3", asks(households, criteria.LessThan, "33.334"), Met, false, ""},
		{"met where rounding would fail it", "7.004", asks(money, criteria.AtLeast, "7.003"), Met, true, ""},
		{"a rate over its limit", "7/100", asks(households, criteria.AtMost, "5"), NotMet, false,
			"vượt 2 điểm %, tương đương 2 hộ"},
		{"counted in parts of one", "9.403/12.4", asks(roads, criteria.AtLeast, "80"), NotMet, false,
			"thiếu 4,17 điểm %, tương đương 0,52 km"},
		{"a part of whole ones", "3/4.5", asks(roads, criteria.AtLeast, "100"), NotMet, false,
			"thiếu 33,34 điểm %, tương đương 1,5 km"},
		{"a third, exact", "1/3", asks(households, criteria.AtLeast, "33.33"), Met, false, ""},
		{"a third against a hair more", "1/3", asks(households, criteria.AtLeast, "33.334"), NotMet, false,
			"thiếu 0,01 điểm %, tương đương 1 hộ"},
		{"a grade", "1", asks(grade, criteria.AtLeast, "2"), NotMet, false, "thiếu 1 bậc"},
		{"a degree", "1", asks(degree, criteria.AtLeast, "3"), NotMet, false, "thiếu 2 bậc"},
		{"declared met", "met", asks(declared, criteria.DeclaredMet, "1"), Met, false, ""},
		{"declared failed", "failed", asks(declared, criteria.DeclaredMet, "1"), NotMet, false, ""},
		{"no threshold", "7", asks(money, criteria.AtLeast, ""), NoThreshold, false, ""},
		{"left to the province", "7", asks(money, criteria.ProvinceSets, ""), NoThreshold, false, ""},
		{"no figure", "", asks(money, criteria.AtLeast, "7"), NoFigure, false, ""},
		{"neither figure nor threshold", "", asks(money, criteria.AtLeast, ""), NoFigure, false, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := &commune.Report{Year: 2023}
			if tt.figure != "" {
				r.Figures = []commune.Figure{reported(tt.req.Figure.ID, tt.figure)}
			}
			got := newJudge(r, newest).judge(&tt.req)
			gap := ""
			if got.Gap != nil {
				gap = got.Gap.Text()
			}
			if got.Outcome != tt.outcome || got.Borderline != tt.borderline || gap != tt.gap ||
				(got.Figure != nil) != (tt.figure != "") {
				t.Errorf("%s, borderline %v, gap %q", got.Outcome, got.Borderline, gap)
			}
		})
	}
}

// How well a figure is proven is how well its best document is; a document
// whose file is named outdoes one that is only listed.
func TestEvidenceOfAFigureAndOfParts(t *testing.T) {
	documents := []commune.Evidence{{ID: "listed"}, {ID: "filed", File: "a.pdf"}}
	whole := func(need int) criteria.Requirement {
		return criteria.Requirement{Op: criteria.SomeOfParts, Known: true, Need: need, Parts: []criteria.Requirement{
			asks(money, criteria.AtLeast, "5"), asks(households, criteria.AtLeast, "50")}}
	}
	for _, tt := range []struct {
		name    string
		req     criteria.Requirement
		figures []commune.Figure
		want    Evidence
	}{
		{"none", asks(money, criteria.AtLeast, "5"), []commune.Figure{reported("m", "6")}, NoEvidence},
		{"listed", asks(money, criteria.AtLeast, "5"), []commune.Figure{reported("m", "6", "listed")}, Listed},
		{"filed after listed", asks(money, criteria.AtLeast, "5"),
			[]commune.Figure{reported("m", "6", "listed", "filed")}, Filed},
		{"listed after filed", asks(money, criteria.AtLeast, "5"),
			[]commune.Figure{reported("m", "6", "filed", "listed")}, Filed},
		{"of no figure", asks(money, criteria.AtLeast, "5"), nil, NoEvidence},
		{"of no threshold", asks(money, criteria.AtLeast, ""), []commune.Figure{reported("m", "6", "filed")}, Filed},
		{"both parts needed, the weaker counts", whole(2), []commune.Figure{reported("m", "6", "filed"),
			reported("h", "60", "listed")}, Listed},
		{"one part is enough, the one that is met counts", whole(1), []commune.Figure{reported("m", "6", "filed"),
			reported("h", "40", "listed")}, Filed},
		{"one part is enough, both are met", whole(1), []commune.Figure{reported("m", "6", "filed"),
			reported("h", "60", "listed")}, Listed},
		{"one part is enough, none is met", whole(1), []commune.Figure{reported("m", "4", "filed"),
			reported("h", "40")}, NoEvidence},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := newJudge(&commune.Report{Evidence: documents, Figures: tt.figures},
				newest).judge(&tt.req).Evidence; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAFigureAsItIsShown(t *testing.T) {
	req := asks(households, criteria.AtLeast, "50")
	r := &commune.Report{Year: 2023, Figures: []commune.Figure{reported("h", "1/3")}}
	f := newJudge(r, newest).judge(&req).Figure
	document := `{"id":"h","value":"33.3333","unit":"%","year":2023,"numerator":"1","denominator":"3","met":null,` +
		`"evidence":null,"note":"1 < 3"}`
	f.Note = "1 < 3"
	if text, err := f.MarshalJSON(); err != nil || string(text) != document+"\n" ||
		f.String() != "1 / 3 hộ = 33,33 %" {
		t.Errorf("%s: %s, %v", f, text, err)
	}
	r.Figures[0].Year = 2022
	if f := newJudge(r, newest).judge(&req).Figure; f.Year != 2022 {
		t.Errorf("the figure's own year became %d", f.Year)
	}
}

func TestNumbersKeepTheirDecimalsInJSON(t *testing.T) {
	for text, want := range map[string]string{"1.50": `"1.50"`, "3": `"3"`, "0.00": `"0.00"`, "-1.5": `"-1.5"`,
		"123456789012345.123456789": `"123456789012345.123456789"`} {
		got, err := Number{*at(text)}.MarshalJSON()
		if err != nil || string(got) != want {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
	if got := (Number{decimal.New(12, 3)}).String(); got != "12000" {
		t.Errorf("12 thousand is written %s", got)
	}
}

// What is short of a whole, by the ways there are to make it good.
func TestGapsOfTheWays(t *testing.T) {
	caseOf := asks(grade, criteria.AtMost, "1")
	caseOf.Case = true
	branch := func(parts ...criteria.Requirement) criteria.Requirement {
		return criteria.Requirement{Op: criteria.AllOf, Known: true, Need: len(parts), Parts: parts}
	}
	either := criteria.Requirement{Op: criteria.AnyOf, Known: true, Need: 1,
		Parts: []criteria.Requirement{asks(money, criteria.AtLeast, "5"), asks(households, criteria.AtLeast, "50")}}
	for _, tt := range []struct {
		name    string
		req     criteria.Requirement
		figures []commune.Figure
		want    string
	}{
		{"a figure that was declared failed", asks(declared, criteria.DeclaredMet, "1"),
			[]commune.Figure{reported("w", "failed")}, "xã báo chưa đạt"},
		{"nothing short", asks(declared, criteria.DeclaredMet, "1"), []commune.Figure{reported("w", "met")}, ""},
		{"either way", either, []commune.Figure{reported("m", "4"), reported("h", "40")},
			"Tiền thiếu 1 triệu đồng hoặc Tỷ lệ hộ thiếu 10 điểm %"},
		{"one way, the other unknown", either, []commune.Figure{reported("m", "4")}, "Tiền thiếu 1 triệu đồng"},
		{"each of all", branch(asks(money, criteria.AtLeast, "5"), asks(households, criteria.AtLeast, "50")),
			[]commune.Figure{reported("m", "4"), reported("h", "40")},
			"Tiền thiếu 1 triệu đồng; Tỷ lệ hộ thiếu 10 điểm %"},
		{"a branch for communes of another case", branch(asks(declared, criteria.DeclaredMet, "1"),
			branch(caseOf, asks(money, criteria.AtLeast, "5"))),
			[]commune.Figure{reported("w", "failed"), reported("g", "3"), reported("m", "1")},
			"Khẳng định xã báo chưa đạt"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := newJudge(&commune.Report{Figures: tt.figures}, newest).judge(&tt.req)
			if gaps := got.Gaps(); gaps != tt.want {
				t.Errorf("got %q, want %q", gaps, tt.want)
			}
		})
	}
}

func TestResultNamesEachFigureOnce(t *testing.T) {
	whole := func(parts ...criteria.Requirement) criteria.Requirement {
		return criteria.Requirement{Op: criteria.AllOf, Known: true, Need: len(parts), Parts: parts}
	}
	for _, tt := range []struct {
		name    string
		req     criteria.Requirement
		figures []commune.Figure
		want    string
	}{
		{"one", asks(money, criteria.AtLeast, "5"), []commune.Figure{reported("m", "4.50")}, "4,50 triệu đồng"},
		{"one that is missing", asks(money, criteria.AtLeast, "5"), nil, ""},
		{"two, one of them twice and one missing", whole(asks(money, criteria.AtLeast, "5"),
			asks(money, criteria.AtMost, "9"), asks(households, criteria.AtLeast, "5")),
			[]commune.Figure{reported("m", "4")}, "Tiền: 4 triệu đồng; Tỷ lệ hộ: …"},
		{"declared failed", asks(declared, criteria.DeclaredMet, "1"), []commune.Figure{reported("w", "failed")},
			"Chưa đạt"},
		{"a grade", asks(grade, criteria.AtLeast, "1"), []commune.Figure{reported("g", "2")}, "khá"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := newJudge(&commune.Report{Figures: tt.figures}, newest).judge(&tt.req)
			if text := got.Result(); text != tt.want {
				t.Errorf("got %q, want %q", text, tt.want)
			}
		})
	}
}

// The sums of the capital, for each way a report may state it.
func TestCapitalAsItIsStated(t *testing.T) {
	line := func(s commune.Source, value string) commune.Capital {
		return commune.Capital{Source: s, Value: amount(value)}
	}
	land := commune.Capital{Source: commune.People, Quantity: amount("10"), Unit: "m2", UnitPrice: at("0.5")}
	unpriced := commune.Capital{Source: commune.People, Quantity: amount("10"), Unit: "m2"}
	show := func(n *Number) string {
		if n == nil {
			return "-"
		}
		return n.String()
	}
	for _, tt := range []struct {
		name   string
		lines  []commune.Capital
		total  string
		stated bool
		rest   string
		people string // value and share
	}{
		{"the sum of the sources", []commune.Capital{line(commune.People, "30"), line(commune.Own, "60")}, "90",
			false, "-", "30 33.33"},
		{"a stated total that is more", []commune.Capital{line(commune.Total, "120"), line(commune.People, "30")},
			"120", true, "90", "30 25.00"},
		{"a stated total that is met", []commune.Capital{line(commune.Total, "30"), line(commune.People, "30")},
			"30", true, "-", "30 100.00"},
		{"a stated total that is less", []commune.Capital{line(commune.Total, "20"), line(commune.People, "30")},
			"20", true, "-", "30 150.00"},
		{"land with a price counts", []commune.Capital{land, line(commune.People, "5"), line(commune.Own, "10")},
			"20.0", false, "-", "10.0 50.00"},
		{"land without a price does not", []commune.Capital{unpriced, line(commune.Own, "10")}, "10", false, "-",
			"- -"},
		{"nothing has a value", []commune.Capital{unpriced}, "-", false, "-", "- -"},
		{"a total of nothing", []commune.Capital{line(commune.People, "0")}, "0", false, "-", "0 -"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := capital(&commune.Report{Capital: tt.lines})
			people := ""
			for i, s := range got.Sources {
				if s.Source == commune.People {
					people = show(s.Value) + " " + show(s.Share)
				}
				if s.Source == commune.Total || i > 0 && got.Sources[i-1].Source == s.Source {
					t.Errorf("sources %+v", got.Sources)
				}
			}
			if show(got.Total) != tt.total || got.Stated != tt.stated || show(got.Unallocated) != tt.rest ||
				people != tt.people {
				t.Errorf("total %s, stated %v, rest %s, people %q", show(got.Total), got.Stated,
					show(got.Unallocated), people)
			}
		})
	}
}

// Each check holds at its edge: what can just be is not pointed out.
func TestCrossChecksAtTheirEdges(t *testing.T) {
	ranged := *money
	ranged.Plausible = &criteria.Range{From: *at("1"), To: *at("10")}
	village := func(out, back, satisfied string) commune.Village {
		return commune.Village{Name: "A", FormsOut: at(out), FormsBack: at(back), Satisfied: at(satisfied)}
	}
	debtOf := func(completed, paid string, owed commune.Amount) []commune.Arrear {
		return []commune.Arrear{{Work: "Đường", Completed: at(completed), Paid: at(paid), Owed: &owed}}
	}
	debt := func(completed, paid, owed string) []commune.Arrear {
		return debtOf(completed, paid, *amount(owed))
	}
	priced := func(value string) []commune.Capital {
		return []commune.Capital{{Source: commune.Own, Quantity: amount("4"), Unit: "m2", UnitPrice: at("2.5"),
			Value: amount(value)}}
	}
	for _, tt := range []struct {
		name   string
		entry  *criteria.Figure
		report commune.Report
		want   string // code and severity, "" for none
	}{
		{"all of the whole", households, commune.Report{Figures: []commune.Figure{reported("h", "9/9")}}, ""},
		{"more than the whole", households, commune.Report{Figures: []commune.Figure{reported("h", "10/9")}},
			"part_exceeds_whole error"},
		{"less than nothing of the whole", households,
			commune.Report{Figures: []commune.Figure{reported("h", "-1/90000000")}}, "negative error"},
		{"a hundred per cent", households, commune.Report{Figures: []commune.Figure{reported("h", "100")}}, ""},
		{"over a hundred per cent", households, commune.Report{Figures: []commune.Figure{reported("h", "100.01")}},
			"rate_out_of_range error"},
		{"over a hundred of what is no rate", money,
			commune.Report{Figures: []commune.Figure{reported("m", "101")}}, ""},
		{"nothing", money, commune.Report{Figures: []commune.Figure{reported("m", "0")}}, ""},
		{"less than nothing", money, commune.Report{Figures: []commune.Figure{reported("m", "-0.01")}},
			"negative error"},
		{"the least that is plausible", &ranged, commune.Report{Figures: []commune.Figure{reported("m", "1")}}, ""},
		{"less than is plausible", &ranged, commune.Report{Figures: []commune.Figure{reported("m", "0.9999")}},
			"implausible warning"},
		{"the most that is plausible", &ranged, commune.Report{Figures: []commune.Figure{reported("m", "10")}}, ""},
		{"more than is plausible", &ranged, commune.Report{Figures: []commune.Figure{reported("m", "10.0001")}},
			"implausible warning"},
		{"every form came back, all pleased", nil,
			commune.Report{Satisfaction: &commune.Satisfaction{Villages: []commune.Village{village("9", "9",
				"9")}}}, ""},
		{"more pleased than answered, in a village and so in all", &criteria.Figure{ID: commune.SatisfactionFigure,
			Unit: criteria.Percent, CountedIn: "người"},
			commune.Report{Satisfaction: &commune.Satisfaction{Villages: []commune.Village{village("9", "9",
				"10")}}}, "part_exceeds_whole error; part_exceeds_whole error"},
		{"a debt that is right", nil, commune.Report{Arrears: debt("9.5", "4", "5.50")}, ""},
		{"a debt that is not", nil, commune.Report{Arrears: debt("9.5", "4", "4.8")}, "arrears_value warning"},
		{"no debt where a part is not paid", nil, commune.Report{Arrears: debt("2000", "1800", "0")},
			"arrears_value error"},
		{"no debt where a little is not paid", nil, commune.Report{Arrears: debt("2000", "1990", "0")},
			"arrears_value error"},
		{"no debt, as far as was rounded", nil, commune.Report{Arrears: debt("2000.4", "2000", "0")}, ""},
		{"a debt where all is paid", nil, commune.Report{Arrears: debt("2000", "2000", "5")}, "arrears_value error"},
		{"some debt where all is paid", nil, commune.Report{Arrears: debtOf("2000", "2000", commune.Amount{
			Decimal: *at("0"), Bound: typed.MoreThan})}, "arrears_value error"},
		{"more paid than was done, and no debt", nil, commune.Report{Arrears: debt("1800", "2000", "0")},
			"arrears_value warning"},
		{"a debt as far as it was rounded (R11)", nil, commune.Report{Arrears: debt("9.5", "4", "5.49")}, ""},
		{"a debt below what it may be", nil, commune.Report{Arrears: debtOf("9.5", "4", commune.Amount{
			Decimal: *at("5.6"), Bound: typed.LessThan})}, ""},
		{"a debt below what is left to pay", nil, commune.Report{Arrears: debtOf("9.5", "4", commune.Amount{
			Decimal: *at("5.5"), Bound: typed.LessThan})}, "arrears_value warning"},
		{"a debt that is estimated", nil, commune.Report{Arrears: debtOf("9.5", "4", commune.Amount{
			Decimal: *at("50"), Bound: typed.About})}, ""},
		{"a debt without what was paid", nil,
			commune.Report{Arrears: []commune.Arrear{{Work: "A", Completed: at("9"), Owed: amount("1")}}}, ""},
		{"a price that is right", nil, commune.Report{Capital: priced("10.0")}, ""},
		{"a price that is not", nil, commune.Report{Capital: priced("10.1")}, "capital_value warning"},
		{"land without its worth, or without its price", nil, commune.Report{Capital: []commune.Capital{
			{Source: commune.Own, Quantity: amount("4"), Unit: "m2"}, {Source: commune.Own, Quantity: amount("4"),
				Unit: "m2", UnitPrice: at("2.5")},
			{Source: commune.Own, Quantity: amount("4"), Unit: "m2", Value: amount("9")},
			{Source: commune.Own, UnitPrice: at("4"), Value: amount("9")}}}, ""},
		{"sources that make up the total", nil, commune.Report{Capital: []commune.Capital{
			{Source: commune.Own, Value: amount("4")}, {Source: commune.Credit, Value: amount("6.0")},
			{Source: commune.Total, Value: amount("10")}}}, ""},
		{"sources of more than the total", nil, commune.Report{Capital: []commune.Capital{
			{Source: commune.Own, Value: amount("4.1")}, {Source: commune.Credit, Value: amount("7")},
			{Source: commune.Total, Value: amount("10")}}}, "capital_exceeds_total error"},
		{"a figure that nothing asks for", money, commune.Report{Figures: []commune.Figure{reported("m", "2"),
			reported("h", "9")}}, "unused_figure info"},
		{"a figure where nothing is asked yet", nil, commune.Report{Figures: []commune.Figure{reported("h", "9")}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.report.Year = 2023
			set := &criteria.Set{Query: criteria.Query{Year: 2023, On: criteria.Day(2023, 12, 31)}}
			if tt.entry != nil {
				set.Levels = []criteria.SetLevel{{Standard: criteria.SetStandard{},
					Conditions: []criteria.SetCondition{{Requirement: asks(tt.entry, criteria.AtLeast, "1")}}}}
			}
			var got []string
			for _, f := range Assess(Input{Report: &tt.report, Set: set}).Findings {
				if f.Code != "no_indicators" { // this set has conditions only
					got = append(got, f.Code+" "+string(f.Severity))
				}
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

// onlyLevel judges the figures by a level of the given indicators and
// conditions.
func onlyLevel(figures []commune.Figure, indicators []criteria.SetIndicator,
	conditions []criteria.SetCondition) *Assessment {
	set := &criteria.Set{Query: criteria.Query{Year: 2023, On: criteria.Day(2023, 12, 31)},
		Levels: []criteria.SetLevel{{
			Standard: criteria.SetStandard{Level: criteria.NTM}, Conditions: conditions,
			Criteria: []criteria.SetCriterion{{No: "1", Indicators: indicators}}}}}
	return Assess(Input{Report: &commune.Report{Year: 2023, Figures: figures}, Set: set})
}

// What does not apply counts as reached, and neither asks for evidence nor makes
// a draft.
func TestACriterionThatDoesNotApply(t *testing.T) {
	unsure := asks(money, criteria.AtLeast, "")
	unsure.Basis.Status = criteria.Missing
	condition := []criteria.SetCondition{{ID: "w", Requirement: asks(declared, criteria.DeclaredMet, "1")}}
	l := onlyLevel([]commune.Figure{reported("w", "met")},
		[]criteria.SetIndicator{{No: "1", NotApplicable: criteria.NoCemetery, Requirement: unsure}},
		condition).Levels[0]
	leaves := 0
	l.Criteria[0].Indicators[0].Leaves(func(*Judgement) { leaves++ })
	if leaves != 1 || l.Criteria[0].Outcome != NotApplicable || l.CriteriaMet != 1 || l.IndicatorsMet != 1 ||
		l.Draft || l.Verdict != Eligible || len(l.Unsure()) != 0 {
		t.Errorf("%s, %d criteria, %d indicators, draft %v, %s", l.Criteria[0].Outcome, l.CriteriaMet,
			l.IndicatorsMet, l.Draft, l.Verdict)
	}
}

// Criteria alone recognise nobody: where no procedure is known, nothing is
// eligible, and that is said.
func TestWithoutAProcedureNothingIsEligible(t *testing.T) {
	a := onlyLevel([]commune.Figure{reported("m", "6")},
		[]criteria.SetIndicator{{No: "1", Requirement: asks(money, criteria.AtLeast, "5")}}, nil)
	if l := a.Levels[0]; l.CriteriaMet != 1 || l.Verdict != Undecided {
		t.Errorf("%d criteria, %s", l.CriteriaMet, l.Verdict)
	}
	if len(a.Findings) != 1 || a.Findings[0].Code != "no_procedure" || a.Findings[0].Severity != Warning {
		t.Errorf("findings %+v", a.Findings)
	}
}

// A criterion whose indicators nobody entered is undetermined, and a draft.
func TestAFrameIsADraft(t *testing.T) {
	condition := []criteria.SetCondition{{ID: "w", Requirement: asks(declared, criteria.DeclaredMet, "1")}}
	a := onlyLevel([]commune.Figure{reported("w", "met")}, nil, condition)
	if l := a.Levels[0]; l.Criteria[0].Outcome != Undetermined || !l.Draft || !a.Draft || l.Verdict != Undecided ||
		l.CriteriaMet != 0 {
		t.Errorf("%s, draft %v, %s", l.Criteria[0].Outcome, l.Draft, l.Verdict)
	}
	if len(a.Findings) != 1 || a.Findings[0].Code != "no_indicators" {
		t.Errorf("findings %+v", a.Findings)
	}
}

// A younger document is pointed out once, however many thresholds come from it,
// and one of the day itself is not.
func TestAYoungerDocumentIsPointedOutOnce(t *testing.T) {
	from := func(decision, date string) criteria.SetIndicator {
		r := asks(money, criteria.AtLeast, "5")
		r.Basis.Decision, r.Basis.DecisionDate = decision, date
		return criteria.SetIndicator{Requirement: r}
	}
	a := onlyLevel(nil, []criteria.SetIndicator{from("1/QĐ", "2024-01-01"), from("1/QĐ", "2024-01-01"),
		from("2/QĐ", "2023-12-31"), from("3/QĐ", "2024-06-01")},
		[]criteria.SetCondition{{Requirement: asks(money, criteria.AtLeast, "5")}})
	var got []string
	for _, f := range a.Findings {
		got = append(got, f.Code+" "+string(f.Severity)+" "+f.Message[:len("có ngưỡng lấy theo 1/QĐ")])
	}
	if strings.Join(got, "; ") != "later_document info có ngưỡng lấy theo 1/QĐ; later_document info có ngưỡng "+
		"lấy theo 3/QĐ" {
		t.Errorf("found %q", got)
	}
}
