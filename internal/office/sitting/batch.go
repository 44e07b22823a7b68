package sitting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Batch puts a commune into the batch, or takes it out, on a day; reason is why it goes
// on although its assessment is another now and not eligible.
func (s *Sitting) Batch(
	ctx context.Context, st *store.Store, by, name string, day time.Time, remove bool, reason string,
) (*docket.Dossier, error) {
	of, on := docket.CaseAdded, docket.Batched
	if remove {
		of, on = docket.CaseRemoved, docket.Unbatched
	}
	c, d, err := office.Which{Text: name, Year: s.Year}.Dossier(ctx, st)
	if err != nil {
		return nil, err
	}
	if d.Province != s.Province || d.Level != s.Level || on == docket.Batched && !s.takes(d, day) {
		level := "chưa nộp cho mức nào"
		if d.Level != "" {
			level = "đề nghị xã " + d.Level.Title()
		}
		return nil, problem.Problem{
			Message: fmt.Sprintf("%s (%s) không thuộc đợt của hội đồng %s (%s, xã %s)",
				d.Place.Title, level, s.ID, s.Who.Province, s.Level.Title()),
			Hint: "chọn hội đồng đúng tỉnh và mức",
		}
	}
	events := []docket.Event{s.event(of, by, docket.CaseBody{Commune: c.Key}), docket.New(on, by, c.Province, c.Key,
		d.Year,
		office.Completed(docket.BatchBody{Council: s.ID,
			Grounds: docket.Grounds{Reason: vi.NFC(reason)}}, on, c, d)).On(s.Day)}
	if on == docket.Unbatched && s.Issued && !slices.ContainsFunc(s.Voted,
		func(v docket.CaseRef) bool { return v.Commune == c.Key }) {
		// Another office put it into the batch when the ballots were out: the council knows nothing of it.
		events = events[1:]
	}
	return d, s.add(ctx, st, events...)
}

// Waiting are the dossiers that stand ready for this council on a day, by commune.
func (s *Sitting) Waiting(ctx context.Context, st *store.Store, day time.Time) ([]*docket.Dossier, error) {
	found, err := st.Dossiers(ctx, store.Filter{Province: s.Province, Year: s.Year, Stage: docket.IsReady,
		Level: s.Level})
	return list.Where(found, func(d *docket.Dossier) bool { return s.takes(d, day) }), err
}

// Attend writes down who sits: every member but those whose numbers, from 1, are away.
func (s *Sitting) Attend(ctx context.Context, st *store.Store, by string, away []int) error {
	present := []int{}
	for i := range s.Who.Members {
		if !slices.Contains(away, i+1) {
			present = append(present, i)
		}
	}
	err := s.add(ctx, st, s.event(docket.Attended, by, docket.AttendedBody{Present: present}))
	if err == nil {
		s.Present = present
	}
	return err
}

// Conclude writes down what the chairman concluded of a commune.
func (s *Sitting) Conclude(ctx context.Context, st *store.Store, by, name string,
	c docket.Conclusion) (*docket.Dossier, error) {
	of, d, err := office.Which{Text: name, Year: s.Year}.Dossier(ctx, st)
	if err != nil {
		return nil, err
	}
	c.Council, c.Date = s.ID, s.Day
	e := docket.New(docket.Concluded, by, of.Province, of.Key, d.Year, c).On(s.Day)
	return d, office.Append(ctx, st, office.TitleOf(d), store.Change{Province: s.Province, Events: []docket.Event{e}})
}

// Cancel ends a sitting that was not counted: its communes wait for another council. It
// gives how many do.
func (s *Sitting) Cancel(ctx context.Context, st *store.Store, by, reason string) (int, error) {
	waiting, err := st.Dossiers(ctx, store.Filter{Province: s.Province, Council: s.ID, Stage: docket.InBatch})
	if err != nil {
		return 0, err
	}
	events := []docket.Event{s.event(docket.Cancelled, by, docket.CancelledBody{Reason: reason})}
	for _, d := range waiting {
		events = append(events, docket.New(docket.Unbatched, by, d.Province, d.Commune, d.Year,
			docket.BatchBody{Council: s.ID, Note: reason}).On(s.Day))
	}
	return len(waiting), s.add(ctx, st, events...)
}
