// Package evidence tells whether the papers behind a report are the ones that
// were there when its dossier was made: it hashes the files that the report names
// below the folder they were handed in with.
//
// Nothing outside that folder is opened, whatever a report names: no absolute
// path, no "..", no drive, no link that leads out; and only plain files are, for
// reading a device or a pipe may never end.
package evidence

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"strings"
)

// State says what was found where a report names a file.
type State string

// The closed set of states.
const (
	Found      State = "found"
	Missing    State = "missing"
	Ambiguous  State = "ambiguous" // none has exactly that name, and more than one looks like it
	Outside    State = "outside"
	NotPlain   State = "not_plain"
	TooLarge   State = "too_large"
	Changing   State = "changing" // written to while it was read
	Unreadable State = "unreadable"
)

// Word is the state in a reader's words.
func (s State) Word() string {
	return map[State]string{
		Found: "có tệp", Missing: "không tìm thấy tệp", Outside: "nằm ngoài thư mục hồ sơ, không đọc",
		NotPlain:  "không phải tệp thường, không đọc",
		Ambiguous: "có nhiều tệp tên gần như nhau, chưa rõ tệp nào", Changing: "tệp bị sửa trong lúc đọc, cần đọc lại",
		TooLarge: "tệp quá lớn, không đọc", Unreadable: "không đọc được tệp",
	}[s]
}

// File is what was found of a file that a report names.
type File struct {
	Path   string `json:"path"` // as the report names it
	State  State  `json:"state"`
	Size   int64  `json:"size,omitempty"`   // in bytes
	SHA256 string `json:"sha256,omitempty"` // of a file that was found, in hexadecimal
}

// mostBytes is the size up to which a file is read. Scanned papers and films of a
// commune's works are far below.
const mostBytes = 4 << 30

// Hash looks up each path below the folder, in the order given, and each once.
// The error is that of the folder itself, or of a cancelled context.
func Hash(ctx context.Context, folder string, paths []string) ([]File, error) {
	below, err := openBelow(folder)
	if err != nil {
		return nil, err
	}
	defer below.root.Close() //nolint:errcheck // opened for reading: nothing is lost
	var out []File
	seen := map[string]bool{}
	for _, p := range paths {
		if seen[p] {
			continue
		}
		seen[p] = true
		f := File{Path: p}
		if f.State, err = f.hash(ctx, below); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// find opens the file, or says why there is none; the error is that of ctx.
func (f *File) find(ctx context.Context, below *below) (*os.File, State, error) {
	if err := ctx.Err(); err != nil {
		return nil, "", err
	}
	name, inside := Local(f.Path)
	if !inside {
		return nil, Outside, nil
	}
	file, err := below.open(name, fs.FileMode.IsRegular)
	if below.state(err) == Missing {
		similar, state, stopped := below.similar(ctx, name)
		if state != Found || stopped != nil {
			return nil, state, stopped
		}
		file, err = below.open(similar, fs.FileMode.IsRegular)
	}
	return file, below.state(err), nil
}

func (f *File) hash(ctx context.Context, below *below) (State, error) {
	file, state, err := f.find(ctx, below)
	if state != Found || err != nil {
		return state, err
	}
	defer file.Close() //nolint:errcheck // as above
	before, err := file.Stat()
	switch {
	case err != nil:
		return Unreadable, nil
	case before.Size() > mostBytes:
		return TooLarge, nil
	}
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(Until(ctx, file), before.Size()+1))
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return Unreadable, nil
	}
	after, err := file.Stat()
	if err != nil || n != before.Size() || after.Size() != n || !after.ModTime().Equal(before.ModTime()) {
		return Changing, nil
	}
	f.Size, f.SHA256 = n, hex.EncodeToString(h.Sum(nil))
	return Found, nil
}

// Read is the content of a file that was found below the folder and has not changed since
// it was hashed. The state is Found, or says why there is none, TooLarge of one of more than
// so many bytes; the error is as that of Hash.
func (f *File) Read(ctx context.Context, folder string, most int64) ([]byte, State, error) {
	if f.State == Found && f.Size > most {
		return nil, TooLarge, nil
	}
	var data bytes.Buffer
	state, err := f.Copy(ctx, folder, &data)
	if state != Found || err != nil {
		return nil, state, err
	}
	return data.Bytes(), state, nil
}

// Copy writes the content of such a file; what was written is worth nothing but where the
// state is Found. The error is as that of Hash, or the writer's.
func (f *File) Copy(ctx context.Context, folder string, to io.Writer) (State, error) {
	if f.State != Found {
		return f.State, nil
	}
	below, err := openBelow(folder)
	if err != nil {
		return "", err
	}
	defer below.root.Close() //nolint:errcheck // opened for reading: nothing is lost
	file, state, err := f.find(ctx, below)
	if state != Found || err != nil {
		return state, err
	}
	defer file.Close() //nolint:errcheck // as above
	from := &failing{Reader: Until(ctx, file)}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(h, to), io.LimitReader(from, f.Size+1))
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case from.err != nil:
		return Unreadable, nil
	case err != nil:
		return "", err
	case hex.EncodeToString(h.Sum(nil)) != f.SHA256:
		return Changing, nil
	}
	return Found, nil
}

// failing remembers that reading failed, which is no fault of the writer's.
type failing struct {
	io.Reader
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if err != nil && err != io.EOF {
		f.err = err
	}
	return n, err
}

// Until reads until nobody waits any more.
func Until(ctx context.Context, from io.Reader) io.Reader { return reader{ctx, from} }

type reader struct {
	ctx  context.Context
	from io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.from.Read(p)
}

// Local is a path as a report names it, with slashes, and whether it stays below
// the folder it starts from on any system: no "..", nothing that starts elsewhere,
// no drive and no scheme, no name that Windows keeps for devices.
func Local(named string) (local string, inside bool) {
	local = strings.TrimPrefix(strings.ReplaceAll(named, `\`, "/"), "./")
	if !fs.ValidPath(local) || strings.ContainsFunc(local, func(r rune) bool { return r < ' ' || r == ':' }) {
		return "", false
	}
	for part := range strings.SplitSeq(local, "/") {
		if strings.Trim(part, ". ") == "" || isDevice(part) { // Windows reads ".. " as ".."
			return "", false
		}
	}
	return local, true
}

// isDevice tells the names that Windows keeps for devices, with any ending.
func isDevice(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, numbered := strings.CutPrefix(base, "COM")
	if !numbered {
		port, numbered = strings.CutPrefix(base, "LPT")
	}
	return numbered && len([]rune(port)) == 1 && strings.ContainsAny(port, "0123456789¹²³")
}
