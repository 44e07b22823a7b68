package web

import (
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/evidence"
	"ntm/internal/form"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/picture"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// evidenceView is the list of a year's evidence.
type evidenceView struct {
	At      string
	Proofs  []proofView
	For     string // the figure that the next file is for, "" for none
	ForName string
	Done    *proofView // what was kept just now, nil for nothing
	// Elsewhere is how many files are not in the store's folder: those of a report that was imported
	// lie beside its file.
	Elsewhere int
}

// proofView is a piece of evidence.
type proofView struct {
	desk.Proof
	Address  string // of its file, "" where there is none
	Picture  bool
	Seen     string // the address of its page, where it can be seen in place
	Missing  string // why there is no file
	Size     string
	Figures  []page.Link // that cite it, by their anchors
	Document string      // number and title
}

func proofOf(at string, p desk.Proof) proofView {
	v := proofView{Proof: p, Document: vi.Join(", ", p.Number, p.Title)}
	if p.Name != "" {
		v.Address, v.Picture = at+"/minh-chung/"+p.Item, picture.Named(p.Name)
		if v.Picture || strings.EqualFold(filepath.Ext(p.Name), ".pdf") {
			v.Seen = v.Address + "/xem"
		}
	}
	return v
}

func (w *Window) showEvidence(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	proofs := working.Proofs()
	if err := w.Work.Found(r.Context(), working.OfYear, proofs); err != nil {
		return err
	}
	v := evidenceView{At: page.YearAt(working.OfYear, "")}
	if figure := w.Library.Figures[r.URL.Query().Get("cho")]; figure != nil {
		v.For, v.ForName = figure.ID, figure.Name
	}
	for _, p := range proofs {
		if p.File.State == evidence.Missing {
			v.Elsewhere++
		}
		v.Proofs = append(v.Proofs, w.foundProof(v.At, p))
	}
	kept := slices.IndexFunc(proofs, func(p desk.Proof) bool { return p.Item == r.URL.Query().Get("ghi") })
	if kept >= 0 {
		v.Done = &v.Proofs[kept]
	}
	return w.showOf(out, r, working, headed{"evidence", "evidence", "minh chứng"}, v)
}

// foundProof is a piece of evidence that was looked for.
func (w *Window) foundProof(at string, p desk.Proof) proofView {
	one := proofOf(at, p)
	if p.Name != "" && p.File.State != evidence.Found {
		one.Address, one.Picture, one.Seen, one.Missing = "", false, "", p.File.State.Word()
	}
	if p.File.Size > 0 {
		one.Size = fmt.Sprintf("%s kB", vi.Count(int(p.File.Size+1023)/1024))
	}
	one.Figures = list.Map(p.Cited, func(id string) page.Link {
		return page.Link{Name: office.FigureName(w.Library, id), Address: "o-" + id}
	})
	return one
}

// addEvidence keeps a file, for a figure or for none yet.
func (w *Window) addEvidence(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	file, err := files.Take(r)
	if err != nil {
		return err
	}
	defer file.Close()
	figure := file.Fields["so"]
	kept, err := w.Work.AddEvidence(r.Context(), of, w.Actor(), file.Path, file.Name, figure)
	if err != nil {
		return file.Named(err)
	}
	if file.Fields["ve"] == "so-lieu" && figure != "" {
		return w.leadOn(out, r, of, "so-lieu#o-"+figure)
	}
	return w.leadOn(out, r, of, "minh-chung?ghi="+url.QueryEscape(kept.Item))
}

// sendEvidence hands over the file of a piece of evidence.
func (w *Window) sendEvidence(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	name, data, err := w.evidence(r, of)
	if err == nil {
		files.HandOver(out, name, data)
	}
	return err
}

// sendPicture shows a photograph among the evidence.
func (w *Window) sendPicture(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	name, data, err := w.evidence(r, of)
	if err != nil {
		return err
	}
	if err := files.ShowPicture(out, data); err != nil {
		return page.Missing(fmt.Sprintf("ảnh %q: %s", name, err), "tải tệp về để xem")
	}
	return nil
}

func (w *Window) evidence(r *http.Request, of store.OfYear) (name string, data []byte, err error) {
	name, data, err = w.Work.Content(r.Context(), of, r.PathValue("item"), page.MostOfFile)
	if err != nil {
		err = page.Missing(problem.Of(err)[0].Message, problem.Of(err)[0].Hint)
	}
	return name, data, err
}

// dropEvidence takes a piece of evidence away.
func (w *Window) dropEvidence(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	if err := w.Work.DropEvidence(r.Context(), of, w.Actor(), r.PathValue("item")); err != nil {
		return err
	}
	return w.leadOn(out, r, of, "minh-chung")
}

// cited are the pieces of evidence that the cell of a figure cites.
func cited(at string, codes string, known map[string]desk.Proof) (out []proofView) {
	for _, code := range form.Codes(codes) {
		if p, is := known[vi.FoldTone(strings.TrimSpace(code))]; is {
			out = append(out, proofOf(at, p))
		}
	}
	return out
}
