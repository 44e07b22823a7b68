// Package layout is what a form asks of a commune, and where it stands: the plan
// of a year, the sheets with their tables and questions, and the columns of the
// wide sheet. What is laid out here form/blank draws and form looks for.
package layout
