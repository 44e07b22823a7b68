package office

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/problem"
)

// Explanation is one judgement with the names of where it stands.
type Explanation struct {
	ID        string            `json:"id"`
	Level     criteria.Level    `json:"level"`
	Criterion string            `json:"criterion,omitempty"`
	Name      string            `json:"name"`
	Year      int               `json:"year"`
	Note      string            `json:"note"`
	Judgement *assess.Judgement `json:"judgement"`
}

// Explain finds the indicator or condition LEVEL/NO of an assessment.
func Explain(a *assess.Assessment, id string) (*Explanation, error) {
	level, no, _ := strings.Cut(id, "/")
	if l, c, ind, ok := a.Indicator(criteria.Level(level), no); ok {
		return &Explanation{id, l.Level, fmt.Sprintf("Tiêu chí %s. %s", c.No, c.Name), ind.Name, a.Year, ind.Note,
			&ind.Judgement}, nil
	}
	for i := range a.Levels {
		for k := range a.Levels[i].Conditions {
			if c := &a.Levels[i].Conditions[k]; string(a.Levels[i].Level) == level && c.ID == no {
				return &Explanation{id, a.Levels[i].Level, "Điều kiện công nhận", c.Name, a.Year, "", &c.Judgement}, nil
			}
		}
	}
	return nil, problem.WrongUse{
		Message: fmt.Sprintf("không có chỉ tiêu %q trong các bộ tiêu chí năm %d", id, a.Year),
		Hint: "viết mức/số: ntm/10, nang-cao/17.1, kieu-mau/2, hoặc điều kiện: ntm/arrears, ntm/satisfaction, " +
			"ntm/security",
	}
}
