package label

import "testing"

// Who belongs to a zone is no threshold of some communes; what the zone is let off is.
func TestALineThatNamesAZone(t *testing.T) {
	for text, want := range map[string]bool{
		"- khu vuc 1: cac xa khu vuc ii, iii thuoc vung dong bao dan toc thieu so; xa atk thuoc huyen ngheo.": true,
		"vung 2 gom cac xa con lai":                       true,
		"khu vuc 1: cac xa khu vuc iii duoc giam 10 diem": false,
		"- khu vuc 1: xa bai ngang, muc thu nhap ≥ 40":    false,
		"cac xa khu vuc iii chi can 2 tieu chi":           false,
	} {
		if ListsZone(text) != want {
			t.Errorf("%s: %t", text, !want)
		}
	}
}
