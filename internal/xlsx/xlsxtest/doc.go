// Package xlsxtest opens workbooks that a package has written, to test what stands in
// them, and holds them against the programs that offices open them with: LibreOffice, and
// openpyxl for Python.
package xlsxtest
