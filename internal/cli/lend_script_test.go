package cli

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// lend lends the invented thresholds to a real province, whose communes a wide sheet has:
// lend FILE PROVINCE TO writes those of the pack FILE as the pack TO.
func lend(ts *testscript.TestScript, _ bool, given []string) {
	pack := ts.ReadFile(given[0])
	lent := strings.Replace(pack, "\nprovince: Giả Định\n", "\nprovince: "+given[1]+"\n", 1)
	if lent == pack {
		ts.Fatalf("%s is of no invented province", given[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(given[2]), []byte(lent), 0o600))
}
