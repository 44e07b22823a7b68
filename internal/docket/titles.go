package docket

import (
	"fmt"

	"ntm/internal/vi"
)

// Text is the decision as views print it: its level, its number and day, what it notes.
func (b *Decision) Text() string {
	text := b.Number
	if !b.Date.IsZero() {
		text += " ngày " + vi.Date(b.Date.Time)
	}
	return vi.Join("; ", "xã "+b.Level.Title(), text, b.Note)
}

// Given says what the title is and by what it was given.
func (t *Title) Given() string {
	text := fmt.Sprintf("xã %s năm %d", t.Level.Title(), t.Year)
	switch {
	case t.Decision != "":
		text += fmt.Sprintf(", %s ngày %s", t.Decision, vi.Date(t.Date.Time))
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
