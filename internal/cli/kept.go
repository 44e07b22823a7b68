package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/papers"
	"ntm/internal/store"
	"ntm/internal/whole"
)

// kept assesses the newest report of a commune of the store by the packs at hand,
// and keeps the result where it is not the one that is there.
func (o *assessOptions) kept(ctx context.Context, w World, st *store.Store, lib *criteria.Library) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	a, files, note, err := office.Reassess(ctx, st, lib, office.Which{Text: o.given[0], Year: o.Year}, by, w.Version)
	if err != nil {
		return err
	}
	command.Notes(w, note)
	return o.show(w, st.Name(), a, files)
}

// kept writes the dossier of a commune of the store as it was assessed.
func (o *dossierOptions) kept(ctx context.Context, w World, st *store.Store, with office.LibreOffice) error {
	if !strings.EqualFold(filepath.Ext(o.out), ".xlsx") {
		return command.Usage(fmt.Sprintf("tệp %q không phải .xlsx", o.out), "ví dụ: -o ho-so.xlsx")
	}
	of := office.Which{Text: o.given[0], Year: o.Year}
	_, d, err := of.Dossier(ctx, st)
	if err != nil {
		return err
	}
	a, note, err := office.Again(ctx, st, d)
	if err != nil {
		return err
	}
	command.Notes(w, note)
	if a, err = office.AtLevel(st.Name(), a, o.level.Level); err != nil {
		return err
	}
	made := dossier.Options{At: d.Assessment.At, Files: d.Assessment.Files}
	if o.at.Given {
		made.At = o.at.Time
	}
	if err := whole.Write(o.out, o.force,
		func(out io.Writer) error { return dossier.Write(out, a, made) }); err != nil {
		return err
	}
	if o.json && !o.pdf {
		return printDossiers(w, []papers.Entry{papers.NewEntry(filepath.Base(o.out), a)},
			func(*papers.Entry) string { return o.out })
	}
	s := newScreen(w)
	s.Line("Đã ghi hồ sơ: %s", o.out)
	s.Item(2, d.Place.Title+",", fmt.Sprintf("năm %d, theo đánh giá lúc %s, bộ ngưỡng %s", d.Year,
		docket.Clock(d.Assessment.At), d.Assessment.Digest))
	if s.Err != nil || !o.pdf {
		return s.Err
	}
	var failed error
	if err := with.Convert(ctx, []string{o.out}, func(err error) { failed = err }); err != nil || failed != nil {
		return errors.Join(err, failed)
	}
	s.Line("Đã ghi bản PDF: %s", office.PDFOf(o.out))
	return s.Err
}
