package form

import (
	"context"

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
	Due   map[string]string // by the id of a department, by when it is to answer
}

// Read reads and checks the report at path: a document or a filled form. The
// error is a problem.List with everything that is wrong in the file. The reading ends
// with ctx.
func Read(ctx context.Context, path string, lib *criteria.Library) (*Reading, error) {
	source, err := Open(ctx, path, lib, 0)
	if err != nil {
		return nil, err
	}
	defer source.Close() //nolint:errcheck // opened for reading: nothing is lost
	if source.Many() {
		return nil, problem.List{{
			File: path, Message: "đây là bảng tổng hợp nhiều xã, ở đây cần báo cáo của một xã",
			Hint: "tách thành báo cáo từng xã: ntm import --wide " + path + " -o THƯ_MỤC",
			Page: problem.Press("thả báo cáo của riêng xã này"),
		}}
	}
	return source.one, nil
}

// checked holds a report that was read against the dictionary and the list of
// places.
func checked(r *Reading, lib *criteria.Library) (*Reading, error) {
	if err := r.Report.Valid(lib); err != nil {
		return nil, err
	}
	return r, nil
}
