package clause_test

import (
	"testing"

	"ntm/internal/decision/clause"
)

// A clause in words is taken as it was read where it says one thing and nothing else.
func TestPlainClauses(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		plain      bool
	}{
		{"2. Sửa đổi chỉ tiêu 17.10 thuộc tiêu chí số 17 về Môi trường tại Phụ lục II (xã nông thôn mới nâng cao) " +
			"từ “≥ 10%” thành “≥ 5%”.", "≥ 5 %", true},
		{"3. Sửa đổi chỉ tiêu 12.2 thuộc tiêu chí số 12 tại Phụ lục I như sau: mức đạt từ “≥ 25%” giảm còn “≥ 20%” " +
			"đối với tất cả các vùng.", "≥ 20 %", true},
		{"a) Điều chỉnh mức đạt của chỉ tiêu 15.1 tại Phụ lục I thành “≥ 90%”;", "≥ 90 %", true},
		{"1. Sửa đổi chỉ tiêu 15.4 tại Phụ lục I thành: “Tỷ lệ dân số có sổ sức khỏe điện tử: ≥ 50%”.", "≥ 50 %",
			true},
		{"a) Chỉ tiêu 17.11 sửa đổi như sau: “Tỷ lệ hộ gia đình phân loại chất thải: ≥ 40%”, thay cho mức “≥ 30%”.",
			"≥ 40 %", true},
		{"b) Mức đạt của chỉ tiêu 12.1 thuộc tiêu chí số 12 về Lao động được sửa từ “≥ 70%” thành “≥ 75%”, áp dụng " +
			"chung cho các vùng.", "≥ 75 %", true},
		{"- Chỉ tiêu 12.1 được điều chỉnh từ “≥ 70%” lên “≥ 75%”, riêng xã đảo giữ nguyên.", "≥ 75 %", false},
		{"1. Sửa đổi chỉ tiêu 15.1 tại Phụ lục I thành “≥ 95%”, thay cho mức “≥ 90%”.", "≥ 95 %", true},
		// of another criterion, of two indicators, for some only, with another condition, or a repeal
		{"2. Sửa đổi chỉ tiêu 17.10 thuộc tiêu chí số 18 tại Phụ lục II từ “≥ 10%” thành “≥ 5%”.", "≥ 5 %", false},
		{"2. Sửa đổi chỉ tiêu 17.1, 17.2 tại Phụ lục II thành “≥ 5%”.", "≥ 5 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I thành “≥ 20%” đối với các xã đặc biệt khó khăn.", "≥ 20 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I thành “≥ 20%”, áp dụng từ năm 2025.", "≥ 20 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I từ “≥ 20%” thành “≤ 20%”.", "≤ 20 %", false},
		{"3. Sửa đổi chỉ tiêu 12.2 tại Phụ lục I từ “≥ 20%” thành “≥ 20%”.", "≥ 20 %", false},
		{"3. Thay cụm từ “≥90%” bằng cụm từ “≥85%” tại nội dung tiêu chí 14.2 của Phụ lục II.", "≥ 85 %", false},
		{"3. Thay cụm từ “≥90%” bằng “≥85%” tại mục 14.2, 14.3 Phụ lục II.", "≥ 85 %", false},
		{"3. Bãi bỏ chỉ tiêu 12.2 tại Phụ lục I.", "không áp dụng", false},
	} {
		c := clause.In(tt.text)
		if c == nil {
			t.Errorf("%s: no clause", tt.text)
			continue
		}
		_, r := c.Asks(tt.text)
		if r.String() != tt.want || c.IsPlain(tt.text, r) != tt.plain {
			t.Errorf("%s: %s, plain %t", tt.text, r, c.IsPlain(tt.text, r))
		}
	}
}

// What set a clause is of: by the annexes that lines name, or by the article that it stands below.
func TestWhoseClauses(t *testing.T) {
	levels := clause.Annexes("theo Phụ lục I (xã nông thôn mới) và Phụ lục II (xã nông thôn mới nâng cao)")
	if levels["I"] != "ntm" || levels["II"] != "nang-cao" {
		t.Errorf("the annexes are %v", levels)
	}
	a := clause.Article("Điều 1. Sửa đổi Bộ tiêu chí xã nông thôn mới nâng cao tại Phụ lục II như sau:")
	if a == nil || a.Level != "nang-cao" || a.Annex != "II" {
		t.Errorf("the article is of %+v", a)
	}
	if b := clause.Article("Điều 2. Sửa đổi các Bộ tiêu chí như sau:"); b != nil {
		t.Errorf("an article of several sets is of %+v", b)
	}
	if !clause.Changes("3. Thay cụm từ “a” bằng “b”.") || clause.Changes("3. Giữ nguyên “a”.") {
		t.Error("what changes words is not known")
	}
}
