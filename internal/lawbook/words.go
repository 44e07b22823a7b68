package lawbook

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/vi"
)

// words is a threshold as the workbook shows it.
func words(ask *criteria.Ask, r *criteria.Requirement, year int) string {
	if rel := ask.Relative; rel != nil {
		return fmt.Sprintf("%s %s × mức của chỉ tiêu %s", rel.Op.Sign(), vi.Number(r.Value), rel.To)
	}
	if s := ask.Table(); s != nil && !r.Known {
		if v, ok := s.At(year, criteria.National); ok && r.Figure != nil {
			return fmt.Sprintf("Chưa có ngưỡng (cột chỉ tiêu chung: %s)", r.Figure.Show(v))
		}
	}
	return r.String()
}

// notApplied is said of a column of whose communes nothing is asked.
const notApplied = "Không áp dụng"

// way is how a threshold is judged, in a word.
func way(op criteria.Op) string {
	switch op {
	case criteria.DeclaredMet:
		return "Đạt"
	case criteria.ProvinceSets:
		return "UBND tỉnh quy định"
	}
	return op.Sign()
}
