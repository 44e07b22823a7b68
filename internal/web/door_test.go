package web

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"ntm/internal/web/page"
	"slices"
	"strings"
	"testing"
)

// each is every route with an address that leads there, and two that lead nowhere.
func (w *Window) each() []request {
	var out []request
	for _, at := range w.routes() {
		method, path, _ := strings.Cut(at.Pattern, " ")
		for _, c := range [][2]string{{"{$}", ""}, {"{elsewhere...}", "khong-co"}, {"{file}", "ntm.css"},
			{"{year}", "2023"}, {"{home}", "x"}, {"{commune}", "y"}, {"{what}", "ho-so"}, {"{sheet}", "nguon-luc"},
			{"{one}", "to-trinh.docx"}, {"{item}", "1"}} {
			path = strings.ReplaceAll(path, c[0], c[1])
		}
		out = append(out, request{method: method, path: path})
	}
	out = append(out, request{method: "GET", path: ""}, request{method: "GET", path: "/../.."},
		request{method: "PUT", path: "/"})
	slices.SortFunc(out, func(a, b request) int { return strings.Compare(a.path+a.method, b.path+b.method) })
	return out
}

// Nobody comes to any route but from the window itself, or from nowhere, with its cookie and
// by its own name.
func TestWhoMayNotComeIn(t *testing.T) {
	w := opened(t)
	other := "127.0.0.1:1"
	for name, c := range map[string]struct {
		change func(*request)
		code   int
	}{
		"no cookie":    {func(q *request) { q.noPass = true }, http.StatusForbidden},
		"wrong cookie": {func(q *request) { q.noPass, q.header["Cookie"] = true, w.Door.Pass().Name+"=SAI" }, 403},
		"another's cookie": {func(q *request) { q.noPass, q.header["Cookie"] = true, "ntm-1="+w.Door.Pass().Value },
			403},
		"rebound name": {func(q *request) { q.host = "xau.example" }, http.StatusMisdirectedRequest},
		"localhost": {func(q *request) {
			q.host = strings.Replace(w.Door.Host, "127.0.0.1", "localhost",
				1)
		}, 421},
		"no port":            {func(q *request) { q.host = "127.0.0.1" }, 421},
		"another port named": {func(q *request) { q.host = other }, 421},
		"another site":       {func(q *request) { q.header["Sec-Fetch-Site"] = "cross-site" }, 403},
		"another port":       {func(q *request) { q.header["Sec-Fetch-Site"] = "same-site" }, 403},
		"an unknown word":    {func(q *request) { q.header["Sec-Fetch-Site"] = "moi" }, 403},
		"another origin":     {func(q *request) { q.header["Origin"] = "http://" + other }, 403},
		"a file's origin":    {func(q *request) { q.header["Origin"] = "null" }, 403},
	} {
		for _, q := range w.each() {
			t.Run(fmt.Sprintf("%s/%s %s", name, q.method, q.path), func(t *testing.T) {
				q.header = map[string]string{}
				c.change(&q)
				a := w.ask(t, q)
				if a.code != c.code {
					t.Errorf("%d", a.code)
				}
				if strings.Contains(a.body, w.Door.Base) || a.header.Get("Set-Cookie") != "" {
					t.Errorf("it tells the way in:\n%s", a.body)
				}
				isProtected(t, a.header)
			})
		}
	}
}

// isProtected holds the headers against those that go with every answer.
func isProtected(t *testing.T, h http.Header) {
	t.Helper()
	policy := h.Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") ||
		h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "same-origin" {
		t.Errorf("headers: %v", h)
	}
	for name := range h {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("%s lets others read", name)
		}
	}
}

// With the cookie every route answers, also to programs that say nothing of where they come
// from, and every answer has its headers.
func TestWhoComesIn(t *testing.T) {
	for _, header := range []map[string]string{{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}} {
		w := opened(t)
		for _, q := range w.each() {
			if q.path == "/ket-thuc" {
				continue
			}
			q.header = header
			a := w.ask(t, q)
			if a.code == http.StatusForbidden || a.code == http.StatusMisdirectedRequest || a.code >= 500 {
				t.Errorf("%v %s %s: %d", header, q.method, q.path, a.code)
			}
			isProtected(t, a.header)
		}
	}
}

// An empty name is no name of ours.
func TestEmptyHost(t *testing.T) {
	w := opened(t)
	for _, q := range w.each() {
		conn, err := net.Dial("tcp", w.Door.Host)
		if err != nil {
			t.Fatal(err)
		}
		_, err = fmt.Fprintf(conn, "%s %s%s HTTP/1.1\r\nHost:\r\nCookie: %s=%s\r\nConnection: close\r\n\r\n", q.method,
			w.Door.Base, q.path, w.Door.Pass().Name, w.Door.Pass().Value)
		if err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(conn).ReadString('\n')
		if err != nil || !strings.Contains(line, " 421 ") {
			t.Errorf("%s %s: %s %v", q.method, q.path, line, err)
		}
		_ = conn.Close()
	}
}

// More than a form holds is refused.
func TestTooLarge(t *testing.T) {
	t.Parallel()
	w := opened(t)
	a := w.ask(t, request{method: "POST", path: "/nguoi-lam", body: "ten=" + strings.Repeat("a", page.MostTyped)})
	if a.code != http.StatusRequestEntityTooLarge {
		t.Errorf("%d %s", a.code, a.body)
	}
}

// Who acts is shown as text, whatever it is, and another name stands until another.
func TestActor(t *testing.T) {
	w := opened(t)
	for name, c := range map[string]struct {
		typed string
		code  int
	}{
		"a name":       {"Nguyễn Văn A (giả định)", http.StatusSeeOther},
		"markup":       {"<script>alert(1)</script>", http.StatusSeeOther},
		"nothing":      {" ", http.StatusUnprocessableEntity},
		"turned about": {"A\u202eB", http.StatusSeeOther},
		"too long":     {strings.Repeat("a", 10_000), http.StatusUnprocessableEntity},
	} {
		t.Run(name, func(t *testing.T) {
			a := w.ask(t, request{method: "POST", path: "/nguoi-lam", body: "ten=" + c.typed,
				header: map[string]string{"Referer": "http://xau.example/" + w.Door.Base}})
			if a.code != c.code || c.code == http.StatusSeeOther && a.header.Get("Location") != w.Door.Base+"/" {
				t.Errorf("%d %v", a.code, a.header)
			}
			if page := w.get(t, "/"); strings.Contains(page, "<script>alert") || strings.Contains(page, "\u202e") {
				t.Error("it is markup")
			}
		})
	}
}
