package cli

import (
	"cmp"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"ntm/internal/term"
	"ntm/internal/testenv"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

// tests are run in a cleared environment; the commands that scripts run are not.
type tests struct{ *testing.M }

func (t tests) Run() int { return testenv.Run(t.M) }

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"ntm": func() {
		TuneMemory()
		os.Exit(Run(context.Background(), os.Args[1:], World{
			Terminal: term.Terminal{
				Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
				Interactive: os.Getenv("NTM_TEST_TERMINAL") != "", // testscript has no terminal
				Color:       os.Getenv("FORCE_COLOR") != "",
				Now:         func() time.Time { return timeOr("NTM_TEST_NOW", time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC)) },
			},
			Version: cmp.Or(os.Getenv("NTM_TEST_VERSION"), "v0-thử"), Built: timeOr("NTM_TEST_BUILT", time.Time{}),
			Criteria: os.Getenv("NTM_CRITERIA"), Config: os.Getenv("NTM_TEST_CONFIG"), Store: os.Getenv("NTM_DB"), User: os.Getenv("NTM_AS"),
		}))
	}})
}

// timeOr is the time that a variable of the environment names.
func timeOr(name string, at time.Time) time.Time {
	if named, err := time.Parse(time.RFC3339, os.Getenv(name)); err == nil {
		return named
	}
	if day, err := time.Parse(time.DateOnly, os.Getenv(name)); err == nil {
		return day.Add(9 * time.Hour)
	}
	return at
}

// Each script in testdata/script is a session of a user, with the reports of
// the project's testdata at hand.
func TestScripts(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"invent": invent, "vote": vote, "spoil": spoil, "sqlite": sqliteDo},
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(filepath.Join(env.WorkDir, "testdata"), os.DirFS(testdata))
		},
	})
}
