package lawdesk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/lawbook"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// What was ticked and typed of a decision is there again for another program, on the rows that it was said of; dropped
// again, the file is gone on with; what was signed goes.
func TestBegun(t *testing.T) {
	t.Parallel()
	d := Desk{Folder: filepath.Join(t.TempDir(), "kho.db.quyet-dinh")}
	if all, err := d.All(); err != nil || len(all) > 0 {
		t.Fatal(all, err)
	}
	b, err := d.Begin(wholeSet, "giả định <b>.docx", "", "", now())
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.Read(t.Context(), Reading{Lib: packs.Embedded()})
	if err != nil {
		t.Fatal(err)
	}
	line, other := r.Page(nil).Lines[0], r.Page(nil).Lines[1]
	b.By, b.Added = "Người Giả Định", []lawbook.Typed{{lawbook.Tick: lawbook.Ticked}, {"ntm:no": "9.9"}}
	b.Set(line.ID, lawbook.Tick, lawbook.Ticked, "")
	b.Set(other.ID, "ntm:note", "còn hỏi lại", "")
	b.Set(other.ID, "ntm:way", "≥", "≥") // as the machine has it
	b.Set("khác", "ntm:note", "x", "")
	b.Set("khác", "ntm:note", "", "")
	if err := b.Write(now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	again, err := d.Begin(wholeSet, "tên khác.docx", "", "", now())
	if d := cmp.Diff(b, again, cmpopts.IgnoreUnexported(Begun{})); d != "" || err != nil {
		t.Fatal(d, err)
	}
	if len(again.Rows) != 2 {
		t.Error(again.Rows)
	}
	if r, err = again.Read(t.Context(), Reading{Lib: packs.Embedded()}); err != nil {
		t.Fatal(err)
	}
	page := r.Page(again.Signed())
	if !page.Lines[0].Ticked || page.Lines[1].Ticked || page.Left() != r.Page(nil).Left()-1 {
		t.Errorf("%+v", page.Lines[:2])
	}
	if of, err := d.Begin(wholeSet, "cùng tệp.docx", "ntm-2026-2030", "", now()); err != nil || of.ID == b.ID {
		t.Error("asked for otherwise it is another", of, err)
	}
	if all, err := d.All(); err != nil || len(all) != 2 || all[0].ID != b.ID {
		t.Error(all, err)
	}
	if err := again.Took(now()); err != nil || len(again.Rows) != 1 || len(again.Added) != 1 {
		t.Errorf("%+v, %v", again, err)
	}
	if err := again.Drop(); err != nil {
		t.Error(err)
	}
	for _, id := range []string{b.ID, "", ".", "..", "../kho", "không có"} {
		if _, err := d.Find(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// A decision whose file went, or whose words cannot be read, says so; the others stand.
func TestBegunAndBroken(t *testing.T) {
	t.Parallel()
	d := Desk{Folder: t.TempDir()}
	b, err := d.Begin(wholeSet, "a.docx", "", "", now())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(d.Folder, b.ID, begunFile+".docx")); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Read(t.Context(), Reading{Lib: packs.Embedded()}); err == nil {
		t.Error("read without its file")
	}
	if err := os.WriteFile(filepath.Join(d.Folder, b.ID, begunState), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Find(b.ID); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if all, err := d.All(); err != nil || len(all) > 0 {
		t.Error(all, err)
	}
	if _, err := d.Begin("thieu.docx", "a.docx", "", "", now()); err == nil {
		t.Error("begun without a file")
	}
}
