package door

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const host = "127.0.0.1:40123"

// opened is a door with pages behind it that say their own path.
func opened() (*Door, http.Handler) {
	d := New(host, "40123")
	return d, d.Guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte("trang " + r.URL.Path))
	}))
}

// asked is what a request through the guard is answered.
func asked(h http.Handler, method, path string, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+host+path, nil)
	change(r)
	out := httptest.NewRecorder()
	h.ServeHTTP(out, r)
	return out
}

func as(header, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(header, value) }
}

// A token leads in once, from anywhere, and only where it is one.
func TestToken(t *testing.T) {
	d, h := opened()
	enter := func(address, method string) *httptest.ResponseRecorder {
		return asked(h, method, strings.TrimPrefix(address, "http://"+host), as("Sec-Fetch-Site", "cross-site"))
	}
	first, second := d.Entry("/van-phong"), d.Entry("/")
	a := enter(first, http.MethodGet)
	cookie := a.Header().Get("Set-Cookie")
	for _, part := range []string{d.cookie + "=", "Path=" + d.Base + "/", "HttpOnly", "SameSite=Strict"} {
		if a.Code != http.StatusOK || !strings.Contains(cookie, part) {
			t.Errorf("%d %q lacks %q", a.Code, cookie, part)
		}
	}
	if strings.Contains(cookie, "Domain") || !strings.Contains(a.Body.String(),
		`content="0; url=`+d.Base+`/van-phong"`) {
		t.Errorf("%q:\n%s", cookie, a.Body)
	}
	for name, address := range map[string]string{"used": first, "wrong": first + "X", "none": d.Base + enterPath} {
		if a := enter(address, http.MethodGet); a.Code != http.StatusForbidden || a.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s: %d", name, a.Code)
		}
	}
	if a := enter(second, http.MethodHead); a.Code != http.StatusForbidden {
		t.Errorf("HEAD: %d", a.Code)
	}
	if a := enter(second, http.MethodGet); a.Code != http.StatusOK {
		t.Errorf("after looking at its head: %d", a.Code)
	}
}

// So many tokens may wait; the oldest go first.
func TestTokensThatWait(t *testing.T) {
	d, h := opened()
	oldest := d.Entry("/")
	var newest string
	for range mostTokens {
		newest = d.Entry("/")
	}
	for address, want := range map[string]int{oldest: http.StatusForbidden, newest: http.StatusOK} {
		path := strings.TrimPrefix(address, "http://"+host)
		if a := asked(h, http.MethodGet, path, func(*http.Request) {}); a.Code != want {
			t.Errorf("%d, want %d", a.Code, want)
		}
	}
}

// A new token is only for who knows the secret, and leads only to a page of ours.
func TestSecret(t *testing.T) {
	d, h := opened()
	for _, secret := range []string{"", "SAI", d.pass} {
		a := asked(h, http.MethodPost, d.Base+againPath, as(secretHeader, secret))
		if a.Code != http.StatusForbidden || strings.Contains(a.Body.String(), d.Base) {
			t.Errorf("%q: %d", secret, a.Code)
		}
	}
	for page, to := range map[string]string{"/kho": "/kho", "": "/", "http://xau.example": "/"} {
		a := asked(h, http.MethodPost, d.Base+againPath, func(r *http.Request) {
			r.Header.Set(secretHeader, d.secret)
			r.Header.Set(pageHeader, page)
		})
		in := asked(h, http.MethodGet, strings.TrimPrefix(a.Body.String(), "http://"+host), func(*http.Request) {})
		if in.Code != http.StatusOK || !strings.Contains(in.Body.String(), `url=`+d.Base+to+`"`) {
			t.Errorf("%q: %d %s", page, in.Code, in.Body)
		}
	}
	if a := asked(h, http.MethodGet, d.Base+againPath, as(secretHeader, d.secret)); a.Code != http.StatusForbidden {
		t.Errorf("read, not sent: %d", a.Code)
	}
}

// Only this window's cookie, name and origin come to a page, and every answer is protected.
func TestGuard(t *testing.T) {
	d, h := opened()
	for name, c := range map[string]struct {
		method, path string
		change       func(*http.Request)
		code         int
	}{
		"a page":             {"GET", "/x", func(*http.Request) {}, http.StatusOK},
		"a form":             {"POST", "/x", as("Origin", "http://"+host), http.StatusOK},
		"the path alone":     {"GET", "", func(*http.Request) {}, http.StatusSeeOther},
		"another path":       {"GET", "", func(*http.Request) {}, http.StatusForbidden},
		"no cookie":          {"GET", "/x", func(r *http.Request) { r.Header.Del("Cookie") }, http.StatusForbidden},
		"a wrong cookie":     {"GET", "/x", as("Cookie", d.cookie+"=SAI"), http.StatusForbidden},
		"a cookie of others": {"GET", "/x", as("Cookie", "ntm-1="+d.pass), http.StatusForbidden},
		"another name": {"GET", "/x", func(r *http.Request) { r.Host = "xau.example" },
			http.StatusMisdirectedRequest},
		"no name":         {"GET", "/x", func(r *http.Request) { r.Host = "" }, http.StatusMisdirectedRequest},
		"another site":    {"GET", "/x", as("Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		"another port":    {"GET", "/x", as("Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		"another origin":  {"POST", "/x", as("Origin", "http://127.0.0.1:1"), http.StatusForbidden},
		"a file's origin": {"POST", "/x", as("Origin", "null"), http.StatusForbidden},
	} {
		t.Run(name, func(t *testing.T) {
			a := asked(h, c.method, d.Base+"/..", func(r *http.Request) {
				r.URL.Path = d.Base + c.path
				if name == "another path" {
					r.URL.Path = "/khac/x"
				}
				r.AddCookie(d.Pass())
				c.change(r)
			})
			if a.Code != c.code {
				t.Errorf("%d %s", a.Code, a.Body)
			}
			if a.Code >= 400 && strings.Contains(a.Body.String(), d.Base) {
				t.Errorf("it tells the way in: %s", a.Body)
			}
			policy := a.Header().Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") ||
				a.Header().Get("X-Content-Type-Options") != "nosniff" || a.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("headers: %v", a.Header())
			}
		})
	}
}
