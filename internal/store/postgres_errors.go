package store

import (
	"context"
	"crypto/tls"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"ntm/internal/problem"

	"github.com/jackc/pgx/v5/pgconn"
)

// PostgreSQL's codes (SQLSTATE), of which a person can do something about.
const (
	pgNoSuchDatabase  = "3D000"
	pgWrongPassword   = "28P01"
	pgNotLetIn        = "28000"
	pgRefused         = "08P01" // what PgBouncer says of whom or what it does not know
	pgNotAllowed      = "42501" // also by row-level security
	pgReadOnly        = "25006" // a replica
	pgTooMany         = "53300"
	pgDiskFull        = "53100"
	pgLockNotGot      = "55P03"
	pgNoSuchTable     = "42P01"
	pgStartingUp      = "57P03"
	pgTransactionLost = "40" // a class: serialization failure, deadlock
	pgConnectionLost  = "08" // a class
	pgShutdown        = "57P"
)

func (p *postgres) lost(err error) bool {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return false
	}
	if code := codeOf(err); code != "" {
		return strings.HasPrefix(code, pgTransactionLost) || strings.HasPrefix(code, pgConnectionLost) ||
			strings.HasPrefix(code, pgShutdown)
	}
	return cut(err)
}

// codeOf is what a server said, "" where none did.
func codeOf(err error) string {
	if said, is := errors.AsType[*pgconn.PgError](err); is {
		return said.Code
	}
	return ""
}

// cut tells an error of the connection from what a server said.
func cut(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) || pgconn.SafeToRetry(err) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, net.ErrClosed)
}

// explain tells a person what the server says. Its own words are left out: they
// could repeat what was typed.
func (p *postgres) explain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	say := func(message, hint string) error {
		return problem.Problem{File: p.name, Message: message, Hint: hint}
	}
	var connect *pgconn.ConnectError
	var certificate *tls.CertificateVerificationError
	switch {
	case codeOf(err) != "":
		return p.explainCode(codeOf(err), say)
	case errors.As(err, &certificate):
		return say("chứng thư của máy chủ không đúng", "xin người quản trị chứng thư gốc, ghi sslrootcert=TỆP "+
			"trong địa chỉ kho")
	case errors.As(err, &connect):
		return say(fmt.Sprintf("không nối được tới máy chủ %s", p.host),
			"kiểm tra tên máy chủ, cổng, mạng, sslmode và máy chủ đã chạy chưa")
	case cut(err):
		return say("mất liên lạc với máy chủ giữa chừng; việc cuối cùng có thể đã ghi hoặc chưa",
			"khi nối lại được, xem bằng ntm list hoặc ntm history rồi chạy lại lệnh này; làm lại không ghi hai lần")
	}
	return err
}

func (p *postgres) explainCode(code string, say func(message, hint string) error) error {
	switch code {
	case pgNoSuchDatabase:
		return say(fmt.Sprintf("máy chủ không có kho nào tên %q", p.base),
			"xin người quản trị lập kho, ví dụ: createdb "+p.base)
	case pgWrongPassword:
		return say(fmt.Sprintf("mật khẩu của tài khoản %q không đúng hoặc chưa có", p.user),
			"ghi mật khẩu vào tệp mà PGPASSFILE chỉ đến, mỗi dòng: máy_chủ:cổng:kho:tài_khoản:mật_khẩu")
	case pgNotLetIn:
		return say(fmt.Sprintf("máy chủ không nhận tài khoản %q", p.user),
			"kiểm tra tên tài khoản; xin người quản trị cho phép nối từ máy này (pg_hba.conf)")
	case pgRefused:
		return say(fmt.Sprintf("máy chủ, hay PgBouncer đứng trước máy chủ, không nhận kết nối của tài khoản %q "+
			"tới kho %q", p.user, p.base), "kiểm tra tên tài khoản, tên kho, mật khẩu trong tệp mà "+
			"PGPASSFILE chỉ đến; xin người quản trị xem nhật ký của PgBouncer")
	case pgNotAllowed, pgNoSuchTable:
		return say(fmt.Sprintf("tài khoản %q không được làm việc này", p.user),
			"tài khoản của tỉnh chỉ ghi được dữ liệu của tỉnh mình; xin người quản trị kiểm tra bằng ntm store "+
				"init --roles")
	case pgReadOnly:
		return say("máy chủ này chỉ cho đọc", "muốn ghi thì dùng địa chỉ của máy chủ chính")
	case pgTooMany:
		return say("máy chủ đang có quá nhiều người nối vào",
			"chạy lại sau ít phút; xin người quản trị tăng max_connections")
	case pgDiskFull:
		return say("đĩa của máy chủ đã đầy, không ghi thêm được",
			"báo người quản trị; những gì đã báo là xong vẫn còn nguyên")
	case pgLockNotGot:
		return say("kho dữ liệu đang bận vì một chương trình khác ghi quá lâu",
			"đợi chương trình ấy xong rồi chạy lại; chưa có gì bị thay đổi")
	case pgStartingUp:
		return say("máy chủ đang khởi động", "chạy lại sau ít phút")
	}
	return say("máy chủ kho dữ liệu báo lỗi mã "+code, "báo người quản trị mã này; kiểm tra bằng ntm doctor")
}
