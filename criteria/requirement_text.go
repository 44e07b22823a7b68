package criteria

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// String is the requirement as the table of criteria prints it: "≥ 80 %",
// "Đạt", "UBND cấp tỉnh quy định cụ thể (chưa có mức)".
func (r *Requirement) String() string {
	switch r.Op {
	case DeclaredMet:
		return cmp.Or(r.Text, "Đạt")
	case NotAsked:
		return "Không áp dụng"
	case ProvinceSets:
		return "UBND cấp tỉnh quy định cụ thể (chưa có mức)"
	case AllOf, AnyOf, SomeOfParts:
		if r.Text != "" {
			return r.Text
		}
		parts := each(r.Parts, func(part *Requirement) string {
			if part.Figure != nil {
				return part.Figure.Name + ": " + part.String()
			}
			return part.String()
		})
		switch r.Op {
		case AnyOf:
			return strings.Join(parts, " hoặc ")
		case SomeOfParts:
			return fmt.Sprintf("ít nhất %d trong: %s", r.Need, strings.Join(parts, "; "))
		}
		return strings.Join(parts, "; ")
	}
	if !r.Known {
		return "Chưa có ngưỡng"
	}
	if r.Text != "" && r.Value.IsZero() {
		return r.Text
	}
	if r.Op == AtLeast && (r.Figure.Unit == Grade || r.Figure.Unit == "mức độ") {
		return r.Figure.Show(r.Value) + " trở lên"
	}
	return strings.TrimLeft(r.Sign()+" "+r.Figure.Show(r.Value), " ")
}

// Sign is what stands before the requirement's number: "≥", "≤", "=". All there is of
// something needs none: nothing is above 100 %.
func (r *Requirement) Sign() string {
	if r.Op != AtMost && r.Figure.Unit == Percent && r.Figure.AtMostAll() && r.Value.Equal(decimal.NewFromInt(100)) {
		return ""
	}
	return r.Op.Sign()
}

// AtMostAll tells whether the figure is a share of a whole, which is at most 100 %: all
// in per cent are but those that the dictionary expects above it.
func (f *Figure) AtMostAll() bool {
	return f.Plausible == nil || !f.Plausible.To.GreaterThan(decimal.NewFromInt(100))
}

// Show writes a value of the figure with its unit: "1,53 %", "75 %", "Khá".
func (f *Figure) Show(v decimal.Decimal) string {
	v = Written(v)
	switch f.Unit {
	case Grade:
		if i := v.IntPart(); v.IsInteger() && i >= 0 && int(i) < len(Grades) {
			return Grades[i]
		}
	case "mức độ":
		return "mức độ " + vi.Number(v)
	}
	return vi.Number(v) + " " + string(f.Unit)
}
