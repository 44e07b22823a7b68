package sitting

import (
	"fmt"

	"ntm/internal/vi"
)

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
