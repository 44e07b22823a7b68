package office

import (
	"context"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// KeptDossier is a dossier of the store, assessed again of what it was assessed of then.
type KeptDossier struct {
	*assess.Assessment
	Of   *docket.Dossier
	Made dossier.Options // of the workbook, at the time of the assessment
}

// Evidence is where the dossier's evidence lies below the folder of all of the store's.
func (k *KeptDossier) Evidence(all string) string {
	return EvidenceFolder(all, store.YearOf(k.Of))
}

// KeptDossierOf finds a commune's dossier, at one level or at all for ""; note is what
// [Again] notes.
func KeptDossierOf(ctx context.Context, st *store.Store, which Which, level criteria.Level) (out *KeptDossier,
	note problem.List, err error) {
	_, d, err := which.Dossier(ctx, st)
	if err != nil {
		return nil, nil, err
	}
	return NewReplay(st).Dossier(ctx, d, level)
}

// Dossier is a dossier of the store with its assessment, as KeptDossierOf gives it.
func (p *Replay) Dossier(ctx context.Context, d *docket.Dossier, level criteria.Level) (out *KeptDossier,
	note problem.List, err error) {
	a, note, err := p.again(ctx, d)
	if err != nil {
		return nil, nil, err
	}
	if a, err = AtLevel(p.st.Name(), a, level); err != nil {
		return nil, note, err
	}
	return &KeptDossier{a, d, dossier.Options{At: d.Assessment.At, Files: d.Assessment.Files}}, note, nil
}
