package assess_test

import (
	"encoding/json"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// drawnUp is a brief of a criterion with two indicators, one with one, and a
// condition.
var drawnUp = assess.BriefLevel{Level: criteria.NangCao,
	Criteria:   assess.BriefOutcomes{{No: "1", Outcome: assess.NotMet}, {No: "10", Outcome: assess.Met}},
	Conditions: assess.BriefOutcomes{{No: "arrears", Outcome: assess.NoFigure}},
	Indicators: assess.BriefOutcomes{{No: "1.1", Outcome: assess.Met}, {No: "1.2", Outcome: assess.NotMet},
		{No: "10", Outcome: assess.Met}}}

func TestBriefOutcomesAsText(t *testing.T) {
	all := assess.BriefOutcomes{{No: "1.1", Outcome: assess.Met}, {No: "1.2", Outcome: assess.NotMet},
		{No: "2", Outcome: assess.NoFigure},
		{No: "3", Outcome: assess.NoThreshold}, {No: "4", Outcome: assess.NotApplicable},
		{No: "5", Outcome: assess.Undetermined}}
	text, err := all.MarshalText()
	if err != nil || string(text) != "1.1:m 1.2:n 2:f 3:t 4:a 5:u" {
		t.Fatalf("%s, %v", text, err)
	}
	back := drawnUp.Criteria // what was there before is gone
	if err := back.UnmarshalText(text); err != nil || !cmp.Equal(back, all) {
		t.Errorf("%v, %v", back, err)
	}
	for _, text := range []string{"1.1", "1.1:x", "1.1:m 2:"} {
		if err := back.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was read as %v", text, back)
		}
	}
	if n := drawnUp.Indicators.With(assess.Met); n != 2 {
		t.Errorf("%d are met", n)
	}
	if n := drawnUp.Indicators.With(assess.NoFigure); n != 0 {
		t.Errorf("%d are without a figure", n)
	}
}

func TestWhatABriefNumberBelongsTo(t *testing.T) {
	for no, want := range map[string]string{"1": "1", "1.2": "1", "10": "10", "arrears": "arrears", "1.3": "",
		"2": "", "": ""} {
		if got := drawnUp.CriterionOf(no); got != want {
			t.Errorf("%q belongs to %q, want %q", no, got, want)
		}
	}
	brief := assess.Brief{Levels: []assess.BriefLevel{{Level: criteria.NTM}, drawnUp}}
	if l := brief.On(criteria.NangCao); l == nil || l.Level != criteria.NangCao {
		t.Errorf("%+v", l)
	}
	if l := brief.On(criteria.KieuMau); l != nil {
		t.Errorf("%+v", l)
	}
}

// A brief says what its assessment says, and reads back.
func TestABriefIsTheAssessmentInShort(t *testing.T) {
	a := judge(t, quangTrung)
	brief := a.Brief()
	for i, l := range a.Levels {
		b := brief.Levels[i]
		if b.Level != l.Level || b.Standard != l.Standard || b.Verdict != l.Verdict ||
			b.CriteriaMet != l.CriteriaMet || b.IndicatorsTotal != l.IndicatorsTotal ||
			len(b.Criteria) != len(l.Criteria) || len(b.Indicators) != l.IndicatorsTotal ||
			len(b.Conditions) != len(l.Conditions) {
			t.Errorf("%+v", b)
		}
	}
	shares := map[string]string{}
	for _, c := range brief.Capital {
		shares[string(c.Source)] = c.Value.String()
	}
	if want := map[string]string{"people": "412300"}; !cmp.Equal(shares, want) {
		t.Errorf("capital %v, want %v", shares, want)
	}
	text, err := json.Marshal(brief)
	if err != nil {
		t.Fatal(err)
	}
	var back assess.Brief
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(back); err != nil || string(again) != string(text) {
		t.Errorf("%v\n%s\n%s", err, text, again)
	}
	a.Capital = nil
	if brief := a.Brief(); brief.Capital != nil {
		t.Errorf("capital of nobody: %v", brief.Capital)
	}
}

// Every word that a reader is shown is there, and its own.
func TestWordsOfClosedSets(t *testing.T) {
	words := map[string]bool{}
	for _, word := range []string{
		assess.Info.Word(), assess.Wrong.Word(), assess.Eligible.Word(), assess.NotEligible.Word(),
	} {
		if word == "" || words[word] {
			t.Errorf("%q is no word of its own", word)
		}
		words[word] = true
	}
	n := assess.Number{Decimal: decimal.RequireFromString("1.530")}
	if text, err := n.MarshalText(); err != nil || string(text) != "1.530" {
		t.Errorf("%s, %v", text, err)
	}
}

// An indicator goes by its number and name, a condition, which has no number, by its name.
func TestTitleOfWhatIsJudged(t *testing.T) {
	indicator, condition := assess.Judged{No: "10", Name: "Thu nhập"}, assess.Judged{Name: "An ninh", Condition: true}
	if indicator.Title() != "10. Thu nhập" || condition.Title() != "An ninh" {
		t.Error(indicator.Title(), condition.Title())
	}
}
