package cli

import "runtime/debug"

// How much memory may lie waiting to be collected: with more, a sheet of every
// commune is read a third faster; up to the limit, it is still little.
const garbage, memory = 400, 256 << 20

// TuneMemory sets the process to the memory that the commands are made for.
func TuneMemory() {
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(memory)
}

// tuneWindow sets it to less: the window is open for hours beside Excel and a browser, and few
// wait for it. A whole country's store and the files made of it stay below 150 MB.
func tuneWindow() {
	debug.SetGCPercent(100)
	debug.SetMemoryLimit(80 << 20)
}
