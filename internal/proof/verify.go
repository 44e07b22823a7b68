package proof

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/problem"
	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// Workbook is a dossier that somebody handed in, with the seal it was made of.
type Workbook struct {
	dossier.Sealed

	name  string
	file  *excelize.File
	added []Difference // what a dossier never has
}

// Open opens a dossier; name is how the person who gave it calls the file. The
// error is a problem.Problem: it is no workbook, or none with a seal.
func Open(name string, data []byte) (w *Workbook, err error) {
	defer func() {
		if recover() != nil { // excelize trusts the numbers in a file, and panics on forged ones
			w, err = nil, damaged(name, dossier.ErrUnreadable)
		}
	}()
	file, err := unzip(data)
	if err != nil {
		return nil, problem.Problem{File: name, Message: "không mở được tệp này như một tệp Excel (.xlsx)",
			Hint: "chọn tệp hồ sơ do ntm lập"}
	}
	if !slices.Contains(file.GetSheetList(), dossier.SealName) {
		return nil, problem.Problem{File: name, Message: "tệp không có tờ ẩn mà ntm ghi vào mọi hồ sơ",
			Hint: "chọn tệp hồ sơ do lệnh ntm dossier lập, chưa bị chép sang tệp khác hay xóa tờ ẩn"}
	}
	rows, err := file.GetRows(dossier.SealName)
	if err != nil {
		rows = nil
	}
	cells := make([]string, len(rows))
	for i, r := range rows {
		cells[i] = strings.Join(r[:min(1, len(r))], "")
	}
	sealed, err := dossier.ReadSeal(cells)
	if err != nil {
		return nil, damaged(name, err)
	}
	added, err := addedParts(data)
	if err != nil {
		return nil, damaged(name, dossier.ErrUnreadable)
	}
	return &Workbook{Sealed: sealed, name: name, file: file, added: added}, nil
}

func damaged(name string, how error) error {
	return problem.Problem{File: name, Message: fmt.Sprintf("tờ ẩn của hồ sơ đã bị sửa hoặc hỏng (%v)", how),
		Hint: "không xác minh được tệp này; dùng bản hồ sơ gốc"}
}

// Close lets go of the workbook.
func (w *Workbook) Close() error { return w.file.Close() }

// remade is the assessment made again of the seal.
func (w *Workbook) remade() (*assess.Assessment, error) {
	s := &w.Seal
	set, err := criteria.ReadSnapshot(s.Set)
	if err != nil {
		return nil, problem.In(w.name, err)
	}
	report, err := commune.DecodeKept(w.name, s.Report, set.Figures())
	if err != nil {
		return nil, damaged(w.name, fmt.Errorf("báo cáo: %w", err))
	}
	s.Commune.KeptTitle = s.Title
	a := assess.Assess(assess.Input{Report: report, Set: set, Version: s.Version, Commune: s.Commune,
		Rules: max(s.Rules, assess.FirstRules)}).Only(s.Levels)
	if len(a.Levels) == 0 {
		return nil, damaged(w.name, errors.New("không có mức nào"))
	}
	return a, nil
}

// Verify makes the dossier again of its seal and holds every cell of the workbook
// against it, but for those that the council fills in.
func (w *Workbook) Verify() (*Check, error) {
	a, err := w.remade()
	if err != nil {
		return nil, err
	}
	signed := time.Date(w.Signed, time.January, 1, 0, 0, 0, 0, time.UTC) // the cover bears no more of it
	sheets, fingerprint, err := dossier.Lay(a, dossier.Options{At: signed, Files: w.Files})
	if err != nil {
		return nil, err
	}
	report, err := a.Report.JSON()
	if err != nil {
		return nil, err
	}
	out := &Check{
		Schema: CheckSchema, Fingerprint: w.Fingerprint, Version: w.Version, Commune: a.Commune,
		Title: a.Commune.Title(), Year: a.Year,
		Report: dossier.Digest(report), Criteria: a.Criteria, Rules: a.Engine.Rules, query: a.Set.Query,
		Opinions: []Opinion{}, Differences: []Difference{}, Evidence: []EvidenceCheck{}, signers: map[string]signer{},
	}
	for i := range a.Levels {
		l := &a.Levels[i]
		out.Levels = append(out.Levels, CheckedLevel{l.Level, l.Verdict, l.Draft})
	}
	for _, f := range w.Files {
		out.Evidence = append(out.Evidence, EvidenceCheck{Then: f})
	}
	if w.Claimed != w.Fingerprint || fingerprint != w.Fingerprint {
		out.differs(OfSeal, dossier.SealName, dossier.ClaimedCell, "mã hồ sơ", w.Claimed, w.Fingerprint)
	}
	names := []string{dossier.SealName}
	for _, s := range sheets {
		names = append(names, s.Name)
		if err := w.compare(out, s, a.Draft); err != nil {
			return nil, err
		}
	}
	if out.uncomputed > 0 {
		return nil, problem.Problem{File: w.name,
			Message: fmt.Sprintf("tệp do một chương trình không tính công thức lưu lại: %d ô công thức chưa có "+
				"giá trị", out.uncomputed), Hint: "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi xác minh"}
	}
	for _, name := range w.file.GetSheetList() {
		if !slices.Contains(names, name) {
			out.differs(OfSheet, name, "", "", "tờ thêm vào", "không có tờ này")
		}
	}
	w.namesOf(out, sheets)
	out.Differences = append(out.Differences, w.added...)
	out.signOpinions()
	return out, nil
}

// compare holds a sheet of the workbook against what it should be.
func (w *Workbook) compare(out *Check, s *draw.Sheet, draft bool) error {
	if !slices.Contains(w.file.GetSheetList(), s.Name) {
		out.differs(OfSheet, s.Name, "", "", "không có tờ này", "tờ của hồ sơ")
		return nil
	}
	found, err := w.file.GetRows(s.Name)
	c := &comparison{file: w.file, sheet: s, found: found, out: out, styles: map[int]*seen{}, draft: draft}
	if err == nil {
		err = c.disguised()
	}
	if err == nil {
		err = c.rowByRow()
	}
	if err != nil {
		hint := "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi xác minh; nếu vẫn hỏng thì dùng bản hồ sơ gốc"
		return problem.Problem{File: w.name, Sheet: s.Name, Message: "trang tính này hỏng, không đọc được", Hint: hint}
	}
	return nil
}
