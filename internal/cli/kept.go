package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/making"
	"ntm/internal/papers"
	"ntm/internal/store"
)

// kept assesses the newest report of a commune of the store by the packs at hand,
// and keeps the result where it is not the one that is there.
func (o *assessOptions) kept(ctx context.Context, w World, st *store.Store, lib *criteria.Library) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	a, note, err := office.Reassess(ctx, st, lib, office.Which{Text: o.Given[0], Year: o.Year}, by, w.Version)
	if err != nil {
		return err
	}
	command.Notes(w, note)
	a.Made.At = w.Now()
	if o.dossier != "" {
		if err := o.withPhotos(ctx, w, &o.Stored, st, a); err != nil {
			return err
		}
	}
	return o.tell(w, st.Name(), a.Assessment, a.Made)
}

// kept writes the dossier of a commune of the store as it was assessed.
func (o *dossierOptions) kept(ctx context.Context, w World, st *store.Store, with making.LibreOffice) error {
	if err := command.OutFile(o.out, "-o ho-so.xlsx", ".xlsx"); err != nil {
		return err
	}
	a, note, err := office.KeptDossierOf(ctx, st, office.Which{Text: o.Given[0], Year: o.Year}, o.level.Level)
	command.Notes(w, note)
	if err != nil {
		return err
	}
	a.Made.At, a.Made.Dated = o.at.Or(a.Made.At), o.at.Given
	if err := o.withPhotos(ctx, w, &o.Stored, st, a); err != nil {
		return err
	}
	if err := making.Write(o.out, o.force, a.Assessment, a.Made); err != nil {
		return err
	}
	if o.json && !o.pdf {
		return printDossiers(w, []papers.Entry{papers.NewEntry(filepath.Base(o.out), a.Assessment)},
			func(*papers.Entry) string { return o.out })
	}
	s := newScreen(w)
	s.Line("Đã ghi hồ sơ: %s", o.out)
	kept := a.Of.Assessment
	s.Item(2, a.Of.Place.Title+",", fmt.Sprintf("năm %d, theo đánh giá lúc %s, bộ ngưỡng %s", a.Year,
		docket.Clock(kept.At), kept.Digest))
	if s.Err != nil || !o.pdf {
		return s.Err
	}
	var failed error
	if err := with.Convert(ctx, []string{o.out}, func(err error) { failed = err }); err != nil || failed != nil {
		return errors.Join(err, failed)
	}
	s.Line("Đã ghi bản PDF: %s", making.PDFOf(o.out))
	return s.Err
}
