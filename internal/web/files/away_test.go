package files

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"ntm/internal/office/desk"
)

// A name with tone marks, quotes and signs of other systems is one name, and leads nowhere.
func TestAttachment(t *testing.T) {
	for _, name := range []string{"tờ trình.pdf", `a"b.pdf`, "../../x", "\u202egpj.exe", "a\r\nX: y", "50%.pdf"} {
		said := attachment(name)
		_, params, err := mime.ParseMediaType(said)
		if err != nil || params["filename"] != name || strings.ContainsAny(said, "\r\n") {
			t.Errorf("%q is %q: %v %v", name, said, params, err)
		}
	}
}

// Files put into one are whole in a folder of its name.
func TestZipped(t *testing.T) {
	day := time.Date(2023, time.December, 31, 9, 0, 0, 0, time.UTC)
	away, err := Zipped("phieu-2023", []desk.Away{{Name: "y-te.xlsx", Data: []byte("một")},
		{Name: "công an.xlsx", Data: []byte("hai")}}, day)
	if err != nil || away.Name != "phieu-2023.zip" {
		t.Fatalf("%+v, %v", away, err)
	}
	z, err := zip.NewReader(bytes.NewReader(away.Data), int64(len(away.Data)))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"phieu-2023/y-te.xlsx: một", "phieu-2023/công an.xlsx: hai"} {
		in, err := z.File[i].Open()
		if err != nil {
			t.Fatal(err)
		}
		held, err := io.ReadAll(in)
		if got := z.File[i].Name + ": " + string(held); got != want || err != nil {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
}

// What is written now is handed over whole, or not at all.
func TestHandOverWritten(t *testing.T) {
	out := httptest.NewRecorder()
	if err := HandOverWritten(out, "a.txt", func(w io.Writer) error {
		_, err := io.WriteString(w, "một")
		return err
	}); err != nil || out.Body.String() != "một" || out.Header().Get("Content-Length") != "5" {
		t.Errorf("%q, %v, %v", out.Body, out.Header(), err)
	}
	out = httptest.NewRecorder()
	if err := HandOverWritten(out, "a.txt", func(w io.Writer) error {
		_, _ = io.WriteString(w, "nửa")
		return errors.New("hỏng")
	}); err == nil || out.Body.Len() > 0 {
		t.Errorf("half a file was handed over: %q, %v", out.Body, err)
	}
}

// A PDF is one by its bytes and may load nothing; what is no photograph is shown as none.
func TestShown(t *testing.T) {
	data := []byte("%PDF-1.7 giả định")
	if !IsPDF(data) || IsPDF([]byte("ảnh.pdf")) {
		t.Error("a PDF is not told by its bytes")
	}
	out := httptest.NewRecorder()
	ShowPages(out, "tờ trình.pdf", data)
	if !strings.Contains(out.Header().Get("Content-Security-Policy"), "default-src 'none'") ||
		!strings.HasPrefix(out.Header().Get("Content-Disposition"), "inline") || out.Body.String() != string(data) {
		t.Errorf("%v", out.Header())
	}
	out = httptest.NewRecorder()
	if err := ShowPicture(out, data); err == nil || out.Body.Len() > 0 {
		t.Error("a PDF was shown as a photograph")
	}
}
