package cli

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// tally sums up what became of many reports, for the end.
type tally struct {
	read, failed int
	notes        int
	names        []string            // of what failed, as far as they are listed
	lost         problem.List        // what is wrong besides the reports
	places       map[string][]string // where reports were found, by commune and year
	twice        []string            // what there are several of, in the order they came
	causes       problem.Causes      // what is wrong in the reports: a column's fault is told once
}

// What a summary lists at most: beyond it a person looks at single files, and
// the memory of a run over many thousand must have an end.
const (
	mostNames      = 20
	mostOfProblems = 2000
)

// add counts a report, or a wide sheet with notes.
func (t *tally) add(i *office.Item) {
	t.notes += len(i.Said())
	switch {
	case i.Err != nil:
		t.fail(i)
		t.causes.Most = mostOfProblems
		for _, p := range problem.Of(problem.In(i.File, i.Err)) {
			t.causes.Add(p)
		}
	case i.Reading != nil:
		t.read++
	}
}

// found notes where a report was: two of one commune and year are told together.
func (t *tally) found(i *office.Item, unit places.Unit, year int) {
	if i.Reading == nil || i.Err != nil {
		return
	}
	of := fmt.Sprintf("%s, năm %d", unit.Title(), year)
	if t.places == nil {
		t.places = map[string][]string{}
	}
	if t.places[of] = append(t.places[of], i.Name()); len(t.places[of]) == 2 {
		t.twice = append(t.twice, of)
	}
}

// fail counts a report that could not be dealt with.
func (t *tally) fail(i *office.Item) {
	if t.failed++; len(t.names) < mostNames {
		t.names = append(t.names, i.Name())
	}
}

// unopened are the files of folders that were not opened at all, for what kind they are.
func (t *tally) unopened() []string {
	var out []string
	for _, p := range t.lost {
		if office.IsOtherWorkbook(p.File) {
			out = list.Once(out, p.File)
		}
	}
	return out
}

// err is what a command ends with when something was wrong.
func (t *tally) err() error {
	all := slices.Concat(t.lost, t.causes.List())
	if n := t.causes.Lost(); n > 0 {
		all.Add(problem.Problem{Message: fmt.Sprintf("còn %d lỗi nữa không ghi ở đây", n),
			Hint: "kiểm tra riêng từng tệp để xem hết: ntm check TỆP"})
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// summary tells how many reports were read, and which were not.
func (s *screen) summary(t *tally) {
	s.Line("%s", s.Strong("Đọc được %d báo cáo, %d không đọc được; %d lưu ý.", t.read, t.failed+len(t.unopened()),
		t.notes))
	s.failures(t)
	for i, of := range t.twice {
		if i == mostNames {
			s.Item(2, "", fmt.Sprintf("… và %d xã khác có nhiều báo cáo cùng năm", len(t.twice)-i))
			break
		}
		s.Item(2, s.Bad("Một xã, nhiều báo cáo:"), fmt.Sprintf("%s: %s; giữ một bản", of,
			strings.Join(t.places[of], ", ")))
	}
}

// failures names the reports that could not be dealt with.
func (s *screen) failures(t *tally) {
	names := slices.Concat(t.names, t.unopened())
	if all := t.failed + len(t.unopened()); all > 0 {
		names = names[:min(len(names), mostNames)]
		rest := ""
		if more := all - len(names); more > 0 {
			rest = fmt.Sprintf(" và %d báo cáo khác", more)
		}
		s.Item(2, s.Bad("Có lỗi:"), strings.Join(names, "; ")+rest)
	}
}
