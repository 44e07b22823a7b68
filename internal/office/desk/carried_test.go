package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/office"
	"ntm/internal/store"
)

// sent has a desk with a report that cites two files, one of which came with an earlier version
// of it, and a third that is in no report yet.
func sent(t *testing.T) *Desk {
	t.Helper()
	d := opened(t)
	d.begun(t)
	for _, name := range []string{"cũ.pdf", "mới.pdf", "nháp.pdf"} {
		p, err := d.AddEvidence(t.Context(), quangTrung, by, written(t, "tam", []byte("%PDF "+name)), name, "")
		if err == nil && name == "mới.pdf" {
			err = d.DropEvidence(t.Context(), quangTrung, by, "1")
		}
		if err == nil && name != "nháp.pdf" {
			_, err = d.Keep(t.Context(), quangTrung, by, true)
		}
		if err != nil {
			t.Fatal(name, p, err)
		}
	}
	return d
}

// below are the names of all files below a folder, in their order.
func below(t *testing.T, folder string) (names []string) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(filepath.WalkDir(folder, func(at string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, filepath.Base(at))
		}
		return err
	}))
	slices.Sort(names)
	return names
}

func now() time.Time { return day }

func beside(d *Desk) office.Beside { return office.Beside{Evidence: d.Evidence} }

// A bundle carries the files that reports name, each version of them, and no drafts; at the
// other office they lie where the window looks for them, and photographs and papers are found.
func TestABundleCarriesEvidence(t *testing.T) {
	d, there := sent(t), opened(t)
	if err := d.Bundle(t.Context(), quangTrung, now, func(_, file string, with *office.Carried) error {
		if len(with.Files) != 2 || with.Lacking != nil {
			t.Errorf("%+v", with)
		}
		for _, fresh := range []int{2, 0} {
			over, err := office.TakeOver(t.Context(), there.Store, there.Evidence, file, false, func(int) func(int) {
				return func(int) {}
			})
			if err != nil || over.Evidence.New != fresh || over.Evidence.New+over.Evidence.Known != 2 {
				t.Errorf("%+v, %v", over, err)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	w, err := there.Read(t.Context(), quangTrung)
	if err != nil {
		t.Fatal(err)
	}
	proofs := w.Proofs()
	if err := there.Found(t.Context(), quangTrung, proofs); err != nil || len(proofs) != 1 ||
		proofs[0].File.State != "found" {
		t.Errorf("%+v, %v", proofs, err)
	}
	if got := strings.Join(below(t, there.Folder(quangTrung)), " "); got != "cũ.pdf mới.pdf" {
		t.Errorf("there lies %q", got)
	}
}

// What is missing or was altered since is named, in a bundle and in a backup; what there is
// goes all the same.
func TestWhatIsLackingIsNamed(t *testing.T) {
	d := sent(t)
	if err := os.Remove(filepath.Join(d.Folder(quangTrung), "cũ.pdf")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.Folder(quangTrung), "mới.pdf"), []byte("%PDF khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	named := func(where string, with *office.Carried, files int) {
		said := with.Lacking.Error()
		if len(with.Files) != files || len(with.Lacking) != 2 || !strings.Contains(said, `"cũ.pdf" không tìm thấy`) ||
			!strings.Contains(said, `"mới.pdf" đã bị sửa`) {
			t.Errorf("%s: %d files, %v", where, len(with.Files), said)
		}
	}
	if err := d.Bundle(t.Context(), quangTrung, now, func(_, _ string, with *office.Carried) error {
		named("bundle", with, 1)
		return nil
	}); err != nil {
		t.Error(err)
	}
	_, with, err := office.Backup(t.Context(), d.Store, beside(d), filepath.Join(t.TempDir(), "sao.db"), false)
	if err != nil {
		t.Fatal(err)
	}
	named("backup", with, 2)
}

// A backup carries all, drafts too; what is there when it is restored is kept beside it.
func TestABackupCarriesEvidence(t *testing.T) {
	d := sent(t)
	folder := t.TempDir()
	file, to := filepath.Join(folder, "sao-luu.db"), filepath.Join(folder, "noi", "kho.db")
	health, with, err := office.Backup(t.Context(), d.Store, beside(d), file, false)
	if err != nil || !health.Sound() || len(with.Files) != 3 || with.Lacking != nil {
		t.Fatalf("%+v, %+v, %v", health, with, err)
	}
	if _, err := store.Open(t.Context(), file, now); err == nil || !strings.Contains(err.Error(), "kèm minh chứng") {
		t.Errorf("a backup with evidence opened as a store: %v", err)
	}
	r := office.Restoring{From: file, To: to, Beside: office.Beside{Evidence: to + ".minh-chung"}, Now: now}
	if done, err := r.Restore(t.Context()); err != nil || done.Evidence.New != 3 {
		t.Fatalf("%+v, %v", done, err)
	}
	ours := filepath.Join(office.EvidenceFolder(r.Evidence, quangTrung), "của mình.pdf")
	if err := os.WriteFile(ours, []byte("sau bản sao"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Force = true
	done, err := r.Restore(t.Context())
	if err != nil || len(below(t, r.Evidence)) != 3 {
		t.Fatalf("%+v, %v", done, err)
	}
	if got := below(t, done.Kept+".minh-chung"); len(got) != 4 {
		t.Errorf("what was there is not kept: %q", got)
	}
	onto := opened(t)
	for range 2 { // cut off and begun again, it ends in the same
		if _, err := office.RestoreOnto(t.Context(), onto.Store, beside(onto), file); err != nil {
			t.Fatal(err)
		}
	}
	if got := below(t, onto.Folder(quangTrung)); len(got) != 3 {
		t.Errorf("%q", got)
	}
	brought, err := office.Bring(
		t.Context(),
		d.Store,
		beside(d),
		office.Beside{Evidence: filepath.Join(folder, "khac")},
	)
	if err != nil || brought.Evidence.New != 3 || brought.Evidence.Lost != nil {
		t.Errorf("%+v, %v", brought, err)
	}
}

// A backup in which a file was altered gives back all else and says which; a bundle of that kind
// is refused before anything is written.
func TestAlteredEvidence(t *testing.T) {
	d := sent(t)
	folder := t.TempDir()
	file := filepath.Join(folder, "sao-luu.db")
	if _, _, err := office.Backup(t.Context(), d.Store, beside(d), file, false); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, []byte(strings.Replace(string(data), "%PDF cũ", "%PDF CŨ", 1)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	r := office.Restoring{From: file, To: filepath.Join(folder, "kho.db"),
		Beside: office.Beside{Evidence: filepath.Join(folder, "kho.db.minh-chung")}, Now: now}
	done, err := r.Restore(t.Context())
	if err != nil || done.Evidence.New != 2 || !strings.Contains(done.Evidence.Lost.Error(), "cũ.pdf") {
		t.Errorf("%+v, %v", done, err)
	}
	there := opened(t)
	if _, err := office.TakeOver(t.Context(), there.Store, there.Evidence, file, true, nil); err == nil ||
		!strings.Contains(err.Error(), "cũ.pdf") {
		t.Error(err)
	}
	if left := below(t, there.Evidence); len(left) > 0 {
		t.Errorf("%q was written", left)
	}
}
