package dossier

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

func TestThresholdInTheDecisionsWords(t *testing.T) {
	none := &criteria.Requirement{Op: criteria.AtMost, Known: true, Text: "Không",
		Figure: &criteria.Figure{Unit: "nhà"}}
	got := required(assess.Threshold{Requirement: none}, look.Body)
	if want := `[$-42A]"≤ "#,##0 "nhà";[$-42A]-#,##0;"Không"`; got.Value != 0.0 || got.Look.Format != want {
		t.Errorf("%v in format %s, want 0 in %s", got.Value, got.Look.Format, want)
	}
	good := &criteria.Requirement{Op: criteria.AtLeast, Known: true, Value: decimal.NewFromInt(2),
		Figure: &criteria.Figure{Unit: criteria.Grade}}
	grade := required(assess.Threshold{Requirement: good}, look.Body)
	if grade.Value != "khá trở lên" {
		t.Errorf("a grade: %v", grade.Value)
	}
}

func TestSmallWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{vi.Day("2023-12-01"), "01/12/2023"},
		{vi.Day("không rõ"), "không rõ"},
		{Cited(criteria.Document{Number: "318/QĐ-TTg", Date: criteria.Day(2022, 3, 8)}),
			"Quyết định số 318/QĐ-TTg ngày 08 tháng 3 năm 2022"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
