package office

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/evidence"
	"ntm/internal/store"
)

// withEvidence is a desk whose Quảng Trung has a photograph, kept as the window keeps it; the
// path below the folder of evidence is given too.
func withEvidence(t *testing.T) (d *desk, photo string) {
	d = newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	photo = filepath.Join(EvidenceFolder("", store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023}),
		"ảnh giả định.jpg")
	at := filepath.Join(d.evidence(), photo)
	if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755),
		os.WriteFile(at, []byte("ảnh giả định"), 0o600)); err != nil {
		t.Fatal(err)
	}
	return d, photo
}

// halfThrough has the desk half through a decision, of which it gives a file below its folder.
func (d *desk) halfThrough(t *testing.T) (draft string) {
	draft = filepath.Join("0123abcd", "decision.docx")
	at := filepath.Join(d.beside().Decisions, draft)
	if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755),
		os.WriteFile(at, []byte("ảnh giả định"), 0o600)); err != nil {
		t.Fatal(err)
	}
	return draft
}

// holds tells whether a folder has the photograph, or the decision, as it was.
func holds(folder, photo string) bool {
	is, err := os.ReadFile(filepath.Join(folder, photo))
	return err == nil && string(is) == "ảnh giả định"
}

// A backup brings the store, its evidence and the decisions half through back; what stood in their place is kept beside them.
func TestEvidenceIsRestoredWithItsStore(t *testing.T) {
	d, photo := withEvidence(t)
	draft := d.halfThrough(t)
	file := d.File("sao lưu.ntm")
	health, with, err := Backup(t.Context(), d.Store, d.beside(), file, false)
	if err != nil || !health.Sound() || len(with.Files) != 1 || len(with.Decisions.Files) != 1 ||
		len(with.Lacking) > 0 {
		t.Fatal(health, with, err)
	}
	if _, _, err := Backup(t.Context(), d.Store, d.beside(), file, false); err == nil {
		t.Error("a backup was written over")
	}
	r := Restoring{From: file, To: d.File("mới/ntm.db"), Now: testNow, Beside: Beside{
		Evidence: d.File("mới/ntm.db.minh-chung"), Decisions: d.File("mới/ntm.db.quyet-dinh")}}
	restored, err := r.Restore(t.Context())
	if err != nil || restored.Kept != "" || restored.Evidence.New != 1 || !holds(r.Evidence, photo) ||
		!holds(r.Decisions, draft) {
		t.Fatal(restored, err)
	}
	if _, err := r.Restore(t.Context()); err == nil || !strings.Contains(err.Error(), "đã có kho dữ liệu ở đây") {
		t.Error(err)
	}
	r.Force = true
	if restored, err = r.Restore(t.Context()); err != nil || !holds(r.Evidence, photo) ||
		!holds(restored.Kept+evidenceTail, photo) || !holds(restored.Kept+decisionsTail, draft) {
		t.Fatal(restored, err)
	}
	if err := os.WriteFile(r.To+"-wal", []byte("hỏng"), 0o600); err != nil { // of a store that was killed
		t.Fatal(err)
	}
	r.Now = func() time.Time { return testNow().Add(time.Hour) }
	if _, err := r.Restore(t.Context()); err != nil {
		t.Error(err)
	}
	if kept, err := healthOf(t.Context(), restored.Kept); err != nil || kept.Communes != 1 {
		t.Error(kept, err)
	}
}

// A damaged file is no backup, and what was there stays.
func TestRestoreOfADamagedFile(t *testing.T) {
	d, photo := withEvidence(t)
	file := d.File("sao lưu.ntm")
	if _, _, err := Backup(t.Context(), d.Store, d.beside(), file, false); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := Restoring{From: file, To: d.File("mới/ntm.db"), Now: testNow, Beside: Beside{
		Evidence: d.File("mới/ntm.db.minh-chung"), Decisions: d.File("mới/ntm.db.quyet-dinh")}}
	if _, err := r.Restore(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.Force = true
	for name, bytes := range map[string][]byte{"half": whole[:len(whole)/2], "nothing": nil,
		"words": []byte("không phải kho")} {
		r.From = d.File(name)
		if err := os.WriteFile(r.From, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Restore(t.Context()); err == nil {
			t.Errorf("%s was put in the place of a store", name)
		}
		if h, err := healthOf(t.Context(), r.To); err != nil || h.Communes != 1 || !holds(r.Evidence, photo) {
			t.Errorf("%s: the store that was there: %+v, %v", name, h, err)
		}
	}
	r.To = filepath.Join(d.Write("tệp", "đã có"), "ntm.db") // below a file
	if _, err := r.Restore(t.Context()); err == nil || !strings.Contains(err.Error(), "ntm.db: ") {
		t.Error(err)
	}
	r.To = d.File("mới/ntm.db")
	if _, _, err := Backup(t.Context(), d.Store, d.beside(), d.File("tệp/sao lưu.ntm"), false); err == nil {
		t.Error("a backup below a file")
	}
	if _, err := RestoreOnto(t.Context(), d.Store, d.beside(), d.File("words")); err == nil {
		t.Error("words came into a store")
	}
	r.From = d.File("không có")
	if _, err := r.Restore(t.Context()); err == nil {
		t.Error("a file that is not there was put in the place of a store")
	}
}

// A backup and a bundle come into a store that somebody works with; what it has stays, and evidence that
// another piece of the same name holds is not written over.
func TestRestoreOnto(t *testing.T) {
	d, photo := withEvidence(t)
	draft := d.halfThrough(t)
	file := d.File("sao lưu.ntm")
	if _, _, err := Backup(t.Context(), d.Store, d.beside(), file, false); err != nil {
		t.Fatal(err)
	}
	other := newDesk(t)
	with, err := RestoreOnto(t.Context(), other.Store, other.beside(), file)
	if err != nil || with.Evidence.New != 1 || !holds(other.evidence(), photo) ||
		!holds(other.beside().Decisions, draft) {
		t.Fatal(with, err)
	}
	if with, err = RestoreOnto(t.Context(), other.Store, other.beside(), file); err != nil ||
		with.Evidence.New != 0 ||
		with.Evidence.Known != 1 {
		t.Error(with, err)
	}
	at := filepath.Join(other.evidence(), photo)
	if err := os.WriteFile(at, []byte("ảnh khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	with, err = RestoreOnto(t.Context(), other.Store, other.beside(), file)
	if is, _ := os.ReadFile(at); err != nil || string(is) != "ảnh khác" ||
		len(with.Evidence.Told)+len(with.Evidence.Lost) == 0 {
		t.Errorf("%s, %+v, %v", is, with, err)
	}
	if h, err := other.Store.Check(t.Context()); err != nil || h.Communes != 1 {
		t.Error(h, err)
	}
}

// Evidence that a report names and that is gone, or is another now, is told of when the store is
// carried away.
func TestCarriedEvidenceIsHeldAgainstTheReport(t *testing.T) {
	d, photo := withEvidence(t)
	folder, name := filepath.Dir(photo), filepath.Base(photo)
	is, err := evidence.Hash(t.Context(), filepath.Join(d.evidence(), folder), []string{name})
	if err != nil {
		t.Fatal(err)
	}
	dossiers, err := d.Store.Dossiers(t.Context(), store.Filter{})
	if err != nil || len(dossiers) != 1 {
		t.Fatal(dossiers, err)
	}
	at := filepath.Join(d.evidence(), photo)
	for _, c := range []struct {
		name    string
		change  func() error
		carried int
		lacks   string
	}{
		{"as it was", func() error { return nil }, 1, ""},
		{"another", func() error { return os.WriteFile(at, []byte("ảnh khác"), 0o600) }, 1, "đã bị sửa"},
		{"gone", func() error { return os.Remove(at) }, 0, "không"},
	} {
		if err := c.change(); err != nil {
			t.Fatal(err)
		}
		got := &Carried{Folder: d.evidence(), taken: map[string]bool{}}
		if err := got.ofDossier(t.Context(), dossiers[0], map[string][]string{name: {is[0].SHA256}},
			map[string]bool{name: true}); err != nil {
			t.Fatal(err)
		}
		if len(got.Files) != c.carried || (c.lacks == "") != (len(got.Lacking) == 0) ||
			!strings.Contains(got.Lacking.Error(), c.lacks) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// Evidence that lies beside the file of a report stays there; a version of the report that was
// replaced is asked too.
func TestEvidenceBesideFilesStays(t *testing.T) {
	d := newDesk(t)
	d.Write("anh.jpg", "ảnh giả định")
	for _, income := range []string{"69", "70"} {
		d.takes(
			true,
			d.Write("a.yaml", "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16492\"}\nyear: 2023\n"+
				"evidence:\n  - {id: anh, title: ảnh giả định, file: anh.jpg}\nfigures:\n"+
				"  - {id: income_per_capita, value: \""+income+"\", evidence: [anh]}\n"),
		)
	}
	dossiers, err := d.Store.Dossiers(t.Context(), store.Filter{})
	if err != nil || len(dossiers) != 1 || len(dossiers[0].Reports) != 2 {
		t.Fatal(dossiers, err)
	}
	for _, ref := range dossiers[0].Reports {
		files, err := filesOf(t.Context(), d.Store, dossiers[0], ref.Digest)
		if err != nil || len(files) != 1 || files[0].State != evidence.Found {
			t.Errorf("%+v, %v", files, err)
		}
	}
	all, err := carryAll(t.Context(), d.Store, d.evidence())
	if err != nil || len(all.Files)+len(all.Lacking) > 0 {
		t.Errorf("%+v, %v", all, err)
	}
	part, err := PartFor(t.Context(), d.Store, Which{Text: "16492"}, "")
	if err != nil {
		t.Fatal(err)
	}
	if some, err := carryPart(t.Context(), d.Store, d.evidence(), part); err != nil || len(some.Files) > 0 {
		t.Errorf("%+v, %v", some, err)
	}
}

// Copying a store brings along what lies beside it.
func TestBring(t *testing.T) {
	d, photo := withEvidence(t)
	draft := d.halfThrough(t)
	to := Beside{Evidence: d.File("nơi khác"), Decisions: d.File("quyết định nơi khác")}
	out, err := Bring(t.Context(), d.Store, d.beside(), to)
	if err != nil || out.Evidence.New != 1 || len(out.Evidence.Lost) > 0 || !holds(to.Evidence, photo) ||
		out.Decisions.New != 1 || !holds(to.Decisions, draft) {
		t.Fatal(out, err)
	}
	nothing := Beside{Evidence: d.File("không có"), Decisions: d.File("không có")}
	if out, err = Bring(t.Context(), d.Store, nothing, to); err != nil || out.Evidence.New+out.Decisions.New != 0 {
		t.Error(out, err)
	}
	if _, err := os.Stat(d.File("không có")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a folder was made of nothing")
	}
}
