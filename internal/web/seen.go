package web

import (
	"net/http"
	"slices"

	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// seenView is a piece of evidence with its file seen in place.
type seenView struct {
	At    string
	Year  int
	Proof proofView
	Pages string // the address of a PDF's pages, "" for what is none by its bytes, whatever its name
}

// isPDF tells a PDF by its bytes.
func isPDF(data []byte) bool { return http.DetectContentType(data) == "application/pdf" }

// seeEvidence shows a photograph or a PDF among the evidence in place.
func (w *Window) seeEvidence(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	working, err := w.work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	proofs := slices.DeleteFunc(working.Proofs(), func(p desk.Proof) bool { return p.Item != r.PathValue("item") })
	if err := w.work.Found(r.Context(), of, proofs); err != nil {
		return err
	}
	name, data, err := w.evidence(r, mostOfFile)
	if err != nil {
		return err
	}
	v := seenView{At: yearAt(of, ""), Year: of.Year, Proof: w.foundProof(yearAt(of, ""), proofs[0])}
	if isPDF(data) {
		v.Pages = v.Proof.Address + at("/trang/", name) // browsers show the last of an address as its title
	}
	w.show(out, r, http.StatusOK, "seen", view{Title: vi.Capital(working.Place.Title), Here: "evidence",
		Year: v.At, Data: v})
	return nil
}

// sendPages hands over a PDF to be seen within a page of ours, and nowhere else: nothing in it may
// load anything, and who opens it as a page of its own sees no more than the same.
func (w *Window) sendPages(out http.ResponseWriter, r *http.Request) error {
	name, data, err := w.evidence(r, mostOfFile)
	if err == nil && !isPDF(data) {
		err = status{http.StatusNotFound, problem.Problem{Message: "tệp này không phải PDF", Hint: "tải tệp về để xem"}}
	}
	if err != nil {
		return err
	}
	h := out.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Disposition", inline(name))
	_, _ = out.Write(data) // who went away sees nothing
	return nil
}
