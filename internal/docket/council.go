package docket

import (
	"encoding/json"

	"ntm/criteria"
	"ntm/internal/council"
)

// Council is a council's sitting as it stands.
type Council struct {
	Province  string          `json:"province"`
	ID        string          `json:"id"`
	Year      int             `json:"year"`
	Level     criteria.Level  `json:"level"`
	Name      string          `json:"name"`
	Details   json.RawMessage `json:"details"` // members and rules, as the council's room writes them
	Cases     []string        `json:"cases"`   // keys of the communes, in the order they were put into the batch
	Present   []int           `json:"present"` // members who sat, by their place in the list; nil before that is known
	Secret    bool            `json:"secret"`
	Voted     []CaseRef       `json:"voted"`   // what the ballots name: the batch as it was when they were issued
	Ballots   []string        `json:"ballots"` // digests of the numbers of those issued, sorted
	Issued    bool            `json:"issued"`
	Counted   json.RawMessage `json:"counted,omitempty"`   // the sums, as the council's room writes them
	Cancelled string          `json:"cancelled,omitempty"` // why the sitting was
	Conflicts []Conflict      `json:"conflicts,omitempty"`
	Last      Mark            `json:"last"`
}

// CaseRef is a commune as the ballots name it.
type CaseRef struct {
	Commune string `json:"commune"`
	Title   string `json:"title"`
	Note    string `json:"note,omitempty"`
}

// CouncilOpenedBody is a council called.
type CouncilOpenedBody struct {
	Level   criteria.Level  `json:"level"`
	Name    string          `json:"name"`
	Details json.RawMessage `json:"details"`
}

// AttendedBody is who sat.
type AttendedBody struct {
	Present []int `json:"present"`
}

// CaseBody is a commune put into the batch, or taken out.
type CaseBody struct {
	Commune string `json:"commune"`
}

func (b CaseBody) of() string { return b.Commune }

// BallotsIssuedBody closes the batch: what the ballots name is voted on.
type BallotsIssuedBody struct {
	Secret  bool      `json:"secret"`
	Ballots []string  `json:"ballots,omitempty"`
	Cases   []CaseRef `json:"cases"`
}

// CancelledBody is a sitting that will not be counted.
type CancelledBody struct {
	Reason string `json:"reason"`
}

func (b CancelledBody) of() string { return b.Reason }

// CountedBody is the sums of all votes. Nothing of a single ballot is kept.
type CountedBody struct {
	Counted json.RawMessage `json:"counted"`
}

// FoldCouncil is what the events of one council add up to.
func FoldCouncil(events []Event) (*Council, error) {
	c := &Council{}
	for i := range events {
		e := &events[i]
		switch err := c.Take(e); {
		case IsRefusal(err):
			c.Conflicts = append(c.Conflicts, Conflict{Event: e.ID, Mark: markOf(e), Why: err.Error()})
		case err != nil:
			return nil, err
		}
	}
	return c, nil
}

// Take is the event's turn: it is refused (IsRefusal), or follows. Any other error
// is an event that cannot be read.
func (c *Council) Take(e *Event) error {
	s, ok := councilSteps[e.Kind]
	if !ok {
		return unknown(e)
	}
	change, of, err := s.event(e)
	if err != nil {
		return err
	}
	if err := c.Record().Takes(s.act, of); err != nil {
		return err
	}
	change(c)
	c.Last = markOf(e)
	return nil
}

// Record is what the next act of the sitting depends on.
func (c *Council) Record() *council.Record {
	return &council.Record{
		ID: c.ID, Name: c.Name, Batch: c.Cases, Present: c.Present,
		Issued: c.Issued, Counted: c.Counted != nil, Cancelled: c.Cancelled,
	}
}
