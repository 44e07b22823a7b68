package sitting

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"

	"github.com/shopspring/decimal"
)

// Whether enough sit is said by a rule that is sure; by one that is not, or is not known, it is
// left to the chairman.
func TestEnough(t *testing.T) {
	yes, no := true, false
	for _, tt := range []struct {
		rule    int64
		status  criteria.Status
		present int
		holds   *bool
		head    string
		words   string
	}{
		{70, criteria.Confirmed, 3, &yes, "Đủ thành viên", "có mặt 3/4 = 75 %, cần 70 %"},
		{70, criteria.Confirmed, 2, &no, "Chưa đủ thành viên", "có mặt 2/4 = 50 %, cần 70 %"},
		{70, criteria.Doubtful, 3, nil, "chưa chắc", "chủ tịch hội đồng kết luận"},
		{0, criteria.Confirmed, 4, nil, "Chưa biết", "chủ tịch hội đồng kết luận"},
	} {
		s := &Sitting{Council: &docket.Council{}, Who: council.Council{Members: make([]council.Member, 4),
			Rules: council.Rules{Quorum: council.Rule{Value: decimal.NewFromInt(tt.rule), Status: tt.status}}}}
		s.Present = make([]int, tt.present)
		holds, head, words := s.Enough()
		if (holds == nil) != (tt.holds == nil) || holds != nil && *holds != *tt.holds ||
			!strings.Contains(head, tt.head) || !strings.Contains(words, tt.words) {
			t.Errorf("%+v: %v %q %q", tt, holds, head, words)
		}
	}
}
