// Command ntm assesses communes against the new-rural-development criteria and
// writes the appraisal council's dossier.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"github.com/mattn/go-isatty" // what fatih/color itself asks with
	"ntm/internal/cli"
)

func main() {
	stdout := os.Stdout.Fd()
	config, _ := os.UserConfigDir() // none is fine: then only the packs one names are used
	os.Exit(cli.Run(os.Args[1:], cli.World{
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Color:    (isatty.IsTerminal(stdout) || isatty.IsCygwinTerminal(stdout)) && os.Getenv("NO_COLOR") == "",
		Now:      time.Now,
		Version:  version(),
		Criteria: os.Getenv("NTM_CRITERIA"),
		Config:   config,
	}))
}

// version is the module version the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(không rõ)"
}
