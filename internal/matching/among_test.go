package matching_test

import (
	"testing"

	"ntm/internal/matching"
)

func TestAmong(t *testing.T) {
	x := matching.NewIndicators(law(t, "ntm-2021-2025"))
	topics, scores := x.Among("17", "Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn")
	if len(topics) < 10 || len(scores) != len(topics) {
		t.Fatalf("%d indicators, %d scores", len(topics), len(scores))
	}
	best := 0
	for i := range scores {
		if scores[i] > scores[best] {
			best = i
		}
	}
	if no := topics[best].Indicator.No; no != "17.1" || !matching.IsCertain(scores, best) {
		t.Errorf("%s, by %v", no, scores)
	}
	if topics, scores := x.Among("10", "Thu nhập bình quân đầu người"); topics != nil || scores != nil {
		t.Errorf("a criterion that is its only indicator has %d", len(topics))
	}
}

func TestIsCertain(t *testing.T) {
	for name, c := range map[string]struct {
		scores []float64
		want   bool
	}{
		"alone":            {[]float64{0.9}, true},
		"far before":       {[]float64{0.9, 0.5}, true},
		"close before":     {[]float64{0.9, 0.85}, false},
		"too little alike": {[]float64{0.5, 0.1}, false},
	} {
		if got := matching.IsCertain(c.scores, 0); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestCountsThings(t *testing.T) {
	for name, want := range map[string]bool{
		"Hộ dân được dùng điện an toàn":   true,
		"Trường học các cấp đạt chuẩn":    true,
		"Có quy hoạch chung xây dựng xã":  false,
		"Xã đạt chuẩn tiếp cận pháp luật": false,
	} {
		if got := matching.CountsThings(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
