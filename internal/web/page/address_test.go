package page

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// The level that is asked about goes along with an address, before what it leads to within the page, and
// as one value whatever it is.
func TestOnLevel(t *testing.T) {
	for asked, want := range map[string][3]string{
		"":                {"/x", "/x?a=1", "/x#b"},
		"?muc=ntm":        {"/x?muc=ntm", "/x?a=1&muc=ntm", "/x?muc=ntm#b"},
		"?muc=%26c%3D%23": {"/x?muc=%26c%3D%23", "/x?a=1&muc=%26c%3D%23", "/x?muc=%26c%3D%23#b"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/"+asked, nil)
		if err := r.ParseForm(); err != nil {
			t.Fatal(err)
		}
		for i, to := range []string{"/x", "/x?a=1", "/x#b"} {
			if got := OnLevel(r, to); got != want[i] {
				t.Errorf("%q: %s is %s, not %s", asked, to, got, want[i])
			}
		}
	}
}
