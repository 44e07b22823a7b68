package store

import (
	"bytes"
	"compress/zlib"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"ntm/internal/problem"
)

// Digest names a document: SHA-256 of its bytes, in hexadecimal.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Document is bytes to be kept under their digest.
type Document struct {
	Digest string
	packed []byte
}

// NewDocument packs a document.
func NewDocument(data []byte) Document { return Document{Digest(data), pack(data)} }

// Text is what was packed.
func (d Document) Text() ([]byte, error) { return unpack(d.packed) }

var packers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

func pack(data []byte) []byte {
	var out bytes.Buffer
	z := packers.Get().(*zlib.Writer)
	defer packers.Put(z)
	z.Reset(&out)
	_, err := z.Write(data)
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}

func unpack(packed []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(z, mostUnpacked+1))
	if err == nil && len(data) > mostUnpacked {
		err = errTooLarge
	}
	return data, err
}

// errTooLarge is a document that unzips to more than any of ours.
var errTooLarge = fmt.Errorf("a document of more than %d bytes", mostUnpacked)

// Document is the document of that digest. The error is a problem.Problem, also
// where its bytes are no longer what they were.
func (s *Store) Document(ctx context.Context, province, digest string) ([]byte, error) {
	found, err := s.documents(ctx, province, []string{digest})
	if err != nil {
		return nil, err
	}
	return found[0].Text()
}

// Documents are those of the digests that are there and whole, by digest.
func (s *Store) Documents(ctx context.Context, province string, digests []string) (map[string][]byte, error) {
	out := map[string][]byte{}
	digests = slices.Clone(digests)
	slices.Sort(digests)
	for part := range slices.Chunk(slices.Compact(digests), mostRows) {
		found, err := s.sound(ctx, province, part)
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			out[d.Digest], _ = unpack(d.packed) // documents has done it before
		}
	}
	return out, nil
}

// sound are those of the digests that are there and whole. The error is that of ctx alone.
func (s *Store) sound(ctx context.Context, province string, digests []string) ([]Document, error) {
	out, err := s.documents(ctx, province, digests)
	if err == nil || ctx.Err() != nil {
		return out, err
	}
	for _, digest := range digests { // one is damaged: the others one by one
		if one, err := s.documents(ctx, province, []string{digest}); err == nil {
			out = append(out, one...)
		} else if ctx.Err() != nil {
			return nil, err
		}
	}
	return out, nil
}

// documents are those of the digests, each of which must be there, whole.
func (s *Store) documents(ctx context.Context, province string, digests []string) ([]Document, error) {
	found := map[string]Document{}
	for part := range slices.Chunk(digests, mostRows) {
		values := []any{province}
		for _, digest := range part {
			values = append(values, digest)
		}
		err := eachRow(ctx, s.read, func(scan scanner) error {
			var d Document
			err := scan(&d.Digest, &d.packed)
			found[d.Digest] = d
			return err
		}, "SELECT digest, packed FROM documents WHERE province = $1 AND digest IN ("+
			strings.TrimPrefix(placeholders([][]any{values}), "($1, "), values...)
		if err != nil {
			return nil, s.explain(err)
		}
	}
	out := make([]Document, len(digests))
	for i, digest := range digests {
		d, there := found[digest]
		if !there {
			return nil, s.damaged("không có văn bản " + digest)
		}
		if data, err := unpack(d.packed); err != nil || Digest(data) != digest {
			return nil, s.damaged("văn bản " + digest + " đã bị thay đổi")
		}
		out[i] = d
	}
	return out, nil
}

func (s *Store) damaged(what string) error {
	return problem.Problem{File: s.name, Message: fmt.Sprintf("kho dữ liệu hỏng: %s", what),
		Hint: "kiểm tra bằng ntm doctor; khôi phục từ bản sao lưu bằng ntm restore",
		Page: problem.Press("bấm Kiểm tra kho ở trang Kho dữ liệu; khôi phục từ bản sao lưu thì nhờ người quản trị " +
			"máy")}
}
