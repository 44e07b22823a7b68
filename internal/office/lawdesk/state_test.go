package lawdesk

import (
	"os"
	"strings"
	"testing"
)

// Two names are of one province of today however they are typed, and before and after the mergers
// of 2025; two that no list has are one where they read alike.
func TestSameProvince(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Thanh Hóa", "thanh hoá", true}, {"Tỉnh Thanh Hóa", "Thanh Hóa", true}, {"Thanh Hóa", "Nghệ An", false},
		{"Bắc Giang", "Bắc Ninh", true}, // one since 1/7/2025
		{"Giả Định", "giả định", true}, {"Giả Định", "Giả Định Khác", false}, {"Thanh Hóa", "Giả Định", false},
	} {
		if got, back := SameProvince(tt.a, tt.b), SameProvince(tt.b, tt.a); got != tt.same || back != tt.same {
			t.Errorf("%q, %q: %v and %v, want %v", tt.a, tt.b, got, back, tt.same)
		}
	}
}

// A name that is nearly a province's is answered with that one.
func TestProvinceHint(t *testing.T) {
	if got := provinceHint("Thanh Hoa'"); !strings.Contains(got, "Thanh Hóa") {
		t.Error(got)
	}
	if got := provinceHint("Giả Định Không Có"); got != "kiểm tra lại tên tỉnh" {
		t.Error(got)
	}
}

// A decision that is dropped is gone from the desk, and dropping it again is no mistake.
func TestDrop(t *testing.T) {
	t.Parallel()
	d := Desk{Folder: t.TempDir()}
	b, err := d.Begin(wholeSet, "giả định.docx", "", "", now())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := b.Drop(); err != nil {
			t.Error(err)
		}
		if all, err := d.All(); err != nil || len(all) > 0 {
			t.Error(all, err)
		}
	}
	if left, err := os.ReadDir(d.Folder); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}
