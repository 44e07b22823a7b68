package form

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// reader reads one filled form.
type reader struct {
	cellReader
	file    string
	sheets  []scan
	laid    []*grid // the tables where they are known
	known   map[string]*readRow
	lib     *criteria.Library
	report  *commune.Report
	codes   []string // of the evidence that is listed
	names   map[string]*criteria.Figure
	found   []*grid         // the tables that were looked for and are there
	foreign []foreignFigure // rows that the law at hand has no figure for
	level   criteria.Level  // that the commune is after, "" where nobody says
}

// mostCells is how many a sheet of a form may have: the largest has 3,000.
const mostCells = 50_000

// readBook reads a filled form. Everything wrong in it is told at once.
func readBook(book *read.Book, lib *criteria.Library) (*Reading, error) {
	var sheets []scan
	book.Most(mostCells)
	days := cellReader{use1904: book.Uses1904}
	var due map[string]string
	for _, s := range book.Sheets {
		t, err := s.Table()
		if err != nil && s.Name == layout.BriefSheet {
			continue // no part of the report
		}
		if err != nil {
			return nil, problem.In(book.File, err)
		}
		if one := newScan(s.Name, t); s.Name == layout.BriefSheet {
			due = days.due(book.File, []scan{one})
		} else {
			sheets = append(sheets, one)
		}
	}
	out, err := readForm(book.File, sheets, book.Uses1904, lib)
	if err == nil {
		out.Due = due
	}
	return out, err
}

func readForm(file string, sheets []scan, use1904 bool, lib *criteria.Library) (*Reading, error) {
	r := newReader(file, sheets, lib)
	r.use1904 = use1904
	if !r.isForm() {
		return nil, problem.List{{File: file, Message: "không phải biểu mẫu của ntm: không thấy các trang tính " +
			layout.PlaceSheet + ", " + layout.FigureSheet,
			Hint: "tạo biểu mẫu bằng lệnh ntm template, chép số liệu vào rồi kiểm tra lại",
			Page: problem.Press("lấy biểu mẫu ở trang Tệp, chép số liệu vào rồi thả lại")}}
	}
	r.all()
	r.unseen(r.found)
	if len(r.problems) > 0 {
		// What could not be read would only look as if it were not there.
		return nil, r.problems.ByCause().Err()
	}
	r.notes = r.notes.ByCause()
	return r.reading()
}

func newReader(file string, sheets []scan, lib *criteria.Library) *reader {
	return &reader{file: file, sheets: sheets, lib: lib, report: &commune.Report{Schema: commune.Schema}}
}

// all reads every table.
func (r *reader) all() {
	r.place()
	r.evidence()
	r.figures()
	r.capital()
	r.arrears()
	r.poll()
	r.security()
	r.titles()
	r.smart()
	r.fields()
	r.remarks()
	r.report.Pos = r.report.Pos.Or(problem.Pos{File: r.file, Sheet: layout.PlaceSheet})
	r.problems = append(r.problems, r.report.Shares(r.lib)...)
}

// reading is what was read, where nothing is wrong with the whole of it.
func (r *reader) reading() (*Reading, error) {
	up, own := r.levels()
	if r.level != "" { // what people choose goes before what the form was made for
		up, own = string(r.level), string(r.level)
	}
	r.report.Level = layout.OwnLevel(r.lib, r.report, up, own)
	return checked(&Reading{Report: r.report, Up: criteria.Level(up), Notes: r.notes}, r.lib)
}

// mayBe tells whether a sheet has most of a table's ids, or its name and its heads.
func (p scan) mayBe(t *layout.Table) bool {
	_, ids := p.idRow(t, 0)
	return ids > len(t.Columns)/2 || vi.FoldTone(p.name) == vi.FoldTone(t.Sheet) && p.headRow(heads(t), 0) > 0
}

// isForm tells whether the workbook has one of the two sheets that every form
// has.
func (r *reader) isForm() bool {
	return slices.ContainsFunc(r.sheets, func(s scan) bool {
		return s.mayBe(&layout.PlaceAnswers) || s.mayBe(&layout.FigureTable)
	})
}
