package store

import (
	"bytes"
	"compress/zlib"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
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

// mostUnpacked bounds what a document may unfold to: many times the largest.
const mostUnpacked = 64 << 20

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
	return io.ReadAll(io.LimitReader(z, mostUnpacked))
}

// Document is the document of that digest. The error is a problem.Problem, also
// where its bytes are no longer what they were.
func (s *Store) Document(ctx context.Context, province, digest string) ([]byte, error) {
	found, err := collect(ctx, s.read, scanOne[[]byte], "SELECT packed FROM documents WHERE province = ? AND digest = ?", province, digest)
	if err != nil {
		return nil, s.explain(err)
	}
	if len(found) == 0 {
		return nil, s.damaged("không có văn bản " + digest)
	}
	data, err := unpack(found[0])
	if err != nil || Digest(data) != digest {
		return nil, s.damaged("văn bản " + digest + " đã bị thay đổi")
	}
	return data, nil
}

func (s *Store) damaged(what string) error {
	return problem.Problem{File: s.name, Message: fmt.Sprintf("kho dữ liệu hỏng: %s", what), Hint: "kiểm tra bằng ntm doctor; khôi phục từ bản sao lưu bằng ntm restore"}
}
