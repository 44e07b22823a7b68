package door

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ntm/internal/problem"

	"github.com/gofrs/flock"
)

// Claim is the right to be the only window of a store on this machine. It is held by a lock
// of the system's own, which goes with the program however that ends.
type Claim struct {
	lock *flock.Flock
	file string // without extension; "" where nobody else would look
	mine bool   // not another program's
}

// running is what another start of the program reads of the window that is open: where to
// ask for a token, and by which secret. The file is its owner's alone.
type running struct {
	Ask    string `json:"ask"`
	Secret string `json:"secret"`
}

// Take claims the window of a store, which is at a place, in a folder of the user's own. Where
// another program of the user has it open, the claim stays that one's, and address leads into
// its window, to a page; "" else. Without a folder every window stands alone.
func Take(ctx context.Context, folder, place, page string) (c *Claim, address string, err error) {
	if folder == "" {
		return &Claim{}, "", nil
	}
	fail := func(error) (*Claim, string, error) {
		return nil, "", problem.Problem{File: folder, Message: "không ghi được vào thư mục tạm của người dùng",
			Hint: "kiểm tra quyền ghi ở thư mục này"}
	}
	folder = filepath.Join(folder, "ntm")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fail(err)
	}
	if whole, err := filepath.Abs(place); err == nil && !strings.Contains(place, "://") {
		place = whole
	}
	sum := sha256.Sum256([]byte(place))
	c = &Claim{file: filepath.Join(folder, "cua-so-"+hex.EncodeToString(sum[:8]))}
	c.lock = flock.New(c.file+".lock", flock.SetPermissions(0o600))
	const often, patience = 50 * time.Millisecond, 5 * time.Second
	for until := time.Now().Add(patience); ; {
		held, err := c.lock.TryLock()
		if err != nil {
			return fail(err)
		}
		if c.mine = held; held {
			return c, "", nil
		}
		if address, err = c.Again(ctx, page); err == nil { // else it is just starting, or just ending
			return c, address, nil
		}
		if ctx.Err() != nil || time.Now().After(until) {
			return nil, "", problem.Problem{File: place,
				Message: "kho dữ liệu này đang mở ở một cửa sổ khác không trả lời",
				Hint:    "đóng chương trình ntm đang chạy rồi mở lại; những gì trang đã báo là lưu vẫn còn"}
		}
		select {
		case <-ctx.Done():
		case <-time.After(often):
		}
	}
}

// Again asks another program's window for an address that leads in once, to a page.
func (c *Claim) Again(ctx context.Context, page string) (string, error) {
	data, err := os.ReadFile(c.file + ".json")
	if err != nil {
		return "", err
	}
	var at running
	if err := json.Unmarshal(data, &at); err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, at.Ask, nil)
	if err != nil {
		return "", err
	}
	r.Header.Set(secretHeader, at.Secret)
	r.Header.Set(pageHeader, page)
	answer, err := (&http.Client{Transport: &http.Transport{}}).Do(r) // by no proxy
	if err != nil {
		return "", err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	said, err := io.ReadAll(io.LimitReader(answer.Body, 1<<10))
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("the open window answered %s", answer.Status)
	}
	return string(said), err
}

// Tell writes down how another start of the program finds the window.
func (c *Claim) Tell(d *Door) error {
	if c.file == "" {
		return nil
	}
	data, err := json.Marshal(running{"http://" + d.Host + d.Base + againPath, d.secret})
	if err == nil {
		err = ownFile(c.file+".json", data)
	}
	return err
}

// EntryFile writes a page that leads to an address, for its owner alone: on a command line
// others of the machine would see the address. It is "" without a folder.
func (c *Claim) EntryFile(address string) (string, error) {
	if c.file == "" {
		return "", nil
	}
	var page strings.Builder
	if err := bare.Execute(&page, Said{Title: opening, Text: opening, Link: address}); err != nil {
		return "", err
	}
	return c.file + ".html", ownFile(c.file+".html", []byte(page.String()))
}

// ownFile writes a file that only its owner may read, in the place of any other.
func ownFile(path string, data []byte) error {
	temp := path + ".moi"
	if err := os.Remove(temp); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(temp, path)
}

// Release lets go of the window.
func (c *Claim) Release() {
	if !c.mine {
		return
	}
	_, _ = os.Remove(c.file+".json"), os.Remove(c.file+".html") // the next window writes its own
	_ = c.lock.Unlock()
}
