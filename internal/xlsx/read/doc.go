// Package read reads a table as people hand it in – an Excel workbook that
// Excel, WPS or LibreOffice saved, or a CSV – as rows of typed cells.
//
// Officials type "538.336" as a text in one cell and 538,336 as a number in the
// next; a rate comes as 1,53 or as 0,0153 shown as a percentage; a formula may
// never have been computed; a font may be one from before Unicode. What a figure
// means depends on these differences, so a Cell keeps them, and tells the text
// as it is stored: to clean and to understand it is left to the caller.
//
// A file is never trusted: all that it may hold is bounded (limits.go), and what
// cannot be read for certain is refused with a problem.Problem that names the
// file, the sheet and the cell. Rows out of order and two values for one cell
// are refused, as Excel does; cells out of order within their row are read.
//
// The reader is our own, on archive/zip and the tokens of encoding/xml, because
// excelize gives types and number formats only with the whole sheet in memory
// (700 MB for a province's wide sheet) and bare strings when it streams.
package read
