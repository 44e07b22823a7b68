package read

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"ntm/internal/pattern"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	textunicode "golang.org/x/text/encoding/unicode"
)

// declared is the encoding that the head of an XML part names.
var declared = pattern.New(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// decode has the part read as UTF-8, in whatever letters it is written: UTF-16, which
// the standard allows, and what else a part names itself.
func (d *document) decode() error {
	head := make([]byte, 256)
	n, err := io.ReadFull(d.source, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), d.source)
	letters, err := lettersOf(head)
	if err != nil {
		return err
	}
	if d.letters = whole; letters != nil {
		d.letters = letters.NewDecoder().Reader(whole)
	}
	return nil
}

// lettersOf is the encoding of a part by its first bytes, nil for UTF-8.
func lettersOf(head []byte) (encoding.Encoding, error) {
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return textunicode.UTF16(textunicode.LittleEndian, textunicode.ExpectBOM), nil
	case bytes.HasPrefix(head, []byte("<\x00")):
		return textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM), nil
	case bytes.HasPrefix(head, []byte("\x00<")):
		return textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM), nil
	}
	m := declared.FindStringSubmatch(string(bytes.TrimPrefix(head, utf8BOM)))
	if m == nil {
		return nil, nil
	}
	name := strings.ToLower(m[1])
	if name == "utf-8" || strings.HasPrefix(name, "utf-16") { // whose bytes would tell
		return nil, nil
	}
	found, err := htmlindex.Get(name)
	if err != nil {
		return nil, errLetters
	}
	return found, nil
}
