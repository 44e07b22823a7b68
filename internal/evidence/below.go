package evidence

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"

	"ntm/internal/vi"
)

// below is the folder that the files were handed in with, and nothing else.
type below struct {
	root   *os.Root
	leaves error                          // what root says of a path that leads out
	listed map[string]map[string][]string // by folder and by name as people see it, the names as they are
}

// openBelow opens a folder; the caller closes its root.
func openBelow(folder string) (*below, error) {
	info, err := os.Stat(folder) // first, for opening a pipe would wait for its writer
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: folder, Err: syscall.ENOTDIR}
	}
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	// Package os keeps this error to itself; the surest way out shows it.
	_, err = root.Lstat("..")
	return &below{root: root, leaves: errors.Unwrap(err), listed: map[string]map[string][]string{}}, nil
}

// errOtherKind is a folder where a file was to be opened, a device, a pipe.
var errOtherKind = errors.New("of another kind")

// state is what an error of the folder tells of a file.
func (b *below) state(err error) State {
	switch {
	case err == nil:
		return Found
	case errors.Is(err, errOtherKind):
		return NotPlain
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return Missing
	case errors.Is(err, b.leaves):
		return Outside
	}
	return Unreadable
}

// open opens what is of the kind. It looks before it opens, for to open a device
// may already do something; and it does not wait, should a pipe have taken the
// place in between.
func (b *below) open(name string, kind func(fs.FileMode) bool) (*os.File, error) {
	info, err := b.root.Stat(name)
	if err != nil {
		return nil, err
	}
	if !kind(info.Mode()) {
		return nil, errOtherKind
	}
	file, err := b.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if info, err = file.Stat(); err == nil && !kind(info.Mode()) {
		err = errOtherKind
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// similar is the one name that looks like the given one, as a Mac writes
// Vietnamese with its marks apart; a part that is there exactly is taken. The
// state is Found, or says why there is none; the error is that of ctx.
func (b *below) similar(ctx context.Context, name string) (string, State, error) {
	found := "."
	for part := range strings.SplitSeq(name, "/") {
		exact := path.Join(found, part)
		_, err := b.root.Lstat(exact)
		if state := b.state(err); state == Found {
			found = exact
			continue
		} else if state != Missing {
			return "", state, nil
		}
		entries, err := b.list(ctx, found)
		if err != nil {
			return "", b.state(err), ctx.Err()
		}
		switch names := entries[vi.NFC(part)]; len(names) {
		case 0:
			return "", Missing, nil
		case 1:
			found = path.Join(found, names[0])
		default:
			return "", Ambiguous, nil
		}
	}
	return found, Found, nil
}

// list is what stands in a folder, by name as people see it.
func (b *below) list(ctx context.Context, folder string) (map[string][]string, error) {
	if entries, known := b.listed[folder]; known {
		return entries, nil
	}
	dir, err := b.open(folder, fs.FileMode.IsDir)
	if errors.Is(err, errOtherKind) {
		return nil, nil // nothing stands in a file
	}
	if err != nil {
		return nil, err
	}
	defer dir.Close() //nolint:errcheck // opened for reading: nothing is lost
	entries := map[string][]string{}
	for {
		names, err := dir.Readdirnames(1024)
		for _, n := range names {
			seen := vi.NFC(n)
			entries[seen] = append(entries[seen], n)
		}
		if errors.Is(err, io.EOF) {
			b.listed[folder] = entries
			return entries, nil
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			return nil, err
		}
	}
}
