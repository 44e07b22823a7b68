package command

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/evidence"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
	"ntm/internal/parcel"
	"ntm/internal/problem"
	"ntm/internal/term"
)

// said gives what a command says on the screen and in its notes.
func said(say func(World, *term.Screen) error) (screen, notes string, err error) {
	var out, note bytes.Buffer
	w := World{Terminal: term.Terminal{Stdout: &out, Stderr: &note}}
	s := term.NewScreen(w.Terminal)
	err = say(w, s)
	return out.String(), note.String(), err
}

// What went with a store is counted, and what it lacks is told.
func TestCarried(t *testing.T) {
	d := officetest.New(t)
	lost := problem.List{{File: "minh-chung", Message: "thiếu ảnh giả định", Hint: "tìm lại"}}
	for _, c := range []struct {
		name         string
		carried      office.Carried
		screen, note string
	}{
		{"nothing", office.Carried{Folder: "kho"}, "", ""},
		{"two files", office.Carried{Folder: "kho", Files: []evidence.File{{Size: 1024}, {Size: 1}}},
			"Kèm 2 tệp minh chứng (2 kB) lấy từ kho\n", ""},
		{"one lost", office.Carried{Folder: "kho", Lacking: lost}, "", "thiếu ảnh giả định"},
	} {
		screen, notes, err := said(func(w World, s *term.Screen) error {
			Carried(w, s, d.Store, &c.carried)
			return s.Err
		})
		if err != nil || screen != c.screen || !strings.Contains(notes, c.note) || (c.note == "") != (notes == "") {
			t.Errorf("%s: %q, %q, %v", c.name, screen, notes, err)
		}
	}
}

// A damaged piece of evidence makes the answer no.
func TestPlaced(t *testing.T) {
	bad := problem.List{{File: "minh-chung", Message: "ảnh giả định đã hỏng", Hint: "tìm lại"}}
	for _, c := range []struct {
		name         string
		placed       parcel.Placed
		screen, note string
		no           bool
	}{
		{"nothing", parcel.Placed{}, "", "", false},
		{"some known", parcel.Placed{New: 2, Known: 1}, "Minh chứng: 3 tệp ở kho, 2 tệp mới ghi\n", "", false},
		{"told", parcel.Placed{Told: bad}, "", "ảnh giả định đã hỏng", false},
		{"damaged", parcel.Placed{New: 1, Lost: bad}, "Minh chứng: 1 tệp ở kho, 1 tệp mới ghi\n",
			"ảnh giả định đã hỏng", true},
	} {
		screen, notes, err := said(func(w World, s *term.Screen) error { return Placed(w, s, "kho", &c.placed) })
		if errors.Is(err, ErrAnsweredNo) != c.no || screen != c.screen || !strings.Contains(notes, c.note) {
			t.Errorf("%s: %q, %q, %v", c.name, screen, notes, err)
		}
	}
}

// Evidence lies beside a store that is a file, and in the user's own folder for one on a server.
func TestEvidenceFolder(t *testing.T) {
	w := World{Config: "cau-hinh"}
	for at, want := range map[string]string{
		"du-lieu/ntm.db":                 "du-lieu/ntm.db.minh-chung",
		"postgres://may-gia-dinh/ntm":    filepath.Join("cau-hinh", "ntm", "minh-chung"),
		"postgresql://may-gia-dinh/ntm2": filepath.Join("cau-hinh", "ntm", "minh-chung"),
	} {
		if got, err := (&Stored{DB: at}).Evidence(w); err != nil || got != want {
			t.Errorf("%s: %s, %v", at, got, err)
		}
	}
	if _, err := (&Stored{}).Evidence(w); err == nil {
		t.Error("evidence of no store")
	}
}

// An office that has no packs yet is served by those that come with the program.
func TestWithFolder(t *testing.T) {
	var notes bytes.Buffer
	w := World{
		Criteria: filepath.Join(t.TempDir(), "chua-co"),
		Terminal: term.Terminal{Stderr: &notes, Now: officetest.Now},
	}
	lib, err := new(Packs).WithFolder(w, true)
	if err != nil || len(lib.Standards) == 0 {
		t.Fatal(err)
	}
	if notes.Len() > 0 {
		t.Error(notes.String())
	}
	if _, err := (&Packs{Dirs: []string{w.Criteria}}).WithFolder(w, false); err == nil {
		t.Error("a folder that is not there was read")
	}
}
