// Package across asks one question of many communes at once: what each lacks of a level and
// which indicators stop how many, and what a figure that were another would turn. It reads
// the dossiers of a store as they were assessed, or reports in files, on every processor.
package across
