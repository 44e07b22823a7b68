package dossier_test

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"
)

// A dossier that was judged without the office's own packs, which were asked for, says so
// on its cover and in its summary, and is verified like any other, anywhere.
func TestTheCoverSaysWhatWasMissing(t *testing.T) {
	t.Parallel()
	const why = "chỉ theo bộ tiêu chí đi kèm chương trình; thư mục giả định không có"
	without := func() (*criteria.Library, error) { return packs.Without(why) }
	a := dossiertest.Assess(t, "../../testdata/quang-trung-2023.yaml", without)
	data := dossiertest.Written(t, a)
	w := xlsxtest.Open(t, data)
	for _, sheet := range []string{"Bìa", "Tổng hợp"} {
		if !w.Says(sheet, why[len("c"):]) {
			t.Errorf("%s does not say it", sheet)
		}
	}
	if check := dossiertest.Verified(t, data); !check.Same() || check.Criteria.NationOnly != why {
		t.Errorf("verified with %v, %q", check.Differences, check.Criteria.NationOnly)
	}
	clean := dossiertest.QuangTrung(t)
	if dossiertest.Open(t, clean).Says("Bìa", why) || clean.Criteria.Digest != a.Criteria.Digest {
		t.Error("the nation's set is another by its name")
	}
}
