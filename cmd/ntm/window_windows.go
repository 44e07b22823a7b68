package main

import (
	"syscall"
	"unsafe"
)

// ownWindow tells whether the console was opened for this program alone, as by
// a double-click: no shell shares it.
func ownWindow() bool {
	var processes [2]uint32
	n, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList").
		Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return n == 1
}
