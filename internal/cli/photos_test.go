package cli

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/dossier/dossiertest"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/term"
)

// photographed is a folder with a report of Quảng Trung that names two photographs as evidence.
func photographed(t *testing.T) (folder string, say func(args ...string) string) {
	t.Helper()
	folder = t.TempDir()
	report, err := os.ReadFile("../../testdata/quang-trung-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	evidence := "evidence:\n"
	for i := range 2 {
		evidence += fmt.Sprintf("  - {id: a%d, title: \"Ảnh giả định %d\", file: \"anh/%d.jpg\"}\n", i, i, i)
	}
	put(t, filepath.Join(folder, "bao-cao.yaml"), append(report, evidence...))
	for i := range 2 {
		put(t, filepath.Join(folder, "anh", fmt.Sprintf("%d.jpg", i)), dossiertest.Photograph(t, i))
	}
	say = func(args ...string) string {
		t.Helper()
		var said bytes.Buffer
		w := World{Terminal: term.Terminal{Stdout: &said, Stderr: &said, Now: time.Now},
			Store: filepath.Join(folder, "kho.db"), User: "Người thử", Config: folder}
		if status := Run(t.Context(), args, w); status != done {
			t.Fatalf("%s: status %d: %s", args, status, said.String())
		}
		return said.String()
	}
	return folder, say
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// shown counts the photographs in a file.
func shown(t *testing.T, path string) (n int) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close() //nolint:errcheck // opened for reading: nothing is lost
	for _, f := range z.File {
		if strings.Contains(f.Name, "/media/") {
			n++
		}
	}
	return n
}

// Of a file the photographs beside it are shown, of a commune of the store those that lie in the
// store's own folder; one switch leaves them out, and what is not there is told of.
func TestPhotographsAreShown(t *testing.T) {
	folder, say := photographed(t)
	at := func(name string) string { return filepath.Join(folder, name) }
	file := at("bao-cao.yaml")
	say("store", "init")
	say("import", file)
	all := office.EvidenceFolder(at("kho.db.minh-chung"),
		store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023})
	for n, source := range []string{file, "16492", "16492"} {
		if n == 2 { // and one of the two was exchanged since
			put(t, filepath.Join(all, "anh/0.jpg"), dossiertest.Photograph(t, 0))
			put(t, filepath.Join(all, "anh/1.jpg"), dossiertest.Photograph(t, 9))
		}
		want, says := []int{2, 0, 1}[n], []string{"", "2 ảnh minh chứng không có trong thư mục " + all,
			`ảnh minh chứng "anh/1.jpg": tệp bị sửa`}[n]
		for k, flag := range []string{"dossier -o", "assess --dossier", "papers -o"} {
			command, flag, _ := strings.Cut(flag, " ")
			for _, without := range []bool{false, true} {
				path := at(fmt.Sprintf("%d-%d-%v.xlsx", n, k, without))
				if command == "papers" {
					path = strings.TrimSuffix(path, ".xlsx")
				}
				args, want, says := []string{command, source, flag, path}, want, says
				if without {
					args, want, says = append(args, "--no-photos"), 0, ""
				}
				said := say(args...)
				if !strings.Contains(said, says) || says == "" && strings.Contains(said, "ảnh minh chứng") {
					t.Errorf("%s says %s, want %q", args, said, says)
				}
				if command == "papers" {
					path = filepath.Join(path, "bao-cao-ket-qua.docx")
				}
				if got := shown(t, path); got != want {
					t.Errorf("%s: %d photographs, want %d", args, got, want)
				}
			}
		}
	}
}
