package web

import (
	"net/http"
	"slices"

	"ntm/internal/office/desk"
	"ntm/internal/store"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// seenView is a piece of evidence with its file seen in place.
type seenView struct {
	At    string
	Proof proofView
	Pages string // the address of a PDF's pages, "" for what is none by its bytes, whatever its name
}

// seeEvidence shows a photograph or a PDF among the evidence in place.
func (w *Window) seeEvidence(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	proofs := slices.DeleteFunc(working.Proofs(), func(p desk.Proof) bool { return p.Item != r.PathValue("item") })
	if err := w.Work.Found(r.Context(), working.OfYear, proofs); err != nil {
		return err
	}
	name, data, err := w.evidence(r, working.OfYear)
	if err != nil {
		return err
	}
	at := page.YearAt(working.OfYear, "")
	v := seenView{At: at, Proof: w.foundProof(at, proofs[0])}
	if files.IsPDF(data) {
		v.Pages = v.Proof.Address + page.At("/trang/", name) // browsers show the last of an address as its title
	}
	return w.showOf(out, r, working, headed{"seen", "evidence", "minh chứng " + v.Proof.Code}, v)
}

// sendPages hands over a PDF to stand within that page.
func (w *Window) sendPages(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	name, data, err := w.evidence(r, of)
	if err == nil && !files.IsPDF(data) {
		err = page.Missing("tệp này không phải PDF", "tải tệp về để xem")
	}
	if err == nil {
		files.ShowPages(out, name, data)
	}
	return err
}
