package assess_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
)

// By the snapshot of its requirements, a report is judged to the last letter as by
// the packs.
func TestJudgedBySnapshot(t *testing.T) {
	for path, dirs := range map[string][]string{quangTrung: nil, invented: {officePack}} {
		lib := load(t, dirs...)
		in := input(t, lib, readReport(t, path, lib))
		want, err := json.Marshal(assess.Assess(in))
		if err != nil {
			t.Fatal(err)
		}
		kept, err := in.Set.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		if in.Set, err = criteria.ReadSnapshot(kept); err != nil {
			t.Fatal(err)
		}
		if got, err := json.Marshal(assess.Assess(in)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is judged otherwise by the snapshot: %v", path, err)
		}
	}
}
