package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// filesView is what can be taken away of a commune's year, and what was read of a file.
type filesView struct {
	At    string
	Year  int
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

func (w *Window) showFiles(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	working, err := w.work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	w.showFilesOf(out, r, working, &filesView{})
	return nil
}

func (w *Window) showFilesOf(out http.ResponseWriter, r *http.Request, of *desk.Working, v *filesView) {
	v.At, v.Year, v.Kept, v.Typed = yearAt(of.OfYear, ""), of.Year, of.Current != "", of.Differs()
	w.show(out, r, http.StatusOK, "files", view{Title: vi.Capital(of.Place.Title), Here: "files", Year: v.At, Data: v})
}

// showParts lists files that are made together, to be taken one by one.
func (w *Window) showParts(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	working, err := w.work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	list, err := w.parts(r, of, r.PathValue("what"))
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
		out.files, err = w.work.Parts(r.Context(), of, w.Now())
	case "van-ban":
		out.view.Name = "Văn bản Word"
		papers, folder, withheld, wrong := w.work.Papers(r.Context(), of, w.Templates)
		out.files, out.folder, err = papers, folder, wrong
		for _, h := range withheld {
			out.view.Withheld = append(out.view.Withheld, h.Kind.ID+".docx: "+h.Why)
		}
	default:
		err = status{http.StatusNotFound, problem.Problem{Message: "không có tệp này", Hint: "chọn ở trang Tệp"}}
	}
	for _, f := range out.files {
		out.view.Parts = append(out.view.Parts, partView{f.Name, f.Title})
	}
	return out, err
}

// takeAway hands over a file that is made now, of what is there now.
func (w *Window) takeAway(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	var file *desk.Away
	switch what := r.PathValue("what"); what {
	case "bieu-mau":
		file, err = w.work.BlankForm(r.Context(), of, w.Now())
	case "bieu-da-ghi":
		file, err = w.work.FilledForm(r.Context(), of, w.Now())
	case "ho-so":
		file, err = w.work.Dossier(r.Context(), of)
	case "goi":
		return w.takeBundle(out, r, of)
	default:
		var all made
		if all, err = w.parts(r, of, strings.TrimSuffix(what, ".zip")); err == nil {
			file, err = zipped(all.folder, all.files, w.Now())
		}
	}
	if err != nil {
		return err
	}
	handOver(out, file.Name, file.Data)
	return nil
}

// takeBundle hands over all of a commune, with its evidence: where some of this is missing, only
// to who was told.
func (w *Window) takeBundle(out http.ResponseWriter, r *http.Request, of store.OfYear) error {
	return w.work.Bundle(r.Context(), of, w.Now, func(name, file string, with *office.Carried) error {
		if len(with.Lacking) > 0 && r.FormValue("thieu") == "" {
			working, err := w.work.Read(r.Context(), of)
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
		return handOverFile(out, name, file)
	})
}

// takeOne hands over one of the files that are made together.
func (w *Window) takeOne(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	all, err := w.parts(r, of, r.PathValue("what"))
	if err != nil {
		return err
	}
	for _, f := range all.files {
		if f.Name == r.PathValue("one") {
			handOver(out, f.Name, f.Data)
			return nil
		}
	}
	return status{http.StatusNotFound, problem.Problem{Message: "không có tệp này", Hint: "chọn ở trang Tệp"}}
}

// zipped puts files into one, in a folder of its name.
func zipped(name string, files []desk.Away, now time.Time) (*desk.Away, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		into, err := z.CreateHeader(&zip.FileHeader{Name: name + "/" + f.Name, Method: zip.Deflate, Modified: now})
		if err == nil {
			_, err = into.Write(f.Data)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return &desk.Away{Name: name + ".zip", Data: out.Bytes()}, err
}

// handOver answers with a file to be kept, never to be shown.
func handOver(out http.ResponseWriter, name string, data []byte) {
	handOverFrom(out, name, bytes.NewReader(data), int64(len(data)))
}

// handOverFile hands over a file that may be large.
func handOverFile(out http.ResponseWriter, name, file string) error {
	from, err := os.Open(file)
	if err != nil {
		return err
	}
	defer from.Close() //nolint:errcheck // opened for reading
	info, err := from.Stat()
	if err == nil {
		handOverFrom(out, name, from, info.Size())
	}
	return err
}

func handOverFrom(out http.ResponseWriter, name string, from io.Reader, size int64) {
	out.Header().Set("Content-Type", "application/octet-stream")
	out.Header().Set("Content-Disposition", attachment(name))
	out.Header().Set("Content-Length", fmt.Sprint(size))
	_, _ = io.Copy(out, from) // who went away keeps nothing
}

// attachment names a file that is handed over, to be kept.
func attachment(name string) string { return "attachment" + named(name) }

// inline names a file that is seen in place.
func inline(name string) string { return "inline" + named(name) }

// named is the name of a file with its letters, and for a browser that does not know them without.
func named(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\%;/`, r) {
			return '_'
		}
		return r
	}, vi.Fold(name))
	return fmt.Sprintf(`; filename="%s"; filename*=UTF-8''%s`, plain,
		strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
}
