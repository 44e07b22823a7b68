package problem

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// Why a file was not read, and what a person can do about it.
func TestUnopened(t *testing.T) {
	for want, err := range map[string]error{
		"không có tệp này": fs.ErrNotExist, "không có quyền đọc tệp này": fs.ErrPermission,
		"không đọc được tệp này": errors.New("khác"),
	} {
		if p := Unopened(&fs.PathError{Op: "open", Path: "x", Err: err}); p.Message != want || p.Hint == "" {
			t.Errorf("%v: %+v", err, p)
		}
	}
}

// What the system could not read is not told as something that was not written, and
// not in English.
func TestErrorsOfTheSystem(t *testing.T) {
	at := func(op string, err error) error { return &fs.PathError{Op: op, Path: "hồ sơ", Err: err} }
	for name, c := range map[string]struct {
		err           error
		file, message string
	}{
		"a folder that may not be listed": {at("open", fs.ErrPermission), "hồ sơ", "không có quyền đọc tệp này"},
		"one that is gone":                {at("openat", fs.ErrNotExist), "hồ sơ", "không có tệp này"},
		"a disk that breaks": {at("read", errors.New("input/output error")), "hồ sơ",
			"không đọc được tệp này"},
		"another within": {fmt.Errorf("evidence: %w", at("stat", fs.ErrPermission)), "hồ sơ",
			"không có quyền đọc tệp này"},
		"a full disk": {at("write", errors.New("no space left on device")), "",
			"không ghi được kết quả"},
		"a folder that may not be written": {at("mkdir", fs.ErrPermission), "", "không ghi được kết quả"},
		"a file that is in the way": {&os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrExist}, "",
			"không ghi được kết quả"},
	} {
		for _, list := range []List{Of(c.err), Of(In("", c.err))} {
			if len(list) != 1 || list[0].File != c.file || list[0].Message != c.message || list[0].Hint == "" {
				t.Errorf("%s: %+v", name, list)
			}
		}
	}
	if said := (Problem{File: "a\nntm: lỗi: b", Message: "c"}).Error(); said != `a\nntm: lỗi: b: c` {
		t.Error(said)
	}
}

func TestAs(t *testing.T) {
	otherwise := Problem{Message: "tệp này đã hỏng"}
	known := Problem{Message: "tệp quá lớn"}
	if got := As(fmt.Errorf("đọc: %w", known), otherwise); got != known {
		t.Errorf("%+v", got)
	}
	if got := As(errors.New("zip: not a valid zip file"), otherwise); got != otherwise {
		t.Errorf("%+v", got)
	}
}

// A place that is known is kept, else the other one is told.
func TestPosOr(t *testing.T) {
	row, cell := Pos{File: "a.yaml", Line: 3}, Pos{Sheet: "Số liệu", Cell: "B7"}
	for _, c := range []struct{ a, b, want Pos }{{row, cell, row}, {cell, row, cell},
		{Pos{File: "a.yaml"}, cell, cell}, {Pos{}, Pos{}, Pos{}}} {
		if got := c.a.Or(c.b); got != c.want {
			t.Errorf("%+v or %+v is %+v", c.a, c.b, got)
		}
	}
	if !strings.Contains(row.Or(cell).String(), "dòng 3") {
		t.Error(row)
	}
}
