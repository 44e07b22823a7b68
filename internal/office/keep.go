package office

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/evidence"
	"ntm/internal/form"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// together is how many reports are put on the disk at once.
const together = 100

// Keeper makes of assessments what the store keeps of them. The requirements that
// many are judged by are written down once.
type Keeper struct {
	sets memo[*criteria.Set, store.Document]
}

func (k *Keeper) set(set *criteria.Set) (store.Document, error) {
	return k.sets.get(set, func() (store.Document, error) {
		data, err := set.Snapshot()
		return store.NewDocument(data), err
	})
}

// bySaid marks a result that is named by what the assessment says. Earlier programs named
// it by its JSON, which took longer than all else of an import.
const bySaid = "said:"

// ResultOf names what an assessment finds, by SHA-256.
func ResultOf(a *assess.Assessment) (string, error) {
	data, err := a.Said()
	return bySaid + store.Digest(data), err
}

// isResult tells whether a kept result is what an assessment finds.
func isResult(kept string, a *assess.Assessment) (bool, error) {
	if strings.HasPrefix(kept, bySaid) {
		result, err := ResultOf(a)
		return result == kept, err
	}
	data, err := json.Marshal(a)
	return store.Digest(data) == kept, err
}

// Assessed is the event of an assessment, and the documents it needs.
func (k *Keeper) Assessed(a *assess.Assessment, files []evidence.File, by string) (docket.Event, []store.Document,
	error) {
	var none docket.Event
	report, err := a.Report.JSON()
	if err != nil {
		return none, nil, err
	}
	set, err := k.set(a.Set)
	if err != nil {
		return none, nil, err
	}
	result, err := ResultOf(a)
	if err != nil {
		return none, nil, err
	}
	place, err := a.Report.Place()
	if err != nil {
		return none, nil, err
	}
	documents := []store.Document{store.NewDocument(report), set}
	return docket.New(docket.Assessed, by, place.Home(), place.Key(), a.Year, docket.AssessedBody{
		Report: documents[0].Digest, Set: set.Digest, Digest: a.Criteria.Digest, Engine: a.Engine.Version,
		Result: result, Brief: a.Brief(), Files: files,
	}), documents, nil
}

// Received is the change of a report that comes in and is assessed.
func (k *Keeper) Received(a *assess.Assessment, files []evidence.File, by, file string) (store.Change, error) {
	assessed, documents, err := k.Assessed(a, files, by)
	if err != nil {
		return store.Change{}, err
	}
	place, err := a.Report.Place()
	if err != nil {
		return store.Change{}, err
	}
	body := docket.ReceivedBody{Place: docket.PlaceOf(place), Report: documents[0].Digest, File: file}
	home := place.Home()
	return store.Change{Province: home, Documents: documents, Events: []docket.Event{
		docket.New(docket.Received, by, home, place.Key(), a.Year, body), assessed,
	}}, nil
}

// KeptReport reads a report that is kept, to be judged by the figures.
func KeptReport(ctx context.Context, st *store.Store, province, digest string,
	figures map[string]*criteria.Figure) (*commune.Report, error) {
	data, err := st.Document(ctx, province, digest)
	if err != nil {
		return nil, err
	}
	return commune.DecodeKept(st.Name(), data, figures)
}

// judgeKept judges a report that is kept by a law at hand, which by resolves.
func judgeKept(ctx context.Context, st *store.Store, lib *criteria.Library, by assess.Resolver, province, digest,
	version string) (*assess.Assessment, error) {
	r, err := KeptReport(ctx, st, province, digest, lib.Figures)
	if err != nil {
		return nil, err
	}
	return Judge(by, r, version)
}

// Again is a kept assessment, made again of what it was made of: not of the packs
// at hand. A program that now comes to another result says so in note.
func Again(ctx context.Context, st *store.Store, d *docket.Dossier) (a *assess.Assessment, note problem.List,
	err error) {
	return NewReplay(st).again(ctx, d)
}

// Replay makes kept assessments again, and reads what many were judged by once.
type Replay struct {
	st   *store.Store
	sets memo[string, *criteria.Set]
}

// NewReplay is a Replay of a store.
func NewReplay(st *store.Store) *Replay { return &Replay{st: st} }

// set is what a dossier of the province was judged by.
func (p *Replay) set(ctx context.Context, province, digest string) (*criteria.Set, error) {
	return p.sets.get(digest, func() (*criteria.Set, error) {
		data, err := p.st.Document(ctx, province, digest)
		if err != nil {
			return nil, err
		}
		return criteria.ReadSnapshot(data)
	})
}

// again is as the function of that name.
func (p *Replay) again(ctx context.Context, d *docket.Dossier) (a *assess.Assessment, note problem.List, err error) {
	if a, err = p.judge(ctx, d); err != nil {
		return nil, nil, err
	}
	same, err := isResult(d.Assessment.Result, a)
	if err == nil && !same {
		note = otherwise(d)
	}
	return a, note, err
}

// Outcomes is Again where verdicts and outcomes are asked for: these alone are held against
// those that are kept, which takes half the time.
func (p *Replay) Outcomes(ctx context.Context, d *docket.Dossier) (a *assess.Assessment, note problem.List, err error) {
	if a, err = p.judge(ctx, d); err != nil {
		return nil, nil, err
	}
	now, err := json.Marshal(a.Brief())
	if err != nil {
		return nil, nil, err
	}
	was, err := json.Marshal(d.Assessment.Brief)
	if err == nil && !bytes.Equal(now, was) {
		note = otherwise(d)
	}
	return a, note, err
}

func (p *Replay) judge(ctx context.Context, d *docket.Dossier) (*assess.Assessment, error) {
	kept := d.Assessment
	if kept == nil {
		return nil, problem.Problem{File: p.st.Name(), Message: fmt.Sprintf("hồ sơ %s năm %d chưa được đánh giá",
			d.Place.Title, d.Year), Hint: fmt.Sprintf("đánh giá: ntm assess %s --year %d", d.Commune, d.Year),
			Page: problem.Press("bấm Đánh giá lại ở trang Quyết định, hoặc ghi lại thành bản báo cáo ở trang Số liệu")}
	}
	set, err := p.set(ctx, d.Province, kept.Set)
	if err != nil {
		return nil, err
	}
	r, err := KeptReport(ctx, p.st, d.Province, kept.Report, set.Figures())
	if err != nil {
		return nil, err
	}
	return assess.Assess(assess.Input{Report: r, Set: set, Version: kept.Engine, Commune: d.Unit()}), nil
}

// otherwise says that a dossier now comes out otherwise than it was kept.
func otherwise(d *docket.Dossier) problem.List {
	return problem.List{{Message: fmt.Sprintf("chương trình này tính lại hồ sơ %s năm %d ra kết quả khác "+
		"bản đã lưu ngày đó (phiên bản %s)", d.Place.Title, d.Year, d.Assessment.Engine),
		Hint: "dùng đúng phiên bản ấy để lập lại hồ sơ cũ; danh sách và báo cáo vẫn theo kết quả đã lưu"}}
}

// Judge assesses a report by the requirements that by resolves.
func Judge(by assess.Resolver, r *commune.Report, version string) (*assess.Assessment, error) {
	in, err := assess.Prepare(by, r, version)
	if err != nil {
		return nil, err
	}
	return assess.Assess(in), nil
}

// JudgeFile assesses the report in a file; note is what its reader noted.
func JudgeFile(
	ctx context.Context, lib *criteria.Library, file, version string,
) (a *assess.Assessment, note problem.List, err error) {
	read, err := form.Read(ctx, file, lib)
	if err != nil {
		return nil, nil, err
	}
	a, err = Judge(lib, read.Report, version)
	return a, read.Notes, err
}

// formerFiles are the files of evidence as they were when a report was last assessed.
func formerFiles(ctx context.Context, st *store.Store, d *docket.Dossier, digest string) ([]evidence.File, error) {
	events, err := st.Events(ctx, store.Subject{Province: d.Province, Commune: d.Commune})
	if err != nil {
		return nil, err
	}
	var out []evidence.File
	for i := range events {
		if b, ok := docket.AssessedOf(&events[i]); ok && b.Report == digest && len(b.Files) > 0 {
			out = b.Files
		}
	}
	return out, nil
}

// EveryLevel asks for all the levels of a year, whichever the report is for.
const EveryLevel criteria.Level = "all"

// AtLevel is the part of an assessment that one level is: the one that was asked for,
// for "" the report's own. It is the whole for EveryLevel, and where neither names one.
// The file it was made of is named where the year has no such level.
func AtLevel(file string, all *assess.Assessment, asked criteria.Level) (*assess.Assessment, error) {
	level, hint := asked, "bỏ --level, hoặc chọn mức khác"
	if asked == "" && all.Report != nil {
		level, hint = all.Report.Level, "sửa mức (level) trong báo cáo, hoặc ghi mức khác: --level"
	}
	if level == "" || level == EveryLevel {
		return all, nil
	}
	part := all.Only([]criteria.Level{level})
	if len(part.Levels) == 0 {
		return nil, problem.Problem{File: file, Message: fmt.Sprintf("năm %d không có bộ tiêu chí mức %s", all.Year,
			level.Title()), Hint: hint}
	}
	return part, nil
}
