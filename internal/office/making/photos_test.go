package making

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
)

// Evidence that is a photograph comes into the report; what cannot be shown is told of with
// its name and why, and the paper is made all the same.
func TestPhotos(t *testing.T) {
	d := officetest.New(t)
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 20)), nil); err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	list.WriteString("evidence:\n")
	put := func(name string, content []byte) {
		path := filepath.Join(d.Folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&list, "  - {id: e%d, title: \"Minh chứng giả định %s\", file: \"%s\"}\n", list.Len(), name, name)
	}
	put("anh/hong.jpg", photo.Bytes()[:photo.Len()/2])
	put("anh/dien-thoai.heic", []byte("ftypheic"))
	put("quyet-dinh.pdf", []byte("%PDF"))
	for i := range 42 {
		put(fmt.Sprintf("anh/Ảnh %d.JPG", i+1), photo.Bytes())
	}
	fmt.Fprintln(&list, `  - {id: none, title: "Ảnh không có", file: "anh/khong-co.jpg"}`)
	file := d.Report("a.yaml", "income_per_capita=69")
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(was, list.String()...), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, without := range []bool{false, true} {
		m := &WordPapers{Bulk: office.Bulk{Lib: packs.Embedded()}, Version: "v0-thử", At: officetest.Now(), Alone: true,
			Out: filepath.Join(d.Folder, fmt.Sprint("van-ban-", without)), NoPhotos: without}
		done, wrong := m.run(t, file)
		if len(done) != 1 || len(wrong) > 0 {
			t.Fatal(len(done), wrong)
		}
		pictures := 0
		for _, p := range done[0].Papers {
			z, err := zip.NewReader(bytes.NewReader(p.Data), int64(len(p.Data)))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range z.File {
				if strings.HasPrefix(f.Name, "word/media/") {
					pictures++
				}
			}
		}
		said := fmt.Sprint(done[0].Reading.Notes)
		if without {
			if pictures > 0 || strings.Contains(said, "ảnh minh chứng") {
				t.Errorf("%d pictures, %s", pictures, said)
			}
			continue
		}
		if pictures != 40 {
			t.Errorf("%d pictures, want 40", pictures)
		}
		for _, want := range []string{`"anh/hong.jpg": ảnh hỏng`, `"anh/dien-thoai.heic": không phải ảnh JPEG`,
			"còn 2 ảnh", `"anh/khong-co.jpg": không tìm thấy tệp`} {
			if !strings.Contains(said, want) {
				t.Errorf("no %q in %s", want, said)
			}
		}
	}
}
