package files

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/web/page"
)

// sent is a form with files as a browser sends them: their names and what is in them, by turns.
func sent(t testing.TB, files ...string) *http.Request {
	t.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	err := m.WriteField("so", "e\u0301") // in two signs, as some keyboards write
	for i := 0; i+1 < len(files) && err == nil; i += 2 {
		name := strings.NewReplacer(`\`, `\\`, `"`, "%22", "\r", "%0D", "\n", "%0A").Replace(files[i])
		part, wrong := m.CreatePart(textproto.MIMEHeader{"Content-Disposition": {
			`form-data; name="tep"; filename="` + name + `"`}})
		if err = wrong; err == nil {
			_, err = part.Write([]byte(files[i+1]))
		}
	}
	if err != nil || m.Close() != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/", &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return r
}

// Files are taken in as they were sent, each apart, and gone when they are closed.
func TestTakeAll(t *testing.T) {
	u, err := TakeAll(sent(t, "a.xlsx", "một", "a.xlsx", "hai"), 2)
	if err != nil {
		t.Fatal(err)
	}
	if u.Fields["so"] != "é" || len(u.Files) != 2 || u.Name != "a.xlsx" {
		t.Errorf("%+v", u)
	}
	for i, want := range []string{"một", "hai"} {
		if data, err := os.ReadFile(u.Paths()[i]); err != nil || string(data) != want {
			t.Errorf("%d: %q %v", i, data, err)
		}
	}
	u.Close()
	if _, err := os.Stat(u.Path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}

// What is no form with a file, or has too many, is refused in words, and nothing is left of it.
func TestRefusedUploads(t *testing.T) {
	cut := sent(t, "a.xlsx", "dữ liệu")
	cut.Body = http.MaxBytesReader(nil, cut.Body, 150)
	torn := sent(t, "a.xlsx", strings.Repeat("x", 5000))
	whole := new(bytes.Buffer)
	_, _ = whole.ReadFrom(torn.Body)
	again := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(whole.Bytes()[:2000]))
	again.Header = torn.Header
	for name, c := range map[string]struct {
		r    *http.Request
		most int
		said string
	}{
		"no form":     {httptest.NewRequest(http.MethodPost, "/", nil), 1, "chưa chọn tệp nào"},
		"no file":     {sent(t), 1, "chưa chọn tệp nào"},
		"no name":     {sent(t, "", "x"), 1, "chưa chọn tệp nào"},
		"two for one": {sent(t, "a", "x", "b", "y"), 1, "mỗi lần một tệp"},
		"many":        {sent(t, "a", "x", "b", "y", "c", "z"), 2, "gửi hơn 2 tệp"},
		"torn":        {again, 1, "ngắt giữa chừng"},
	} {
		if u, err := TakeAll(c.r, c.most); err == nil || !strings.Contains(err.Error(), c.said) {
			t.Errorf("%s: %+v %v", name, u, err)
		}
	}
	var large *http.MaxBytesError
	if _, err := TakeAll(cut, 1); !errors.As(err, &large) {
		t.Errorf("too large: %v", err)
	}
}

// A problem of a file says its name and where in it, never where it lies on this machine.
func TestNamed(t *testing.T) {
	u := &Sent{Files: []File{{"/tmp/x/1-a.xlsx", "a.xlsx"}, {"/tmp/x/2-b.xlsx", "b.xlsx"}}}
	err := u.Named(problem.List{{File: "/tmp/x/2-b.xlsx", Sheet: "Số liệu", Cell: "D7", Message: "không đọc được",
		Hint: "sửa /tmp/x/2-b.xlsx"}, {Message: "không của tệp nào"}})
	text := err.Error()
	for _, p := range problem.Of(err) {
		text += p.Hint
	}
	if strings.Contains(text, "/tmp") || !strings.Contains(text, "b.xlsx: ") || !strings.Contains(text, "D7") ||
		strings.Contains(text, "a.xlsx") {
		t.Error(text)
	}
	if missing := page.Missing("không có", ""); !errors.Is(u.Named(missing), missing) {
		t.Error("a status is lost")
	}
}

// What is handed over is kept, never shown, with its length.
func TestHandOver(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x")
	if err := os.WriteFile(file, []byte("<b>"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, hand := range map[string]func(http.ResponseWriter) error{
		"bytes": func(w http.ResponseWriter) error { HandOver(w, "tờ.html", []byte("<b>")); return nil },
		"file":  func(w http.ResponseWriter) error { return HandOverFile(w, "tờ.html", file) },
	} {
		out := httptest.NewRecorder()
		if err := hand(out); err != nil || out.Body.String() != "<b>" || out.Header().Get("Content-Length") != "3" ||
			out.Header().Get("Content-Type") != "application/octet-stream" ||
			!strings.HasPrefix(out.Header().Get("Content-Disposition"), "attachment;") {
			t.Errorf("%s: %v %v", name, err, out.Header())
		}
	}
	if err := HandOverFile(httptest.NewRecorder(), "x", file+"không có"); err == nil {
		t.Error("a file that is not there")
	}
}
