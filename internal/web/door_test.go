package web

import (
	"bufio"
	"cmp"
	"fmt"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"testing"

	"ntm/internal/store"
	"ntm/internal/testenv"
	"ntm/internal/web/page"
)

// walked is a window with something at the end of every address: a commune that waits for a
// council with its figures and a piece of evidence, and a sitting; each are its routes by every
// method, and some that lead nowhere. A route with a part that nobody names here fails the test.
func walked(t *testing.T) (w *Window, each []request) {
	t.Helper()
	w = waiting(t)
	sitting := w.seated(t)
	lines, err := listed(t.Context(), w.Work, "gia dinh")
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	year := page.YearAt(lines[0].OfYear, "")
	w.ask(t, sent(t, year+"/minh-chung", "giả định.pdf", redPage(), "so", "income_per_capita"))
	item := path.Base(between(w.get(t, year+"/minh-chung"), `href="`+w.Door.Base+year+"/minh-chung/", "/xem"))
	parts := strings.NewReplacer("/xa/{home}/{commune}/{year}", year, "/ky-hop/{home}/{id}", sitting,
		"/bang-hoi-dong/{id}", "/bang-hoi-dong/"+path.Base(sitting), "/quyet-dinh/{id}", "/quyet-dinh/x", "{row}", "0",
		"{home}/{commune}/{year}", strings.TrimPrefix(year, "/xa/"), "{$}", "", "{elsewhere...}", "khong-co",
		"/tep-rieng/{what}", "/tep-rieng/van-ban", "/tinh/{file}", "/tinh/ntm.css", "{file}", "x.pdf",
		"{what}", "ho-so", "{sheet}", "nguon-luc", "{one}", "to-trinh.docx", "{item}", item,
		"{level}/{no}", "ntm/10", "{chart}/{of}", "tieu-chi/ntm")
	methods := []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
	for _, at := range w.routes() {
		own, pattern, _ := strings.Cut(at.Pattern, " ")
		to := parts.Replace(pattern)
		if strings.ContainsAny(to, "{}") {
			t.Fatalf("nobody says what %s leads to", to)
		}
		for _, method := range methods {
			each = append(each, request{method: method, path: to, own: method == own})
		}
	}
	each = append(each, request{method: "GET", path: ""}, request{method: "GET", path: "/../.."})
	order := func(a, b request) int {
		return cmp.Or(slices.Index(methods, a.method)-slices.Index(methods, b.method), strings.Compare(a.path, b.path))
	}
	slices.SortStableFunc(each, order)
	return w, each
}

// Nobody comes to any route but from the window itself, or from nowhere, with its cookie and
// by its own name.
func TestWhoMayNotComeIn(t *testing.T) {
	w, each := walked(t)
	stood := w.stands(t)
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
		for _, q := range each {
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
	if stands := w.stands(t); stands != stood {
		t.Errorf("something was written:\n%s\n%s", stood, stands)
	}
}

// stands is all that the store's events and the working copies say.
func (w *Window) stands(t *testing.T) string {
	t.Helper()
	events, err := w.Store.Events(t.Context(), store.Subject{})
	if err != nil {
		t.Fatal(err)
	}
	copies, err := w.Store.WorkingCopies(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	said := fmt.Sprint(len(events))
	for _, c := range copies {
		_, cells, err := w.Store.Working(t.Context(), c.OfYear, nil)
		if err != nil {
			t.Fatal(err)
		}
		said += fmt.Sprint(c, cells)
	}
	return said + w.Actor()
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
// from, and every answer has its headers; what leads to something finds it, and by a method that
// a route does not know nothing is done.
func TestWhoComesIn(t *testing.T) {
	for _, header := range testenv.Every(t, 3,
		[]map[string]string{{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}}) {
		w, each := walked(t)
		for _, q := range each {
			if q.path == "/ket-thuc" && q.method == "POST" {
				continue
			}
			q.header = header
			a := w.ask(t, q)
			isProtected(t, a.header)
			switch {
			case a.code == http.StatusForbidden || a.code == http.StatusMisdirectedRequest || a.code >= 500:
				t.Errorf("%v %s %s: %d", header, q.method, q.path, a.code)
			case q.method != "GET" && q.method != "HEAD" && q.method != "POST" && a.code != http.StatusMethodNotAllowed:
				t.Errorf("%s %s: %d", q.method, q.path, a.code)
			case q.own && q.method == "GET" && strings.HasPrefix(q.path, "/xa/") && a.code != http.StatusOK &&
				!strings.HasSuffix(q.path, "/anh"): // of a PDF there is none
				t.Errorf("%s: %d", q.path, a.code)
			}
		}
	}
}

// An empty name is no name of ours.
func TestEmptyHost(t *testing.T) {
	w, each := walked(t)
	for _, q := range each {
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
