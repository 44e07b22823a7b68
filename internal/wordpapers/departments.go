package wordpapers

import (
	"cmp"
	"fmt"
	"maps"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/assess"
	"ntm/internal/docx"
	"ntm/internal/vi"
)

// departments are the papers of those who examine the dossier, one for each field of work
// that some indicator is of.
func (v *values) departments(k Kind) ([]Paper, error) {
	var out []Paper
	for _, d := range division.Departments() {
		field := v.of(d)
		if field == nil {
			continue
		}
		p, err := field.paper(k, k.ID+"-"+d.ID, k.Title+": "+d.Name)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// isOf tells whether an indicator is of a field: by the first figure that it asks for.
func (v *values) isOf(j *assess.Judgement, d *division.Department) bool {
	var first *criteria.Figure
	j.Threshold.Leaves(func(r *criteria.Requirement) {
		first = cmp.Or(first, r.Figure)
	})
	if first == nil {
		return false
	}
	of, known := v.fields[first.ConfirmedBy]
	if !known {
		of = division.DepartmentOfBranch(first.ConfirmedBy).ID
		v.fields[first.ConfirmedBy] = of
	}
	return of == d.ID
}

// of is the values of which only the indicators of a field are listed, nil where there are
// none.
func (v *values) of(d *division.Department) *values {
	out := &values{&docx.Values{Words: maps.Clone(v.Words), Lists: maps.Clone(v.Lists)}, v.a, v.o, v.remarked, v.fields}
	out.Lists["mức"] = nil
	all, n := outcomes{}, 0
	of := map[string]bool{}
	for i := range v.a.Levels {
		level := v.Lists["mức"][i]
		var kept []*docx.Values
		for k, c := range v.a.Levels[i].Criteria {
			criterion := level.Lists["tiêu chí"][k]
			var some []*docx.Values
			for x := range c.Indicators {
				ind := &c.Indicators[x]
				if !v.isOf(&ind.Judgement, d) {
					continue
				}
				n++
				of[ind.No] = true
				all[ind.Outcome] = append(all[ind.Outcome], ind.No)
				some = append(some, criterion.Lists["chỉ tiêu"][x])
			}
			if some != nil {
				kept = append(kept, only(criterion, "chỉ tiêu", some))
			}
		}
		if kept != nil {
			out.Lists["mức"] = append(out.Lists["mức"], only(level, "tiêu chí", kept))
		}
	}
	if n == 0 {
		return nil
	}
	out.Set("lĩnh vực", vi.Lower(d.Name), "số chỉ tiêu lĩnh vực", fmt.Sprint(n), "kết quả lĩnh vực", all.counted())
	for _, o := range v.o.Opinions {
		if of[o.On] {
			out.Add("ý kiến").Set("số", o.On, "kết quả", o.Result, "nội dung", vi.Join("; ", o.Text, o.Department))
		}
	}
	return out
}

// only is an item with some of one of its lists.
func only(item *docx.Values, list string, some []*docx.Values) *docx.Values {
	return &docx.Values{Words: item.Words, Lists: map[string][]*docx.Values{list: some}}
}
