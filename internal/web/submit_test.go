package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// laidForm is a form of a page as a browser without script has it.
type laidForm struct {
	method, action string
	hidden, files  bool // files: it sends some
	fields         url.Values
	typed, pressed bool        // there is a field to type into, a button to press
	others         []*laidForm // by buttons that send it elsewhere
}

// laid is a page taken apart as a browser without script does.
type laid struct {
	whole bool // with a head, a title and a frame around
	forms []*laidForm
	links []string
}

func laidOf(t testing.TB, page string) laid {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	out := laid{whole: strings.HasPrefix(strings.ToLower(strings.TrimSpace(page)), "<!doctype html") &&
		strings.Contains(page, "<h1")}
	of, named := map[*html.Node]*laidForm{}, map[string]*laidForm{}
	for n := range root.Descendants() { // a field may stand before the form that it names
		if n.Data == "form" {
			f := &laidForm{
				method: strings.ToUpper(at(n, "method")),
				action: at(n, "action"),
				hidden: isSet(n, "hidden"),
				fields: url.Values{},
			}
			out.forms, of[n], named[at(n, "id")] = append(out.forms, f), f, f
		}
	}
	var walk func(n *html.Node, in *laidForm)
	walk = func(n *html.Node, in *laidForm) {
		switch n.Data {
		case "form":
			in = of[n]
		case "a":
			out.links = append(out.links, at(n, "href"))
		case "input", "select", "textarea", "button":
			its := in
			if id := at(n, "form"); id != "" {
				its = named[id]
			}
			if its != nil {
				its.takes(n)
			}
		}
		for c := range n.ChildNodes() {
			walk(c, in)
		}
	}
	walk(root, nil)
	for _, f := range out.forms {
		out.forms = append(out.forms, f.others...)
	}
	return out
}

// takes adds what a field sends as it stands.
func (f *laidForm) takes(n *html.Node) {
	name, value, kind := at(n, "name"), at(n, "value"), at(n, "type")
	if n.Data == "button" || kind == "submit" {
		f.presses(name, value, at(n, "formaction"))
		return
	}
	f.typed = f.typed || kind != "hidden"
	switch {
	case kind == "file":
		f.files = true
		return
	case (kind == "checkbox" || kind == "radio") && !isSet(n, "checked"):
		return
	case n.Data == "textarea" && n.FirstChild != nil:
		value = n.FirstChild.Data
	case n.Data == "select":
		value = chosenOf(n)
	}
	if name != "" {
		f.fields.Add(name, value)
	}
}

// presses is a button, of which the first one of a form sends its name.
func (f *laidForm) presses(name, value, elsewhere string) {
	if elsewhere != "" {
		other := &laidForm{method: f.method, action: elsewhere, fields: maps.Clone(f.fields), pressed: true,
			files: f.files}
		other.fields.Set(name, value)
		f.others = append(f.others, other)
		return
	}
	if !f.pressed && name != "" {
		f.fields.Add(name, value)
	}
	f.pressed = true
}

// chosenOf is the choice that stands in a list: the one that is marked, else the first.
func chosenOf(list *html.Node) (value string) {
	first := true
	for n := range list.Descendants() {
		if n.Data == "option" && (first || isSet(n, "selected")) {
			value, first = at(n, "value"), false
		}
	}
	return value
}

func at(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func isSet(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// submitted sends a form as a browser without script does, with a file where it asks for one, and goes
// where that leads.
func (w *Window) submitted(t testing.TB, f *laidForm, name string, files ...[]byte) (a answered, to string) {
	t.Helper()
	path := strings.TrimPrefix(f.action, w.Door.Base)
	switch {
	case f.method != http.MethodPost:
		a = w.ask(t, request{method: http.MethodGet, path: path + "?" + f.fields.Encode()})
	case f.files:
		var names []string
		for range files {
			names = append(names, name)
		}
		a = w.posted(t, path, only(f.fields), names, files)
	default:
		a = w.ask(t, request{method: http.MethodPost, path: path, body: f.fields.Encode()})
	}
	if a.code == http.StatusSeeOther {
		to, _, _ = strings.Cut(strings.TrimPrefix(a.header.Get("Location"), w.Door.Base), "#")
		a = w.ask(t, request{method: http.MethodGet, path: to})
	}
	return a, to
}

// only are the first values of fields.
func only(fields url.Values) map[string]string {
	out := map[string]string{}
	for name := range fields {
		out[name] = fields.Get(name)
	}
	return out
}
