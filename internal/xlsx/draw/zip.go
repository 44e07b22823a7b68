package draw

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"maps"
	"slices"
	"sync"

	"github.com/xuri/excelize/v2"
)

// archive is the zip archive that workbooks are written to: its entries stand in
// the order of their names, so that the same content gives the same bytes.
// excelize hands over streamed sheets in a map's order, which would make every
// workbook different from the last.
type archive struct {
	*zip.Writer // closes the archive and adds file systems
	entries     map[string]*bytes.Buffer
}

// sortedZip is what excelize.File.SetZipWriter asks for.
func sortedZip(w io.Writer) excelize.ZipWriter {
	out := zip.NewWriter(w)
	out.RegisterCompressor(zip.Deflate, compressor)
	return &archive{out, map[string]*bytes.Buffer{}}
}

// compressor writes an entry at less cost than the usual level, for a workbook a
// tenth larger. Its memory is used again for the next entry.
func compressor(w io.Writer) (io.WriteCloser, error) {
	if c, kept := compressors.Get().(*flate.Writer); kept {
		c.Reset(w)
		return pooled{c}, nil
	}
	c, err := flate.NewWriter(w, flate.BestSpeed)
	return pooled{c}, err
}

var compressors sync.Pool

type pooled struct{ *flate.Writer }

func (p pooled) Close() error {
	defer compressors.Put(p.Writer)
	return p.Writer.Close()
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
