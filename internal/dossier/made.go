package dossier

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"time"
)

// fingerprintName is the property of a workbook that holds its fingerprint.
const fingerprintName = "Mã hồ sơ"

// Made is what a workbook of ours tells of how it was made.
type Made struct {
	Fingerprint string    // as Fingerprint gives it; "" of an index
	At          time.Time // the time it carries, in whole seconds
}

// ErrNotOurs is a file that no function of this package has written.
var ErrNotOurs = errors.New("not written by ntm")

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
