package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite" // the whole engine in Go: one program to hand on, on Windows too
	"ntm/internal/problem"
)

// patience is how long a writer waits for another program's.
const patience = 60 * time.Second

// Open opens the store in the file at path, made if there is none. now tells the
// time of what happens. The error is a problem.Problem.
func Open(ctx context.Context, path string, now func() time.Time) (*Store, error) {
	s := &Store{name: path, now: now, explain: func(err error) error { return explain(path, err) }}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, problem.Problem{File: path, Message: "không tạo được thư mục của kho dữ liệu", Hint: "kiểm tra đường dẫn và quyền ghi, hoặc chọn nơi khác bằng --db"}
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, problem.Problem{File: path, Message: "đây là thư mục, kho dữ liệu là một tệp", Hint: "ghi cả tên tệp, ví dụ: --db ntm.db"}
	}
	var err error
	if s.write, err = sql.Open("sqlite", dsn(path, "immediate")); err != nil {
		return nil, s.explain(err)
	}
	if s.read, err = sql.Open("sqlite", dsn(path, "deferred")+"&_pragma=query_only(1)"); err != nil {
		return nil, s.explain(err)
	}
	s.write.SetMaxOpenConns(1)
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// dsn is how the driver is told of a file. Waiting comes first: the change to
// write-ahead logging itself may have to wait.
func dsn(path, locking string) string {
	q := url.Values{"_txlock": {locking}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "journal_mode(WAL)", "foreign_keys(1)", "synchronous(FULL)",
	}}
	return fileURI(path, q.Encode())
}

// fileURI names a file to the driver, whatever signs its name has.
func fileURI(path, query string) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: query}).String()
}

// SQLite's primary result codes, of which a person can do something about.
const (
	sqliteBusy     = 5
	sqliteReadonly = 8
	sqliteIOErr    = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteNotADB   = 26
)

// explain tells a person what the engine says.
func explain(file string, err error) error {
	var engine *sqlite.Error
	if err == nil || !errors.As(err, &engine) {
		return err
	}
	say := func(message, hint string) error { return problem.Problem{File: file, Message: message, Hint: hint} }
	switch engine.Code() & 0xff {
	case sqliteBusy:
		return say("kho dữ liệu đang bận vì một chương trình khác ghi quá lâu", "đợi chương trình ấy xong rồi chạy lại; chưa có gì bị thay đổi")
	case sqliteReadonly, sqliteCantOpen:
		return say("không mở được kho dữ liệu để ghi", "kiểm tra quyền ghi ở thư mục này, hoặc chọn nơi khác bằng --db")
	case sqliteFull:
		return say("đĩa đã đầy, không ghi thêm được vào kho dữ liệu", "giải phóng dung lượng rồi chạy lại; những gì đã báo là xong vẫn còn nguyên")
	case sqliteIOErr:
		return say("đọc, ghi kho dữ liệu gặp lỗi của đĩa", "kiểm tra đĩa và dung lượng còn trống rồi chạy lại; không đặt kho dữ liệu trên ổ mạng")
	case sqliteCorrupt, sqliteNotADB:
		return say("tệp này không phải kho dữ liệu của ntm, hoặc đã hỏng", "kiểm tra bằng ntm doctor; khôi phục từ bản sao lưu bằng ntm restore")
	}
	return say(fmt.Sprintf("kho dữ liệu báo lỗi mã %d", engine.Code()), "kiểm tra bằng ntm doctor")
}
