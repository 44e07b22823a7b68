package places_test

import (
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/places"
)

// What may be meant is what the message names: units of one name, those like what was typed, and what
// an old unit went into; nothing is offered for a name that is like none.
func TestMeant(t *testing.T) {
	for _, c := range []struct {
		typed string
		year  int
		want  string
	}{
		{"Xã Quảng Trung", 2023, "16492 19075"},
		{"quang trung", 2023, "01465 01702 06088 10306 11134 11647 13165 13768"}, // 25 have the name
		{"quang trung", 2026, "01465 07333"},                                     // the third is a phường
		{"Phường Quảng Trung", 2023, "16492 19075"},
		{"Quảng Trung, Nghệ An", 2023, "16492 19075"},
		{"Quảng Trug, Thanh Hóa", 2023, "14824 16492 16501"},
		{"Xã Quảng Trung", 2026, "16489 19075"},
		{"Quảng Trung, Quảng Xương, Thanh Hoá", 2026, "16489"},
		{"16492", 2026, "16489"},
		{"00000", 2026, ""},
		{"00000", 2023, ""},
		{" ", 2023, ""},
		{"Qwertyx", 2023, ""},
	} {
		var codes []string
		for _, p := range places.Meant(c.typed, criteria.Day(c.year, time.December, 31).Time) {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%q in %d: %s", c.typed, c.year, got)
		}
	}
}
