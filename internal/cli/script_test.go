package cli

import (
	"context"
	"flag"
	"testing"

	"ntm/internal/cli/clitest"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

// ntm is the program under test.
var ntm clitest.Program = Run

func TestMain(m *testing.M) {
	clitest.Program(func(ctx context.Context, args []string, w World) int {
		TuneMemory()
		return Run(ctx, args, w)
	}).Main(m)
}

// Each script in testdata/script is a session of a user, with the reports of
// the project's testdata at hand.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"invent": invent, "vote": vote,
			"spoil": spoil, "sqlite": sqliteDo, "answer": answer, "lend": lend},
		Condition: clitest.Condition,
		Setup:     clitest.WithReports("../../testdata"),
	})
}
