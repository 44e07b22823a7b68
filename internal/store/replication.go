package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// A province's database is followed by a ministry's through PostgreSQL's own logical
// replication: what the one publishes of a province comes to the other as it is written,
// events, documents and what they add up to. Publication, subscription and slot bear one
// name, the province's. There is one place where a province is written to: its own server.

// published are the tables that go along: not the working copies, which are one office's own.
var published = append([]*table{eventsTable, documentsTable}, stateTables...)

// streamName is what publication, subscription and slot of a province are called.
func streamName(home string) string {
	plain := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}
	return "ntm_" + strings.Map(plain, vi.Fold(home))
}

// Publish lets other servers follow what this one holds of a province, by its home, and gives
// the publication's name. Again, it mends what is there.
func (s *Store) Publish(ctx context.Context, home string) (name string, err error) {
	name = streamName(home)
	if err := s.replicates(ctx); err != nil {
		return name, err
	}
	var level string
	if err := s.write.QueryRowContext(ctx, "SELECT current_setting('wal_level')").Scan(&level); err != nil {
		return name, s.explain(err)
	}
	if level != "logical" {
		return name, problem.Problem{File: s.name, Message: fmt.Sprintf("máy chủ này chưa cho nhân bản logic "+
			"(wal_level = %s)", level), Hint: "người quản trị chạy ALTER SYSTEM SET wal_level = 'logical', khởi " +
			"động lại PostgreSQL rồi chạy lại lệnh này"}
	}
	begun := false
	err = s.change(ctx, func(tx *sql.Tx) error {
		begun = true
		var there bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_publication WHERE pubname = $1)",
			name).Scan(&there)
		statement := "CREATE PUBLICATION %s FOR TABLE %s"
		if there {
			statement = "ALTER PUBLICATION %s SET TABLE %s"
		}
		only := fmt.Sprintf(" WHERE (province IN (%s, %s))", literal(home), literal(places.DeclaredHome(home)))
		tables := vi.List(", ", published, func(t *table) string { return t.name + only })
		if err == nil {
			// The key of events does not hold the province; without it, one could not be deleted any more.
			_, err = tx.ExecContext(ctx, "ALTER TABLE events REPLICA IDENTITY FULL")
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, fmt.Sprintf(statement, name, tables))
		}
		return err
	})
	if !begun {
		return name, s.explain(err)
	}
	return name, s.explainStream(err, "phát hành cần chủ kho, có quyền CREATE trên cơ sở dữ liệu")
}

// Subscribe lets this store follow what the server at a URL publishes of a province. Where it
// follows it already, it goes by that URL from now on, and begins again where it was stopped.
func (s *Store) Subscribe(ctx context.Context, home, from string) error {
	name := streamName(home)
	if err := s.replicates(ctx); err != nil {
		return err
	}
	known, err := subscriptions(ctx, s.write)
	if err != nil {
		return s.explain(err)
	}
	statements := []string{"CREATE SUBSCRIPTION " + name + " CONNECTION " + literal(from) + " PUBLICATION " + name}
	if slices.Contains(known, name) {
		statements = []string{"ALTER SUBSCRIPTION " + name + " CONNECTION " + literal(from),
			"ALTER SUBSCRIPTION " + name + " ENABLE", "ALTER SUBSCRIPTION " + name + " REFRESH PUBLICATION"}
	} else if there, err := columnOf[int](ctx, s.write, "SELECT 1 FROM events WHERE province IN ($1, $2) "+
		"LIMIT 1", home, places.DeclaredHome(home)); err != nil || len(there) > 0 {
		if err == nil {
			err = problem.Problem{File: s.name, Message: fmt.Sprintf("kho này đã có dữ liệu của %s; nhận về sẽ "+
				"trùng và dừng giữa chừng", home), Hint: "lập một kho mới để nhận (createdb, ntm store init), rồi " +
				"nhập vào đó những tỉnh không nối mạng"}
		}
		return s.explain(err)
	}
	for _, sql := range statements { // not in a transaction: a slot is made at the other end
		if _, err := s.write.ExecContext(ctx, sql); err != nil {
			return s.explainStream(err, "nhận từ máy chủ khác cần tài khoản quản trị (superuser) của máy chủ này")
		}
	}
	return nil
}

// replicates tells why a store cannot publish or subscribe.
func (s *Store) replicates(ctx context.Context) error {
	if _, ok := s.engine.(*postgres); !ok {
		return problem.Problem{File: s.name, Message: "kho dạng tệp không nhân bản qua mạng được",
			Hint: "gửi tệp bằng ntm bundle; hoặc dùng kho trên máy chủ: --db postgres://…"}
	}
	var version int
	err := s.write.QueryRowContext(ctx, "SELECT current_setting('server_version_num')::integer").Scan(&version)
	if err == nil && version < 150000 {
		err = problem.Problem{File: s.name, Message: "máy chủ PostgreSQL này cũ quá, chưa nhân bản được theo tỉnh",
			Hint: "cần PostgreSQL 15 trở lên"}
	}
	return s.explain(err)
}

// explainStream tells a person what went wrong between two servers.
func (s *Store) explainStream(err error, allowed string) error {
	switch code := codeOf(err); {
	case code == pgNotAllowed:
		return problem.Problem{File: s.name, Message: "tài khoản này không được làm việc này", Hint: allowed}
	case strings.HasPrefix(code, pgConnectionLost):
		return problem.Problem{File: s.name,
			Message: "máy chủ này không nối được tới kho phát hành, hoặc ở đó không nhận",
			Hint: "từ máy chủ này thử: psql \"ĐỊA_CHỈ\"; mật khẩu để trong ~postgres/.pgpass của máy chủ này; ở kho " +
				"phát hành: tài khoản có REPLICATION, pg_hba.conf cho phép, còn max_replication_slots, chưa có khe " +
				"cùng tên"}
	}
	return s.explain(err)
}

// literal is a text in SQL that takes no parameters.
func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// subscriptions are the names of those of this database.
func subscriptions(ctx context.Context, on querier) ([]string, error) {
	return columnOf[string](ctx, on, "SELECT subname FROM pg_subscription WHERE subdbid = (SELECT "+
		"oid FROM pg_database WHERE datname = current_database())")
}

// own refuses subjects of a province that this store follows: what is added here would be
// written over by what comes, or stop it.
func (p *postgres) own(ctx context.Context, tx *sql.Tx, of []Subject) error {
	follows, err := subscriptions(ctx, tx)
	if err != nil || len(follows) == 0 {
		return err
	}
	for _, key := range of {
		home := strings.TrimPrefix(key.Province, places.DeclaredHome(""))
		if slices.Contains(follows, streamName(home)) {
			return problem.Problem{File: p.name, Message: fmt.Sprintf("dữ liệu của %s trong kho này nhận từ máy chủ "+
				"của tỉnh, không ghi thêm ở đây", key.Province), Hint: "ghi ở kho của tỉnh, ít giây sau kho này có"}
		}
	}
	return nil
}
