package threshold

import "ntm/internal/pattern"

// cited is the paper that a cell goes by, behind what it asks: "Đạt (theo Thông tư số
// 12/2010/TT-BVHTTDL)". It asks for nothing of its own.
var cited = pattern.New(`(?i)[,;]?\s*\(?\s*(?:theo|thực hiện theo|quy định tại|căn cứ)\s+` +
	`(?:(?:quy định|hướng dẫn)\s+(?:tại|của|trong)\s+)?(?:(?:khoản|điểm|điều|mục|phụ lục)\s+[\p{L}\d]{1,4},?\s+)*` +
	`(?:quyết định|thông tư(?: liên tịch)?|nghị định|nghị quyết|quy chuẩn(?: kỹ thuật quốc gia)?|qcvn|tcvn|công văn|` +
	`hướng dẫn)\s+(?:số:?\s*)?\d[\p{L}\d/.:&-]*` +
	`(?:\s+ngày\s+\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?` +
	`(?:\s+của\s+(?:bộ|ubnd|ủy ban|thủ tướng|chính phủ)[\p{L} &-]{0,60})?\s*\)?\s*$`)

// turns are words that make of a citation a condition.
var turns = pattern.New(`(?i)(?:^|[\s(])(?:riêng|trừ|không|đối với|chưa|nếu|hoặc|khi|mức|loại)(?:\s|$)`)

// bracketed is what stands in brackets behind a word.
var bracketed = pattern.New(`^([^()]+?)\s*\(([^()]+)\)$`)

// withoutCited is a cell without the paper that it goes by, or the ministry in brackets behind
// a word that says it is met: "Đạt (theo quy định của Bộ Công Thương)".
func withoutCited(text string) string {
	if by := cited.FindString(text); by != "" && by != text && !turns.MatchString(by) {
		return text[:len(text)-len(by)]
	}
	if m := bracketed.FindStringSubmatch(text); m != nil {
		if r, is := readWhole(cursorOf(m[1])); is && r.Kind == Word && r.Word == "đạt" {
			if _, ruled := readMinistry(cursorOf(m[2])); ruled {
				return m[1]
			}
		}
	}
	return text
}
