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
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/evidence"
	"ntm/internal/office"
	"ntm/internal/papers"
	"ntm/internal/places"
	"ntm/internal/problem"
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
	of := office.Which{Text: o.given[0], Year: o.year}
	c, d, err := of.Dossier(ctx, st)
	if err != nil {
		return err
	}
	ref := d.Report()
	if ref == nil {
		return problem.Problem{File: st.Name(), Message: fmt.Sprintf("%s năm %d chưa có báo cáo", d.Place.Title, d.Year), Hint: "nhập báo cáo: ntm import TỆP"}
	}
	r, err := office.KeptReport(ctx, st, c.Province, ref.Digest, lib.Figures)
	if err != nil {
		return err
	}
	a, err := office.Judge(lib, r, w.Version)
	if err != nil {
		return err
	}
	var files []evidence.File
	if d.Assessment != nil {
		files = d.Assessment.Files // as they were when the report came in
	}
	if err := o.keepResult(ctx, w, st, d, a, files); err != nil {
		return err
	}
	return o.show(w, st.Name(), a, files)
}

// keepResult adds an assessment to the store, unless it says what the kept one
// says. Where the dossier is past being judged, it is only shown.
func (o *assessOptions) keepResult(ctx context.Context, w World, st *store.Store, d *docket.Dossier, a *assess.Assessment, files []evidence.File) error {
	by, err := o.by(w)
	if err != nil {
		return err
	}
	var k office.Keeper
	event, documents, err := k.Assessed(a, files, by)
	if err != nil {
		return err
	}
	result, err := office.ResultOf(a)
	if err != nil || d.Current() && d.Assessment.Result == result && d.Assessment.Set == documents[1].Digest {
		return err
	}
	err = st.AppendOne(ctx, store.Change{Province: d.Province, Documents: documents, Events: []docket.Event{event}})
	if docket.IsRefusal(err) {
		notes(w, problem.List{{Message: "kết quả này chỉ để xem, không ghi vào kho: " + err.Error()}})
		return nil
	}
	return err
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
	if a, err = o.level.of(st.Name(), a); err != nil {
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
	s.Line("Đã ghi bản PDF: %s", pdfOf(o.out))
	return s.Err
}
