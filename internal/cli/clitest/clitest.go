// Package clitest runs ntm in tests: as the command of a script, and in the test's own
// process.
package clitest

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/cli/command"
	"ntm/internal/term"
	"ntm/internal/testenv"

	"github.com/rogpeppe/go-internal/testscript"
)

// Program runs a command line: cli.Run.
type Program func(ctx context.Context, args []string, w command.World) (status int)

// tests are run in a cleared environment; the commands that scripts run are not.
type tests struct{ *testing.M }

func (t tests) Run() int { return testenv.Run(t.M) }

// Main runs the tests of a package whose scripts have ntm as a command. What a script
// sets in its environment is the world of the program: NTM_TEST_NOW and NTM_TEST_BUILT
// are days, NTM_TEST_TERMINAL is that a person sits there.
func (p Program) Main(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"ntm": func() {
		os.Exit(p(context.Background(), os.Args[1:], command.World{
			Terminal: term.Terminal{
				Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
				Interactive: os.Getenv("NTM_TEST_TERMINAL") != "", // testscript has no terminal
				Color:       os.Getenv("FORCE_COLOR") != "",
				Now: func() time.Time {
					return timeOr("NTM_TEST_NOW", time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC))
				},
			},
			Version: cmp.Or(os.Getenv("NTM_TEST_VERSION"), "v0-thử"), Built: timeOr("NTM_TEST_BUILT", time.Time{}),
			Criteria: os.Getenv("NTM_CRITERIA"), Config: os.Getenv("NTM_TEST_CONFIG"), Store: os.Getenv("NTM_DB"),
			User: os.Getenv("NTM_AS"), Cache: os.Getenv("NTM_TEST_CACHE"),
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

// WithReports is the setup of scripts that have the project's reports, the folder at
// testdata, at hand.
func WithReports(testdata string) func(*testscript.Env) error {
	return func(env *testscript.Env) error {
		from, err := filepath.Abs(testdata)
		if err != nil {
			return err
		}
		return os.CopyFS(filepath.Join(env.WorkDir, "testdata"), os.DirFS(from))
	}
}

// Condition has scripts ask whether the long suites run whole: [whole], and [!whole] before
// the skip of a session that a quick run does without.
func Condition(asked string) (bool, error) {
	if asked != "whole" {
		return false, fmt.Errorf("%q is no condition of a script", asked)
	}
	return testenv.Whole(), nil
}

// Run runs a command line in the test's own process, on 1/6/2024, until ctx ends.
func (p Program) Run(ctx context.Context, args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	status = p(ctx, args, command.World{Terminal: term.Terminal{
		Stdout: &out, Stderr: &errs, Now: func() time.Time { return time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC) },
	}, Version: "thử"})
	return out.String(), errs.String(), status
}
