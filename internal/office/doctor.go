package office

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ntm/internal/docket"
	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Examination is what was found in a store that was looked at whole.
type Examination struct {
	*store.Health
	Decide   []string `json:"decide"`             // mergers that nobody recorded
	Evidence []string `json:"evidence,omitempty"` // that nothing cites, or was not found
	Clock    string   `json:"clock,omitempty"`    // what is odd about the machine's

	// Streams are the provinces that go from one server to another.
	Streams []store.Stream `json:"replication,omitempty"`

	Odd problem.List `json:"-"` // the same about the clock, with what to do
}

// Well tells a store in which nothing is wrong, and to which nothing fails to come.
func (e *Examination) Well() bool {
	return e.Sound() && !slices.ContainsFunc(e.Streams, func(s store.Stream) bool { return !s.Well() })
}

// Examine looks at a store whole, and with withEvidence at the evidence of each newest
// report. now is the machine's clock, built the day of the program.
func Examine(ctx context.Context, st *store.Store, now, built time.Time, withEvidence bool) (*Examination, error) {
	h, err := st.Check(ctx)
	if err != nil {
		return nil, err
	}
	out := &Examination{Health: h}
	if withEvidence {
		out.Evidence, err = orphanedEvidence(ctx, st)
		if out.Evidence, err = orWrong(ctx, h, out.Evidence, err); err != nil {
			return nil, err
		}
	}
	out.Decide, err = MergersToDecide(ctx, st)
	if out.Decide, err = orWrong(ctx, h, append([]string{}, out.Decide...), err); err != nil {
		return nil, err
	}
	newest, err := st.Newest(ctx)
	if err != nil {
		return nil, err
	}
	if out.Streams, err = st.Streams(ctx); err != nil {
		return nil, err
	}
	out.Odd = Clock(now, built, newest)
	out.Clock = out.Odd.Error()
	return out, nil
}

// orWrong adds to what is wrong with a store that something could not be found out; an
// interrupt stays an error.
func orWrong[T any](ctx context.Context, h *store.Health, found T, err error) (T, error) {
	if err == nil || ctx.Err() != nil {
		return found, err
	}
	for _, p := range problem.Of(err) {
		h.Problems = list.Once(h.Problems, p.Message)
	}
	return found, nil
}

// orphanedEvidence tells of each dossier's newest report the evidence that nothing
// cites, and the files that were not there when it came in.
func orphanedEvidence(ctx context.Context, st *store.Store) ([]string, error) {
	var out []string
	err := st.EachProvince(ctx, func(of []*docket.Dossier) error {
		for _, d := range of {
			orphaned, err := orphanedOf(ctx, st, d)
			if err != nil {
				return err
			}
			out = append(out, orphaned...)
		}
		return nil
	})
	return out, err
}

func orphanedOf(ctx context.Context, st *store.Store, d *docket.Dossier) (out []string, err error) {
	ref := d.Report()
	if ref == nil {
		return nil, nil
	}
	r, err := KeptReport(ctx, st, d.Province, ref.Digest, nil)
	if err != nil && ctx.Err() == nil { // told of, and the rest goes on
		return []string{TitleOf(d) + ": báo cáo trong kho không đọc lại được: " + problem.Of(err)[0].Message}, nil
	}
	if err != nil {
		return nil, err
	}
	for _, e := range r.Uncited() {
		out = append(out, fmt.Sprintf("%s: văn bản %q không số liệu nào dẫn đến", TitleOf(d), e.Title))
	}
	if d.Assessment == nil {
		return out, nil
	}
	for _, f := range d.Assessment.Files {
		if f.State != evidence.Found {
			out = append(out, fmt.Sprintf("%s: tệp %q %s khi nhập", TitleOf(d), f.Path, f.State.Word()))
		}
	}
	return out, nil
}
