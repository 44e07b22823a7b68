package law

import (
	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// leftOutJSON is an office's rule that leaves a count out of a rate.
type leftOutJSON struct {
	Figure   string            `json:"figure"`
	Rate     string            `json:"rate"`
	From     criteria.LeftFrom `json:"from"`
	Province string            `json:"province,omitempty"` // "" for all, or for the commune's own
	Basis    criteria.Basis    `json:"basis"`
}

func leftOutOf(rules []criteria.LeftOut) []leftOutJSON {
	return list.Map(rules, func(l criteria.LeftOut) leftOutJSON {
		return leftOutJSON{l.Count.ID, l.Rate.ID, l.From, l.Province, l.Basis}
	})
}

// leftOutDifference is what two sides leave out of rates, where that differs.
type leftOutDifference struct {
	A []leftOutJSON `json:"a"`
	B []leftOutJSON `json:"b"`

	a, b []criteria.LeftOut
}

// leftOutText says what a side leaves out.
func leftOutText(rules []criteria.LeftOut) string {
	if len(rules) == 0 {
		return "không trừ"
	}
	return vi.List("; ", rules, func(l criteria.LeftOut) string {
		return l.Rate.Name + " " + l.From.Title() + " [" + l.Basis.Layer.Title() + ", " + l.Basis.Status.Title() + "]"
	})
}

// leftOut writes the offices' rules by which rates are computed.
func (s *screen) leftOut(rules []criteria.LeftOut) {
	if len(rules) == 0 {
		return
	}
	s.Line("")
	s.Line("%s", s.Strong("Số được trừ khi tính tỷ lệ"))
	for i := range rules {
		l := &rules[i]
		where := ""
		if l.Province != "" {
			where = " (" + l.Province + ")"
		}
		s.Item(2, l.Rate.Name+":", l.From.Title()+" “"+l.Count.Name+"”"+where+" - "+l.Basis.Authority())
		s.Item(4, "cách tính:", l.Rate.Formula)
		s.Item(4, "nguồn:", l.Basis.Source)
	}
}
