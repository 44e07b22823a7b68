package collation

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/vi"
)

// Words is a threshold as the workbook shows it.
func Words(ask *criteria.Ask, r *criteria.Requirement, year int) string {
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

// NotApplied is said of a column of whose communes nothing is asked.
const NotApplied = "Không áp dụng"

// Way is how a threshold is judged, in a word.
func Way(op criteria.Op) string {
	switch op {
	case criteria.DeclaredMet:
		return "Đạt"
	case criteria.ProvinceSets:
		return "UBND tỉnh quy định"
	}
	return op.Sign()
}
