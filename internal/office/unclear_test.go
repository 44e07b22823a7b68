package office

import (
	"strings"
	"testing"

	"ntm/internal/proof"
)

// A file with an opinion that is struck out gives none of its opinions to the store.
func TestUnclearOpinions(t *testing.T) {
	d := newDesk(t)
	check := &proof.Check{Unclear: []proof.Unclear{{Sheet: "Biểu NTM", Cell: "H9", Message: "ô này bị gạch ngang"}},
		Opinions: []proof.Opinion{{Path: "ntm/10", Words: "Đạt", By: "Sở giả định"}}}
	_, bodies, err := OpinionsFrom(t.Context(), d.Store, "y-kien.xlsx", check, "")
	if err == nil || len(bodies) > 0 ||
		!strings.Contains(err.Error(), `y-kien.xlsx, trang tính "Biểu NTM", ô H9: ô này bị gạch ngang`) {
		t.Errorf("%v, %v", bodies, err)
	}
}
