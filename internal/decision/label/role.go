package label

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// Role is what a column of a table of criteria is.
type Role int

// The roles of columns.
const (
	NoRole     Role = iota
	Number          // TT
	Criterion       // tên tiêu chí
	Content         // nội dung tiêu chí
	EitherWay       // "Chỉ tiêu": the content in one decision, the threshold in another
	Value           // mức đạt
	UnitOf          // đơn vị tính
	Grouping        // the group that criteria belong to
	Irrelevant      // who is responsible, notes
	SignOf          // the comparison, apart from its numbers: "≥"
	OfSet           // of which set the row is: "Xã nông thôn mới nâng cao"
	Whom            // for which communes the row is: "Nhóm 1"
)

// roles are the headings, folded, without what stands in Brackets.
var roles = []struct {
	is    Role
	words *pattern.Regexp
}{
	{Number, pattern.New(`^((tt|stt|so tt|so thu tu)( (cua )?(tieu chi|chi tieu|tc|ct))?|(so )?(tc|ct)|ma so|ma|` +
		`so hieu|so|(so|ma)( hieu| so)? (chi tieu|tieu chi))$`)},
	{Whom, pattern.New(`^((cac )?(nhom|loai|loai hinh|phan loai|doi tuong|phan nhom|phan vung|khu vuc|vung) ` +
		`xa|doi tuong( ap dung)?|(pham vi )?ap dung( cho| doi voi)?|xa ap dung|phan nhom|phan vung|vung|` +
		`khu vuc|dia ban|vung, khu vuc|vung mien)$`)},
	{UnitOf, pattern.New(`^(don vi tinh|dvt|don vi)$`)},
	{Value, pattern.New(`^ket qua (phai|can|yeu cau|toi thieu)\b`)},
	{Irrelevant, pattern.New(`^((muc |muc dat |noi dung |chi tieu |quy dinh )?(cu|hien hanh|dang ap dung|` +
		`hien nay|truoc (day|khi|sua doi|dieu chinh).*)|(quy dinh|muc|muc dat|noi dung) (da )?(ban hanh )?` +
		`(tai|theo|o) (quyet dinh|phu luc).*|` +
		`ghi chu|noi nhan|ho va ten|chuc vu|thoi gian|tien do|diem|so diem|thang diem|` +
		`diem (chuan|toi da|so|danh gia)|(tu )?danh gia|tu cham diem|dat/khong dat|` +
		`can cu|ket qua.*|.*(phu trach|chu tri|co quan|so, nganh|so, ban|huong dan|tham dinh|chiu trach nhiem|` +
		`trung uong|don vi thuc hien|theo doi|don vi|minh chung|318).*)$`)},
	{Value, pattern.New(`^((nay |duoc )?(sua doi|sua|dieu chinh|thay)(, bo sung)? (thanh|nhu sau|la|bang)|` +
		`nay la|nay sua|nay (duoc )?(sua doi|dieu chinh)(, bo sung)?|(muc |muc dat |quy dinh |noi dung |chi tieu ` +
		`)?(moi|sau (khi )?(sua doi|dieu chinh).*|` +
		`(duoc )?(sua doi|dieu chinh))|quy dinh moi.*)$`)},
	{Content, pattern.New(`^(noi dung.*|ten chi tieu|chi tieu thanh phan|cac chi tieu|` +
		`(ten )?tieu chi ?[/,] ?(ten )?chi tieu.*|(ten )?tieu chi va chi tieu.*|tieu chi thanh phan|dien giai|` +
		`(ten )?chi so( danh gia)?|(cac )?chi tieu danh gia|ten tieu chi va noi dung.*)$`)},
	{Criterion, pattern.New(`^((ten|cac) )?tieu chi( so| danh gia)?$`)},
	{SignOf, pattern.New(`^(dau|so sanh|quan he|phep so sanh|toan tu|ky hieu|chieu|chieu so sanh|dieu kien so sanh|` +
		`dau (so sanh|quan he|bang)|ky hieu so sanh|cach so sanh|>=|≥|≥/≤|≥, ?≤)$`)},
	{OfSet, pattern.New(`^((ten |thuoc )?bo tieu chi( so)?|cap do|cap do dat chuan|danh hieu|loai chuan|` +
		`muc do dat chuan|thuoc phu luc|phu luc|(thuoc )?bo tieu chi/phu luc)$`)},
	{Grouping, pattern.New(`^(nhom( tieu chi)?|ten nhom|linh vuc)$`)},
	{EitherWay, pattern.New(`^chi tieu$`)},
	{Value, pattern.New(`^(muc.*|tieu chuan.*|chi tieu.+|yeu cau.*|chuan.*|quy dinh.*|.*muc dat.*|gia tri.*|dinh ` +
		`muc.*|` +
		`(ket qua|ty le|ti le|muc do|chi so) (phai|can|yeu cau) dat.*|(duoc )?dat( chuan)? khi|dieu kien dat.*|` +
		`nguong.*)$`)},
}

// RoleOf is the role that a heading gives its column.
func RoleOf(text string) Role { return knownRole(text) }

var knownRole = vi.Remembered(roleOf)

func roleOf(text string) Role {
	folded := Fold(text)
	if folded == "" || len(folded) > 90 {
		return NoRole
	}
	switch {
	case LevelNamed(text) != "":
		return Value
	case vi.FoldTone(strings.TrimSpace(text)) == vi.FoldTone("mục"): // which is no "mức"
		return Number
	}
	for _, r := range roles {
		if r.words.MatchString(folded) {
			return r.is
		}
	}
	return NoRole
}
