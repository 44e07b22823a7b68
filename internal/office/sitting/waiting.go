package sitting

import (
	"context"
	"fmt"
	"slices"
	"time"

	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Waiting are the dossiers that the council may take into its batch on a day, in the order of their names.
func (s *Sitting) Waiting(ctx context.Context, st *store.Store, day time.Time) ([]*docket.Dossier, error) {
	var out []*docket.Dossier
	for _, stage := range docket.Stages() {
		if !stage.Takes(docket.Batched) {
			continue
		}
		found, err := st.Dossiers(ctx, store.Filter{Province: s.Province, Year: s.Year, Stage: stage})
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	out = slices.DeleteFunc(out, func(d *docket.Dossier) bool {
		return d.Level != s.Level || !s.takes(d, day) || slices.Contains(s.Council.Cases, d.Commune)
	})
	slices.SortStableFunc(out, func(a, b *docket.Dossier) int { return vi.Compare(a.Place.Name, b.Place.Name) })
	return out, nil
}

// Enough says whether enough members sit, as far as that is known; holds is nil where it is not.
func (s *Sitting) Enough() (holds *bool, head, words string) {
	q := s.Quorum()
	switch rule := q.Rule.Value; {
	case !rule.IsPositive():
		return nil, "Chưa biết tỷ lệ phải có mặt:", "có mặt " + q.Share() + "; chủ tịch hội đồng kết luận"
	case q.Holds == nil:
		return nil, "Tỷ lệ phải có mặt chưa chắc:", fmt.Sprintf("có mặt %s, mức %s %% %s; chủ tịch hội đồng kết luận",
			q.Share(), vi.Number(rule), q.Rule.Status.Title())
	case *q.Holds:
		head = "Đủ thành viên để họp:"
	default:
		head = "Chưa đủ thành viên để họp:"
	}
	return q.Holds, head, fmt.Sprintf("có mặt %s, cần %s %%", q.Share(), vi.Number(q.Rule.Value))
}
