package merger

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
)

// Guidance is the document whose rule StartingLevel applies.
const Guidance = "267/BNN-VPĐP ngày 09/01/2024"

// Held is a part and the title it held when it was merged.
type Held struct {
	Part
	Level criteria.Level `json:"level"` // "" for none
	Known bool           `json:"known"` // that Level is so; else nobody has said
}

// Start is where a merged commune begins.
type Start struct {
	Levels *Levels `json:"levels"` // nil while undetermined
	Words  string  `json:"words"`  // the rule, or what keeps it from being applied, for the reader
	Source string  `json:"source"`
}

// Levels is the level a merged commune holds and the one it works toward, each
// with how surely the guidance is known to say so.
type Levels struct {
	Held        criteria.Level  `json:"held"` // "" for none
	HeldBasis   criteria.Status `json:"held_basis"`
	Toward      criteria.Level  `json:"toward"` // "" where no level is above
	TowardBasis criteria.Status `json:"toward_basis"`
}

// StartingLevel applies the guidance to the parts, whose order does not matter.
// It speaks of two or more whole xã: fewer, a title that is not known or a thị
// trấn or phường leave the start undetermined, and with a part that was taken
// partly the bases are doubtful.
func StartingLevel(parts []Held) Start {
	start := Start{Source: Guidance}
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b Held) int { return byCode(a.Part, b.Part) })
	if start.Words = undetermined(parts); start.Words != "" {
		return start
	}
	levels, words := rule(parts)
	if partly := named(parts, func(h Held) bool { return h.Partly }); partly != "" {
		levels.HeldBasis = levels.HeldBasis.Weaker(criteria.Doubtful)
		levels.TowardBasis = levels.TowardBasis.Weaker(criteria.Doubtful)
		words += fmt.Sprintf(" Lưu ý: %s có thể chỉ nhập một phần, còn hướng dẫn nói về việc sáp nhập cả xã; cần "+
			"hỏi cơ quan điều phối nông thôn mới của tỉnh.", partly)
	}
	start.Levels, start.Words = &levels, words
	return start
}

// ladder is the levels that the guidance speaks of.
var ladder = []criteria.Level{criteria.NTM, criteria.NangCao, criteria.KieuMau}

// undetermined tells all that keeps the rule from being applied, "" for nothing.
func undetermined(parts []Held) string {
	var reasons []string
	if len(parts) < 2 {
		reasons = append(reasons, "Hướng dẫn nói về xã hợp thành từ hai xã trở lên.")
	}
	if urban := named(parts, func(h Held) bool { return h.Urban }); urban != "" {
		reasons = append(reasons, fmt.Sprintf("Chưa rõ hướng dẫn tính thế nào với đơn vị không phải là xã: %s.", urban))
	}
	if unknown := named(parts, func(h Held) bool { return !h.Known && !h.Urban }); unknown != "" {
		reasons = append(reasons, fmt.Sprintf("Chưa biết danh hiệu của %s.", unknown))
	}
	if own := named(parts, func(h Held) bool { return !slices.Contains(ladder, h.Level) && h.Level != "" }); own != "" {
		reasons = append(reasons, fmt.Sprintf("Hướng dẫn chưa nói về mức xã nông thôn mới hiện đại: %s.", own))
	}
	if len(reasons) > 0 {
		reasons = append([]string{"Chưa xác định được mức khởi đầu."}, reasons...)
	}
	return strings.Join(reasons, " ")
}

// named joins the names of the parts of that kind.
func named(parts []Held, kind func(Held) bool) string {
	var names []string
	for i, name := range short(parts) {
		if kind(parts[i]) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "; ")
}

// rule is the guidance as far as it is known. Its cases are seen; that a commune
// works toward the level just above its lowest part is the sum of them from
// memory.
func rule(parts []Held) (Levels, string) {
	rank := func(h Held) int { return slices.Index(ladder, h.Level) } // -1 for none
	lowest, highest := rank(parts[0]), rank(parts[0])
	for _, h := range parts {
		lowest, highest = min(lowest, rank(h)), max(highest, rank(h))
	}
	out := Levels{HeldBasis: criteria.Seen, TowardBasis: criteria.Recalled}
	if lowest >= 0 {
		out.Held = ladder[lowest]
	}
	if lowest+1 < len(ladder) {
		out.Toward = ladder[lowest+1]
	}
	remembered := fmt.Sprintf(" Mức hướng tới là %s, liền trên mức thấp nhất của các xã hợp thành (%s).",
		out.Toward.Title(), criteria.Recalled.Title())
	switch {
	case highest < 0:
		out.HeldBasis = criteria.Recalled
		return out, "Các xã hợp thành đều chưa được công nhận: xã mới xây dựng nông thôn mới (" +
			criteria.Recalled.Title() + ")."
	case lowest < 0:
		out.TowardBasis = criteria.Seen
		return out, fmt.Sprintf("Có xã đã đạt chuẩn (%s), có xã chưa đạt chuẩn nông thôn mới (%s): xã mới xây "+
			"dựng nông thôn mới.",
			named(parts, func(h Held) bool { return h.Level != "" }),
			named(parts, func(h Held) bool { return h.Level == "" }))
	case lowest == highest && out.Toward == "":
		out.TowardBasis = criteria.Seen
		return out, fmt.Sprintf("Các xã hợp thành đều đã đạt chuẩn %s: tỉnh công nhận lại cho xã mới. Không còn "+
			"mức nào cao hơn.", out.Held.Title())
	case lowest == highest:
		return out, fmt.Sprintf("Các xã hợp thành đều đã đạt chuẩn %s: tỉnh công nhận lại cho xã mới.",
			out.Held.Title()) + remembered
	}
	// All are recognised, so the province re-issues; that it is at the lowest
	// level follows only from what the commune works toward.
	out.HeldBasis = criteria.Recalled
	reissued := fmt.Sprintf("Các xã hợp thành đều đã được công nhận, ở các mức khác nhau: tỉnh công nhận lại cho "+
		"xã mới, ở mức thấp nhất là %s (%s).", out.Held.Title(), criteria.Recalled.Title())
	if between := slices.ContainsFunc(parts,
		func(h Held) bool { return h.Level == criteria.NangCao }); lowest == 0 && highest == 2 && !between {
		out.TowardBasis = criteria.Seen
		return out, reissued + " Có xã kiểu mẫu và xã đạt chuẩn nông thôn mới: xã mới xây dựng nông thôn mới nâng cao."
	}
	return out, reissued + remembered
}
