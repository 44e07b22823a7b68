package page

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
	"ntm/internal/web/door"
)

//go:embed templates
var own embed.FS

// Frame is what all pages of a window stand in.
type Frame struct {
	Desk
	Work *desk.Desk // the communes' years as they are typed
	Door *door.Door

	pages  map[string]*template.Template
	behind chan func(context.Context) error
	mutex  sync.Mutex // of By
}

// View is what a page shows within the frame that all have.
type View struct {
	Title string
	Here  string // the part of the window that the page belongs to
	Year  string // the address of the commune's year that it is of, "" for none
	Level string // that one is looking at, "" for none named: the links of the year keep it
	Ended bool   // nothing can be asked any more
	Wall  bool   // for all to read: no menu
	Of    problem.List
	Data  any // the page's own view model
	Code  int // the status that it is answered with, 0 for 200

	Actor, Store string
}

// New is the frame of a window, with the templates of its pages.
func New(d Desk, at *door.Door, templates ...fs.FS) (*Frame, error) {
	f := &Frame{Desk: d, Door: at, behind: make(chan func(context.Context) error, 1)}
	f.JudgeBy(d.Library)
	return f, f.parse(append([]fs.FS{own}, templates...))
}

// JudgeBy has the window judge by a law, from now on.
func (f *Frame) JudgeBy(lib *criteria.Library) {
	f.Library = lib
	f.Work = desk.New(f.Store, lib, f.Version, f.Evidence)
}

// parse reads the templates: each page stands in the frame, with the parts that pages share.
func (f *Frame) parse(from []fs.FS) error {
	frame := template.New("frame").Funcs(template.FuncMap{
		"at":      func(parts ...any) string { return f.Door.Base + At(parts...) },
		"capital": vi.Capital,
	})
	add := func(files fs.FS, name string) error {
		_, err := frame.ParseFS(files, name)
		return err
	}
	if err := errors.Join(each(from, "frame", add), each(from, "part-*", add)); err != nil {
		return err
	}
	f.pages = map[string]*template.Template{}
	return each(from, "page-*", func(files fs.FS, name string) error {
		page, err := frame.Clone()
		if err == nil {
			page, err = page.ParseFS(files, name)
		}
		f.pages[strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "page-"), ".html")] = page
		return err
	})
}

// each does something with every template of a kind.
func each(from []fs.FS, kind string, do func(files fs.FS, name string) error) error {
	for _, files := range from {
		names, err := fs.Glob(files, "templates/"+kind+".html")
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := do(files, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// Show answers with a page, whole or not at all. As of all that answers, its error is nil: what
// goes wrong is told, and a Page may end with it.
func (f *Frame) Show(out http.ResponseWriter, name string, v View) error {
	v.Actor, v.Store = f.Actor(), f.Store.Name()
	return f.send(out, cmp.Or(v.Code, http.StatusOK), name, "frame.html", v)
}

// Send answers with a template of a page.
func (f *Frame) Send(out http.ResponseWriter, page, name string, data any) error {
	return f.send(out, http.StatusOK, page, name, data)
}

func (f *Frame) send(out http.ResponseWriter, code int, page, name string, data any) error {
	var text bytes.Buffer
	if err := f.pages[page].ExecuteTemplate(&text, name, data); err != nil {
		door.Say(out, http.StatusInternalServerError, door.Said{Title: "Chưa hiện được trang",
			Text: "Chương trình gặp lỗi khi hiện trang này; những gì đã lưu vẫn còn.", Link: f.Door.Base + "/"})
		return nil //nolint:nilerr // the reader has been told
	}
	out.Header().Set("Content-Type", "text/html; charset=utf-8")
	out.WriteHeader(code)
	_, _ = text.WriteTo(out) // who went away reads nothing
	return nil
}

// Redirect leads on after something was written, so that reloading writes nothing again.
func (f *Frame) Redirect(out http.ResponseWriter, r *http.Request, path string) error {
	http.Redirect(out, r, f.Door.Base+path, http.StatusSeeOther)
	return nil
}

// Back leads to the page that a form stood on: only ever to one of ours.
func (f *Frame) Back(out http.ResponseWriter, r *http.Request) error {
	to := "/"
	if from, err := url.Parse(r.Referer()); err == nil && from.Host == f.Door.Host {
		if path, ours := strings.CutPrefix(from.EscapedPath(), f.Door.Base); ours {
			to = path
			if from.RawQuery != "" {
				to += "?" + from.RawQuery
			}
		}
	}
	return f.Redirect(out, r, to)
}

// Actor is who acts.
func (f *Frame) Actor() string {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.By
}

// SetActor has another name stand beside what is written down from now on.
func (f *Frame) SetActor(out http.ResponseWriter, r *http.Request) error {
	name, err := office.Actor(r.PostFormValue("ten"))
	if err != nil {
		return err
	}
	f.mutex.Lock()
	f.By = name
	f.mutex.Unlock()
	return f.Back(out, r)
}

// DossierOf is the dossier of a commune's year, nil where nothing was reported yet.
func (f *Frame) DossierOf(ctx context.Context, of store.OfYear) (*docket.Dossier, error) {
	c, err := f.Store.Commune(ctx, of.Province, of.Commune)
	if err != nil || c == nil {
		return nil, err
	}
	return c.Dossier(of.Year), nil
}
