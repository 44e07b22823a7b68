package lawbook

import (
	"ntm/criteria"
	"ntm/internal/typed"
)

// readDate reads a day typed as text: "15/3/2022", "ngày 15 tháng 3 năm 2022".
func readDate(text string) (criteria.Date, error) {
	day, err := typed.Date(text)
	if err != nil {
		return criteria.Date{}, err
	}
	return criteria.DayOf(day), nil
}
