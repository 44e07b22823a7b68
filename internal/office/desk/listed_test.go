package desk

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ntm/internal/evidence"
	"ntm/internal/form/layout"
	"ntm/internal/store"
)

// A file that is listed in a folder, and comes without it, joins its entry and lies where that says;
// where several may be meant the figure decides, or nothing is kept. One that is another file gets an
// entry of its own.
func TestEvidenceOfAListedName(t *testing.T) {
	long := strings.Repeat("Quyết định giả định ", 8) + ".pdf"
	for name, c := range map[string]struct {
		listed, there []string // names; of those that are there the text is their own name
		cites         string   // the entry that the figure cites
		sent, text    string
		want          string // the name of the entry it joins or gets, "" for a refusal
		entries       int
	}{
		"in a folder": {listed: []string{"giấy tờ/2023/co.pdf"},
			sent: "co.pdf", want: "giấy tờ/2023/co.pdf", entries: 1},
		"of Windows": {listed: []string{`giay\co.PDF`},
			sent: "co.pdf", want: `giay\co.PDF`, entries: 1},
		"below here": {listed: []string{"./co.pdf"},
			sent: "co.pdf", want: "./co.pdf", entries: 1},
		"its very name": {listed: []string{"a/co.pdf", "co.pdf"},
			sent: "co.pdf", want: "co.pdf", entries: 2},
		"a long name": {listed: []string{"a/" + long},
			sent: evidence.NameOf(long), want: "a/" + long, entries: 1},
		"no folder at all": {listed: []string{"khác.pdf"}, sent: "co.pdf", want: "co.pdf", entries: 2},
		"one of two": {listed: []string{"a/co.pdf", "b/co.pdf"}, there: []string{"a/co.pdf"},
			sent: "co.pdf", want: "b/co.pdf", entries: 2},
		"the same is there": {listed: []string{"a/co.pdf", "b/co.pdf"}, there: []string{"b/co.pdf"},
			sent: "co.pdf", text: "b/co.pdf", want: "b/co.pdf", entries: 2},
		"another is there": {listed: []string{"a/co.pdf"}, there: []string{"a/co.pdf"},
			sent: "co.pdf", want: "co.pdf", entries: 2},
		"two may be meant": {listed: []string{"a/co.pdf", "b/co.pdf"}, sent: "co.pdf", entries: 2},
		"the figure decides": {listed: []string{"a/co.pdf", "b/co.pdf"}, cites: "2",
			sent: "co.pdf", want: "b/co.pdf", entries: 2},
		"twice in one file": {listed: []string{"a/co.pdf", "a/co.pdf"},
			sent: "co.pdf", want: "a/co.pdf", entries: 2},
		"outside": {listed: []string{"../../co.pdf"},
			sent: "co.pdf", want: "co.pdf", entries: 2},
		"below a file": {listed: []string{"a.pdf/co.pdf", "a.pdf"}, there: []string{"a.pdf"},
			sent: "co.pdf", entries: 2},
	} {
		t.Run(name, func(t *testing.T) {
			d := opened(t)
			d.begun(t)
			folder := d.Folder(quangTrung)
			for i, n := range c.listed {
				d.lists(t, strconv.Itoa(i+1), n)
			}
			for _, n := range c.there {
				at := filepath.Join(folder, n)
				err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o700), os.WriteFile(at, []byte(n), 0o600))
				if err != nil {
					t.Fatal(err)
				}
			}
			figure := ""
			if c.cites != "" {
				figure = "income_per_capita"
				d.writes(t, layout.FigureSheet, figure, "ntm:evidence", c.cites)
			}
			p, err := d.AddEvidence(t.Context(), quangTrung, by, written(t, "tam", []byte(c.text)), c.sent, figure)
			if (err == nil) != (c.want != "") || p.Name != c.want {
				t.Errorf("it is %+v %v", p, err)
			}
			w, err := d.Read(t.Context(), quangTrung)
			if err != nil || len(w.Proofs()) != c.entries {
				t.Errorf("listed are %+v %v", w.Proofs(), err)
			}
			if figure != "" && w.Text(layout.FigureSheet, figure, "ntm:evidence") != c.cites {
				t.Error("it is cited twice")
			}
			if c.want == "" {
				return
			}
			if _, data, err := d.Content(t.Context(), quangTrung, p.Item, 100); err != nil || string(data) != c.text {
				t.Errorf("found is %q %v", data, err)
			}
			if _, err := os.Stat(filepath.Join(folder, "..", "..", "co.pdf")); err == nil {
				t.Error("it lies outside")
			}
		})
	}
}

// A link within the folder of evidence leads nothing out of it.
func TestEvidenceOfALinkedFolder(t *testing.T) {
	d := opened(t)
	d.begun(t)
	outside := t.TempDir()
	folder := d.Folder(quangTrung)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(folder, "a")); err != nil {
		t.Skip(err)
	}
	d.lists(t, "1", "a/b/co.pdf")
	p, err := d.AddEvidence(t.Context(), quangTrung, by, written(t, "tam", nil), "co.pdf", "")
	if left, wrong := os.ReadDir(outside); wrong != nil || len(left) > 0 {
		t.Error("it lies outside:", left, wrong)
	}
	if err == nil && p.Name != "co.pdf" {
		t.Errorf("%+v", p)
	}
}

func (d *Desk) lists(t testing.TB, item, file string) {
	t.Helper()
	d.writes(t, layout.EvidenceSheet, item, "ntm:code", item)
	d.writes(t, layout.EvidenceSheet, item, "ntm:file", file)
}

func (d *Desk) writes(t testing.TB, sheet, item, id, text string) {
	t.Helper()
	clashing, err := d.Set(
		t.Context(),
		quangTrung,
		by,
		[]store.WorkingCell{{Sheet: sheet, Item: item, Cell: id, Value: text}},
	)
	if err != nil || len(clashing) > 0 {
		t.Fatal(clashing, err)
	}
}
