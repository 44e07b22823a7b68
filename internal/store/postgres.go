package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"ntm/internal/list"
	"ntm/internal/problem"

	"github.com/jackc/pgx/v5" // PostgreSQL's protocol in Go: URLs, PGPASSFILE and TLS as psql has them
	"github.com/jackc/pgx/v5/stdlib"
)

// IsServer tells the URL of a server from the path of a file.
func IsServer(at string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(at), "://")
	return found && (scheme == "postgres" || scheme == "postgresql")
}

// HasPassword tells whether a URL or another address of a database holds a password,
// or what could be one.
func HasPassword(at string) bool {
	if !IsServer(at) {
		return notAPlace(at) && secrets.MatchString(strings.TrimSpace(at))
	}
	u, err := url.Parse(at)
	if err != nil {
		return strings.Contains(at, "@")
	}
	_, inUser := u.User.Password()
	return inUser || u.Query().Has("password") || u.Query().Has("sslpassword")
}

// postgres is the engine for many desks: PostgreSQL, or what speaks its protocol.
type postgres struct {
	name string // its URL, without a password
	user string
	host string // with its port
	base string // the database
}

func (p *postgres) kind() string { return "postgres" }

// mostConns is how many connections one program takes: a server has about a
// hundred for all.
const mostConns = 4

func openServer(ctx context.Context, at string, now func() time.Time, mayMake bool) (*Store, error) {
	config, err := pgx.ParseConfig(at)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil, problem.Problem{Message: "không đọc được tệp chứng thư gốc mà địa chỉ kho dữ liệu chỉ đến",
			Hint: "kiểm tra sslrootcert=TỆP trong địa chỉ kho (hoặc biến PGSSLROOTCERT) và quyền đọc tệp ấy"}
	}
	if err != nil {
		return nil, problem.Problem{Message: "địa chỉ kho dữ liệu trên máy chủ không đúng",
			Hint: "ghi theo mẫu postgres://TÀI_KHOẢN@MÁY_CHỦ/TÊN_KHO?sslmode=verify-full; mật khẩu để trong tệp " +
				"của PGPASSFILE"}
	}
	p := &postgres{user: config.User, host: net.JoinHostPort(config.Host, strconv.Itoa(int(config.Port))),
		base: config.Database}
	p.name = (&url.URL{Scheme: "postgres", User: url.User(p.user), Host: p.host, Path: "/" + p.base}).String()
	config.RuntimeParams["application_name"] = "ntm"
	if config.DefaultQueryExecMode == pgx.QueryExecModeCacheStatement { // which a pooler takes elsewhere
		config.DefaultQueryExecMode = pgx.QueryExecModeExec
	}
	config.ConnectTimeout = cmp.Or(config.ConnectTimeout, 15*time.Second)
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(mostConns)
	db.SetMaxIdleConns(mostConns)
	if err := p.look(ctx, db, mayMake); err != nil {
		return nil, errors.Join(p.explain(err), db.Close())
	}
	return &Store{engine: p, name: p.name, now: now, write: db, pool: db, read: db, earlier: new(earlier)}, nil
}

func (p *postgres) hasTable(ctx context.Context, on querier, name string) (there bool, err error) {
	// Not to_regclass: what another connection has just made it may not know yet.
	err = on.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema() AND "+
		"tablename = $1)", name).Scan(&there)
	return there, err
}

// patient is asked of each transaction: a pooler refuses it as a connection begins, and
// gives what a session was told to the next program.
func (p *postgres) patient(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, fmt.Sprintf("SET LOCAL lock_timeout = %d", patience.Milliseconds()))
	return err
}

// structureLock is the advisory lock of those who change the structure; the number
// only has to be the same in every program.
const structureLock = 4_276_113

func (p *postgres) alone(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", structureLock)
	return err
}

// turn takes the subjects' rows, so that two writers come one after the other. They
// never wait for each other: rows that are not there yet are all made before the
// first is taken, and both is done in one order. Rows, not advisory locks: those a
// stranger could take too.
func (p *postgres) turn(ctx context.Context, tx *sql.Tx, of []Subject) error {
	if err := p.own(ctx, tx, of); err != nil {
		return err
	}
	for _, statement := range []string{
		"INSERT INTO turns (province, commune, council) VALUES %s" + keep,
		"SELECT FROM turns WHERE (province, commune, council) IN (VALUES %s) ORDER BY province, commune, council " +
			"FOR UPDATE",
	} {
		for part := range slices.Chunk(of, mostRows) {
			rows := keysOf(part)
			if _, err := tx.ExecContext(ctx, fmt.Sprintf(statement, placeholders(rows)),
				slices.Concat(rows...)...); err != nil {
				return err
			}
		}
	}
	return nil
}

// load brings the rows as arrays, one a column: no bound of parameters, no table of the
// connection's own that a pooler would hand to another program, and rows are let in by
// what a role may see, as COPY is not.
func (p *postgres) load(ctx context.Context, tx *sql.Tx, t *table, rows [][]any, tail string) error {
	types := make([]string, len(t.columns))
	columns := make([]any, len(t.columns))
	for i := range t.columns {
		switch rows[0][i].(type) {
		case int:
			types[i], columns[i] = fmt.Sprintf("$%d::integer[]", i+1), column[int](rows, i)
		case []byte:
			types[i], columns[i] = fmt.Sprintf("$%d::bytea[]", i+1), column[[]byte](rows, i)
		default:
			types[i], columns[i] = fmt.Sprintf("$%d::text[]", i+1), column[string](rows, i)
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO "+t.name+" ("+t.list()+") SELECT * FROM unnest("+
		strings.Join(types, ", ")+")"+tail, columns...)
	return err
}

// column is one of rows that hold a T there.
func column[T any](rows [][]any, i int) []T {
	return list.Map(rows, func(row []any) T { return row[i].(T) })
}

// inspect finds indexes and keys that the server itself holds for broken. Whether
// its files are whole is for its own tools.
func (p *postgres) inspect(ctx context.Context, on querier) ([]string, error) {
	broken, err := columnOf[string](ctx, on, "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT "+
		"indisvalid AND indrelid::regclass::text IN ('events', 'documents', 'communes', 'dossiers', 'councils')")
	for i := range broken {
		broken[i] = fmt.Sprintf("chỉ mục %s hỏng", broken[i])
	}
	return broken, err
}
