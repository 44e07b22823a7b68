package clause_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/decision/clause"
)

// Each clause is of the set that its own words name, its annex, the article or the heading over it, or the only one
// that the paper is about.
func TestSetsOfClauses(t *testing.T) {
	const (
		one  = "Sửa đổi Bộ tiêu chí quốc gia về xã nông thôn mới"
		both = one + " và Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao"
	)
	for _, tt := range []struct{ title, lines, want string }{
		{one, "Điều 1. Sửa đổi như sau:|1. Sửa đổi chỉ tiêu 16 thành “≥ 75%”.", "-|16 ntm"},
		{both, "Điều 1. Sửa đổi như sau:|1. Sửa đổi chỉ tiêu 16 thành “≥ 75%”.", "-|16 "},
		{both, "Điều 1. Sửa đổi Bộ tiêu chí xã nông thôn mới (Phụ lục I):|1. Sửa đổi chỉ tiêu 16 thành “≥ 75%”.|" +
			"Điều 2. Hiệu lực|2. Sửa đổi chỉ tiêu 17 thành “≥ 75%”.", "article ntm|16 ntm I|-|17 "},
		{both, "Phụ lục I (xã nông thôn mới), Phụ lục II (xã nông thôn mới nâng cao)|Điều 1. Sửa đổi tại Phụ lục II:|" +
			"a) Sửa đổi chỉ tiêu 16 thành “≥ 75%”|b) Sửa đổi chỉ tiêu 9 tại Phụ lục I thành “≥ 5%”",
			"-|article nang-cao II|16 nang-cao II|9 ntm I"},
		{both, "I. XÃ NÔNG THÔN MỚI NÂNG CAO|1. Sửa đổi chỉ tiêu 16 thành “≥ 75%”.", "-|16 nang-cao"},
		{both, "1. Sửa đổi chỉ tiêu 16 của Bộ tiêu chí xã nông thôn mới nâng cao thành “≥ 75%”.|" +
			"2. Sửa đổi chỉ tiêu 17 thành “≥ 75%”.", "16 nang-cao|17 "}, // the set of one clause is not the next one's
		{both, "1. Sửa đổi chỉ tiêu 16 thành “≥ 75% xã nông thôn mới nâng cao”.", "16 "}, // which it only quotes
		{both, "Điều 1. Sửa đổi các Bộ tiêu chí tại Phụ lục I:|1. Sửa đổi chỉ tiêu 16 thành “≥ 75%”.", "-|16 "},
	} {
		lines := strings.Split(tt.lines, "|")
		var got []string
		for _, c := range clause.Settle(tt.title, lines) {
			switch {
			case c == nil:
				got = append(got, "-")
			case c.IsArticle:
				got = append(got, strings.TrimSpace("article "+c.Level+" "+c.Annex))
			default:
				nos := strings.Join(c.Nos, ",")
				got = append(got, strings.TrimSuffix(fmt.Sprintf("%s %s %s", nos, c.Level, c.Annex), " "))
			}
		}
		want := strings.Replace(tt.want, "article ntm|", "article ntm I|", 1)
		if said := strings.Join(got, "|"); said != want {
			t.Errorf("%s\n got %q\nwant %q", tt.lines, said, want)
		}
	}
}

// A table with a heading of its own is of the level that it names, else of the only set of the paper; by the number of
// its annex alone it is a guess.
func TestLevelsOfAnnexes(t *testing.T) {
	const both = "Sửa đổi Bộ tiêu chí xã nông thôn mới và Bộ tiêu chí xã nông thôn mới nâng cao"
	told := clause.Settle(both, []string{"Điều 1. Sửa đổi Bộ tiêu chí xã nông thôn mới nâng cao (Phụ lục II):"})
	for _, tt := range []struct {
		title, heading, no, want string
		guess                    bool
	}{
		{both, "SỬA ĐỔI BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI", "II", "ntm", false},
		{"Sửa đổi Bộ tiêu chí xã nông thôn mới", "SỬA ĐỔI MỘT SỐ CHỈ TIÊU", "", "ntm", false},
		{both, "SỬA ĐỔI MỘT SỐ CHỈ TIÊU", "II", "nang-cao", true},
		{both, "SỬA ĐỔI MỘT SỐ CHỈ TIÊU", "III", "", false}, {both, "SỬA ĐỔI MỘT SỐ CHỈ TIÊU", "", "", false},
	} {
		got, isGuess := clause.LevelOfAnnex(tt.title, tt.heading, tt.no, told)
		if got != tt.want || isGuess != tt.guess {
			t.Errorf("%s %s: %q, a guess %t", tt.heading, tt.no, got, isGuess)
		}
	}
}

// A clause may only say where what it changes stands.
func TestClausesThatSendElsewhere(t *testing.T) {
	for text, want := range map[string]bool{
		"1. Sửa đổi chỉ tiêu 15.1 tại Phụ lục kèm theo Quyết định này.": true,
		"1. Sửa đổi chỉ tiêu 15.1 theo bảng sau:":                       true,
		"1. Sửa đổi chỉ tiêu 15.1 như sau:":                             true,
		"1. Sửa đổi chỉ tiêu 15.1 tại Phụ lục I thành “≥ 5%”.":          false,
		"1. Sửa đổi chỉ tiêu 15.1 tại Phụ lục I giảm còn ≥ 5%.":         false,
		"1. Bãi bỏ chỉ tiêu 15.1 tại Phụ lục I.":                        false,
		"1. Sửa đổi chỉ tiêu 15.1.":                                     false,
	} {
		if c := clause.In(text); c == nil || c.IsElsewhere(text) != want {
			t.Errorf("%s: elsewhere %t", text, !want)
		}
	}
	c := &clause.Clause{Nos: []string{"15.1", "16"}}
	for no, want := range map[string]bool{"15.1": true, "15.1.2": true, "15": true, "16.1": true, "15.2": false,
		"1": false} {
		if c.Names(no) != want {
			t.Errorf("%s is named: %t", no, !want)
		}
	}
	if !clause.Amends("Về việc sửa đổi Quyết định giả định") || clause.Amends("Ban hành Bộ tiêu chí") {
		t.Error("what amends is not known")
	}
	if !clause.BeginsArticle("Điều 2. Hiệu lực") || clause.BeginsArticle("2. Hiệu lực") {
		t.Error("articles are not known")
	}
}
