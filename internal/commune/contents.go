package commune

import (
	"fmt"
	"slices"
)

// Part is one thing that a report says.
type Part struct {
	Key    string // tells it from all others
	Figure string // the id, where it is a figure
	Word   string // what people call it, where it is none
}

// Contents are the parts of a report that say something.
func (r *Report) Contents() []Part {
	var out []Part
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Measure != nil {
			out = append(out, Part{Key: "figure " + f.ID, Figure: f.ID})
		}
	}
	for _, s := range []struct {
		key, word string
		said      bool
	}{
		{"traits", "đặc điểm của xã", r.Traits != nil || r.TraitsUnknown != nil},
		{"capital", "nguồn lực huy động", len(r.Capital) > 0},
		{"arrears", "nợ đọng xây dựng cơ bản", r.Arrears != nil},
		{"satisfaction", "kết quả lấy ý kiến hài lòng", r.Satisfaction != nil},
		{"security", "xác nhận an ninh, trật tự", r.Security != nil},
		{"smart_village", "thôn thông minh", r.SmartVillage != nil},
		{"outstanding_fields", "lĩnh vực nổi trội", r.OutstandingFields != nil},
		{"claims", "kết quả xã tự đánh giá", len(r.Claims) > 0},
		{"remarks", "kết quả thực hiện từng tiêu chí", len(r.Remarks) > 0},
		{"council_votes", "kết quả bỏ phiếu của hội đồng", len(r.CouncilVotes) > 0},
	} {
		if s.said {
			out = append(out, Part{Key: s.key, Word: s.word})
		}
	}
	for _, one := range r.Recognitions {
		out = append(
			out,
			Part{Key: fmt.Sprintf("recognition %s %d", one.Level, one.Year), Word: "danh hiệu xã " + one.Level.Title()},
		)
	}
	for _, e := range r.Evidence {
		out = append(out, Part{Key: "evidence " + e.ID, Word: fmt.Sprintf("minh chứng %q", e.Title)})
	}
	return out
}

// Lost are the parts of before that now has no more.
func Lost(before, now []Part) []Part {
	return slices.DeleteFunc(slices.Clone(before), func(p Part) bool {
		return slices.ContainsFunc(now, func(n Part) bool { return n.Key == p.Key })
	})
}
