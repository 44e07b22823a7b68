//go:build !windows

package main

// ownWindow is a matter of Windows alone.
func ownWindow() bool { return false }
