// Package many are the questions of the command line over many communes at once, and how
// their answers look: package across finds them.
package many
