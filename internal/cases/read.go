package cases

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// Read reads the cases of one document, named file in messages, and holds them
// against the packs they are about: a figure nobody knows or an indicator that
// is not of the case's year is an error. The error is a problem.List with
// everything that is wrong in the file.
func Read(file string, data []byte, lib *criteria.Library) ([]Case, error) {
	var doc document
	if err := yamldoc.Decode(file, data, &doc); err != nil {
		return nil, err
	}
	var problems problem.List
	for i := range doc.Cases {
		problems = append(problems, doc.Cases[i].check(lib)...)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return doc.Cases, nil
}

func (c *Case) check(lib *criteria.Library) problem.List {
	if err := c.report().Check(lib); err != nil {
		return problem.Of(err)
	}
	a, err := c.assess(lib)
	if err != nil {
		p := problem.Of(err)[0]
		return problem.List{c.Commune.Pos.Problem(p.Message, p.Hint)}
	}
	var problems problem.List
	for _, want := range c.Expect {
		if _, _, ok := find(a, want.ID); !ok {
			problems.Add(want.Pos.Problem(fmt.Sprintf("năm %d không có %q để xét", c.Year, want.ID), hint(a, want.ID)))
		}
	}
	return problems
}

// hint names what may have been meant by an id.
func hint(a *assess.Assessment, id string) string {
	var ids []string
	for i := range a.Levels {
		l := &a.Levels[i]
		ids = append(ids, string(l.Level))
		for x := range l.Judged() {
			ids = append(ids, x.ID)
		}
	}
	if near, ok := vi.Nearest(id, ids); ok {
		return fmt.Sprintf("có phải ý là %q?", near)
	}
	return "viết mức/số, ví dụ nang-cao/10; mức/điều kiện, ví dụ ntm/satisfaction; hoặc cả mức, ví dụ ntm"
}
