package form

import (
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/problem"
)

// Reading is a report as a file gave it.
type Reading struct {
	Report *commune.Report
	Up     criteria.Level // the highest level that a form asks for, "" for a document
	// Notes are for the person to look at: a number that was read one way
	// although it could be read another, a sheet that is not there.
	Notes problem.List
}

// Read reads and checks the report at path: a document or a filled form. The
// error is a problem.List with everything that is wrong in the file.
func Read(path string, lib *criteria.Library) (*Reading, error) {
	wide, one, err := Open(path, lib, 0)
	if wide != nil {
		_ = wide.Close() // opened for reading: nothing is lost
		return nil, problem.List{{File: path, Message: "đây là bảng tổng hợp nhiều xã, ở đây cần báo cáo của một xã", Hint: "tách thành báo cáo từng xã: ntm import --wide " + path + " -o THƯ_MỤC"}}
	}
	return one, err
}

// readDocument reads a report in YAML or JSON.
func readDocument(path string, lib *criteria.Library) (*Reading, error) {
	report, err := commune.Read(path, lib)
	if err != nil {
		return nil, err
	}
	return &Reading{Report: report}, nil
}

// isDocument tells by the file's name whether it is a YAML or JSON document.
func isDocument(path string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json", ""}, strings.ToLower(filepath.Ext(path)))
}

// checked holds a report that was read against the dictionary and the list of
// places.
func checked(r *Reading, lib *criteria.Library) (*Reading, error) {
	if err := r.Report.Valid(lib); err != nil {
		return nil, err
	}
	return r, nil
}
