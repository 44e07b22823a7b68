package matching_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/matching"
	"ntm/internal/vi"

	"pgregory.net/rapid"
)

// laws are those that the program knows for the years before 2026, whose indicators have words.
func laws(t testing.TB) map[string]*criteria.Law {
	t.Helper()
	lib, out := packs.Embedded(), map[string]*criteria.Law{}
	for _, id := range []string{"ntm-2016-2020", "ntm-2021-2025", "nang-cao-2021-2025", "kieu-mau-2021-2025"} {
		if std, ok := lib.StandardByID(id); ok {
			out[id] = lib.Law(std, "")
		}
	}
	if len(out) < 3 {
		t.Fatalf("%d laws", len(out))
	}
	return out
}

// A decision that repeats an indicator is matched to it without a doubt, by its number as it
// stands there.
func TestEveryIndicatorMatchesItself(t *testing.T) {
	for id, law := range laws(t) {
		x := matching.NewIndicators(law)
		for _, c := range law.Criteria {
			for _, topic := range c.Topics {
				got := x.Match(topic.Indicator.No, c.Name, topic.Name)
				if got.Topic != topic || got.Doubt != "" || got.Score < 0.99 {
					t.Errorf("%s %s: matched to %+v", id, topic.ID, got)
				}
				upper := x.Match(topic.Indicator.No, strings.ToUpper(c.Name), strings.ToUpper(topic.Name))
				if upper.Topic != topic || math.Abs(upper.Score-got.Score) > 1e-9 {
					t.Errorf("%s %s in capitals: %+v", id, topic.ID, upper)
				}
			}
		}
	}
}

// Under a number of another, or under none, the words are never taken for certain.
func TestAnotherNumberIsDoubted(t *testing.T) {
	law := laws(t)["ntm-2021-2025"]
	x := matching.NewIndicators(law)
	var all []*criteria.Topic
	names := map[*criteria.Topic]string{}
	for _, c := range law.Criteria {
		for _, topic := range c.Topics {
			all, names[topic] = append(all, topic), c.Name
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		of, at := rapid.SampledFrom(all).Draw(t, "words"), rapid.SampledFrom(all).Draw(t, "number")
		if vi.Fold(of.Name) == vi.Fold(at.Name) {
			return
		}
		if got := x.Match(at.Indicator.No, names[of], of.Name); got.Topic != at || got.Doubt == "" {
			t.Fatalf("the words of %s under the number of %s: %+v", of.ID, at.ID, got)
		}
		for _, no := range []string{"", "99.9", "x"} {
			if got := x.Match(no, names[of], of.Name); got.Topic != nil && got.Doubt == "" {
				t.Fatalf("the words of %s under %q: %+v", of.ID, no, got)
			}
		}
	})
}

// The name of a figure leads to it before all others, and so does what its rate counts.
func TestEveryFigureIsFoundByItsName(t *testing.T) {
	lib := packs.Embedded()
	x := matching.NewFigures(lib)
	for _, f := range lib.FigureList {
		if f.LeavesOutOf != "" || f.Told == criteria.TellsScale || f.Told == criteria.TellsPart {
			if found := x.Find(f.Name, f.Unit); slices.ContainsFunc(found,
				func(c matching.Candidate) bool { return c.ID == f.ID }) {
				t.Errorf("%s is judged by nothing, and offered", f.ID)
			}
			continue
		}
		found := x.Find(f.Name, f.Unit)
		if len(found) == 0 || found[0].ID != f.ID || found[0].Score < 0.99 {
			t.Errorf("%q leads to %+v, want %s", f.Name, found, f.ID)
		}
		for i := 1; i < len(found); i++ {
			if found[i].Score > found[i-1].Score || found[i].Score < matching.Perhaps || found[i].Unit != f.Unit {
				t.Errorf("%q: %s (%s) of %.2f stands behind %.2f", f.Name, found[i].ID, found[i].Unit, found[i].Score,
					found[i-1].Score)
			}
		}
	}
}

// What is certain is near, and nearer than the next; of two that are as near none is.
func TestWhatIsCertain(t *testing.T) {
	near := func(score float64, name string) matching.Candidate {
		return matching.Candidate{Figure: &criteria.Figure{Name: name}, Score: score}
	}
	const name = "Tỷ lệ đường xã được cứng hóa"
	for _, tt := range []struct {
		what  string
		words string
		found []matching.Candidate
		want  bool
	}{
		{"nothing", name, nil, false},
		{"one", name, []matching.Candidate{near(0.95, name)}, true},
		{"at the edge", name, []matching.Candidate{near(matching.Sure, name)}, true},
		{"too far", name, []matching.Candidate{near(matching.Sure-0.01, name)}, false},
		{"the next is far", name, []matching.Candidate{near(0.95, name), near(0.80, name)}, true},
		{"the next is near", name, []matching.Candidate{near(0.95, name), near(0.90, name)}, false},
		{"of another road", "Tỷ lệ đường thôn được cứng hóa", []matching.Candidate{near(0.95, name)}, false},
		{"of what is not", "Tỷ lệ đường xã không được cứng hóa", []matching.Candidate{near(0.95, name)}, false},
		{"in another spelling", "Tỉ lệ đường xã được cứng hoá", []matching.Candidate{near(0.95, name)}, true},
	} {
		if _, got := matching.Certain(tt.words, tt.found); got != tt.want {
			t.Errorf("%s: certain %t", tt.what, got)
		}
	}
}

// texts are drawn out of few words, so that they share some.
func texts(t *rapid.T) []string {
	word := rapid.SampledFrom(strings.Fields("tỷ lệ đường xã thôn được cứng hóa hộ nghèo nước sạch trường học"))
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
	}), 1, 6).Draw(t, "texts")
}

// A text is as near as can be to itself, no more than that to any other; how near two are
// does not depend on which is asked for, on the order of the index, on case or marks.
func TestHowNearTextsAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := texts(t)
		x := matching.NewIndex(all)
		for i, a := range all {
			if self := x.Score(a, i); math.Abs(self-1) > 1e-9 {
				t.Fatalf("%q is %.3f near to itself", a, self)
			}
			for k, b := range all {
				score := x.Score(a, k)
				if score < 0 || score > 1+1e-9 || math.Abs(score-x.Score(b, i)) > 1e-9 {
					t.Fatalf("%q and %q are %.3f and %.3f near", a, b, score, x.Score(b, i))
				}
				if loud := x.Score(strings.ToUpper(vi.Fold(a)), k); math.Abs(loud-score) > 1e-9 {
					t.Fatalf("%q without marks is %.3f near to %q, with them %.3f", a, loud, b, score)
				}
				if longer := x.Score(a+" xyz", k); longer > score+1e-9 {
					t.Fatalf("%q with a word that nobody knows is nearer to %q", a, b)
				}
			}
		}
		order := rapid.Permutation(all).Draw(t, "order")
		y := matching.NewIndex(order)
		for i, a := range order {
			if at := slices.Index(all, a); math.Abs(y.Score(all[0], i)-x.Score(all[0], at)) > 1e-9 {
				t.Fatalf("%q is nearer to %q in another order", all[0], a)
			}
		}
		near := x.Nearest(all[0], len(all))
		if !slices.IsSortedFunc(near, func(a, b matching.Near) int {
			if a.Score > b.Score {
				return -1
			}
			return 1
		}) && len(near) > 1 {
			for i := 1; i < len(near); i++ {
				if near[i].Score > near[i-1].Score {
					t.Fatalf("%+v is not in its order", near)
				}
			}
		}
	})
}

// What is made for an indicator that the dictionary has none for: its name, and of a rate
// what is counted, in full.
func TestCountsOfFiguresThatAreMade(t *testing.T) {
	for _, tt := range []struct{ name, part, as, top, under, counted string }{
		{"Tỷ lệ hộ có nhà tiêu hợp vệ sinh", "", "Tỷ lệ hộ có nhà tiêu hợp vệ sinh", "Số hộ có nhà tiêu hợp vệ sinh",
			"Tổng số hộ", "hộ"},
		{"Tỉ lệ thôn được công nhận văn hóa (%):", "", "Tỉ lệ thôn được công nhận văn hóa",
			"Số thôn được công nhận văn hóa", "Tổng số thôn", "thôn"},
		{"Giao thông", "a) Tỷ lệ đường trục thôn được cứng hóa", "Giao thông: Tỷ lệ đường trục thôn được cứng hóa",
			"Số km đường trục thôn được cứng hóa", "Tổng số km đường trục thôn", "km"},
		{"Tỷ lệ đường được cứng hóa:", "- Đường trục thôn", "Tỷ lệ đường được cứng hóa: Đường trục thôn",
			"Số km đường được cứng hóa: Đường trục thôn", "Tổng số km đường", "km"},
		{"Tỷ lệ người dân tham gia bảo hiểm y tế", "", "Tỷ lệ người dân tham gia bảo hiểm y tế",
			"Số người dân tham gia bảo hiểm y tế", "Tổng số người dân", "người"},
		{"Tỷ lệ chất thải rắn được thu gom", "", "Tỷ lệ chất thải rắn được thu gom",
			"Khối lượng chất thải rắn được thu gom",
			"Tổng khối lượng chất thải rắn", "tấn"},
		{"Tỷ lệ cơ sở đáp ứng yêu cầu", "", "Tỷ lệ cơ sở đáp ứng yêu cầu", "Số cơ sở đáp ứng yêu cầu",
			"Tổng số cơ sở", "cơ sở"},
		{"Tỷ lệ hỗ trợ được thực hiện", "", "Tỷ lệ hỗ trợ được thực hiện", "Số hỗ trợ được thực hiện",
			"Tổng số hỗ trợ", "đơn vị"},
		{"Tỷ lệ đàn bò được tiêm phòng", "", "Tỷ lệ đàn bò được tiêm phòng", "Số đàn bò được tiêm phòng",
			"Tổng số đàn bò",
			"đơn vị"},
		{"Tỷ lệ số hộ có việc làm", "", "Tỷ lệ số hộ có việc làm", "Số hộ có việc làm", "Tổng số hộ", "hộ"},
	} {
		got := matching.Invented(tt.name, tt.part, criteria.Percent)
		if got.Name != tt.as || got.Numerator != tt.top || got.Denominator != tt.under || got.CountedIn != tt.counted {
			t.Errorf("%s %s: %q of %q and %q in %q", tt.name, tt.part, got.Name, got.Numerator, got.Denominator,
				got.CountedIn)
		}
	}
	if got := matching.Invented("Số mô hình (mô hình/xã)", "", "mô hình"); got.Name != "Số mô hình" ||
		got.Numerator != "" ||
		got.Denominator != "" || got.CountedIn != "" {
		t.Errorf("a number of models has counts: %+v", got)
	}
}

// Units by the words that a name begins with, and what they are called in the program.
func TestUnitsOfNames(t *testing.T) {
	for name, want := range map[string]criteria.Unit{
		"Tỷ lệ hộ nghèo": "%", "TỈ LỆ HỘ NGHÈO": "%", "Số lượng hộ có mô hình": "hộ", "Số vụ việc": "vụ",
		"Có ít nhất một hợp tác xã": "", "Có ít nhất HTX hoạt động": "hợp tác xã", "Số nhà tạm": "nhà",
		"Nhà tạm, dột nát":   "nhà",
		"Số thôn thông minh": "thôn", "Trường học các cấp": "trường", "Thu nhập": "", "Hỗ trợ người nghèo": "",
		"Số hồ sơ": "", "Số trưởng thôn": "",
		"Số thôn, bản": "thôn", "Vũ trường": "", "Số hộ": "hộ", "Vụ": "vụ",
		"Lĩnh vực nổi trội": "lĩnh vực", "Cấp độ an toàn": "mức độ", "": "",
	} {
		if got, ok := matching.UnitByWords(name); got != want || ok != (want != "") {
			t.Errorf("%q is counted in %q, want %q", name, got, want)
		}
	}
	for _, u := range criteria.Units {
		if got, ok := matching.UnitOf(string(u)); !ok || got != u {
			t.Errorf("%q is %q", u, got)
		}
	}
}

// What there should be less of is what the standards ask to be at most something.
func TestFewerAgreesWithTheStandards(t *testing.T) {
	lib := packs.Embedded()
	for _, f := range lib.FigureList {
		if f.Unit != criteria.Percent || f.LeavesOutOf != "" || f.Told != "" || !lib.AtMost(f.ID) {
			continue
		}
		if !matching.Fewer(f.Name) {
			t.Errorf("%s is asked to be at most something: %q", f.ID, f.Name)
		}
	}
	for name, want := range map[string]bool{"Tỷ lệ tảo hôn": true, "Số vụ tai nạn": true, "NỢ ĐỌNG xây dựng": true,
		"Tỷ lệ hộ sử dụng điện": false, "Tỷ lệ nghe đài": false, "Thu nhập": false, "": false} {
		if matching.Fewer(name) != want {
			t.Errorf("%q: fewer %t", name, !want)
		}
	}
}

// Whatever words come in, the figures that are offered are in their order, and what is made
// of a rate says what is counted.
func FuzzWords(f *testing.F) {
	f.Add("Tỷ lệ hộ (được) sử dụng nước sạch (%)", "a) Tỷ lệ")
	f.Add("(%)", "-")
	f.Add("Tỷ lệ ", "•")
	x := matching.NewFigures(packs.Embedded())
	f.Fuzz(func(t *testing.T, name, part string) {
		found := x.Find(name, "")
		for i := 1; i < len(found); i++ {
			if found[i].Score > found[i-1].Score {
				t.Errorf("%q: %+v", name, found)
			}
		}
		made := matching.Invented(name, part, criteria.Percent)
		if made.Denominator == "" || made.CountedIn == "" {
			t.Errorf("%q, %q: %+v", name, part, made)
		}
		_, _ = matching.UnitByWords(name)
	})
}
