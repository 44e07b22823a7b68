package assess

import (
	"fmt"
	"slices"
	"strings"
)

// Unsettled says in one sentence what of the law behind levels is not settled: what is
// missing of their decisions, and how many thresholds nobody has checked or entered. It
// is "" where nothing is, which [Level.Draft] tells of a level and those it rests on.
// Screens and papers all say it in these words.
func Unsettled(levels ...Level) string {
	var out []string
	n := 0
	for i := range levels {
		l := &levels[i]
		if lack := l.Lack.String(); l.IndicatorsMissing > 0 && !slices.Contains(out, lack) {
			out = append(out, lack)
		}
		if frames := l.Frames(); len(frames) > 0 && l.IndicatorsMissing == 0 {
			out = append(out, "chưa có chỉ tiêu nào của tiêu chí "+strings.Join(frames, ", "))
		}
		n += len(l.Unsure())
	}
	if n > 0 {
		out = append(out, fmt.Sprintf("%d ngưỡng chưa đối chiếu với quyết định hoặc chưa có", n))
	}
	if len(out) == 0 && slices.ContainsFunc(levels, func(l Level) bool { return l.Draft }) {
		return "kết quả của mức phải đạt trước còn là dự thảo"
	}
	return strings.Join(out, "; ")
}

// Frames are the criteria of which no indicator is known.
func (l *Level) Frames() []string {
	var out []string
	for _, c := range l.Criteria {
		if len(c.Indicators) == 0 {
			out = append(out, c.No)
		}
	}
	return out
}
