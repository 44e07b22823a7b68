package wordpapers

import (
	"fmt"

	"ntm/internal/assess"
	"ntm/internal/council"
	"ntm/internal/vi"
)

// sitting is what the council's papers tell: who sat, what each commune got.
func (v *values) sitting(s *Sitting) {
	c := s.Council
	v.held(s.At)
	quorum := c.Quorum(len(s.Present))
	v.Set("hội đồng", c.Name, "số thành viên", fmt.Sprint(len(c.Members)), "số có mặt", fmt.Sprint(len(s.Present)),
		"số vắng", fmt.Sprint(len(c.Members)-len(s.Present)), "tỷ lệ có mặt", quorum.Share())
	for i, m := range c.Members {
		v.Add("thành viên").Set("tt", fmt.Sprint(i+1), "họ tên", m.Name, "cơ quan", m.Office,
			"vai trò", m.Role.Title(), "dự họp", s.Attended(i))
	}
	way, rest := s.Voted()
	v.Set("người ghi biên bản", vi.Capital(s.Writer()), "hình thức biểu quyết", way, "phiếu còn lại", rest,
		"phiếu biểu quyết phát ra", fmt.Sprint(s.Counted.Out), "phiếu biểu quyết thu về", fmt.Sprint(s.Counted.Back))
	v.Put("quy tắc biểu quyết", vi.Join("; ", rule("tỷ lệ có mặt ít nhất", c.Rules.Quorum),
		rule("tỷ lệ đồng ý ít nhất trên số có mặt", c.Rules.Proposal)))
	for i := range s.Counted.Results {
		v.voted(s, i)
	}
	v.Put("kết luận chủ tịch", "")
	if k := s.Conclusion; k != nil {
		v.Put("kết luận chủ tịch", k.Text())
	}
}

// rule is a share that the council's rules ask for, "" where it is not known.
func rule(name string, r council.Rule) string {
	if !r.Value.IsPositive() {
		return ""
	}
	return fmt.Sprintf("%s %s %% (%s)", name, vi.Number(r.Value), r.OnPaper())
}

// voted is what one commune got.
func (v *values) voted(s *Sitting, i int) {
	r := &s.Counted.Results[i]
	d := council.Decide(s.Council, len(s.Present), r)
	item := v.Add("xã được xét")
	yes, no, share := fmt.Sprint(r.For), fmt.Sprint(r.Against), d.Proposal.Share()
	item.Set("tt", fmt.Sprint(i+1), "tên", s.Cases[i].Title, "đồng ý", yes, "không đồng ý", no,
		"còn lại", fmt.Sprint(r.Invalid), "tỷ lệ", share, "kết luận", d.Words())
	item.Put("kết quả đánh giá", s.Cases[i].Note, "kết luận chủ tịch", "")
	if k := s.Concluded(r.Key); k != nil {
		item.Put("kết luận chủ tịch", k.Text())
	} else if r.Key == s.Key && s.Conclusion != nil {
		item.Put("kết luận chủ tịch", s.Conclusion.Text())
	}
	for _, reason := range r.Reasons {
		item.Add("lý do").Set("nội dung", reason)
	}
	if r.Key == s.Key {
		v.Set("phiếu đồng ý", yes, "phiếu không đồng ý", no, "tỷ lệ đồng ý", share)
	}
}

// refuses says why recognition is not proposed, "" where it is: the commune must be
// eligible at the level that the council voted on, and the council must propose it.
func (v *values) refuses() string {
	s, l := v.o.Sitting, v.top()
	if l.Level != s.Council.Level {
		return fmt.Sprintf("hội đồng xét xã %s, hồ sơ này đánh giá xã %s", s.Council.Level.Title(), l.Level.Title())
	}
	if l.Verdict != assess.Eligible {
		return "theo kết quả đánh giá, xã " + vi.Lower(l.Verdict.Word())
	}
	if k := s.Conclusion; k != nil {
		if k.Yes {
			return ""
		}
		return "chủ tịch hội đồng kết luận không đề nghị công nhận"
	}
	for i := range s.Counted.Results {
		r := &s.Counted.Results[i]
		if r.Key != s.Key {
			continue
		}
		switch d := council.Decide(s.Council, len(s.Present), r); {
		case d.Carried == nil:
			return "tỷ lệ biểu quyết chưa rõ, chờ chủ tịch hội đồng kết luận"
		case !*d.Carried:
			return "hội đồng không đề nghị: " + vi.Lower(d.Words())
		}
		return ""
	}
	return "hội đồng chưa biểu quyết xã này"
}
