// Package door is how one comes into the window, and who does not: another program or another site
// on this machine must not read or write the store by way of the browser.
//
// Everything lies under a path drawn at random, on 127.0.0.1. A token taken once opens it and
// becomes a cookie that only this path and port see; one guard stands before every page. Of one
// store there is one window (Claim): another start of the program is let into that one.
package door

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// Door is the guard before every page: who does not come to exactly this window, from it or
// from nowhere, with its cookie, sees nothing of it.
type Door struct {
	Host string // that a request must name: "127.0.0.1:40123"
	Base string // under which everything lies: "/" and random letters

	cookie string // the name of the cookie, by the port: cookies do not tell ports apart
	pass   string // what the cookie says
	secret string // by which another start of the program asks for a token

	origins http.CrossOriginProtection

	mutex  sync.Mutex
	tokens []token // that nobody has taken yet
}

// token leads in once, to a page.
type token struct{ secret, page string }

// mostTokens is how many tokens may wait to be taken; the oldest go first.
const mostTokens = 20

// enterPath leads in with a token behind it, againPath gives another start of the program a
// token.
const enterPath, againPath = "/vao/", "/lai"

// New is the door of a window that is served at a host and port.
func New(host, port string) *Door {
	return &Door{Host: host, Base: "/" + rand.Text(), cookie: "ntm-" + port, pass: rand.Text(), secret: rand.Text()}
}

// Entry is an address that leads in once, to a page of ours.
func (d *Door) Entry(page string) string {
	t := token{rand.Text(), page}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.tokens = append(d.tokens, t)
	d.tokens = d.tokens[max(0, len(d.tokens)-mostTokens):]
	return "http://" + d.Host + d.Base + enterPath + t.secret
}

// take takes a token, which nobody can take again.
func (d *Door) take(secret string) (page string, taken bool) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.tokens = slices.DeleteFunc(d.tokens, func(known token) bool {
		is := same(known.secret, secret)
		if is {
			page, taken = known.page, true
		}
		return is
	})
	return page, taken
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// Guard lets through to the pages, whose paths begin behind the random one, what may come in.
func (d *Door) Guard(pages http.Handler) http.Handler {
	pages = http.StripPrefix(d.Base, pages)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		path, ours := strings.CutPrefix(r.URL.Path, d.Base)
		secret, enters := strings.CutPrefix(path, enterPath)
		page, taken := "", false
		if r.Host == d.Host && ours && enters && r.Method == http.MethodGet {
			page, taken = d.take(secret)
		}
		switch {
		case r.Host != d.Host:
			refuse(w, http.StatusMisdirectedRequest)
		case taken:
			d.letIn(w, page)
		case ours && path == againPath && r.Method == http.MethodPost && same(r.Header.Get(secretHeader), d.secret):
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			page := r.Header.Get(pageHeader)
			if !strings.HasPrefix(page, "/") {
				page = "/"
			}
			_, _ = w.Write([]byte(d.Entry(page))) // who asked and went away gets none
		case !ours, enters, path == againPath, d.foreign(r), !d.hasPass(r):
			refuse(w, http.StatusForbidden)
		case path == "":
			http.Redirect(w, r, d.Base+"/", http.StatusSeeOther)
		default:
			pages.ServeHTTP(w, r)
		}
	})
}

// secretHeader carries the secret of a window, pageHeader the page of it that is asked for.
const secretHeader, pageHeader = "Ntm-Secret", "Ntm-Page"

// foreign tells a request that another site, or another port of this machine, had the browser
// send: by what the browser says of it, also where it only reads.
func (d *Door) foreign(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return true
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+d.Host {
		return true
	}
	return d.origins.Check(r) != nil
}

func (d *Door) hasPass(r *http.Request) bool {
	return slices.ContainsFunc(r.CookiesNamed(d.cookie), func(c *http.Cookie) bool { return same(c.Value, d.pass) })
}

// letIn hands over the cookie. The browser is sent on by the page itself: a redirection would
// still count as coming from wherever the address was opened.
func (d *Door) letIn(w http.ResponseWriter, page string) {
	http.SetCookie(w, d.Pass())
	Say(w, http.StatusOK, Said{Title: opening, Text: opening, Link: d.Base + page, Icon: d.Base + iconPath})
}

// Pass is the cookie of who is in.
func (d *Door) Pass() *http.Cookie {
	return &http.Cookie{Name: d.cookie, Value: d.pass, Path: d.Base + "/", HttpOnly: true,
		SameSite: http.SameSiteStrictMode}
}

// iconPath is the window's mark, below the random path.
const iconPath = "/tinh/icon.svg"

const opening = "Đang mở bàn làm việc…"

// protect sets the headers that go with every answer, with errors too.
func protect(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "+
		"connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// refuse tells who may not come in how one does.
func refuse(w http.ResponseWriter, status int) {
	Say(w, status, Said{Title: "Không mở được trang này", Text: "Địa chỉ này chỉ mở được một lần, từ chính máy đang " +
		"chạy ntm. Trang đang mở ở thẻ khác vẫn dùng được; muốn mở lại, chạy lại: ntm open"})
}
