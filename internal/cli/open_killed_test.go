package cli

import (
	"net/url"
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/store"
)

// Killed in the middle, the window has lost nothing that the page said was kept, and the next
// start opens it again although the dead one left its lock.
func TestOpenKilled(t *testing.T) {
	t.Parallel()
	o := newDesk(t)
	cache := t.TempDir()
	w := o.open(cache)
	w.enter()
	w.post("/xa", url.Values{"xa": {"16492"}, "nam": {"2023"}})
	w.cell("/xa/Thanh%20Hóa/16492/2023", "income_per_capita", "69 triệu", "0")
	w.kill()
	st, err := store.Open(t.Context(), o.db, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	_, cells, err := st.Working(t.Context(), store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023}, nil)
	if err != nil || len(cells) == 0 || cells[0].Value != "69 triệu" {
		t.Errorf("%+v %v", cells, err)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
	if again := o.open(cache); again.address == w.address || filepath.Dir(again.address) == filepath.Dir(w.address) {
		t.Errorf("the next start leads into the dead one: %s", again.address)
	}
}
