package departments

import (
	"path/filepath"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
)

// Gathered is what the forms say together.
type Gathered struct {
	Plan     *layout.Plan    // of the whole form
	Answers  *layout.Answers // that it takes
	Sent     []Sent
	Given    []Given // who said what, by figure
	Twice    []Twice // what was answered in two ways: in Answers neither is
	Owed     []Owed  // by department
	Notes    problem.List
	returned []*form.Returned
}

// Sent is a file that came back.
type Sent struct {
	File       string `json:"file"`
	Department string `json:"department,omitempty"` // "" where the file is nobody's in particular
	Answers    int    `json:"answers"`              // rows with something in them
}

// Given is an answer and who gave it.
type Given struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Text string   `json:"text"`
	By   []string `json:"by"`
}

// Twice is one thing with answers that differ.
type Twice struct {
	ID    string   `json:"id"` // of the figure, or the sheet
	Sheet string   `json:"sheet"`
	Name  string   `json:"name"`
	Said  []Saying `json:"said"`
}

// Saying is what one form says, and where.
type Saying struct {
	By   string `json:"by"`
	Text string `json:"text"`
	File string `json:"file"`
	At   string `json:"at"` // sheet and cell
}

// Owed is what a department has not given yet.
type Owed struct {
	Department string `json:"department"`
	Sent       bool   `json:"sent"` // something of it came back
	Asked      int    `json:"asked"`
	Due        string `json:"due,omitempty"` // by when it is to answer, as somebody wrote it
	Missing    []Lack `json:"missing"`
}

// Lack is what a department is still asked for.
type Lack struct {
	layout.Missing
	Why string `json:"why,omitempty"` // where something was answered that cannot be taken
}

// String names it, with what is wrong with its answer.
func (l Lack) String() string {
	if l.Why == "" {
		return l.Name
	}
	return l.Name + " (" + l.Why + ")"
}

// Why an answer does not count.
const (
	answeredTwice = "hai câu trả lời khác nhau"
	unreadable    = "chưa đọc được câu trả lời"
)

// by says who wrote a form: its department, else the file.
func by(r *form.Returned) string {
	if r.Department != nil {
		return r.Department.Name
	}
	return filepath.Base(r.File)
}

// sent counts what came back.
func (out *Gathered) sent() {
	for _, r := range out.returned {
		s := Sent{File: r.File}
		if r.Department != nil {
			s.Department = r.Department.Name
		}
		for i := range r.Records {
			if r.Records[i].Table != &layout.PlaceAnswers || !layout.Says(r.Records[i].Key) {
				s.Answers++
			}
		}
		out.Sent = append(out.Sent, s)
	}
}
