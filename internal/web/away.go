package web

import (
	"fmt"
	"net/http"
	"strings"

	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/store"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// filesView is what can be taken away of a commune's year, and what was read of a file.
type filesView struct {
	At    string
	Kept  bool // there is a report in the store
	Typed bool // that the cells no longer say
	Lists []partsView
	// Lacking is the evidence that a bundle would have to do without.
	Lacking []string
}

// partsView are files that are made together, one by one.
type partsView struct {
	What, Name string
	Parts      []partView
	Withheld   []string
}

// partView is one of them.
type partView struct{ Name, Title string }

func (w *Window) showFiles(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	w.showFilesOf(out, r, working, &filesView{})
	return nil
}

func (w *Window) showFilesOf(out http.ResponseWriter, r *http.Request, of *desk.Working, v *filesView) {
	v.At, v.Kept, v.Typed = page.YearAt(of.OfYear, ""), of.Current != "", of.Differs()
	w.showOf(out, r, of, headed{"files", "files", "tệp"}, v)
}

// showParts lists files that are made together, to be taken one by one.
func (w *Window) showParts(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	list, err := w.parts(r, working.OfYear, r.PathValue("what"))
	if err != nil {
		return err
	}
	w.showFilesOf(out, r, working, &filesView{Lists: []partsView{*list.view}})
	return nil
}

// made are files that are made together.
type made struct {
	files  []desk.Away
	folder string // the name of the archive without its extension
	view   *partsView
}

func (w *Window) parts(r *http.Request, of store.OfYear, what string) (out made, err error) {
	out.view = &partsView{What: what}
	switch what {
	case "phieu":
		out.view.Name, out.folder = "Phiếu của từng bộ phận", fmt.Sprintf("phieu-%d", of.Year)
		out.files, err = w.Work.Parts(r.Context(), of, w.Now())
	case "van-ban":
		out.view.Name = "Văn bản Word"
		papers, folder, withheld, wrong := w.Work.Papers(r.Context(), of, w.Templates)
		out.files, out.folder, err = papers, folder, wrong
		for _, h := range withheld {
			out.view.Withheld = append(out.view.Withheld, h.Kind.ID+".docx: "+h.Why)
		}
	default:
		err = page.Missing("không có tệp này", "chọn ở trang Tệp")
	}
	for _, f := range out.files {
		out.view.Parts = append(out.view.Parts, partView{f.Name, f.Title})
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
			file, err = files.Zipped(all.folder, all.files, w.Now())
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
			v := new(filesView)
			for _, p := range with.Lacking {
				v.Lacking = append(v.Lacking, p.Message)
			}
			w.showFilesOf(out, r, working, v)
			return nil
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
	for _, f := range all.files {
		if f.Name == r.PathValue("one") {
			files.HandOver(out, f.Name, f.Data)
			return nil
		}
	}
	return page.Missing("không có tệp này", "chọn ở trang Tệp")
}
