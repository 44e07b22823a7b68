package lawbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
	"ntm/internal/problem"

	"pgregory.net/rapid"
)

// Whatever is given, Read answers with entries that make packs, or with
// problems: it neither panics nor hangs. The fuzzer changes one part of a
// filled-in workbook, for changes to the archive as a whole only break it.
func FuzzRead(f *testing.F) {
	lib := packs.Embedded()
	w := open(f, exported(f, lib, "kieu-mau-2021-2025"))
	w.fillHead(map[string]any{idDecision: "319/QĐ-TTg", idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026"})
	w.fill("kieu-mau/3# 2021-2025 .. btb", map[string]any{idTick: "x"})
	w.fillNew(0, map[string]any{idCriterion: "20. Tiêu chí", idNo: "20.1", idName: "Chỉ tiêu", idNewName: "Số nhà",
		idUnit: "nhà", idWay: "≥", idValue: 3})
	base := w.bytes()
	for _, part := range []string{"xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml",
		"xl/styles.xml", "xl/workbook.xml"} {
		f.Add(part, content(f, base, part))
	}
	f.Fuzz(func(t *testing.T, part string, text []byte) {
		filled, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(replaced(t, base, part, text)), lib, nil)
		if err != nil {
			var list problem.List
			if !errors.As(err, &list) || len(list) == 0 || list[0].Message == "" {
				t.Fatalf("no problem to read: %v", err)
			}
			return
		}
		for _, text := range packsOf(t, filled) {
			if err := packs.Decode("thu.yaml", []byte(text), new(criteria.Overlay)); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
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

// Whatever an official types, into whichever entry cells, is refused with its
// cell or makes packs that can be read.
func FuzzTyping(f *testing.F) {
	lib := library(f)
	w := open(f, exported(f, lib, "nang-cao-2021-2025"))
	values := []string{"x", "50", "1,5", "1.234", "≥ 5", "Đạt", "khá", "80 %", "≤", "=", "15/3/2026", "2026-03-15",
		"12/QĐ-UBND", "318/QĐ-TTg", "A", "#", "'", "a: b", "UBND tỉnh quy định", "20. Mới", "20.1", "thôn", "%",
		"hộ", ""}
	keys := []string{income, trees, waste, left, plan, rated, it, "nang-cao/5.1#1 2021-2025 .. btb",
		"nang-cao/prerequisite# 2021-2025 .. *"}
	var ids []string
	for _, c := range plainLayout.columns {
		if c.entry {
			ids = append(ids, c.id)
		}
	}
	added := addColumns(collation.NewLaw(lib, collationtest.Standard(f, "nang-cao-2021-2025"), province), nil, false)
	for i := range 6 {
		f.Add(bytes.Repeat([]byte{byte(i * 41), byte(i * 7), byte(i), 0, 0, 0, 0, 0}, 40))
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		w := w
		w.reporter = t
		defer w.restore("", "")
		w.fillHead(head)
		for range rapid.IntRange(1, 12).Draw(t, "cells") {
			value := rapid.SampledFrom(values).Draw(t, "value")
			if rapid.IntRange(0, 2).Draw(t, "sheet") > 0 {
				w.set(checkSheet, w.at(checkSheet, rapid.SampledFrom(ids).Draw(t, "column"),
					w.row(rapid.SampledFrom(keys).Draw(t, "row"))), value)
			} else {
				w.set(addSheet, w.newCell(rapid.IntRange(0, 1).Draw(t, "row"), rapid.SampledFrom(added[:12]).Draw(t,
					"column").id), value)
			}
		}
		filled, problems := w.problems(lib)
		for len(problems) > 0 { // what is refused is cleared, until the rest is read
			mended := false
			for _, p := range problems {
				if p.Sheet == "" || p.Cell == "" || p.Message == "" {
					t.Fatalf("a problem without a place: %+v", p)
				}
				mended = w.restore(p.Sheet, strings.TrimLeft(p.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) || mended
			}
			if !mended {
				t.Fatalf("refused, with nothing written there: %v", problems)
			}
			filled, problems = w.problems(lib)
		}
		all, err := filled.Packs("Văn phòng", criteria.Office)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range all {
			var text bytes.Buffer
			if err := packs.Encode(&text, o); err != nil {
				t.Fatal(err)
			}
			back := new(criteria.Overlay)
			if err := packs.Decode("thu.yaml", text.Bytes(), back); err != nil {
				t.Fatalf("%v\n%s", err, text.String())
			}
		}
	}))
}
