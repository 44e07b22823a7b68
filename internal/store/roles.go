package store

import (
	"context"
	"database/sql"
	_ "embed" // the statements
	"fmt"
	"slices"

	"ntm/internal/problem"

	"github.com/jackc/pgx/v5"
)

//go:embed roles.sql
var rolesSQL string

// Roles makes on a server the roles ntm_reader (reads everything), ntm_office (reads
// and adds to what is of its provinces, see Office) and ntm_ministry (reads and adds
// to everything), or mends them. A file has no roles.
func (s *Store) Roles(ctx context.Context) error {
	if _, ok := s.engine.(*postgres); !ok {
		return problem.Problem{File: s.name, Message: "kho dạng tệp không có phân quyền",
			Hint: "phân quyền bằng quyền đọc, ghi tệp; hoặc dùng kho trên máy chủ: --db postgres://…"}
	}
	_, err := s.write.ExecContext(ctx, rolesSQL)
	return s.explain(err)
}

// Office lets a role, made where there is none, be the office of a province: it
// sees and adds to that one, and to those it was given before. The role can log in
// once the owner gives it a password.
func (s *Store) Office(ctx context.Context, role, province string) error {
	if err := s.Roles(ctx); err != nil {
		return err
	}
	if slices.Contains([]string{"ntm_reader", "ntm_office", "ntm_ministry"}, role) {
		return problem.Problem{File: s.name,
			Message: fmt.Sprintf("%q là nhóm quyền chung, không phải tài khoản của một tỉnh", role),
			Hint:    "đặt tên riêng cho tài khoản, ví dụ: vpdp_thanh_hoa"}
	}
	quoted := pgx.Identifier{role}.Sanitize()
	return s.explain(s.change(ctx, func(tx *sql.Tx) error {
		var there bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", role).Scan(&there)
		if err == nil && !there {
			_, err = tx.ExecContext(ctx, "CREATE ROLE "+quoted+" LOGIN")
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, "GRANT ntm_office TO "+quoted)
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, "INSERT INTO offices (role, province) VALUES ($1, $2)"+keep, role, province)
		}
		return err
	}))
}
