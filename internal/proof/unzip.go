package proof

import (
	"bytes"

	"ntm/internal/papers"
	"ntm/internal/xlsx/read"

	"github.com/xuri/excelize/v2"
)

// mostUnzipped is how many bytes all parts of a workbook may have that came back: many
// times the largest of ours.
const mostUnzipped = 32 << 20

// unzip opens a workbook that came back, unless it has more parts, bytes or cells than
// it may. It is read through first as excelize will, which holds all it reads: a row with
// one cell in its last column would be sixteen thousand to it. What is damaged is for
// excelize to say.
func unzip(data []byte) (*excelize.File, error) {
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
		return nil, err
	}
	limits := excelize.Options{RawCellValue: true, UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostUnzipped}
	return excelize.OpenReader(bytes.NewReader(data), limits)
}
