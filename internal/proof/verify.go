package proof

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/papers"
	"ntm/internal/picture"
	"ntm/internal/problem"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// Workbook is a dossier that somebody handed in, with the seal it was made of.
type Workbook struct {
	dossier.Sealed

	book *read.Book
}

// mostSealRows is how many rows of the hidden sheet are read: many times those of the
// largest seal.
const mostSealRows = 2_000

// Open finds the seal in a workbook that somebody handed in. The error is a
// problem.Problem: the workbook has none, or cannot be read.
func Open(book *read.Book) (*Workbook, error) {
	book.Most(papers.MostCells)
	w := &Workbook{book: book}
	s := w.sheet(dossier.SealName)
	if s == nil {
		return nil, problem.Problem{File: book.File, Message: "tệp không có tờ ẩn mà ntm ghi vào mọi hồ sơ",
			Hint: "chọn tệp hồ sơ do lệnh ntm dossier lập, chưa bị chép sang tệp khác hay xóa tờ ẩn",
			Page: problem.Press("chọn tệp hồ sơ tải ở trang Tệp, chưa bị chép sang tệp khác hay xóa tờ ẩn")}
	}
	var cells []string
	if err := s.Each(func(r read.Row) error {
		for len(cells) < r.Number && r.Number <= mostSealRows {
			cells = append(cells, "")
		}
		if r.Number <= mostSealRows {
			cells[r.Number-1] = r.Cells[0].Text
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var err error
	if w.Sealed, err = dossier.ReadSeal(cells); err != nil {
		return nil, w.damaged(err)
	}
	return w, nil
}

func (w *Workbook) damaged(how error) error {
	return problem.Problem{File: w.book.File, Message: fmt.Sprintf("tờ ẩn của hồ sơ đã bị sửa hoặc hỏng (%v)", how),
		Hint: "không xác minh được tệp này; dùng bản hồ sơ gốc"}
}

// Close lets go of the file.
func (w *Workbook) Close() error { return w.book.Close() }

// sheet is the sheet of that name, nil for none.
func (w *Workbook) sheet(name string) *read.Sheet {
	i := slices.IndexFunc(w.book.Sheets, func(s *read.Sheet) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return w.book.Sheets[i]
}

// remade is the assessment made again of the seal.
func (w *Workbook) remade() (*assess.Assessment, error) {
	s := &w.Seal
	set, err := criteria.ReadSnapshot(s.Set)
	if err != nil {
		return nil, problem.In(w.book.File, err)
	}
	report, err := commune.DecodeKept(w.book.File, s.Report, set.Figures())
	if err != nil {
		return nil, w.damaged(fmt.Errorf("báo cáo: %w", err))
	}
	s.Commune.KeptTitle = s.Title
	a := assess.Assess(assess.Input{Report: report, Set: set, Version: s.Version, Commune: s.Commune,
		Rules: max(s.Rules, assess.FirstRules)}).Only(s.Levels)
	if len(a.Levels) == 0 {
		return nil, w.damaged(errors.New("không có mức nào"))
	}
	return a, nil
}

// options are what the dossier is made anew with.
func (w *Workbook) options() dossier.Options {
	o := dossier.Options{At: time.Date(w.Signed, time.January, 1, 0, 0, 0, 0, time.UTC), Files: w.Files,
		Again: &w.Sealed}
	if day, err := time.Parse(time.DateOnly, w.Day); err == nil {
		o.At, o.Dated = day, true
	}
	o.Photos = list.Map(w.Photos, func(p dossier.Photo) picture.Photo {
		return picture.Photo{File: p.File, Picture: &picture.Picture{SHA256: p.SHA256}}
	})
	return o
}

// Remake writes the dossier anew from its seal: whatever was changed in the workbook is
// not in it, nor what others have filled in, nor a photograph that is not there any more. It
// keeps its fingerprint.
func (w *Workbook) Remake(out io.Writer) error {
	a, err := w.remade()
	if err != nil {
		return err
	}
	o := w.options()
	if err := w.fetch(o.Photos); err != nil {
		return err
	}
	return dossier.Write(out, a, o)
}

// Verify makes the dossier again of its seal and holds the workbook against it, but for
// the cells that the council fills in.
func (w *Workbook) Verify() (*Check, error) {
	a, err := w.remade()
	if err != nil {
		return nil, err
	}
	report, err := a.Report.JSON()
	if err != nil {
		return nil, err
	}
	sheets, err := dossier.Lay(a, w.options())
	if err != nil {
		return nil, err
	}
	blank := Check{
		Schema: CheckSchema, Fingerprint: w.Fingerprint, Version: w.Version, Commune: a.Commune,
		Title: a.Commune.Title(), Year: a.Year,
		Report: dossier.Digest(report), Criteria: a.Criteria, Rules: a.Engine.Rules, query: a.Set.Query,
		Opinions: []Opinion{}, Unclear: []Unclear{}, Differences: []Difference{},
		Evidence: list.NonNil(list.Map(w.Files, func(f evidence.File) EvidenceCheck { return EvidenceCheck{Then: f} })),
		Levels: list.Map(a.Levels, func(l assess.Level) CheckedLevel {
			return CheckedLevel{l.Level, l.Verdict, l.Draft}
		}),
	}
	out := blank
	err = w.compare(&out, sheets, (*comparison).rowByRow)
	if err == nil && w.Layout != dossier.CurrentLayout && out.laidOtherwise() {
		out = blank
		out.Older = true
		err = w.compare(&out, sheets, (*comparison).valuesOnly)
	}
	if err != nil {
		return nil, err
	}
	if out.uncomputed > 0 {
		return nil, problem.Problem{File: w.book.File,
			Message: fmt.Sprintf("tệp do một chương trình không tính công thức lưu lại: %d ô công thức chưa có "+
				"giá trị", out.uncomputed), Hint: "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi xác minh"}
	}
	out.signOpinions()
	out.inOrder()
	return &out, nil
}

// laidOtherwise tells whether the sheets say other things than today's, and not only other
// values: an earlier layout may well be the same for a commune.
func (c *Check) laidOtherwise() bool {
	return slices.ContainsFunc(c.Differences, func(d Difference) bool {
		return d.laid || d.Kind == OfRow || d.Kind == OfSheet
	})
}

// compare holds the workbook against the sheets it should have.
func (w *Workbook) compare(out *Check, sheets []*draw.Sheet, cells func(*comparison) error) error {
	if w.Claimed != w.Fingerprint {
		out.differs(OfSeal, dossier.SealName, dossier.ClaimedCell, "mã hồ sơ", w.Claimed, w.Fingerprint)
	}
	out.signers = map[string]signer{}
	names := []string{dossier.SealName}
	for _, s := range sheets {
		names = append(names, s.Name)
		if err := w.compareSheet(out, s, cells); err != nil {
			return err
		}
	}
	if !out.Older {
		for _, s := range w.book.Sheets {
			if !slices.Contains(names, s.Name) {
				out.differs(OfSheet, s.Name, "", "", "tờ thêm vào", "không có tờ này")
			}
		}
		w.names(out, sheets)
	}
	return w.objects(out, sheets)
}

// compareSheet holds a sheet of the workbook against what it should be.
func (w *Workbook) compareSheet(out *Check, s *draw.Sheet, cells func(*comparison) error) error {
	found := w.sheet(s.Name)
	switch {
	case found == nil && out.Older:
		return nil // it had none
	case found == nil:
		out.differs(OfSheet, s.Name, "", "", "không có tờ này", "tờ của hồ sơ")
		return nil
	case found.Hidden:
		out.differs(OfSheet, s.Name, "", "", "tờ bị ẩn", "tờ hiện")
	}
	c := &comparison{book: w.book, workbook: found, seal: &w.Seal, sheet: s, out: out, rows: map[int][]read.Cell{},
		placed: map[int]int{}, compared: map[string]bool{}}
	if out.Older && w.Layout < dossier.Relaid[s.Name] {
		c.nothingPlaced()
		return nil
	}
	err := found.Each(func(r read.Row) error {
		c.rows[r.Number], c.last = slices.Clone(r.Cells), r.Number
		return nil
	})
	if err == nil {
		c.formulas, err = found.Formulas()
	}
	if err == nil {
		err = cells(c)
	}
	return err
}
