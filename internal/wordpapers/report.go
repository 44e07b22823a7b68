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
	v.Put("đặc điểm", vi.List("; ", r.Traits, criteria.Trait.Title), "thôn thông minh", "",
		"lĩnh vực nổi trội", vi.List(", ", r.OutstandingFields, func(f commune.Field) string { return f.Name }))
	if r.SmartVillage != nil {
		v.Put("thôn thông minh", vi.Join(", ", r.SmartVillage.Villages...))
	}
	for _, rec := range r.Recognitions {
		v.Add("công nhận").Set("danh hiệu", rec.Level.Title(), "năm", fmt.Sprint(rec.Year),
			"quyết định", rec.Decision, "ngày", vi.Date(rec.Date.Time))
	}
	v.Set("số minh chứng", fmt.Sprint(len(r.Evidence)))
	for i, e := range r.Evidence {
		item := v.Add("minh chứng")
		item.Put("số", e.Number, "ngày", vi.Date(e.Date.Time), "cơ quan", e.Issuer)
		item.Set("tt", fmt.Sprint(i+1), "tên", e.Title)
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
	v.Put("giai đoạn nguồn lực", "", "ghi chú tổng nguồn lực", "", "tỷ lệ tổng nguồn lực", "", "tỷ lệ làm tròn", "")
	c := v.a.Capital
	if c == nil {
		return
	}
	v.Set("tổng nguồn lực", sum(c.Total, commune.Amount{Bound: c.TotalBound, Words: c.TotalWords}))
	v.Put("ghi chú tổng nguồn lực", "cộng các nguồn",
		"tỷ lệ tổng nguồn lực", perCent(c.Printed(c.Total, c.TotalBound)))
	if c.Stated {
		v.Put("ghi chú tổng nguồn lực", "theo báo cáo")
	}
	if c.Uneven() {
		v.Put("tỷ lệ làm tròn", "; "+dossier.SharesRounded)
	}
	add := func(n int, name, value string, share *assess.Number, note string) {
		item := v.Add("nguồn vốn")
		item.Set("tt", fmt.Sprint(n), "tên", name, "giá trị", value)
		item.Put("tỷ lệ", perCent(share), "ghi chú", note)
	}
	for i, s := range c.Sources {
		share := s.Share
		if !s.Stated {
			share = c.Printed(s.Value, s.Bound)
		}
		add(i+1, s.Source.Title(), sum(s.Value, commune.Amount{Bound: s.Bound, Words: s.Words}), share, s.Note())
	}
	if c.Unallocated != nil {
		add(len(c.Sources)+1, "Chưa ghi theo nguồn", sum(c.Unallocated, commune.Amount{Bound: c.UnallocatedBound}),
			c.Printed(c.Unallocated, c.UnallocatedBound), "")
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
	v.Put("hết nợ đọng", "", "chưa báo cáo nợ đọng", "")
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
		v.Add("nợ đọng").Set("tt", fmt.Sprint(i+1), "công trình", x.Work, "quyết định", x.Decision,
			"tổng mức", money(x.Total), "hoàn thành", money(x.Completed), "đã thanh toán", money(x.Paid),
			"còn nợ", x.Owed.Said(vi.Number(x.Owed.Decimal)), "kế hoạch", x.Plan)
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
	v.Set("tỷ lệ hài lòng", share(s.Measure()), "tỷ lệ hộ được lấy ý kiến", share(s.Coverage()))
	if w := s.Whole; w != nil {
		v.Set("tổng số hộ", money(w.Households), "phiếu phát ra", money(w.FormsOut),
			"phiếu thu về", money(w.FormsBack), "phiếu hài lòng", money(w.Satisfied))
	}
	v.villages(s)
	for i := range s.Questions {
		q := &s.Questions[i]
		v.Add("câu hỏi").Set("tt", fmt.Sprint(i+1), "nội dung", q.Text, "tỷ lệ", share(q.Measure()))
	}
}

// villages is the poll village by village, and its sums.
func (v *values) villages(s *commune.Satisfaction) {
	for i := range s.Villages {
		x := &s.Villages[i]
		v.Add("thôn").Set("tt", fmt.Sprint(i+1), "tên", x.Name, "số hộ", money(x.Households),
			"phiếu phát ra", money(x.FormsOut), "phiếu thu về", money(x.FormsBack), "hài lòng", money(x.Satisfied),
			"tỷ lệ", share(commune.Rate{Numerator: *x.Satisfied, Denominator: *x.FormsBack}))
	}
	if len(s.Villages) == 0 {
		return
	}
	satisfied, back := s.Tally()
	v.Set("phiếu hài lòng", vi.Number(satisfied), "phiếu thu về", vi.Number(back),
		"phiếu phát ra", money(s.FormsOut()), "tổng số hộ", money(s.Households()))
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
