package assess_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

const theRate, theCount = "multidimensional_poverty_rate", "poor_households_left_out"

// povertyPack is an invented pack by which a commune may have 1.2 % of poor
// households; set is its rule of what is left out, if any.
func povertyPack(t testing.TB, thresholdStatus, set string) *criteria.Library {
	t.Helper()
	dir := t.TempDir()
	text := `schema: ntm.overlay.v1
id: ngheo-gia-dinh
name: Quy định giả định về hộ nghèo (không có giá trị pháp lý)
layer: office
years: {from: 2022, to: 2025}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
set:
  - {indicator: ntm/11, at_most: {btb: 1.2}, status: ` + thresholdStatus + `, source: giả định}
` + set
	if err := os.WriteFile(filepath.Join(dir, "gia-dinh.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return load(t, dir)
}

func ruleOf(from, status string) string {
	const rule = "leave_out:\n  - {figure: %s, from: %s, article: Điều 1, status: %s, source: giả định}\n"
	return fmt.Sprintf(rule, theCount, from, status)
}

// poverty judges a commune that reports these figures of poor households.
func poverty(t testing.TB, lib *criteria.Library, figures ...commune.Figure) *assess.Assessment {
	t.Helper()
	r := readReport(t, quangTrung, lib)
	r.Traits = []criteria.Trait{}
	r.Figures = append(slices.DeleteFunc(r.Figures, func(f commune.Figure) bool { return f.ID == theRate }), figures...)
	return assess.Assess(input(t, lib, r))
}

func rate(numerator, denominator string) commune.Figure {
	return commune.Figure{ID: theRate, Measure: of(numerator, denominator)}
}

func count(n string) commune.Figure { return commune.Figure{ID: theCount, Measure: value(n)} }

const (
	povertyFormula = "(hộ nghèo + hộ cận nghèo) / số hộ"
	everyone       = "61 / 3.987 hộ = 1,53 %"
	pastIt         = "vượt 0,33 điểm %, tương đương 14 hộ"
	ruleNeeds      = " nhưng tỷ lệ chỉ ghi bằng số %; theo quy tắc trừ thì cần tử số và mẫu số"
	rateOnly       = " nhưng tỷ lệ chỉ ghi bằng số %, không có tử số và mẫu số nên không tính lại được; " +
		"xét theo tỷ lệ đã ghi"
)

// leftHouseholds are so many that may be left out.
func leftHouseholds(n int) string {
	return fmt.Sprint(n, " hộ nghèo, hộ cận nghèo không có khả năng lao động, hộ hưởng bảo trợ xã hội")
}

// bothWays is what is told of so many where no rule is set.
func bothWays(n int, lessened string) string {
	const rest = " (quy tắc chưa đối chiếu [?])"
	return povertyFormula + " = 61/3.987 = 1,53 %; nếu không tính " + leftHouseholds(n) + ": " + lessened + rest
}

// byRule is what is told of so many where a rule is set.
func byRule(n int, lessened, rule, counted string) string {
	return povertyFormula + ", không tính " + leftHouseholds(n) + " = " + lessened + " (" + rule + "); tính cả: " +
		counted
}

// leftOutCase is a report of poor households, and what comes of it at 1.2 %.
type leftOutCase struct {
	threshold string // its status
	set       string // the rule
	figures   []commune.Figure
	outcome   assess.Outcome
	unchecked string
	shown     string
	gap       string
	note      string // "…" for any
}

// T14: without a rule the count changes nothing and the formula is told both ways;
// with one, the rate is computed by it and is no surer than it.
func TestT14WhatIsLeftOut(t *testing.T) {
	counted, rateAlone := rate("61", "3987"), commune.Figure{ID: theRate, Measure: value("1.53")}
	of := func(f commune.Figure, year int) commune.Figure { f.Year = year; return f }
	sure, unsure := ruleOf("numerator", "seen"), ruleOf("numerator", "recalled")
	figures := func(all ...commune.Figure) []commune.Figure { return all }
	const (
		fromNumerator = "trừ ở tử số, theo 00/QĐ-GIẢ-ĐỊNH, Điều 1"
		fromBoth      = "trừ ở cả tử số và mẫu số, theo 00/QĐ-GIẢ-ĐỊNH, Điều 1"
		less20        = "41 / 3.987 hộ = 1,03 % (đã trừ 20 hộ)"
		less10        = "51 / 3.987 hộ = 1,28 % (đã trừ 10 hộ)"
		past10        = "vượt 0,08 điểm %, tương đương 4 hộ"
		all           = "61/3.987 = 1,53 %"
		met, notMet   = assess.Met, assess.NotMet
	)
	for name, tt := range map[string]leftOutCase{
		"no rule, no count": {"seen", "", figures(counted), notMet, "", everyone, pastIt, ""},
		"no rule": {"seen", "", figures(counted, count("20")), notMet, "", everyone, pastIt,
			bothWays(20, "41/3.987 = 1,03 %")},
		"no rule, none of them": {"seen", "", figures(counted, count("0")), notMet, "", everyone, pastIt,
			bothWays(0, all)},
		"no rule, rate only": {"seen", "", figures(rateAlone, count("20")), notMet, "", "1,53 %", "vượt 0,33 điểm %",
			"có " + leftHouseholds(20) + rateOnly},
		"a rule, no count": {"seen", sure, figures(counted), notMet, "", everyone, pastIt, ""},
		"a rule": {"seen", sure, figures(counted, count("20")), met, "", less20, "",
			byRule(20, "41/3.987 = 1,03 %", fromNumerator, all)},
		"a rule for both": {"seen", ruleOf("both", "seen"), figures(rate("61", "1000"), count("50")), met, "",
			"11 / 950 hộ = 1,16 % (đã trừ 50 hộ)", "", byRule(50, "11/950 = 1,16 %", fromBoth, "61/1.000 = 6,1 %")},
		"a rule that is not enough": {"seen", sure, figures(counted, count("10")), notMet, "", less10, past10,
			byRule(10, "51/3.987 = 1,28 %", fromNumerator, all)},
		"an unchecked rule": {"seen", unsure, figures(counted, count("10")), notMet, "quy tắc trừ", less10, past10,
			byRule(10, "51/3.987 = 1,28 %", fromNumerator+", chưa đối chiếu [?]", all)},
		"an unchecked threshold": {"recalled", sure, figures(counted, count("10")), notMet, "ngưỡng", less10,
			past10, "…"},
		"neither checked": {"doubtful", unsure, figures(counted, count("10")), notMet, "ngưỡng và quy tắc trừ",
			less10, past10, "…"},
		"a rule, rate only": {"seen", unsure, figures(rateAlone, count("20")), assess.NoFigure, "", "1,53 %", "",
			"có " + leftHouseholds(20) + ruleNeeds},
		"a rule, rate only, that is met": {"seen", unsure, figures(commune.Figure{ID: theRate, Measure: value("1.2")},
			count("20")), met, "", "1,2 %", "", "có " + leftHouseholds(20) + ruleNeeds},
		"a rule, rate only, none left out": {"seen", sure, figures(rateAlone, count("0")), notMet, "", "1,53 %",
			"vượt 0,33 điểm %", "có " + leftHouseholds(0) + ruleNeeds},
		"a rule, another year": {"seen", unsure, figures(counted, of(count("20"), 2022)), assess.NoFigure, "", everyone,
			"", leftHouseholds(20) + " là số của năm 2022, tỷ lệ là của năm 2023 nên không trừ; " +
				"theo quy tắc trừ thì cần số của cùng một năm"},
		"a rule, both of another year": {"seen", sure, figures(of(counted, 2022), of(count("20"), 2022)), met, "",
			less20, "", "…"},
		"a rule, no rate": {"seen", sure, figures(count("20")), assess.NoFigure, "", "", "", ""},
	} {
		t.Run(name, func(t *testing.T) { tt.holds(t) })
	}
}

func (tt *leftOutCase) holds(t *testing.T) {
	a := poverty(t, povertyPack(t, tt.threshold, tt.set), tt.figures...)
	ind := indicator(t, a, criteria.NTM, "11")
	if by := ind.UncheckedBy(); ind.Outcome != tt.outcome || by != tt.unchecked ||
		ind.Unchecked != (tt.unchecked != "") {
		t.Errorf("%s, unchecked %v by %q, want %s by %q", ind.Outcome, ind.Unchecked, by, tt.outcome, tt.unchecked)
	}
	if ind.Result() != tt.shown || ind.Gaps() != tt.gap {
		t.Errorf("%s; %s\nwant %s; %s", ind.Result(), ind.Gaps(), tt.shown, tt.gap)
	}
	if ind.Note != tt.note && tt.note != "…" {
		t.Errorf("note\n%s\nwant\n%s", ind.Note, tt.note)
	}
	for _, f := range a.Findings {
		if slices.Contains(f.Figures, theCount) && f.Code != "figure_year" {
			t.Errorf("finding %+v", f)
		}
	}
	if got, want := len(ind.Computed()) > 0, strings.Contains(ind.Result(), "đã trừ"); got != want {
		t.Errorf("computed by a rule: %v", got)
	}
}

// T14: an outcome that rests on an unchecked rule makes the level a draft, says so in
// its list, and refuses nobody.
func TestT14TheWeakerStatusHolds(t *testing.T) {
	for _, status := range []string{"seen", "recalled", "doubtful"} {
		a := poverty(t, povertyPack(t, "seen", ruleOf("numerator", status)), rate("61", "3987"), count("10"))
		l := &a.Levels[0]
		listed := slices.ContainsFunc(l.Unsure(), func(u assess.Unsure) bool {
			return u.No == "11" && u.Basis.Annex == "Điều 1" && string(u.Basis.Status) == status
		})
		sure := status == "seen"
		ind := indicator(t, a, criteria.NTM, "11")
		if listed == sure || ind.Rest().Sure() != sure || ind.Threshold.Basis.Status != criteria.Seen {
			t.Errorf("%s: listed %v, rests on %s, threshold %s", status, listed, ind.Rest(), ind.Threshold.Basis.Status)
		}
		const failsIf = "chỉ tiêu 11 nếu quy tắc trừ của 00/QĐ-GIẢ-ĐỊNH, Điều 1 (chưa đối chiếu) đúng"
		if strings.Contains(l.FailsIf, failsIf) == sure {
			t.Errorf("%s: fails if %q", status, l.FailsIf)
		}
	}
}

// T14: a count that cannot be part of its rate is found. Without a rule nothing rests
// on it; with one, the rate is in doubt and judged as it was counted.
func TestT14ACountThatCannotBe(t *testing.T) {
	for name, tt := range map[string]struct {
		rate, count commune.Figure
		ruled       string // the finding, with a rule
		plain       string // and without
	}{
		"above the numerator": {rate("61", "3987"), count("62"), "left_out_exceeds", "left_out_exceeds"},
		"below nothing":       {rate("61", "3987"), count("-1"), "left_out_unusable", "negative"},
		"no whole number":     {rate("61", "3987"), count("20.5"), "left_out_unusable", "not_whole"},
	} {
		for _, set := range []string{"", ruleOf("numerator", "seen"), ruleOf("both", "seen")} {
			a := poverty(t, povertyPack(t, "seen", set), tt.rate, tt.count)
			ind := indicator(t, a, criteria.NTM, "11")
			want := tt.plain
			if set != "" {
				want = tt.ruled
			}
			i := slices.IndexFunc(a.Findings, func(f assess.Finding) bool { return f.Code == want })
			ruled := set != ""
			if i < 0 || a.Findings[i].Severity != assess.Wrong || slices.Contains(a.Findings[i].Figures,
				theRate) != ruled {
				t.Errorf("%s, %q: findings %+v", name, set, a.Findings)
			}
			if doubted := a.Levels[0].Doubted; doubted != ruled || ind.Outcome != assess.NotMet ||
				ind.Result() != everyone {
				t.Errorf("%s, %q: doubted %v, %s, %s", name, set, doubted, ind.Outcome, ind.Result())
			}
		}
	}
	nobody := poverty(t, povertyPack(t, "seen", ruleOf("both", "seen")), rate("61", "61"), count("61"))
	if ind := indicator(t, nobody, criteria.NTM, "11"); ind.Outcome != assess.NotMet || !nobody.Levels[0].Doubted {
		t.Errorf("nobody is left to count: %s, %q", ind.Outcome, ind.Note)
	}
	impossible := poverty(t, povertyPack(t, "seen", ruleOf("numerator", "seen")), rate("61", "50"), count("20"))
	ind := indicator(t, impossible, criteria.NTM, "11")
	if len(ind.Computed()) > 0 || !strings.Contains(ind.Note, "không hợp lý nên không trừ") {
		t.Errorf("a rate that cannot be: %s, %q", ind.Result(), ind.Note)
	}
}

// T14: the document tells both ways in exact numbers, and is judged alike by its
// snapshot. A rate and its count are proven as well as the less proven of them.
func TestT14TheDocument(t *testing.T) {
	lib := povertyPack(t, "seen", ruleOf("numerator", "recalled"))
	r := readReport(t, quangTrung, lib)
	r.Evidence = []commune.Evidence{{ID: "a", Title: "A", File: "a.pdf"}, {ID: "b", Title: "B"}}
	f, n := rate("61", "3987"), count("20")
	f.Evidence, n.Evidence = []string{"a"}, []string{"b"}
	r.Figures = append(slices.DeleteFunc(r.Figures, func(f commune.Figure) bool { return f.ID == theRate }), f, n)
	in := input(t, lib, r)
	a := assess.Assess(in)
	ind := indicator(t, a, criteria.NTM, "11")
	if ind.Evidence != assess.Listed || !slices.Equal(ind.Figure.Sources, []string{"a", "b"}) {
		t.Errorf("evidence %s, %v", ind.Evidence, ind.Figure.Sources)
	}
	data, err := json.Marshal(ind.Figure)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"value":"1.0283"`, `"numerator":"41"`, `"denominator":"3987"`,
		`"left_out":{"id":"poor_households_left_out","count":"20","applied":true,` +
			`"counted":{"numerator":"61","denominator":"3987","value":"1.53"},` +
			`"lessened":{"numerator":"41","denominator":"3987","value":"1.0283"},` +
			`"from":"numerator","basis":{"decision":"00/QĐ-GIẢ-ĐỊNH"`,
		`"status":"recalled"`,
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	first, _ := json.Marshal(a)
	kept, err := in.Set.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	if in.Set, err = criteria.ReadSnapshot(kept); err != nil {
		t.Fatal(err)
	}
	if again, _ := json.Marshal(assess.Assess(in)); string(again) != string(first) {
		t.Error("by its snapshot it is judged otherwise")
	}
}

// T14: of any report, without a rule the count changes no outcome, whatever it is.
func TestT14WithoutARuleTheCountChangesNothing(t *testing.T) {
	lib := load(t, officePack)
	base := readReport(t, invented, lib)
	in := input(t, lib, base)
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, 5000).Draw(t, "households")
		poor := rapid.Int64Range(0, whole+10).Draw(t, "poor")
		f := &commune.Figure{ID: theRate, Measure: commune.Rate{Numerator: *amount(poor), Denominator: *amount(whole)}}
		f.Year = rapid.SampledFrom([]int{0, 2022}).Draw(t, "year")
		if rapid.Bool().Draw(t, "a rate only") {
			f = &commune.Figure{ID: theRate, Measure: commune.Number{Decimal: decimal.NewFromInt(poor).Shift(-2)}}
		}
		in.Report = replace(base, theRate, f)
		before := assess.Assess(in)
		left := rapid.Int64Range(-5, whole+20).Draw(t, "left out")
		some := decimal.NewFromInt(left).Shift(rapid.Int32Range(-1, 0).Draw(t, "decimals"))
		n := &commune.Figure{ID: theCount, Measure: commune.Number{Decimal: some}}
		in.Report = replace(in.Report, theCount, n)
		after := assess.Assess(in)
		if fmt.Sprint(outcomes(before), verdicts(before)) != fmt.Sprint(outcomes(after), verdicts(after)) {
			t.Fatalf("%v left out of %v change an outcome", n.Measure, f)
		}
		for i := range before.Levels {
			b, a := &before.Levels[i], &after.Levels[i]
			same := b.Draft == a.Draft && b.Doubted == a.Doubted && b.Evidence == a.Evidence && b.FailsIf == a.FailsIf
			if !same || len(b.Unsure()) != len(a.Unsure()) {
				t.Fatalf("%v left out of %v change what %s rests on", n.Measure, f, b.Level)
			}
		}
	})
}

// T14: with a rule, whatever is left out, the outcome is that of the same rate
// reported without those left out.
func TestT14ARuleComputesTheRate(t *testing.T) {
	libs := map[string]*criteria.Library{}
	for _, from := range []string{"numerator", "both"} {
		libs[from] = povertyPack(t, "seen", ruleOf(from, "seen"))
	}
	rapid.Check(t, func(rt *rapid.T) {
		from := rapid.SampledFrom([]string{"numerator", "both"}).Draw(rt, "from")
		whole := rapid.Int64Range(2, 5000).Draw(rt, "households")
		poor := rapid.Int64Range(0, min(whole, 200)).Draw(rt, "poor")
		left := rapid.Int64Range(0, min(poor, whole-1)).Draw(rt, "left out")
		rest := whole
		if from == "both" {
			rest -= left
		}
		by := poverty(t, libs[from], rate(fmt.Sprint(poor), fmt.Sprint(whole)), count(fmt.Sprint(left)))
		same := poverty(t, libs[from], rate(fmt.Sprint(poor-left), fmt.Sprint(rest)))
		for _, level := range []criteria.Level{criteria.NTM, criteria.NangCao} {
			a, b := indicator(t, by, level, "11"), indicator(t, same, level, "11")
			if a.Outcome != b.Outcome || a.Borderline != b.Borderline || fmt.Sprint(a.Gaps()) != fmt.Sprint(b.Gaps()) {
				rt.Fatalf("%d of %d without %d: %s %s, want %s %s",
					poor, whole, left, a.Outcome, a.Gaps(), b.Outcome, b.Gaps())
			}
		}
	})
}

func amount(n int64) *decimal.Decimal {
	d := decimal.NewFromInt(n)
	return &d
}
