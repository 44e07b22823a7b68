package dossier_test

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
)

// Cover, overview and legal bases of a dossier say in the same words what of the law
// is not settled; of 2026, whose indicators nobody has read in, not that all is.
func TestOneStatement(t *testing.T) {
	of2026, _ := blankOf(t, packs.Embedded(), 2026, "Thanh Hóa")
	for name, a := range map[string]*assess.Assessment{"2026": of2026, "Quảng Trung": dossiertest.QuangTrung(t),
		"Giả Định": dossiertest.GiaDinh(t), "settled": dossiertest.Settled(dossiertest.GiaDinh(t))} {
		left := strings.ToLower(assess.Unsettled(a.Levels...))
		book := dossiertest.Open(t, a)
		for _, sheet := range []string{"Bìa", "Tổng hợp", "Căn cứ pháp lý"} {
			text := strings.ToLower(wordsOf(t, book, sheet))
			if strings.Contains(text, " 0 ngưỡng") {
				t.Errorf("%s, %s counts nothing: %s", name, sheet, text)
			}
			if sheet != "Tổng hợp" && left != "" && !strings.Contains(text, left) {
				t.Errorf("%s, %s does not say %q: %s", name, sheet, left, text)
			}
			if all := strings.Contains(text, "mọi ngưỡng đều có căn cứ"); all != (left == "" &&
				sheet == "Căn cứ pháp lý") {
				t.Errorf("%s, %s says that all is settled: %v, but %q", name, sheet, all, left)
			}
		}
	}
}
