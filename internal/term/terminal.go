// Package term is the terminal at which a person sits, or the file or pipe that stands
// in its place: what is written there and how it looks, how far a long command has
// come, and how mistakes are told.
//
// Standard output carries the result and nothing else. Errors, hints and notes go to
// standard error, in Vietnamese: "ntm: lỗi: …", "ntm: gợi ý: …", "ntm: lưu ý: …".
package term

import (
	"io"
	"strings"
	"time"
)

// Terminal is where a program reads and writes.
type Terminal struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Interactive    bool // a person reads standard output and answers on standard input
	OwnWindow      bool // the window closes with the program, which was double-clicked
	Color          bool // standard output is a terminal that shows colour
	Width          int  // columns of that terminal, 0 when not known
	Progress       bool // standard error is a terminal: it may show how far a long command has come
	Now            func() time.Time
}

// CommandLine is a command of the program as a person would type it, in a Windows
// console as in any shell.
func CommandLine(words ...string) string {
	typed := []string{"ntm"}
	for _, word := range words {
		if strings.ContainsAny(word, " &()[]{}^=;!'+,`~*?|<>#$") && !strings.Contains(word, `"`) {
			word = `"` + word + `"`
		}
		typed = append(typed, word)
	}
	return strings.Join(typed, " ")
}
