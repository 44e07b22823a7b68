package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"ntm/internal/parcel"
	"ntm/internal/problem"
)

// object is a line of SQLite's own table of a file's contents.
type object struct{ kind, name, table, sql string }

// key tells an object from all others.
func (o object) key() string { return o.kind + " " + o.name }

// String names an object for people.
func (o object) String() string {
	word, known := map[string]string{"table": "bảng", "index": "chỉ mục", "view": "khung nhìn (view)",
		"trigger": "trình kích hoạt (trigger)"}[o.kind]
	if !known {
		word = "mục " + o.kind
	}
	if strings.HasPrefix(strings.ToUpper(o.sql), "CREATE VIRTUAL") {
		word = "bảng ảo"
	}
	return fmt.Sprintf("%s %.40q", word, o.name)
}

// versionTable tells of which structure a store is. It is the first to be made.
const versionTable = "CREATE TABLE store_version (version INTEGER NOT NULL)"

// mostObjects is how many of a file's objects are looked at: a store has fewer.
const mostObjects = 200

// objectsOf are what a file holds, read without touching anything of it.
func objectsOf(ctx context.Context, on querier) ([]object, error) {
	return collect(ctx, on, func(scan scanner) (object, error) {
		var o object
		return o, scan(&o.kind, &o.name, &o.table, &o.sql)
	}, `SELECT coalesce(type, ''), coalesce(name, ''), coalesce(tbl_name, ''), substr(coalesce(sql, ''), 1, 10000)
FROM sqlite_master LIMIT $1`, mostObjects)
}

// structures are the objects of every structure there was, by its number: what its
// migrations make.
var structures = sync.OnceValues(func() (map[int][]object, error) {
	ctx := context.Background()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()      //nolint:errcheck // in memory
	db.SetMaxOpenConns(1) // each connection is a memory of its own
	steps, err := pending("sqlite", 0)
	if err != nil {
		return nil, err
	}
	out := map[int][]object{}
	for i, step := range slices.Concat([]string{versionTable}, steps) {
		if _, err := db.ExecContext(ctx, step); err != nil {
			return nil, err
		}
		if out[i], err = objectsOf(ctx, db); err != nil {
			return nil, err
		}
	}
	return out, nil
})

// look refuses a file that is no store of ours, or more than that: its tables and
// indexes are exactly ours, before a row is read. It changes nothing, and leaves
// nothing beside the file. Where mayMake, a file without contents may become a store.
func (f *sqliteFile) look(ctx context.Context, mayMake bool) error {
	info, err := os.Stat(f.path)
	switch {
	case errors.Is(err, os.ErrNotExist) || err == nil && info.Size() == 0:
		if mayMake {
			return nil
		}
		return none(f.path)
	case err != nil || !info.Mode().IsRegular():
		return problem.Problem{File: f.path, Message: "không đọc được kho dữ liệu này",
			Hint: "kiểm tra đường dẫn và quyền đọc; kho là một tệp thường"}
	case parcel.Is(f.path):
		return problem.Problem{File: f.path, Message: "đây là bản sao lưu hoặc gói có kèm minh chứng, không mở thẳng " +
			"như kho dữ liệu", Hint: "lấy kho ra: ntm restore TỆP --db KHO-MỚI; gói của nơi khác gửi: ntm import TỆP"}
	}
	return f.reading(ctx, func(db *sql.DB) error {
		objects, err := objectsOf(ctx, db)
		if err != nil {
			return err
		}
		if len(objects) == 0 { // another program is making it, or was cut off at that
			if mayMake {
				return nil
			}
			return none(f.path)
		}
		return f.judge(ctx, db, objects)
	})
}

// careful are the settings for what somebody handed over.
const careful = "&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)"

// reading lets work read the file as it stands, which is only read. A file that no
// other program has open is read without even a lock: also on a disk that may only be
// read, and nothing is left beside it. Where another program came in between, work is
// done again.
func (f *sqliteFile) reading(ctx context.Context, work func(*sql.DB) error) error {
	before, err := f.trace()
	if err != nil {
		return err
	}
	if before.wal == 0 {
		err = f.through(work, "immutable=1"+careful)
		if after, gone := f.trace(); gone == nil && after == before || ctx.Err() != nil {
			return err
		}
	}
	return f.through(work, fmt.Sprintf("mode=ro&_pragma=busy_timeout(%d)", patience.Milliseconds())+careful)
}

func (f *sqliteFile) through(work func(*sql.DB) error, way string) error {
	db, err := sql.Open("sqlite", fileURI(f.path, way))
	if err != nil {
		return err
	}
	return errors.Join(work(db), db.Close())
}

// trace is what a writer changes of a file.
type trace struct {
	size, wal int64
	at        time.Time
}

func (f *sqliteFile) trace() (trace, error) {
	info, err := os.Stat(f.path)
	if err != nil {
		return trace{}, err
	}
	t := trace{size: info.Size(), at: info.ModTime()}
	if wal, err := os.Stat(f.path + "-wal"); err == nil {
		t.wal = wal.Size()
	}
	return t, nil
}

// judge holds a file's objects against those of its structure.
func (f *sqliteFile) judge(ctx context.Context, on querier, objects []object) error {
	known, err := structures()
	if err != nil {
		return err
	}
	if !slices.Contains(objects, known[0][0]) {
		return problem.Problem{File: f.path,
			Message: "đây là cơ sở dữ liệu của chương trình khác, không phải kho dữ liệu của ntm",
			Hint:    "kiểm tra đường dẫn ở --db hoặc NTM_DB; tệp này không bị thay đổi"}
	}
	versions, err := columnOf[sql.NullInt64](ctx, on,
		"SELECT CASE typeof(version) WHEN 'integer' THEN version END FROM store_version LIMIT 2")
	if err != nil {
		return err
	}
	if len(versions) != 1 || !versions[0].Valid {
		return f.foreign("không ghi rõ phiên bản cấu trúc")
	}
	wanted, there := known[int(versions[0].Int64)]
	if !there {
		_, err := pending("sqlite", int(versions[0].Int64))
		if err == nil {
			err = f.foreign("không ghi rõ phiên bản cấu trúc")
		}
		return err
	}
	return f.same(objects, wanted)
}

// same tells the first object that is not as it should be.
func (f *sqliteFile) same(objects, wanted []object) error {
	ours := map[string]object{}
	for _, o := range wanted {
		ours[o.key()] = o
	}
	for _, o := range objects {
		want, there := ours[o.key()]
		switch {
		case !there:
			return f.foreign("có " + o.String() + " mà kho của ntm không có")
		case o != want:
			return f.foreign(o.String() + " được khai báo khác với kho của ntm")
		}
		delete(ours, o.key())
	}
	for _, o := range wanted {
		if _, missing := ours[o.key()]; missing {
			return f.foreign("thiếu " + o.String())
		}
	}
	return nil
}

// foreign is a store that holds more or other than ours.
func (f *sqliteFile) foreign(what string) error {
	return problem.Problem{File: f.path,
		Message: "tệp này không đúng là kho dữ liệu của ntm: " + what + "; không đọc gì trong đó",
		Hint: "không dùng tệp này; xin nơi gửi ghi lại bằng ntm bundle hoặc ntm backup, kho của mình thì khôi phục " +
			"từ bản sao lưu bằng ntm restore"}
}

// serverTables are the tables of a store on a server.
var serverTables = []string{"store_version", "events", "documents", "communes", "dossiers", "councils", "turns",
	"offices", "working_copies", "working_cells"}

// look refuses a database whose schema, the one that we work in, is no store's, or
// holds more. What extensions brought along, and other schemas, are nobody's concern.
func (p *postgres) look(ctx context.Context, on querier, mayMake bool) error {
	found, err := collect(ctx, on, func(scan scanner) (object, error) {
		var o object
		return o, scan(&o.kind, &o.name)
	}, `SELECT c.relkind::text, c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
UNION ALL
SELECT 'trigger', t.tgname::text FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND NOT t.tgisinternal
UNION ALL
SELECT 'rule', r.rulename::text FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND c.relkind = 'r'
ORDER BY 1, 2`)
	if err != nil {
		return err
	}
	var strange []string
	for _, o := range found {
		if o.kind != "r" || !slices.Contains(serverTables, o.name) {
			strange = append(strange, serverWords[o.kind]+fmt.Sprintf(" %.40q", o.name))
		}
	}
	isStore := slices.Contains(found, object{kind: "r", name: "store_version"})
	switch {
	case len(found) == 0 && !mayMake:
		return problem.Problem{File: p.name, Message: "cơ sở dữ liệu này còn trống, chưa lập kho dữ liệu",
			Hint: "kiểm tra tên kho trong địa chỉ; kho mới thì lập bằng ntm store init"}
	case len(found) > 0 && !isStore:
		by := append(strange, fmt.Sprintf("bảng %q", found[0].name))[0] // to know the other program's by
		return problem.Problem{File: p.name,
			Message: "cơ sở dữ liệu này là của chương trình khác (có " + by + "), không phải kho dữ liệu của ntm",
			Hint: "kiểm tra tên kho trong địa chỉ; cơ sở dữ liệu này không bị thay đổi; kho mới thì lập trong " +
				"một cơ sở dữ liệu riêng"}
	case len(strange) > 0:
		versions, err := columnOf[int](ctx, on, "SELECT version FROM store_version LIMIT 1")
		if err == nil && len(versions) == 1 {
			if _, newer := pending(p.kind(), versions[0]); newer != nil {
				return newer // whose tables are not known here
			}
		}
		return problem.Problem{File: p.name,
			Message: "kho dữ liệu có " + strange[0] + " mà kho của ntm không có; không đọc gì trong đó",
			Hint:    "xin người quản trị chuyển mục ấy sang lược đồ (schema) khác"}
	}
	return nil
}

// serverWords are the kinds of objects of a server, for people.
var serverWords = map[string]string{
	"r": "bảng", "p": "bảng", "f": "bảng ngoài (foreign table)", "v": "khung nhìn (view)", "m": "khung nhìn (view)",
	"trigger": "trình kích hoạt (trigger)", "rule": "quy tắc (rule)",
}
