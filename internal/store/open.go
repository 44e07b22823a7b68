package store

import (
	"context"
	"errors"
	"strings"
	"time"

	"ntm/internal/pattern"
	"ntm/internal/problem"
)

// Open opens the store that is at a place: a server's where at is a URL
// (postgres://…), else the SQLite file of that path. Where there is none it makes
// none, and what is another program's stays as it is. now tells the time of what
// happens. The error is a problem.Problem.
func Open(ctx context.Context, at string, now func() time.Time) (*Store, error) {
	return open(ctx, at, now, false)
}

// OpenOrMake opens the store that is at a place, and makes one where nothing is.
func OpenOrMake(ctx context.Context, at string, now func() time.Time) (*Store, error) {
	return open(ctx, at, now, true)
}

func open(ctx context.Context, at string, now func() time.Time, mayMake bool) (*Store, error) {
	if err := CheckPlace(at); err != nil {
		return nil, err
	}
	opened := openFile
	if IsServer(at) {
		opened = openServer
	}
	s, err := opened(ctx, at, now, mayMake)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// keywords are the words that databases' connection strings begin their parts with.
var keywords = pattern.New(`(?i)(?:^|[\s;])(?:host|hostaddr|port|dbname|database|user|username|user id|uid|` +
	`password|pwd|passfile|service|sslmode|server|data source|initial catalog|driver|dsn)\s*=`)

// schemes are those of addresses that are no file's, and not a PostgreSQL server's.
var schemes = pattern.New(
	`(?i)^(?:[a-z][a-z0-9+.-]*://|(?:file|sqlite3?|jdbc|odbc|mysql|mariadb|mssql|sqlserver|oracle|mongodb|` +
		`postgres|postgresql|http|https):)`,
)

// secrets are the parts that hold a password, or what could be one.
var secrets = pattern.New(
	`(?i)(?:^|[\s;])(?:password|pwd|sslpassword)\s*=|^[a-z][a-z0-9+.-]*:(?://)?[^/\s]*:[^/\s]*@`,
)

// notAPlace tells what a database's connection string or another program's address
// looks like: it would else be taken for the name of a file.
func notAPlace(at string) bool {
	at = strings.TrimSpace(at)
	return !IsServer(at) && (keywords.MatchString(at) || schemes.MatchString(at))
}

// CheckPlace refuses what is no place of a store's, before anything is made of it.
func CheckPlace(at string) error {
	if notAPlace(at) {
		return errNotAPlace
	}
	return nil
}

// errNotAPlace does not repeat what was given: there may be a password in it.
var errNotAPlace = problem.Problem{
	Message: "kho dữ liệu được chỉ bằng một chuỗi kết nối hay địa chỉ mà ntm không dùng; không mở và không lập gì",
	Hint: "kho là một tệp thì ghi đường dẫn, ví dụ tinh.db; kho trên máy chủ thì ghi " +
		"postgres://TÀI_KHOẢN@MÁY_CHỦ/TÊN_KHO?sslmode=verify-full, mật khẩu để trong tệp của PGPASSFILE",
}

// none is that there is no store at a place.
func none(at string) error {
	return problem.Problem{
		File:    at,
		Message: "chưa có kho dữ liệu ở đây",
		Hint:    "kiểm tra đường dẫn; kho mới thì nhập báo cáo đầu tiên: ntm import TỆP",
	}
}
