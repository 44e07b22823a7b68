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
	"ntm/internal/evidence"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
	"ntm/internal/picture"
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
		m := &WordPapers{
			Bulk:     office.Bulk{Lib: packs.Embedded()},
			Version:  "v0-thử",
			At:       officetest.Now(),
			Alone:    true,
			Out:      filepath.Join(d.Folder, fmt.Sprint("van-ban-", without)),
			NoPhotos: without,
		}
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

// Photographs that are no longer there are counted and told once, those that are too many too, and one
// that was changed by its name.
func TestPhotosThatLack(t *testing.T) {
	folder := t.TempDir()
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 20)), nil); err != nil {
		t.Fatal(err)
	}
	var names []string
	for i := range picture.Most + 3 {
		names = append(names, fmt.Sprintf("ảnh giả định %d.jpg", i))
		if err := os.WriteFile(filepath.Join(folder, names[i]), photo.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := evidence.Hash(t.Context(), folder, names)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		folder string
		change func() error
		shown  int
		told   []string
	}{
		{"too many", folder, func() error { return nil }, picture.Most, []string{"còn 3 ảnh minh chứng không đưa vào"}},
		{"one gone", folder, func() error { return os.Remove(filepath.Join(folder, names[0])) }, picture.Most,
			[]string{"1 ảnh minh chứng không có trong thư mục", "còn 2 ảnh"}},
		{"one changed", folder,
			func() error { return os.WriteFile(filepath.Join(folder, names[1]), []byte("khác"), 0o600) },
			picture.Most, []string{`"ảnh giả định 1.jpg": `, "1 ảnh minh chứng không có", "còn 1 ảnh"}},
		{"no folder", filepath.Join(folder, "không có"), func() error { return nil }, 0,
			[]string{fmt.Sprintf("%d ảnh minh chứng không có", len(names))}},
	} {
		if err := c.change(); err != nil {
			t.Fatal(err)
		}
		shown, notes, err := Photos(t.Context(), "a.yaml", c.folder, files)
		if err != nil || len(shown) != c.shown || len(notes) != len(c.told) {
			t.Errorf("%s: %d, %v, %v", c.name, len(shown), notes, err)
			continue
		}
		for i, want := range c.told {
			if !strings.Contains(notes[i].Message, want) || notes[i].File != "a.yaml" {
				t.Errorf("%s: %v, want %s", c.name, notes[i], want)
			}
		}
	}
}
