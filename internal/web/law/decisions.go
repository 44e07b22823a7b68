package law

import (
	"context"
	"net/http"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/lawbook"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/lawdesk"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// decisionsView are the decisions on the desk.
type decisionsView struct {
	Folder    string // of the office's packs
	Standards []page.Option
	Begun     []begunView
	Renewed   *office.Renewed // what became of the dossiers that were judged again
}

// begunView is a decision that is gone through.
type begunView struct {
	Name, At, Day string
	Ticked        int
}

func (w *Law) showDecisions(out http.ResponseWriter, _ *http.Request) error {
	return w.decisionsPage(out, nil)
}

func (w *Law) decisionsPage(out http.ResponseWriter, renewed *office.Renewed) error {
	v := decisionsView{Folder: w.Criteria, Renewed: renewed,
		Standards: list.Map(w.Library.Standards, func(std *criteria.Standard) page.Option {
			return page.Option{Value: std.ID, Word: std.Name}
		})}
	all, err := w.desk.All()
	if err != nil {
		return err
	}
	for _, b := range all {
		one := begunView{Name: b.Name, At: page.At("/quyet-dinh/", b.ID), Day: vi.Date(b.At)}
		for _, typed := range b.Rows {
			if typed[lawbook.Tick] != "" {
				one.Ticked++
			}
		}
		v.Begun = append(v.Begun, one)
	}
	return w.Show(out, "decisions", page.View{Title: "Quyết định", Here: "decisions", Data: v})
}

// begin reads a decision that was dropped, and keeps it to be gone through; nothing of it holds yet.
func (w *Law) begin(out http.ResponseWriter, r *http.Request) error {
	file, err := files.Take(r)
	if err != nil {
		return err
	}
	defer file.Close()
	return w.beginWith(out, r, file, file.Fields["bo"])
}

// beginOwnLevel does the same with the decision on a province's own level, whose frame it lays where there is none. It
// is alone as signing is.
func (w *Law) beginOwnLevel(out http.ResponseWriter, r *http.Request) error {
	if w.Criteria == "" || w.Load == nil {
		return noFolder
	}
	file, err := files.Take(r)
	if err != nil {
		return err
	}
	defer file.Close()
	std, err := lawdesk.Frame(r.Context(), w.Library, file.Path, w.Criteria)
	if err != nil {
		return file.Named(err)
	}
	lib, err := w.Load(false)
	if err != nil {
		return err
	}
	w.JudgeBy(lib)
	return w.beginWith(out, r, file, std.ID)
}

func (w *Law) beginWith(out http.ResponseWriter, r *http.Request, file *files.Sent, standard string) error {
	read := &lawdesk.Reading{Lib: w.Library, Files: []string{file.Path}, Standard: standard,
		Province: strings.TrimSpace(file.Fields["tinh"])}
	if err := read.Read(r.Context()); err != nil { // what cannot be read is not kept
		return file.Named(err)
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	b, err := w.desk.Begin(file.Path, file.Name, read.Standard, read.Province, w.Now())
	if err != nil {
		return err
	}
	return w.Redirect(out, r, page.At("/quyet-dinh/", b.ID))
}

// drop takes a decision off the desk.
func (w *Law) drop(out http.ResponseWriter, r *http.Request) error {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	b, err := w.desk.Find(r.PathValue("id"))
	if err != nil {
		return gone
	}
	if err := b.Drop(); err != nil {
		return err
	}
	delete(w.read, b.ID)
	delete(w.signed, b.ID)
	return w.Redirect(out, r, "/quyet-dinh")
}

// stale are the dossiers that today's law, or program, would judge another way.
func (w *Law) stale(ctx context.Context) (n int, err error) {
	rows, err := w.Store.Rows(ctx, store.Filter{})
	if err != nil {
		return 0, err
	}
	fresh := office.NewFreshness(w.Store, w.Library, w.Version)
	all, err := w.Store.DossiersOf(ctx, rows)
	for _, d := range all {
		old, wrong := fresh.Stale(ctx, d)
		if wrong != nil {
			return 0, wrong
		}
		if old {
			n++
		}
	}
	return n, err
}

// judgeAgain judges the dossiers anew, and tells whose verdicts are others now.
func (w *Law) judgeAgain(out http.ResponseWriter, r *http.Request) error {
	renewed, fresh := new(office.Renewed), office.NewFreshness(w.Store, w.Library, w.Version)
	err := w.Store.EachProvince(r.Context(), func(of []*docket.Dossier) error {
		some, err := office.JudgeAgain(r.Context(), fresh, w.Actor(), of, func(int) func() { return func() {} })
		if err == nil {
			renewed.Add(some)
		}
		return err
	})
	if err != nil {
		return err
	}
	return w.decisionsPage(out, renewed)
}
