package desk

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/office/departments"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/proof"
	"ntm/internal/store"

	"github.com/shopspring/decimal"
)

// Offer is what a file says of a commune's year, beside what the cells say. Nothing of it is
// written before somebody accepts it.
type Offer struct {
	Kind    string       // what the file is, in words
	Changes []Difference // in the order of the sheets; "" as theirs for a cell that is emptied
	Same    int          // cells that say the same
	Alone   int          // cells of which the file says nothing: they stay
	Notes   problem.List // what was read one way of two
	Check   *proof.Check // of a dossier that came back, else nil: there is nothing to accept
}

// readable are the extensions of the files that can be offered.
var readable = []string{".xlsx", ".csv", ".yaml", ".yml", ".json"}

// Offer reads a file: a form, a document, the commune's row of a wide sheet, a department's
// part of a form, or a dossier that came back.
func (d *Desk) Offer(ctx context.Context, of store.OfYear, file string) (*Offer, error) {
	if !slices.Contains(readable, strings.ToLower(filepath.Ext(file))) {
		return nil, problem.List{{File: file, Message: fmt.Sprintf("không nhận tệp có đuôi %q",
			office.Shortened(filepath.Ext(file))), Hint: "nhận biểu mẫu, phiếu, hồ sơ, bảng tổng hợp (.xlsx, " +
			".csv) và báo cáo " +
			"(.yaml, .json); tệp Excel kiểu khác thì mở, Lưu thành .xlsx"}}
	}
	w, err := d.cells(ctx, of)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(file), ".xlsx") {
		if check, is, err := returnedDossier(ctx, file, of); is {
			return &Offer{Kind: "hồ sơ gửi lại", Check: check}, err
		}
		if out, is, err := d.part(ctx, w, file); is {
			return out, err
		}
	}
	out := &Offer{}
	cells, err := d.reportIn(ctx, w, file, out)
	if err != nil {
		return nil, err
	}
	out.lay(w, cells)
	return out, nil
}

// returnedDossier reads a dossier that came back; is tells one from other workbooks.
func returnedDossier(ctx context.Context, file string, of store.OfYear) (check *proof.Check, is bool, err error) {
	w, err := office.OpenDossier(ctx, file)
	if err != nil {
		return nil, false, nil // it is no dossier, and is told of as what it is
	}
	defer w.Close() //nolint:errcheck // opened for reading: nothing is lost
	if check, err = w.Verify(); err != nil {
		return nil, true, err
	}
	if err := isOf(file, check.Commune, check.Year, of); err != nil {
		return nil, true, err
	}
	if !check.Same() { // whose words they are is no longer sure
		check.Opinions = nil
		return check, true, nil
	}
	return check, true, check.Clear(file)
}

// isOf refuses what is of another commune, or another year.
func isOf(file string, p places.Unit, year int, of store.OfYear) error {
	if p.Home() == of.Province && p.Key() == of.Commune && year == of.Year {
		return nil
	}
	return problem.List{{File: file, Message: fmt.Sprintf("tệp này của %s, năm %d; trang đang mở của xã hoặc năm khác",
		p, year), Hint: "mở đúng xã, đúng năm ở Bàn làm việc rồi thả lại tệp"}}
}

// part reads a department's part of a form; is tells one from other workbooks.
func (d *Desk) part(ctx context.Context, w *Working, file string) (out *Offer, is bool, err error) {
	g := departments.Gathering{Lib: d.Lib, Files: []string{file}, Commune: places.CodeOf(w.Commune), Year: w.Year}
	all, err := g.Gather(ctx)
	if err != nil || all.Sent[0].Department == "" {
		return nil, false, nil //nolint:nilerr // what is wrong with it the reader of whole forms tells
	}
	if p := all.Plan.Place; p != nil {
		if err := isOf(file, *p, all.Plan.Year, w.OfYear); err != nil {
			return nil, true, err
		}
	}
	out = &Offer{Kind: "phiếu của bộ phận: " + all.Sent[0].Department, Notes: all.Notes}
	for _, t := range all.Twice {
		for _, s := range t.Said {
			out.Notes.Add(problem.Problem{Message: fmt.Sprintf("%s: phiếu có hai câu trả lời, %s (%s); chưa nhận",
				t.Name, s.Text, s.At), Hint: "sửa trong phiếu rồi thả lại, hoặc gõ thẳng vào ô"})
		}
	}
	out.lay(w, cellsFrom(all.Answers))
	return out, true, nil
}

// cellsFrom are answers as they would be typed.
func cellsFrom(a *layout.Answers) (out []form.Cell) {
	text := func(value any) string {
		if n, is := value.(float64); is {
			return form.Plain(decimal.NewFromFloat(n))
		}
		s, _ := value.(string)
		return s
	}
	for _, t := range layout.Tables {
		if t.Fixed() {
			for item, cells := range a.Fixed[t.Sheet] {
				for id, value := range cells {
					if t.At(id) >= 0 {
						out = append(out, form.Cell{Sheet: t.Sheet, Item: item, ID: id, Text: text(value)})
					}
				}
			}
			continue
		}
		for i, row := range a.Rows[t.Columns[0].ID] {
			for id, value := range row {
				out = append(out, form.Cell{Sheet: t.Sheet, Item: fmt.Sprint(i + 1), ID: id, Text: text(value)})
			}
		}
	}
	return out
}

// reportIn reads a report of the commune's year: the one of the file, or its row.
func (d *Desk) reportIn(ctx context.Context, w *Working, file string, out *Offer) ([]form.Cell, error) {
	source, err := form.Open(ctx, file, d.Lib, w.Year)
	if err != nil {
		return nil, err
	}
	defer source.Close() //nolint:errcheck // opened for reading: nothing is lost
	out.Kind, out.Notes = "báo cáo của xã", source.Notes
	if source.Many() {
		out.Kind = "bảng tổng hợp nhiều xã"
	}
	var found *commune.Report
	var other error
	for row := range source.Rows {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		reading, err := source.Read(row)
		if err != nil && !source.Many() {
			return nil, err
		}
		if err != nil {
			continue // of another commune; what is wrong with ours shows below
		}
		place, err := reading.Report.Place()
		if err == nil {
			err = isOf(file, place, reading.Report.Year, w.OfYear)
		}
		if err != nil {
			other = err
			continue
		}
		found = reading.Report
		out.Notes = append(out.Notes, reading.Notes...)
		break
	}
	switch {
	case found != nil:
		return form.CellsOf(found), nil
	case source.Many():
		return nil, problem.List{{File: file,
			Message: fmt.Sprintf("bảng tổng hợp không có dòng đọc được nào của %s, năm %d",
				w.Place.Title, w.Year), Hint: "kiểm tra mã xã và năm trong bảng; ntm check TỆP nêu từng dòng sai",
			Page: problem.Press("kiểm tra mã xã và năm trong bảng")}}
	}
	return nil, other
}
