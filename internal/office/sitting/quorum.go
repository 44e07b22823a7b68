package sitting

import (
	"slices"

	"ntm/internal/council"
	"ntm/internal/office"
)

// Quorum holds the members who sit against the council's rule.
func (s *Sitting) Quorum() council.Held { return s.Who.Quorum(len(s.Present)) }

// may refuses an act that the council may not do now.
func (s *Sitting) may(act council.Act) error {
	if err := s.Who.May(act, s.Record()); err != nil {
		return office.Refused("hội đồng "+s.ID, err)
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
