package docket

import (
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/problem"
)

// A title says by what it was given, and why it is over where it is.
func TestTitleInWords(t *testing.T) {
	day := criteria.Day(2022, time.May, 9)
	for _, c := range []struct {
		of          Title
		given, over string
	}{
		{Title{Level: criteria.NTM, Year: 2021, Decision: "12/QĐ-UBND", Date: day},
			"xã nông thôn mới năm 2021, 12/QĐ-UBND ngày 09/05/2022", ""},
		{Title{Level: criteria.NTM, Year: 2021, Decision: "12/QĐ-UBND", Date: day, Issuer: "UBND tỉnh giả định"},
			"xã nông thôn mới năm 2021, 12/QĐ-UBND ngày 09/05/2022 của UBND tỉnh giả định", ""},
		{Title{Level: criteria.NTM, Year: 2021, Merged: true, Ended: true},
			"xã nông thôn mới năm 2021, theo các xã sáp nhập", "thôi tính khi xã sáp nhập"},
		{Title{Level: criteria.NangCao, Year: 2021, Revoked: &Decision{Level: criteria.NangCao, Number: "7",
			Date: day}}, "xã nông thôn mới nâng cao năm 2021",
			"đã thu hồi: xã nông thôn mới nâng cao; 7 ngày 09/05/2022"},
	} {
		if given, over := c.of.Given(), c.of.Over(); given != c.given || over != c.over {
			t.Errorf("%q, %q", given, over)
		}
	}
}

func TestConclusionInWords(t *testing.T) {
	day := criteria.Day(2023, time.November, 15)
	for _, c := range []struct {
		of   Conclusion
		want string
	}{
		{Conclusion{Yes: true, Chair: "Người Một", Paper: "5/TB-GIẢĐỊNH", Date: day},
			"Người Một kết luận: đề nghị công nhận, 5/TB-GIẢĐỊNH 15/11/2023"},
		{Conclusion{Chair: "Người Một", Date: day, Note: "chưa đủ phiếu"},
			"Người Một kết luận: không đề nghị công nhận, 15/11/2023, chưa đủ phiếu"},
	} {
		if got := c.of.Text(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// A refusal names commands to who types and buttons to who looks at a page.
func TestRefusalInWords(t *testing.T) {
	r := &Refusal{Step: Submitted, Dossier: &Dossier{}, Missing: []problem.Words{{Typed: "lệnh", Pressed: "nút"}}}
	if typed, pressed := r.Error(), r.OnPage().Message; !strings.Contains(typed, "còn thiếu lệnh") ||
		!strings.Contains(pressed, "còn thiếu nút") {
		t.Errorf("%q, %q", typed, pressed)
	}
}

// titles plays what was written down of one commune in its order.
func titles(t *testing.T, events ...Event) (*Commune, []error) {
	t.Helper()
	c, refused := &Commune{}, []error{}
	for i := range events {
		e := &events[i]
		e.ID, e.At = string(rune('a'+i)), time.Date(2024, time.June, 1, 0, i, 0, 0, time.UTC)
		if err := c.Take(e); IsRefusal(err) {
			refused = append(refused, err)
		} else if err != nil {
			t.Fatal(err)
		}
	}
	again, err := Fold(events)
	if err != nil || len(again.Titles) != len(c.Titles) {
		t.Fatalf("%+v, %+v, %v", again.Titles, c.Titles, err)
	}
	return c, refused
}

func entering(level criteria.Level, year int, day criteria.Date) Event {
	return New(Titled, "người thử", "Giả Định", "1", year, TitledBody{Level: level, Number: "1/QĐ-GIẢĐỊNH",
		Date: day}).On(day)
}

// Titles of before stand in the order of their years, however they are entered, and make no
// dossier; one is there once.
func TestTitlesOfBefore(t *testing.T) {
	day := func(year int) criteria.Date { return criteria.Day(year, time.March, 1) }
	c, refused := titles(t, entering(criteria.NangCao, 2020, day(2020)), entering(criteria.NTM, 2015, day(2016)),
		entering(criteria.NTM, 2015, day(2016)), entering("", 2015, day(2016)),
		entering(criteria.NTM, 2012, day(2016)), entering(criteria.NTM, 2017, criteria.Date{}),
		entering(criteria.NTM, 2024, day(2025)))
	if len(c.Dossiers) != 0 || len(c.Titles) != 2 || c.Titles[0].Year != 2015 || c.Titles[0].Entered != "b" {
		t.Errorf("%+v", c.Titles)
	}
	for i, want := range []string{"xã đã có danh hiệu", "danh hiệu (mức)", "không thể công nhận của năm 2012",
		"số và ngày quyết định", "là ngày chưa đến"} {
		if len(refused) != 5 || !strings.Contains(refused[i].Error(), want) {
			t.Errorf("%v: no %q", refused, want)
		}
	}
}

// A merger ends the titles of before it, also those that are entered after it; a title that is over
// is not taken back.
func TestTitlesOfBeforeAMerger(t *testing.T) {
	end := New(MergedInto, "người thử", "Giả Định", "1", 2023, MergedIntoBody{Title: "xã mới"})
	back := New(Corrected, "người thử", "Giả Định", "1", 2015, CorrectedBody{Event: "b", Kind: Titled, Reason: "sai"})
	other := New(Corrected, "người thử", "Giả Định", "1", 2015, CorrectedBody{Event: "z", Kind: Titled, Reason: "sai"})
	c, refused := titles(t, end, entering(criteria.NTM, 2015, criteria.Day(2016, time.March, 1)), back, other)
	if len(c.Titles) != 1 || c.Titles[0].Holds() || c.Titles[0].EndedIn != 2023 || c.Held() != "" || len(refused) != 2 {
		t.Errorf("%+v, %v", c.Titles, refused)
	}
	revoked := New(Revoked, "người thử", "Giả Định", "1", 2015, Decision{Level: criteria.NTM, Number: "9",
		Date: criteria.Day(2024, 1, 1)}).On(criteria.Day(2024, 1, 1))
	c, refused = titles(t, entering(criteria.NTM, 2015, criteria.Day(2016, time.March, 1)), revoked)
	if len(refused) != 0 || c.Titles[0].Holds() {
		t.Errorf("%+v, %v", c.Titles, refused)
	}
}
