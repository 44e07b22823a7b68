package commune

import (
	"encoding/json"
	"slices"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// A Report is made of bytes in here and nowhere else, so that what is a Report can
// be judged: each figure has one value, of the kind that its unit asks for, and
// every count that divides is more than zero.

// Read reads the report at path, a document in YAML or JSON. The notes tell how words
// that can be read in two ways were read; the error is a problem.List with everything
// that is wrong.
func Read(path string, lib *criteria.Library) (*Report, problem.List, error) {
	r := new(Report)
	if err := yamldoc.Read(path, r); err != nil {
		return nil, nil, err
	}
	notes, wrong := r.words(lib)
	wrong = append(wrong, r.Shares(lib)...)
	if err := r.Valid(lib); err != nil {
		return nil, nil, append(problem.Of(err), wrong...).ByCause().Err()
	}
	if err := wrong.ByCause().Err(); err != nil {
		return nil, nil, err
	}
	return r, notes, nil
}

// DecodeKept reads a report that a store or a dossier's seal kept. Whoever handed
// it over may have forged it. It was checked when it was taken in, perhaps by an
// earlier program and another dictionary, so no more is asked than that it can be
// judged by the given figures; one that is not among them is judged by nothing.
func DecodeKept(file string, data []byte, figures map[string]*criteria.Figure) (*Report, error) {
	r := new(Report)
	if err := yamldoc.Decode(file, data, r); err != nil {
		return nil, err
	}
	c := checker{report: r, seen: map[string]yamldoc.Pos{}}
	for _, f := range r.fromSections() {
		c.seen[f.ID] = f.Pos.Or(r.Pos)
		c.counts(f)
	}
	for i := range r.Figures {
		c.once(&r.Figures[i])
		c.shape(&r.Figures[i], figures[r.Figures[i].ID])
		c.counts(&r.Figures[i])
		c.earlier(&r.Figures[i], figures[r.Figures[i].ID])
		if a, is := r.Figures[i].Measure.(Amount); is {
			c.unread(&a)
		}
	}
	for i := range r.Capital {
		c.unread(r.Capital[i].Value)
		c.unread(r.Capital[i].Quantity)
	}
	for _, a := range r.Arrears {
		c.unread(a.Owed)
	}
	c.told()
	if err := problem.In(file, c.problems.Err()); err != nil {
		return nil, err
	}
	return r, nil
}

// KeptTitles is the titles that a kept report names, and no more of it: for who goes
// through thousands. Bytes that are no report name none.
func KeptTitles(data []byte) []Recognition {
	var doc struct{ Recognitions []Recognition }
	if json.Unmarshal(data, &doc) != nil {
		return nil
	}
	return doc.Recognitions
}

// Valid holds a report against the dictionary and the list of places. The error is
// a problem.List.
func (r *Report) Valid(lib *criteria.Library) error {
	var problems problem.List
	if err := r.Check(lib); err != nil {
		problems = problem.Of(err)
	}
	if _, err := r.Place(); err != nil && !slices.ContainsFunc(problems,
		func(p problem.Problem) bool { return p.Pos() == r.Commune.Pos }) {
		problems = append(problems, problem.Of(err)...)
	}
	return problems.Err()
}
