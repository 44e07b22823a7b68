// Package blank writes the forms that are to be filled in: a commune's workbook and a
// province's wide sheet, with what may be written where and the state of each row.
package blank
