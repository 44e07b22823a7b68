package typed

import (
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// localArea is a unit of land that is not the same everywhere, in m² by where it is used.
type localArea struct {
	where string
	m2    int64
}

// localAreas are those units, folded, from the smallest.
var localAreas = map[string][]localArea{
	"sao": {{"Bắc Bộ", 360}, {"Trung Bộ", 500}, {"Nam Bộ", 1000}},
	"mau": {{"Bắc Bộ", 3600}, {"Trung Bộ", 5000}, {"Nam Bộ", 10000}},
}

// perYear are how many times a part of the year is in it.
var perYear = map[string]int64{"tháng": 12, "quý": 4}

// otherUnit shows what a number may mean that is told in a unit which is another one elsewhere,
// or of a part of the year; nil where it is neither.
func (s *sentence) otherUnit() error {
	for i, t := range s.tokens {
		if !t.isNumber || i+1 >= len(s.tokens) {
			continue
		}
		found := readings(t.text)
		if len(found) != 1 {
			continue
		}
		if areas := localAreas[s.tokens[i+1].key]; areas != nil && s.m.Unit == "m2" {
			each := vi.List(", ", areas, func(a localArea) string {
				return fmt.Sprintf("%s m² (%s)", spaced(found[0].Mul(decimal.NewFromInt(a.m2))), a.where)
			})
			return refuse(s.text, "ghi diện tích theo m²", "%s mỗi nơi một khác, có thể hiểu là %s",
				s.tokens[i+1].text, each)
		}
		unit := unitKey(s.text[t.end:])
		for part, times := range perYear {
			if whole, is := strings.CutSuffix(unit, "/"+vi.Fold(part)); is && strings.HasSuffix(s.m.Unit, "/năm") {
				if in, ok := s.m.scaleOf(whole); ok {
					sum := s.m.named(in.apply(found[0]).Mul(decimal.NewFromInt(times)))
					return refuse(s.text, fmt.Sprintf("ghi số của cả năm; nếu cả năm đều như vậy thì là %s", sum),
						"đây là số của một %s, ở đây cần số của cả năm", part)
				}
			}
		}
	}
	return nil
}
