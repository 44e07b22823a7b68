package office

import (
	"fmt"
	"slices"

	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/vi"
)

// Quorum holds the members who sit against the council's rule.
func (s *Sitting) Quorum() council.Held {
	return council.Decide(&s.Who, len(s.Present), &council.Result{}).Quorum
}

// tooFew is why a council with too few members may not sit.
func tooFew(s *Sitting, q council.Held) error {
	return &docket.CouncilRefusal{
		Why: fmt.Sprintf("chưa đủ thành viên để họp: có mặt %s, cần %s %%", q.Share(), vi.Number(q.Rule.Value)),
		Hint: fmt.Sprintf("thành viên đến thêm thì ghi lại: ntm council attend %s; không đủ thì hủy (ntm council cancel %s) rồi họp lại (ntm council open --like %s)",
			s.ID, s.ID, s.ID),
	}
}

// MaySit refuses the count of a sitting that had too few members for certain.
func (s *Sitting) MaySit() error {
	if s.Present == nil {
		return Refused("hội đồng "+s.ID, &docket.CouncilRefusal{Why: "chưa ghi thành viên dự họp", Hint: "ghi: ntm council attend " + s.ID})
	}
	if q := s.Quorum(); q.Holds != nil && !*q.Holds {
		return Refused("hội đồng "+s.ID, tooFew(s, q))
	}
	return nil
}

// Chair is the council's chairman, and who presides: he, or a deputy who sits.
func (s *Sitting) Chair() (chair, presides string) {
	for _, role := range []council.Role{council.Chair, council.Deputy} {
		for i, m := range s.Who.Members {
			if m.Role != role {
				continue
			}
			if role == council.Chair {
				chair = m.Name
			}
			if presides == "" && slices.Contains(s.Present, i) {
				presides = m.Name
			}
		}
	}
	return chair, presides
}
