package criteria_test

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// 03/2024/QĐ-TTg changed the two points on revocation; the new words were not seen.
func TestRevocationIsDoubtfulSinceItsAmendment(t *testing.T) {
	for _, tt := range []struct {
		on   criteria.Date
		want criteria.Status
	}{
		{criteria.Day(2023, 12, 31), criteria.Seen},
		{criteria.Day(2024, 3, 6), criteria.Seen},
		{criteria.Day(2024, 3, 7), criteria.Doubtful},
		{criteria.Day(2025, 12, 31), criteria.Doubtful},
	} {
		set, err := packs.Embedded().Resolve(criteria.Query{Year: tt.on.Year(), On: tt.on,
			Region: criteria.NorthCentral})
		if err != nil {
			t.Fatal(err)
		}
		if got := set.Procedure.Revocation; got.Status != tt.want || got.Amended != nil || len(got.Clauses) != 2 {
			t.Errorf("%s: %s, %+v", tt.on, got.Status, got.Amended)
		}
	}
	if p, _ := packs.Embedded().Procedure(2024); p.Revocation.Status != criteria.Seen {
		t.Error("the pack itself was changed")
	}
}
