package dossier

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"ntm/internal/assess"
)

// digestName is the property of a workbook that holds the digest of what its
// sheets say.
const digestName = "Mã nội dung"

// Digest names what the workbook of an assessment says. Equal digests mean the
// same cells: the same report, requirements and program, whatever the time but
// for the year that the cover bears.
func Digest(a *assess.Assessment, at time.Time) (string, error) {
	d, err := newDossier(a, at)
	if err != nil {
		return "", err
	}
	return digest(d.sheets()), nil
}

func digest(sheets []*sheet) string {
	h := sha256.New()
	out := bufio.NewWriter(h)
	for _, s := range sheets {
		fmt.Fprintf(out, "%q\n", s.name) //nolint:errcheck // a hash takes every byte
		for i, r := range s.rows {
			for k, c := range r.cells {
				if c.value != nil || c.formula != "" {
					fmt.Fprintf(out, "%d %d %T %q %q %q %q\n", i, k, c.value, fmt.Sprint(c.value), c.formula, c.look.format, c.link) //nolint:errcheck // as above
				}
			}
		}
	}
	_ = out.Flush() // as above
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// Made is what a workbook of ours tells of how it was made.
type Made struct {
	Digest string    // as Digest gives it
	At     time.Time // the time it carries, in whole seconds
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
		if p.Name == digestName {
			return Made{Digest: p.Text, At: core.Created}, nil
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
