// Command ntm assesses communes against the new-rural-development criteria and
// writes the appraisal council's dossier.
package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"os/signal"
	"os/user"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"ntm/internal/cli"
	"ntm/internal/term"

	"github.com/cli/browser"     // opens what the person has chosen for pages, on each system its own way
	"github.com/mattn/go-isatty" // what fatih/color itself asks with
	"github.com/spf13/cobra"
)

func main() {
	cli.TuneMemory()
	cobra.MousetrapHelpText = ""    // a double-click in Explorer opens the window
	config, _ := os.UserConfigDir() // none is fine: then only the packs one names are used
	cache, _ := os.UserCacheDir()   // none is fine: then a second start knows nothing of the first
	browser.Stdout, browser.Stderr = io.Discard, io.Discard
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second time it ends at once
	os.Exit(cli.Run(ctx, os.Args[1:], cli.World{
		Terminal: term.Terminal{
			Stdin:       os.Stdin,
			Stdout:      os.Stdout,
			Stderr:      os.Stderr,
			Interactive: isTerminal(os.Stdin) && isTerminal(os.Stdout),
			OwnWindow:   ownWindow(),
			Color:       isTerminal(os.Stdout) && os.Getenv("NO_COLOR") == "",
			Progress:    isTerminal(os.Stderr),
			Now:         time.Now,
		},
		Version:  builtVersion(),
		Built:    built(),
		Criteria: os.Getenv("NTM_CRITERIA"),
		Config:   config,
		Store:    storePath(),
		User:     userName(),
		Cache:    cache,
		Browse:   browser.OpenFile,
	}))
}

// storePath is where the store is: what NTM_DB says, else a file in the user's
// data folder.
func storePath() string {
	if named := os.Getenv("NTM_DB"); named != "" {
		return named
	}
	folder := os.Getenv("XDG_DATA_HOME")
	if home, err := os.UserHomeDir(); folder == "" && err == nil {
		folder = filepath.Join(home, ".local", "share")
	}
	switch runtime.GOOS {
	case "windows":
		folder = os.Getenv("LocalAppData")
	case "darwin":
		folder, _ = os.UserConfigDir() // Application Support, for both
	}
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "ntm", "ntm.db")
}

// userName is who acts: what NTM_AS says, else who is logged in.
func userName() string {
	if named := os.Getenv("NTM_AS"); named != "" {
		return named
	}
	if u, err := user.Current(); err == nil {
		return cmp.Or(u.Name, u.Username)
	}
	return ""
}

func isTerminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())
}

// version is set by the linker in a release (.ci/release), "" else.
var version string

// built is when what the program was built from was committed, the zero time when
// that is not known.
func built() time.Time {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return time.Time{}
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.time" {
			at, _ := time.Parse(time.RFC3339, setting.Value)
			return at
		}
	}
	return time.Time{}
}

// builtVersion is the release, else the module version the program was built
// from.
func builtVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(không rõ)"
}
