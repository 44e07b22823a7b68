package matching_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/matching"
	"ntm/internal/threshold"

	"github.com/shopspring/decimal"
)

func TestWordsFindTheirLikes(t *testing.T) {
	x := matching.NewIndex([]string{"Tỷ lệ đường xã được cứng hóa", "Tỷ lệ đường thôn được cứng hóa",
		"Thu nhập bình quân đầu người"})
	for _, tt := range []struct {
		text string
		at   int
		most float64
	}{
		{"Tỉ lệ đường xã được cứng hoá", 0, 1}, // spelled otherwise
		{"Đường thôn, bản được cứng hóa", 1, 0.99},
		{"thu nhập bình quân", 2, 0.99},
	} {
		near := x.Nearest(tt.text, 2)
		if len(near) == 0 || near[0].At != tt.at || near[0].Score > tt.most+1e-9 || near[0].Score < 0.3 {
			t.Errorf("%q: %+v, want %d", tt.text, near, tt.at)
		}
	}
	if near := x.Nearest("an toàn thực phẩm", 2); len(near) > 0 && near[0].Score > 0.3 {
		t.Errorf("nothing alike: %+v", near)
	}
	if near := matching.NewIndex(nil).Nearest("a", 3); len(near) > 0 || x.Score("", 0) != 0 {
		t.Errorf("of nothing: %+v", near)
	}
}

func law(t *testing.T, id string) *criteria.Law {
	t.Helper()
	lib := packs.Embedded()
	std, ok := lib.StandardByID(id)
	if !ok {
		t.Fatal(id)
	}
	return lib.Law(std, "")
}

func TestRowsAreMatchedByNumberAndWords(t *testing.T) {
	x := matching.NewIndicators(law(t, "ntm-2021-2025"))
	for _, tt := range []struct {
		no, criterion, name string
		want, doubt         string
	}{
		{"10", "Thu nhập", "Thu nhập bình quân đầu người (triệu đồng/người)", "ntm/10", ""},
		{"3.1", "Thủy lợi", "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động", "ntm/3.1", ""},
		{"2.1", "Nghèo đa chiều", "Tỷ lệ nghèo đa chiều giai đoạn 2021 - 2025", "ntm/2.1",
			"nội dung giống chỉ tiêu 11 "},
		{"2.1", "Chuyện khác", "Số lượng trâu bò", "ntm/2.1", "nội dung khác nhiều với chỉ tiêu 2.1"},
		{"30.1", "Thu nhập", "Thu nhập bình quân đầu người", "ntm/10",
			"quyết định ghi số 30.1, nội dung giống chỉ tiêu 10 "},
		{"", "Thu nhập", "Thu nhập bình quân đầu người", "ntm/10", "quyết định ghi số (không có)"},
		{"30.1", "Chăn nuôi", "Số lượng trâu bò", "", ""},
		{"10.1", "Thu nhập", "Thu nhập bình quân đầu người", "ntm/10", ""}, // the only one of its criterion
	} {
		got := x.Match(tt.no, tt.criterion, tt.name)
		id := ""
		if got.Topic != nil {
			id = got.Topic.ID
		}
		if id != tt.want || !strings.Contains(got.Doubt, tt.doubt) || tt.doubt == "" && got.Doubt != "" {
			t.Errorf("%s %s: %s, %q", tt.no, tt.name, id, got.Doubt)
		}
	}
	if got := matching.NewIndicators(law(t, "ntm-2026-2030")).Match("1.1", "Quy hoạch",
		"Có quy hoạch"); got.Topic != nil {
		t.Errorf("a frame has %s", got.Topic.ID)
	}
}

func TestFiguresOfTheDictionary(t *testing.T) {
	x := matching.NewFigures(packs.Embedded())
	for _, tt := range []struct {
		words string
		unit  criteria.Unit
		want  string // the certain one
		some  bool   // some are offered
	}{
		{"Tỷ lệ nghèo đa chiều", "%", "multidimensional_poverty_rate", true},
		{"Thu nhập bình quân đầu người", "triệu đồng/người/năm", "income_per_capita", true},
		{"Thu nhập bình quân đầu người", "%", "", false},
		{"Tỷ lệ đường thôn, bản được cứng hóa", "%", "", true},
		{"Tỷ lệ lao động không qua đào tạo", "%", "", true}, // one word makes it another
		{"Số lượng trâu bò", "hộ", "", false},
	} {
		found := x.Find(tt.words, tt.unit)
		got := ""
		if f, ok := matching.Certain(tt.words, found); ok {
			got = f.ID
		}
		if got != tt.want || len(found) > 0 != tt.some || len(found) > 5 {
			t.Errorf("%s (%s): %q, %d offered", tt.words, tt.unit, got, len(found))
		}
	}
	if found := x.Find("Tỷ lệ nghèo đa chiều", ""); len(found) == 0 || found[0].Score >= 1 {
		t.Errorf("without a unit: %+v", found)
	}
}

func TestFiguresThatAreMade(t *testing.T) {
	for _, tt := range []struct {
		name, part               string
		unit                     criteria.Unit
		want, top, under, counts string
	}{
		{"Tỷ lệ hộ được sử dụng nước sạch (%)", "", "%", "Tỷ lệ hộ được sử dụng nước sạch",
			"Số hộ được sử dụng nước sạch", "Tổng số hộ", "hộ"},
		{"Tỷ lệ hồ sơ được giải quyết trực tuyến", "", "%", "Tỷ lệ hồ sơ được giải quyết trực tuyến",
			"Số hồ sơ được giải quyết trực tuyến", "Tổng số hồ sơ", "hồ sơ"},
		{"Tỷ lệ diện tích rừng được bảo vệ", "", "%", "Tỷ lệ diện tích rừng được bảo vệ",
			"Diện tích rừng được bảo vệ", "Tổng diện tích rừng", "ha"},
		{"Đường:", "a) Tỷ lệ đường trục thôn được cứng hóa", "%", "Đường: Tỷ lệ đường trục thôn được cứng hóa",
			"Số km a) Tỷ lệ", "", "km"},
		{"Số mô hình", "", "mô hình", "Số mô hình", "", "", ""},
		{"Tỷ lệ", "", "%", "Tỷ lệ", "", "Tổng số", "đơn vị"},
	} {
		got := matching.Invented(tt.name, tt.part, tt.unit)
		if got.Name != tt.want || tt.part == "" && tt.top != "" && got.Numerator != tt.top ||
			!strings.HasPrefix(got.Denominator, tt.under) || got.CountedIn != tt.counts {
			t.Errorf("%s: %+v", tt.name, got)
		}
		if isRate := tt.unit == criteria.Percent; isRate != (got.Numerator != "" && got.Denominator != "" &&
			got.CountedIn != "") {
			t.Errorf("%s: the counts of a rate %+v", tt.name, got)
		}
	}
}

func TestUnitsAndDirections(t *testing.T) {
	for words, want := range map[string]criteria.Unit{
		"Tỷ lệ hộ": "%", "Số hợp tác xã hoạt động": "hợp tác xã", "Có ít nhất mô hình": "mô hình",
		"Thu nhập bình quân đầu người": "triệu đồng/người/năm", "Cảnh quan": "",
	} {
		if got, ok := matching.UnitByWords(words); got != want || ok != (want != "") {
			t.Errorf("%s: %q", words, got)
		}
	}
	for unit, want := range map[string]criteria.Unit{"%": "%", "cấp độ": "mức độ",
		"triệu đồng/người": "triệu đồng/người/năm", "khu dân cư": "thôn", "vườn": "vườn", "con": "", "": ""} {
		if got, ok := matching.UnitOf(unit); got != want || ok != (want != "") {
			t.Errorf("%s: %q", unit, got)
		}
	}
	for words, want := range map[string]bool{"Tỷ lệ nghèo đa chiều": true, "Nhà tạm, dột nát": true,
		"Tỷ lệ hộ có nước sạch": false} {
		if matching.Fewer(words) != want {
			t.Errorf("%s: %v", words, !want)
		}
	}
}

// A number without a comparison counts as its indicator's words say, where they say it.
func TestWhichWayNumbersCount(t *testing.T) {
	for name, want := range map[string]struct {
		unit       criteria.Unit
		most, sure bool
	}{
		"Tỷ lệ đường xã được nhựa hóa":                     {"%", false, true},
		"Tỷ lệ người dân tham gia bảo hiểm y tế":           {"%", false, true},
		"Tỷ lệ lao động qua đào tạo":                       {"%", false, true},
		"Tỷ lệ nghèo đa chiều":                             {"%", true, true},
		"Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng":       {"%", true, true},
		"Thu nhập bình quân đầu người":                     {"triệu đồng/người/năm", false, true},
		"Số mô hình sản xuất":                              {"mô hình", false, true},
		"Tỷ lệ hộ nghèo được hỗ trợ nhà ở":                 {"%", true, false},
		"Tỷ lệ lao động nông nghiệp":                       {"%", false, false},
		"Tỷ lệ lao động nông nghiệp tham gia làm việc":     {"%", false, false},
		"Tỷ lệ hộ không được sử dụng nước sạch":            {"%", false, false},
		"Tỷ lệ tăng dân số":                                {"%", false, false},
		"Số vụ ngộ độc thực phẩm":                          {"vụ", true, false},
		"Số hộ trong mỗi tổ":                               {"hộ", false, false},
		"Tỷ lệ chất thải rắn sinh hoạt chưa được thu gom":  {"%", false, false},
		"Tỷ lệ hộ gia đình sử dụng nước sạch bị giảm":      {"%", false, false},
		"Tỷ lệ vụ việc hòa giải thành ở cơ sở":             {"%", false, true},
		"Diện tích đất cây xanh sử dụng công cộng một dân": {"m2/người", false, true},
	} {
		if most, sure := matching.Wants(name, want.unit); sure != want.sure || most != want.most {
			t.Errorf("%s: most %v, sure %v", name, most, sure)
		}
	}
}

// A number does not make an indicator of another criterion's words: where the criterion's name differs
// too, words that many indicators share are not enough.
func TestANumberOfAnotherCriterion(t *testing.T) {
	for _, tt := range []struct {
		standard, no, criterion, name, want, doubt string
	}{
		{"nang-cao-2021-2025", "14.2", "Giáo dục và đào tạo",
			"Tỷ lệ học sinh (áp dụng đạt cho cả nam và nữ) tốt nghiệp " +
				"trung học cơ sở được tiếp tục học", "nang-cao/14.2", "nội dung khác nhiều"},
		{"nang-cao-2021-2025", "14.2", "Y tế", "Tỷ lệ dân số được quản lý sức khỏe (áp dụng đạt cho cả nam và nữ)",
			"nang-cao/14.2", ""},
		// criteria of a province's own, below a number that the standard has for another
		{"kieu-mau-2021-2025", "2.1", "Giáo dục", "Tỷ lệ trẻ 6 tuổi vào học lớp 1", "", ""},
		{"kieu-mau-2021-2025", "2.1", "Thu nhập", "Thu nhập bình quân đầu người tại thời điểm xét", "kieu-mau/2", ""},
	} {
		m := matching.NewIndicators(law(t, tt.standard)).Match(tt.no, tt.criterion, tt.name)
		got := ""
		if m.Topic != nil {
			got = m.Topic.ID
		}
		if got != tt.want || !strings.Contains(m.Doubt, tt.doubt) || tt.doubt == "" && m.Doubt != "" {
			t.Errorf("%s %s: %s (%s)", tt.no, tt.name, got, m.Doubt)
		}
	}
	if !matching.SameCriterion("Giao thông", "giao thông nông thôn") || matching.SameCriterion("Y tế", "Giáo dục") {
		t.Error("names of criteria")
	}
}

// A comparison against the words of its indicator is known by what is counted.
func TestComparisonsAgainstTheirWords(t *testing.T) {
	for _, tt := range []struct {
		name, asked string
		want        bool
	}{
		{"ty le ho ngheo", "≥ 5%", true}, {"ty le ho ngheo", "≤ 5%", false},
		{"ty le ho ngheo duoc ho tro", "≥ 90%", false},
		{"ty le nguoi dan hai long", "≤ 90%", true}, {"ty le nguoi dan hai long", "≥ 90%", false},
	} {
		if got := matching.GoesAgainst(tt.name, threshold.Read(tt.asked)); got != tt.want {
			t.Errorf("%s %s: %t", tt.name, tt.asked, got)
		}
	}
}

// A figure is known by what it is called, or by the indicator that judges by it alone, in its unit; what is called nearly
// so is offered.
func TestFiguresByWhatTheyAreCalled(t *testing.T) {
	x := matching.NewFigures(packs.Embedded())
	insured := "Tỷ lệ người dân tham gia bảo hiểm y tế (áp dụng đạt cho cả nam và nữ)"
	plan := "Có quy hoạch chung xây dựng xã được phê duyệt phù hợp với định hướng phát triển kinh tế - xã hội của xã " +
		"giai đoạn 2026-2030 (trong đó có quy hoạch khu chức năng dịch vụ hỗ trợ phát triển kinh tế nông thôn) " +
		"và được công bố công khai đúng thời hạn"
	for _, tt := range []struct {
		words   string
		unit    criteria.Unit
		want    string
		offered string
	}{
		{insured, "%", "health_insurance_rate", "health_insurance_rate"},
		{strings.ToUpper(insured), "%", "health_insurance_rate", "health_insurance_rate"},
		{insured, "hộ", "", ""},
		{insured + " giả định", "%", "", "health_insurance_rate"},
		{plan, criteria.Declared, "commune_master_plan", "commune_master_plan"},
		{"Thu nhập bình quân đầu người", "triệu đồng", "income_per_capita", "income_per_capita"},
		{"Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn", "m2", "", "public_green_space"},
		{"Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn", "m2/người", "public_green_space",
			"public_green_space"},
		{"Nhà tạm, dột nát", criteria.Declared, "", ""},
	} {
		got := ""
		if f, ok := x.Called(tt.words, tt.unit); ok {
			got = f.ID
		}
		isOffered := tt.offered == "" || slices.ContainsFunc(x.Find(tt.words, tt.unit),
			func(c matching.Candidate) bool { return c.ID == tt.offered })
		if got != tt.want || !isOffered {
			t.Errorf("%s (%s): %q, offered %t", tt.words, tt.unit, got, isOffered)
		}
	}
	if f, ok := x.CalledNone("Nhà tạm, dột nát"); !ok || f.ID != "makeshift_houses" {
		t.Error("none of the makeshift houses is asked of no figure")
	}
	if _, ok := x.CalledNone(insured); ok {
		t.Error("none of a rate is asked")
	}
}

// Money is read in the program's unit, exactly.
func TestMoneyInMillions(t *testing.T) {
	for _, tt := range []struct{ number, unit, want string }{
		{"1500000", "đồng", "1.5 triệu đồng"}, {"2500", "nghìn đồng", "2.5 triệu đồng"},
		{"0.5", "tỷ đồng", "500 triệu đồng"}, {"7", "triệu đồng", "7 triệu đồng"}, {"7", "hộ", "7 hộ"},
	} {
		got := matching.InOwnUnit(threshold.Reading{Kind: threshold.Value, Unit: tt.unit,
			Number: decimal.RequireFromString(tt.number)})
		if said := got.Number.String() + " " + got.Unit; said != tt.want {
			t.Errorf("%s %s: %s", tt.number, tt.unit, said)
		}
	}
}

// The words of before an amendment are an indicator's too, and some of its words in their order name it.
func TestOtherWordingsOfAnIndicator(t *testing.T) {
	x := matching.NewIndicators(law(t, "ntm-2021-2025"))
	for _, tt := range []struct{ no, criterion, name string }{
		{"18.4", "Hệ thống chính trị và tiếp cận pháp luật", "Xã đạt chuẩn tiếp cận pháp luật theo quy định"},
		{"15.4", "Y tế", "Tỷ lệ dân số có sổ khám chữa bệnh điện tử"},
	} {
		if got := x.Match(tt.no, tt.criterion, tt.name); got.Doubt != "" || got.Topic.ID != "ntm/"+tt.no {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
	y := matching.NewIndicators(law(t, "kieu-mau-2021-2025"))
	if got := y.Match("2", "", "Thu nhập bình quân đầu người"); got.Doubt != "" {
		t.Errorf("some of the words: %s", got.Doubt)
	}
	if got := y.Match("2", "", "Thu nhập của hợp tác xã"); got.Topic != nil && got.Doubt == "" {
		t.Error("other words are taken")
	}
}
