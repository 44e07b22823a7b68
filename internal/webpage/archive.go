package webpage

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
)

// IsArchive tells whether a file is a page with all that belongs to it (.mht): it begins
// as a letter does.
func IsArchive(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), 2048)]))
	head = strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \r\n")
	return !strings.HasPrefix(head, "<") && strings.Contains(head, "mime-version:") && strings.Contains(head,
		"content-type:")
}

// pageOf finds the page in such a file, with the letters it is written in.
func pageOf(data []byte) (page []byte, contentType string, err error) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \r\n")
	letter, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, "", errDamaged
	}
	page, contentType, err = pageIn(textproto.MIMEHeader(letter.Header), letter.Body, 0)
	if err == nil && page == nil {
		err = errNoPage
	}
	return page, contentType, err
}

// pageIn looks for the first page in a part, which may have parts itself.
func pageIn(header textproto.MIMEHeader, content io.Reader, depth int) ([]byte, string, error) {
	contentType := header.Get("Content-Type")
	kind, boundary := mediaType(contentType)
	switch {
	case depth > 5:
		return nil, "", nil
	case kind == "text/html" || kind == "application/xhtml+xml":
		page, err := io.ReadAll(io.LimitReader(transferred(header, content), maxPage+1))
		if err != nil {
			return nil, "", errDamaged
		}
		return page, contentType, nil
	case !strings.HasPrefix(kind, "multipart/") || boundary == "":
		return nil, "", nil
	}
	parts := multipart.NewReader(content, boundary)
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil, "", nil
		}
		if err != nil {
			return nil, "", errDamaged
		}
		page, contentType, err := pageIn(part.Header, part, depth+1)
		if err != nil || page != nil {
			return page, contentType, err
		}
	}
}

// mediaType is what a part says that it is; one that says nothing is not the page.
func mediaType(contentType string) (kind, boundary string) {
	kind, values, err := mime.ParseMediaType(contentType)
	if err != nil {
		return "", ""
	}
	return kind, values["boundary"]
}

// transferred undoes how a part was written for its way.
func transferred(header textproto.MIMEHeader, content io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		return quotedprintable.NewReader(content)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, content)
	}
	return content
}
