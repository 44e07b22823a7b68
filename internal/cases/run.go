package cases

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/problem"
)

// Mismatch is an outcome that is not what its case expects.
type Mismatch struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Case      string `json:"case"`
	Indicator string `json:"indicator"` // LEVEL/NO, LEVEL/ID of a condition, or LEVEL
	Got       string `json:"got"`
	Want      string `json:"want"`
	Why       string `json:"why"` // the figure and the requirement it was held against
}

// Problem is the mismatch as it is told to a person.
func (m Mismatch) Problem() problem.Problem {
	text := fmt.Sprintf("%s: %s ra %q, tình huống này ghi %q", m.Case, m.Indicator, wordOf(m.Got), wordOf(m.Want))
	if m.Why != "" {
		text += " (" + m.Why + ")"
	}
	return problem.Problem{File: m.File, Line: m.Line, Message: text,
		Hint: "xem lại ngưỡng trong bộ tiêu chí, hoặc kết quả ghi ở tình huống"}
}

// wordOf is an outcome or verdict in a reader's words.
func wordOf(text string) string {
	return cmp.Or(assess.Verdict(text).Word(), assess.Outcome(text).Word(), text)
}

// run judges one case and gives each outcome that is not as expected.
func run(lib *criteria.Library, c Case) []Mismatch {
	var out []Mismatch
	a, err := c.assess(lib)
	for _, want := range c.Expect {
		m := Mismatch{File: want.Pos.File, Line: want.Pos.Line, Case: c.Name, Indicator: want.ID, Want: want.Want}
		if err != nil {
			m.Why = err.Error()
			out = append(out, m)
			continue
		}
		got, judged, _ := find(a, want.ID)
		if got == want.Want {
			continue
		}
		m.Got = got
		if judged != nil {
			m.Why = why(judged)
		}
		out = append(out, m)
	}
	return out
}

func why(j *assess.Judgement) string {
	return fmt.Sprintf("số liệu: %s; yêu cầu: %s; %s, %s", cmp.Or(j.Result(), "chưa có"), j.Threshold.Text(),
		j.Threshold.Basis.Decision, j.Threshold.Basis.Status.Title())
}

// Result is what came of all the cases of a folder.
type Result struct {
	Files    int        `json:"files"`
	Cases    int        `json:"cases"`
	Outcomes int        `json:"outcomes"` // that were compared
	Failures []Mismatch `json:"failures"`
}

// Add adds what came of another folder.
func (r *Result) Add(other Result) {
	r.Files, r.Cases, r.Outcomes = r.Files+other.Files, r.Cases+other.Cases, r.Outcomes+other.Outcomes
	r.Failures = append(r.Failures, other.Failures...)
}

// RunAll reads and runs every document of cases in fsys and the folders below;
// shown stands before their names in messages. The error is a problem.List of
// what could not be read as cases; failed cases are no error.
func RunAll(lib *criteria.Library, fsys fs.FS, shown string) (Result, error) {
	out := Result{Failures: []Mismatch{}}
	var problems problem.List
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" && path.Ext(name) != ".yml" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil || packs.SchemaOf(data) != Schema {
			return err
		}
		list, err := Read(filepath.Join(shown, filepath.FromSlash(name)), data, lib)
		if err != nil {
			problems = append(problems, problem.Of(err)...)
			return nil
		}
		out.Files++
		for _, c := range list {
			out.Cases++
			out.Outcomes += len(c.Expect)
			out.Failures = append(out.Failures, run(lib, c)...)
		}
		return nil
	})
	if err != nil {
		problems.Add(problem.Problem{File: shown, Message: "không đọc được thư mục bộ tiêu chí"})
	}
	return out, problems.Err()
}
