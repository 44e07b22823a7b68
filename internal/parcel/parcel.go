// Package parcel is a store and the files that lie beside it, in one file: what an office sends to another, which has
// evidence, and what it backs up, which has the decisions too that somebody is half through.
//
// It is a zip of files that are not compressed: the store as kho.db, each file beside it once
// under its SHA-256, and a list that says where each lay. What is taken out is held against its
// SHA-256, and a name of the list is used only where it stays below the folder.
package parcel

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"ntm/internal/evidence"
	"ntm/internal/problem"
)

const (
	storeName  = "kho.db"
	listName   = "minh-chung.json"
	folderName = "minh-chung/"
	schema     = "ntm.parcel.v1"
	mostListed = 64 << 20 // bytes of the list
)

// list is what lies in a parcel.
type list struct {
	Schema    string          `json:"schema"`
	Files     []evidence.File `json:"files"`
	Decisions []evidence.File `json:"decisions,omitempty"`
}

// Folder is files that were found below a folder.
type Folder struct {
	At    string
	Files []evidence.File
}

// Write packs a store that is a file, its evidence and the decisions that somebody is half through. The error is a
// problem.Problem where a file is no longer as it was found.
func Write(ctx context.Context, out io.Writer, store string, proofs, decisions Folder) error {
	pack := zip.NewWriter(out)
	put := func(name string, write func(io.Writer) error) error {
		to, err := pack.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return err
		}
		return write(to)
	}
	if err := put(listName, func(to io.Writer) error {
		return json.NewEncoder(to).Encode(list{schema, proofs.Files, decisions.Files})
	}); err != nil {
		return err
	}
	if err := put(storeName, func(to io.Writer) error { return pour(ctx, to, store) }); err != nil {
		return err
	}
	packed := map[string]bool{}
	for _, from := range []Folder{proofs, decisions} {
		for i := range from.Files {
			f := &from.Files[i]
			if packed[f.SHA256] {
				continue
			}
			packed[f.SHA256] = true
			if err := put(folderName+f.SHA256, func(to io.Writer) error { return from.copy(ctx, f, to) }); err != nil {
				return err
			}
		}
	}
	return pack.Close()
}

func (d Folder) copy(ctx context.Context, f *evidence.File, to io.Writer) error {
	state, err := f.Copy(ctx, d.At, to)
	if err == nil && state != evidence.Found {
		err = problem.Problem{File: d.At, Message: fmt.Sprintf("tệp %q: %s", f.Path, state.Word()),
			Hint: "đóng chương trình đang mở tệp ấy rồi chạy lại"}
	}
	return err
}

// pour writes a file's content.
func pour(ctx context.Context, to io.Writer, file string) error {
	from, err := os.Open(file)
	if err != nil {
		return err
	}
	defer from.Close() //nolint:errcheck // opened for reading
	_, err = io.Copy(to, evidence.Until(ctx, from))
	return err
}

// Parcel is one that is read.
type Parcel struct {
	Files     []evidence.File // of evidence that it says lie in it
	Decisions []evidence.File // the same of decisions

	file    string
	zip     *zip.ReadCloser
	entries map[string]*zip.File
}

// Is tells whether a file begins as a parcel does.
func Is(file string) bool {
	from, err := os.Open(file)
	if err != nil {
		return false
	}
	defer from.Close() //nolint:errcheck // opened for reading
	begins := make([]byte, 4)
	_, err = io.ReadFull(from, begins)
	return err == nil && string(begins) == "PK\x03\x04"
}

// Open opens a parcel, whose list is looked at. The error is a problem.Problem.
func Open(file string) (*Parcel, error) {
	p := &Parcel{file: file, entries: map[string]*zip.File{}}
	var err error
	if p.zip, err = zip.OpenReader(file); err != nil {
		return nil, p.broken("tệp cụt hoặc không phải gói của ntm")
	}
	if err := p.look(); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// Close closes it.
func (p *Parcel) Close() error { return p.zip.Close() }

func (p *Parcel) broken(what string) error {
	return problem.Problem{File: p.file, Message: "không đọc được gói dữ liệu này: " + what,
		Hint: "chép lại tệp, hoặc xin nơi gửi ghi lại"}
}

func (p *Parcel) look() error {
	info, err := os.Stat(p.file)
	if err != nil {
		return p.broken("tệp không còn ở đó")
	}
	left := uint64(max(0, info.Size()))
	for _, f := range p.zip.File {
		if f.Method != zip.Store || f.UncompressedSize64 > left || p.entries[f.Name] != nil {
			return p.broken("bên trong không đúng như chương trình này ghi")
		}
		left -= f.UncompressedSize64 // what lies in it is no larger than the file
		p.entries[f.Name] = f
	}
	if p.entries[storeName] == nil || p.entries[listName] == nil {
		return p.broken("không có kho dữ liệu bên trong")
	}
	from, err := p.entries[listName].Open()
	if err != nil {
		return p.broken("không đọc được danh mục minh chứng")
	}
	var l list
	err = json.NewDecoder(io.LimitReader(from, mostListed)).Decode(&l)
	if err = errors.Join(err, from.Close()); err != nil || l.Schema != schema {
		return p.broken("không đọc được danh mục minh chứng")
	}
	for _, f := range slices.Concat(l.Files, l.Decisions) {
		local, inside := evidence.Local(f.Path)
		if sum, err := hex.DecodeString(f.SHA256); err != nil || len(sum) != sha256.Size || !inside ||
			local != f.Path || f.SHA256 != strings.ToLower(f.SHA256) {
			return p.broken(fmt.Sprintf("danh mục minh chứng có tên không dùng được: %q", f.Path))
		}
	}
	p.Files, p.Decisions = l.Files, l.Decisions
	return nil
}

// Store takes the store out, to a file that is new.
func (p *Parcel) Store(ctx context.Context, to string) error {
	from, err := p.entries[storeName].Open()
	if err != nil {
		return p.broken("kho dữ liệu bên trong đã hỏng")
	}
	defer from.Close() //nolint:errcheck // opened for reading
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, evidence.Until(ctx, from))
	if errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) {
		err = p.broken("kho dữ liệu bên trong đã hỏng")
	}
	return errors.Join(err, out.Close())
}

// pour writes a file beside the store as far as it can be read: its digest tells whether it came whole.
func (p *Parcel) pour(ctx context.Context, f *evidence.File, to io.Writer) {
	entry := p.entries[folderName+f.SHA256]
	if entry == nil {
		return
	}
	if from, err := entry.Open(); err == nil {
		_, _ = io.Copy(to, evidence.Until(ctx, from))
		_ = from.Close()
	}
}

// Check refuses a parcel in which a file of evidence is missing or is not what the list says; it
// names each.
func (p *Parcel) Check(ctx context.Context) error {
	var told problem.List
	for i := range p.Files {
		f := &p.Files[i]
		h := sha256.New()
		p.pour(ctx, f, h)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if hex.EncodeToString(h.Sum(nil)) != f.SHA256 {
			told = append(told, p.damaged(f))
		}
	}
	return told.Err()
}

// damaged says that a file of evidence is not what the list says.
func (p *Parcel) damaged(f *evidence.File) problem.Problem {
	what := "bị sửa hoặc hỏng trong gói"
	if p.entries[folderName+f.SHA256] == nil {
		what = "không có trong gói"
	}
	return problem.Problem{File: p.file, Message: fmt.Sprintf("minh chứng %q %s", f.Path, what),
		Hint: "xin nơi gửi ghi lại gói, hoặc tìm tệp ấy ở bản sao lưu khác"}
}
