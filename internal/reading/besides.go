package reading

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
)

// besides tells of what stands in a decision and is not put into the workbook of one of its tables: the tables of
// other levels, those of villages, districts and provinces, and the national column beside the regions' own.
func besides(d *decision.Decision, a *decision.Annex) []string {
	var out []string
	say := func(format string, args ...any) {
		if text := fmt.Sprintf(format, args...); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for _, other := range d.Annexes {
		switch {
		case other == a:
		case other.Of != "" && other.Of != "xã":
			say("tệp này còn có bảng tiêu chí của %s: chương trình không có bộ tiêu chí ấy, nên không đọc", other.Of)
		case other.Of == "xã" && other.Level != "" && other.Level != a.Level:
			say("tệp này còn có bảng của xã %s: lần này không đọc bảng ấy", criteria.Level(other.Level).Title())
		}
	}
	if slices.ContainsFunc(a.Rows, hasNational) {
		say("cột chỉ tiêu chung của cả nước không vào bảng đối chiếu: mỗi xã xét theo cột của vùng mình")
	}
	return out
}

// hasNational tells whether a row has a column for the whole nation beside those of the regions.
func hasNational(row *decision.Row) bool {
	of := func(kind decision.Kind) bool {
		return slices.ContainsFunc(row.Cells, func(c *decision.Cell) bool { return c.Column.Kind == kind })
	}
	return of(decision.Region) && (of(decision.All) || of(decision.Year))
}
