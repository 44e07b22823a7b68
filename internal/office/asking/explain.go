package asking

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/office"
	"ntm/internal/problem"
)

// Explanation is one judgement with the names of where it stands.
type Explanation struct {
	ID        string            `json:"id"`
	Level     criteria.Level    `json:"level"`
	Criterion string            `json:"criterion,omitempty"`
	Name      string            `json:"name"`
	Year      int               `json:"year"`
	Note      string            `json:"note"`
	Judgement *assess.Judgement `json:"judgement"`
	// NationOnly says why the office's own packs were not judged by.
	NationOnly string `json:"nation_only,omitempty"`
}

// Explain finds the indicators and conditions of an assessment that a text names, at a level
// or at all for "": by level and number, by the number alone, or by words. Of several there
// is one at each level at most; where more are meant, the error names them.
func Explain(a *assess.Assessment, level criteria.Level, text string) ([]*Explanation, error) {
	found, _ := judgedAs(a, level, text)
	if len(found) == 0 {
		hint := "viết số của chỉ tiêu: 10, \"nâng cao 17.1\"; hoặc vài chữ của tên: \"thu nhập\", \"nợ đọng\", " +
			"\"hài lòng\", \"an ninh\""
		for _, l := range office.LacksOf(a) {
			if l.Missing() > 0 {
				hint = l.String() + "; " + l.Remedy()
			}
		}
		return nil, problem.WrongUse{
			Message: fmt.Sprintf("không có chỉ tiêu %q trong các bộ tiêu chí năm %d", text, a.Year), Hint: hint}
	}
	var out []*Explanation
	for _, x := range found {
		e := explanation(a, x)
		if len(out) > 0 && out[len(out)-1].Level == e.Level {
			return nil, Ambiguous(text, found)
		}
		out = append(out, e)
	}
	return out, nil
}

// Ambiguous says that a text may mean several indicators, and which.
func Ambiguous[T interface{ Called() string }](text string, found []T) error {
	return problem.WrongUse{Message: fmt.Sprintf("%q có thể là %d chỉ tiêu: %s", text, len(found),
		someOf(found, func(x T) string { return x.Called() })), Hint: "ghi mức/số của một chỉ tiêu, ví dụ " +
		strings.SplitN(found[0].Called(), " ", 2)[0]}
}

// Called is what an explanation is of: "ntm/10 (Thu nhập)".
func (e *Explanation) Called() string { return fmt.Sprintf("%s (%s)", e.ID, e.Name) }

func explanation(a *assess.Assessment, x assess.Judged) *Explanation {
	level, _, _ := strings.Cut(x.ID, "/")
	out := &Explanation{ID: x.ID, Level: criteria.Level(level), Criterion: "Điều kiện công nhận", Name: x.Name,
		Year: a.Year, Note: x.Note, Judgement: x.Judgement, NationOnly: a.Criteria.NationOnly}
	if _, c, _, ok := a.Indicator(out.Level, x.No); ok && !x.Condition {
		out.Criterion = fmt.Sprintf("Tiêu chí %s. %s", c.No, c.Name)
	}
	return out
}
