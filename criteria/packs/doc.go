// Package packs is the law as it is written down: the YAML packs that come with
// the program, their strict loader, the checks that hold them against each other,
// the schema for editors, and the writer of an office's own packs.
//
// What a pack means is for package criteria to say, which knows no document.
package packs
