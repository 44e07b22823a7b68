package web

import (
	"bytes"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"ntm/internal/problem"
)

// view is what a page shows within the frame that all have.
type view struct {
	Title string
	Here  string // the part of the window that the page belongs to
	Year  string // the address of the commune's year that it is of, "" for none
	Ended bool   // nothing can be asked any more
	Wall  bool   // for all to read: no menu
	Of    problem.List
	Data  any // the page's own view model

	Actor, Store string
}

// parse reads the templates: each page stands in the frame, with the parts that pages share.
func (w *Window) parse() (map[string]*template.Template, error) {
	frame := template.New("frame").Funcs(template.FuncMap{
		"at": func(parts ...any) string { return w.door.base + at(parts...) },
	})
	frame, err := frame.ParseFS(files, "templates/frame.html", "templates/part-*.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "templates/page-*.html")
	out := map[string]*template.Template{}
	for _, name := range names {
		own, err := frame.Clone()
		if err == nil {
			own, err = own.ParseFS(files, name)
		}
		if err != nil {
			return nil, err
		}
		out[strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "page-"), ".html")] = own
	}
	return out, err
}

// show answers with a page, whole or not at all.
func (w *Window) show(out http.ResponseWriter, r *http.Request, code int, name string, v view) {
	v.Actor, v.Store = w.actor(), w.Store.Name()
	w.send(out, r, code, name, "frame.html", v)
}

// send answers with a template of a page.
func (w *Window) send(out http.ResponseWriter, _ *http.Request, code int, page, name string, data any) {
	var text bytes.Buffer
	if err := w.pages[page].ExecuteTemplate(&text, name, data); err != nil {
		say(out, http.StatusInternalServerError, said{Title: "Chưa hiện được trang", Text: "Chương trình gặp lỗi khi " +
			"hiện trang này; những gì đã lưu vẫn còn.", Link: w.door.base + "/"})
		return
	}
	out.Header().Set("Content-Type", "text/html; charset=utf-8")
	out.WriteHeader(code)
	_, _ = text.WriteTo(out) // who went away reads nothing
}
