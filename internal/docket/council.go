package docket

import (
	"encoding/json"
	"fmt"
	"slices"

	"ntm/criteria"
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

// CountedBody is the sums of all votes. Nothing of a single ballot is kept.
type CountedBody struct {
	Counted json.RawMessage `json:"counted"`
}

// FoldCouncil is what the events of one council add up to.
func FoldCouncil(events []Event) (*Council, error) {
	c := &Council{}
	for i := range events {
		e := &events[i]
		if err := c.Take(e); err != nil {
			if _, refused := err.(*CouncilRefusal); !refused { //nolint:errorlint // Take gives it bare
				return nil, err
			}
			c.Conflicts = append(c.Conflicts, Conflict{Event: e.ID, Mark: markOf(e), Why: err.Error()})
		}
	}
	return c, nil
}

// CouncilRefusal is a step of a council that may not be taken now.
type CouncilRefusal struct{ Why, Hint string }

func (r *CouncilRefusal) Error() string { return r.Why }

// Take is the event's turn; the error is a CouncilRefusal, or that of an event
// that cannot be read.
func (c *Council) Take(e *Event) error {
	refuse := func(why, hint string) error { return &CouncilRefusal{why, hint} }
	if e.Kind != CouncilOpened && c.ID == "" {
		return refuse("chưa có hội đồng này", "lập hội đồng: ntm council open")
	}
	if e.Kind != CouncilOpened && c.Counted != nil {
		return refuse("hội đồng đã kiểm phiếu xong, không đổi được nữa", "lập hội đồng mới cho lần biểu quyết sau")
	}
	if e.Kind != CouncilOpened && c.Cancelled != "" {
		return refuse("kỳ họp đã hủy: "+c.Cancelled, "lập hội đồng mới: ntm council open")
	}
	switch e.Kind {
	case CouncilOpened:
		b, err := decode[CouncilOpenedBody](e)
		if err != nil {
			return err
		}
		if c.ID != "" {
			return refuse(fmt.Sprintf("đã có hội đồng %s: %s", c.ID, c.Name), "chọn tên khác bằng --id")
		}
		*c = Council{Province: e.Province, ID: e.Council, Year: e.Year, Level: b.Level, Name: b.Name, Details: b.Details}
	case CaseAdded, CaseRemoved:
		b, err := decode[CaseBody](e)
		if err != nil {
			return err
		}
		at := slices.Index(c.Cases, b.Commune)
		switch {
		case c.Issued:
			return refuse("đã phát phiếu, không đổi danh sách xã của đợt được nữa", "xã mới đưa vào đợt sau")
		case e.Kind == CaseAdded && at < 0:
			c.Cases = append(c.Cases, b.Commune)
		case e.Kind == CaseRemoved && at >= 0:
			c.Cases = slices.Delete(c.Cases, at, at+1)
		case e.Kind == CaseRemoved:
			return refuse(fmt.Sprintf("xã %s không có trong đợt của hội đồng này", b.Commune), "xem đợt của xã: ntm show "+b.Commune)
		}
	case Attended:
		b, err := decode[AttendedBody](e)
		if err != nil {
			return err
		}
		c.Present = append([]int{}, b.Present...)
	case BallotsIssued:
		b, err := decode[BallotsIssuedBody](e)
		if err != nil {
			return err
		}
		switch {
		case c.Issued:
			return refuse("đã phát phiếu cho kỳ họp này", "phiếu phát lại sẽ làm lẫn hai bộ phiếu; dùng bộ phiếu đã ghi")
		case len(c.Cases) == 0:
			return refuse("đợt này chưa có xã nào", "đưa xã vào đợt: ntm council batch")
		}
		c.Voted = b.Cases
		c.Issued, c.Secret, c.Ballots = true, b.Secret, slices.Sorted(slices.Values(b.Ballots))
	case Counted:
		b, err := decode[CountedBody](e)
		if err != nil {
			return err
		}
		switch {
		case !c.Issued:
			return refuse("chưa phát phiếu", "ghi phiếu: ntm council ballots")
		case c.Present == nil:
			return refuse("chưa ghi thành viên dự họp", "ghi: ntm council attend")
		}
		c.Counted = b.Counted
	case Cancelled:
		b, err := decode[CancelledBody](e)
		if err != nil {
			return err
		}
		if c.Cancelled = b.Reason; c.Cancelled == "" {
			return refuse("còn thiếu lý do hủy", "ghi --reason")
		}
	default:
		return unknown(e)
	}
	c.Last = markOf(e)
	return nil
}
