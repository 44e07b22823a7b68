package office

import (
	"context"
	"encoding/json"

	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// DaysOfOpinions are the days of a dossier's opinions, in their order: the day that a department wrote on its paper,
// else that on which its opinion was written down.
func DaysOfOpinions(ctx context.Context, st *store.Store, d *docket.Dossier) ([]string, error) {
	events, err := st.Events(ctx, store.Subject{Province: d.Province, Commune: d.Commune})
	if err != nil {
		return nil, err
	}
	days := map[docket.Opinion]string{}
	for i := range events {
		var o docket.Opinion
		if e := &events[i]; e.Kind == docket.Opined && e.Year == d.Year && json.Unmarshal(e.Body, &o) == nil {
			if days[o] = vi.Day(o.Day); o.Day == "" && !e.Day.IsZero() {
				days[o] = vi.Date(e.Day.Time)
			}
		}
	}
	out := make([]string, len(d.Opinions))
	for i, o := range d.Opinions {
		out[i] = days[o]
	}
	return out, nil
}
