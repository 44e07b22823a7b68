package web

import (
	"archive/zip"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// everywhere is what every page and every file says that can be asked for, by its pattern: files unzipped, and without
// the random path. The copy of the store is left out: it is one of random names.
func (w *Window) everywhere(t *testing.T, values map[string]string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, route := range w.routes() {
		path, isGet := strings.CutPrefix(route.Pattern, "GET ")
		if !isGet || strings.HasPrefix(path, "/tinh/") {
			continue
		}
		path = strings.TrimSuffix(path, "{$}")
		for _, name := range slices.Sorted(maps.Keys(values)) {
			path = strings.ReplaceAll(path, "{"+name+"}", url.PathEscape(values[name]))
		}
		for _, what := range []string{"bieu-mau", "bieu-da-ghi", "ho-so", "van-ban", "phieu", "goi"} {
			name, its := route.Pattern, strings.ReplaceAll(path, "{what}", what)
			if its != path {
				name += " " + what
			}
			if out[name] == "" {
				out[name] = w.plainly(t, its)
			}
		}
	}
	return out
}

// plainly is what an answer says, without what is another in every window.
func (w *Window) plainly(t *testing.T, path string) string {
	t.Helper()
	body := w.ask(t, request{method: http.MethodGet, path: path}).body
	if strings.HasPrefix(body, "PK") {
		body = inside(t, body)
	}
	return strings.NewReplacer(w.Door.Base, "", w.Store.Name(), "kho").Replace(body)
}

// inside is what stands in the parts of a file.
func inside(t *testing.T, data string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(text), "PK") {
			text = []byte(inside(t, string(text)))
		}
		out.WriteString(f.Name + "\n" + string(text) + "\n")
	}
	return out.String()
}

// While members vote no page and no file has a count, and none ever has the number or the name of a ballot, or says
// whose it was: whoever of the members it was that voted against, all pages and files are the same.
func TestNoVoteOfAnybodyAnywhere(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	var after []map[string]string
	for _, votes := range [][]string{{"E", "E", "G"}, {"G", "E", "E"}} {
		w := waiting(t)
		at := w.seated(t)
		lines, err := listed(t.Context(), w.Work, "gia dinh")
		if err != nil || len(lines) != 1 {
			t.Fatal(lines, err)
		}
		parts := strings.Split(at, "/")
		home, _ := url.PathUnescape(parts[2])
		values := map[string]string{"home": home, "id": parts[3], "commune": lines[0].Commune, "year": "2023",
			"level": "ntm", "no": "10", "sheet": "capital", "one": "1", "item": "1", "file": "0",
			"chart": "gap", "of": "0", "row": "0", "elsewhere...": "khac"}
		names, files := w.ballots(t, at, votes...)
		w.sends(t, at+"/phat-phieu", nil)
		secret := func(pages map[string]string, phase string, more ...string) {
			t.Helper()
			for _, name := range names {
				more = append(more, name, strings.TrimSuffix(strings.TrimPrefix(name, "phieu-"), ".xlsx"))
			}
			for pattern, said := range pages {
				for _, words := range more {
					if strings.Contains(said, words) && pattern != "GET /ky-hop/{home}/{id}/phieu" {
						t.Errorf("%s, %s says %q", phase, pattern, words)
					}
				}
			}
		}
		secret(w.everywhere(t, values), "while members vote", `data-nhan="Đồng ý"`, `data-nhan="Không đồng ý"`,
			"66,67")
		a := w.posted(t, at+"/kiem-phieu", map[string]string{"so-phieu": "3"}, names, files)
		if a.code != http.StatusSeeOther {
			t.Fatal(a.code, a.body)
		}
		pages := w.everywhere(t, values)
		secret(pages, "after the count")
		if !strings.Contains(pages["GET /ky-hop/{home}/{id}"], `data-nhan="Không đồng ý">1`) {
			t.Error("it was not counted")
		}
		maps.DeleteFunc(pages, func(pattern, _ string) bool { // whose events have random names
			return pattern == "GET /kho/sao-luu" || strings.HasSuffix(pattern, " goi")
		})
		for pattern, said := range pages {
			pages[pattern] = strings.ReplaceAll(said, parts[3], "2023-1")
		}
		after = append(after, pages)
	}
	if d := cmp.Diff(after[0], after[1]); d != "" {
		t.Errorf("who voted against can be told: %s", d)
	}
}
