package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// "Không quy định" may mean that nothing is asked, or that nothing else is: a person says which. "Không áp dụng" is laxer
// than any threshold of the country, be its number known or not.
func TestWhatSetsNothing(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		layer            criteria.Layer
		id, no, name     string
		cell, value, why string
	}{
		{criteria.Province, "ntm-2021-2025", "15.1", "Tỷ lệ người dân tham gia bảo hiểm y tế", "Không quy định", "",
			"mức đang có vẫn giữ (≥ 90 %)"},
		{criteria.Nation, "ntm-2021-2025", "15.1", "Tỷ lệ người dân tham gia bảo hiểm y tế", "Không quy định", "",
			"mức đang có vẫn giữ (≥ 90 %)"},
		{criteria.Province, "ntm-2021-2025", "15.1", "Tỷ lệ người dân tham gia bảo hiểm y tế", "Không áp dụng",
			"Không áp dụng", "dễ hơn mức cấp trên ≥ 90 %"},
		{criteria.Province, "nang-cao-2021-2025", "17.10", "Tỷ lệ sử dụng hình thức hỏa táng", "Không áp dụng",
			"Không áp dụng", "dễ hơn mức cấp trên (cấp trên có đặt mức, chương trình chưa có số)"},
		{criteria.Province, "nang-cao-2021-2025", "17.10", "Tỷ lệ sử dụng hình thức hỏa táng", "Không quy định", "",
			"không đặt mức riêng"},
		{criteria.Province, "nang-cao-2021-2025", "2.3", "Tỷ lệ đường ngõ, xóm được cứng hóa, đảm bảo sáng - xanh - " +
			"sạch - đẹp", "Không quy định", "Không áp dụng", ""}, // the country leaves it to the province
	} {
		criterion, _, _ := strings.Cut(tt.no, ".")
		p := collationtest.Paper(t, tt.layer, collationtest.ByRegion,
			collationtest.Each(criterion, "", tt.no+". "+tt.name, tt.cell))
		level, _, _ := strings.Cut(tt.id, "-20")
		got := of(rowsOf(t, lib, tt.id, p), level+"/"+tt.no+"#", "")
		if got == nil || got.Asks.Value() != tt.value || !strings.Contains(strings.Join(got.Why, "; "), tt.why) ||
			(got.Kind == collation.Again) != (tt.why != "") {
			t.Errorf("%s %s %s: %+v", tt.layer, tt.no, tt.cell, got)
		}
	}
}

// Letters part what a cell asks where the indicator's words have the same letters.
func TestLettersOfACell(t *testing.T) {
	lib := collationtest.Library(t)
	const name = "2.2. Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp: (a) được cứng hóa và bảo trì hàng năm; " +
		"(b) có các hạng mục cần thiết theo quy định (biển báo, biển chỉ dẫn) và đảm bảo sáng - xanh - sạch - đẹp"
	for _, tt := range []struct{ cell, one, two string }{
		{"(a) 100%; (b) ≥ 60%", "100", "60"}, {"a) ≥ 90%, b) ≥ 70%", "90", "70"},
		{"(a) 100%; (b) ≥ 60% hoặc thế", "", ""}, {"(b) 100%; (a) ≥ 60%", "", ""}, {"(a) 100%; (c) ≥ 60%", "", ""},
		{"(a) 100%; (b) ≥ 60%; (c) 3%", "", ""}, {"xã (a) 100%; (b) ≥ 60%", "", ""},
	} {
		p := collationtest.Paper(t, criteria.Province, collationtest.ByRegion,
			collationtest.Each("2", "Giao thông", name, tt.cell))
		rows := rowsOf(t, lib, "nang-cao-2021-2025", p)
		one, two := of(rows, "nang-cao/2.2#1 ", ""), of(rows, "nang-cao/2.2#2 ", "")
		if one == nil || two == nil || one.Asks.Value() != tt.one || two.Asks.Value() != tt.two ||
			(one.Kind == collation.Again) != (tt.one == "") {
			t.Errorf("%s: %+v, %+v", tt.cell, one, two)
		}
	}
}

// The words of before an amendment are known, and what an older decision asks by them is not asked of the new ones.
func TestWordsOfBeforeAnAmendment(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		day          criteria.Date
		name         string
		before, then collation.Kind
	}{
		{criteria.Day(2022, 7, 1), "Tỷ lệ dân số có sổ khám chữa bệnh điện tử", collation.Other, collation.Absent},
		{criteria.Day(2024, 7, 1), "Tỷ lệ dân số có sổ khám chữa bệnh điện tử", collation.Absent, collation.Again},
		{criteria.Day(2022, 7, 1), "Xã triển khai thực hiện sổ khám chữa bệnh điện tử", collation.Other,
			collation.Again},
	} {
		p := collationtest.Paper(t, criteria.Province, collationtest.ByRegion,
			collationtest.Each("15", "Y tế", "15.4. "+tt.name, "≥ 75%"))
		p.Decision.Date, p.From = tt.day, tt.day
		kinds := map[bool]collation.Kind{}
		for key, said := range rowsOf(t, lib, "ntm-2021-2025", p) {
			if strings.HasPrefix(key, "ntm/15.4#") {
				kinds[strings.Contains(key, " 2024-03-01.. ")] = said.Kind
			}
		}
		if kinds[false] != tt.before || kinds[true] != tt.then {
			t.Errorf("%s of %v: %v", tt.name, tt.day, kinds)
		}
	}
}
