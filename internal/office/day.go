package office

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Day is the day of an act as a person typed it; none for nothing, which is today.
func Day(text string) (d criteria.Date, err error) {
	if text = strings.TrimSpace(vi.NFC(text)); text == "" {
		return d, nil
	}
	if d.Time, err = typed.Date(text); err != nil {
		return criteria.Date{}, problem.Problem{Message: problem.Of(err)[0].Message,
			Hint: "ghi ngày/tháng/năm, hoặc để trống nếu là hôm nay"}
	}
	return d, nil
}
