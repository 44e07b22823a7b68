package collation

import (
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/list"
)

// zoneNames are the zones by name that provinces divide their communes into.
var zoneNames = map[string]string{
	"dac-biet-kho-khan": "Xã đặc biệt khó khăn", "an-toan-khu": "Xã an toàn khu", "con-lai": "Xã còn lại",
	"mien-nui": "Xã miền núi", "dong-bang": "Xã đồng bằng", "ven-bien": "Xã ven biển", "bai-ngang": "Xã bãi ngang",
	"dao": "Xã đảo", "ven-do": "Xã ven đô", "trung-du": "Xã trung du", "bien-gioi": "Xã biên giới",
	"vung-cao": "Xã vùng cao", "vung-thap": "Xã vùng thấp",
}

// zoneKinds are what numbered zones are called.
var zoneKinds = map[string]string{"khu-vuc-": "Khu vực", "vung-": "Vùng", "dia-ban-": "Địa bàn"}

// zoneOf names a zone for a reader; "" for what is none.
func zoneOf(id string) string {
	if name := zoneNames[id]; name != "" {
		return name
	}
	for kind, name := range zoneKinds {
		if no, ok := strings.CutPrefix(id, kind); ok && zoneNumber(id) > 0 {
			return name + " " + no
		}
	}
	return ""
}

// zoneNumber is the number of a zone that has one, 0 of any other.
func zoneNumber(id string) int {
	n, err := strconv.Atoi(id[strings.LastIndex(id, "-")+1:])
	if err != nil || n < 1 || n > len(criteria.OwnZones) {
		return 0
	}
	return n
}

// zone is one that a province's own decision divides its communes into: those that have a
// trait, or without any of the others'.
type zone struct {
	id            string // "" for every commune
	with, without []criteria.Trait
}

// in is the slot for the communes of a zone, false where it is for none of them.
func (s *Slot) in(z zone) (Slot, bool) {
	out := *s
	out.zone = z
	out.With = list.Once(slices.Clone(s.With), z.with...)
	out.Without = list.Once(slices.Clone(s.Without), z.without...)
	return out, !slices.ContainsFunc(out.With, func(t criteria.Trait) bool { return slices.Contains(out.Without, t) })
}

// zonesOf are the zones that a province's own decision asks different things of in a
// slot, each to have a row of its own; one of every commune where it asks all the same.
func (r *Collation) zonesOf(s *Slot) []zone {
	var ids []string
	column := map[string]int{}
	for _, a := range r.about[s.Topic.Topic] {
		if a.paper.Layer != criteria.Province || r.law.Province == "" || !slices.ContainsFunc(a.rows, zonesApart) {
			continue
		}
		for _, row := range a.rows {
			for _, c := range row.Cells {
				for _, id := range c.Column.IDs {
					if c.Column.Kind == decision.Zone && !slices.Contains(ids, id) {
						ids = append(ids, id)
						column[id] = c.Column.At
					}
				}
			}
		}
	}
	if out, ok := zones(ids, column); ok {
		return out
	}
	return []zone{{}}
}

// zones are those of their ids, each without the traits of the others; false where there
// are none, or more than the program can tell apart. A commune that is of two zones of one
// column, "Xã ĐBKK, xã ATK", is asked what the column asks: it is taken with the first.
func zones(ids []string, column map[string]int) ([]zone, bool) {
	traits := map[string]criteria.Trait{}
	taken := map[criteria.Trait]bool{}
	for i, id := range ids {
		var trait criteria.Trait
		switch n := zoneNumber(id); {
		case zoneOf(id) == "":
			return nil, false
		case id == "con-lai":
			continue
		case id == "dac-biet-kho-khan":
			trait = criteria.SpeciallyDifficult
		case id == "an-toan-khu":
			trait = criteria.SafeZone
		case n > 0:
			trait = criteria.OwnZones[n-1]
		case i < len(criteria.OwnZones):
			trait = criteria.OwnZones[i]
		}
		if trait == "" || taken[trait] {
			return nil, false
		}
		traits[id], taken[trait] = trait, true
	}
	var out []zone
	for i, id := range ids {
		z := zone{id: id}
		for k, other := range ids {
			isBeside := k > i && column[id] != 0 && column[id] == column[other]
			switch trait, has := traits[other]; {
			case other == id && has:
				z.with = append(z.with, trait)
			case has && !isBeside:
				z.without = append(z.without, trait)
			}
		}
		out = append(out, z)
	}
	return out, len(out) > 1
}
