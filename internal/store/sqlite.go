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

	"ntm/internal/problem"

	"modernc.org/sqlite" // the whole engine in Go: one program to hand on, on Windows too
	sqlite3 "modernc.org/sqlite/lib"
)

// patience is how long a writer waits for another program's.
const patience = 60 * time.Second

// sqliteFile is the engine that needs nothing: a file.
type sqliteFile struct{ path string }

func (f *sqliteFile) kind() string { return "sqlite" }

func openFile(ctx context.Context, path string, now func() time.Time, mayMake bool) (*Store, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, problem.Problem{File: path, Message: "đây là thư mục, kho dữ liệu là một tệp",
			Hint: "ghi cả tên tệp, ví dụ: --db ntm.db"}
	}
	if err := (&sqliteFile{path}).look(ctx, mayMake); err != nil {
		return nil, (&sqliteFile{path}).explain(err)
	}
	if mayMake {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, problem.Problem{File: path, Message: "không tạo được thư mục của kho dữ liệu",
				Hint: "kiểm tra đường dẫn và quyền ghi, hoặc chọn nơi khác bằng --db"}
		}
	}
	s := &Store{engine: &sqliteFile{path}, name: path, now: now, earlier: new(earlier)}
	var err error
	if s.write, err = sql.Open("sqlite", dsn(path, "immediate")); err != nil {
		return nil, s.explain(err)
	}
	s.write.SetMaxOpenConns(1) // writers of a process take turns here
	if s.pool, err = sql.Open("sqlite", dsn(path, "deferred")+"&_pragma=query_only(1)"); err != nil {
		return nil, s.explain(err)
	}
	s.read = s.pool
	// Of several programs that make a file, all but one may be told at once that it is busy.
	if err := s.retry(ctx, func(bool) error { return s.write.PingContext(ctx) }); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// dsn is how the driver is told of a file. Waiting comes first: the change to
// write-ahead logging itself may have to wait.
func dsn(path, locking string) string {
	q := url.Values{"_txlock": {locking}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()), "journal_mode(WAL)", "foreign_keys(1)",
		"synchronous(FULL)",
	}}
	return fileURI(path, q.Encode())
}

// fileURI names a file to the driver, whatever signs its name has.
func fileURI(path, query string) string {
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(),
		RawQuery: query}).String()
}

// explain tells a person what the engine says.
func (f *sqliteFile) explain(err error) error {
	engine, is := errors.AsType[*sqlite.Error](err)
	if !is {
		return err
	}
	say := func(message, hint string) error { return problem.Problem{File: f.path, Message: message, Hint: hint} }
	code := engine.Code() & 0xff
	if engine.Code() == sqlite3.SQLITE_IOERR_SHORT_READ { // the file ends before it says it does
		code = sqlite3.SQLITE_CORRUPT
	}
	switch code {
	case sqlite3.SQLITE_BUSY:
		return say("kho dữ liệu đang bận vì một chương trình khác ghi quá lâu",
			"đợi chương trình ấy xong rồi chạy lại; chưa có gì bị thay đổi")
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return say("không mở được kho dữ liệu để ghi", "kiểm tra quyền ghi ở thư mục này, hoặc chọn nơi khác "+
			"bằng --db; chỉ cần xem thì chép kho sang chỗ ghi được: ntm restore TỆP --db BẢN-MỚI")
	case sqlite3.SQLITE_FULL:
		return say("đĩa đã đầy, không ghi thêm được vào kho dữ liệu",
			"giải phóng dung lượng rồi chạy lại; những gì đã báo là xong vẫn còn nguyên")
	case sqlite3.SQLITE_IOERR:
		return say("đọc, ghi kho dữ liệu gặp lỗi của đĩa", "kiểm tra đĩa và dung lượng còn trống rồi chạy lại; "+
			"không đặt kho dữ liệu trên ổ mạng")
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
		sqlite3.SQLITE_ERROR: // of our own statements: the file's schema is not what it says
		return say("tệp này không phải kho dữ liệu của ntm, hoặc đã hỏng",
			"kiểm tra bằng ntm doctor; khôi phục từ bản sao lưu bằng ntm restore")
	}
	return say(fmt.Sprintf("kho dữ liệu báo lỗi mã %d", engine.Code()), "kiểm tra bằng ntm doctor")
}

// lost is a writer's turn that another program had.
func (f *sqliteFile) lost(err error) bool {
	engine, is := errors.AsType[*sqlite.Error](err)
	return is && engine.Code()&0xff == sqlite3.SQLITE_BUSY
}

func (f *sqliteFile) hasTable(ctx context.Context, on querier, name string) (there bool, err error) {
	err = on.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1)",
		name).Scan(&there)
	return there, err
}

// patient needs nothing: every connection is (dsn).
func (f *sqliteFile) patient(context.Context, *sql.Tx) error { return nil }

// alone needs nothing: a transaction that may write is the only one.
func (f *sqliteFile) alone(context.Context, *sql.Tx) error { return nil }

// turn neither.
func (f *sqliteFile) turn(context.Context, *sql.Tx, []Subject) error { return nil }

func (f *sqliteFile) load(ctx context.Context, tx *sql.Tx, t *table, rows [][]any, tail string) error {
	one, err := tx.PrepareContext(ctx, t.insert(rows[:1])+tail)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if _, err := one.ExecContext(ctx, row...); err != nil {
			return errors.Join(err, one.Close())
		}
	}
	return one.Close()
}

func (f *sqliteFile) inspect(ctx context.Context, on querier) (wrong []string, err error) {
	said, err := columnOf[string](ctx, on, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	for _, line := range said {
		if line != "ok" {
			wrong = append(wrong, fmt.Sprintf("tệp kho dữ liệu hỏng (%s)", line))
		}
	}
	broken, err := columnOf[string](ctx, on, "SELECT \"table\" FROM pragma_foreign_key_check")
	for _, table := range broken {
		wrong = append(wrong, fmt.Sprintf("bảng %s có dòng trỏ đến chỗ không có", table))
	}
	return wrong, err
}
