package problem

import (
	"errors"
	"fmt"
	"io/fs"
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
