package departments

import (
	"context"
	"fmt"

	"ntm/criteria/division"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Split are the plans of the departments' forms: of those that are asked anything.
func Split(plan *layout.Plan) []*layout.Plan {
	return list.Where(list.Map(division.Departments(), plan.Part), func(part *layout.Plan) bool {
		return !part.IsEmpty() || part.Department == division.CoordinatingDepartment()
	})
}

// FileName is the name of a form that begins so: the id of a department for that of its part.
func FileName(prefix string, plan *layout.Plan) string {
	if plan.Place == nil {
		return fmt.Sprintf("%s-%d.xlsx", prefix, plan.Year)
	}
	return fmt.Sprintf("%s-%s-%d.xlsx", prefix, plan.Place.Code, plan.Year)
}

// Open reads the form that is to be split, filled in as far as it is.
func (g *Gathering) Open(ctx context.Context) (*Gathered, error) {
	out, err := g.Gather(ctx)
	if err == nil && len(out.Twice) > 0 {
		return nil, problem.List{{File: g.Files[0], Message: fmt.Sprintf("%q có hai câu trả lời khác nhau",
			out.Twice[0].Name),
			Hint: "giữ một, xóa một, rồi tách lại"}}
	}
	return out, err
}

// Part is what a form says already of what a department answers for. Evidence goes with
// whoever cites it; what nobody cites the office has.
func (out *Gathered) Part(part *layout.Plan) *layout.Answers {
	a := layout.NewAnswers()
	mine, others := map[string]bool{}, map[string]bool{}
	isOffice := part.Department == division.CoordinatingDepartment()
	cite := func(t *layout.Table, key, column string, value any, is bool) {
		if t.KindOf(key, column) != layout.Cites {
			return
		}
		for _, code := range form.Codes(value) {
			code = vi.FoldTone(code)
			mine[code], others[code] = mine[code] || is, true
		}
	}
	for _, t := range layout.Tables {
		if t.Fixed() {
			for key, cells := range out.Answers.Fixed[t.Sheet] {
				is := part.Has(t.Sheet)
				switch t {
				case &layout.FigureTable:
					is = part.Find(key) != nil
				case &layout.RemarkTable:
					is = part.Remarks(key)
				case &layout.PlaceAnswers:
					is = isOffice || layout.Says(key)
				}
				for column, value := range cells {
					if is {
						a.Set(t.Sheet, key, column, value)
					}
					if t.At(column) >= 0 {
						cite(t, key, column, value, is)
					}
				}
			}
			continue
		}
		first := t.Columns[0].ID
		if t == &layout.EvidenceTable {
			continue
		}
		for _, row := range out.Answers.Rows[first] {
			if part.Has(t.Sheet) {
				a.Rows[first] = append(a.Rows[first], row)
			}
			for column, value := range row {
				cite(t, "", column, value, part.Has(t.Sheet))
			}
		}
	}
	for _, row := range out.Answers.Rows["ntm:code"] {
		code := vi.FoldTone(plain(row["ntm:code"]))
		if mine[code] || isOffice && !others[code] {
			a.Rows["ntm:code"] = append(a.Rows["ntm:code"], row)
		}
	}
	return a
}
