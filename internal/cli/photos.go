package cli

import (
	"context"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/problem"
	"ntm/internal/store"

	"github.com/spf13/pflag"
)

// photosOptions are the choices of commands that show the photographs among the evidence.
type photosOptions struct{ noPhotos bool }

func (o *photosOptions) photosFlag(f *pflag.FlagSet) {
	f.BoolVar(&o.noPhotos, "no-photos", false, "không đưa ảnh minh chứng vào")
}

// withPhotos adds the photographs of a commune of the store to its dossier.
func (o *photosOptions) withPhotos(ctx context.Context, w World, of *command.Stored, st *store.Store,
	a *office.KeptDossier) error {
	if o.noPhotos {
		return nil
	}
	all, err := of.Evidence(w)
	if err != nil {
		return err
	}
	var unseen problem.List
	a.Made.Photos, unseen, err = making.Photos(ctx, st.Name(), a.Evidence(all), a.Made.Files)
	command.Notes(w, unseen)
	return err
}
