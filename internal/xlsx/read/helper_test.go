package read

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"ntm/internal/problem"
)

// The parts of the smallest workbook; a test puts its own in their place.
const (
	types         = "[Content_Types].xml"
	rootRels      = "_rels/.rels"
	workbook      = "xl/workbook.xml"
	workbookRels  = "xl/_rels/workbook.xml.rels"
	firstSheet    = "xl/worksheets/sheet1.xml"
	sharedStrings = "xl/sharedStrings.xml"
	styles        = "xl/styles.xml"
	officeRel     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

type parts map[string]string

// without is a part that a test takes away.
const without = "\x00"

// sheetOf is a sheet's part with the rows.
func sheetOf(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet ` +
		`xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows +
		`</sheetData></worksheet>`
}

// zipped is the smallest workbook with some parts of its own.
func zipped(own parts) []byte {
	all := parts{
		types: `<Types><Default Extension="xml" ContentType="application/xml"/></Types>`,
		rootRels: `<Relationships><Relationship Id="r1" Type="` + officeRel +
			`officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		workbook: `<workbook xmlns:r="r"><sheets><sheet name="Số liệu" sheetId="1" r:id="r1"/></sheets></workbook>`,
		workbookRels: `<Relationships><Relationship Id="r1" Type="` + officeRel +
			`worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + officeRel +
			`sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="` + officeRel +
			`styles" Target="styles.xml"/></Relationships>`,
		firstSheet: sheetOf(""),
	}
	maps.Copy(all, own)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] == without {
			continue
		}
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(all[name]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func readBytes(name string, data []byte) (*Book, error) {
	return Read(context.Background(), name, bytes.NewReader(data), int64(len(data)))
}

func mustRead(tb testing.TB, name string, data []byte) *Book {
	tb.Helper()
	b, err := readBytes(name, data)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// cells is what a sheet holds, by the names of the cells.
func cells(tb testing.TB, s *Sheet) map[string]Cell {
	tb.Helper()
	all, err := tryCells(s)
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

func tryCells(s *Sheet) (map[string]Cell, error) {
	all := map[string]Cell{}
	err := s.Each(func(r Row) error {
		for i, c := range r.Cells {
			if c.Kind != Blank {
				all[Ref(i+1, r.Number)] = c
			}
		}
		return nil
	})
	return all, err
}

// refused is the problem of a file that is not read, or not read to its end.
func refused(tb testing.TB, name string, data []byte) problem.Problem {
	tb.Helper()
	b, err := readBytes(name, data)
	if err == nil {
		var table *Table
		if table, err = b.Sheets[0].Table(); err == nil {
			tb.Fatalf("it is read: %+v", table.Rows)
		}
	}
	var p problem.Problem
	if !errors.As(err, &p) {
		tb.Fatalf("no problem to read: %v", err)
	}
	if p.File != name || p.Message == "" || p.Hint == "" {
		tb.Errorf("it does not say enough: %+v", p)
	}
	return p
}
