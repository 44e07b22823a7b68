package xlsxtest

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"testing"
)

// Edited is a workbook after a change of its parts, some of which may be new.
func Edited(t testing.TB, data []byte, change func(parts map[string]string)) []byte {
	t.Helper()
	_, parts := Parts(t, data)
	change(parts)
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
