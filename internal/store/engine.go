package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"ntm/internal/vi"
)

// engine is what SQLite and PostgreSQL do each in its own way. All else is SQL
// that both understand.
type engine interface {
	// kind is the folder of its migrations.
	kind() string
	// explain tells a person what the engine says.
	explain(err error) error
	// lost tells an error after which nobody knows whether the last thing asked for
	// was done, or that says to try again.
	lost(err error) bool
	// hasTable tells whether there is a table of that name.
	hasTable(ctx context.Context, on querier, name string) (bool, error)
	// patient lets tx wait for another program's as long as patience goes.
	patient(ctx context.Context, tx *sql.Tx) error
	// alone lets no other program change the structure until tx ends.
	alone(ctx context.Context, tx *sql.Tx) error
	// turn lets no other writer add to the subjects, which are sorted, until the
	// transaction ends.
	turn(ctx context.Context, tx *sql.Tx, of []Subject) error
	// load adds rows to a table, many at once. tail says what becomes of a row that is
	// there already.
	load(ctx context.Context, tx *sql.Tx, t *table, rows [][]any, tail string) error
	// inspect asks the engine itself what is broken.
	inspect(ctx context.Context, on querier) ([]string, error)
}

// table is one of the store's: its columns, the key first.
type table struct {
	name    string
	columns []string
	key     int // how many of the columns tell rows apart
}

var (
	eventsTable = &table{"events", []string{"id", "province", "commune", "council", "year", "kind", "day", "at",
		"made_by", "body", "seal"}, 1}
	documentsTable = &table{"documents", []string{"province", "digest", "packed"}, 2}
	communesTable  = &table{"communes", []string{"province", "commune", "name", "held", "state"}, 2}
	dossiersTable  = &table{"dossiers", []string{"province", "commune", "year", "district", "stage", "level",
		"council", "state"}, 3}
	councilsTable = &table{"councils", []string{"province", "council", "year", "state"}, 2}
	copiesTable   = &table{"working_copies", []string{"province", "commune", "year", "state", "base", "at", "made_by"},
		3}
	cellsTable = &table{"working_cells", []string{"province", "commune", "year", "sheet", "item", "cell", "value",
		"version", "at", "made_by"}, 6}
	workingTables = []*table{copiesTable, cellsTable}
)

// list names the columns, for SQL.
func (t *table) list() string { return strings.Join(t.columns, ", ") }

// insert adds rows, by their placeholders.
func (t *table) insert(rows [][]any) string {
	return "INSERT INTO " + t.name + " (" + t.list() + ") VALUES " + placeholders(rows)
}

// keep leaves a row that is there as it is.
const keep = " ON CONFLICT DO NOTHING"

// over writes over the row that is there.
func (t *table) over() string {
	return fmt.Sprintf(" ON CONFLICT (%s) DO UPDATE SET %s", strings.Join(t.columns[:t.key], ", "),
		vi.List(", ", t.columns[t.key:], func(c string) string { return c + " = excluded." + c }))
}

// rowName tells a row from all others of the store.
func (t *table) rowName(values []string) string {
	return t.name + " " + strings.Join(values[:t.key], ", ")
}

// mostRows is how many rows one statement names: few enough for every engine's
// limit of parameters.
const mostRows = 200

// placeholders are those of rows in a statement: ($1, $2), ($3, $4).
func placeholders(rows [][]any) string {
	var out strings.Builder
	n := 0
	for _, row := range rows {
		before := ", ("
		for range row {
			n++
			fmt.Fprintf(&out, "%s$%d", before, n)
			before = ", "
		}
		out.WriteString(")")
	}
	return strings.TrimPrefix(out.String(), ", ")
}
