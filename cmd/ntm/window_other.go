//go:build !windows

package main

import (
	"os"
	"runtime"
)

// ownWindow tells a double-click on a desktop that opens no terminal for a program: nothing can be
// typed, nobody reads what is printed, and there is a screen. macOS opens a terminal.
func ownWindow() bool {
	if runtime.GOOS == "darwin" || os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return false
	}
	return nowhere(os.Stdin, 0) && nowhere(os.Stdout, os.ModeSocket)
}

// nowhere tells the null device, or what is of another kind that is named: a session's journal.
func nowhere(f *os.File, or os.FileMode) bool {
	info, err := f.Stat()
	if err != nil {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null) || info.Mode().Type()&or != 0
}
