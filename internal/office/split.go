package office

import (
	"fmt"
	"path/filepath"
	"sync"

	"ntm/internal/commune"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

// Splitting writes the rows of wide sheets as reports of their own into a folder.
type Splitting struct {
	Folder string
	Force  bool // over reports that are there

	mutex   sync.Mutex
	written map[string]string // where each file written came from
}

// Write writes a row that was read, whole or not at all. Of two reports of one commune
// and year the first is kept.
func (s *Splitting) Write(i Item) Item {
	if i.Reading == nil {
		return i
	}
	if i.Row == 0 {
		i.Err = problem.List{{File: i.File, Message: "đây không phải là bảng tổng hợp nhiều xã",
			Hint: "báo cáo của một xã dùng thẳng được: ntm assess " + i.File,
			Page: problem.Press("báo cáo của một xã thả ở trang Tệp của xã ấy")}}
		return i
	}
	text, err := i.Reading.Report.JSON()
	var name string
	if err == nil {
		name, err = fileName(i.Reading.Report)
	}
	if err == nil {
		err = s.claim(name, i)
	}
	if err == nil {
		err = whole.Put(filepath.Join(s.Folder, name), s.Force, text)
	}
	i.Err, i.Reading.Report = err, nil
	return i
}

// claim refuses a second report of a commune and year in one run.
func (s *Splitting) claim(name string, i Item) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if before, twice := s.written[name]; twice {
		return problem.List{i.Reading.Report.Commune.Pos.Problem(fmt.Sprintf("xã này đã có báo cáo cùng năm ở %s",
			before), "giữ một, bỏ một rồi nhập lại")}
	}
	if s.written == nil {
		s.written = map[string]string{}
	}
	s.written[name] = i.Name()
	return nil
}

// fileName names the file of a commune's report: "16492-quang-trung-2023.json".
func fileName(r *commune.Report) (string, error) {
	place, err := r.Place()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s-%s-%d.json", place.Code, vi.Slug(place.Name), r.Year), nil
}
