package office

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Completed is a step's body with what the dossier tells: the level of a decision, the
// assessment that grounds are given for.
func Completed(body any, kind docket.Kind, c *docket.Commune, d *docket.Dossier) any {
	under := ""
	if d.Assessment != nil {
		under = d.Assessment.Result
	}
	grounded := func(g *docket.Grounds) {
		if g.Reason != "" {
			g.For = under
		}
	}
	switch b := body.(type) {
	case docket.SubmittedBody:
		grounded(&b.Grounds)
		return b
	case docket.NoteBody:
		grounded(&b.Grounds)
		return b
	case docket.BatchBody:
		grounded(&b.Grounds)
		return b
	case docket.Decision:
		if b.Level == "" {
			if b.Level = d.Level; kind == docket.Revoked {
				b.Level = c.Held()
			}
		}
		if kind != docket.Recognised {
			b.Grounds = docket.Grounds{} // its note says why
		}
		grounded(&b.Grounds)
		return b
	}
	return body
}

// ReasonsOf reads reasons typed as "10.1: thiếu xác nhận".
func ReasonsOf(typed []string) []docket.Reason {
	var out []docket.Reason
	for _, text := range typed {
		r := docket.Reason{Text: strings.TrimSpace(vi.NFC(text))}
		if on, rest, ok := strings.Cut(r.Text, ":"); ok && strings.Trim(on, "0123456789.") == "" && on != "" {
			r.On, r.Text = on, strings.TrimSpace(rest)
		}
		out = append(out, r)
	}
	return out
}

// UnderAppraisal refuses a paper that was made of another report, or judged by other
// requirements, than the dossier that is being appraised.
func UnderAppraisal(file string, check *dossier.Check, d *docket.Dossier) error {
	var other []string
	if a := d.Assessment; a == nil {
		other = append(other, "hồ sơ trong kho chưa được đánh giá")
	} else {
		if a.Report != check.Report {
			other = append(other, "báo cáo là bản khác")
		}
		if a.Digest != check.Criteria.Digest {
			other = append(other, "bộ ngưỡng là bộ khác")
		}
	}
	if len(other) == 0 {
		return nil
	}
	return problem.List{{
		File: file, Message: fmt.Sprintf("ý kiến ghi trên hồ sơ không phải hồ sơ đang thẩm định của %s năm %d: %s", d.Place.Title, d.Year, strings.Join(other, "; ")),
		Hint: fmt.Sprintf("lập hồ sơ từ kho (ntm dossier %s --year %d -o ho-so.xlsx) và xin ý kiến trên hồ sơ ấy", d.Code, d.Year),
	}}
}

// OpinionsOf are the opinions on the level's table: the words of the result
// column are the result, those beside it the remark.
func OpinionsOf(check *dossier.Check, level criteria.Level, department string) (bodies []any, unsigned []string) {
	at := map[string]int{}
	for _, op := range check.Opinions {
		of, on, _ := strings.Cut(op.Path, "/")
		if of != string(level) {
			continue
		}
		by := department
		if by == "" {
			by = op.By
		}
		if by == "" {
			unsigned = append(unsigned, on)
			continue
		}
		key := by + "\x00" + on
		if i, known := at[key]; known {
			first := bodies[i].(docket.Opinion)
			first.Text = strings.Join(vi.NonEmpty(first.Text, op.Words), "; ")
			bodies[i] = first
			continue
		}
		at[key] = len(bodies)
		bodies = append(bodies, docket.Opinion{Department: by, On: on, Result: op.Words, Day: op.On, From: check.Fingerprint})
	}
	return bodies, unsigned
}
