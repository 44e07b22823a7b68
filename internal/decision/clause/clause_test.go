package clause_test

import (
	"testing"

	"ntm/internal/decision/clause"
	"ntm/internal/threshold"
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

// To repeal some words of an indicator is not to repeal it.
func TestRepealedWords(t *testing.T) {
	for text, repeals := range map[string]bool{
		"Điều 3. Bãi bỏ cụm từ “và lấy ý kiến giả định” tại chỉ tiêu 8.4 Phụ lục II.":          false,
		"Điều 3. Bãi bỏ “và lấy ý kiến giả định” tại chỉ tiêu 8.4.":                            false,
		"2. Bỏ từ “giả định” ở chỉ tiêu số 8.4 tại Phụ lục II.":                                false,
		"b) Bãi bỏ nội dung về ý kiến giả định của chỉ tiêu 8.4":                               false,
		"3. Bãi bỏ số “80” tại nội dung tiêu chí 8.4.":                                         false,
		"- Tại chỉ tiêu 8.4 Phụ lục II, bãi bỏ cụm từ “giả định”.":                             false,
		"c) Chỉ tiêu 8.4 được bãi bỏ cụm từ “giả định”.":                                       false,
		"Điều 3. Bãi bỏ chỉ tiêu 8.4 tại Phụ lục II.":                                          true,
		"3. Bãi bỏ các chỉ tiêu 8.4, 8.5 Phụ lục II.":                                          true,
		"3. Bãi bỏ toàn bộ nội dung chỉ tiêu 8.4.":                                             true,
		"3. Bãi bỏ chỉ tiêu 8.4 “Có ứng dụng giả định” tại Phụ lục II.":                        true,
		"c) Chỉ tiêu 8.4 được bãi bỏ.":                                                         true,
		"c) Chỉ tiêu 8.4 được bãi bỏ kể từ ngày Quyết định giả định này có hiệu lực thi hành.": true,
	} {
		c := clause.In(text)
		if c == nil {
			t.Errorf("%s: no clause", text)
			continue
		}
		_, r := c.Asks(text)
		want := threshold.Unread
		if repeals {
			want = threshold.NotApplied
		}
		if c.Repeals != repeals || r.Kind != want || r.Words != text || c.IsPlain(text, r) || c.IsElsewhere(text) {
			t.Errorf("%s: %t, %s", text, c.Repeals, r)
		}
	}
}
