package proof

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/evidence"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/xlsx/draw"
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
		return nil, problem.Problem{File: name, Message: "không mở được tệp này như một tệp Excel (.xlsx)", Hint: "chọn tệp hồ sơ do ntm lập"}
	}
	if !slices.Contains(file.GetSheetList(), dossier.SealName) {
		return nil, problem.Problem{File: name, Message: "tệp không có tờ ẩn mà ntm ghi vào mọi hồ sơ", Hint: "chọn tệp hồ sơ do lệnh ntm dossier lập, chưa bị chép sang tệp khác hay xóa tờ ẩn"}
	}
	rows, err := file.GetRows(dossier.SealName)
	if err != nil {
		return nil, damaged(name, dossier.ErrNoSeal)
	}
	cells := make([]string, len(rows))
	for i, r := range rows {
		if len(r) > 0 {
			cells[i] = r[0]
		}
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
	return problem.Problem{File: name, Message: fmt.Sprintf("tờ ẩn của hồ sơ đã bị sửa hoặc hỏng (%v)", how), Hint: "không xác minh được tệp này; dùng bản hồ sơ gốc"}
}

// damagedSheet is a workbook with a sheet that cannot be read.
func damagedSheet(name, sheet string) error {
	return problem.Problem{File: name, Sheet: sheet, Message: "trang tính này hỏng, không đọc được", Hint: "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi xác minh; nếu vẫn hỏng thì dùng bản hồ sơ gốc"}
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
	a := assess.Assess(assess.Input{Report: report, Set: set, Version: s.Version, Commune: s.Commune, Rules: max(s.Rules, assess.FirstRules)}).Only(s.Levels)
	if len(a.Levels) == 0 {
		return nil, damaged(w.name, errors.New("không có mức nào"))
	}
	return a, nil
}

// Check is what came of holding a dossier against its seal.
type Check struct {
	Schema      string          `json:"schema"`
	Fingerprint string          `json:"fingerprint"`
	Version     string          `json:"version"` // that made the dossier
	Commune     places.Unit     `json:"commune"`
	Year        int             `json:"year"`
	Report      string          `json:"report"` // SHA-256 of the report's JSON
	Levels      []CheckedLevel  `json:"levels"` // judged again
	Criteria    assess.Packs    `json:"criteria"`
	Standard    bool            `json:"standard_known"` // the seal's requirements are those that AgainstPacks was given
	Cells       int             `json:"cells"`          // compared
	Filled      int             `json:"filled"`         // that the council filled in: theirs to change
	Opinions    []Opinion       `json:"opinions"`
	Differences []Difference    `json:"differences"`
	Evidence    []EvidenceCheck `json:"evidence"`

	Title      string            `json:"-"`
	Rules      assess.Rules      `json:"-"` // that the dossier was judged by, and again
	signers    map[string]signer // by sheet and column
	query      criteria.Query
	uncomputed int // formulas without their value
}

// CheckSchema names the JSON document of a Check.
const CheckSchema = "ntm.verify.v1"

// CheckedLevel is the verdict on a level, judged again from the seal.
type CheckedLevel struct {
	Level   criteria.Level `json:"level"`
	Verdict assess.Verdict `json:"verdict"`
	Draft   bool           `json:"draft"`
}

// Difference is one place where the workbook is not what its seal makes.
type Difference struct {
	Kind     Kind   `json:"kind"`
	Sheet    string `json:"sheet"`
	Cell     string `json:"cell,omitempty"`
	What     string `json:"what,omitempty"` // the head of the column and the row's number
	Found    string `json:"found"`
	Expected string `json:"expected"`
}

// Kind says in what a workbook differs.
type Kind string

// The closed set of kinds.
const (
	OfValue   Kind = "value"
	OfFormula Kind = "formula"
	OfFormat  Kind = "format" // a number shown as another
	OfSheet   Kind = "sheet"  // gone, or added
	OfRow     Kind = "row"    // gone, or added
	OfSeal    Kind = "seal"
)

// Same tells whether the dossier is as it was made, and every file of evidence
// that was looked at too.
func (c *Check) Same() bool {
	return len(c.Differences) == 0 && !slices.ContainsFunc(c.Evidence, func(e EvidenceCheck) bool { return e.Now != nil && !e.Same() })
}

// Verify makes the dossier again of its seal and holds every cell of the workbook
// against it, but for those that the council fills in.
func (w *Workbook) Verify() (*Check, error) {
	a, err := w.remade()
	if err != nil {
		return nil, err
	}
	signed := time.Date(w.Seal.Signed, time.January, 1, 0, 0, 0, 0, time.UTC) // the cover bears no more of it
	sheets, fingerprint, err := dossier.Lay(a, dossier.Options{At: signed, Files: w.Seal.Files})
	if err != nil {
		return nil, err
	}
	out := &Check{Schema: CheckSchema, Fingerprint: w.Fingerprint, Version: w.Seal.Version, Commune: a.Commune, Year: a.Year, Criteria: a.Criteria, query: a.Set.Query,
		Opinions: []Opinion{}, Differences: []Difference{}, Evidence: []EvidenceCheck{}, Title: a.Commune.Title(), Rules: a.Engine.Rules}
	report, err := a.Report.JSON()
	if err != nil {
		return nil, err
	}
	out.Report = dossier.Digest(report)
	for i := range a.Levels {
		l := &a.Levels[i]
		out.Levels = append(out.Levels, CheckedLevel{l.Level, l.Verdict, l.Draft})
	}
	for _, f := range w.Seal.Files {
		out.Evidence = append(out.Evidence, EvidenceCheck{Then: f})
	}
	if w.Claimed != w.Fingerprint || fingerprint != w.Fingerprint {
		out.Differences = append(out.Differences, Difference{Kind: OfSeal, Sheet: dossier.SealName, Cell: dossier.ClaimedCell, What: "mã hồ sơ", Found: w.Claimed, Expected: w.Fingerprint})
	}
	names := []string{dossier.SealName}
	for _, s := range sheets {
		names = append(names, s.Name)
		if err := w.compare(out, s, a.Draft); err != nil {
			return nil, err
		}
	}
	if out.uncomputed > 0 {
		return nil, problem.Problem{File: w.name, Message: fmt.Sprintf("tệp do một chương trình không tính công thức lưu lại: %d ô công thức chưa có giá trị", out.uncomputed), Hint: "mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi xác minh"}
	}
	for _, name := range w.file.GetSheetList() {
		if !slices.Contains(names, name) {
			out.Differences = append(out.Differences, Difference{Kind: OfSheet, Sheet: name, Found: "tờ thêm vào", Expected: "không có tờ này"})
		}
	}
	w.namesOf(out, sheets)
	out.Differences = append(out.Differences, w.added...)
	out.signOpinions()
	return out, nil
}

// AgainstPacks tells whether the requirements that the dossier was judged by are
// those of the packs at hand: a seal may hold requirements of somebody's own.
func (c *Check) AgainstPacks(packs assess.Resolver) {
	set, err := packs.Resolve(c.query)
	c.Standard = err == nil && set.Digest == c.Criteria.Digest
}

// compare holds a sheet of the workbook against what it should be.
func (w *Workbook) compare(out *Check, s *draw.Sheet, draft bool) error {
	if !slices.Contains(w.file.GetSheetList(), s.Name) {
		out.Differences = append(out.Differences, Difference{Kind: OfSheet, Sheet: s.Name, Found: "không có tờ này", Expected: "tờ của hồ sơ"})
		return nil
	}
	found, err := w.file.GetRows(s.Name)
	if err != nil {
		return damagedSheet(w.name, s.Name)
	}
	c := &comparison{Workbook: w, sheet: s, found: found, out: out, styles: map[int]*seen{}, draft: draft}
	if err := c.disguised(); err != nil {
		return err
	}
	return c.rowByRow()
}

// EvidenceCheck is a file of evidence as it was when the dossier was made, and as
// it is now: nil when nobody looked.
type EvidenceCheck struct {
	Then evidence.File  `json:"then"`
	Now  *evidence.File `json:"now"`
}

// Same tells whether the file is the one that was there.
func (e EvidenceCheck) Same() bool {
	return e.Now != nil && e.Then.State == e.Now.State && e.Then.SHA256 == e.Now.SHA256
}

// WithEvidence notes what the files are now, by the paths of the seal.
func (c *Check) WithEvidence(now []evidence.File) {
	for i := range c.Evidence {
		for k := range now {
			if now[k].Path == c.Evidence[i].Then.Path {
				c.Evidence[i].Now = &now[k]
			}
		}
	}
}
