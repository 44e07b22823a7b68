package proof

import (
	"archive/zip"
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"
	"ntm/internal/papers"
	"ntm/internal/xlsx/read"
)

// What a workbook that came back may hold: many times the largest of ours.
const (
	mostUnzipped = 32 << 20 // bytes of all parts
	mostParts    = 10_000   // files in its archive; the library keeps some KB of each
)

// unzip opens a workbook that came back, unless it has too many parts, or more bytes
// or cells than it may.
func unzip(data []byte) (*excelize.File, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(archive.File) > mostParts {
		return nil, errors.New("too many parts")
	}
	var says uint64
	for _, part := range archive.File {
		if says += part.UncompressedSize64; says > mostUnzipped {
			return nil, errors.New("too many bytes")
		}
	}
	if err := countCells(data); err != nil {
		return nil, err
	}
	return excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostUnzipped})
}

// countCells reads through a workbook as the library will, but holds nothing: a row
// with one cell in its last column would be sixteen thousand to it. What is damaged is
// for the library to say.
func countCells(data []byte) error {
	book, err := read.Read("hồ sơ.xlsx", bytes.NewReader(data), int64(len(data)))
	if err == nil {
		book.Most(papers.MostCells)
		for _, s := range book.Sheets {
			if each := s.Each(func(read.Row) error { return nil }); read.IsTooMuch(each) {
				err = each
			}
		}
	}
	if read.IsTooMuch(err) {
		return err
	}
	return nil
}
