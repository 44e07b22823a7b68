package papers

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"time"

	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
)

// fingerprintName is the property of a workbook that holds its fingerprint.
const fingerprintName = "Mã hồ sơ"

// Write writes a paper of these sheets, which carries the fingerprint of what it was
// made of: "" for a paper that has none.
func Write(w io.Writer, a draw.About, fingerprint string, sheets ...*draw.Sheet) error {
	a.Company, a.Words, a.Property = a.Author, look.Marks, draw.Property{Name: fingerprintName, Value: fingerprint}
	return draw.Write(w, a, sheets)
}

// Made is what a workbook of ours tells of how it was made.
type Made struct {
	Fingerprint string    // of what it was made of; "" of a paper that has none
	At          time.Time // the time it carries, in whole seconds
}

// ErrNotOurs is a file that Write has not written.
var ErrNotOurs = errors.New("not written by ntm")

// MostCells is how many cells a sheet may have of a paper that came back: many times
// the largest of ours. They are counted in each row up to its last one.
const MostCells = 200_000

// mostOfProperties bounds what is read of a workbook's properties.
const mostOfProperties = 1 << 20

// ReadMade reads how a workbook was made. It is quick: the sheets are not
// opened. The error is ErrNotOurs, or fs.ErrNotExist, or that of a file that
// cannot be read.
func ReadMade(path string) (Made, error) {
	archive, err := zip.OpenReader(path)
	switch {
	case errors.Is(err, zip.ErrFormat):
		return Made{}, ErrNotOurs
	case err != nil:
		return Made{}, err
	}
	defer archive.Close() //nolint:errcheck // opened for reading: nothing is lost
	var custom struct {
		Properties []struct {
			Name string `xml:"name,attr"`
			Text string `xml:"lpwstr"`
		} `xml:"property"`
	}
	var core struct {
		Created time.Time `xml:"created"`
	}
	if decode(archive, "docProps/custom.xml", &custom) != nil || decode(archive, "docProps/core.xml", &core) != nil {
		return Made{}, ErrNotOurs
	}
	for _, p := range custom.Properties {
		if p.Name == fingerprintName {
			return Made{Fingerprint: p.Text, At: core.Created}, nil
		}
	}
	return Made{}, ErrNotOurs
}

func decode(from fs.FS, name string, into any) error {
	part, err := from.Open(name)
	if err != nil {
		return err
	}
	defer part.Close() //nolint:errcheck // as above
	return xml.NewDecoder(io.LimitReader(part, mostOfProperties)).Decode(into)
}
