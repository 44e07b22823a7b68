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
