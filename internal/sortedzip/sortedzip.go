// Package sortedzip is the zip archive our workbooks are written to: its
// entries stand in the order of their names, so that the same content gives the
// same bytes. excelize hands over streamed sheets in a map's order, which would
// make every workbook different from the last.
package sortedzip

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

type archive struct {
	*zip.Writer // closes the archive and adds file systems
	entries     map[string]*bytes.Buffer
}

// New is what excelize.File.SetZipWriter asks for.
func New(w io.Writer) excelize.ZipWriter {
	return &archive{zip.NewWriter(w), map[string]*bytes.Buffer{}}
}

// Create keeps the entry's content until Close.
func (z *archive) Create(name string) (io.Writer, error) {
	z.entries[name] = new(bytes.Buffer)
	return z.entries[name], nil
}

// Close writes the entries and ends the archive. "[Content_Types].xml", by
// which readers tell a workbook, sorts before every folder's name.
func (z *archive) Close() error {
	for _, name := range slices.Sorted(maps.Keys(z.entries)) {
		entry, err := z.Writer.Create(name)
		if err != nil {
			return err
		}
		if _, err := z.entries[name].WriteTo(entry); err != nil {
			return err
		}
	}
	return z.Writer.Close()
}
