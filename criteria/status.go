package criteria

import (
	"slices"

	"ntm/internal/yamldoc"
)

// Status says how sure a threshold's basis is.
type Status string

// From the surest to none at all.
const (
	Confirmed Status = "confirmed" // an office checked it against the decision
	Seen      Status = "seen"      // a named public source states it
	Recalled  Status = "recalled"  // known from memory, unchecked
	Doubtful  Status = "doubtful"  // sources disagree or are weak
	Missing   Status = "missing"   // no threshold is known
)

// Statuses lists the statuses from the surest to none at all.
var Statuses = []Status{Confirmed, Seen, Recalled, Doubtful, Missing}

// Title is the status in a reader's words.
func (s Status) Title() string {
	return map[Status]string{
		Confirmed: "đã xác nhận", Seen: "thấy ở nguồn công khai", Recalled: "theo trí nhớ, chưa đối chiếu",
		Doubtful: "còn nghi ngờ", Missing: "chưa có ngưỡng",
	}[s]
}

// OnPaper is the status as a paper of a commune, a council or a province says it. Papers
// do not say how the program came to a threshold that nobody has checked.
func (s Status) OnPaper() string {
	switch s {
	case Seen:
		return "theo nguồn đã công bố"
	case Recalled, Doubtful:
		return "chưa đối chiếu"
	}
	return s.Title()
}

// Sure tells whether a verdict may rest on the status without being a draft.
func (s Status) Sure() bool { return s == Confirmed || s == Seen }

// Weaker is the less sure of two statuses.
func (s Status) Weaker(t Status) Status {
	return Statuses[max(slices.Index(Statuses, s), slices.Index(Statuses, t))]
}

// UnmarshalText reads a status and refuses any other word.
func (s *Status) UnmarshalText(text []byte) error {
	return yamldoc.OneOf(s, text, "tình trạng", Statuses)
}
