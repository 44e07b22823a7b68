package draw

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"testing"
)

// zipped gives an archive of the named entries, each holding its name.
func zipped(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := sortedZip(&out)
	for _, name := range names {
		entry, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(entry, name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOrderOfCreationIsNothing(t *testing.T) {
	a := zipped(t, "xl/b.xml", "[Content_Types].xml", "xl/a.xml")
	if b := zipped(t, "xl/a.xml", "xl/b.xml", "[Content_Types].xml"); !bytes.Equal(a, b) {
		t.Error("the same entries in another order give other bytes")
	}
	r, err := zip.NewReader(bytes.NewReader(a), int64(len(a)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(content); err != nil || string(text) != f.Name {
			t.Errorf("%s holds %q, %v", f.Name, text, err)
		}
	}
	if want := []string{"[Content_Types].xml", "xl/a.xml", "xl/b.xml"}; !slices.Equal(names, want) {
		t.Errorf("entries %q, want %q", names, want)
	}
}
