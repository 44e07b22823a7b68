package cli

import (
	"database/sql"

	"github.com/rogpeppe/go-internal/testscript"
)

// sqliteDo does to a file what no program of ours does:
//
//	sqlite kho.db 'CREATE VIEW x AS SELECT 1'
func sqliteDo(ts *testscript.TestScript, _ bool, given []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(given[0]))
	ts.Check(err)
	_, err = db.Exec(given[1])
	ts.Check(err)
	ts.Check(db.Close())
}
