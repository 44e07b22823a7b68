// Package form is the commune's form: an Excel workbook that officials fill in,
// its wide sister for a whole province (one row a commune, one column a
// figure), and the report document in YAML or JSON, read into a commune.Report.
//
// People type "1,53 %", "538.336" and "-", sort rows, hide columns, paste from
// old files. Everything that can be read in one way only is read; what fits two
// ways is decided by what the figure can be, and a note says so; anything else
// is an error with its sheet and cell. A blank is never a zero and never "no".
//
// The sheets are laid out once, in form/layout: form/blank draws what stands
// there, the reader looks for it. A table is found by a hidden row of column
// ids above its heads, a row of fixed meaning by a hidden key, so that columns
// may be moved and rows sorted; where the ids are gone, by the visible words.
package form
