package lawbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"

	"ntm/criteria"
	"ntm/internal/problem"
)

// Whatever is given, Read answers with entries that make packs, or with
// problems: it neither panics nor hangs. The fuzzer changes one part of a
// filled-in workbook, for changes to the archive as a whole only break it.
func FuzzRead(f *testing.F) {
	lib := criteria.Embedded()
	w := open(f, exported(f, lib, "kieu-mau-2021-2025"))
	w.fillHead(map[string]any{idDecision: "319/QĐ-TTg", idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026"})
	w.fill("kieu-mau/3# 2021-2025 .. btb", map[string]any{idTick: "x"})
	w.fillNew(0, map[string]any{idCriterion: "20. Tiêu chí", idNo: "20.1", idName: "Chỉ tiêu", idNewName: "Số nhà", idUnit: "nhà", idWay: "≥", idValue: 3})
	base := w.bytes()
	for _, part := range []string{"xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"} {
		f.Add(part, content(f, base, part))
	}
	f.Fuzz(func(t *testing.T, part string, text []byte) {
		filled, err := Read("thu.xlsx", bytes.NewReader(replaced(t, base, part, text)), lib)
		if err != nil {
			var list problem.List
			if !errors.As(err, &list) || len(list) == 0 || list[0].Message == "" {
				t.Fatalf("no problem to read: %v", err)
			}
			return
		}
		for _, text := range packs(t, filled, lib) {
			decoded(t, text)
		}
	})
}

// content is that of a file of an archive.
func content(tb testing.TB, archive []byte, name string) []byte {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		tb.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// replaced is an archive with the content of one file replaced.
func replaced(t *testing.T, archive []byte, name string, text []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, file := range z.File {
		data := text
		if file.Name != name {
			data = content(t, archive, file.Name)
		}
		to, err := w.Create(file.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
