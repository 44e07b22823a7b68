package form

import (
	"context"
	"strconv"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/xlsx/foreign"
)

// Returned is what people wrote into a form, or into a part of one, cell by cell. The
// tables may stand on any sheet, several on one.
type Returned struct {
	File       string
	Year       int                  // that the form was made for, 0 where its first sheet is gone
	Up         criteria.Level       // and the highest level that it asks for
	Own        string               // and the hidden word for the level that it was made for
	Department *division.Department // whose part it is, nil for none in particular
	Records    []Record
	Due        map[string]string // by the id of a department, by when it is to answer
	Notes      problem.List
}

// Record is a row with something written in it.
type Record struct {
	Table  *layout.Table
	Key    string // of a row of fixed meaning, else ""
	At     problem.Pos
	Cells  map[string]Written // by the column's id
	Figure *commune.Figure    // what a row of the figures says, nil where it cannot be read
}

// Written is what stands in a cell: a string or a float64.
type Written struct {
	Value any
	Said  string // as a person reads it
	At    problem.Pos
}

// Return reads a form that came back. The error is a problem.List with the cells that
// nobody can read; whether what they say makes sense is for Read to tell of the whole.
// printed tells what a form prints by itself.
func Return(ctx context.Context, path string, lib *criteria.Library, printed func(string) bool) (*Returned, error) {
	book, said, err := foreign.Open(ctx, path)
	if err != nil {
		return nil, problem.Of(err)
	}
	defer book.Close() //nolint:errcheck // opened for reading: nothing is lost
	r := newReader(path, nil, lib)
	r.use1904, r.notes = book.Uses1904, said
	book.Most(mostCells)
	for _, s := range book.Sheets {
		t, err := s.Table()
		if err != nil {
			return nil, problem.In(path, err)
		}
		r.sheets = append(r.sheets, newScan(s.Name, t))
	}
	return r.returned(printed)
}

// returned takes what is written in the sheets.
func (r *reader) returned(printed func(string) bool) (*Returned, error) {
	out := &Returned{File: r.file}
	out.marked(r.sheets)
	out.Due = r.due(r.file, r.sheets)
	var found []*grid
	for _, s := range r.sheets {
		starts := s.starts()
		for _, t := range layout.Tables {
			for _, g := range r.blocks(t, s, starts) {
				found = append(found, g)
				out.block(g, printed)
			}
		}
	}
	if len(found) == 0 {
		return nil, problem.List{{File: r.file, Message: "không thấy bảng nào của biểu mẫu",
			Hint: "gửi lại phiếu do ntm template --split ghi ra, hoặc dán cả dòng đầu bảng của phiếu",
			Page: problem.Press("gửi lại phiếu lấy ở trang Tệp, hoặc dán cả dòng đầu bảng của phiếu")}}
	}
	r.unseen(found)
	out.Notes = r.notes.ByCause()
	if len(r.problems) > 0 {
		return nil, r.problems.ByCause().Err()
	}
	return out, nil
}

// marked reads what the first sheet's hidden words say of the form.
func (out *Returned) marked(sheets []scan) {
	for _, s := range sheets {
		if s.At(1, 1).Text == layout.Mark {
			out.Year, _ = strconv.Atoi(s.At(1, 2).Text) // 0 where it is no year
			out.Up, out.Own = criteria.Level(s.At(1, 3).Text), s.At(1, 4).Text
			out.Department = division.DepartmentByID(s.At(1, 5).Text)
			return
		}
	}
}
