package wordpapers

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/exact"
	"ntm/internal/look"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// report is what the report tells besides figures.
func (v *values) report() {
	r := v.a.Report
	v.Put("đặc điểm", vi.List("; ", r.Traits, criteria.Trait.Title))
	v.Put("thôn thông minh", "")
	if r.SmartVillage != nil {
		v.Put("thôn thông minh", vi.Join(", ", r.SmartVillage.Villages...))
	}
	v.Put("lĩnh vực nổi trội", vi.List(", ", r.OutstandingFields, func(f commune.Field) string { return f.Name }))
	for _, rec := range r.Recognitions {
		item := v.Add("công nhận")
		item.Set("danh hiệu", rec.Level.Title())
		item.Set("năm", fmt.Sprint(rec.Year))
		item.Set("quyết định", rec.Decision)
		item.Set("ngày", vi.Date(rec.Date.Time))
	}
	v.Set("số minh chứng", fmt.Sprint(len(r.Evidence)))
	for i, e := range r.Evidence {
		item := v.Add("minh chứng")
		item.Set("tt", fmt.Sprint(i+1))
		item.Put("số", e.Number)
		item.Put("ngày", vi.Date(e.Date.Time))
		item.Put("cơ quan", e.Issuer)
		item.Set("tên", e.Title)
	}
	for _, f := range v.a.Findings {
		if f.Severity != assess.Info {
			v.Add("điều cần kiểm tra").Set("nội dung", f.Message)
		}
	}
}

// money is a value in triệu đồng, "" for none.
func money(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return vi.Number(*d)
}

// sum is a sum as it is told: exactly, or in the words of the report.
func sum(n *assess.Number, a commune.Amount) string {
	if n == nil {
		return ""
	}
	a.Decimal = n.Decimal
	if a.IsExact() {
		return vi.Number(a.Decimal)
	}
	return a.Said(vi.Number(criteria.Trimmed(a.Decimal)))
}

// perCent is a share, "" where it is not known.
func perCent(n *assess.Number) string {
	if n == nil {
		return ""
	}
	return vi.Number(n.Decimal) + " %"
}

// capital is what was mobilised, by source.
func (v *values) capital() {
	v.Put("giai đoạn nguồn lực", "")
	v.Put("ghi chú tổng nguồn lực", "")
	v.Put("tỷ lệ tổng nguồn lực", "")
	v.Put("tỷ lệ làm tròn", "")
	c := v.a.Capital
	if c == nil {
		return
	}
	v.Set("tổng nguồn lực", sum(c.Total, commune.Amount{Bound: c.TotalBound, Words: c.TotalWords}))
	v.Put("ghi chú tổng nguồn lực", "cộng các nguồn")
	if c.Stated {
		v.Put("ghi chú tổng nguồn lực", "theo báo cáo")
	}
	v.Put("tỷ lệ tổng nguồn lực", perCent(c.Printed(c.Total, c.TotalBound)))
	if c.Uneven() {
		v.Put("tỷ lệ làm tròn", "; "+dossier.SharesRounded)
	}
	for i, s := range c.Sources {
		item := v.Add("nguồn vốn")
		item.Set("tt", fmt.Sprint(i+1))
		item.Set("tên", s.Source.Title())
		item.Set("giá trị", sum(s.Value, commune.Amount{Bound: s.Bound, Words: s.Words}))
		share := s.Share
		if !s.Stated {
			share = c.Printed(s.Value, s.Bound)
		}
		item.Put("tỷ lệ", perCent(share))
		item.Put("ghi chú", s.Note())
	}
	if c.Unallocated != nil {
		item := v.Add("nguồn vốn")
		item.Set("tt", fmt.Sprint(len(c.Sources)+1))
		item.Set("tên", "Chưa ghi theo nguồn")
		item.Set("giá trị", sum(c.Unallocated, commune.Amount{Bound: c.UnallocatedBound}))
		item.Put("tỷ lệ", perCent(c.Printed(c.Unallocated, c.UnallocatedBound)))
		item.Put("ghi chú", "")
	}
	for i := range v.a.Report.Capital {
		v.line(&v.a.Report.Capital[i])
	}
}

// line is a line of the capital report that is no money, and the years of the total.
func (v *values) line(c *commune.Capital) {
	years := ""
	switch {
	case c.Years.From > 0 && c.Years.To > c.Years.From:
		years = fmt.Sprintf(" (%d-%d)", c.Years.From, c.Years.To)
	case c.Years.From > 0:
		years = fmt.Sprintf(" (%d)", c.Years.From)
	}
	if c.Source == commune.Total {
		v.Put("giai đoạn nguồn lực", years)
		return
	}
	if c.Kind != commune.Land && c.Kind != commune.Labour && c.Kind != commune.Goods {
		return
	}
	how := Blank
	if c.Quantity != nil {
		how = c.Quantity.Said(vi.Number(c.Quantity.Decimal) + " " + look.Unit(c.Unit))
	}
	worth := ""
	if w, known := c.Worth(); known {
		worth = "giá trị " + w.Said(vi.Number(criteria.Trimmed(w.Decimal))+" triệu đồng")
	}
	v.Add("đóng góp khác").Set("nội dung", fmt.Sprintf("%s, %s%s: %s", c.Source.Title(), vi.Lower(c.Kind.Title()),
		years, vi.Join("; ", how, worth, c.Note)))
}

// arrears is what is still owed for the programme's works.
func (v *values) arrears() {
	r := v.a.Report
	v.Put("hết nợ đọng", "")
	v.Put("chưa báo cáo nợ đọng", "")
	switch {
	case r.Arrears == nil:
		v.Put("chưa báo cáo nợ đọng", "chưa báo cáo")
		return
	case len(r.Arrears) == 0:
		v.Put("hết nợ đọng", "không có")
		v.Set("nợ đọng nói gọn", "không có")
	}
	owed := r.Owed()
	shown := vi.Number(criteria.Trimmed(owed.Decimal))
	v.Set("tổng nợ đọng", owed.Said(shown))
	if len(r.Arrears) > 0 {
		v.Set("nợ đọng nói gọn", owed.Said(shown+" triệu đồng"))
	}
	for i := range r.Arrears {
		x := &r.Arrears[i]
		item := v.Add("nợ đọng")
		item.Set("tt", fmt.Sprint(i+1))
		item.Set("công trình", x.Work)
		item.Set("quyết định", x.Decision)
		item.Set("tổng mức", money(x.Total))
		item.Set("hoàn thành", money(x.Completed))
		item.Set("đã thanh toán", money(x.Paid))
		item.Set("còn nợ", x.Owed.Said(vi.Number(x.Owed.Decimal)))
		item.Set("kế hoạch", x.Plan)
	}
}

// poll is what the residents think.
func (v *values) poll() {
	s := v.a.Report.Satisfaction
	v.Put("nguồn lấy ý kiến", "")
	if s == nil {
		return
	}
	if len(s.Evidence) > 0 {
		v.Put("nguồn lấy ý kiến", v.proof(s.Evidence))
	}
	v.Set("tỷ lệ hài lòng", share(s.Measure()))
	v.Set("tỷ lệ hộ được lấy ý kiến", share(s.Coverage()))
	if w := s.Whole; w != nil {
		v.Set("tổng số hộ", money(w.Households))
		v.Set("phiếu phát ra", money(w.FormsOut))
		v.Set("phiếu thu về", money(w.FormsBack))
		v.Set("phiếu hài lòng", money(w.Satisfied))
	}
	v.villages(s)
	for i := range s.Questions {
		item := v.Add("câu hỏi")
		item.Set("tt", fmt.Sprint(i+1))
		item.Set("nội dung", s.Questions[i].Text)
		item.Set("tỷ lệ", share(s.Questions[i].Measure()))
	}
}

// villages is the poll village by village, and its sums.
func (v *values) villages(s *commune.Satisfaction) {
	out := new(decimal.Decimal)
	for i := range s.Villages {
		x := &s.Villages[i]
		item := v.Add("thôn")
		item.Set("tt", fmt.Sprint(i+1))
		item.Set("tên", x.Name)
		item.Set("số hộ", money(x.Households))
		item.Set("phiếu phát ra", money(x.FormsOut))
		item.Set("phiếu thu về", money(x.FormsBack))
		item.Set("hài lòng", money(x.Satisfied))
		item.Set("tỷ lệ", share(commune.Rate{Numerator: *x.Satisfied, Denominator: *x.FormsBack}))
		if x.FormsOut != nil && out != nil {
			*out = out.Add(*x.FormsOut)
		} else {
			out = nil
		}
	}
	if len(s.Villages) == 0 {
		return
	}
	satisfied, back := s.Tally()
	v.Set("phiếu hài lòng", vi.Number(satisfied))
	v.Set("phiếu thu về", vi.Number(back))
	v.Set("phiếu phát ra", money(out))
	if households, all := s.Households(); all {
		v.Set("tổng số hộ", vi.Number(households))
	}
}

// share is a share in per cent with two decimals at most, or as it is told; "" for none.
func share(m commune.Measure) string {
	switch m := m.(type) {
	case commune.Rate:
		if !m.Denominator.IsPositive() {
			return ""
		}
		return vi.Number(criteria.Trimmed(exact.Percent(m.Numerator, m.Denominator, 2))) + " %"
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(m)
		return a.Said(vi.Number(a.Decimal) + " %")
	}
	return ""
}
