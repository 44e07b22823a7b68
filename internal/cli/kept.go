package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/evidence"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Keeper makes of assessments what the store keeps of them. The requirements that
// many are judged by are written down once.
type Keeper struct {
	mutex sync.Mutex
	sets  map[*criteria.Set]store.Document
}

func (k *Keeper) set(set *criteria.Set) (store.Document, error) {
	k.mutex.Lock()
	known, ok := k.sets[set]
	k.mutex.Unlock()
	if ok {
		return known, nil
	}
	data, err := set.Snapshot()
	if err != nil {
		return store.Document{}, err
	}
	known = store.NewDocument(data)
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.sets == nil || len(k.sets) > mostKnown {
		k.sets = map[*criteria.Set]store.Document{}
	}
	k.sets[set] = known
	return known, nil
}

// ResultOf names what an assessment says: SHA-256 of its JSON.
func ResultOf(a *assess.Assessment) (string, error) {
	data, err := json.Marshal(a)
	return store.Digest(data), err
}

// Assessed is the event of an assessment, and the documents it needs.
func (k *Keeper) Assessed(a *assess.Assessment, files []evidence.File, by string) (docket.Event, []store.Document, error) {
	var none docket.Event
	report, err := a.Report.JSON()
	if err != nil {
		return none, nil, err
	}
	set, err := k.set(a.Set)
	if err != nil {
		return none, nil, err
	}
	result, err := ResultOf(a)
	if err != nil {
		return none, nil, err
	}
	place, err := a.Report.Place()
	if err != nil {
		return none, nil, err
	}
	documents := []store.Document{store.NewDocument(report), set}
	return docket.New(docket.Assessed, by, docket.Home(place), docket.Key(place), a.Year, docket.AssessedBody{
		Report: documents[0].Digest, Set: set.Digest, Digest: a.Criteria.Digest, Engine: a.Engine.Version, Result: result, Brief: a.Brief(), Files: files,
	}), documents, nil
}

// Received is the change of a report that comes in and is assessed.
func (k *Keeper) Received(a *assess.Assessment, files []evidence.File, by, file string) (store.Change, error) {
	assessed, documents, err := k.Assessed(a, files, by)
	if err != nil {
		return store.Change{}, err
	}
	place, err := a.Report.Place()
	if err != nil {
		return store.Change{}, err
	}
	body := docket.ReceivedBody{Place: docket.PlaceOf(place), Report: documents[0].Digest, File: file}
	home := docket.Home(place)
	return store.Change{Province: home, Documents: documents, Events: []docket.Event{
		docket.New(docket.Received, by, home, docket.Key(place), a.Year, body), assessed,
	}}, nil
}

// KeptReport reads a report that is kept, to be judged by the figures.
func KeptReport(ctx context.Context, st *store.Store, province, digest string, figures map[string]*criteria.Figure) (*commune.Report, error) {
	data, err := st.Document(ctx, province, digest)
	if err != nil {
		return nil, err
	}
	return commune.DecodeKept(st.Name(), data, figures)
}

// Again is a kept assessment, made Again of what it was made of: not of the packs
// at hand. A program that now comes to another result says so in note.
func Again(ctx context.Context, st *store.Store, d *docket.Dossier) (a *assess.Assessment, note problem.List, err error) {
	kept := d.Assessment
	if kept == nil {
		return nil, nil, problem.Problem{File: st.Name(), Message: fmt.Sprintf("hồ sơ %s năm %d chưa được đánh giá", d.Place.Title, d.Year), Hint: fmt.Sprintf("đánh giá: ntm assess %s --year %d", d.Commune, d.Year)}
	}
	data, err := st.Document(ctx, d.Province, kept.Set)
	if err != nil {
		return nil, nil, err
	}
	set, err := criteria.ReadSnapshot(data)
	if err != nil {
		return nil, nil, err
	}
	r, err := KeptReport(ctx, st, d.Province, kept.Report, set.Figures())
	if err != nil {
		return nil, nil, err
	}
	a = assess.Assess(assess.Input{Report: r, Set: set, Version: kept.Engine, Commune: CommuneOf(d)})
	result, err := ResultOf(a)
	if err == nil && result != kept.Result {
		note.Add(problem.Problem{Message: fmt.Sprintf("chương trình này tính lại hồ sơ %s năm %d ra kết quả khác bản đã lưu ngày đó (phiên bản %s)", d.Place.Title, d.Year, kept.Engine),
			Hint: "dùng đúng phiên bản ấy để lập lại hồ sơ cũ; danh sách và báo cáo vẫn theo kết quả đã lưu"})
	}
	return a, note, err
}

// CommuneOf is who a dossier is of, as an assessment names it.
func CommuneOf(d *docket.Dossier) assess.Commune {
	p := d.Place
	c := assess.Commune{Code: d.Code, Name: p.Name, District: p.District, Province: p.Province, Region: p.Region, Declared: p.Declared, Title: p.Title}
	if docket.IsDeclared(d.Commune) {
		c.Code = ""
	}
	return c
}

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
	if docket.IsDeclared(name) || strings.Trim(places.CodeOf(name), "0123456789") == "" {
		return true
	}
	return strings.ContainsAny(name, ",") || strings.Contains(name, " ") && filepath.Ext(name) == ""
}

// kept assesses the newest report of a commune of the store by the packs at hand,
// and keeps the result where it is not the one that is there.
func (o *assessOptions) kept(ctx context.Context, w World, st *store.Store, lib *criteria.Library) error {
	of := ofCommune{Text: o.given[0], Year: o.year}
	c, d, err := of.Dossier(ctx, st)
	if err != nil {
		return err
	}
	ref := d.Report()
	if ref == nil {
		return problem.Problem{File: st.Name(), Message: fmt.Sprintf("%s năm %d chưa có báo cáo", d.Place.Title, d.Year), Hint: "nhập báo cáo: ntm import TỆP"}
	}
	r, err := KeptReport(ctx, st, c.Province, ref.Digest, lib.Figures)
	if err != nil {
		return err
	}
	a, err := Judge(lib, r, w.Version)
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
	var k Keeper
	event, documents, err := k.Assessed(a, files, by)
	if err != nil {
		return err
	}
	result, err := ResultOf(a)
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
func (o *dossierOptions) kept(ctx context.Context, w World, st *store.Store, with office) error {
	if !strings.EqualFold(filepath.Ext(o.out), ".xlsx") {
		return usageError{fmt.Sprintf("tệp %q không phải .xlsx", o.out), "ví dụ: -o ho-so.xlsx"}
	}
	of := ofCommune{Text: o.given[0], Year: o.year}
	_, d, err := of.Dossier(ctx, st)
	if err != nil {
		return err
	}
	a, note, err := Again(ctx, st, d)
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
	if err := writeFile(o.out, o.force, func(out io.Writer) error { return dossier.Write(out, a, made) }); err != nil {
		return err
	}
	if o.json && !o.pdf {
		return printDossiers(w, []dossier.Entry{dossier.NewEntry(filepath.Base(o.out), a)}, func(*dossier.Entry) string { return o.out })
	}
	s := newScreen(w)
	s.line("Đã ghi hồ sơ: %s", o.out)
	s.item(2, d.Place.Title+",", fmt.Sprintf("năm %d, theo đánh giá lúc %s, bộ ngưỡng %s", d.Year, docket.Clock(d.Assessment.At), d.Assessment.Digest))
	if s.err != nil || !o.pdf {
		return s.err
	}
	var failed error
	if err := with.convert(ctx, []string{o.out}, func(err error) { failed = err }); err != nil || failed != nil {
		return errors.Join(err, failed)
	}
	s.line("Đã ghi bản PDF: %s", pdfOf(o.out))
	return s.err
}
