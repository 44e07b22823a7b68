package label

import "ntm/internal/pattern"

// What an article or a note asks of some communes otherwise than the table does: "Các xã khu vực III
// được giảm 10% so với mức trên". No cell holds it, so a person is told.
var (
	someXa = pattern.New(`\b(?:dac biet kho khan|dbkk|khu vuc (?:i{1,3}|\d)|nhom (?:\d|i{1,3})|mien nui|hai dao|` +
		`xa dao|bai ngang|an toan khu|atk|bien gioi|dan toc thieu so|vung cao|ven bien)\b`)
	otherwise = pattern.New(`\b(?:giam|tang|bang|thap hon|cao hon|it hon|nhieu hon|chi can)\b[^.;]{0,60}\d|` +
		`\b(?:duoc )?(?:mien|khong xet|khong danh gia|khong yeu cau|khong ap dung)\b|` +
		`\bap dung (?:theo )?(?:muc|cot|chi tieu)\b`)
	// apartInName is the same among an indicator's own words.
	apartInName = pattern.New(`\brieng\b.{0,30}\b(?:xa|vung|khu vuc|nhom|thon|dia ban)\b`)
)

// AsksSomeOtherwise tells whether folded words ask some communes otherwise.
func AsksSomeOtherwise(folded string) bool {
	return someXa.MatchString(folded) && otherwise.MatchString(folded)
}

// NamesSomeApart tells whether an indicator's own folded words do.
func NamesSomeApart(folded string) bool { return apartInName.MatchString(folded) }
