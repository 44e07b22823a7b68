package docket

import (
	"encoding/json"
	"fmt"
	"slices"

	"ntm/criteria"
)

// Council is a council's sitting as it stands.
type Council struct {
	Province string          `json:"province"`
	ID       string          `json:"id"`
	Year     int             `json:"year"`
	Level    criteria.Level  `json:"level"`
	Name     string          `json:"name"`
	Details  json.RawMessage `json:"details"` // members and rules, as the council's room writes them
	Cases    []string        `json:"cases"`   // keys of the communes, in the order they were put into the batch
	Present  []int           `json:"present"` // members who sat, by their place in the list; nil before that is known
	Secret   bool            `json:"secret"`
	Ballots  []string        `json:"ballots"` // digests of the numbers of those issued, sorted
	Issued   bool            `json:"issued"`
	Counted  json.RawMessage `json:"counted,omitempty"` // the sums, as the council's room writes them
	Last     Mark            `json:"last"`
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
	Secret  bool     `json:"secret"`
	Ballots []string `json:"ballots,omitempty"`
}

// CountedBody is the sums of all votes. Nothing of a single ballot is kept.
type CountedBody struct {
	Counted json.RawMessage `json:"counted"`
}

// FoldCouncil is what the events of one council add up to.
func FoldCouncil(events []Event) (*Council, error) {
	c := &Council{}
	for i := range events {
		if err := c.Take(&events[i]); err != nil {
			if _, refused := err.(*CouncilRefusal); !refused { //nolint:errorlint // Take gives it bare
				return nil, err
			}
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
	default:
		return fmt.Errorf("sự kiện %s thuộc loại %q mà chương trình này không biết; dùng phiên bản mới hơn", e.ID, e.Kind)
	}
	c.Last = Mark{e.Kind, e.At, e.By}
	return nil
}
