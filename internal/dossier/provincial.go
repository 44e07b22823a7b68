package dossier

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/provincial"
	"ntm/internal/vi"
)

// report is the workbook of a province's report under way.
type report struct {
	*provincial.Summary
	at time.Time
}

// WriteReport writes the report of a province, or of the whole country. Counts are
// numbers, totals and shares formulas that carry their values; a sheet is there only
// where it says something.
func WriteReport(w io.Writer, s *provincial.Summary, at time.Time) error {
	r := &report{s, at}
	sheets := []*sheet{r.overview(), r.spread(), r.hardest()}
	if s.Capital.Communes > 0 {
		sheets = append(sheets, r.money())
	}
	if len(s.Areas) > 1 {
		sheets = append(sheets, r.areas())
	}
	sheets = append(sheets, r.ranking())
	if s.Before != nil {
		sheets = append(sheets, r.compared())
	}
	return write(w, about{title: r.title(), author: "ntm", at: at}, sheets)
}

// where is the scope as a title says it.
func (r *report) where() string {
	if r.Scope.Province == "" {
		return "cả nước"
	}
	return r.Scope.Province
}

func (r *report) title() string {
	return fmt.Sprintf("Kết quả xây dựng nông thôn mới cấp xã, %s, năm %d", r.where(), r.Scope.Year)
}

// begin is a sheet under the report's title.
func (r *report) begin(name, heading string, landscape bool, proportions ...float64) *sheet {
	s := newSheet(name, page{landscape: landscape, footer: r.title()}, proportions...)
	s.line(heading, title)
	s.line(sentence(fmt.Sprintf("%s, năm %d", r.where(), r.Scope.Year)), subtitle)
	s.gap(8)
	return s
}

func (r *report) overview() *sheet {
	s := r.begin("Tổng hợp", "KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI CẤP XÃ", false, 34, 13, 13, 13, 13, 13)
	reported := fmt.Sprintf("%d xã có báo cáo", r.Communes)
	if r.Scope.Listed > 0 {
		reported += fmt.Sprintf(" trên %d xã trong danh mục", r.Scope.Listed)
	}
	s.line(reported+". Lập ngày "+vi.Date(r.at)+".", remark)
	if drafts := r.drafts(); drafts != "" {
		s.line(drafts, remark)
	}
	s.gap(8)
	s.heading("I. KẾT QUẢ ĐÁNH GIÁ THEO MỨC", section)
	head := s.head(heads("Mức", "Số xã", "Đủ điều kiện", "Chưa đủ", "Chưa rõ", "Tiêu chí đạt bình quân")...)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.add(text("Xã "+l.Level.Title(), body), whole0(l.Communes), whole0(l.Eligible), whole0(l.NotEligible), whole0(l.Undetermined), number(l.Average(), body.centred().shown(grouped(2))))
	}
	last := len(s.rows)
	s.gap(6)
	if len(r.Levels) > 0 {
		c := chart{kind: excelize.Col, height: 190, title: "Số xã theo kết luận, từng mức"}
		for i, shade := range []string{dark, middle, light} {
			c.series = append(c.series, series{name: s.span(3+i, head, 3+i, head), labels: s.span(1, head+1, 1, last), values: s.span(3+i, head+1, 3+i, last), shade: shade})
		}
		s.draw(c)
	}
	s.heading("II. DANH HIỆU CAO NHẤT ĐANG CÓ", section)
	titles := s.head(heads("Danh hiệu", "Số xã", "Tỷ lệ")...)
	first := titles + 1
	for _, t := range r.Titles {
		name := "Chưa có danh hiệu trong kho dữ liệu"
		if t.Level != "" {
			name = "Xã " + t.Level.Title()
		}
		s.add(text(name, body), whole0(t.Communes), partOf(2, len(s.rows)+1, first, first+len(r.Titles)-1, t.Communes, r.Communes))
	}
	s.add(text("Cộng", label), total(2, first, len(s.rows), float64(r.Communes)), blank(label))
	for _, t := range r.Declared {
		s.add(text("Theo báo cáo khai: xã "+t.Level.Title()+" (kho dữ liệu chưa ghi quyết định)", body), whole0(t.Communes), blank(body))
	}
	s.gap(8)
	if len(r.Levels) > 0 && len(r.Levels[0].Hardest) > 0 {
		r.drawHardest(s, &r.Levels[0])
	}
	return s
}

// drafts says how many verdicts rest on thresholds that nobody checked.
func (r *report) drafts() string {
	var parts []string
	for i := range r.Levels {
		if n := r.Levels[i].Drafts; n > 0 {
			parts = append(parts, fmt.Sprintf("%d kết luận xã %s", n, r.Levels[i].Level.Title()))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Dự thảo: " + strings.Join(parts, ", ") + " dựa trên ngưỡng chưa đối chiếu với quyết định hoặc chưa có."
}

// whole0 is a count.
func whole0(n int) cell { return number(decimalOf(n), body.centred().shown(grouped(0))) }

// total sums a column between two rows.
func total(column, first, last int, now float64) cell {
	return worked(fmt.Sprintf("SUM(%s:%s)", ref(column, first), ref(column, last)), now, label.centred().shown(grouped(0)))
}

// partOf is a row's part of the sum of its column, in per cent.
func partOf(column, row, first, last, part, whole int) cell {
	sum := fmt.Sprintf("SUM(%s:%s)", absolute(column, first), absolute(column, last))
	return worked(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, sum, ref(column, row), sum), percentOf(part, whole), body.centred().shown(shareFormat))
}

// mostDrawn is how many bars a chart can show and still be read.
const mostDrawn = 10

func (r *report) drawHardest(s *sheet, l *provincial.Level) {
	shown := l.Hardest[:min(len(l.Hardest), mostDrawn)]
	s.heading("III. TIÊU CHÍ KHÓ NHẤT, XÃ "+strings.ToUpper(l.Level.Title()), section)
	head := s.head(heads("Tiêu chí", "Chưa đạt", "Chưa rõ")...)
	for _, h := range shown {
		s.add(text(h.No+". "+h.Name, body), whole0(h.NotMet), whole0(h.Unknown))
	}
	last := len(s.rows)
	s.gap(6)
	c := chart{kind: excelize.BarStacked, height: 70 + 24*float64(len(shown)), title: "Số xã chưa đạt và chưa rõ, theo tiêu chí"}
	for i, shade := range []string{middle, light} {
		c.series = append(c.series, series{name: s.span(2+i, head, 2+i, head), labels: s.span(1, head+1, 1, last), values: s.span(2+i, head+1, 2+i, last), shade: shade})
	}
	s.draw(c)
}

func (r *report) spread() *sheet {
	s := r.begin("Phân bố tiêu chí", "PHÂN BỐ SỐ TIÊU CHÍ ĐẠT", false, 40, 20, 20, 20)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.heading("Xã "+l.Level.Title(), section)
		head := s.head(heads("Số tiêu chí đạt", "Số xã", "Tỷ lệ", "Trong đó còn tiêu chí chưa rõ")...)
		first := head + 1
		for _, b := range l.Spread {
			s.add(text(bandName(b), body), whole0(b.Communes), partOf(2, len(s.rows)+1, first, first+len(l.Spread)-1, b.Communes, l.Communes), whole0(b.Unknown))
		}
		last := len(s.rows)
		s.add(text("Cộng", label), total(2, first, last, float64(l.Communes)), blank(label), blank(label))
		s.gap(6)
		s.draw(chart{kind: excelize.Col, height: 150, title: "Số xã theo số tiêu chí đạt, xã " + l.Level.Title(), series: []series{
			{name: s.span(2, head, 2, head), labels: s.span(1, first, 1, last), values: s.span(2, first, 2, last), shade: dark},
		}})
		s.gap(10)
	}
	return s
}

// bandName is a group of numbers of criteria: "15–18/19 tiêu chí".
func bandName(b provincial.Spread) string {
	switch b.From {
	case b.To:
		return fmt.Sprintf("%d/%d tiêu chí", b.From, b.Total)
	case 0:
		return fmt.Sprintf("dưới %d/%d tiêu chí", b.To+1, b.Total)
	}
	return fmt.Sprintf("%d–%d/%d tiêu chí", b.From, b.To, b.Total)
}

func (r *report) hardest() *sheet {
	s := r.begin("Tiêu chí khó", "TỪNG TIÊU CHÍ: SỐ XÃ ĐẠT, CHƯA ĐẠT, CHƯA RÕ", false, 10, 50, 13, 13, 13, 15)
	for i := range r.Levels {
		l := &r.Levels[i]
		s.heading("Xã "+l.Level.Title(), section)
		s.head(heads("Số", "Tiêu chí", "Đạt", "Chưa đạt", "Chưa rõ", "Tỷ lệ chưa đạt")...)
		for _, h := range l.Hardest {
			row := len(s.rows) + 1
			s.add(text(h.No, body.centred()), text(h.Name, body), whole0(h.Met), whole0(h.NotMet), whole0(h.Unknown),
				worked(fmt.Sprintf("IF(SUM(%s:%s)>0,ROUND(100*%s/SUM(%s:%s),2),\"\")", ref(3, row), ref(5, row), ref(4, row), ref(3, row), ref(5, row)), percentOf(h.NotMet, h.Communes), body.centred().shown(shareFormat)))
		}
		s.gap(10)
	}
	return s
}

func (r *report) money() *sheet {
	s := r.begin("Nguồn lực", "HUY ĐỘNG NGUỒN LỰC", false, 40, 20, 24, 16)
	s.line(fmt.Sprintf("%d xã có báo cáo nguồn lực. ĐVT: triệu đồng", r.Capital.Communes), remark)
	head := s.head(heads("Nguồn", "Số xã", "Giá trị", "Tỷ lệ")...)
	first := head + 1
	last := head + len(r.Capital.Sources)
	sum := fmt.Sprintf("SUM(%s:%s)", absolute(3, first), absolute(3, last))
	for _, one := range r.Capital.Sources {
		row := len(s.rows) + 1
		var now any = ""
		if r.Capital.Total.IsPositive() {
			now = one.Value.Shift(2).DivRound(r.Capital.Total, 2).InexactFloat64()
		}
		s.add(text(one.Source.Title(), body), whole0(one.Communes), number(one.Value, body.right().shown(grouped(min(2, placesOf(one.Value))))),
			worked(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, sum, ref(3, row), sum), now, body.centred().shown(shareFormat)))
	}
	s.add(text("Cộng", label), blank(label), number(r.Capital.Total, label.right().shown(grouped(min(2, placesOf(r.Capital.Total))))).following(fmt.Sprintf("SUM(%s:%s)", ref(3, first), ref(3, last))), blank(label))
	s.gap(8)
	s.draw(chart{kind: excelize.Bar, height: 70 + 26*float64(len(r.Capital.Sources)), title: "Nguồn lực huy động (triệu đồng)", series: []series{
		{name: s.span(3, head, 3, head), labels: s.span(1, first, 1, last), values: s.span(3, first, 3, last), shade: dark},
	}})
	return s
}

func (r *report) areas() *sheet {
	name, of := "Theo huyện", "Huyện"
	if r.Scope.Province == "" {
		name, of = "Theo tỉnh", "Tỉnh, thành phố"
	}
	levels := make([]criteria.Level, len(r.Levels))
	proportions := []float64{8, 36, 14, 16}
	titles := []string{"TT", of, "Số xã", "Tiêu chí NTM đạt bình quân"}
	for i := range r.Levels {
		levels[i] = r.Levels[i].Level
		proportions = append(proportions, 16, 16)
		titles = append(titles, "Đủ điều kiện "+brief(levels[i]), "Danh hiệu "+brief(levels[i]))
	}
	s := r.begin(name, "KẾT QUẢ "+strings.ToUpper(name), true, proportions...)
	s.headRow = s.head(heads(titles...)...)
	first := s.headRow + 1
	for i := range r.Areas {
		a := &r.Areas[i]
		cells := []cell{whole0(i + 1), text(a.Name, body), whole0(a.Communes), number(a.Average(), body.centred().shown(grouped(2)))}
		for _, l := range levels {
			cells = append(cells, whole0(a.Eligible[l]), whole0(a.Held[l]))
		}
		s.add(cells...)
	}
	last := len(s.rows)
	sums := []cell{blank(label), text("Cộng", label), total(3, first, last, float64(r.counted(func(a *provincial.Area) int { return a.Communes }))), blank(label)}
	for i, l := range levels {
		sums = append(sums, total(5+2*i, first, last, float64(r.counted(func(a *provincial.Area) int { return a.Eligible[l] }))),
			total(6+2*i, first, last, float64(r.counted(func(a *provincial.Area) int { return a.Held[l] }))))
	}
	s.add(sums...)
	return s
}

// counted sums over the areas.
func (r *report) counted(of func(*provincial.Area) int) int {
	n := 0
	for i := range r.Areas {
		n += of(&r.Areas[i])
	}
	return n
}

func (r *report) ranking() *sheet {
	s := r.begin("Xếp hạng xã", "CÁC XÃ THEO PHẦN CÒN THIẾU", true, 8, 12, 34, 22, 26, 12, 40, 40)
	s.line("Xếp theo mức đang phấn đấu, số tiêu chí chưa đạt, số tiêu chí chưa rõ, rồi tên xã. Dấu * là kết luận dự thảo.", remark)
	s.headRow = s.head(heads("TT", "Mã", "Xã", "Danh hiệu đang có", "Phấn đấu, kết luận", "Đạt", "Tiêu chí chưa đạt", "Tiêu chí chưa rõ")...)
	for i := range r.Ranking {
		c := &r.Ranking[i]
		held := "Chưa có"
		if c.Held != "" {
			held = sentence(brief(c.Held))
		}
		verdict := sentence(brief(c.Toward)) + ": " + strings.ToLower(c.Verdict.Word())
		if c.Draft {
			verdict += " *"
		}
		s.add(whole0(i+1), text(c.Code, body.centred()), text(joined(", ", c.Name, c.District, provinceIn(r.Scope, c.Province)), body), text(held, body.centred()), text(verdict, body),
			text(fmt.Sprintf("%d/%d", c.Met, c.Total), body.centred()), text(strings.Join(slices.Concat(c.NotMet, conditionNames(c.Conditions)), ", "), body), text(strings.Join(c.Unknown, ", "), body))
	}
	return s
}

// conditionNames are the conditions of recognition in short.
func conditionNames(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		if out[i] = map[string]string{"arrears": "nợ đọng", "satisfaction": "hài lòng", "security": "an ninh"}[id]; out[i] == "" {
			out[i] = id
		}
	}
	return out
}

// provinceIn is a commune's province where the report has several.
func provinceIn(scope provincial.Scope, name string) string {
	if scope.Province != "" {
		return ""
	}
	return name
}

func (r *report) compared() *sheet {
	b := r.Before
	s := r.begin("So với năm trước", fmt.Sprintf("SO VỚI NĂM %d", b.Year), false, 40, 15, 15, 15, 15)
	s.line(fmt.Sprintf("So sánh %d xã có báo cáo cả hai năm; %d xã chỉ có năm %d, %d xã chỉ có năm %d.", b.Both, b.OnlyNow, r.Scope.Year, b.OnlyBefore, b.Year), remark)
	was, is := fmt.Sprintf("Năm %d", b.Year), fmt.Sprintf("Năm %d", r.Scope.Year)
	s.headRow = s.head(heads("Nội dung", was, is, "Tăng, giảm", "Ghi chú")...)
	row := func(name string, before, now decimal.Decimal, places int32, note string) {
		at := len(s.rows) + 1
		l := body.centred().shown(grouped(places))
		s.add(text(name, body), number(before, l), number(now, l), worked(fmt.Sprintf("ROUND(%s-%s,%d)", ref(3, at), ref(2, at), places), now.Sub(before).InexactFloat64(), l), text(note, body))
	}
	for _, l := range b.Levels {
		title := "Xã " + l.Level.Title()
		row(title+": số xã đủ điều kiện", decimalOf(l.EligibleWas), decimalOf(l.EligibleIs), 0, fmt.Sprintf("thêm %d, mất %d", l.Gained, l.Lost))
		mean := func(sum int) decimal.Decimal { return decimalOf(sum).DivRound(decimalOf(max(1, l.Communes)), 2) }
		row(title+": tiêu chí đạt bình quân", mean(l.CriteriaWas), mean(l.CriteriaIs), 2, fmt.Sprintf("%d xã", l.Communes))
	}
	if b.CapitalWas.IsPositive() || b.CapitalIs.IsPositive() {
		row("Nguồn lực huy động (triệu đồng)", b.CapitalWas, b.CapitalIs, min(2, max(placesOf(b.CapitalWas), placesOf(b.CapitalIs))), fmt.Sprintf("%d xã có số liệu cả hai năm", b.CapitalCommunes))
	}
	return s
}
