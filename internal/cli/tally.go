package cli

import (
	"fmt"
	"strings"

	"ntm/internal/office"
	"ntm/internal/problem"
)

// tally sums up what became of many reports, for the end.
type tally struct {
	read, failed int
	notes        int
	names        []string     // of what failed, as far as they are listed
	lost         problem.List // what is wrong, as far as it is listed
	unlisted     int
}

// What a summary lists at most: beyond it a person looks at single files, and
// the memory of a run over many thousand must have an end.
const (
	mostNames      = 20
	mostOfOne      = 20
	mostOfProblems = 2000
)

// add counts a report, or a wide sheet with notes.
func (t *tally) add(i *office.Item) {
	t.notes += len(i.Said())
	switch {
	case i.Err != nil:
		t.failed++
		if len(t.names) < mostNames {
			t.names = append(t.names, i.Name())
		}
		problems := problem.In(i.File, i.Err).(problem.List) //nolint:errorlint // In gives a List
		listed := min(len(problems), mostOfOne, max(0, mostOfProblems-len(t.lost)))
		t.lost, t.unlisted = append(t.lost, problems[:listed]...), t.unlisted+len(problems)-listed
	case i.Reading != nil:
		t.read++
	}
}

// err is what a command ends with when something was wrong.
func (t *tally) err() error {
	if t.unlisted > 0 {
		t.lost.Add(problem.Problem{Message: fmt.Sprintf("còn %d lỗi nữa không ghi ở đây", t.unlisted),
			Hint: "kiểm tra riêng từng tệp để xem hết: ntm check TỆP"})
	}
	if len(t.lost) == 0 {
		return nil
	}
	return t.lost
}

// summary tells how many reports were read, and which were not.
func (s *screen) summary(t *tally) {
	s.Line("%s", s.Strong("Đọc được %d báo cáo, %d không đọc được; %d lưu ý.", t.read, t.failed, t.notes))
	s.failures(t)
}

// failures names the reports that could not be dealt with.
func (s *screen) failures(t *tally) {
	if t.failed > 0 {
		rest := ""
		if more := t.failed - len(t.names); more > 0 {
			rest = fmt.Sprintf(" và %d báo cáo khác", more)
		}
		s.Item(2, s.Bad("Có lỗi:"), strings.Join(t.names, "; ")+rest)
	}
}
