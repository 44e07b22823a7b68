package command

import (
	"context"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/office"
	"ntm/internal/store"
)

// OneAsked says which commune a question is about: the one whose report is in a file, or one
// of the store.
type OneAsked struct {
	WideYear
	Stored
}

// One is the commune's assessment: of the report in a file by the law at hand, or as it was
// assessed in the store.
func (o *OneAsked) One(ctx context.Context, w World, lib *criteria.Library, given string) (a *assess.Assessment,
	err error) {
	if !office.NamesCommune([]string{given}) {
		return Judge(ctx, w, lib, given)
	}
	err = o.In(ctx, w, func(st *store.Store) error {
		kept, note, err := office.KeptDossierOf(ctx, st, office.Which{Text: given, Year: o.Year}, office.EveryLevel)
		Notes(w, note)
		if err == nil {
			a = kept.Assessment
		}
		return err
	})
	return a, err
}
