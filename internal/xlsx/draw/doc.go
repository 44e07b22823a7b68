// Package draw paints workbooks: a Sheet is laid down row by row in words of its
// own – cells with their looks, rows that stay together, fields that take what
// belongs into them – and Write streams it into an Excel file that looks the same
// in Excel, LibreOffice and on paper. Each row gets the height its texts need
// (measure.go), headings stay with what follows them (breaks.go), and the same
// sheets give the same bytes (zip.go).
//
// The painter knows nothing of communes and standards: what a sheet says, and who
// may fill it in, is for those who lay it down.
package draw
