// Package scratch gives folders in which files are made before they get their place,
// and clears those that a program left behind when it was killed.
//
// A folder is called .ntm-… and holds a lock file, which the system lets go of when
// the program that made it ends, however it ends. A folder whose lock has been held and
// can be had is nobody's any more: the next program that makes one beside it, or opens
// the store beside it, takes it away. Folders of another name, or with other things in
// them than programs of ours put there, are let be.
package scratch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock" // a lock of the system's own, on Windows too: gone with its holder
)

const (
	prefix   = ".ntm-"
	lockName = "khoa"
	// heldName is a file that says that the lock is held, or was: before it is there, the lock is the maker's to take.
	heldName = "khoa.co"
	// young is how old a folder whose lock was never held is at least before it counts as left
	// behind: one that was just made gets its lock in the next moment.
	young = 10 * time.Minute
)

// Folder is a folder for a while.
type Folder struct {
	Path string
	lock *flock.Flock
}

// Make makes a folder beside other files ("" for the system's temporary folder), and
// clears what others left there.
func Make(beside string) (*Folder, error) {
	if beside == "" {
		beside = os.TempDir()
	}
	clearOnce(beside)
	path, err := os.MkdirTemp(beside, prefix)
	if err != nil {
		return nil, err
	}
	f := &Folder{Path: path, lock: flock.New(filepath.Join(path, lockName))}
	_, err = f.lock.TryLock()
	if err == nil {
		err = os.WriteFile(f.File(heldName), nil, 0o600)
	}
	if err != nil {
		_ = f.Close() // the disk may be full: nothing is left
		return nil, err
	}
	return f, nil
}

// File is the path of a file in the folder.
func (f *Folder) File(name string) string { return filepath.Join(f.Path, name) }

// Close takes the folder away with all that is in it.
func (f *Folder) Close() error {
	return errors.Join(f.lock.Unlock(), os.RemoveAll(f.Path))
}

// cleared are the folders that this program has cleared: once is enough, and a folder
// may hold thousands of files.
var cleared sync.Map

func clearOnce(beside string) {
	if _, done := cleared.LoadOrStore(beside, true); !done {
		Clear(beside)
	}
}

// Clear takes away the folders beside other files ("" for the system's temporary
// folder) that their makers left behind. What cannot be taken away stays.
func Clear(beside string) {
	if beside == "" {
		beside = os.TempDir()
	}
	entries, err := os.ReadDir(beside)
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			clearOne(filepath.Join(beside, e.Name()))
		}
	}
}

// clearOne takes away a folder, or a file of an earlier version, that is nobody's.
func clearOne(path string) {
	info, err := os.Lstat(path)
	if err != nil {
		return
	}
	old := time.Since(info.ModTime()) > young
	if info.Mode().IsRegular() && old {
		_ = os.Remove(path)
		return
	}
	if !info.IsDir() || !onlyOurs(path) {
		return
	}
	if _, err := os.Lstat(filepath.Join(path, heldName)); err != nil && !old {
		return // its lock is on the way
	}
	// Opened, never created: its maker may be taking the folder away at this moment.
	lock := flock.New(filepath.Join(path, lockName), flock.SetFlag(os.O_RDONLY))
	switch got, err := lock.TryLock(); {
	case errors.Is(err, fs.ErrNotExist) && old: // nobody's, or half taken away
	case err != nil || !got:
		return // somebody is at work in it
	default:
		_ = lock.Unlock() // Windows takes no open file away
	}
	_ = os.RemoveAll(path)
}

// onlyOurs tells whether a folder holds nothing but what programs of ours put into
// one.
func onlyOurs(path string) bool {
	entries, err := os.ReadDir(path)
	return err == nil && !slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(e.Name(), name) })
	})
}

// names are what the names of things in a folder begin with.
var names = []string{lockName, "tep", "kho"}
