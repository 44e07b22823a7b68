// Package command is what the commands of ntm share: the world they work in, the flags
// and arguments that mean the same everywhere, the law and the store that these name.
// A command parses into a struct that embeds some of them.
package command

import (
	"encoding/json"
	"io"
	"time"

	"ntm/internal/problem"
	"ntm/internal/term"
)

// World is what a command may touch besides its files.
type World struct {
	term.Terminal
	Version  string
	Built    time.Time // when the program was, the zero time when not known
	Criteria string    // the folder of the office's packs, from NTM_CRITERIA
	Config   string    // the user's configuration folder, "" when there is none
	Store    string    // where the store is when --db does not say, "" when nowhere
	User     string    // who acts when --as does not say
	Cache    string    // the user's folder for what need not last, "" when there is none

	Browse func(file string) error // shows a page in the person's browser; nil where there is none
}

// Usage is the error of a command called in a way it does not understand.
func Usage(message, hint string) error { return problem.WrongUse{Message: message, Hint: hint} }

// PrintJSON writes one document, with < and > as they are.
func PrintJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
