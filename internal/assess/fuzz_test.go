package assess_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/yamldoc"
)

// Whatever a report says, it is refused, or written and read again as it is; and
// what it is judged to be is the same each time.
func FuzzReport(f *testing.F) {
	for _, path := range []string{quangTrung, invented} {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	lib := packs.Embedded()
	f.Fuzz(func(t *testing.T, data []byte) {
		r := new(commune.Report)
		if yamldoc.Decode("x.yaml", data, r) != nil || r.Check(lib) != nil {
			return
		}
		text, err := r.JSON()
		if err != nil {
			t.Fatal(err)
		}
		again := new(commune.Report)
		if err := yamldoc.Decode("x.json", text, again); err != nil {
			t.Fatalf("it is not read again: %v: %s", err, text)
		}
		if second, err := again.JSON(); err != nil || !bytes.Equal(text, second) {
			t.Fatalf("read again it is %s, not %s (%v)", second, text, err)
		}
		var judged [2][]byte
		for i, r := range []*commune.Report{r, again} {
			in, err := assess.Prepare(lib, r, "thử")
			if err != nil {
				return
			}
			if judged[i], err = json.Marshal(assess.Assess(in)); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(judged[0], judged[1]) {
			t.Fatalf("judged twice: %s, then %s", judged[0], judged[1])
		}
	})
}
