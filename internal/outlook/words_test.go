package outlook_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/outlook"
)

// What fails is said with its figure, what it should be and what is short of it.
func TestHowItFailsInWords(t *testing.T) {
	said := map[string]string{}
	lib := load(t, officePack)
	r := readReport(t, invented, lib)
	r = outlook.Suppose(r, []outlook.Supposition{{Entry: lib.Figures["income_per_capita"],
		Figure: &commune.Figure{ID: "income_per_capita", Measure: value("3")}}, {Entry: lib.Figures["clean_landscape"],
		Figure: &commune.Figure{ID: "clean_landscape", Measure: commune.Answer(false)}}})
	for _, l := range outlook.ShortfallOf(assess.Assess(input(t, lib, r))).Levels {
		for _, u := range l.NotMet {
			said[u.ID] = u.Text()
			if u.Text() == "" || strings.Contains(u.Text(), "<nil>") {
				t.Errorf("%s: %q", u.ID, u.Text())
			}
		}
	}
	if len(said) == 0 {
		t.Error("nothing fails")
	}
	none := outlook.Unmet{UncheckedBy: "ngưỡng"}
	if got := none.Text(); !strings.HasSuffix(got, "xem lại số liệu (ngưỡng chưa đối chiếu)") {
		t.Error(got)
	}
	for no, want := range map[string]string{"10": "10", "arrears": "điều kiện nợ đọng"} {
		if got := outlook.Labels([]string{no, "1"}); got != want+", 1" || outlook.IsCondition(no) == (no == "10") {
			t.Error(no, got)
		}
	}
}

// A supposition is said with what it changes and what stays.
func TestWhatIfInWords(t *testing.T) {
	lib := load(t)
	r := readReport(t, quangTrung, lib)
	before := assess.Assess(input(t, lib, r))
	supposed := []outlook.Supposition{{Entry: lib.Figures["income_per_capita"],
		Figure: &commune.Figure{ID: "income_per_capita", Measure: value("30")}},
		{Entry: lib.Figures["multidimensional_poverty_rate"]}}
	w := outlook.Compare(before, assess.Assess(input(t, lib, outlook.Suppose(r, supposed))), supposed)
	if got := w.Supposed[0].Text(); !strings.HasSuffix(got, " → 30 triệu đồng/người/năm") {
		t.Error(got)
	}
	if got := w.Supposed[1].Text(); !strings.HasSuffix(got, " → chưa có số liệu") {
		t.Error(got)
	}
	same := outlook.Supposed{}
	if got := same.Text(); got != "chưa có số liệu (như đã báo cáo)" {
		t.Error(got)
	}
	if counts, _ := outlook.CountsMoved(&w.Before[0], &w.After[0]); !strings.Contains(counts, "chỉ tiêu đạt") {
		t.Error(counts)
	}
	if counts, proof := outlook.CountsMoved(&w.Before[0], &w.Before[0]); counts+proof != "" {
		t.Error(counts, proof)
	}
	if got := outlook.Unmoved(&w.Before[0], w.Changes[:0]); got != "19 tiêu chí, 57 chỉ tiêu" {
		t.Error(got)
	}
	n := 0
	for _, c := range w.Changes {
		if c.Kind != outlook.OfIndicator || c.Level != criteria.NTM || c.No() != "10" {
			continue
		}
		n++
		if got := c.Rests(); c.Same() || c.ProofOnly() || !strings.Contains(got, "yêu cầu ≥") ||
			!strings.Contains(got, "thiếu") {
			t.Error(got)
		}
	}
	if n != 1 {
		t.Errorf("%d changes of income", n)
	}
}
