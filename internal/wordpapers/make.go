package wordpapers

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/docx"
	"ntm/internal/evidence"
	"ntm/internal/papers"
	"ntm/internal/picture"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Blank stands where something is not known.
const Blank = docx.Blank

// Options are what papers are made with besides their assessment. At, Dated, Files and Photos
// are those of the dossier, whose number the papers name.
type Options struct {
	At        time.Time
	Dated     bool
	Files     []evidence.File
	Photos    []picture.Photo
	Templates Templates // an office's own
	Opinions  []docket.Opinion
	Sitting   *Sitting // nil before the council has voted
}

// Sitting is what a council said of the commune.
type Sitting struct {
	papers.Minutes
	Key        string             // of the commune among the cases
	Conclusion *docket.Conclusion // of the chairman; nil for none
}

// Templates are an office's own, by the id of the kind.
type Templates map[string]*docx.Template

// Paper is a paper that was made.
type Paper struct {
	File  string `json:"file"` // its name
	Kind  Kind   `json:"kind"`
	Title string `json:"title"`
	Data  []byte `json:"-"`
}

// Withheld is a paper that was not made, and why.
type Withheld struct {
	Kind Kind   `json:"kind"`
	Why  string `json:"why"`
}

// Make makes the papers of an assessment: the commune's, one of each field for those who
// examine it, and where the council has voted the council's.
func Make(a *assess.Assessment, o Options) (made []Paper, withheld []Withheld, err error) {
	v, err := begin(a, o)
	if err != nil {
		return nil, nil, err
	}
	for _, k := range append(slices.Clone(Kinds), o.Templates.more()...) {
		switch {
		case k.Side == OfDepartment:
			parts, err := v.departments(k)
			if err != nil {
				return nil, nil, err
			}
			made = append(made, parts...)
			continue
		case k.Side == OfCouncil && o.Sitting == nil:
			continue
		case k.Proposes:
			if why := v.refuses(); why != "" {
				withheld = append(withheld, Withheld{k, why})
				continue
			}
		}
		p, err := v.paper(k, k.ID, k.Title)
		if err != nil {
			return nil, nil, err
		}
		made = append(made, p)
	}
	return made, withheld, nil
}

// MakeSummary makes the page for the chairman.
func MakeSummary(a *assess.Assessment, o Options) (Paper, error) {
	v, err := begin(a, o)
	if err != nil {
		return Paper{}, err
	}
	return v.paper(Summary, Summary.ID, Summary.Title)
}

func begin(a *assess.Assessment, o Options) (*values, error) {
	switch {
	case len(a.Levels) == 0:
		return nil, problem.Problem{Message: "không có mức nào được đánh giá nên không có gì để lập văn bản",
			Hint: "chọn ít nhất một mức: ntm, nang-cao, kieu-mau"}
	case a.Report == nil || a.Set == nil: // as when it was read back from its JSON
		return nil, problem.Problem{Message: "đánh giá không kèm báo cáo của xã nên không lập được văn bản",
			Hint: "đánh giá lại từ tệp báo cáo"}
	}
	v, err := newValues(a, o)
	if err == nil && o.Sitting != nil {
		v.sitting(o.Sitting)
	}
	if err == nil {
		tied(v.Values)
	}
	return v, err
}

// tied keeps a number and its signs on one line.
func tied(v *docx.Values) {
	for name, words := range v.Words {
		if bound := vi.Unbroken(words); bound != words {
			v.Words[name] = bound
		}
	}
	for _, items := range v.Lists {
		for _, item := range items {
			tied(item)
		}
	}
}

// paper fills a kind's template. Whatever an office's own template says, a draft is marked
// as one and the dossier is named.
func (v *values) paper(k Kind, id, title string) (Paper, error) {
	t, around := v.o.Templates[k.ID], docx.Around{}
	if t == nil {
		var err error
		if t, err = k.own(); err != nil {
			return Paper{}, err
		}
	} else {
		if v.a.Draft && !t.Uses("dự thảo") {
			around.Before = []string{v.Words["dự thảo"] + ": " + v.Words["lý do dự thảo"]}
		}
		if !t.Uses("mã hồ sơ") {
			around.After = []string{"Mã hồ sơ: " + v.Words["mã hồ sơ"]}
		}
	}
	var out bytes.Buffer
	if err := t.Fill(&out, v.Values, around); err != nil {
		return Paper{}, fmt.Errorf("%s: %w", title, err)
	}
	return Paper{id + ".docx", k, title, out.Bytes()}, nil
}
