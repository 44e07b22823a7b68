// Package pagetest has pages answer in tests without a window around them: in a frame over a store
// of their own.
package pagetest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/web/door"
	"ntm/internal/web/page"

	"github.com/xuri/excelize/v2"
)

// Host is where the door of the frame stands.
const Host = "127.0.0.1:40123"

// Frame is a frame over an empty store, with the templates of pages.
func Frame(t testing.TB, templates ...fs.FS) *page.Frame {
	t.Helper()
	now := func() time.Time { return time.Date(2023, 12, 1, 9, 0, 0, 0, time.UTC) }
	st, err := store.OpenOrMake(t.Context(), filepath.Join(t.TempDir(), "ntm.db"), now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	f, err := page.New(page.Desk{Store: st, Library: packs.Embedded(), Version: "thử", Now: now, By: "Người thử",
		Evidence: t.TempDir(), Load: func(bool) (*criteria.Library, error) { return packs.Embedded(), nil }},
		door.New(Host, "40123"), templates...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Reports has the store of a frame hold a report of 2023 of the commune with each code, which gives
// its income alone. The reports are invented.
func Reports(t testing.TB, f *page.Frame, codes ...string) {
	t.Helper()
	var names []string
	for _, code := range codes {
		file := filepath.Join(t.TempDir(), code+".yaml")
		report := "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"" + code + "\"}\nyear: 2023\n" +
			"figures:\n  - {id: income_per_capita, value: 69}\n"
		if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, file)
	}
	TakeIn(t, f, names...)
}

// TakeIn has the store of a frame hold reports.
func TakeIn(t testing.TB, f *page.Frame, names ...string) {
	t.Helper()
	in := office.Intake{Store: f.Store, Lib: f.Library, By: "Người thử", Version: "thử"}
	taken := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(t.Context(), names, taken, taken); err != nil {
		t.Fatal(err)
	}
}

// step takes a step of a commune's dossier.
func step(t testing.TB, st *store.Store, of store.OfYear, kind docket.Kind, bodies ...any) {
	t.Helper()
	if _, err := office.TakeStep(t.Context(), st, office.Which{Text: of.Commune, Year: of.Year}, "Người thử",
		criteria.Date{}, kind, bodies...); err != nil {
		t.Fatal(kind, err)
	}
}

// grounds are why a step is taken whatever stands against it.
var grounds = docket.Grounds{Reason: "lý do giả định"}

// TakenUp has the dossier of a commune wait for opinions, at nông thôn mới.
func TakenUp(t testing.TB, st *store.Store, of store.OfYear) {
	t.Helper()
	step(t, st, of, docket.Submitted, docket.SubmittedBody{Level: criteria.NTM, Grounds: grounds})
	step(t, st, of, docket.TakenUp, docket.NoteBody{Grounds: grounds})
}

// Readied has it wait for a council, all opined well on.
func Readied(t testing.TB, st *store.Store, of store.OfYear) {
	t.Helper()
	TakenUp(t, st, of)
	var opinions []any
	for no := range 19 {
		opinions = append(opinions, docket.Opinion{Department: "Sở giả định", On: strconv.Itoa(no + 1),
			Result: "Đạt"})
	}
	step(t, st, of, docket.Opined, opinions...)
	step(t, st, of, docket.Readied, docket.NoteBody{Grounds: grounds})
}

// Form is a form with files, as a browser sends it, and its content type.
func Form(t testing.TB, fields map[string]string, names []string, files [][]byte) (body, kind string) {
	t.Helper()
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	for name, value := range fields {
		_ = form.WriteField(name, value) // a buffer takes all
	}
	for i := range files {
		into, err := form.CreateFormFile("tep", names[i])
		if err == nil {
			_, err = into.Write(files[i])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	_ = form.Close()
	return out.String(), form.FormDataContentType()
}

// Marked is a ballot with a mark in a column beside its first commune, "" for none.
func Marked(t testing.TB, ballot io.Reader, column string) []byte {
	t.Helper()
	book, err := excelize.OpenReader(ballot)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close() //nolint:errcheck // written elsewhere
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == "1" && column != "" {
			if err := book.SetCellStr(sheet, fmt.Sprintf("%s%d", column, i+1), "x"); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Decision is an invented decision with one annex, as a saved page: whose it is, its number, what it is on, and the
// rows of its table.
func Decision(issuer, number, title, rows string) string {
	return "<meta charset=utf-8><p>" + issuer + "</p><p>Số: " + number + "</p><p>Hà Nội, ngày 10 tháng 3 năm " +
		strings.Split(number, "/")[1] + "</p><p>QUYẾT ĐỊNH</p><p>Ban hành " + title + " (giả định)</p><p>PHỤ LỤC</p>" +
		"<p>" + strings.ToUpper(title) + "</p>" +
		"<table><tr><td>TT<td>Tên tiêu chí<td>Nội dung tiêu chí<td>Mức đạt</tr>" + rows + "</table>"
}

// Ask has a page answer as the window would: what it cannot do stands on the page of errors.
func Ask(t testing.TB, f *page.Frame, routes []page.Route, method, target string,
	form url.Values) *httptest.ResponseRecorder {
	t.Helper()
	return Send(t, f, routes, method, target, form.Encode(), "application/x-www-form-urlencoded")
}

// Send is the same with a form as it is sent.
func Send(t testing.TB, f *page.Frame, routes []page.Route, method, target, body,
	kind string) *httptest.ResponseRecorder {
	t.Helper()
	mux := http.NewServeMux()
	for _, at := range routes {
		mux.HandleFunc(at.Pattern, func(out http.ResponseWriter, r *http.Request) {
			if err := errors.Join(r.ParseForm(), at.Page(out, r)); err != nil {
				f.Wrong(out, err)
			}
		})
	}
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", kind)
	}
	out := httptest.NewRecorder()
	mux.ServeHTTP(out, r)
	return out
}
