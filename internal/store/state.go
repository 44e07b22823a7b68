package store

import (
	"fmt"
	"strings"
)

// stateTable is a table of what the events add up to: its columns, the key first.
type stateTable struct {
	name    string
	columns []string
	key     int // how many of the columns tell rows apart
}

var (
	communesTable = &stateTable{"communes", []string{"province", "commune", "name", "held", "state"}, 2}
	dossiersTable = &stateTable{"dossiers", []string{"province", "commune", "year", "district", "stage", "level", "council", "state"}, 3}
	councilsTable = &stateTable{"councils", []string{"province", "council", "year", "state"}, 2}
)

// stateRow is a row of one.
type stateRow struct {
	*stateTable
	values []any
}

// upsert is the statement that writes a row, over the one before.
func (t *stateTable) upsert() string {
	var set []string
	for _, c := range t.columns[t.key:] {
		set = append(set, c+" = excluded."+c)
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s", t.name, strings.Join(t.columns, ", "),
		strings.TrimSuffix(strings.Repeat("?, ", len(t.columns)), ", "), strings.Join(t.columns[:t.key], ", "), strings.Join(set, ", "))
}

// selectAll reads all rows.
func (t *stateTable) selectAll() string {
	return "SELECT " + strings.Join(t.columns, ", ") + " FROM " + t.name
}

// rowName tells a row from all others of the store.
func (t *stateTable) rowName(values []string) string {
	return t.name + " " + strings.Join(values[:t.key], ", ")
}
