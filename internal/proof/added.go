package proof

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"ntm/internal/pattern"
)

// shape is something drawn that is no chart.
var shape = pattern.New(`<(?:\w+:)?(?:sp|pic|cxnSp|shape|rect|oval|roundrect|textbox)[\s>/]`)

// attached are the folders and files in a workbook that hold programs, other files
// and links to them.
var attached = pattern.New(`^xl/(?:vbaproject|macrosheets/|dialogsheets/|externallinks/|embeddings/|` +
	`activex/|ctrlprops/|querytables/|connections\.)|^customui|(?:^|/)\.\./|^/|\\`)

// addedParts tells of what a dossier never has: programs, files and links in it, and
// pictures and boxes, which may cover what stands in the cells. It has charts alone.
func addedParts(data []byte) ([]Difference, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out []Difference
	for _, part := range archive.File {
		switch name := strings.ToLower(part.Name); {
		case attached.MatchString(name):
			out = append(out, Difference{Kind: OfSheet, Sheet: part.Name,
				Found: "macro, tệp nhúng hoặc liên kết ra ngoài", Expected: "không có phần này"})
			continue
		case strings.HasSuffix(name, ".vml"), strings.Contains(name, "drawing") && strings.HasSuffix(name, ".xml"):
		default:
			continue
		}
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		words, err := io.ReadAll(io.LimitReader(r, mostUnzipped))
		_ = r.Close() // was read to its end
		if err != nil {
			return nil, err
		}
		if n := len(shape.FindAllIndex(words, -1)); n > 0 {
			out = append(out, Difference{Kind: OfSheet, Sheet: part.Name,
				Found:    fmt.Sprintf("%d hình hoặc khung chữ vẽ thêm, có thể che nội dung", n),
				Expected: "chỉ có biểu đồ"})
		}
	}
	return out, nil
}
