package door

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// TroubleFile writes a page that says why no window opened, each line a paragraph, for its owner alone:
// in a folder of the user's own, or among the temporary files where that takes none, for that may be
// the trouble.
func TroubleFile(folder, title string, lines []string) (string, error) {
	var page strings.Builder
	if err := bare.Execute(&page, Said{Title: title, More: lines}); err != nil {
		return "", err
	}
	data := []byte(page.String())
	if folder != "" {
		folder = filepath.Join(folder, "ntm")
		file := filepath.Join(folder, "chua-mo-duoc.html")
		if os.MkdirAll(folder, 0o700) == nil && ownFile(file, data) == nil {
			return file, nil
		}
	}
	f, err := os.CreateTemp("", "ntm-*.html") // which its owner alone may read
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	return f.Name(), errors.Join(err, f.Close())
}
