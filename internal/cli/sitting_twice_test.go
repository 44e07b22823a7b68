package cli

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/store"
	"ntm/internal/term"

	"github.com/xuri/excelize/v2"
)

const invitedTwice = "Người Một; UBND tỉnh; Chủ tịch\nNgười Hai; Sở giả định; Phó Chủ tịch\nNgười Ba; Sở khác; Ủy viên"

// The same sitting by commands and in the window writes the same events, but for what is drawn at
// random and the ids and times of the events.
func TestSittingBothWays(t *testing.T) {
	folder := t.TempDir()
	world := World{Terminal: term.Terminal{Stdout: io.Discard, Stderr: io.Discard, Stdin: strings.NewReader(""),
		Now: func() time.Time { return time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC) }}, User: "Người thử"}
	do := func(db string, args ...string) {
		t.Helper()
		w := world
		var said bytes.Buffer
		w.Store, w.Stderr = filepath.Join(folder, db), &said
		if status := Run(t.Context(), args, w); status != done {
			t.Fatalf("%q ends with %d: %s", args, status, said.String())
		}
	}
	const commune = "Giả Định"
	for _, db := range []string{"lenh.db", "cua-so.db"} {
		do(db, "import", "../../testdata/xa-gia-dinh-2023.yaml")
		do(db, "process", "submit", commune, "--level", "ntm", "--reason", "lý do giả định")
		do(db, "process", "take-up", commune)
		do(db, "process", "opinion", commune, "--department", "Liên ngành", "--result", "Đạt", "--on",
			"1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19")
		do(db, "process", "ready", commune)
	}
	do("lenh.db", slices.Concat([]string{"council", "open", "--name", "Hội đồng giả định", "--level", "ntm",
		"--year", "2023",
		"--quorum", "60", "--proposal", "90", "--rule-source", "quy chế giả định"}, membersFlags())...)
	do("lenh.db", "council", "batch", "2023-1", commune, "--reason", "lý do giả định")
	do("lenh.db", "council", "attend", "2023-1", "--absent", "3")
	ballots := filepath.Join(folder, "phieu")
	do("lenh.db", "council", "ballots", "2023-1", "-o", ballots)
	files, err := filepath.Glob(filepath.Join(ballots, "*.xlsx"))
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err == nil {
			err = os.WriteFile(file, agreed(t, data), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	do("lenh.db", "council", "tally", "2023-1", ballots)

	w := world
	w.Store = filepath.Join(folder, "cua-so.db")
	inWindow(t, openedWindow(t, w, "open", "--no-browser").address)
	if by, in := happened(t, filepath.Join(folder, "lenh.db")), happened(t, w.Store); !slices.Equal(by, in) {
		t.Errorf("by commands:\n%s\nin the window:\n%s", strings.Join(by, "\n"), strings.Join(in, "\n"))
	}
}

func membersFlags() (out []string) {
	for line := range strings.Lines(invitedTwice) {
		out = append(out, "--member", strings.TrimSpace(line))
	}
	return out
}

// inWindow plays the sitting in the window that an address leads into.
func inWindow(t *testing.T, address string) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := http.Client{Jar: jar}
	at, _, _ := strings.Cut(address, "/vao/")
	ask := func(kind, to string, body io.Reader) (final, page string) {
		t.Helper()
		method := http.MethodPost
		if kind == "" {
			method = http.MethodGet
		}
		r, err := http.NewRequestWithContext(t.Context(), method, to, body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", kind)
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close() //nolint:errcheck // read to its end
		data, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatal(to, answer.Status, err, string(data))
		}
		return answer.Request.URL.String(), string(data)
	}
	send := func(to string, fields url.Values) (string, string) {
		t.Helper()
		return ask("application/x-www-form-urlencoded", to, strings.NewReader(fields.Encode()))
	}
	ask("", address, nil)
	sitting, page := send(at+"/ky-hop", url.Values{"ten-hoi-dong": {"Hội đồng giả định"}, "muc": {"ntm"},
		"nam":        {"2023"},
		"thanh-vien": {invitedTwice}, "co-mat": {"60"}, "dong-y": {"90"}, "can-cu": {"quy chế giả định"}})
	key := regexp.MustCompile(`name="xa" value="([^"]+)"`).FindStringSubmatch(page)
	if key == nil {
		t.Fatal(page)
	}
	send(sitting+"/xa", url.Values{"xa": {key[1]}, "ly-do": {"lý do giả định"}})
	send(sitting+"/du-hop", url.Values{"co-mat": {"1", "2"}})
	send(sitting+"/lap-phieu", url.Values{"cach": {"kin"}})
	_, data := ask("", sitting+"/phieu", nil)
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	send(sitting+"/phat-phieu", nil)
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, f := range z.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		ballot, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		into, err := form.CreateFormFile("tep", filepath.Base(f.Name))
		if err == nil {
			_, err = into.Write(agreed(t, ballot))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if form.WriteField("so-phieu", fmt.Sprint(len(z.File))) != nil || form.Close() != nil {
		t.Fatal("the form")
	}
	ask(form.FormDataContentType(), sitting+"/kiem-phieu", &body)
}

// agreed is a ballot that agrees to its first commune.
func agreed(t *testing.T, ballot []byte) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(ballot))
	if err != nil {
		t.Fatal(err)
	}
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	for i, row := range rows {
		if err == nil && len(row) > 0 && row[0] == "1" {
			err = book.SetCellStr(sheet, cellAt(5, i+1), "x")
		}
	}
	var out bytes.Buffer
	if err == nil {
		err = book.Write(&out)
	}
	if err != nil || book.Close() != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// drawn are what is drawn at random: the letters of a sitting's id, numbers of ballots.
var drawn = regexp.MustCompile(`(2023-1)-[a-z2-7]{3}|"[0-9a-f]{64}"`)

// happened are the events of a store, each in a line.
func happened(t *testing.T, at string) (out []string) {
	t.Helper()
	st, err := store.Open(t.Context(), at, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close() //nolint:errcheck // only read
	all, err := st.Subjects(t.Context(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range all {
		events, err := st.Events(t.Context(), of)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			text, err := json.Marshal([]any{e.Kind, e.By, e.Day, e.Commune, e.Year, e.Body})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, drawn.ReplaceAllString(string(text), "$1"))
		}
	}
	slices.Sort(out)
	return out
}
