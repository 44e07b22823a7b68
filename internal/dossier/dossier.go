package dossier

import (
	"io"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/council"
	"ntm/internal/list"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/xlsx/draw"
)

// Write writes the workbook of an assessment.
func Write(w io.Writer, a *assess.Assessment, o Options) error {
	d, err := newDossier(a, o)
	if err != nil {
		return err
	}
	seal, err := d.sealed()
	if err != nil {
		return err
	}
	about := draw.About{Title: d.subject(), Author: d.issuer(), At: o.At}
	if a.Draft {
		about.Mark = DraftMark
	}
	return papers.Write(w, about, d.fingerprint, append(d.sheets(), seal)...)
}

// DraftMark stands at the head of every page of a draft, and nothing else does.
const DraftMark = "DỰ THẢO"

// Lay lays the sheets of a dossier down as Write does, but for its seal.
func Lay(a *assess.Assessment, o Options) ([]*draw.Sheet, error) {
	d, err := newDossier(a, o)
	if err != nil {
		return nil, err
	}
	return d.sheets(), nil
}

// dossier is what every sheet is drawn from.
type dossier struct {
	a *assess.Assessment
	Options
	sealData    []byte
	fingerprint string

	// Where things stand that the formulas of other sheets refer to; known as soon
	// as their sheet is laid down.
	figures    map[string]*used // by id
	listed     []*used          // in the order of the sheet Số liệu
	figureRows [2]int           // the first and the last one's
	required   map[assess.Threshold]string
	gates      map[gate]string // outcomes of conditions
	standings  map[criteria.Level]*standing
	poll       struct{ satisfied, answered string }
	owed       string
}

// gate is a condition of recognition at a level.
type gate struct {
	level criteria.Level
	id    string
}

func newDossier(a *assess.Assessment, o Options) (*dossier, error) {
	if len(a.Levels) == 0 {
		return nil, problem.Problem{Message: "không có mức nào được đánh giá nên không có gì để lập hồ sơ",
			Hint: "chọn ít nhất một mức: ntm, nang-cao, kieu-mau"}
	}
	if a.Report == nil { // as when it was read back from its JSON
		return nil, problem.Problem{Message: "đánh giá không kèm báo cáo của xã nên không lập được hồ sơ",
			Hint: "đánh giá lại từ tệp báo cáo"}
	}
	d := &dossier{a: a, Options: o, required: map[assess.Threshold]string{}, gates: map[gate]string{},
		standings: map[criteria.Level]*standing{}}
	if o.Again != nil {
		d.sealData, d.fingerprint = o.Again.data, o.Again.Fingerprint
		return d, nil
	}
	var err error
	if d.sealData, err = d.seal(); err != nil {
		return nil, err
	}
	d.fingerprint = Digest(d.sealData)
	return d, nil
}

// The names of the sheets that others refer to.
const (
	paperIndexName   = "Mục lục hồ sơ"
	summaryName      = "Tổng hợp"
	figuresName      = "Số liệu"
	capitalName      = "Nguồn lực"
	arrearsName      = "Nợ đọng"
	satisfactionName = "Hài lòng"
	shortfallName    = "Khoảng cách"
	evidenceName     = "Minh chứng"
	photosName       = "Hình ảnh minh họa"
	basisName        = "Căn cứ pháp lý"
	findingsName     = "Đối chiếu"
	toldName         = "Số liệu khác"
	doneName         = "Kết quả thực hiện"
)

// tableName is the sheet of a level's criteria.
func tableName(l criteria.Level) string { return "Biểu " + l.Brief() }

// sheets lists the sheets that have something to say, in the order in which a
// council member leafs through them.
func (d *dossier) sheets() []*draw.Sheet {
	capital := d.capital()
	arrears, satisfaction := d.arrears(), d.satisfaction()
	figures, asked := d.figuresSheet(), d.asked()
	var tables []*draw.Sheet
	for i := range d.a.Levels { // the lower level first: the higher one asks for it
		tables = append(tables, d.criteria(&d.a.Levels[i]))
	}
	all := append([]*draw.Sheet{d.cover(), d.summary()}, tables...)
	all = append(all, figures, d.told(), d.done(), capital, arrears, satisfaction, d.shortfall(), d.evidence(),
		d.photos(), d.basis(), d.findings(), papers.Ballot(asked), papers.Tally(asked))
	kept := list.Where(all, func(s *draw.Sheet) bool { return s != nil })
	return slices.Insert(kept, indexPlace, d.index(kept))
}

// asked is what the council votes on.
func (d *dossier) asked() *papers.Proposal {
	return &papers.Proposal{
		Commune: d.a.Commune.Title(), Level: d.top().Level, Year: d.a.Year, Signed: d.signed(),
		Rules: council.RulesOf(d.a.Set.Procedure),
	}
}

// top is the highest level of the assessment, the one the dossier asks for.
func (d *dossier) top() *assess.Level { return &d.a.Levels[len(d.a.Levels)-1] }
