package law

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/collation"
	"ntm/internal/decision"
	"ntm/internal/problem"
	"ntm/internal/term"
)

// onScreen is what a view writes.
func onScreen(view func(*screen)) string {
	var out bytes.Buffer
	view(newScreen(command.World{Terminal: term.Terminal{Stdout: &out}}))
	return out.String()
}

// rule leaves an invented count out of an invented rate.
func rule(province string) criteria.LeftOut {
	return criteria.LeftOut{
		Count: &criteria.Figure{ID: "so_gia_dinh", Name: "Số giả định"},
		Rate: &criteria.Figure{
			ID:   "ty_le_gia_dinh",
			Name: "Tỷ lệ giả định",
		}, From: criteria.FromBoth, Province: province,
		Basis: criteria.Basis{Layer: criteria.Province, Status: criteria.Seen, Source: "nguồn giả định"},
	}
}

// What is left out of a rate is told with its rate, from which counts and by whose rule; of none
// the screen says nothing, and a difference that nothing is.
func TestLeftOut(t *testing.T) {
	if got := leftOutText(nil); got != "không trừ" {
		t.Error(got)
	}
	two := []criteria.LeftOut{rule(""), rule("Giả Định")}
	once := fmt.Sprintf("Tỷ lệ giả định trừ ở cả tử số và mẫu số [%s, %s]", criteria.Province.Title(),
		criteria.Seen.Title())
	if got, want := leftOutText(two), once+"; "+once; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := onScreen(func(s *screen) { s.leftOut(nil) }); got != "" {
		t.Errorf("nothing is told as %q", got)
	}
	got := onScreen(func(s *screen) { s.leftOut(two) })
	for _, want := range []string{"Số được trừ", "“Số giả định” (Giả Định)", "nguồn giả định"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if strings.Count(got, "(Giả Định)") != 1 {
		t.Errorf("a rule for all is told as a province's: %q", got)
	}
	if out := leftOutOf(two); len(out) != 2 || out[1].Figure != "so_gia_dinh" || out[1].Rate != "ty_le_gia_dinh" ||
		out[0].Province != "" || out[1].Province != "Giả Định" {
		t.Errorf("%+v", out)
	}
}

// A column is called by what its commune group begins with; a region by its id.
func TestColumnName(t *testing.T) {
	std := &criteria.Standard{Groups: []*criteria.Group{{ID: "nhom-1", Name: "Xã giả định nhóm 1, ở đồng bằng"},
		{ID: "nhom-2", Name: "Xã giả định nhóm 2"}}}
	for column, want := range map[criteria.Region]string{"nhom-1": "Xã giả định nhóm 1", "nhom-2": "Xã giả định nhóm 2",
		criteria.NorthCentral: string(criteria.NorthCentral)} {
		if got := columnName(std, column); got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
}

// The command line may say a decision's number, its day, both or nothing; what is no day is refused.
func TestNamed(t *testing.T) {
	for _, tt := range []struct {
		number, date string
		want         criteria.Document
		wrong        bool
	}{
		{"", "", criteria.Document{}, false},
		{"1/QĐ-GĐ", "", criteria.Document{Number: "1/QĐ-GĐ"}, false},
		{"", "29/12/2025", criteria.Document{Date: criteria.Day(2025, 12, 29)}, false},
		{"1/QĐ-GĐ", "ngày 5 tháng 1 năm 2026", criteria.Document{Number: "1/QĐ-GĐ", Date: criteria.Day(2026, 1, 5)},
			false},
		{"1/QĐ-GĐ", "31/02/2025", criteria.Document{}, true},
		{"", "hôm qua", criteria.Document{}, true},
	} {
		got, err := (&criteriaReadOptions{decision: tt.number, date: tt.date}).named()
		if wrong := errors.As(err, new(problem.WrongUse)); wrong != tt.wrong {
			t.Errorf("%q %q: %v", tt.number, tt.date, err)
		} else if !wrong && got.Decision != tt.want {
			t.Errorf("%q %q: %+v, want %+v", tt.number, tt.date, got.Decision, tt.want)
		}
	}
}

// Of a decision that was read the screen says its number or that it has none, that it is of
// another set, and the first places to read again with how many more there are.
func TestReadScreen(t *testing.T) {
	std := &criteria.Standard{ID: "bo-gia-dinh"}
	paper := func(number string, foreign string) collation.Paper {
		return collation.Paper{Annex: &decision.Annex{No: "I"}, Layer: criteria.Province, Foreign: foreign,
			Decision: criteria.Document{Number: number}, Cautions: []string{"lưu ý giả định"}}
	}
	sum := &collation.Summary{Indicators: 9, Read: 7, Unread: 2, Rows: map[collation.Kind]int{collation.Again: 25}}
	for i := range 25 {
		sum.Again = append(sum.Again, fmt.Sprintf("chỗ giả định %d;", i))
	}
	told := onScreen(func(s *screen) {
		if err := s.read(std, []collation.Paper{paper("", ""), paper("12/QĐ-GĐ", "giai đoạn khác")}, sum,
			"bang.xlsx"); err != nil {
			t.Error(err)
		}
	})
	for _, want := range []string{"không thấy số", "Quyết định 12/QĐ-GĐ", "giai đoạn khác: mọi dòng phải đọc lại",
		"lưu ý giả định", "25 cần đọc lại", "chỗ giả định 19;", "… và 5 chỗ nữa", "ntm criteria import bang.xlsx"} {
		if !strings.Contains(told, want) {
			t.Errorf("lacks %q:\n%s", want, told)
		}
	}
	if strings.Contains(told, "chỗ giả định 20;") || strings.Count(told, "mọi dòng phải đọc lại") != 1 {
		t.Errorf("says too much:\n%s", told)
	}
	out := readJSON(std, []collation.Paper{paper("12/QĐ-GĐ", "giai đoạn khác")}, sum, "bang.xlsx")
	if out.Standard != "bo-gia-dinh" || out.Read != 7 || len(out.Again) != 25 || len(out.Decisions) != 1 ||
		out.Decisions[0].Number != "12/QĐ-GĐ" || out.Decisions[0].Annex != "I" ||
		out.Decisions[0].Foreign != "giai đoạn khác" {
		t.Errorf("%+v", out)
	}
}

// Traits are those of the closed set; another word is a mistake of the command line.
func TestTraits(t *testing.T) {
	got, err := traits([]string{string(criteria.NoCraftVillage), string(criteria.LeftPovertyDistrict)})
	if err != nil || len(got) != 2 || got[0] != criteria.NoCraftVillage {
		t.Error(got, err)
	}
	if _, err := traits([]string{string(criteria.NoCraftVillage), "gia-dinh"}); !errors.As(
		err,
		new(problem.WrongUse),
	) {
		t.Error(err)
	}
}
