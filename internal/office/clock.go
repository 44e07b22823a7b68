package office

import (
	"fmt"
	"time"

	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

const (
	clocksDiffer = time.Hour            // what clocks of two machines may differ by
	aYear        = 366 * 24 * time.Hour // in which every office writes something
	olderBuild   = 3 * aYear            // after which a program is seldom still in use
)

// Clock tells what is odd about the machine's clock, beside the newest event that a
// store held and the day the program was built; nil for nothing.
func Clock(now, built, newest time.Time) problem.List {
	const hint = "kiểm tra ngày giờ của máy; việc ghi lúc đồng hồ sai mang ngày sai trong lịch sử"
	say := func(format string, day time.Time) problem.List {
		return problem.List{{Message: fmt.Sprintf("đồng hồ của máy đang chỉ ngày %s, "+format,
			vi.Date(docket.Today(now).Time), vi.Date(docket.Today(day).Time)), Hint: hint}}
	}
	switch {
	case now.Before(newest.Add(-clocksDiffer)):
		return say("trước việc mới nhất đã ghi trong kho (ngày %s)", newest)
	case now.Before(built.Add(-24 * time.Hour)):
		return say("trước ngày có chương trình này (%s)", built)
	case !newest.IsZero() && now.After(newest.Add(aYear)):
		return say("hơn một năm sau việc mới nhất đã ghi trong kho (ngày %s)", newest)
	case !built.IsZero() && now.After(built.Add(olderBuild)):
		return say("hơn ba năm sau ngày có chương trình này (%s)", built)
	}
	return nil
}
