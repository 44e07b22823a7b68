package making

import (
	"context"
	"slices"
	"sync"
	"time"

	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/sitting"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/wordpapers"
)

// Kept makes the papers of a commune of the store as it was assessed, and of the council that
// voted on it; at gives the time that they carry by that of the assessment. note is what
// [office.Again] notes.
func (m *WordPapers) Kept(ctx context.Context, st *store.Store, which office.Which,
	at func(time.Time) time.Time) (out WrittenPapers, note problem.List, err error) {
	a, note, err := office.KeptDossierOf(ctx, st, which, m.Level)
	if err != nil {
		return out, note, err
	}
	unseen, err := m.kept(ctx, st, &out, a, at)
	return out, append(note, unseen...), err
}

// KeptMany makes the papers of many dossiers of the store, on every processor, and has each
// taken in their order. One that nothing can be made of is taken with its error.
func (m *WordPapers) KeptMany(ctx context.Context, st *store.Store, all []*docket.Dossier,
	at func(time.Time) time.Time, take func(WrittenPapers) error) error {
	replay := office.NewReplay(st)
	return office.InOrder(slices.Values(all), func(d *docket.Dossier, emit func(WrittenPapers) bool) {
		out := WrittenPapers{Item: office.Item{File: office.TitleOf(d)}}
		a, note, err := replay.Dossier(ctx, d, m.Level)
		var unseen problem.List
		if err == nil {
			unseen, err = m.kept(ctx, st, &out, a, at)
		}
		out.Notes, out.Err = slices.Concat(note, unseen), err
		emit(out)
	}, func(p WrittenPapers) error {
		if ctx.Err() != nil {
			return office.ErrStopped
		}
		return take(p)
	})
}

// kept makes the papers of a dossier of the store.
func (m *WordPapers) kept(ctx context.Context, st *store.Store, out *WrittenPapers, a *office.KeptDossier,
	at func(time.Time) time.Time) (unseen problem.List, err error) {
	if m.Level == "" && a.Of.Level != "" { // it was submitted for
		if a.Assessment, err = office.AtLevel(st.Name(), a.Assessment, a.Of.Level); err != nil {
			return nil, err
		}
	}
	o := wordpapers.Options{At: at(a.Made.At), Dated: m.Dated, Files: a.Made.Files, Templates: m.Templates,
		Opinions: a.Of.Opinions}
	if !m.NoPhotos {
		if o.Photos, unseen, err = Photos(ctx, st.Name(), a.Evidence(m.Evidence), o.Files); err != nil {
			return unseen, err
		}
	}
	if a.Of.Vote != nil {
		minutes, err := m.minutes.of(ctx, st, a.Of.Place.Province, a.Of.Vote.Council)
		if err != nil {
			return unseen, err
		}
		o.Sitting = &wordpapers.Sitting{Minutes: minutes, Key: a.Of.Commune, Conclusion: a.Of.Conclusion}
	}
	return unseen, m.Of(out, a.Assessment, o)
}

// minutesKept are the minutes of councils, each read once.
type minutesKept struct {
	mutex sync.Mutex
	known map[[2]string]papers.Minutes // by province and id
}

func (k *minutesKept) of(ctx context.Context, st *store.Store, province, id string) (papers.Minutes, error) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	key := [2]string{province, id}
	if known, is := k.known[key]; is {
		return known, nil
	}
	sat, err := sitting.Find(ctx, st, province, id)
	if err != nil {
		return papers.Minutes{}, err
	}
	minutes, err := sat.Minutes(ctx, st)
	if err != nil {
		return papers.Minutes{}, err
	}
	if k.known == nil {
		k.known = map[[2]string]papers.Minutes{}
	}
	k.known[key] = minutes
	return minutes, nil
}
