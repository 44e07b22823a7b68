// Package files is what comes in from the browser and goes out to it as files: what was dropped lies
// in a folder of its own until it is read, under a name that leads nowhere else; what is handed over
// is kept by the browser, never shown; but for a PDF, which stands within a page of ours.
package files

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"ntm/internal/office/desk"
	"ntm/internal/vi"
)

// Zipped puts files into one, in a folder of its name.
func Zipped(name string, files []desk.Away, now time.Time) (*desk.Away, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		into, err := z.CreateHeader(&zip.FileHeader{Name: name + "/" + f.Name, Method: zip.Deflate, Modified: now})
		if err == nil {
			_, err = into.Write(f.Data)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return &desk.Away{Name: name + ".zip", Data: out.Bytes()}, err
}

// HandOver answers with a file to be kept, never to be shown.
func HandOver(out http.ResponseWriter, name string, data []byte) {
	handOverFrom(out, name, bytes.NewReader(data), int64(len(data)))
}

// HandOverFile hands over a file that may be large.
func HandOverFile(out http.ResponseWriter, name, file string) error {
	from, err := os.Open(file)
	if err != nil {
		return err
	}
	defer from.Close() //nolint:errcheck // opened for reading
	info, err := from.Stat()
	if err == nil {
		handOverFrom(out, name, from, info.Size())
	}
	return err
}

func handOverFrom(out http.ResponseWriter, name string, from io.Reader, size int64) {
	out.Header().Set("Content-Type", "application/octet-stream")
	out.Header().Set("Content-Disposition", attachment(name))
	out.Header().Set("Content-Length", fmt.Sprint(size))
	_, _ = io.Copy(out, from) // who went away keeps nothing
}

// attachment names a file that is handed over, to be kept.
func attachment(name string) string { return "attachment" + named(name) }

// named is the name of a file with its letters, and for a browser that does not know them without.
func named(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\%;/`, r) {
			return '_'
		}
		return r
	}, vi.Fold(name))
	return fmt.Sprintf(`; filename="%s"; filename*=UTF-8''%s`, plain,
		strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
}

// HandOverWritten hands over a file that is written now.
func HandOverWritten(out http.ResponseWriter, name string, write func(io.Writer) error) error {
	var data bytes.Buffer
	if err := write(&data); err != nil {
		return err
	}
	HandOver(out, name, data.Bytes())
	return nil
}
