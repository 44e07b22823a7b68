package criteria

import (
	"testing"
	"time"
)

func TestWordsOfABasis(t *testing.T) {
	b := Basis{Decision: "1/QĐ-GIẢ-ĐỊNH", Annex: "Phụ lục I", AmendedBy: "2/QĐ-GIẢ-ĐỊNH", Layer: Nation,
		Status: Confirmed}
	const paper = "1/QĐ-GIẢ-ĐỊNH, Phụ lục I, sửa đổi bởi 2/QĐ-GIẢ-ĐỊNH"
	if got := b.Paper(); got != paper {
		t.Error(got)
	}
	for _, c := range []struct{ by, on, want string }{
		{"", "", Confirmed.Title()},
		{"cơ quan giả định", "2022-04-20", Confirmed.Title() + " (cơ quan giả định, ngày 20/04/2022)"},
		{"cơ quan giả định", "hôm qua", Confirmed.Title() + " (cơ quan giả định, hôm qua)"},
	} {
		b.CheckedBy, b.CheckedOn = c.by, c.on
		if got := b.Checked(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if got := b.Authority(); got != paper+"; "+Nation.Title()+"; "+c.want {
			t.Error(got)
		}
	}
	if got := (Date{}).Dated(); got != "" {
		t.Error(got)
	}
	s := SetStandard{Name: "Bộ giả định", Document: Document{Number: "1/QĐ-GIẢ-ĐỊNH", Date: Day(2022, time.March, 8)}}
	if got := s.Cited(); got != "Bộ giả định (1/QĐ-GIẢ-ĐỊNH ngày 08/03/2022)" {
		t.Error(got)
	}
}
