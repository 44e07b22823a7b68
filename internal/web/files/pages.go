package files

import (
	"net/http"

	"ntm/internal/picture"
)

// IsPDF tells a PDF by its bytes, whatever its name.
func IsPDF(data []byte) bool { return http.DetectContentType(data) == "application/pdf" }

// ShowPages answers with a PDF that is seen within a page of ours, and nowhere else: nothing in it
// may load anything.
func ShowPages(out http.ResponseWriter, name string, data []byte) {
	h := out.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Disposition", "inline"+named(name))
	_, _ = out.Write(data) // who went away sees nothing
}

// ShowPicture answers with a photograph drawn anew, small, with nothing of the file but what is seen.
func ShowPicture(out http.ResponseWriter, data []byte) error {
	p, err := picture.Make(data)
	if err != nil {
		return err
	}
	out.Header().Set("Content-Type", "image/jpeg")
	_, _ = out.Write(p.JPEG) // who went away sees nothing
	return nil
}
