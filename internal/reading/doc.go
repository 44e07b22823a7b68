// Package reading tells what decisions that were read are: of which standard, whose they
// are, and what a person should know before taking anything from them.
package reading
