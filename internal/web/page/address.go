package page

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"ntm/internal/store"
)

// At is an address behind the random path, each part escaped but for the signs of a path.
func At(parts ...any) string {
	var b strings.Builder
	for i, part := range parts {
		if text := fmt.Sprint(part); i%2 == 0 {
			b.WriteString(text)
		} else {
			b.WriteString(url.PathEscape(text))
		}
	}
	return b.String()
}

// YearAt is the address of a page of a commune's year, of all for "".
func YearAt(of store.OfYear, page string) string {
	return strings.TrimSuffix(At("/xa/", of.Province, "/", of.Commune, "/", of.Year, "/"+page), "/")
}

// YearOf is whose page is asked for.
func YearOf(r *http.Request) (store.OfYear, error) {
	year, err := strconv.Atoi(r.PathValue("year"))
	if err != nil {
		return store.OfYear{}, Missing("không có trang này", "")
	}
	return store.OfYear{Province: r.PathValue("home"), Commune: r.PathValue("commune"), Year: year}, nil
}

// LevelAsked is the level that a request is about, "" for none.
func LevelAsked(r *http.Request) string { return r.Form.Get("muc") }

// OnLevel is an address on the level that a request is about: who goes on still looks at it.
func OnLevel(r *http.Request, address string) string {
	level := LevelAsked(r)
	if level == "" {
		return address
	}
	to, anchor, anchored := strings.Cut(address, "#")
	if strings.Contains(to, "?") {
		to += "&muc=" + url.QueryEscape(level)
	} else {
		to += "?muc=" + url.QueryEscape(level)
	}
	if anchored {
		to += "#" + anchor
	}
	return to
}

// Link leads to something by its name.
type Link struct{ Name, Address string }

// Option is one of what a form lets choose.
type Option struct {
	Value, Word string
	Chosen      bool
}
