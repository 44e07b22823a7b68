// Package making makes dossiers: those of many reports into a folder with their index, each
// written whole or kept as it is, and as PDF by LibreOffice.
package making
