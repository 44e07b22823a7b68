package web

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// door is the guard before every page: who does not come to exactly this window, from it or
// from nowhere, with its cookie, sees nothing of it.
type door struct {
	host   string // that a request must name: "127.0.0.1:40123"
	base   string // under which everything lies: "/" and random letters
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

func newDoor(host, port string) *door {
	return &door{host: host, base: "/" + rand.Text(), cookie: "ntm-" + port, pass: rand.Text(), secret: rand.Text()}
}

// entry is an address that leads in once, to a page of ours.
func (d *door) entry(page string) string {
	t := token{rand.Text(), page}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.tokens = append(d.tokens, t)
	d.tokens = d.tokens[max(0, len(d.tokens)-mostTokens):]
	return "http://" + d.host + d.base + enterPath + t.secret
}

// take takes a token, which nobody can take again.
func (d *door) take(secret string) (page string, taken bool) {
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

// guard lets through to the pages, whose paths begin behind the random one, what may come in.
func (d *door) guard(pages http.Handler) http.Handler {
	pages = http.StripPrefix(d.base, pages)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		path, ours := strings.CutPrefix(r.URL.Path, d.base)
		secret, enters := strings.CutPrefix(path, enterPath)
		page, taken := "", false
		if r.Host == d.host && ours && enters && r.Method == http.MethodGet {
			page, taken = d.take(secret)
		}
		switch {
		case r.Host != d.host:
			refuse(w, http.StatusMisdirectedRequest)
		case taken:
			d.letIn(w, page)
		case ours && path == againPath && r.Method == http.MethodPost && same(r.Header.Get(secretHeader), d.secret):
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			page := r.Header.Get(pageHeader)
			if !strings.HasPrefix(page, "/") {
				page = "/"
			}
			_, _ = w.Write([]byte(d.entry(page))) // who asked and went away gets none
		case !ours, enters, path == againPath, d.foreign(r), !d.hasPass(r):
			refuse(w, http.StatusForbidden)
		case path == "":
			http.Redirect(w, r, d.base+"/", http.StatusSeeOther)
		default:
			pages.ServeHTTP(w, r)
		}
	})
}

// secretHeader carries the secret of a window, pageHeader the page of it that is asked for.
const secretHeader, pageHeader = "Ntm-Secret", "Ntm-Page"

// foreign tells a request that another site, or another port of this machine, had the browser
// send: by what the browser says of it, also where it only reads.
func (d *door) foreign(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return true
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+d.host {
		return true
	}
	return d.origins.Check(r) != nil
}

func (d *door) hasPass(r *http.Request) bool {
	return slices.ContainsFunc(r.CookiesNamed(d.cookie), func(c *http.Cookie) bool { return same(c.Value, d.pass) })
}

// letIn hands over the cookie. The browser is sent on by the page itself: a redirection would
// still count as coming from wherever the address was opened.
func (d *door) letIn(w http.ResponseWriter, page string) {
	http.SetCookie(w, &http.Cookie{Name: d.cookie, Value: d.pass, Path: d.base + "/", HttpOnly: true,
		SameSite: http.SameSiteStrictMode})
	say(w, http.StatusOK, said{opening, opening, d.base + page, d.base + iconPath})
}

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
	say(w, status, said{Title: "Không mở được trang này", Text: "Địa chỉ này chỉ mở được một lần, từ chính máy đang " +
		"chạy ntm. Trang đang mở ở thẻ khác vẫn dùng được; muốn mở lại, chạy lại: ntm open"})
}
