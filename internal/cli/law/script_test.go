package law_test

import (
	"flag"
	"testing"

	"ntm/internal/cli"
	"ntm/internal/cli/clitest"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

var ntm clitest.Program = cli.Run

func TestMain(m *testing.M) { ntm.Main(m) }

// Each script in testdata/script is a session of a user.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, Setup: clitest.WithReports("../../../testdata"),
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"official": official},
		Condition: hasOpenpyxl,
	})
}
