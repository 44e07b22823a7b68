package docket

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/vi"
)

// titled: what a title of before needs, and what stands in its way.
func titled(t turn, b TitledBody) {
	switch {
	case b.Level == "":
		t.missing("danh hiệu (mức)").so("ghi mức đã được công nhận")
		return
	case b.Number == "" || b.Date.IsZero():
		t.missing("số và ngày quyết định").so("ghi đủ số và ngày như trên quyết định")
		return
	}
	for h := range t.c.inForce(b.Level) {
		if h.Year == t.e.Year {
			t.wrong("xã đã có danh hiệu %s", h.Given()).
				so("bỏ dòng này; nếu danh hiệu đã ghi là sai thì đính chính trước")
			return
		}
	}
}

// titledDays: a decision is not to come, and is of the year that the title names or of one soon after it.
func titledDays(t turn, b TitledBody) {
	if y := b.Date.Year(); y < t.e.Year || y > t.e.Year+yearsToDecide {
		t.wrong("quyết định ngày %s không thể công nhận của năm %d", vi.Date(b.Date.Time), t.e.Year).
			so("xem lại năm của danh hiệu và ngày quyết định")
		return
	}
	t.inOrder(criteria.Date{}, b.Date, t.e.Day)
}

// yearsToDecide is how many years after the year that a title names its decision may be signed.
const yearsToDecide = 2

// enter gives the commune a title of before. One that a merger ended since, which was written
// down first, is over.
func (c *Commune) enter(e *Event, b TitledBody) {
	t := Title{Level: b.Level, Year: e.Year, Decision: b.Number, Date: b.Date, Issuer: b.Issuer, Entered: e.ID}
	for i := range c.past {
		if p := &c.past[i]; (p.Kind == Merged || p.Kind == MergedInto) && p.Year >= e.Year {
			t.Ended, t.EndedIn = true, p.Year
			break
		}
	}
	c.Titles = append(c.Titles, t)
	given := func(t Title) time.Time { // of one that came with a merger the year alone is known
		if t.Date.IsZero() {
			return criteria.Day(t.Year, time.January, 1).Time
		}
		return t.Date.Time
	}
	slices.SortStableFunc(c.Titles, func(a, b Title) int {
		return cmp.Or(a.Year-b.Year, given(a).Compare(given(b)))
	})
}

// entered is the title that an event entered, nil when there is none.
func (c *Commune) entered(event string) *Title {
	i := slices.IndexFunc(c.Titles, func(t Title) bool { return t.Entered == event })
	if event == "" || i < 0 {
		return nil
	}
	return &c.Titles[i]
}

// Text is the decision as views print it: its level, its number and day, what it notes.
func (b *Decision) Text() string {
	return vi.Join("; ", "xã "+b.Level.Title(), vi.Join(" ", b.Number, b.Date.Dated()), b.Note)
}

// Text is what a council's chairman concluded, as papers print it.
func (c *Conclusion) Text() string {
	return vi.Join(", ", fmt.Sprintf("%s kết luận: %s", c.Chair, c.word()), vi.Join(" ", c.Paper,
		vi.Date(c.Date.Time)), c.Note)
}

func (c *Conclusion) word() string {
	if c.Yes {
		return "đề nghị công nhận"
	}
	return "không đề nghị công nhận"
}

// Given says what the title is and by what it was given.
func (t *Title) Given() string {
	text := fmt.Sprintf("xã %s năm %d", t.Level.Title(), t.Year)
	switch {
	case t.Decision != "":
		text += fmt.Sprintf(", %s ngày %s", t.Decision, vi.Date(t.Date.Time))
		if t.Issuer != "" {
			text += " của " + t.Issuer
		}
	case t.Merged:
		text += ", theo các xã sáp nhập"
	}
	return text
}

// Over says why the title is in force no more, "" where it is.
func (t *Title) Over() string {
	switch {
	case t.Revoked != nil:
		return "đã thu hồi: " + t.Revoked.Text()
	case t.Ended:
		return "thôi tính khi xã sáp nhập"
	}
	return ""
}
