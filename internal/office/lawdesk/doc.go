// Package lawdesk is an office's work on the law: a decision is read into a workbook, the
// workbook that a person checked is taken in as packs of the office, how far that has come
// is told. As all of office it knows no commands and no screens.
package lawdesk
