package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// fewEvents is how many of the newest are shown where no more is asked for.
const fewEvents = 3

// events are what was done with the dossier of a year; not in full, the last of it.
func (s *screen) events(all []docket.Event, year int) {
	var shown []int
	for i := range all {
		goesOn := i > 0 && all[i].Kind == docket.Opined && all[i-1].Kind == docket.Opined && all[i-1].By == all[i].By
		if all[i].Year == year && !goesOn {
			shown = append(shown, i)
		}
	}
	left := 0
	s.Line("")
	if s.full || len(shown) <= fewEvents {
		s.Line("%s", s.Strong("Các việc đã ghi, năm %d", year))
	} else {
		left = len(shown) - fewEvents
		s.Line("%s", s.Strong("Việc gần đây, năm %d", year)+fmt.Sprintf(" (còn %d việc trước đó)", left))
	}
	for _, i := range shown[left:] {
		e := &all[i]
		s.Item(2, when(e)+" –", fmt.Sprintf("%s: %s%s%s", e.By, e.Kind.Word(), command.InBrackets(aboutRun(all[i:])),
			takenBack(all, e)))
	}
}

// stepsFrom is what may be done next with a dossier, by where it stands.
var stepsFrom = map[docket.Stage]string{
	docket.Draft: "nộp hồ sơ: ntm process submit %s --year %d --level MỨC",
	docket.IsSentBack: "nhập báo cáo đã bổ sung (ntm import TỆP), rồi nộp lại: " +
		"ntm process submit %s --year %d --level MỨC",
	docket.IsSubmitted: "nhận thẩm định: ntm process take-up %s --year %d; hoặc trả lại: ntm process send-back",
	docket.InAppraisal: "ghi ý kiến (ntm process opinion), rồi trình hội đồng: ntm process ready %s --year %d",
	docket.IsReady:     "đưa vào đợt của hội đồng: ntm council batch",
	docket.InBatch:     "phát phiếu, kiểm phiếu của hội đồng: ntm council --help",
	docket.IsVoted: "ghi quyết định công nhận: ntm process recognise %s --year %d " +
		"--level MỨC --decision SỐ --date NGÀY",
}

// nextStep ends the view of a dossier with what is next.
func (s *screen) nextStep(d *docket.Dossier) {
	s.Line("")
	if step := stepsFrom[d.Stage]; strings.Contains(step, "%s") {
		s.Line("%s", s.Faint("Tiếp theo: "+step, cmp.Or(d.Unit().Code, "XÃ"), d.Year))
	} else if step != "" {
		s.Line("%s", s.Faint("Tiếp theo: %s", step))
	}
	if !s.full {
		s.Line("%s", s.Faint("Ý kiến, chỉ tiêu còn thiếu và mọi việc đã ghi: thêm --full"))
	}
}

// when is the day of an event, and when it was written down where that is another day.
func when(e *docket.Event) string {
	if e.Day.IsZero() || e.Day == docket.Today(e.At) {
		return docket.Clock(e.At)
	}
	return fmt.Sprintf("ngày %s (ghi lúc %s)", vi.Date(e.Day.Time), docket.Clock(e.At))
}

// takenBack says that an event was corrected later.
func takenBack(events []docket.Event, e *docket.Event) string {
	for i := range events {
		var b docket.CorrectedBody
		if events[i].Kind == docket.Corrected && json.Unmarshal(events[i].Body, &b) == nil && b.Event == e.ID {
			return " – đã đính chính lúc " + docket.Clock(events[i].At)
		}
	}
	return ""
}

// aboutRun is what the first event is about; a run of opinions by one hand is
// summed up.
func aboutRun(events []docket.Event) string {
	n := 0
	for n < len(events) && events[n].Kind == docket.Opined && events[n].By == events[0].By {
		n++
	}
	if n < 2 {
		return docket.About(&events[0])
	}
	return fmt.Sprintf("%d ý kiến", n)
}

// opinionList lists opinions; those of one department that say the same stand
// together. Not in full, those that are met are counted.
func (s *screen) opinionList(all []docket.Opinion) {
	if !s.full {
		counts := map[string]int{}
		for _, o := range all {
			counts[o.Result]++
		}
		parts := list.Map(slices.Sorted(maps.Keys(counts)), func(word string) string {
			return fmt.Sprintf("%d %s", counts[word], word)
		})
		s.Line("Ý kiến: %s", strings.Join(parts, ", "))
		all = slices.DeleteFunc(slices.Clone(all), func(o docket.Opinion) bool {
			return vi.Fold(o.Result) == vi.Fold(assess.Met.Word())
		})
	} else {
		s.Line("Ý kiến (%d):", len(all))
	}
	var said command.Grouped[docket.Opinion]
	for _, o := range all {
		on := o.On
		o.On = ""
		said.Add(o, on)
	}
	for _, o := range said.Names {
		s.Item(2, o.Department+" –", fmt.Sprintf("%s: %s%s", strings.Join(said.Members[o], ", "), o.Result,
			command.InBrackets(vi.Join(", ", o.Text, vi.Day(o.Day)))))
	}
}
