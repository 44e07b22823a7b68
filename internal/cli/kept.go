package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/papers"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/whole"
)

// isCommune tells an argument that names a commune of the store from files: there
// is no such file, and it is a code, a key or a name without a report's extension.
func isCommune(given []string) bool {
	if len(given) != 1 {
		return false
	}
	name := given[0]
	if _, err := os.Lstat(name); err == nil || strings.ContainsAny(name, `*?[\`) || slices.Contains(reportExtensions, strings.ToLower(filepath.Ext(name))) {
		return false
	}
	if places.IsDeclared(name) || strings.Trim(places.CodeOf(name), "0123456789") == "" {
		return true
	}
	return strings.ContainsAny(name, ",") || strings.Contains(name, " ") && filepath.Ext(name) == ""
}

// kept assesses the newest report of a commune of the store by the packs at hand,
// and keeps the result where it is not the one that is there.
func (o *assessOptions) kept(ctx context.Context, w World, st *store.Store, lib *criteria.Library) error {
	by, err := o.by(w)
	if err != nil {
		return err
	}
	a, files, note, err := office.Reassess(ctx, st, lib, office.Which{Text: o.given[0], Year: o.year}, by, w.Version)
	if err != nil {
		return err
	}
	notes(w, note)
	return o.show(w, st.Name(), a, files)
}

// kept writes the dossier of a commune of the store as it was assessed.
func (o *dossierOptions) kept(ctx context.Context, w World, st *store.Store, with libreOffice) error {
	if !strings.EqualFold(filepath.Ext(o.out), ".xlsx") {
		return usage(fmt.Sprintf("tệp %q không phải .xlsx", o.out), "ví dụ: -o ho-so.xlsx")
	}
	of := office.Which{Text: o.given[0], Year: o.year}
	_, d, err := of.Dossier(ctx, st)
	if err != nil {
		return err
	}
	a, note, err := office.Again(ctx, st, d)
	if err != nil {
		return err
	}
	notes(w, note)
	if a, err = office.AtLevel(st.Name(), a, o.level.level); err != nil {
		return err
	}
	made := dossier.Options{At: d.Assessment.At, Files: d.Assessment.Files}
	if o.at.set {
		made.At = o.at.time
	}
	if err := whole.Write(o.out, o.force, func(out io.Writer) error { return dossier.Write(out, a, made) }); err != nil {
		return err
	}
	if o.json && !o.pdf {
		return printDossiers(w, []papers.Entry{papers.NewEntry(filepath.Base(o.out), a)}, func(*papers.Entry) string { return o.out })
	}
	s := newScreen(w)
	s.Line("Đã ghi hồ sơ: %s", o.out)
	s.Item(2, d.Place.Title+",", fmt.Sprintf("năm %d, theo đánh giá lúc %s, bộ ngưỡng %s", d.Year, docket.Clock(d.Assessment.At), d.Assessment.Digest))
	if s.Err != nil || !o.pdf {
		return s.Err
	}
	var failed error
	if err := with.convert(ctx, []string{o.out}, func(err error) { failed = err }); err != nil || failed != nil {
		return errors.Join(err, failed)
	}
	s.Line("Đã ghi bản PDF: %s", office.PDFOf(o.out))
	return s.Err
}
