// Package xlsxtest opens workbooks that a package has written, to test what stands in
// them, and has LibreOffice compute their formulas anew.
package xlsxtest
