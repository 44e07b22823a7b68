package dossier

import (
	"archive/zip"
	"bytes"
	"errors"

	"github.com/xuri/excelize/v2"
)

// What a workbook that came back may hold: many times the largest of ours.
const (
	mostUnzipped = 32 << 20 // bytes, unfolded
	mostParts    = 10_000   // files in its archive; the library keeps some KB of each
)

// unfold opens a workbook that came back, unless it has too many parts or unfolds
// to more bytes than it may.
func unfold(data []byte, most int64) (*excelize.File, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(archive.File) > mostParts {
		return nil, errors.New("too many parts")
	}
	var says uint64
	for _, part := range archive.File {
		if says += part.UncompressedSize64; says > uint64(most) {
			return nil, errors.New("too many bytes")
		}
	}
	return excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: most, UnzipXMLSizeLimit: most})
}
