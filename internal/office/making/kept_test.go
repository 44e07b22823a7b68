package making

import (
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/store"
)

// The papers of a commune of the store are those of its report as it was judged then.
func TestKeptPapers(t *testing.T) {
	at := time.Date(2023, 12, 1, 9, 0, 0, 0, time.UTC)
	st, err := store.OpenOrMake(t.Context(), filepath.Join(t.TempDir(), "ntm.db"), func() time.Time { return at })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	m := WordPapers{Version: "thử", Alone: true}
	which := office.Which{Text: "16492", Year: 2023}
	same := func(t time.Time) time.Time { return t }
	if _, _, err := m.Kept(t.Context(), st, which, same); err == nil {
		t.Error("there are papers of nothing")
	}
	in := office.Intake{Store: st, Lib: packs.Embedded(), By: "Người thử", Version: "thử"}
	came := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), []string{"../../../testdata/quang-trung-2023.yaml"}, came, came); err != nil {
		t.Fatal(err)
	}
	made, _, err := m.Kept(t.Context(), st, which, same)
	if err != nil || len(made.Papers) == 0 || made.Folder != "" {
		t.Errorf("%+v %v", made, err)
	}
}
