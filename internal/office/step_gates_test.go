package office

import (
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
)

// A commune of the old list is not recognised by a decision after its last day: the units that took
// it in are named. One that the reform left as it was, or that the lists do not know, is.
func TestNobodyIsRecognisedAfterItsEnd(t *testing.T) {
	of := func(key string, day criteria.Date) error {
		c, d := &docket.Commune{Key: key}, &docket.Dossier{Commune: key, Year: 2024}
		return gate(t.Context(), nil, docket.Recognised, docket.Decision{Date: day}, c, d)
	}
	last, after := criteria.Day(2025, time.June, 30), criteria.Day(2025, time.July, 1)
	for _, gone := range []string{"16471", "16492"} {
		err := of(gone, after)
		if err == nil || !strings.Contains(err.Error(), "xã này kết thúc ngày 30/06/2025, nay thuộc xã ") ||
			!strings.Contains(err.Error(), "quyết định ngày 01/07/2025 không thể công nhận xã này") {
			t.Errorf("%s: %v", gone, err)
		}
		if err := of(gone, last); err != nil {
			t.Errorf("%s on its last day: %v", gone, err)
		}
	}
	for _, there := range []string{"~giả định/giả định", "16492@2025"} {
		if err := of(there, after); err != nil {
			t.Errorf("%s: %v", there, err)
		}
	}
}
