package chart

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/outlook"

	"github.com/shopspring/decimal"
)

// sum is how much of a row is painted.
func sum(r bar) (of float64) {
	for _, p := range r.Parts {
		of += p.Share
	}
	return of
}

// A criterion is painted by its indicators: whole, each kind by its share, and all of it in words.
func TestCriteriaBars(t *testing.T) {
	of := func(no string, outcomes ...assess.Outcome) assess.Criterion {
		c := assess.Criterion{No: no, Name: "giả định " + no, Outcome: assess.Met}
		for _, o := range outcomes {
			c.Indicators = append(c.Indicators, assess.Indicator{Judgement: assess.Judgement{Outcome: o}})
		}
		return c
	}
	l := &assess.Level{Level: criteria.NTM, Criteria: []assess.Criterion{
		of("1", assess.Met, assess.Met, assess.NotMet, assess.NoFigure), of("2"), of("3", assess.NotApplicable)}}
	b := CriteriaBars(l)
	if len(b.Rows) != 3 || b.Rows[0].Says != "2 đạt, 1 chưa đạt, 1 chưa rõ" || sum(b.Rows[0]) != 1 ||
		b.Rows[0].Parts[0] != (part{0.5, "good"}) || b.Rows[1].Parts != nil || b.Rows[2].Parts[0].Kind != "off" {
		t.Errorf("%+v", b.Rows)
	}
	for _, r := range b.Rows {
		if !strings.Contains(b.Says, r.Name) || !strings.Contains(b.Says, r.Says) {
			t.Errorf("%q is not in words: %s", r.Name, b.Says)
		}
	}
}

// A gap is painted by its share of the threshold, never more than all of it nor nothing in words;
// what has no distance has no bar.
func TestGapBars(t *testing.T) {
	at := func(no, share string) outlook.Unmet {
		u := outlook.Unmet{No: no, Name: "giả định"}
		if share != "" {
			u.Distance = &assess.Number{Decimal: decimal.RequireFromString(share)}
		}
		return u
	}
	b := GapBars(&outlook.LevelShortfall{NotMet: []outlook.Unmet{at("1.1", "0.25"), at("1.2", ""), at("1.3", "3")}})
	if len(b.Rows) != 2 || b.Rows[0].Says != "cách 25 %" || sum(b.Rows[0]) != 0.25 || sum(b.Rows[1]) != 1 ||
		b.Rows[0].Name != "1.1. giả định" {
		t.Errorf("%+v", b.Rows)
	}
	for share, want := range map[string]string{"0.5": "50 %", "0.1234": "12,3 %", "0.00001": "dưới 0,1 %", "2": "200 %",
		"0.001": "0,1 %"} {
		if got := percent(decimal.RequireFromString(share)); got != want {
			t.Errorf("%s is %q, want %q", share, got, want)
		}
	}
}

// A chart is a picture on both pages, and no text is wider than it.
func TestSVG(t *testing.T) {
	b := &Bars{Title: "Giả định", Says: "giả định", Rows: []bar{
		{Name: strings.Repeat("tên dài ", 30), Says: strings.Repeat("chữ ", 30), Parts: []part{{0.3, "good"}, {0.7,
			"bad"}}},
		{Name: "không có gì"}}}
	light, err := b.SVG(false)
	if err != nil {
		t.Fatal(err)
	}
	dark, err := b.SVG(true)
	if err != nil || string(dark) == string(light) {
		t.Error("one is as the other", err)
	}
	isXML(t, string(light))
	isXML(t, string(dark))
	if strings.Contains(string(light), "style=") || !strings.Contains(string(light), "<title>Giả định</title>") {
		t.Errorf("%s", light)
	}
	for text, want := range map[string]string{"ngắn": "ngắn", "a  b\nc": "a b c", "một hai ba": "một h…", "": ""} {
		if got := cut(text, 6); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
