package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// One number for a requirement of several parts is each one's where all are left to the province; it is
// none's where one counts what is among the other, known or not.
func TestOneNumberForSeveralParts(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		standard, criterion, name, prefix, column, want, why string
	}{
		{"nang-cao-2021-2025", "Giao thông", "2.2. Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp: (a) " +
			"được cứng " +
			"hóa và bảo trì hàng năm; (b) có các hạng mục cần thiết theo quy định", "nang-cao/2.2#", "btb", "95", ""},
		{"ntm-2021-2025", "Môi trường và an toàn thực phẩm", "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn",
			"ntm/17.1#", "btb", "", "quyết định ghi một mức, chương trình chia 2 phần"},
		{"ntm-2021-2025", "Môi trường và an toàn thực phẩm", "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn",
			"ntm/17.1#", "dbscl", "", "quyết định ghi một mức, chương trình chia 2 phần"}, // where neither is known
	} {
		no, _, _ := strings.Cut(tt.name, ".")
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each(no, tt.criterion,
			tt.name,
			"≥ 95%"))
		rows := rowsOf(t, lib, tt.standard, p)
		for _, part := range []string{"1 ", "2 "} {
			got := of(rows, tt.prefix+part, tt.column)
			if got == nil || got.Asks.Value() != tt.want || !strings.Contains(strings.Join(got.Why, "; "), tt.why) ||
				tt.why == "" && len(got.Why) > 0 {
				t.Errorf("%s part %s of %s: %+v", tt.prefix, part, tt.column, got)
			}
		}
	}
}

// What a ministry rules is met or not only as its rule says, which a person reads.
func TestAMinistrysRuleBesideWhatStands(t *testing.T) {
	lib := collationtest.Library(t)
	for cell, why := range map[string]string{
		"Theo hướng dẫn của Bộ Công Thương": "mức theo quy định của Bộ Công Thương", "Đạt": ""} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("7",
			"Cơ sở hạ tầng thương mại nông thôn", "7. Xã có chợ nông thôn hoặc nơi mua bán, trao đổi hàng hóa", cell))
		got := of(rowsOf(t, lib, "ntm-2021-2025", p), "ntm/7#", "")
		if got == nil || got.Asks.Value() != "Đạt" || !strings.Contains(strings.Join(got.Why, "; "), why) ||
			why == "" && len(got.Why) > 0 {
			t.Errorf("%s: %+v", cell, got)
		}
	}
}

// Where a cell only says that an indicator is met, the threshold in the indicator's own words is
// what is met.
func TestMetAsTheWordsAsk(t *testing.T) {
	lib := collationtest.Library(t)
	const water = "3.1. Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động"
	for _, tt := range []struct{ name, want, why string }{
		{water + " đạt từ 80% trở lên", "80", ""},
		{water + " đạt từ 85% trở lên", "85", ""},
		{water, "", `quyết định chỉ ghi "Đạt"`},
		{water + " đạt từ 80% trở lên, riêng xã đảo 70%", "", `quyết định chỉ ghi "Đạt"`},
		{water + " đạt từ 80% trở lên, tối thiểu 20% được tưới tiết kiệm", "", `quyết định chỉ ghi "Đạt"`},
		{water + ", có ít nhất 02 mô hình", "", `quyết định chỉ ghi "Đạt"`},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("3",
			"Thủy lợi và phòng, chống thiên tai", tt.name, "Đạt"))
		got := of(rowsOf(t, lib, "ntm-2021-2025", p), "ntm/3.1#", "btb")
		if got == nil || got.Asks.Value() != tt.want || !strings.Contains(strings.Join(got.Why, "; "), tt.why) ||
			tt.why == "" && len(got.Why) > 0 {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

// A province's own criteria of xã kiểu mẫu stand below numbers that the standard has for others: its
// indicators are new ones, and that is said once.
func TestAProvincesOwnCriteria(t *testing.T) {
	lib := collationtest.Library(t)
	p := collationtest.Paper(t, criteria.Province, "TT|Tên tiêu chí|Nội dung|Mức đạt",
		"2|Giáo dục|2.1. Tỷ lệ trẻ 6 tuổi vào học lớp 1|100%", "||2.2. Tỷ lệ trâu giả định được tiêm|≥ 95%")
	papers := []collation.Paper{p}
	r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "kieu-mau-2021-2025"), ""), nil, papers)
	if len(r.Lines) != 2 {
		t.Fatalf("%d lines", len(r.Lines))
	}
	for _, n := range r.Lines {
		if n.Kind == collation.Again || !strings.HasPrefix(n.Criterion, "2. ") {
			t.Errorf("%s: %s, %q, %v", n.No, n.Kind, n.Criterion, n.Why)
		}
	}
	said := strings.Join(r.Papers[0].Cautions, "; ")
	if strings.Count(said, `quyết định gọi tiêu chí 2 là "Giáo dục"`) != 1 {
		t.Errorf("said: %s", said)
	}
	// below a criterion that has indicators of its own, each is looked at
	p = collationtest.Paper(t, criteria.Province, "TT|Tên tiêu chí|Nội dung|Mức đạt",
		"2|Chăn nuôi|2.9. Tỷ lệ trâu giả định được tiêm|≥ 95%")
	r = collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2021-2025"), ""), nil,
		[]collation.Paper{p})
	if len(r.Lines) != 1 || r.Lines[0].Kind != collation.Again {
		t.Errorf("%+v", r.Lines)
	}
}
