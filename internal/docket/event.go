package docket

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"ntm/criteria"
)

// Kind is what happened.
type Kind string

// The closed set of events. Kinds never change meaning, for stores keep them.
const (
	Received   Kind = "received"
	Assessed   Kind = "assessed"
	Submitted  Kind = "submitted"
	SentBack   Kind = "sent_back"
	TakenUp    Kind = "taken_up"
	Opined     Kind = "opinion"
	Readied    Kind = "ready"
	Batched    Kind = "batched"
	Unbatched  Kind = "unbatched"
	Voted      Kind = "voted"
	Concluded  Kind = "concluded" // by the council's chairman, where the rules do not say
	Recognised Kind = "recognised"
	Refused    Kind = "refused"
	Revoked    Kind = "revoked"
	Corrected  Kind = "corrected"   // a step that was written down by mistake is taken back
	Merged     Kind = "merged"      // of the new commune: made of others
	MergedInto Kind = "merged_into" // of the old one: part of another
	Titled     Kind = "titled"      // a title of before is entered from its decision

	CouncilOpened Kind = "council_opened"
	CaseAdded     Kind = "case_added" // the council's side of Batched
	CaseRemoved   Kind = "case_removed"
	Cancelled     Kind = "cancelled"
	Attended      Kind = "attended"
	BallotsIssued Kind = "ballots_issued"
	Counted       Kind = "counted"
)

// Event is one thing that happened to a dossier, or to a council where Council is
// its id. Its time is when it was written down.
type Event struct {
	ID       string
	Kind     Kind
	At       time.Time // UTC, whole microseconds; of one subject no two are the same
	By       string    // as they called themselves
	Province string    // without its type: "Thanh Hóa"
	Commune  string    // its Key, "" for a council's
	Council  string    // its id, "" for a commune's
	Year     int       // of the dossier or the council
	// Day is when it happened, which may be long before it was written down; none in
	// what stores of structure 1 and 2 held.
	Day  criteria.Date
	Body json.RawMessage
}

// New is an event yet without id and time, which the store gives it.
func New(kind Kind, by, province, commune string, year int, body any) Event {
	return Event{Kind: kind, By: by, Province: province, Commune: commune, Year: year, Body: encoded(body)}
}

// NewOfCouncil is an event of a council.
func NewOfCouncil(kind Kind, by string, province, council string, year int, body any) Event {
	return Event{Kind: kind, By: by, Province: province, Council: council, Year: year, Body: encoded(body)}
}

// Again is the event of a report that came in before and is to be the current one
// again.
func Again(e Event) (Event, error) {
	body, err := decode[ReceivedBody](&e)
	body.Again = true
	e.Body = encoded(body)
	return e, err
}

// AssessedOf is the body of an assessment's event; false for any other.
func AssessedOf(e *Event) (AssessedBody, bool) {
	if e.Kind != Assessed {
		return AssessedBody{}, false
	}
	body, err := decode[AssessedBody](e)
	return body, err == nil
}

// On is the event, having happened on that day.
func (e Event) On(day criteria.Date) Event {
	e.Day = day
	return e
}

// Seal is SHA-256 over every field of the event: one that is changed by whatever
// hand has another one.
func (e *Event) Seal() string {
	sum := sha256.New()
	for _, text := range []string{
		e.ID, string(e.Kind), e.At.UTC().Format(time.RFC3339Nano), e.By, e.Province, e.Commune, e.Council,
		fmt.Sprint(e.Year), e.Day.String(), string(e.Body),
	} {
		_, _ = fmt.Fprintf(sum, "%d:%s", len(text), text) // a hash takes everything
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// encoded writes a body of this package, which always can be.
func encoded(body any) json.RawMessage {
	data, err := json.Marshal(body)
	if err != nil {
		panic(fmt.Sprintf("docket: %T: %v", body, err))
	}
	return data
}

// decode reads the body of an event.
func decode[T any](e *Event) (T, error) {
	var body T
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return body, fmt.Errorf("sự kiện %s (%s) không đọc được: %w", e.ID, e.Kind, err)
	}
	return body, nil
}

// Sort puts events in the order in which they count: by time, and those of one
// time, which only two offices can write, by id.
func Sort(events []Event) {
	slices.SortFunc(events, func(a, b Event) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
}
