package commune

import (
	"testing"

	"github.com/shopspring/decimal"
)

// A document is called by its number, else by its title, and by its id where the report has none of it.
func TestNamesOfDocuments(t *testing.T) {
	r := Report{Evidence: []Evidence{{ID: "qd", Number: "12/QĐ-UBND", Title: "Quyết định"}, {ID: "anh", Title: "Ảnh"}}}
	for id, want := range map[string]string{"qd": "12/QĐ-UBND", "anh": "Ảnh", "khac": "khac"} {
		if got := r.NameOf(id); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}

// What the villages add up to is known only where each of them says it.
func TestVillagesAddUp(t *testing.T) {
	n := func(value int64) *decimal.Decimal {
		d := decimal.NewFromInt(value)
		return &d
	}
	s := Satisfaction{Villages: []Village{{Households: n(120), FormsOut: n(100)}, {Households: n(80)}}}
	if got := s.Households(); got == nil || !got.Equal(*n(200)) {
		t.Errorf("120 and 80 households are %v", got)
	}
	if got := s.FormsOut(); got != nil {
		t.Errorf("the forms of a village that does not say how many are %v", got)
	}
	if first := s.Villages[0].Households; !first.Equal(*n(120)) {
		t.Errorf("adding up changed a village to %v", first)
	}
}
