package office

import (
	"context"
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/evidence"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Reassess judges the newest report of a commune of the store by the law at hand, and
// keeps the result where it says something else than the one that is kept. Its dossier has the
// evidence as it was when the report came in. Where the dossier is past being judged the
// result is only to be seen, which note tells.
func Reassess(
	ctx context.Context, st *store.Store, lib *criteria.Library, which Which, by, version string,
) (out *KeptDossier, note problem.List, err error) {
	c, d, err := which.Dossier(ctx, st)
	if err != nil {
		return nil, nil, err
	}
	ref := d.Report()
	if ref == nil {
		return nil, nil, problem.Problem{
			File: st.Name(), Message: fmt.Sprintf("%s năm %d chưa có báo cáo", d.Place.Title, d.Year),
			Hint: "nhập báo cáo: ntm import TỆP",
			Page: problem.Press("nhập báo cáo ở Bàn làm việc: trang Tệp của xã, hoặc gõ số liệu rồi ghi thành bản " +
				"báo cáo"),
		}
	}
	out = &KeptDossier{Of: d}
	if out.Assessment, err = judgeKept(ctx, st, lib, lib, c.Province, ref.Digest, version); err != nil {
		return nil, nil, err
	}
	if d.Assessment != nil {
		out.Made.Files = d.Assessment.Files
	}
	err = keepResult(ctx, st, d, out.Assessment, out.Made.Files, by)
	if docket.IsRefusal(err) {
		note, err = problem.List{{Message: "kết quả này chỉ để xem, không ghi vào kho: " + err.Error()}}, nil
	}
	return out, note, err
}

// keepResult adds an assessment to the store, unless it says what the kept one says.
func keepResult(ctx context.Context, st *store.Store, d *docket.Dossier, a *assess.Assessment,
	files []evidence.File, by string) error {
	event, documents, err := new(Keeper).Assessed(a, files, by)
	if err != nil {
		return err
	}
	if d.Current() && d.Assessment.Set == documents[1].Digest {
		if same, err := isResult(d.Assessment.Result, a); same || err != nil {
			return err
		}
	}
	return st.AppendOne(ctx, store.Change{Province: d.Province, Documents: documents, Events: []docket.Event{event}})
}
