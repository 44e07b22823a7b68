package office

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// byJSON is how earlier programs named what an assessment finds.
func byJSON(a *assess.Assessment) (string, error) {
	data, err := json.Marshal(a)
	return store.Digest(data), err
}

// What is made again is what was kept; where the program now finds something else, it says
// so, whether all of it is asked for or the outcomes alone.
func TestReplay(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	all, _, err := List(t.Context(), d.Store, Choice{})
	if err != nil || len(all) != 1 {
		t.Fatal(len(all), err)
	}
	replay := NewReplay(d.Store)
	type again = func(context.Context, *docket.Dossier) (*assess.Assessment, problem.List, error)
	for name, again := range map[string]again{"all": replay.again, "outcomes": replay.Outcomes} {
		a, note, err := again(t.Context(), all[0])
		if err != nil || len(note) > 0 || a.Commune.Name != "Quảng Trung" {
			t.Fatalf("%s: %+v, %v", name, note, err)
		}
		kept := *all[0].Assessment
		if kept.Result, err = byJSON(a); err != nil {
			t.Fatal(err)
		}
		other := *all[0]
		other.Assessment = &kept
		if _, note, err = again(t.Context(), &other); err != nil || len(note) > 0 {
			t.Errorf("%s, kept by an earlier program: %+v, %v", name, note, err)
		}
		kept.Result, kept.Brief.Draft = "khác", !kept.Brief.Draft
		if _, note, err = again(t.Context(), &other); err != nil || !strings.Contains(fmt.Sprint(note),
			"ra kết quả khác") {
			t.Errorf("%s: %+v, %v", name, note, err)
		}
		other.Assessment = nil
		if _, _, err = again(t.Context(), &other); err == nil {
			t.Errorf("%s: what was not judged is made again", name)
		}
	}
}
