package store_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
)

// Whatever is changed of an event, also what no state is made of, doctor finds it.
func TestT15EveryFieldIsGuarded(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "kho.db")
	s := open(t, whole, time.Now)
	must(t, s.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	of := func(kind docket.Kind, body any) docket.Event {
		return docket.NewOfCouncil(kind, "người thử", "Giả Định", "2023-1", 2023, body)
	}
	must(t, s.AppendOne(t.Context(), store.Change{Province: "Giả Định", Events: []docket.Event{
		of(docket.CouncilOpened, docket.CouncilOpenedBody{Level: criteria.NTM, Details: []byte("{}")}),
		of(docket.Attended, docket.AttendedBody{Present: []int{0, 1}}),
		of(docket.Attended, docket.AttendedBody{Present: []int{0, 1, 2}}),
	}}))
	for _, changed := range []string{
		"made_by = 'người thự'", "day = '2023-11-16'", "day = ''", "at = '2020-01-01T00:00:00.000000Z'",
		"kind = 'cancelled'", "year = 2024", "body = replace(body, '0,1', '0,2')",
		"province = 'Giả Định 2'", "council = '2023-2'", "commune = '1'", "id = 'A'",
		"seal = ''", "seal = (SELECT seal FROM events WHERE kind = 'received')",
	} {
		path := filepath.Join(t.TempDir(), "kho.db")
		must(t, store.Copy(t.Context(), whole, path))
		const first = "(SELECT min(rowid) FROM events WHERE kind = 'attended')"
		forge(t, path, fmt.Sprintf("UPDATE events SET %s WHERE rowid = %s", changed, first))
		h, err := open(t, path, time.Now).Check(t.Context())
		if err == nil && h.Sound() {
			t.Errorf("%s: not noticed", changed)
		}
	}
}
