package departments

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
)

// fits refuses answers to what the whole form does not ask.
func (out *Gathered) fits() error {
	var wrong problem.List
	for _, r := range out.returned {
		for i := range r.Records {
			rec := &r.Records[i]
			why := ""
			switch {
			case rec.Table == &layout.FigureTable:
				a := out.Plan.Find(rec.Key)
				_, numerator := rec.Cells["ntm:numerator"]
				_, denominator := rec.Cells["ntm:denominator"]
				if a == nil {
					why = "số liệu này"
				} else if a.Numerator == "" && (numerator || denominator) {
					why = "tử số, mẫu số của số liệu này"
				}
			case slices.Contains(criteria.Traits, criteria.Trait(rec.Key)):
				if !slices.ContainsFunc(out.Plan.Uses,
					func(u criteria.TraitUse) bool { return string(u.Trait) == rec.Key }) {
					why = "đặc điểm này"
				}
			case (rec.Table.Sheet == layout.SmartSheet || rec.Table.Sheet == layout.FieldSheet) &&
				!out.Plan.Asks(criteria.KieuMau):
				why = "nội dung này"
			}
			if why != "" {
				wrong.Add(rec.At.Problem(fmt.Sprintf("phiếu trả lời %q, nhưng biểu mẫu của xã năm %d, đến mức xã "+
					"%s, không hỏi %s",
					nameOf(out.Plan, rec), out.Plan.Year, out.Plan.Up.Title(), why),
					"xóa ô này, hoặc gộp bằng phiếu tách ra từ cùng một biểu mẫu"))
			}
		}
	}
	return wrong.Err()
}

func nameOf(plan *layout.Plan, rec *form.Record) string {
	if a := plan.Find(rec.Key); a != nil && rec.Table == &layout.FigureTable {
		return a.Name
	}
	for _, q := range rec.Table.Questions {
		if q.Key == rec.Key {
			return q.Label
		}
	}
	if rec.Key != "" {
		return rec.Key
	}
	return strings.TrimSpace(rec.Cells[rec.Table.Columns[0].ID].Said)
}
