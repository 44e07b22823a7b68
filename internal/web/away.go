package web

import (
	"fmt"
	"net/http"
	"strings"

	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// filesView is what can be taken away of a commune's year, and what was read of a file.
type filesView struct {
	At    string
	Kept  bool // there is a report in the store
	Typed bool // that the cells no longer say
	Lists []made
	// Lacking is the evidence that a bundle would have to do without.
	Lacking []string
}

// made are files that are made together, to be taken one by one or in an archive.
type made struct {
	What, Name string
	Parts      []desk.Away
	Withheld   []string

	folder string // the name of the archive without its extension
}

func (w *Window) showFiles(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	return w.showFilesOf(out, r, working, &filesView{})
}

func (w *Window) showFilesOf(out http.ResponseWriter, r *http.Request, of *desk.Working, v *filesView) error {
	v.At, v.Kept, v.Typed = page.YearAt(of.OfYear, ""), of.Current != "", of.Differs()
	return w.showOf(out, r, of, headed{"files", "files", "tệp"}, v)
}

// showParts lists files that are made together, to be taken one by one.
func (w *Window) showParts(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	list, err := w.parts(r, working.OfYear, r.PathValue("what"))
	if err != nil {
		return err
	}
	return w.showFilesOf(out, r, working, &filesView{Lists: []made{list}})
}

func (w *Window) parts(r *http.Request, of store.OfYear, what string) (out made, err error) {
	out.What = what
	switch what {
	case "phieu":
		out.Name, out.folder = "Phiếu của từng bộ phận", fmt.Sprintf("phieu-%d", of.Year)
		out.Parts, err = w.Work.Parts(r.Context(), of, w.Now())
	case "van-ban":
		out.Name = "Văn bản Word"
		papers, folder, withheld, wrong := w.Work.Papers(r.Context(), of, w.Templates)
		out.Parts, out.folder, err = papers, folder, wrong
		for _, h := range withheld {
			out.Withheld = append(out.Withheld, h.Kind.ID+".docx: "+h.Why)
		}
	default:
		err = page.Missing("không có tệp này", "chọn ở trang Tệp")
	}
	return out, err
}

// takeAway hands over a file that is made now, of what is there now.
func (w *Window) takeAway(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	var file *desk.Away
	var err error
	switch what := r.PathValue("what"); what {
	case "bieu-mau":
		file, err = w.Work.BlankForm(r.Context(), of, w.Now())
	case "bieu-da-ghi":
		file, err = w.Work.FilledForm(r.Context(), of, w.Now())
	case "ho-so":
		file, err = w.Work.Dossier(r.Context(), of)
	case "goi":
		return w.takeBundle(out, r, of)
	default:
		var all made
		if all, err = w.parts(r, of, strings.TrimSuffix(what, ".zip")); err == nil {
			file, err = files.Zipped(all.folder, all.Parts, w.Now())
		}
	}
	if err != nil {
		return err
	}
	files.HandOver(out, file.Name, file.Data)
	return nil
}

// takeBundle hands over all of a commune, with its evidence: where some of this is missing, only
// to who was told.
func (w *Window) takeBundle(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	return w.Work.Bundle(r.Context(), of, w.Now, func(name, file string, with *office.Carried) error {
		if len(with.Lacking) > 0 && r.FormValue("thieu") == "" {
			working, err := w.Work.Read(r.Context(), of)
			if err != nil {
				return err
			}
			lacking := list.Map(with.Lacking, func(p problem.Problem) string { return p.Message })
			return w.showFilesOf(out, r, working, &filesView{Lacking: lacking})
		}
		return files.HandOverFile(out, name, file)
	})
}

// takeOne hands over one of the files that are made together.
func (w *Window) takeOne(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	all, err := w.parts(r, of, r.PathValue("what"))
	if err != nil {
		return err
	}
	for _, f := range all.Parts {
		if f.Name == r.PathValue("one") {
			files.HandOver(out, f.Name, f.Data)
			return nil
		}
	}
	return page.Missing("không có tệp này", "chọn ở trang Tệp")
}
