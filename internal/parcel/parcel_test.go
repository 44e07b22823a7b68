package parcel

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/evidence"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, path, words string) string {
	t.Helper()
	must(t, errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(words), 0o600)))
	return path
}

func read(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return string(data)
}

// names are the files of what is packed in tests, with their content: two are the same.
var names = map[string]string{"thanh-hoa/16492/2023/a.pdf": "%PDF một", "thanh-hoa/16492/2023/ảnh.jpg": "hai",
	"thanh-hoa/16495/2023/a.pdf": "%PDF một", "x/rỗng": ""}

// packed is a store of which the content matters nothing, with files beside it.
func packed(t testing.TB) (file, folder string, files []evidence.File) {
	t.Helper()
	folder = t.TempDir()
	var paths []string
	for name, words := range names {
		put(t, filepath.Join(folder, filepath.FromSlash(name)), words)
		paths = append(paths, name)
	}
	files, err := evidence.Hash(t.Context(), folder, paths)
	must(t, err)
	var out bytes.Buffer
	must(t, Write(t.Context(), &out, put(t, filepath.Join(t.TempDir(), "kho.db"), "kho giả định"),
		Folder{folder, files}, Folder{}))
	return put(t, filepath.Join(t.TempDir(), "goi.ntm"), out.String()), folder, files
}

// What is packed comes out as it was, and a second time nothing is new.
func TestThereAndBack(t *testing.T) {
	file, _, files := packed(t)
	if !Is(file) || Is(put(t, filepath.Join(t.TempDir(), "kho.db"), "SQLite format 3")) || Is(t.TempDir()) {
		t.Error("a parcel is not told from a store")
	}
	p, err := Open(file)
	must(t, err)
	defer p.Close() //nolint:errcheck // opened for reading
	must(t, p.Check(t.Context()))
	store := filepath.Join(t.TempDir(), "kho.db")
	must(t, p.Store(t.Context(), store))
	if read(t, store) != "kho giả định" {
		t.Error("another store came out")
	}
	to := filepath.Join(t.TempDir(), "minh-chung")
	for _, want := range []int{len(names), 0} {
		placed, err := p.Unpack(t.Context(), to, p.Files)
		must(t, err)
		if placed.New != want || placed.New+placed.Known != len(names) || placed.Told != nil || placed.Lost != nil {
			t.Errorf("%+v", placed)
		}
	}
	for name, words := range names {
		if got := read(t, filepath.Join(to, filepath.FromSlash(name))); got != words {
			t.Errorf("%s: %q", name, got)
		}
	}
	if left, err := filepath.Glob(filepath.Join(to, ".ntm-*")); err != nil || left != nil {
		t.Error(left, err)
	}
	_, err = Bring(t.Context(), t.TempDir(), filepath.Join(to, "x", "rỗng"), files)
	if err == nil {
		t.Error("files were put below a file")
	}
}

// Another file of the same name stays as it is; the one that comes gets a number, once.
func TestAnotherOfTheName(t *testing.T) {
	file, folder, files := packed(t)
	p, err := Open(file)
	must(t, err)
	defer p.Close() //nolint:errcheck // opened for reading
	to := t.TempDir()
	ours := put(t, filepath.Join(to, "thanh-hoa", "16492", "2023", "a.pdf"), "của mình")
	for range 2 {
		placed, err := p.Unpack(t.Context(), to, p.Files)
		must(t, err)
		if placed.New > 0 && (len(placed.Told) != 1 || !strings.Contains(placed.Told[0].Message, "a-2.pdf")) {
			t.Errorf("%+v", placed)
		}
	}
	if read(t, ours) != "của mình" || read(t, strings.Replace(ours, "a.pdf", "a-2.pdf", 1)) != "%PDF một" {
		t.Error("a file was lost")
	}
	put(t, filepath.Join(folder, "x", "rỗng"), "không rỗng nữa")
	placed, err := Bring(t.Context(), folder, t.TempDir(), files)
	must(t, err)
	if placed.New != len(names)-1 || len(placed.Lost) != 1 || !strings.Contains(placed.Lost[0].Message, "rỗng") {
		t.Errorf("%+v", placed)
	}
	if err := Write(t.Context(), io.Discard, file, Folder{folder, files}, Folder{}); err == nil ||
		!strings.Contains(err.Error(), "rỗng") {
		t.Error("a file that changed was packed:", err)
	}
}

// again writes a parcel anew, with entries changed.
func again(t testing.TB, file string, change func(name string, data []byte) (string, []byte)) string {
	t.Helper()
	from, err := zip.OpenReader(file)
	must(t, err)
	defer from.Close() //nolint:errcheck // opened for reading
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		r, err := f.Open()
		must(t, err)
		data, err := io.ReadAll(r)
		must(t, err)
		name, data := change(f.Name, data)
		if name == "" {
			continue
		}
		w, err := to.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		must(t, err)
		_, err = w.Write(data)
		must(t, err)
	}
	must(t, to.Close())
	return put(t, filepath.Join(t.TempDir(), "goi.ntm"), out.String())
}

// What was altered or left out is named; the rest comes, and nothing else is written.
func TestDamaged(t *testing.T) {
	file, _, _ := packed(t)
	for what, change := range map[string]func(string, []byte) (string, []byte){
		"bị sửa": func(name string, data []byte) (string, []byte) {
			return name, bytes.ReplaceAll(data, []byte("%PDF một"), []byte("%PDF mot"))
		},
		"không có trong gói": func(name string, data []byte) (string, []byte) {
			if string(data) == "%PDF một" {
				return "", nil
			}
			return name, data
		},
	} {
		p, err := Open(again(t, file, change))
		must(t, err)
		err = p.Check(t.Context())
		if err == nil || strings.Count(err.Error(), what) != 2 || !strings.Contains(err.Error(), "16495/2023/a.pdf") {
			t.Errorf("%s: %v", what, err)
		}
		to := t.TempDir()
		placed, err := p.Unpack(t.Context(), to, p.Files)
		must(t, errors.Join(err, p.Close()))
		if placed.New != 2 || len(placed.Lost) != 2 {
			t.Errorf("%s: %+v", what, placed)
		}
		if _, err := os.Stat(filepath.Join(to, "thanh-hoa", "16492", "2023", "a.pdf")); err == nil {
			t.Errorf("%s: it was written all the same", what)
		}
	}
}

// A parcel that is none of ours is refused before anything of it is used.
func TestNoParcel(t *testing.T) {
	file, _, _ := packed(t)
	listed := func(change func(*list)) func(string, []byte) (string, []byte) {
		return func(name string, data []byte) (string, []byte) {
			var l list
			if name == listName {
				must(t, json.Unmarshal(data, &l))
				change(&l)
				data, _ = json.Marshal(l)
			}
			return name, data
		}
	}
	without := func(gone string) func(string, []byte) (string, []byte) {
		return func(name string, data []byte) (string, []byte) {
			if name == gone {
				return "", nil
			}
			return name, data
		}
	}
	for what, change := range map[string]func(string, []byte) (string, []byte){
		"no store":           without(storeName),
		"no list":            without(listName),
		"another schema":     listed(func(l *list) { l.Schema = "ntm.parcel.v9" }),
		"a path out":         listed(func(l *list) { l.Files[0].Path = "../../a.pdf" }),
		"an absolute path":   listed(func(l *list) { l.Files[0].Path = "/etc/passwd" }),
		"a drive":            listed(func(l *list) { l.Files[0].Path = `C:\a.pdf` }),
		"a device":           listed(func(l *list) { l.Files[0].Path = "x/NUL.pdf" }),
		"a digest of a path": listed(func(l *list) { l.Files[0].SHA256 = "../kho.db" }),
		"no digest":          listed(func(l *list) { l.Files[0].SHA256 = "" }),
		"twice":              func(_ string, data []byte) (string, []byte) { return storeName, data },
		"no JSON": func(name string, data []byte) (string, []byte) {
			return name, bytes.ReplaceAll(data, []byte(`"schema"`), []byte(`schema`))
		},
	} {
		if p, err := Open(again(t, file, change)); err == nil || !strings.Contains(err.Error(), "không đọc được gói") {
			t.Errorf("%s: %v, %v", what, p, err)
		}
	}
	words := read(t, file)
	for n := range len(words) {
		if n%37 == 0 {
			if _, err := Open(put(t, filepath.Join(t.TempDir(), "cụt.ntm"), words[:n])); err == nil {
				t.Errorf("cut off after %d of %d bytes it was opened", n, len(words))
			}
		}
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create(storeName) // compressed: it may unzip to anything
	must(t, err)
	_, err = w.Write(make([]byte, 1<<20))
	must(t, errors.Join(err, z.Close()))
	if _, err := Open(put(t, filepath.Join(t.TempDir(), "bom.ntm"), packed.String())); err == nil {
		t.Error("a compressed parcel was opened")
	}
}

// The check sum of a store that was altered does not hold.
func TestAlteredStore(t *testing.T) {
	file, _, _ := packed(t)
	altered := strings.Replace(read(t, file), "kho giả", "kho gIả", 1)
	p, err := Open(put(t, filepath.Join(t.TempDir(), "goi.ntm"), altered))
	must(t, err)
	defer p.Close() //nolint:errcheck // opened for reading
	if err := p.Store(t.Context(), filepath.Join(t.TempDir(), "kho.db")); err == nil ||
		!strings.Contains(err.Error(), "đã hỏng") {
		t.Error(err)
	}
}

// Decisions that somebody was half through come out of the parcel beside the evidence, each to its
// own folder.
func TestDecisions(t *testing.T) {
	folder := func(name, words string) Folder {
		at := t.TempDir()
		put(t, filepath.Join(at, name), words)
		files, err := evidence.Hash(t.Context(), at, []string{name})
		must(t, err)
		return Folder{at, files}
	}
	var out bytes.Buffer
	must(t, Write(t.Context(), &out, put(t, filepath.Join(t.TempDir(), "kho.db"), "kho giả định"),
		folder("a.pdf", "minh chứng"), folder("dở.json", "quyết định dở")))
	p, err := Open(put(t, filepath.Join(t.TempDir(), "goi.ntm"), out.String()))
	must(t, err)
	defer p.Close() //nolint:errcheck // opened for reading
	to := t.TempDir()
	for _, want := range []int{1, 0} {
		placed, err := p.Unpack(t.Context(), to, p.Decisions)
		must(t, err)
		if placed.New != want || placed.New+placed.Known != 1 || placed.Lost != nil {
			t.Errorf("%+v", placed)
		}
	}
	if read(t, filepath.Join(to, "dở.json")) != "quyết định dở" {
		t.Error("another decision came out")
	}
	if _, err := os.Stat(filepath.Join(to, "a.pdf")); err == nil {
		t.Error("evidence came out among the decisions")
	}
}
