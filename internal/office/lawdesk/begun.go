package lawdesk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ntm/internal/lawbook"
	"ntm/internal/problem"
	"ntm/internal/whole"
)

// Begun is a decision that a person goes through: its file, and what is ticked and typed so far. It holds nothing, and
// nobody judges by it, before it is signed. It outlives the program that it is gone through in.
type Begun struct {
	ID       string    `json:"-"` // of its file and what was asked of it
	Name     string    `json:"name"`
	Standard string    `json:"standard,omitempty"` // as [Reading] has them
	Province string    `json:"province,omitempty"`
	At       time.Time `json:"at"` // when it was written last

	By     string `json:"by,omitempty"` // as typed: who signs, on what day, for which office
	On     string `json:"on,omitempty"`
	Office string `json:"office,omitempty"`
	Number string `json:"number,omitempty"` // of a decision that does not tell its own
	Day    string `json:"day,omitempty"`

	Rows      map[string]lawbook.Typed `json:"rows,omitempty"` // as [lawbook.Signed] has them
	Added     []lawbook.Typed          `json:"added,omitempty"`
	Procedure map[string]lawbook.Typed `json:"procedure,omitempty"`

	folder string
}

// Desk is where decisions lie that are gone through: a folder of their own, which the first makes.
type Desk struct{ Folder string }

// What lies in the folder of each.
const (
	begunState = "nhap.json"
	begunFile  = "quyet-dinh"
)

// Begin puts a file on the desk. One that lies there already, asked for in the same way, is gone on with.
func (d Desk) Begin(file, name, standard, province string, now time.Time) (*Begun, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, problem.Of(err)
	}
	sum := sha256.Sum256(append([]byte(standard+"\x00"+province+"\x00"), data...))
	id := hex.EncodeToString(sum[:8])
	if b, err := d.Find(id); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return b, err
	}
	b := &Begun{ID: id, Name: name, Standard: standard, Province: province, At: now,
		folder: filepath.Join(d.Folder, id)}
	if err := os.MkdirAll(b.folder, 0o700); err != nil {
		return nil, notKept
	}
	if err := whole.Copy(file, filepath.Join(b.folder, begunFile+filepath.Ext(name))); err != nil {
		return nil, notKept
	}
	return b, b.write()
}

var notKept = problem.Problem{Message: "không giữ được quyết định này trên máy",
	Hint: "kiểm tra quyền ghi ở thư mục có kho dữ liệu và dung lượng đĩa, rồi thả lại tệp"}

// Find is the decision of that id; fs.ErrNotExist for none.
func (d Desk) Find(id string) (*Begun, error) {
	if !fs.ValidPath(id) || strings.Contains(id, "/") || id == "." {
		return nil, fs.ErrNotExist
	}
	b := &Begun{ID: id, folder: filepath.Join(d.Folder, id)}
	text, err := os.ReadFile(filepath.Join(b.folder, begunState))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err == nil {
		err = json.Unmarshal(text, b)
	}
	if err != nil {
		return nil, problem.Problem{File: filepath.Join(b.folder, begunState),
			Message: "không đọc lại được quyết định đang đối chiếu dở", Hint: "thả lại tệp quyết định rồi đánh dấu lại"}
	}
	return b, nil
}

// All are the decisions on the desk, that which was written last first. One that cannot be read again is left out: its
// own page tells why.
func (d Desk) All() ([]*Begun, error) {
	entries, err := os.ReadDir(d.Folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []*Begun
	for _, e := range entries {
		if b, err := d.Find(e.Name()); err == nil {
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b *Begun) int { return b.At.Compare(a.At) })
	return out, err
}

// Read reads the decision by a law.
func (b *Begun) Read(ctx context.Context, r Reading) (*Reading, error) {
	found, err := filepath.Glob(filepath.Join(b.folder, begunFile+"*"))
	if err == nil && len(found) != 1 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, problem.Problem{Message: "tệp của quyết định này không còn trên máy",
			Hint: "thả lại tệp quyết định"}
	}
	r.Files, r.Standard, r.Province = found, b.Standard, b.Province
	return &r, r.Read(ctx)
}

// Write writes down what was ticked and typed.
func (b *Begun) Write(now time.Time) error {
	b.At = now
	return b.write()
}

func (b *Begun) write() error {
	return whole.Write(filepath.Join(b.folder, begunState), true, func(out io.Writer) error {
		return json.NewEncoder(out).Encode(b)
	})
}

// Set writes an entry of a row, or with what the machine read takes it back.
func (b *Begun) Set(row, entry, value, machine string) {
	t := b.Rows[row]
	if value == machine {
		if delete(t, entry); len(t) == 0 {
			delete(b.Rows, row)
		}
		return
	}
	if b.Rows == nil {
		b.Rows = map[string]lawbook.Typed{}
	}
	if t == nil {
		t = lawbook.Typed{}
		b.Rows[row] = t
	}
	t[entry] = value
}

// Signed is what a person says of the decision so far.
func (b *Begun) Signed() *lawbook.Signed {
	return &lawbook.Signed{By: b.By, Rows: b.Rows, Added: b.Added, Procedure: b.Procedure}
}

// Took takes away what was signed, for it holds now.
func (b *Begun) Took(now time.Time) error {
	for id, t := range b.Rows {
		if t[lawbook.Tick] != "" {
			delete(b.Rows, id)
		}
	}
	b.Added = slices.DeleteFunc(b.Added, func(t lawbook.Typed) bool { return t[lawbook.Tick] != "" })
	b.Procedure = nil
	return b.Write(now)
}

// Drop takes the decision off the desk.
func (b *Begun) Drop() error {
	if err := os.RemoveAll(b.folder); err != nil {
		return problem.Problem{Message: "không bỏ được quyết định này khỏi máy",
			Hint: "đóng tệp ở chương trình khác rồi thử lại"}
	}
	return nil
}
