package docket

import (
	"slices"

	"ntm/internal/council"
	"ntm/internal/list"
)

// councilStep is something done in a sitting that an event of the kind records; which act
// may follow which is the council's own table.
type councilStep struct {
	word  string
	act   council.Act
	event func(*Event) (change func(*Council), of string, err error)
}

var councilSteps = map[Kind]councilStep{
	CouncilOpened: {"lập hội đồng", council.ToOpen, changes(func(c *Council, e *Event, b CouncilOpenedBody) {
		*c = Council{
			Province: e.Province, ID: e.Council, Year: e.Year, Level: b.Level, Name: b.Name, Details: b.Details,
		}
	})},
	CaseAdded: {"đưa xã vào đợt", council.ToAdd, changes(func(c *Council, _ *Event, b CaseBody) {
		c.Cases = list.Once(c.Cases, b.Commune)
	})},
	CaseRemoved: {"đưa xã ra khỏi đợt", council.ToRemove, changes(func(c *Council, _ *Event, b CaseBody) {
		c.Cases = slices.DeleteFunc(c.Cases, func(key string) bool { return key == b.Commune })
	})},
	Attended: {"ghi thành viên dự họp", council.ToAttend, changes(func(c *Council, _ *Event, b AttendedBody) {
		c.Present = append([]int{}, b.Present...)
	})},
	BallotsIssued: {"phát phiếu", council.ToIssue, changes(func(c *Council, _ *Event, b BallotsIssuedBody) {
		c.Issued, c.Secret, c.Voted, c.Ballots = true, b.Secret, b.Cases, slices.Sorted(slices.Values(b.Ballots))
	})},
	Counted: {"kiểm phiếu", council.ToCount, changes(func(c *Council, _ *Event, b CountedBody) {
		c.Counted = b.Counted
	})},
	Cancelled: {"hủy kỳ họp", council.ToCancel, changes(func(c *Council, _ *Event, b CancelledBody) {
		c.Cancelled = b.Reason
	})},
}

// changes reads an event with such a body: what it changes, and of what (council.Takes).
func changes[B any](change func(*Council, *Event, B)) func(*Event) (func(*Council), string, error) {
	return func(e *Event) (func(*Council), string, error) {
		body, err := decode[B](e)
		of := ""
		if b, named := any(body).(interface{ of() string }); named {
			of = b.of()
		}
		return func(c *Council) { change(c, e, body) }, of, err
	}
}
